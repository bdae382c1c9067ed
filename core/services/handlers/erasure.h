// SPDX-License-Identifier: GPL-3.0-or-later
// What the answers about erasing a person share. A reader's thread.
#pragma once

#include "core/services/api/erasure.h"
#include "core/services/scopes.h"

#include <QHash>

namespace onedoor {

/// The PCs of the centre, and when each was heard of last.
struct ErasureView {
    ViewsStore& views;
    std::vector<NodeRow> nodes;
    QHash<NodeId, Instant> heard;
    const NodeFacts& facts;
};

Result<PersonErasureReply> erasureOf(QueryScope& scope, PersonId person, const PersonState& state);
/// On any record of the human being, oldest first.
Result<std::vector<HoldRow>> holdsOf(QueryScope& scope, PersonId person);

} // namespace onedoor
