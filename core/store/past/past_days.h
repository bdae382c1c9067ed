// SPDX-License-Identifier: GPL-3.0-or-later
// Days of the hall that were looked at lately, ready to be asked for any minute: while somebody drags a slider over a day, its events are
// read once. What has come into the journal since, from here or from another PC and however late, is added before each answer, so a day
// that is still going on grows. A few days are kept; a store cut back (a restored disk) or many new events let go of all of them.
// One per reader thread. Owns the days; journal and views outlive it. Errors: those of day_loader.h.
#pragma once

#include "core/store/past/day_loader.h"

#include <memory>

namespace onedoor {

class PastDays {
public:
    PastDays(JournalStore& journal, ViewsStore& views) : m_journal(journal), m_views(views) {}

    /// Stays until the next call. `places`: keys of those whose sittings are wanted even if nothing happened there that day.
    Result<const PastDay*> day(QDate date, int offsetMinutes, const QStringList& places);

private:
    Result<void> catchUp();

    JournalStore& m_journal;
    ViewsStore& m_views;
    std::vector<std::unique_ptr<DayLoader>> m_days; ///< the one asked for last stands last
    std::unique_ptr<DayLoader> m_passing;           ///< of which the views did not know all yet
    std::int64_t m_arrival = 0;                     ///< the newest event that the days know
    QByteArray m_hash;                              ///< its hash: tells whether it is the same journal
};

} // namespace onedoor
