// SPDX-License-Identifier: GPL-3.0-or-later
// Paints buttons, inputs, boxes and rows over Fusion from the tokens. Owned by QApplication once set; UI thread. Dynamic
// properties "variant", "large" and "invalid" (see theme.h) choose among looks.
#pragma once

#include <QProxyStyle>

class QStyleOptionButton;

namespace onedoor {

class ThemeStyle final : public QProxyStyle {
    Q_OBJECT
public:
    ThemeStyle();

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
        const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl subControl,
        const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const override;

private:
    void drawBevel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget) const;
    void drawLabel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget) const;
    void drawInput(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawBox(const QStyleOption& option, QPainter& painter, bool round) const;
    void drawRow(const QStyleOption& option, QPainter& painter) const;
    void drawTool(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
};

} // namespace onedoor
