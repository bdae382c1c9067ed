// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the running centre may be changed so, judged against what leans on it at this moment: people who wait, who sits where, numbers
// that were given out today. Pure functions, any thread.
// Errors beside those of centre_change.h and template_problem.h (kind Conflict unless said otherwise):
//   centre.offeredAt{places}, centre.placesBelong{places}, centre.servicesBelong{services}: other items name this one
//   centre.visitorsDepend{count}: they wait, are called, served or on hold with it    centre.staffed{place,account,since}
//   centre.onlyPlace{service,count}: people wait for a service that no place would offer any more
//   centre.keptForPlace{service,count}: people wait for this place with a service that it would not offer any more
//   centre.numbersGiven{series}, centre.lastNumberTooLow{number}, centre.prefixUsedToday{prefix}: numbers of today could run twice
//   centre.nothingChanged, centre.unreadable (Unsupported), centre.unknownChange (NotFound), centre.nothingToUndo,
//   centre.hadNoEffect, centre.changedSince{account,at}
#pragma once

#include "core/base/error.h"
#include "core/domain/centre/centre_state.h"
#include "core/domain/rows.h"

namespace onedoor {

/// What of today a change may touch.
struct CentreDay {
    std::vector<TicketRow> tickets; ///< of today, and behind them older ones that are not over
    std::size_t ofToday = 0;        ///< how many of them were given out today
    AccountId staff;                ///< who sits at the place that is to be changed; null: nobody
    Instant staffSince;
    bool countsOn = false; ///< the series that is to be changed has a count of its own today, which goes on
};

/// What leans on an item, for people to see before they change it.
struct CentreUse {
    QStringList places;   ///< keys of places that belong to it or offer it
    QStringList services; ///< keys of services that belong to it
    std::vector<TicketRow> open; ///< tickets that are not over and depend on it
    std::uint32_t givenToday = 0; ///< numbers, of a series
};
CentreUse centreUse(const CentreDefinition& centre, const CentreDay& day, const QString& section, const QString& key);

/// The event, with the item in its canonical form.
Result<CentreChanged> decideCentreChange(const CentreState& state, const CentreDay& day, const CentreChanged& wished);
/// The change that brings back what was before `step`. Judged like any other by decideCentreChange.
Result<CentreChanged> decideCentreUndo(const CentreState& state, const EventRef& step);
/// The newest change of this person that stands and was not taken back, nor is itself a taking back; null when there is none.
EventRef lastChangeBy(const CentreState& state, const AccountId& actor);
/// Whether the change stands as it was made: then it may be taken back.
bool standsUnchanged(const CentreState& state, const ChangeStep& step);

} // namespace onedoor
