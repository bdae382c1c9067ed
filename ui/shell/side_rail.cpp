// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/side_rail.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int railWidth = 88;
constexpr int buttonHeight = 64;
constexpr int lowestButton = 48; ///< icon and word, nothing around them
constexpr int pictureSize = 24;
constexpr int markWidth = 3;
constexpr std::uint64_t countAtMost = 99;

class RailButton final : public QAbstractButton {
public:
    RailButton(QAction* action, QWidget* parent) : QAbstractButton(parent), m_action(action)
    {
        setCheckable(action->isCheckable());
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        connect(action, &QAction::changed, this, [this] { follow(); });
        connect(this, &QAbstractButton::clicked, action, [this] {
            follow(); // the action alone decides what is checked
            if (m_action)
                m_action->trigger();
        });
        follow();
    }
    void setCount(std::uint64_t count, const QString& words)
    {
        m_count = count == 0 ? QString() : count > countAtMost ? SideRail::tr("%1+").arg(countAtMost) : QString::number(count);
        m_countWords = count == 0 ? QString() : words;
        follow();
    }
    QSize sizeHint() const override { return {scaled(railWidth - 2 * space::small), scaled(buttonHeight)}; }
    QSize minimumSizeHint() const override { return {0, scaled(lowestButton)}; }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (isPlainEnter(event))
            return click();
        QAbstractButton::keyPressEvent(event);
    }

    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens& colours = tokens();
        const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.setPen(Qt::NoPen);
        if (isChecked() || underMouse()) {
            painter.setBrush(isChecked() ? colours.accentSoft : colours.hover);
            painter.drawRoundedRect(area, radius::control, radius::control);
        }
        if (isChecked()) {
            painter.setBrush(colours.accentText);
            painter.drawRoundedRect(QRectF(area.left(), area.center().y() - 12, markWidth, 24), 1.5, 1.5);
        }
        const QColor ink = isChecked() ? colours.accentText : colours.text;
        const int side = scaled(pictureSize);
        const QPixmap picture = m_action ? m_action->icon().pixmap(QSize(side, side), devicePixelRatioF()) : QPixmap();
        const int textHeight = fontMetrics().height();
        const int top = (height() - side - textHeight - space::tight) / 2;
        painter.drawPixmap(QRect((width() - side) / 2, top, side, side), picture);
        if (!m_count.isEmpty())
            paintCount(painter, QPoint((width() + side) / 2, top));
        painter.setFont(font());
        painter.setPen(ink);
        painter.drawText(QRect(0, top + side + space::tight, width(), textHeight), Qt::AlignCenter, text());
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colours.focus, focusWidth));
            painter.drawRoundedRect(area, radius::control, radius::control);
        }
    }

private:
    /// At the upper right corner of the icon.
    void paintCount(QPainter& painter, const QPoint& corner) const
    {
        const QFont font = typeFont(Type::Caption, true);
        const QFontMetrics metrics(font);
        const int high = metrics.height() + space::hair;
        const int wide = std::max(high, metrics.horizontalAdvance(m_count) + space::small);
        const QRectF area(corner.x() - space::tight, corner.y() - space::tight, wide, high);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens().dangerFill);
        painter.drawRoundedRect(area, high / 2.0, high / 2.0);
        painter.setFont(font);
        painter.setPen(tokens().onDanger);
        painter.drawText(area, Qt::AlignCenter, m_count);
    }

    void follow()
    {
        if (!m_action)
            return;
        setText(m_action->iconText());
        setChecked(m_action->isChecked());
        setFont(typeFont(Type::Caption, isChecked()));
        setEnabled(m_action->isEnabled());
        setVisible(m_action->isVisible());
        const QString keys = keyText(m_action->shortcut());
        setAccessibleName(m_countWords.isEmpty() ? m_action->iconText() : SideRail::tr("%1, %2", "page, what waits there").arg(m_action->iconText(), m_countWords));
        setAccessibleDescription(keys);
        setToolTip(keys.isEmpty() ? m_action->toolTip() : u"%1 (%2)"_s.arg(m_action->iconText(), keys));
        update();
    }

    QPointer<QAction> m_action;
    QString m_count;
    QString m_countWords;
};

} // namespace

SideRail::SideRail(QWidget* parent) : QWidget(parent), m_area(new QScrollArea), m_pages(new QVBoxLayout), m_foot(new QVBoxLayout)
{
    setFixedWidth(scaled(railWidth));
    auto* inside = new QWidget;
    auto* pages = new QVBoxLayout(inside);
    pages->setContentsMargins(0, 0, 0, 0);
    pages->addLayout(m_pages);
    pages->addStretch(1);
    // Low windows and large type: the buttons draw together first, then the pages scroll.
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setWidget(inside);
    inside->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::small, space::medium, space::small, space::medium);
    for (QVBoxLayout* part : {m_pages, m_foot})
        part->setSpacing(space::tight);
    column->addWidget(m_area, 1);
    column->addLayout(m_foot);
}

void SideRail::addPage(QAction* action)
{
    auto* button = new RailButton(action, this);
    m_buttons.append(button);
    m_ofAction.insert(action, button);
    m_pages->addWidget(button);
    connect(button, &QAbstractButton::toggled, m_area, [this, button](bool isShown) {
        if (isShown)
            m_area->ensureWidgetVisible(button, 0, space::small);
    });
}

void SideRail::setCount(QAction* action, std::uint64_t count, const QString& words)
{
    if (auto* button = static_cast<RailButton*>(m_ofAction.value(action)))
        button->setCount(count, words);
}

void SideRail::addFoot(QAction* action)
{
    m_buttons.append(new RailButton(action, this));
    m_foot->addWidget(m_buttons.constLast());
}

void SideRail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), tokens().line);
}

void SideRail::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const auto current = m_buttons.indexOf(qobject_cast<QAbstractButton*>(focusWidget()));
    if (step == 0 || current < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto next = std::clamp(current + step, qsizetype(0), m_buttons.size() - 1);
    m_buttons.at(next)->setFocus(Qt::TabFocusReason);
    m_area->ensureWidgetVisible(m_buttons.at(next), 0, space::small);
}

} // namespace onedoor

#include "moc_side_rail.cpp"
