// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of the journal by time, for what learns from past days. The thread of the journal it is given.
#pragma once

#include "core/store/journal/journal_store.h"

namespace onedoor {

/// Events of the hall's everyday (tickets and places) written from `from` until before `until`, in order of arrival; personal fields stay
/// closed. Where the stretch begins is searched by halves, as times rise with arrivals but for what came late from another PC: an event
/// that arrived long after or before its time may be missing.
Result<void> eachBetween(JournalStore& journal, Instant from, Instant until, const std::function<void(const Event&, const EventMeta&)>& visit);

} // namespace onedoor
