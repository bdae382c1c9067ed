// SPDX-License-Identifier: GPL-3.0-or-later
// The views file: writes what a record is now. Disposable; remembers which event of which journal it reflects.
// Owns its Database; one thread. Queries are beside it: ticket_queries.h, person_queries.h, account_queries.h.
#pragma once

#include "core/journal/fold.h"
#include "core/store/sqlite/database.h"
#include "core/store/views/lookup_rows.h"

#include <vector>

namespace onedoor {

struct Frontier {
    std::int64_t arrival = 0;
    QByteArray hash;
};

class ViewsStore {
public:
    static constexpr int applicationId = 0x4f445631; ///< "ODV1"
    static Result<ViewsStore> open(const QString& path, sqlite::OpenOptions options);

    sqlite::Database& database() { return m_database; }

    Result<Frontier> frontier();
    Result<void> setFrontier(std::int64_t arrival, QByteArrayView hash);
    /// Writes the rows of one record. `isNew`: no row of it can be there yet (spares reading the old one).
    Result<void> put(const RawId& record, const FoldedRecord& folded, bool isNew = false);
    /// Takes away the rows of a record that has no event any more; `was` is what it was before.
    Result<void> remove(const RawId& record, const RecordState& was);
    /// Before put(): its rivals may have been put aside, and with them what they clashed about.
    Result<void> forgetConflicts(const RawId& record);
    /// From here on put() leaves out a person's look-up keys: takeWithoutKeys() tells whose they are, and many at a time are written by
    /// putKeys() in the order of their table, so that each of its pages is touched once.
    void leaveKeys(bool leave) { m_leavesKeys = leave; }
    std::vector<FoundBy> takeWithoutKeys();
    /// Sorts them first, if they are not; none is left afterwards.
    Result<void> putKeys(LookupRows& rows);

private:
    explicit ViewsStore(sqlite::Database database) : m_database(std::move(database)) {}
    Result<void> putConflicts(const RawId& record, const std::vector<Conflict>& conflicts, bool isNew);
    Result<void> putState(const PersonState& person, bool isNew);
    Result<void> putMerge(const PersonState& person, bool isNew);
    Result<void> putState(const VisitState& visit);
    Result<void> putState(const MatterState& matter);
    Result<void> putState(const TicketState& ticket);
    Result<void> putAppointment(const TicketState& ticket);
    Result<void> putState(const AppointmentState& appointment);
    Result<void> putState(const AccountState& account);
    Result<void> putState(const PlaceState& place);
    Result<void> putState(const NodeState& node);
    Result<void> putState(const StaffCallState& call);
    Result<void> putState(const DayState& day);     // these in day_views.cpp
    Result<void> putState(const AlarmState& alarm);
    Result<void> putClosing(const TicketState& ticket);
    Result<void> removeAlarm(const RawId& alarm);
    Result<void> putStops(const TicketState& ticket, bool isNew);
    Result<void> putNeeds(const VisitState& visit);

    sqlite::Database m_database;
    bool m_mayHaveClosings = true;  ///< false: no ticket was closed with its day or carried over it, and none needs a look
    bool m_mayHaveConflicts = true; ///< false: the table is empty, which it mostly is, and needs no look
    bool m_mayHaveStops = true; ///< false: no ticket has a route, which saves looking for old ones
    bool m_leavesKeys = false;
    std::vector<FoundBy> m_withoutKeys; ///< their keys are written by putKeys()
};

} // namespace onedoor
