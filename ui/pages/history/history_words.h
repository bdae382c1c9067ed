// SPDX-License-Identifier: GPL-3.0-or-later
// What a step of a record's history was, in words: from the event's type and details to a title and a line of facts. An event type
// that this version does not know is named as it is, never hidden. Stateless; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/rows.h"
#include "ui/widgets/icons/icon.h"

namespace onedoor {

struct HistoryWords {
    Icons icon = Icons::Info;
    Tone tone = Tone::Muted;
    QString title;
    QString facts; ///< empty when there is nothing more to say
};

/// What was decided about a conflict: which of the entries stands. `row`: a conflict.resolved.
QString decisionText(const HistoryRow& row, const std::vector<HistoryRow>& entries, int offsetMinutes);
HistoryWords historyWords(const HistoryRow& row, const CentreDefinition& centre);

} // namespace onedoor
