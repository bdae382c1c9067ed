// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields an event sets, and the same event without some of them: for merging field by field. Pure functions, any thread.
#pragma once

#include "core/domain/event.h"

#include <string>
#include <vector>

namespace onedoor {

using FieldNames = std::vector<std::string>;

/// Names of the fields that an event sets; of one that changes a named thing of its record (`changedThing`) the name of that thing.
FieldNames touchedFields(const Event& event);
FieldNames sharedFields(const FieldNames& one, const FieldNames& other);
/// Takes `names` out of `from`.
void removeFields(FieldNames& from, const FieldNames& names);
/// Empties these fields. False when nothing is left to apply: of an event whose fields belong together, when any of them is taken.
bool withoutFields(Event& event, const FieldNames& names);

} // namespace onedoor
