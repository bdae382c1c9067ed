// SPDX-License-Identifier: GPL-3.0-or-later
// The hall at one moment, as far as waiting depends on it: who stands in the queue, which places work, and what they work on. Made from
// the views (core/services/waiting) or by replaying a day (hall_replay.h); both give the same. Plain values, any thread.
// Services and places are positions in the centre's lists: a WaitingFrame holds what of a definition is needed and belongs to it.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/ids.h"

#include <QHash>
#include <vector>

namespace onedoor {

struct WaitingFrame {
    explicit WaitingFrame(const CentreDefinition& centre);

    QStringList services, places; ///< keys, in the centre's order
    std::vector<std::vector<int>> offers;  ///< by place: its services
    std::vector<std::vector<int>> serving; ///< by service: its places
    std::vector<double> usualSeconds;      ///< by service: the planning value
    OpeningHours hours;
    int offsetMinutes = 0;

    int service(const QString& key) const { return m_serviceAt.value(key, -1); } ///< -1: unknown
    int place(const QString& key) const { return m_placeAt.value(key, -1); }     ///< -1: unknown, or no place

private:
    QHash<QString, int> m_serviceAt, m_placeAt;
};

struct WaitingOne {
    TicketId ticket; ///< null: somebody who would draw a ticket now
    int service = 0;
    int toPlace = -1; ///< kept for this place
    Instant queueTime;

    friend bool operator==(const WaitingOne&, const WaitingOne&) = default;
};

/// Calling order: the earlier queue time, then the older ticket. Somebody without a ticket comes after everybody of the same moment.
bool standsBefore(const WaitingOne& one, const WaitingOne& other);

struct PlaceNow {
    bool isActive = false; ///< somebody works here
    int service = -1;      ///< of the ticket that is called or served; -1: nobody is
    Instant since;         ///< when it was called or taken up again

    friend bool operator==(const PlaceNow&, const PlaceNow&) = default;
};

struct HallNow {
    Instant now;
    std::vector<PlaceNow> places;    ///< one for each place of the frame
    std::vector<WaitingOne> waiting; ///< in calling order

    friend bool operator==(const HallNow&, const HallNow&) = default;
};

/// What is known of who works at a place, for the one rule that says whether somebody does.
struct PlaceTraces {
    bool isStaffed = false;  ///< somebody sat down and has not left
    bool hasCurrent = false; ///< a ticket is called or served there
    Instant staffedSince; ///< or, when nobody has: when the last one left
    Instant lastAct; ///< newest call or end of a ticket there

    /// With a ticket; or staffed by somebody who sat down or did something today (who forgot to leave yesterday doesn't count); or, where
    /// nobody says who sits where, after an act within the last three quarters of an hour.
    bool isActive(Instant now, int offsetMinutes) const;
};

} // namespace onedoor
