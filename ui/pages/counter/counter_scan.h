// SPDX-License-Identifier: GPL-3.0-or-later
// What a scan at the console means: the code of a slip, or an identity card whose bearer holds a ticket today. The ticket that waits is
// called, the called visitor has come, the held one goes on; where none of this may be done it is said where the ticket stands. Everything
// goes through the console, one act at a time, and can be undone there. Owned by the page; UI thread.
#pragma once

#include "core/services/gateway.h"
#include "ui/models/counter_acts.h"

#include <QObject>

namespace onedoor {

class CounterBoard;
class CounterConsole;

class CounterScan final : public QObject {
    Q_OBJECT
public:
    CounterScan(Gateway& gateway, const Session& session, CounterBoard& board, CounterConsole& console, QObject* parent);

    void slip(TicketId ticket);
    void card(const QString& number);

Q_SIGNALS:
    /// Nothing was done, and why.
    void told(const QString& text);
    void failed(const onedoor::Error& error);

private:
    void take(const TicketRow& ticket);
    std::optional<CounterAct> actFor(const TicketRow& ticket) const;
    QString whereabouts(const TicketRow& ticket) const;

    Gateway& m_gateway;
    const Session& m_session;
    CounterBoard& m_board;
    CounterConsole& m_console;
    std::uint64_t m_question = 0; ///< only the newest scan counts
};

} // namespace onedoor
