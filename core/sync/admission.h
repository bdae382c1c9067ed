// SPDX-License-Identifier: GPL-3.0-or-later
// Judges the events that another node hands over: whole, in their stream's order, chained, of a stream that belongs to the centre, not
// beyond a cut-off, signed rightly when signed. What fits is admitted; the first event of a stream that does not fit is refused, and
// with it the rest of that stream, and no other. Pure but for what it asks of the log; the log's thread.
#pragma once

#include "core/sync/membership.h"
#include "core/sync/messages.h"
#include "core/sync/signature_check.h"

#include <functional>

namespace onedoor::sync {

struct Admitted : ForeignBatch {
    std::vector<Refusal> refusals;
    std::vector<EventRef> forks; ///< places where the same stream holds something else here: quarantined, and people must know
    Membership membership;       ///< with what the events said
};

/// What the log already has.
struct Known {
    std::function<Result<Head>(const StreamId&)> head;
    std::function<Result<std::optional<Hash>>(const EventRef&)> hashAt;
};

/// Errors are those of the log alone; what is wrong with the batch stands in `refusals`. `signatures`: checked on another thread meanwhile.
Result<Admitted> admit(Batch batch, Membership membership, const Known& known, const SignatureCheck* signatures = nullptr);

} // namespace onedoor::sync
