// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/theme_style.h"

#include "ui/widgets/theme/paint.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/theme/theme_style_parts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

bool isInvalid(const QWidget* widget)
{
    return widget && widget->property("invalid").toBool();
}

bool hasPointerShape(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget);
}

/// Draws the shortcut at the right end of area and returns what is left of it.
QRect drawKeyCap(QPainter& painter, QRect area, const QString& keys, const QColor& ink, bool primary, bool enabled)
{
    const Tokens& t = tokens();
    const QFont small = typeFont(Type::Caption);
    const int width = QFontMetrics(small).horizontalAdvance(keys) + scaled(10);
    const int height = QFontMetrics(small).height() + scaled(2);
    const QRect cap(area.right() - width + 1, area.center().y() - height / 2 + 1, width, height);
    const bool filled = primary && enabled;
    paint::panel(painter, cap, filled ? t.accentHover : t.sunken, t.flat ? ink : QColor(), 4);
    painter.save();
    painter.setFont(small);
    painter.setPen(filled ? t.onAccent : enabled ? t.muted : t.disabled);
    painter.drawText(cap, Qt::AlignCenter, keys);
    painter.restore();
    area.setRight(cap.left() - scaled(space::small));
    return area;
}

} // namespace

ThemeStyle::ThemeStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void ThemeStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (hasPointerShape(widget) || qobject_cast<QLineEdit*>(widget) || qobject_cast<QAbstractSpinBox*>(widget)
        || qobject_cast<QAbstractItemView*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    giveSpinBoxRoom(widget);
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0 && !isInner(widget))
            drawInput(*option, *painter, widget);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonTool:
        drawTool(*option, *painter, widget);
        return;
    case PE_FrameFocusRect:
        if (widget && widget->inherits("QToolButton"))
            paint::focusRing(*painter, widget->rect(), radius::control);
        else if (!qobject_cast<const QAbstractButton*>(widget) && !qobject_cast<const QAbstractItemView*>(widget)
            && !qobject_cast<const QTabBar*>(widget)) // these show their focus themselves
            paint::focusRing(*painter, option->rect, radius::chip);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawBox(*option, *painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawBox(*option, *painter, true);
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        drawRow(*option, *painter);
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractItemView*>(widget))
            return;
        break;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button && element == CE_PushButton) {
        drawBevel(*button, *painter, widget);
        drawLabel(*button, *painter, widget);
        return;
    }
    if (button && element == CE_PushButtonBevel)
        return drawBevel(*button, *painter, widget);
    if (button && element == CE_PushButtonLabel)
        return drawLabel(*button, *painter, widget);
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ThemeStyle::drawBevel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget) const
{
    const Tokens& t = tokens();
    const QString variant = widget ? widget->property("variant").toString() : QString();
    const bool enabled = option.state & State_Enabled;
    const bool hovered = enabled && (option.state & State_MouseOver);
    const bool pressed = enabled && (option.state & (State_Sunken | State_On));
    QColor fill = t.surface;
    QColor edge = t.control;
    if (!enabled) {
        fill = t.window;
        edge = t.line;
    } else if (variant == u"primary"_s) {
        fill = hovered || pressed ? t.accentHover : t.accent;
        edge = QColor();
    } else if (variant == u"danger"_s) {
        fill = hovered || pressed ? t.dangerSoft : t.surface;
        edge = t.danger;
    } else if (pressed) {
        fill = t.accentSoft;
        edge = variant == u"quiet"_s ? QColor() : t.accentText;
    } else if (hovered) {
        fill = t.hover;
    }
    if (variant == u"quiet"_s && !pressed) {
        fill = hovered ? t.hover : QColor();
        edge = QColor();
    }
    const QRectF rect(option.rect);
    if (!(option.state & State_HasFocus)) {
        paint::panel(painter, rect, fill, edge, radius::control);
        return;
    }
    constexpr double gap = focusWidth + 1.5; // the ring stands clear of a filled button, so that it is seen on any fill
    const bool filled = variant == u"primary"_s;
    paint::panel(painter, filled ? rect.adjusted(gap, gap, -gap, -gap) : rect, fill, {}, filled ? radius::control - 2 : radius::control);
    paint::focusRing(painter, rect, radius::control);
}

