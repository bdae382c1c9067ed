// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in a span of time, whenever it arrived here. The journal is ordered by arrival and has no index by time; but within a
// stream time never runs back (hybrid_clock.h), so where a span begins and ends is found by halving each stream: some twenty looks a
// stream, however long the journal is. A PC that was cut off for weeks is found like any other. A forged stream whose times run back
// may hide its own events from a span, nobody else's.
// Owns nothing; the thread of the journal. Errors: those of the database, and Corrupt "envelope.malformed".
#pragma once

#include "core/store/journal/journal_store.h"

namespace onedoor {

/// Every event with from <= time < until, stream by stream, each in its order; the envelope's views live until the callback returns.
/// Gives the highest arrival number of what happened before `from`: 0 when nothing did.
Result<std::int64_t> eachHappened(JournalStore& journal, Instant from, Instant until, const std::function<Result<void>(Envelope&)>& visit);

} // namespace onedoor
