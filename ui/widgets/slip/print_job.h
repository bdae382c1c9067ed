// SPDX-License-Identifier: GPL-3.0-or-later
// One slip on its way to paper or PDF. The work blocks (a printer in the network may take seconds), so it runs in the thread of
// TicketPrinter's pool; it touches no widget. "Printed" means that the system's queue took the job or the file is on the disk.
// Errors: print.notChosen; print.printerMissing, print.printerStopped, print.printerRefused {printer}; print.folderMissing,
// print.fileNotWritten {path}.
#pragma once

#include "core/base/error.h"
#include "ui/widgets/slip/print_settings.h"
#include "ui/widgets/slip/slip_painter.h"

#include <functional>

namespace onedoor {

struct PrintJob {
    SlipPainter slip;
    PrintSettings settings;
};

/// What was printed on.
struct PrintedOn {
    QString printer; ///< the printer's name, or "PDF"; never a path: it enters the journal
    QString file;    ///< of a PDF, absolute
};

/// How a job is done; printSlip, or something a test can hold back.
using PrintWork = std::function<Result<PrintedOn>(const PrintJob&)>;

Result<PrintedOn> printSlip(const PrintJob& job);

/// The printer's name as it is recorded, before or after the job.
QString recordedPrinter(const PrintSettings& settings);
/// One sentence for the desk: what failed and what to do. UI thread.
QString printFailureText(const Error& error);

} // namespace onedoor
