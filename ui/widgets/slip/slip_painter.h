// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a slip on any paint device that knows its resolution: thermal roll, A6 page, PDF, picture. What stands on it, in which order and how
// large, says its layout (slip_layout.h). Black only. Immutable; made in the UI thread, painting in any one thread at a time.
// Lengths in millimetres unless said otherwise. Never fails; what does not fit an A6 page is made smaller, never cut.
#pragma once

#include "ui/models/slip_content.h"
#include "ui/widgets/slip/qr_matrix.h"
#include "ui/widgets/slip/slip_layout.h"
#include "ui/widgets/slip/slip_paper.h"

#include <QFont>
#include <QImage>

namespace onedoor {

class SlipFlow;

class SlipPainter {
public:
    SlipPainter(SlipContent content, SlipPaper paper, const SlipLayout& layout = shippedSlipLayouts().front());
    /// The same content laid out otherwise. Any thread.
    SlipPainter laidOut(const SlipLayout& layout) const;

    const SlipContent& content() const { return m_content; }
    SlipPaper paper() const { return m_paper; }
    /// The page that this slip needs on the device; of a roll the height follows from the text.
    QSizeF pageSize(const QPaintDevice& device) const;
    /// The painter stands at the corner of the page, in dots of its device.
    void paint(QPainter& painter) const;
    /// The slip as a thermal head would burn it, but smooth: white paper, `dpi` dots an inch.
    QImage image(int dpi = thermalDpi) const;

private:
    double fill(SlipFlow& flow) const;
    double scaleFor(const QPaintDevice& device) const;
    void draw(SlipFlow& flow, const SlipBlock& block) const;
    void text(SlipFlow& flow, const SlipBlock& block, const QString& words, bool strong, double lineHeight = 1.25) const;
    void number(SlipFlow& flow, const SlipBlock& block) const;
    void places(SlipFlow& flow, const SlipBlock& block) const;
    struct StopLook {
        double size; ///< of the places' names
        bool beside; ///< the places stand beside their zone
    };
    StopLook stopLook(const SlipFlow& flow, const SlipBlock& block) const;
    void stop(SlipFlow& flow, const SlipStop& stop, const StopLook& look) const;
    void particulars(SlipFlow& flow, const SlipBlock& block) const;
    QString valueOf(SlipParticular particular) const;
    void code(SlipFlow& flow, double left, double top, double module) const;

    SlipContent m_content;
    SlipPaper m_paper;
    SlipPaperSize m_size;
    QrMatrix m_code;
    QFont m_font;
    std::vector<SlipBlock> m_blocks;
};

} // namespace onedoor
