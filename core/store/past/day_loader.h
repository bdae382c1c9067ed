// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one day of the hall out of the journal: the tickets and places of which something happened on the day (happened.h), the tickets
// that were left open before and not touched (the views say which), and who sat at the places when the day began. Some thousand events
// for a day of a thousand tickets, whatever the journal holds besides; nothing personal is opened.
// Takes further events of the day as they come in. Owns the day; journal and views outlive it; their thread.
// Errors: those of the database, and Corrupt "envelope.malformed".
#pragma once

#include "core/store/journal/journal_store.h"
#include "core/store/past/past_day.h"
#include "core/store/views/views_store.h"

#include <unordered_set>

namespace onedoor {

class DayLoader {
public:
    DayLoader(JournalStore& journal, ViewsStore& views, QDate date, int offsetMinutes);

    const PastDay& day() const { return m_day; }
    Result<void> load(const QStringList& places);

    /// Notes what the day has to read of an event that has come in since: read() does it, after the last one.
    void note(const Envelope& envelope);
    Result<void> readNoted();

private:
    struct Group {
        std::vector<FoldInput> events; ///< of the day
        bool isPlace = false;
        bool isWhole = false; ///< the record begins with them
    };
    using Groups = std::unordered_map<RawId, Group, KeptHash>;

    Result<void> readTicket(const RawId& ticket);
    Result<void> readBefore(const RawId& place, std::int64_t newestBefore, std::vector<FoldInput>& events);
    Result<void> keep(const RawId& record, Group& group, std::int64_t newestBefore);

    JournalStore& m_journal;
    ViewsStore& m_views;
    PastDay m_day;
    std::unordered_map<RawId, std::vector<FoldInput>, KeptHash> m_placeEvents; ///< from shortly before the day on
    std::unordered_set<RawId, KeptHash> m_noted; ///< tickets to read anew
};

} // namespace onedoor
