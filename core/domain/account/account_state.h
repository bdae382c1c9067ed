// SPDX-License-Identifier: GPL-3.0-or-later
// An account as known now, and the place records that say who sits where.
#pragma once

#include "core/domain/account/account_events.h"
#include "core/domain/event_meta.h"
#include "core/domain/node/node_events.h"
#include "core/domain/place/place_events.h"

namespace onedoor {

struct AccountState {
    AccountId id;
    AccountCreated known;
    bool enabled = true;
    Instant createdAt;
    bool needsUpdate = false;

    bool exists() const { return createdAt.milliseconds != 0; }
};
void evolve(AccountState& state, const AccountCreated& event, const EventMeta& meta);
void evolve(AccountState& state, const AccountChanged& event, const EventMeta& meta);
void evolve(AccountState& state, const AccountSecretChanged& event, const EventMeta& meta);

struct PlaceState {
    QString key;
    AccountId staffedBy; ///< null: nobody
    Instant since;
    bool needsUpdate = false;
};
void evolve(PlaceState& state, const PlaceStaffed& event, const EventMeta& meta);
void evolve(PlaceState& state, const PlaceLeft& event, const EventMeta& meta);

struct StreamState {
    StreamOpened known;
    Instant openedAt;
    bool needsUpdate = false;
};
void evolve(StreamState& state, const StreamOpened& event, const EventMeta& meta);

} // namespace onedoor
