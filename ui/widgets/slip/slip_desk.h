// SPDX-License-Identifier: GPL-3.0-or-later
// SlipDesk: what a window needs to print slips: connect the reception page's signals to printIssued() and printAgain(). It looks up
// what the slip says (so that a confidential visit is never named on paper), prints through the TicketPrinter that all windows share,
// records what became of the paper, and tells the desk in a toast when a slip failed or there is nowhere to print, with PDF as the
// way out. Only paper is recorded: a slip that was never sent to a printer stays "issued", also when it was saved as PDF. Owned by the window's frame, as long as session and gateway;
// UI thread; never blocks.
#pragma once

#include "core/services/gateway.h"
#include "ui/widgets/slip/ticket_printer.h"
#include "ui/widgets/theme/tokens.h"

#include <QPointer>
#include <QWidget>

namespace onedoor {

class Sheet;
class Toast;

class SlipDesk final : public QObject {
    Q_OBJECT
public:
    /// window: where toasts and the settings sheet appear; also the parent.
    SlipDesk(Gateway& gateway, const Session& session, const Clock& clock, TicketPrinter& printer, QWidget* window);

    void printIssued(const VisitReply& issued);
    /// ahead: shown while the ticket waits; nothing when it is not known.
    void printAgain(const TicketRow& ticket, std::optional<std::uint32_t> ahead = {});
    /// Printer, folder and paper, in a sheet over the window.
    void openSettings();

Q_SIGNALS:
    /// The slip of this ticket is with the printer now, whoever began it on this PC; or no more.
    void printingChanged(const onedoor::TicketId& ticket, bool isPrinting);

private:
    void addWait(SlipContent slip);
    void print(const SlipContent& slip);
    Toast* offerPdf(const SlipContent& slip, const QString& why, Tone tone);
    void offerSettings(Toast* toast);
    void offerFolder(const SlipContent& slip, const QString& why);
    void savePdf(const SlipContent& slip, const QString& folder);
    void tell(const PrintOutcome& outcome, const SlipContent& slip);
    void conclude(const PrintOutcome& outcome);

    Gateway& m_gateway;
    const Session& m_session;
    const Clock& m_clock;
    TicketPrinter& m_printer;
    QWidget* m_window;
    QPointer<Sheet> m_settings;
    QHash<TicketId, SlipContent> m_mine; ///< begun here: another window's slips are recorded by that window
};

} // namespace onedoor
