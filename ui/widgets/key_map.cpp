// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_map.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"

#include <QAbstractButton>
#include <QAction>
#include <QGridLayout>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QString withoutAccessKey(QString text)
{
    // Chinese texts carry their access key behind the word, in brackets.
    static const QRegularExpression behind(uR"(\(&.\))"_s);
    return text.remove(behind).remove(u'&');
}

bool isShown(const QAction* action, const QWidget* window)
{
    const auto widgets = action->associatedObjects();
    for (const QObject* object : widgets) {
        const auto* widget = qobject_cast<const QWidget*>(object);
        if (widget && (widget == window || (window->isAncestorOf(widget) && widget->isVisibleTo(window))))
            return true;
    }
    return false;
}

} // namespace

QList<KeyEntry> KeyMap::entries(const QWidget* window)
{
    QList<KeyEntry> result;
    for (const QAction* action : window->findChildren<QAction*>()) {
        if (!action->isVisible() || !isShown(action, window))
            continue;
        const QString named = action->property("group").toString();
        const QString says = action->property("keyText").toString();
        for (const QKeySequence& keys : action->shortcuts())
            result.append({named.isEmpty() ? tr("Everywhere") : named, says.isEmpty() ? withoutAccessKey(action->text()) : says, keys});
    }
    for (const QAbstractButton* button : window->findChildren<QAbstractButton*>())
        if (!button->shortcut().isEmpty() && button->isVisibleTo(window))
            result.append({tr("Page"), withoutAccessKey(button->text()), button->shortcut()});
    return result;
}

QStringList KeyMap::conflicts(const QWidget* window)
{
    QHash<QKeySequence, QString> seen;
    QStringList result;
    for (const KeyEntry& entry : entries(window)) {
        const auto other = seen.constFind(entry.keys);
        if (other != seen.constEnd())
            result.append(u"%1: %2, %3"_s.arg(keyText(entry.keys), *other, entry.text));
        else
            seen.insert(entry.keys, entry.text);
    }
    return result;
}

QWidget* KeyMap::makeList(const QWidget* window)
{
    QList<KeyEntry> all = entries(window);
    const QString fields = tr("General");
    all += {{fields, tr("Move to the next field"), QKeySequence(Qt::Key_Tab)},
        {fields, tr("Confirm the entry or the chosen row"), QKeySequence(Qt::Key_Return)},
        {fields, tr("Close the list or the panel, or go back one level"), QKeySequence(Qt::Key_Escape)}};
    // The two Enter keys of a keyboard are one to people, and so is a key that two parts of the window name.
    QSet<QString> shown;
    erase_if(all, [&](const KeyEntry& entry) {
        const QString line = entry.text + u'|' + keyText(entry.keys);
        if (shown.contains(line))
            return true;
        shown.insert(line);
        return false;
    });
    QStringList groups;
    for (const KeyEntry& entry : all)
        if (!groups.contains(entry.group))
            groups.append(entry.group);
    auto* list = new QWidget;
    auto* grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(space::small);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const QString& group : groups) {
        auto* heading = new QLabel(group);
        setType(heading, Type::Caption, true);
        setTone(heading, Tone::Muted);
        heading->setContentsMargins(0, row == 0 ? 0 : space::medium, 0, 0);
        grid->addWidget(heading, row++, 0, 1, 2);
        for (const KeyEntry& entry : all) {
            if (entry.group != group)
                continue;
            auto* text = new QLabel(entry.text);
            text->setWordWrap(true);
            grid->addWidget(text, row, 0);
            grid->addWidget(new KeyHint(entry.keys), row++, 1, Qt::AlignRight);
        }
    }
    grid->setRowStretch(row, 1);
    return list;
}

} // namespace onedoor
