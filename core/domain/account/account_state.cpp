// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/account/account_state.h"

namespace onedoor {

void evolve(AccountState& state, const AccountCreated& event, const EventMeta& meta)
{
    state.id = AccountId(meta.record);
    state.known = event;
    state.createdAt = meta.at;
}

void evolve(AccountState& state, const AccountChanged& event, const EventMeta&)
{
    if (event.displayName)
        state.known.displayName = *event.displayName;
    if (event.roles)
        state.known.roles = *event.roles;
    if (event.enabled)
        state.enabled = *event.enabled;
}

void evolve(AccountState& state, const AccountSecretChanged& event, const EventMeta&)
{
    state.known.secretKind = event.secretKind;
    state.known.verifier = event.verifier;
}

void evolve(PlaceState& state, const PlaceStaffed& event, const EventMeta& meta)
{
    state.key = event.place;
    state.staffedBy = event.account;
    state.since = meta.at;
}

void evolve(PlaceState& state, const PlaceLeft& event, const EventMeta& meta)
{
    state.key = event.place;
    state.staffedBy = {};
    state.since = meta.at;
}

void evolve(StreamState& state, const StreamOpened& event, const EventMeta& meta)
{
    state.known = event;
    state.openedAt = meta.at;
}

} // namespace onedoor
