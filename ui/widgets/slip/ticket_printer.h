// SPDX-License-Identifier: GPL-3.0-or-later
// TicketPrinter: the one way from a ticket to paper. Prints slips one after the other in a thread of its own and says what became
// of each, so that the shell records it: issued, printed and failed stay apart, and printing again never makes a new number. While a
// ticket's slip is on its way, and for a moment after it came out, asking for it again prints nothing: a double press is one slip.
// Owned by the shell; UI thread. Its destructor waits for the job that is running and drops those that are not begun.
#pragma once

#include "core/services/api/counter.h"
#include "ui/widgets/slip/print_job.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <chrono>

template <typename T>
class QFuture;

namespace onedoor {

/// What became of one slip.
struct PrintOutcome {
    TicketId ticket; ///< null: a test slip, which is recorded nowhere
    QString number;
    Result<PrintedOn> result;
    QString printer; ///< as recorded

    bool isPrinted() const { return result.has_value(); }
};

/// The command that records the outcome; the reason is the error's stable code.
TicketRecordPrint recordOf(const PrintOutcome& outcome);

class TicketPrinter final : public QObject {
    Q_OBJECT
public:
    enum class Start {
        Begun,
        OnItsWay,  ///< this ticket's slip is being printed, or came out just now
        NotChosen, ///< no printer and no folder is set: offer PDF or the settings
    };

    explicit TicketPrinter(PrintSettings settings, PrintWork work = printSlip, QObject* parent = nullptr);
    ~TicketPrinter() override;

    const PrintSettings& settings() const { return m_settings; }
    /// For the slips from now on.
    void setSettings(const PrintSettings& settings);

    Start print(const SlipContent& slip);
    /// To a PDF file in this folder, whatever the settings say.
    Start savePdf(const SlipContent& slip, const QString& folder);
    /// With other settings than the own ones, for trying them out.
    Start printWith(const SlipContent& slip, const PrintSettings& settings);
    bool isPrinting(const TicketId& ticket) const { return m_running.contains(ticket); }

    /// Asked off the UI thread: a printer server may be slow.
    QFuture<QStringList> printerNames();

Q_SIGNALS:
    void begun(const onedoor::TicketId& ticket);
    /// Once for each begun slip, always after print() has returned.
    void finished(const onedoor::PrintOutcome& outcome);
    /// print() had nowhere to print to; the slip is here for savePdf().
    void targetMissing(const onedoor::SlipContent& slip);
    void settingsChanged(const onedoor::PrintSettings& settings);

private:
    void conclude(const PrintOutcome& outcome);

    PrintSettings m_settings;
    PrintWork m_work;
    QSet<TicketId> m_running;
    QHash<TicketId, QDeadlineTimer> m_justPrinted;
    QThreadPool m_pool;
};

} // namespace onedoor
