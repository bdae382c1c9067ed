// SPDX-License-Identifier: GPL-3.0-or-later
// A column that is filled from top to bottom, once to measure it and once to paint it, with the same code and so with the same
// breaks. Lengths go in as millimetres and come out as dots of the device, whole ones, so that lines stay crisp on a thermal head.
// Made for one pass and thrown away; the thread of its painter. Text that is too long wraps, anywhere if it must: nothing is cut.
#pragma once

#include <QFont>
#include <QPainter>
#include <QTextLayout>
#include <vector>

namespace onedoor {

class SlipFlow {
public:
    struct Text {
        QString words;
        double size = 3;  ///< of the type, millimetres
        bool strong = false;
        Qt::Alignment alignment = Qt::AlignLeft;
        double lineHeight = 1.25; ///< of the size
    };

    /// painter: nullptr measures only. left, width, top: dots. scale: of all lengths, for a page that is too short.
    SlipFlow(const QFont& base, const QPaintDevice& device, QPainter* painter, double scale);
    void setColumn(double left, double width);
    double left() const { return m_left; }
    double width() const { return m_width; }
    double top() const { return m_top; }
    void setTop(double top) { m_top = top; }
    QPainter* painter() const { return m_painter; }

    /// Whole dots of a length in millimetres, at least one.
    double dots(double millimetres) const;
    /// The same of the paper itself, which no scale makes smaller.
    double paperDots(double millimetres) const;
    QFont font(double size, bool strong) const;
    double widthOf(const QString& text, double size, bool strong) const;

    void gap(double millimetres) { m_top += dots(millimetres); }
    void text(const Text& text);
    /// In the first of the sizes that needs no more than `lines` lines, or in the last one.
    void fitted(Text text, const std::vector<double>& sizes, int lines);
    /// One line as high as its ink, in the largest size up to `largest` that fits the column.
    void figure(const QString& words, double largest);
    void rule(bool dashed);

private:
    int layOut(QTextLayout& layout, const Text& text) const;

    QFont m_base;
    const QPaintDevice& m_device;
    QPainter* m_painter;
    double m_paperDotsPerMillimetre;
    double m_dotsPerMillimetre;
    double m_left = 0;
    double m_width = 0;
    double m_top = 0;
};

} // namespace onedoor
