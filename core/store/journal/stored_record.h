// SPDX-License-Identifier: GPL-3.0-or-later
// From stored envelopes to what the fold takes: the one place where a record's events are read back to be folded, for writing, for
// rebuilding the views and for reading alike. Owns nothing. The thread of the journal and the sealer it is given.
// Errors: those of the database, and Corrupt "envelope.malformed". An event whose personal half can't be opened counts without it.
#pragma once

#include "core/journal/fold.h"
#include "core/store/journal/journal_store.h"

namespace onedoor {

/// What the fold takes of a decoded envelope; nothing in it points into the envelope's bytes any more.
FoldInput inputOf(Envelope envelope, Sealer& sealer);

/// All events of a record that arrived up to `upToArrival`, in order of arrival.
Result<std::vector<FoldInput>> readStored(JournalStore& journal, Sealer& sealer, const RawId& record, std::int64_t upToArrival = INT64_MAX);

/// The record folded from all its events, or from those that arrived up to `upToArrival`. Without any event: an empty record.
Result<FoldedRecord> foldStored(JournalStore& journal, Sealer& sealer, const RawId& record, std::int64_t upToArrival = INT64_MAX);

} // namespace onedoor
