// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/slip_desk.h"

#include "core/services/error_text.h"
#include "ui/models/wait_words.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/slip/print_settings_panel.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace onedoor {

namespace {

constexpr int sheetWidth = 820;
constexpr int failureMilliseconds = 20'000; ///< a visitor stands there without a slip: long enough to be seen after a look away

/// As if it were confidential when its row can't be read: paper says too little rather than too much.
SlipContent issuedSlip(const CentreDefinition& centre, const VisitReply& issued, const Result<VisitDetails>& details, Instant now)
{
    if (details) {
        for (const TicketRow& row : details->tickets) {
            if (row.ticket == issued.ticket)
                return slipFor(centre, issued, {row.service, row.name, row.confidential}, row.issuedAt);
        }
    }
    return slipFor(centre, issued, {{}, {}, true}, now);
}

/// A file is no paper: it says nothing about whether the visitor has a slip.
bool concernsPaper(const PrintOutcome& outcome)
{
    return outcome.isPrinted() ? outcome.result->file.isEmpty() : outcome.result.error().code.startsWith(QStringLiteral("print.printer"));
}

} // namespace

SlipDesk::SlipDesk(Gateway& gateway, const Session& session, const Clock& clock, TicketPrinter& printer, QWidget* window)
    : QObject(window), m_gateway(gateway), m_session(session), m_clock(clock), m_printer(printer), m_window(window)
{
    connect(&m_printer, &TicketPrinter::finished, this, &SlipDesk::conclude);
    connect(&m_printer, &TicketPrinter::begun, this, [this](const TicketId& ticket) { Q_EMIT printingChanged(ticket, true); });
    connect(&m_printer, &TicketPrinter::finished, this, [this](const PrintOutcome& outcome) { Q_EMIT printingChanged(outcome.ticket, false); });
}

void SlipDesk::printIssued(const VisitReply& issued)
{
    whenReady(m_gateway.ask(m_session, VisitShow{issued.visit}), this, [this, issued](const Result<VisitDetails>& details) {
        addWait(issuedSlip(m_gateway.centre(), issued, details, m_clock.now()));
    });
}

/// A visitor who was called before the printer began has no wait to read about, and a refusal is no reason to print nothing.
void SlipDesk::addWait(SlipContent slip)
{
    whenReady(m_gateway.ask(m_session, QueueEstimate{.ticket = slip.ticket.toString()}), this,
              [this, slip = std::move(slip)](const Result<EstimateList>& answer) mutable {
                  if (answer && !answer->estimates.empty())
                      slip.wait = words::waitOnSlip(answer->estimates.front());
                  print(slip);
              });
}

void SlipDesk::printAgain(const TicketRow& ticket, std::optional<std::uint32_t> ahead)
{
    SlipContent slip = slipAgain(m_gateway.centre(), ticket, m_clock.now());
    if (ticket.status == TicketStatus::Waiting)
        slip.ahead = ahead;
    print(slip);
}

void SlipDesk::print(const SlipContent& slip)
{
    const TicketPrinter::Start start = m_printer.print(slip);
    if (start == TicketPrinter::Start::Begun)
        m_mine.insert(slip.ticket, slip);
    else if (start == TicketPrinter::Start::NotChosen)
        offerSettings(offerPdf(slip, printFailureText({ErrorKind::Invalid, QStringLiteral("print.notChosen"), {}, {}}), Tone::Warning));
}

Toast* SlipDesk::offerPdf(const SlipContent& slip, const QString& why, Tone tone)
{
    auto* save = new QAction(tr("Save as PDF"), this);
    connect(save, &QAction::triggered, this, [this, slip] {
        const QString& chosen = m_printer.settings().pdfFolder;
        savePdf(slip, chosen.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : chosen);
    });
    Toast* toast = Toast::show(m_window, why, save, tone, failureMilliseconds);
    connect(toast, &QObject::destroyed, save, &QObject::deleteLater);
    return toast;
}

void SlipDesk::offerSettings(Toast* toast)
{
    auto* settings = new QAction(tr("Choose a printer…"), this);
    connect(settings, &QAction::triggered, this, &SlipDesk::openSettings, Qt::QueuedConnection); // the focus leaves the toast first
    connect(toast, &QObject::destroyed, settings, &QObject::deleteLater);
    toast->addAction(settings);
}

void SlipDesk::offerFolder(const SlipContent& slip, const QString& why)
{
    auto* choose = new QAction(tr("Choose a folder…"), this);
    connect(choose, &QAction::triggered, this, [this, slip] {
        auto* dialog = new QFileDialog(m_window, tr("Folder for PDF files"));
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &QFileDialog::fileSelected, this, [this, slip](const QString& folder) { savePdf(slip, folder); });
        dialog->open();
    });
    Toast* toast = Toast::show(m_window, why, choose, Tone::Danger, failureMilliseconds);
    connect(toast, &QObject::destroyed, choose, &QObject::deleteLater);
}

void SlipDesk::savePdf(const SlipContent& slip, const QString& folder)
{
    if (m_printer.savePdf(slip, folder) == TicketPrinter::Start::Begun)
        m_mine.insert(slip.ticket, slip);
}

void SlipDesk::tell(const PrintOutcome& outcome, const SlipContent& slip)
{
    if (outcome.isPrinted()) {
        const QString file = outcome.result->file;
        if (!file.isEmpty())
            Toast::show(m_window, tr("Slip of %1 saved as PDF: %2").arg(outcome.number, QDir::toNativeSeparators(file)));
        return;
    }
    const QString why = printFailureText(outcome.result.error());
    if (concernsPaper(outcome))
        offerPdf(slip, why, Tone::Danger);
    else
        offerFolder(slip, why);
}

void SlipDesk::conclude(const PrintOutcome& outcome)
{
    if (!m_mine.contains(outcome.ticket))
        return;
    const SlipContent slip = m_mine.take(outcome.ticket);
    tell(outcome, slip);
    if (!concernsPaper(outcome))
        return;
    whenReady(m_gateway.send(m_session, recordOf(outcome)), this, [this](const Result<TicketReply>& reply) {
        if (!reply)
            Toast::show(m_window, errorText(reply.error(), m_gateway.centre()), nullptr, Tone::Danger);
    });
}

void SlipDesk::openSettings()
{
    if (m_settings)
        return;
    m_settings = new Sheet(m_window, tr("Slip printing"));
    m_settings->setPanelWidth(sheetWidth);
    m_settings->setContent(new PrintSettingsPanel(m_printer, testSlip(m_gateway.centre(), m_clock.now())));
    connect(m_settings, &Sheet::closed, m_settings, &QObject::deleteLater);
    m_settings->openSheet();
}

} // namespace onedoor

#include "moc_slip_desk.cpp"
