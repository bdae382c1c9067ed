// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the copy of a store fit to be given to another PC: without who this PC is, without what it put aside, and without what the other
// may not see. What is taken out is overwritten, not only unlinked: the file is about to travel. One thread. Errors: those of the database.
#pragma once

#include "core/store/journal/journal_store.h"

namespace onedoor {

/// `mayHold`: compartments of the other PC; of every other event only the hash stays, and of people whom nothing else names not even the
/// key. Empty: it may hold everything.
Result<void> prepareForJoining(JournalStore& copy, const std::vector<QByteArray>& mayHold);

} // namespace onedoor
