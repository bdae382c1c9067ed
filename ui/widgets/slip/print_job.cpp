// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/print_job.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QPrinterInfo>
#include <QSaveFile>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int pdfDpi = 3 * thermalDpi; ///< whole dots of a thermal head stay whole

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::Slip)
};

Unexpected printerFailed(ErrorKind kind, const QString& code, const QString& printer)
{
    return fail(kind, code, {}, {{u"printer"_s, printer}});
}

QPageLayout pageLayout(const SlipPainter& slip, const QPaintDevice& device)
{
    const QPageSize page = slip.paper() == SlipPaper::A6
        ? QPageSize(QPageSize::A6)
        : QPageSize(slip.pageSize(device), QPageSize::Millimeter, u"OneDoor slip"_s, QPageSize::ExactMatch);
    return {page, QPageLayout::Portrait, {}, QPageLayout::Millimeter};
}

QString fileName(const SlipContent& slip)
{
    // A visit's number ends with that of its first ticket.
    QString name = slip.isTest() ? u"test-slip"_s : slip.visitNumber;
    if (!slip.isTest() && !name.endsWith(u'-' + slip.number))
        name += u'-' + slip.number;
    for (QChar& character : name) {
        if (!character.isLetterOrNumber() && character != u'-')
            character = u'_';
    }
    return name + u".pdf"_s;
}

Result<PrintedOn> printToFile(const PrintJob& job)
{
    const QFileInfo folder(job.settings.pdfFolder);
    if (!folder.isDir())
        return fail(ErrorKind::Io, u"print.folderMissing"_s, {}, {{u"path"_s, job.settings.pdfFolder}});
    const QString path = QDir(folder.absoluteFilePath()).filePath(fileName(job.slip.content()));
    const Unexpected refused = fail(ErrorKind::Io, u"print.fileNotWritten"_s, {}, {{u"path"_s, QDir::toNativeSeparators(path)}});
    // Beside the target first: a half-written file never looks like a slip.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return refused;
    {
        QPdfWriter writer(&file);
        writer.setResolution(pdfDpi);
        writer.setTitle(job.slip.content().number);
        writer.setCreator(QCoreApplication::applicationName());
        writer.setPageLayout(pageLayout(job.slip, writer));
        QPainter painter;
        if (!painter.begin(&writer))
            return refused;
        job.slip.paint(painter);
        if (!painter.end())
            return refused;
    }
    if (!file.commit())
        return refused;
    return PrintedOn{recordedPrinter(job.settings), path};
}

Result<PrintedOn> printToPrinter(const PrintJob& job)
{
    const QString& name = job.settings.printer;
    const QPrinterInfo info = QPrinterInfo::printerInfo(name);
    if (info.isNull())
        return printerFailed(ErrorKind::NotFound, u"print.printerMissing"_s, name);
    if (info.state() == QPrinter::Error || info.state() == QPrinter::Aborted)
        return printerFailed(ErrorKind::Io, u"print.printerStopped"_s, name);
    QPrinter printer(info, QPrinter::HighResolution);
    if (job.slip.paper() != SlipPaper::A6)
        printer.setResolution(thermalDpi);
    printer.setFullPage(true); // the slip brings its own margins
    printer.setPageLayout(pageLayout(job.slip, printer));
    printer.setDocName(job.slip.content().number);
    QPainter painter;
    const bool painted = painter.begin(&printer);
    if (painted)
        job.slip.paint(painter);
    if (!painted || !painter.end() || printer.printerState() == QPrinter::Error || printer.printerState() == QPrinter::Aborted)
        return printerFailed(ErrorKind::Io, u"print.printerRefused"_s, name);
    return PrintedOn{name, {}};
}

} // namespace

Result<PrintedOn> printSlip(const PrintJob& job)
{
    if (!job.settings.isComplete())
        return fail(ErrorKind::Invalid, u"print.notChosen"_s);
    return job.settings.target == PrintTarget::PdfFile ? printToFile(job) : printToPrinter(job);
}

QString recordedPrinter(const PrintSettings& settings)
{
    return settings.target == PrintTarget::PdfFile ? u"PDF"_s : settings.printer;
}

QString printFailureText(const Error& error)
{
    const QString printer = error.facts.value(u"printer"_s).toString();
    const QString path = error.facts.value(u"path"_s).toString();
    if (error.code == "print.notChosen"_L1)
        return Words::tr("No printer is set up on this computer. Choose one, or save slips as PDF files.");
    if (error.code == "print.printerMissing"_L1)
        return Words::tr("The printer “%1” can't be found. Check that it is on and connected, or choose another one.").arg(printer);
    if (error.code == "print.printerStopped"_L1)
        return Words::tr("The printer “%1” has stopped. Check paper and cover, then print again.").arg(printer);
    if (error.code == "print.folderMissing"_L1)
        return Words::tr("The folder “%1” is not there. Choose another one for PDF files.").arg(path);
    if (error.code == "print.fileNotWritten"_L1)
        return Words::tr("The file “%1” can't be written. Close it if it is open, or choose another folder.").arg(path);
    return Words::tr("The printer “%1” did not take the slip. Check it, then print again.").arg(printer);
}

} // namespace onedoor
