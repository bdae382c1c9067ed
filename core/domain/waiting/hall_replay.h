// SPDX-License-Identifier: GPL-3.0-or-later
// Past days seen as they were lived: events go in in the order in which they arrived here, and at every moment it is known who waited,
// who was being served where, and who worked. What comes late from another PC counts from when it came; a lesson that would take
// negative time is passed over. HallReplay follows; WaitingLearner makes a WaitingModel of what it follows: at each ticket's issue it
// notes the forecast that the days before would have given, and when the ticket is called, how wrong that was. Pure; one thread.
#pragma once

#include "core/domain/event.h"
#include "core/domain/ticket/ticket_state.h"
#include "core/domain/waiting/waiting_model.h"

#include <unordered_map>
#include <unordered_set>

namespace onedoor {

class HallReplay {
public:
    explicit HallReplay(const WaitingFrame& frame);

    /// What one event did to its ticket, as far as waiting goes.
    struct Step {
        bool isTicket = false;
        TicketProgress before; ///< of a new ticket: as it was issued
        bool isNew = false;
        const TicketState* ticket = nullptr; ///< until the next event
    };
    Step take(const Event& event, const EventMeta& meta);

    /// The hall as it is at `now`, not before the last event.
    HallNow at(Instant now) const;
    const std::vector<WaitingOne>& waiting() const { return m_waiting; }
    bool isActive(int place, Instant now) const { return m_places[std::size_t(place)].traces.isActive(now, m_frame.offsetMinutes); }
    /// A new day: whoever was called in vain on an earlier one is not waited for any more.
    void forgetTheOver();

private:
    void addReturned(HallNow& hall) const;
    void traceAnew(int place, const QString& key, QDate day);
    struct AtPlace {
        PlaceTraces traces;
        TicketId current;
        int service = -1;
        Instant since;
    };
    void follow(const TicketState& ticket, const TicketProgress& before, Instant stoodAt, bool wasThere);
    void standUp(TicketId ticket, const TicketProgress& was, Instant queueTime);

    const WaitingFrame& m_frame;
    std::unordered_map<TicketId, TicketState> m_tickets;
    std::unordered_set<TicketId> m_away; ///< on hold or missed, and back by themselves some day
    std::vector<WaitingOne> m_waiting; ///< in calling order, without those who wait again by themselves
    std::vector<AtPlace> m_places;
};

/// When a ticket at a place was called or taken up again, so that time on hold counts for nobody.
Instant atPlaceSince(std::int64_t servedSeconds, Instant calledAt, Instant begunAt);

class WaitingLearner {
public:
    explicit WaitingLearner(const WaitingFrame& frame);

    void take(const Event& event, const EventMeta& meta);
    /// What is learned from the days so far; the last one counts as over.
    WaitingModel model();

private:
    struct Pending {
        int service = -1;
        Forecast forecast;
        Instant issuedAt;
    };
    void beginDay(QDate day);
    void endDay();
    void noteIssue(const TicketState& ticket);
    void noteCall(const TicketState& ticket);
    void notePresence(int place, Instant at);
    void notePlaces(const HallReplay::Step& step, Instant at);
    bool somebodyWaitsFor(int place, Instant now) const;

    const WaitingFrame& m_frame;
    HallReplay m_replay;
    ServiceTimesLearner m_times;
    WaitingModel m_model;
    std::unordered_map<TicketId, Pending> m_pending;
    QDate m_day;
    std::vector<int> m_firstMinute;               ///< of the day by place; -1: nobody yet
    std::vector<std::vector<int>> m_firstMinutes; ///< by place, of all days
    std::vector<Instant> m_becameFree;            ///< by place, while somebody waited for it
};

} // namespace onedoor
