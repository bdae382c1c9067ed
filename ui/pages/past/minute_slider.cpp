// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/past/minute_slider.h"

#include "ui/widgets/theme/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QAccessibleWidget>
#include <QMouseEvent>
#include <QPainterPath>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int minutesPerHour = 60;
constexpr int quarter = 15;
constexpr int wholeHeight = 104;
constexpr int leastWidth = 320;
constexpr int edge = 26; ///< room for half a time at either end
constexpr int knob = 14;

class AccessibleMinutes final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit AccessibleMinutes(MinuteSlider* slider) : QAccessibleWidget(slider, QAccessible::Slider) {}

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface*>(this) : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text kind) const override { return kind == QAccessible::Value ? slider()->valueText() : QAccessibleWidget::text(kind); }
    QVariant currentValue() const override { return slider()->value(); }
    void setCurrentValue(const QVariant& value) override { slider()->setValue(value.toInt()); }
    QVariant maximumValue() const override { return slider()->maximum(); }
    QVariant minimumValue() const override { return slider()->minimum(); }
    QVariant minimumStepSize() const override { return slider()->singleStep(); }

private:
    MinuteSlider* slider() const { return qobject_cast<MinuteSlider*>(object()); }
};

QAccessibleInterface* accessibleFor(const QString& name, QObject* object)
{
    auto* slider = name == u"onedoor::MinuteSlider" ? qobject_cast<MinuteSlider*>(object) : nullptr;
    return slider ? new AccessibleMinutes(slider) : nullptr;
}

} // namespace

MinuteSlider::MinuteSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    [[maybe_unused]] static const bool once = (QAccessible::installFactory(accessibleFor), true);
    setSingleStep(1);
    setPageStep(quarter);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void MinuteSlider::setCurve(WaitingCurve curve)
{
    m_curve = std::move(curve);
    update();
}

QString MinuteSlider::timeText(int minute)
{
    return u"%1:%2"_s.arg(minute / minutesPerHour, 2, 10, QChar(u'0')).arg(minute % minutesPerHour, 2, 10, QChar(u'0'));
}

QString MinuteSlider::valueText() const
{
    return tr("%1, %2 waiting", "time, people").arg(timeText(value())).arg(waitingAt(value()));
}

QSize MinuteSlider::sizeHint() const
{
    return {scaled(2 * leastWidth), scaled(wholeHeight)};
}

QSize MinuteSlider::minimumSizeHint() const
{
    return {scaled(leastWidth), scaled(wholeHeight)};
}

std::uint32_t MinuteSlider::waitingAt(int minute) const
{
    const auto step = std::size_t(minute / std::max(1, m_curve.stepMinutes));
    return step < m_curve.waiting.size() ? m_curve.waiting[step] : 0;
}

std::uint32_t MinuteSlider::most() const
{
    return m_curve.waiting.empty() ? 0 : *std::max_element(m_curve.waiting.begin(), m_curve.waiting.end());
}

/// Where the curve is drawn; the hours stand below it.
QRect MinuteSlider::field() const
{
    return rect().adjusted(scaled(edge), scaled(space::small), -scaled(edge), -fontMetrics().height() - scaled(space::small));
}

int MinuteSlider::positionOf(int minute) const
{
    const QRect inside = field();
    const int span = std::max(1, maximum() - minimum());
    return inside.left() + (minute - minimum()) * inside.width() / span;
}

int MinuteSlider::minuteAt(int position) const
{
    const QRect inside = field();
    const int span = maximum() - minimum();
    const int width = std::max(1, inside.width());
    return std::clamp(minimum() + ((position - inside.left()) * span + width / 2) / width, minimum(), maximum());
}

void MinuteSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true);
    setValue(minuteAt(event->position().toPoint().x()));
    event->accept();
}

void MinuteSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (isSliderDown())
        setValue(minuteAt(event->position().toPoint().x()));
}

void MinuteSlider::mouseReleaseEvent(QMouseEvent*)
{
    setSliderDown(false);
}

void MinuteSlider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHours(painter);
    paintCurve(painter);
    if (isEnabled())
        paintHandle(painter);
    if (hasFocus())
        paint::focusRing(painter, rect(), radius::control);
}

/// Opening hours as a ground, full hours as lines; as many of their names as there is room for.
void MinuteSlider::paintHours(QPainter& painter) const
{
    const Tokens& t = tokens();
    const QRect inside = field();
    for (const auto& [first, end] : m_curve.open) {
        const int from = positionOf(std::clamp(first, minimum(), maximum()));
        const int until = positionOf(std::clamp(end, minimum(), maximum()));
        painter.fillRect(QRect(from, inside.top(), until - from, inside.height()), t.sunken);
    }
    const int hourWidth = std::max(1, inside.width() * minutesPerHour / std::max(1, maximum() - minimum()));
    const int nameWidth = fontMetrics().horizontalAdvance(timeText(0)) + scaled(space::medium);
    const int every = (nameWidth + hourWidth - 1) / hourWidth;
    for (int hour = (minimum() + minutesPerHour - 1) / minutesPerHour; hour * minutesPerHour <= maximum(); ++hour) {
        const int at = positionOf(hour * minutesPerHour);
        painter.setPen(t.line);
        painter.drawLine(at, inside.top(), at, inside.bottom());
        if (hour % every != 0)
            continue;
        painter.setPen(isEnabled() ? t.muted : t.disabled);
        painter.drawText(QRect(at - nameWidth / 2, inside.bottom() + scaled(space::tight), nameWidth, fontMetrics().height()), Qt::AlignCenter,
                         timeText(hour * minutesPerHour));
    }
    painter.setPen(t.control);
    painter.drawLine(inside.left(), inside.bottom(), inside.right(), inside.bottom());
}

void MinuteSlider::paintCurve(QPainter& painter) const
{
    if (most() == 0)
        return;
    const Tokens& t = tokens();
    const QRect inside = field();
    const double height = inside.height() - fontMetrics().height();
    const auto levelOf = [&](int minute) { return inside.bottom() - height * waitingAt(minute) / most(); };
    const int known = int(m_curve.waiting.size()) * m_curve.stepMinutes - 1;
    const int last = std::min(maximum(), known);
    QPainterPath line;
    line.moveTo(positionOf(minimum()), levelOf(minimum()));
    for (int minute = minimum() + 1; minute <= last; ++minute) {
        line.lineTo(positionOf(minute), levelOf(minute - 1));
        line.lineTo(positionOf(minute), levelOf(minute));
    }
    QPainterPath ground = line;
    ground.lineTo(positionOf(last), inside.bottom());
    ground.lineTo(positionOf(minimum()), inside.bottom());
    ground.closeSubpath();
    painter.fillPath(ground, t.accentSoft);
    painter.setPen(QPen(t.accentText, 1.5));
    painter.drawPath(line);
    painter.setPen(t.muted);
    painter.drawText(inside.adjusted(scaled(space::tight), 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, tr("at most %1 waiting").arg(most()));
}

void MinuteSlider::paintHandle(QPainter& painter) const
{
    const Tokens& t = tokens();
    const QRect inside = field();
    const int at = positionOf(value());
    painter.setPen(QPen(t.accent, 2));
    painter.drawLine(at, inside.top(), at, inside.bottom());
    painter.setPen(QPen(t.surface, 2));
    painter.setBrush(t.accent);
    painter.drawEllipse(QPoint(at, inside.bottom()), scaled(knob) / 2, scaled(knob) / 2);
}

} // namespace onedoor

#include "moc_minute_slider.cpp"
