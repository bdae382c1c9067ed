// SPDX-License-Identifier: GPL-3.0-or-later
// The visitor at this place, large: number, name, what has to be known before speaking, the matter, and how long it has lasted.
// Empty it says what to do next. Reads the clock once a second while somebody is here. Child of the page; UI thread.
#pragma once

#include "core/base/clock.h"
#include "core/domain/rows.h"
#include "ui/widgets/card.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTimer>

namespace onedoor {

class Badge;
class TicketBadge;

class VisitorCard final : public Card {
    Q_OBJECT
public:
    VisitorCard(const CentreDefinition& centre, const Clock& clock, QWidget* parent = nullptr);
    void showVisitor(const TicketRow& ticket);
    /// `next`: who would be called now; nullptr when nobody waits.
    void showNobody(const TicketRow* next, std::size_t waiting, bool isStaffed);

private:
    QWidget* makeDetails();
    QWidget* makeMatter(QLayout* facts);
    void showBadges();
    void showState();
    void tick();

    const CentreDefinition& m_centre;
    const Clock& m_clock;
    std::optional<TicketRow> m_ticket;
    QTimer m_second;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    SectionHeading* m_heading;
    Badge* m_state;
    TicketBadge* m_number;
    QLabel* m_name;
    QLabel* m_about;
    QLabel* m_elapsed;
    QLabel* m_elapsedWord;
    QWidget* m_badgeRow;
    QLabel* m_service;
    QLabel* m_waited;
    QLabel* m_routeLabel;
    QLabel* m_route;
    QLabel* m_helperLabel;
    QLabel* m_helper;
    Banner* m_note;
    QLabel* m_matter;
};

} // namespace onedoor
