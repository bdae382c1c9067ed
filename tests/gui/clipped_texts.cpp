// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/clipped_texts.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QTextDocument>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

class Search {
public:
    explicit Search(Scrolling scrolling) : m_scrolling(scrolling) {}
    void look(const QWidget* widget)
    {
        if (!widget->isVisible() || widget->size().isEmpty())
            return;
        checkPlace(widget);
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            checkLabel(label);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            checkButton(button);
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            checkLine(line);
        else if (const auto* header = qobject_cast<const QHeaderView*>(widget); header != nullptr && header->orientation() == Qt::Horizontal)
            checkHeader(header);
        for (const QObject* child : widget->children()) {
            if (child->isWidgetType() && !static_cast<const QWidget*>(child)->isWindow())
                look(static_cast<const QWidget*>(child));
        }
    }
    QStringList found;

private:
    void note(const QWidget* widget, const QString& words, int wanted, int there)
    {
        found << u"%1 \"%2\": %3 of %4"_s.arg(QString::fromLatin1(widget->metaObject()->className()), words.left(60)).arg(wanted).arg(there);
    }

    static bool isInScrollArea(const QWidget* widget)
    {
        const QWidget* const around = widget->parentWidget();
        const auto* area = around == nullptr ? nullptr : qobject_cast<const QAbstractScrollArea*>(around->parentWidget());
        return area != nullptr && area->viewport() == around;
    }

    /// Across, nobody may stick out; down, only what scrolls.
    void checkPlace(const QWidget* widget)
    {
        const QWidget* const around = widget->parentWidget();
        if (around == nullptr || widget->isWindow() || qobject_cast<const QHeaderView*>(around->parentWidget()) != nullptr)
            return;
        const QRect place = widget->geometry();
        if (place.right() < 0 || place.left() >= around->width())
            return; // on its way, or put away
        const bool mayScroll = m_scrolling == Scrolling::Both && isInScrollArea(widget);
        if (!mayScroll && (place.left() < 0 || place.right() >= around->width()))
            note(widget, u"across "_s + widget->objectName(), place.right() + 1, around->width());
        if (!isInScrollArea(widget) && place.bottom() >= around->height() && place.top() < around->height())
            note(widget, u"down "_s + widget->objectName(), place.bottom() + 1, around->height());
    }

    void checkLabel(const QLabel* label)
    {
        const QString text = label->text();
        if (text.isEmpty() || label->toolTip().contains(text))
            return;
        const QRect room = label->contentsRect().adjusted(label->margin(), 0, -label->margin(), 0);
        if (label->wordWrap()) {
            if (const int wanted = label->heightForWidth(label->width()); wanted > label->height())
                note(label, u"lines of "_s + text, wanted, label->height());
            return;
        }
        const bool isRich = label->textFormat() == Qt::RichText || (label->textFormat() == Qt::AutoText && Qt::mightBeRichText(text));
        if (isRich)
            return;
        const QSize wanted = label->fontMetrics().size(Qt::TextShowMnemonic, text);
        if (wanted.width() > room.width())
            note(label, text, wanted.width(), room.width());
        else if (wanted.height() > label->height() + 2)
            note(label, u"height of "_s + text, wanted.height(), label->height());
    }

    void checkButton(const QAbstractButton* button)
    {
        if (button->text().isEmpty())
            return;
        const QSize words = button->fontMetrics().size(Qt::TextShowMnemonic, button->text());
        if (words.width() > button->width() || words.height() > button->height() + 2)
            note(button, button->text(), words.width(), button->width());
    }

    void checkLine(const QLineEdit* line)
    {
        const QString words = line->text().isEmpty() ? line->placeholderText() : QString();
        if (words.isEmpty() || line->toolTip().contains(words))
            return;
        QStyleOptionFrame option;
        option.initFrom(line);
        const int there = line->style()->subElementRect(QStyle::SE_LineEditContents, &option, line).width() - line->textMargins().left() - line->textMargins().right();
        if (const int wanted = line->fontMetrics().horizontalAdvance(words); wanted > there)
            note(line, words, wanted, there);
    }

    void checkHeader(const QHeaderView* header)
    {
        for (int section = 0; section < header->count(); ++section) {
            if (header->isSectionHidden(section))
                continue;
            const QString words = header->model()->headerData(section, Qt::Horizontal).toString();
            if (const int wanted = header->fontMetrics().horizontalAdvance(words); wanted > header->sectionSize(section))
                note(header, words, wanted, header->sectionSize(section));
        }
    }

    Scrolling m_scrolling;
};

} // namespace

QStringList clippedTexts(const QWidget* root, Scrolling scrolling)
{
    Search search(scrolling);
    search.look(root);
    return search.found;
}

} // namespace onedoor
