// SPDX-License-Identifier: GPL-3.0-or-later
// What people read about a likely duplicate: why it is likely, what speaks against it, and who it is, as little as it takes to ask the
// visitor. Pure functions; UI thread.
#pragma once

#include "core/services/api/person_merging.h"

#include <QString>

namespace onedoor::similarwords {

QString of(SimilarityReason reason);
/// "same telephone, sounds alike; but another date of birth".
QString why(const std::vector<SimilarityPoint>& reasons);
/// "王*芳, born 1968, 138****5678, last here 2026-03-02": the name masked, for the person is not proven to be the one at the desk.
QString who(const PersonRow& person);

} // namespace onedoor::similarwords
