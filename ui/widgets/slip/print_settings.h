// SPDX-License-Identifier: GPL-3.0-or-later
// Where slips go on this PC: a printer of the system or a folder for PDF files, and the paper. Kept in the QSettings that the
// composition root hands in, under "slip/". Plain value, any thread; read() takes what it can't understand as not chosen.
#pragma once

#include "ui/widgets/slip/slip_layout.h"

#include <QString>

class QSettings;

namespace onedoor {

enum class PrintTarget {
    NotChosen,
    Printer, ///< `printer`
    PdfFile, ///< a file in `pdfFolder`
};
template <>
struct EnumWords<PrintTarget> {
    static constexpr std::array values{std::pair{PrintTarget::NotChosen, "none"}, std::pair{PrintTarget::Printer, "printer"},
                                       std::pair{PrintTarget::PdfFile, "pdf"}};
};

struct PrintSettings {
    PrintTarget target = PrintTarget::NotChosen;
    QString printer;   ///< as the system names it
    QString pdfFolder; ///< absolute
    SlipPaper paper = SlipPaper::Roll80;
    QString layout = QStringLiteral("standard"); ///< key of one that comes with the program
    QString layoutFile;                          ///< the centre's own, absolute; empty: none

    /// The own one, if its file can be read: a visitor gets a slip in any case. Reads it, from a share perhaps: not on the UI thread.
    SlipLayout usedLayout() const;
    /// A target is chosen and named.
    bool isComplete() const;
    void save(QSettings& settings) const;
    static PrintSettings read(const QSettings& settings);

    friend bool operator==(const PrintSettings&, const PrintSettings&) = default;
};

} // namespace onedoor
