// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/theme_style.h"

#include "ui/widgets/theme/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int largeHeight = 48;

int heightFor(const QStyleOption* option, const QWidget* widget)
{
    const int base = widget && widget->property("large").toBool() ? largeHeight : controlHeight;
    return std::max(scaled(base), option->fontMetrics.height() + space::medium);
}

bool isInvalid(const QWidget* widget)
{
    return widget && widget->property("invalid").toBool();
}

/// A frame within a combo box or spin box is not an input of its own.
bool isInner(const QWidget* widget)
{
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    return qobject_cast<const QComboBox*>(parent) || qobject_cast<const QAbstractSpinBox*>(parent);
}

/// Style sheets answer a spin box's size without asking the style below them, and know nothing of our height and chevrons.
void giveSpinBoxRoom(QWidget* widget)
{
    constexpr int number = 96;
    constexpr int date = 150;
    if (!qobject_cast<QAbstractSpinBox*>(widget))
        return;
    if (!widget->minimumSize().isNull() && !widget->property("themedSize").toBool())
        return; // the page knows better
    widget->setProperty("themedSize", true);
    const int height = widget->property("large").toBool() ? largeHeight : controlHeight;
    widget->setMinimumSize(scaled(qobject_cast<QDateTimeEdit*>(widget) ? date : number), scaled(height));
}

bool hasPointerShape(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget);
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
    const QString keys = widget ? widget->property("keys").toString() : QString();
    if (!keys.isEmpty()) {
        const QFont small = typeFont(Type::Caption);
        const int width = QFontMetrics(small).horizontalAdvance(keys) + scaled(10);
        const int height = QFontMetrics(small).height() + scaled(2);
        const QRect cap(area.right() - width + 1, area.center().y() - height / 2 + 1, width, height);
        const bool filled = variant == u"primary"_s && (option.state & State_Enabled);
        paint::panel(painter, cap, filled ? t.accentHover : t.sunken, t.flat ? ink : QColor(), 4);
        painter.save();
        painter.setFont(small);
        painter.setPen(filled ? t.onAccent : (option.state & State_Enabled) ? t.muted : t.disabled);
        painter.drawText(cap, Qt::AlignCenter, keys);
        painter.restore();
        area.setRight(cap.left() - scaled(space::small));
    }
    const int gap = scaled(6);
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width() + (option.text.isEmpty() ? 0 : gap);
    const int flags = Qt::AlignVCenter | Qt::AlignLeft
        | (styleHint(SH_UnderlineShortcut, &option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const bool toLeft = widget && widget->property("toLeft").toBool();
    int left = toLeft ? area.left() : area.left() + std::max(0, (area.width() - iconWidth - textWidth) / 2);
    if (!option.icon.isNull()) {
        const qreal ratio = widget ? widget->devicePixelRatioF() : 1.0;
        const QPixmap pixmap = option.icon.pixmap(option.iconSize, ratio);
        painter.drawPixmap(QPointF(left, option.rect.center().y() - option.iconSize.height() / 2 + 1), paint::tinted(pixmap, ink));
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

QRect ThemeStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0 && !isInner(widget))
            return option->rect.adjusted(scaled(8), 2, -scaled(8), -2);
        return option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
    const QWidget* widget) const
{
    const int arrow = scaled(28);
    const QRect whole = option->rect;
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow)
        return QRect(whole.right() - arrow + 1, whole.top(), arrow, whole.height());
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField)
        return whole.adjusted(scaled(8), 2, -arrow, -2);
    if (control == CC_SpinBox) {
        const int half = whole.height() / 2;
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        const bool buttons = spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        if (subControl == SC_SpinBoxUp)
            return buttons ? QRect(whole.right() - arrow + 1, whole.top() + 2, arrow, half - 2) : QRect();
        if (subControl == SC_SpinBoxDown)
            return buttons ? QRect(whole.right() - arrow + 1, whole.top() + half, arrow, half - 2) : QRect();
        if (subControl == SC_SpinBoxEditField)
            return whole.adjusted(scaled(8), 2, buttons ? -arrow : -scaled(8), -2);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const
{
    const QSize base = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (!button)
            return base;
        const int height = heightFor(option, widget);
        const QString keys = widget ? widget->property("keys").toString() : QString();
        if (button->text.isEmpty() && keys.isEmpty())
            return {height, height};
        int width = option->fontMetrics.size(Qt::TextShowMnemonic, button->text).width() + scaled(24);
        if (!button->icon.isNull())
            width += button->iconSize.width() + (button->text.isEmpty() ? 0 : scaled(6));
        if (button->features & QStyleOptionButton::HasMenu)
            width += scaled(14);
        if (!keys.isEmpty())
            width += QFontMetrics(typeFont(Type::Caption)).horizontalAdvance(keys) + scaled(18);
        return {std::max(width, height), height};
    }
    case CT_LineEdit:
        return isInner(widget) ? base : QSize(base.width() + scaled(12), heightFor(option, widget));
    case CT_ComboBox:
        return {contents.width() + scaled(44), heightFor(option, widget)};
    case CT_SpinBox:
        return {contents.width() + scaled(40), heightFor(option, widget)};
    case CT_ToolButton:
        return {std::max(base.width(), scaled(30)), std::max(base.height(), scaled(30))};
    case CT_CheckBox:
    case CT_RadioButton:
        return {base.width() + 4, std::max(base.height(), scaled(26))};
    case CT_ItemViewItem:
        return {base.width(), std::max(base.height(), scaled(30))};
    default:
        return base;
    }
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return scaled(22);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return scaled(5);
    case PM_SmallIconSize:
    case PM_ListViewIconSize: return scaled(16);
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize: return scaled(18);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::small;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return space::large;
    case PM_FocusFrameHMargin: return scaled(8); // the left and right inset of text in list rows
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_Table_GridLineColor: return static_cast<int>(tokens().line.rgba());
    default: return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace onedoor
