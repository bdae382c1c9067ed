// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lookup_popup.h"

#include "ui/widgets/theme/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace onedoor {

namespace {

constexpr int rowPixels = 48;
constexpr int mostRows = 8;

class PersonLineDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    int detailRole = -1;
    int noteRole = -1;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {scaled(120), scaled(detailRole < 0 ? rowPixels - 12 : rowPixels)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& t = tokens();
        const bool selected = option.state & QStyle::State_Selected;
        const QRect row = option.rect.adjusted(0, 1, 0, -1);
        if (selected)
            paint::panel(*painter, row, t.accentSoft, t.accentText, radius::control);
        else if (option.state & QStyle::State_MouseOver)
            paint::panel(*painter, row, t.hover, {}, radius::control);
        const QRect text = row.adjusted(scaled(12), scaled(4), -scaled(12), -scaled(4));
        const QString detail = detailRole < 0 ? QString() : index.data(detailRole).toString();
        const QString note = noteRole < 0 ? QString() : index.data(noteRole).toString();
        const Qt::Alignment line = detail.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop;
        QRect name = text;
        if (!note.isEmpty()) { // on the first line only: the second has the facts that tell people apart
            const int width = QFontMetrics(typeFont(Type::Caption)).horizontalAdvance(note);
            paintLine(*painter, text, Qt::AlignRight | line, typeFont(Type::Caption), t.muted, note);
            name.setRight(name.right() - width - scaled(12));
        }
        paintLine(*painter, name, Qt::AlignLeft | line, typeFont(Type::Body, true), t.text, index.data().toString());
        paintLine(*painter, text, Qt::AlignLeft | Qt::AlignBottom, typeFont(Type::Caption), t.muted, detail);
    }

private:
    static void paintLine(QPainter& painter, const QRect& rect, Qt::Alignment alignment, const QFont& used, const QColor& ink,
        const QString& text)
    {
        painter.setFont(used);
        painter.setPen(ink);
        painter.drawText(rect, static_cast<int>(alignment), QFontMetrics(used).elidedText(text, Qt::ElideRight, rect.width()));
    }
};

} // namespace

LookupPopup::LookupPopup(QWidget* window) : QFrame(window), m_list(new QListView(this)), m_message(new QLabel(this))
{
    setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    const int inset = margin + space::tight + 1;
    column->setContentsMargins(inset, space::tight + 1, inset, inset);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_message);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new PersonLineDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Matches"));
    m_list->setStyleSheet(QStringLiteral("background: transparent;"));
    m_message->setMargin(space::medium);
    m_message->setWordWrap(true);
    setTone(m_message, Tone::Muted);
    connect(m_list, &QListView::clicked, this, &LookupPopup::clicked);
    hide();
}

void LookupPopup::setRoles(int detailRole, int noteRole)
{
    auto* delegate = static_cast<PersonLineDelegate*>(m_list->itemDelegate());
    delegate->detailRole = detailRole;
    delegate->noteRole = noteRole;
}

void LookupPopup::setMessage(const QString& text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_list->setVisible(text.isEmpty());
}

int LookupPopup::wantedHeight() const
{
    const int frame = layout()->contentsMargins().top() + layout()->contentsMargins().bottom();
    if (!m_message->isHidden())
        return m_message->heightForWidth(qMax(200, width() - 2 * margin)) + frame;
    const int rows = m_list->model() ? qMin(mostRows, m_list->model()->rowCount()) : 0;
    return rows * m_list->sizeHintForRow(0) + frame;
}

void LookupPopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    const QRectF panel = rect().adjusted(margin, 0, -margin, -margin);
    paint::shadow(painter, panel, 8);
    paint::panel(painter, panel, t.raised, t.line, 8);
}

} // namespace onedoor

#include "moc_lookup_popup.cpp"
