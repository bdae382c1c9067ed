// SPDX-License-Identifier: GPL-3.0-or-later
// One ticket in full: its number as large as the desk has it, where it goes, how many stand before it, whether the slip came out of
// the printer, and only here what the visitor came for. Shows the ticket just issued, or the one chosen in the list. Asks for its
// details itself and drops late answers. UI thread.
#pragma once

#include "core/services/api/reception.h"
#include "core/services/gateway.h"
#include "ui/widgets/card.h"

#include <QSet>
#include <array>

class QAction;
class QFormLayout;
class QScrollArea;
class QStackedWidget;

namespace onedoor {

class Badge;
class TicketBadge;

class TicketPanel final : public Card {
    Q_OBJECT
public:
    /// The actions are the page's, one button each. One that is of no use for the ticket on show has no button.
    TicketPanel(Gateway& gateway, const Session& session, const QList<QAction*>& actions, QWidget* parent = nullptr);

    /// A ticket that was issued a moment ago.
    void showIssued(const TicketRow& ticket, std::uint32_t ahead, const std::vector<QString>& places);
    void showTicket(const TicketRow& ticket, std::uint32_t ahead);
    /// The same ticket, as it is now.
    void refresh(const TicketRow& ticket, std::uint32_t ahead);
    /// Its slip is with the printer: between issued and printed.
    void setPrinting(TicketId ticket, bool isPrinting);
    void clear();
    bool isEmpty() const { return !m_ticket.ticket; }
    const TicketRow& ticket() const { return m_ticket; }

Q_SIGNALS:
    void failed(const onedoor::Error& error);

private:
    void build(const QList<QAction*>& actions);
    QWidget* makeButtons(const QList<QAction*>& actions);
    QWidget* makeHints();
    QLabel* addFact(QFormLayout* facts, const QString& name);
    void fill(std::uint32_t ahead);
    void fillPlaces(const QStringList& keys);
    void askDetails();
    void askWait();
    void showPrint();

    Gateway& m_gateway;
    const Session& m_session;
    TicketRow m_ticket;
    std::uint64_t m_question = 0;
    std::uint64_t m_waitQuestion = 0;
    QSet<TicketId> m_printing;
    TicketId m_waitOf; ///< whose expected wait is on show
    QStackedWidget* m_stack;
    QLabel* m_headline;
    TicketBadge* m_number;
    Badge* m_status;
    Badge* m_print;
    QLabel* m_name;
    QLabel* m_service;
    QLabel* m_places;
    QLabel* m_ahead;
    QLabel* m_wait;
    QLabel* m_arrived;
    std::array<Badge*, 5> m_marks; ///< as many as there are notes at most
    QLabel* m_summary;
    QLabel* m_route;
    QLabel* m_helper;
    QFormLayout* m_facts = nullptr;
};

} // namespace onedoor
