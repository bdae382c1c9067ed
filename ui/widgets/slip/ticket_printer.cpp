// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/ticket_printer.h"

#include "ui/models/when_ready.h"

#include <QFuture>
#include <QPrinterInfo>
#include <QtConcurrentRun>

namespace onedoor {

namespace {

/// A second press within this time after the slip came out is the same press.
constexpr std::chrono::milliseconds repeatPause{1500};

} // namespace

TicketRecordPrint recordOf(const PrintOutcome& outcome)
{
    TicketRecordPrint record;
    record.ticket = outcome.ticket.toString();
    record.printed = outcome.isPrinted();
    record.printer = outcome.printer;
    if (!outcome.isPrinted())
        record.reason = outcome.result.error().code;
    return record;
}

TicketPrinter::TicketPrinter(PrintSettings settings, PrintWork work, QObject* parent)
    : QObject(parent), m_settings(std::move(settings)), m_work(std::move(work))
{
    m_pool.setMaxThreadCount(1);
}

TicketPrinter::~TicketPrinter()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void TicketPrinter::setSettings(const PrintSettings& settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    Q_EMIT settingsChanged(m_settings);
}

TicketPrinter::Start TicketPrinter::print(const SlipContent& slip)
{
    const Start start = printWith(slip, m_settings);
    if (start == Start::NotChosen)
        Q_EMIT targetMissing(slip);
    return start;
}

TicketPrinter::Start TicketPrinter::savePdf(const SlipContent& slip, const QString& folder)
{
    PrintSettings settings = m_settings;
    settings.target = PrintTarget::PdfFile;
    settings.pdfFolder = folder;
    return printWith(slip, settings);
}

TicketPrinter::Start TicketPrinter::printWith(const SlipContent& slip, const PrintSettings& settings)
{
    if (!settings.isComplete())
        return Start::NotChosen;
    const auto recent = m_justPrinted.constFind(slip.ticket);
    if (m_running.contains(slip.ticket) || (recent != m_justPrinted.cend() && !recent->hasExpired()))
        return Start::OnItsWay;
    m_running.insert(slip.ticket);
    Q_EMIT begun(slip.ticket);
    const auto work = [work = m_work, painter = SlipPainter(slip, settings.paper), settings] { return work({painter.laidOut(settings.usedLayout()), settings}); };
    whenReady(QtConcurrent::run(&m_pool, work), this,
              [this, ticket = slip.ticket, number = slip.number, printer = recordedPrinter(settings)](const Result<PrintedOn>& result) {
                  conclude({ticket, number, result, printer});
              });
    return Start::Begun;
}

void TicketPrinter::conclude(const PrintOutcome& outcome)
{
    m_running.remove(outcome.ticket);
    m_justPrinted.removeIf([](auto each) { return each->hasExpired(); });
    if (outcome.isPrinted() && outcome.ticket)
        m_justPrinted.insert(outcome.ticket, QDeadlineTimer(repeatPause));
    Q_EMIT finished(outcome);
}

QFuture<QStringList> TicketPrinter::printerNames()
{
    return QtConcurrent::run(&m_pool, [] { return QPrinterInfo::availablePrinterNames(); });
}

} // namespace onedoor

#include "moc_ticket_printer.cpp"