void ThemeStyle::drawLabel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget) const
{
    const Tokens& t = tokens();
    const QString variant = widget ? widget->property("variant").toString() : QString();
    const bool on = option.state & State_On;
    QColor ink = variant == u"primary"_s ? t.onAccent : variant == u"danger"_s ? t.danger : on ? t.accentText : t.text;
    if (!(option.state & State_Enabled))
        ink = t.disabled;
    QRect area = option.rect.adjusted(scaled(10), 0, -scaled(10), 0);
    if (option.features & QStyleOptionButton::HasMenu) {
        paint::chevron(painter, QRectF(area.right() - scaled(10), area.top(), scaled(10), area.height()), paint::Arrow::Down, ink);
        area.setRight(area.right() - scaled(14));
    }
    const int gap = scaled(6);
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width() + (option.text.isEmpty() ? 0 : gap);
    const QString keys = widget ? widget->property("keys").toString() : QString();
    const int wordWidth = iconWidth + option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!keys.isEmpty() && wordWidth + keyCapRoom(keys) <= area.width() + scaled(4)) // the word comes first
        area = drawKeyCap(painter, area, keys, ink, variant == u"primary"_s, option.state & State_Enabled);
    const int flags = int(Qt::AlignVCenter | Qt::AlignLeft)
        | int(styleHint(SH_UnderlineShortcut, &option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const bool toLeft = widget && widget->property("toLeft").toBool();
    int left = toLeft ? area.left() : area.left() + std::max(0, (area.width() - iconWidth - textWidth) / 2);
    if (!option.icon.isNull()) {
        const qreal ratio = widget ? widget->devicePixelRatioF() : 1.0;
        const QPixmap pixmap = option.icon.pixmap(option.iconSize, ratio);
        const int top = option.rect.center().y() - option.iconSize.height() / 2 + 1; // whole pixels keep it sharp
        painter.drawPixmap(QPointF(left, top), paint::tinted(pixmap, ink));
        left += iconWidth;
    }
    painter.setPen(ink);
    painter.drawText(QRect(left, area.top(), area.right() - left + 1, area.height()), flags, option.text);
}

void ThemeStyle::drawInput(const QStyleOption& option, QPainter& painter, const QWidget* widget) const
{
    const Tokens& t = tokens();
    const bool enabled = option.state & State_Enabled;
    const bool readOnly = option.state & State_ReadOnly;
    const bool focused = enabled && (option.state & State_HasFocus);
    const bool wrong = isInvalid(widget);
    const QColor edge = focused ? t.focus : wrong ? t.danger : enabled && !readOnly ? t.control : t.line;
    const QColor fill = enabled && !readOnly ? t.surface : t.window;
    paint::panel(painter, option.rect, fill, edge, radius::control, focused || wrong ? focusWidth : 1);
    if (focused && wrong) // both are said: the ring outside, the refusal inside
        paint::panel(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), {}, t.danger, radius::control - 2, 1.5);
}

void ThemeStyle::drawBox(const QStyleOption& option, QPainter& painter, bool round) const
{
    const Tokens& t = tokens();
    const bool enabled = option.state & State_Enabled;
    const bool on = option.state & State_On;
    const bool partly = option.state & State_NoChange;
    const double side = std::min(option.rect.width(), option.rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(option.rect).center());
    const QRectF box = square.adjusted(3, 3, -3, -3);
    const double corner = round ? box.width() / 2 : 4;
    const QColor filled = enabled ? t.accent : t.disabled;
    const QColor edge = !enabled ? t.disabled : (option.state & State_MouseOver) ? t.accentText : t.control;
    const bool marked = on || partly;
    paint::panel(painter, box, marked && !round ? filled : t.surface, marked ? filled : edge, corner, marked ? 1 : 1.5);
    const QColor mark = enabled ? t.onAccent : t.surface;
    if (round && on)
        paint::panel(painter, box.adjusted(0, 0, 0, 0), t.surface, filled, corner, box.width() / 3.2);
    else if (on)
        paint::tick(painter, box, mark);
    else if (partly)
        paint::panel(painter, QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), mark, {}, 1);
    if (option.state & State_HasFocus)
        paint::focusRing(painter, square, round ? side / 2 : 6);
}

void ThemeStyle::drawRow(const QStyleOption& option, QPainter& painter) const
{
    const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(&option);
    if (!item)
        return;
    const Tokens& t = tokens();
    const bool selected = option.state & State_Selected;
    if (selected)
        painter.fillRect(option.rect, t.accentSoft);
    else if (item->backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, item->backgroundBrush);
    else if (option.state & State_MouseOver)
        painter.fillRect(option.rect, t.hover);
    const bool first = item->viewItemPosition == QStyleOptionViewItem::Beginning
        || item->viewItemPosition == QStyleOptionViewItem::OnlyOne; // lists and trees; DataTable marks its own rows
    if (selected && first)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), t.accentText);
}

void ThemeStyle::drawTool(const QStyleOption& option, QPainter& painter, const QWidget*) const
{
    const Tokens& t = tokens();
    if (!(option.state & State_Enabled))
        return;
    if (option.state & (State_Sunken | State_On))
        paint::panel(painter, option.rect, t.accentSoft, t.flat ? t.accentText : QColor(), radius::control);
    else if (option.state & State_MouseOver)
        paint::panel(painter, option.rect, t.hover, t.flat ? t.control : QColor(), radius::control);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
    const QWidget* widget) const
{
    const QColor ink = option->state & State_Enabled ? tokens().muted : tokens().disabled;
    if (control == CC_ComboBox) {
        drawInput(*option, *painter, widget);
        paint::chevron(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget), paint::Arrow::Down, ink);
        return;
    }
    if (control == CC_SpinBox) {
        drawInput(*option, *painter, widget);
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if (spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            paint::chevron(*painter, subControlRect(control, option, SC_SpinBoxUp, widget), paint::Arrow::Up, ink);
            paint::chevron(*painter, subControlRect(control, option, SC_SpinBoxDown, widget), paint::Arrow::Down, ink);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace onedoor

#include "moc_theme_style.cpp"
