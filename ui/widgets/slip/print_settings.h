// SPDX-License-Identifier: GPL-3.0-or-later
// Where slips go on this PC: a printer of the system or a folder for PDF files, and the paper. Kept in the QSettings that the
// composition root hands in, under "slip/". Plain value, any thread; read() takes what it can't understand as not chosen.
#pragma once

#include "ui/widgets/slip/slip_paper.h"

#include <QString>

class QSettings;

namespace onedoor {

enum class PrintTarget {
    NotChosen,
    Printer, ///< `printer`
    PdfFile, ///< a file in `pdfFolder`
};

struct PrintSettings {
    PrintTarget target = PrintTarget::NotChosen;
    QString printer;   ///< as the system names it
    QString pdfFolder; ///< absolute
    SlipPaper paper = SlipPaper::Roll80;

    /// A target is chosen and named.
    bool isComplete() const;
    void save(QSettings& settings) const;
    static PrintSettings read(const QSettings& settings);

    friend bool operator==(const PrintSettings&, const PrintSettings&) = default;
};

} // namespace onedoor
