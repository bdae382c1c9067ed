// SPDX-License-Identifier: GPL-3.0-or-later
// The word by which a node erases a person: signed with its own key, so that it convinces whoever knows that key before the event itself
// arrives (core/sync/README.md). The journal's thread. Errors: the database's.
#pragma once

#include "core/store/foreign_events.h"
#include "core/store/journal/journal_store.h"

namespace onedoor {

/// Signed by the node whose store this is.
Result<PersonErased> signedErasure(JournalStore& journal, const CentreId& centre, const PersonId& person, ErasureReason reason);

} // namespace onedoor
