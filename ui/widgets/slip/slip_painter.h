// SPDX-License-Identifier: GPL-3.0-or-later
// Paints a slip on any paint device that knows its resolution: thermal roll, A6 page, PDF, picture. From top to bottom: the house, the
// number as large as the paper allows, the service, how many stand before, where to go with its zone, then the particulars beside
// the QR code, and the house's advice. Black only. Immutable; made in the UI thread, painting in any one thread at a time.
// Lengths in millimetres unless said otherwise. Never fails; what does not fit an A6 page is made smaller, never cut.
#pragma once

#include "ui/models/slip_content.h"
#include "ui/widgets/slip/qr_matrix.h"
#include "ui/widgets/slip/slip_paper.h"

#include <QFont>
#include <QImage>

namespace onedoor {

class SlipFlow;

class SlipPainter {
public:
    SlipPainter(SlipContent content, SlipPaper paper);

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
    void head(SlipFlow& flow) const;
    void waiting(SlipFlow& flow) const;
    void stops(SlipFlow& flow) const;
    struct StopLook {
        double size; ///< of the places' names
        bool beside; ///< the places stand beside their zone
    };
    StopLook stopLook(const SlipFlow& flow) const;
    void stop(SlipFlow& flow, const SlipStop& stop, const StopLook& look) const;
    void particulars(SlipFlow& flow) const;
    void code(SlipFlow& flow, double left, double top, double module) const;

    SlipContent m_content;
    SlipPaper m_paper;
    SlipPaperSize m_size;
    QrMatrix m_code;
    QFont m_font;
    bool m_narrow;
};

} // namespace onedoor
