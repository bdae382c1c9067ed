// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ThemeStyle that answers how large things are and where their parts lie.
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/theme/theme_style.h"
#include "ui/widgets/theme/theme_style_parts.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QStyleOption>
#include <algorithm>

namespace onedoor {

namespace {

int heightFor(const QStyleOption* option, const QWidget* widget)
{
    const int base = widget && widget->property("large").toBool() ? largeHeight : controlHeight;
    return std::max(scaled(base), option->fontMetrics.height() + space::medium);
}

QSize buttonSize(const QStyleOptionButton& button, const QWidget* widget)
{
    const int height = heightFor(&button, widget);
    const QString keys = widget ? widget->property("keys").toString() : QString();
    if (button.text.isEmpty() && keys.isEmpty())
        return {height, height};
    int width = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width() + scaled(24);
    if (!button.icon.isNull())
        width += button.iconSize.width() + (button.text.isEmpty() ? 0 : scaled(6));
    if (button.features & QStyleOptionButton::HasMenu)
        width += scaled(14);
    if (!keys.isEmpty())
        width += keyCapRoom(keys);
    return {std::max(width, height), height};
}

} // namespace

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
        return button ? buttonSize(*button, widget) : base;
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
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_Table_GridLineColor: return static_cast<int>(tokens().line.rgba());
    default: return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace onedoor
