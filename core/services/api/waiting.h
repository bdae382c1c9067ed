// SPDX-License-Identifier: GPL-3.0-or-later
// How long it will take until somebody is called, as a range that holds the truth four times out of five (core/domain/waiting).
#pragma once

#include "core/domain/waiting/waiting_model.h"
#include "core/services/api/counter.h"

namespace onedoor {

/// By the centre's own thresholds (QueueSettings), so that ten minutes and three hours never look the same.
enum class WaitLevel { Short, Long, VeryLong };
template <>
struct EnumWords<WaitLevel> {
    static constexpr std::array values{std::pair{WaitLevel::Short, "short"}, std::pair{WaitLevel::Long, "long"},
                                       std::pair{WaitLevel::VeryLong, "veryLong"}};
};

struct WaitEstimate {
    QString service; ///< key
    TicketId ticket; ///< null: of somebody who would draw a ticket now
    QString number;
    WaitState state = WaitState::Waits;
    WaitLevel level = WaitLevel::Short;
    std::uint32_t ahead = 0;  ///< people before in the queue of the service
    std::uint32_t places = 0; ///< that work now and serve it
    std::int64_t lowSeconds = 0; ///< from now by the clock on the wall, breaks included
    std::int64_t likelySeconds = 0;
    std::int64_t highSeconds = 0;
    Instant callAt;              ///< when the call is most likely; none when no range can be given
    bool mayMissClosing = false; ///< it may take until after closing time
    bool learned = false;        ///< from past days of this centre; else a planning value

    friend bool operator==(const WaitEstimate&, const WaitEstimate&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service"), self.service);
        visit(field("ticket"), self.ticket);
        visit(field("number"), self.number);
        visit(field("state"), self.state);
        visit(field("level"), self.level);
        visit(field("ahead"), self.ahead);
        visit(field("places"), self.places);
        visit(field("lowSeconds"), self.lowSeconds);
        visit(field("likelySeconds"), self.likelySeconds);
        visit(field("highSeconds"), self.highSeconds);
        visit(field("callAt"), self.callAt);
        visit(field("mayMissClosing"), self.mayMissClosing);
        visit(field("learned"), self.learned);
    }
};

struct EstimateList {
    std::vector<WaitEstimate> estimates;
    std::uint32_t daysLearned = 0;
    Instant asOf;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("estimates").atMost(10'000), self.estimates);
        visit(field("daysLearned"), self.daysLearned);
        visit(field("asOf"), self.asOf);
    }
};

/// One of: a waiting ticket; everybody who waits for a place, in calling order; somebody who would draw a ticket for the service now, with a
/// priority or without. With none of them: for every service. Conflict "ticket.notWaiting" when the ticket was called already.
struct QueueEstimate {
    static constexpr const char* name = "queue.estimate";
    using Reply = EstimateList;
    QString service;  ///< key
    QString priority; ///< key; empty: the ordinary one
    QString ticket;   ///< id, or number of today
    QString place;    ///< key

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service"), self.service);
        visit(field("priority"), self.priority);
        visit(field("ticket"), self.ticket);
        visit(field("place"), self.place);
    }
};

class QueryScope;
Result<EstimateList> answer(QueryScope& scope, const QueueEstimate& query);

} // namespace onedoor
