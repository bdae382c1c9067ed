// SPDX-License-Identifier: GPL-3.0-or-later
// A person as known now, and what stands for and against forgetting the person. Plain values, any thread.
#pragma once

#include "core/domain/event_meta.h"
#include "core/domain/person/erasure_events.h"
#include "core/domain/person/merge_events.h"
#include "core/domain/person/person_events.h"

#include <algorithm>

namespace onedoor {

struct HoldState {
    HoldId id;
    QString reason; ///< empty once the person is erased: a hold that came too late
    QDate until;    ///< the last day; none: until it is lifted
    Instant placedAt;
    AccountId placedBy;
    Instant liftedAt;
    AccountId liftedBy;

    bool stands(QDate today) const { return liftedAt.milliseconds == 0 && (!until.isValid() || today <= until); }
};

/// This person was folded into another one, and that stands.
struct MergeState {
    PersonId kept;
    QString reason; ///< empty once the person is erased
    Instant at;
    AccountId by;
};

struct PersonState {
    PersonId id;
    PersonRegistered known; ///< the newest value of each field; empty once erased
    Instant registeredAt;
    std::vector<HoldState> holds;
    Instant erasedAt; ///< of the first erasure; 0: not erased
    AccountId erasedBy;
    ErasureReason erasedFor = ErasureReason::PurposeAchieved;
    std::vector<NodeId> destroyedAt; ///< nodes that have said so
    std::vector<MergeState> merges;  ///< those not taken back; more than one only when two PCs merged unaware of each other
    bool needsUpdate = false;

    bool exists() const { return registeredAt.milliseconds != 0; }
    bool isErased() const { return erasedAt.milliseconds != 0; }
    bool isDestroyedAt(const NodeId& node) const { return std::find(destroyedAt.begin(), destroyedAt.end(), node) != destroyedAt.end(); }
    /// The merge that counts: the newest; null when the person stands for itself.
    const MergeState* merge() const { return merges.empty() ? nullptr : &merges.back(); }
    /// The hold that stands longest; null when none does.
    const HoldState* standingHold(QDate today) const;
};

void evolve(PersonState& state, const PersonRegistered& event, const EventMeta& meta);
void evolve(PersonState& state, const PersonCorrected& event, const EventMeta& meta);
void evolve(PersonState& state, const PersonErased& event, const EventMeta& meta);
void evolve(PersonState& state, const KeysDestroyed& event, const EventMeta& meta);
void evolve(PersonState& state, const HoldPlaced& event, const EventMeta& meta);
void evolve(PersonState& state, const HoldLifted& event, const EventMeta& meta);
void evolve(PersonState& state, const PersonMerged& event, const EventMeta& meta);
void evolve(PersonState& state, const PersonUnmerged& event, const EventMeta& meta);

} // namespace onedoor
