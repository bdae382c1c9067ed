// SPDX-License-Identifier: GPL-3.0-or-later
// Which centres a hub serves, and how one is let in: the hub's administrator shows a code, whose secret works once and for a day; the
// centre's host says it, and its word for who it is and who founded the centre is believed from then on. A centre that is known already is
// never taken over by a code: only one of its own nodes may redeem it. Functions over a connection; its thread.
// Errors: the connection's; Forbidden "pairing.expired", "hub.centreKnown"; Conflict "hub.otherKey": this process shows another key than the
// one that the centres were shown.
#pragma once

#include "core/base/clock.h"
#include "core/hub/hub_identity.h"
#include "core/hub/member_cache.h"

namespace onedoor::hub {

struct CentreRow {
    CentreId centre;
    QString name;
    std::int64_t members = 0; ///< grows whenever its members change
};
Result<std::vector<CentreRow>> centres(postgres::Connection& connection);

/// Before a process serves.
Result<void> checkKey(postgres::Connection& connection, const HubIdentity& hub);

inline constexpr std::int64_t invitationSeconds = 24 * 60 * 60;
/// A new secret: eight characters of Crockford's base 32.
Result<QString> invite(postgres::Connection& connection, const Clock& clock, Random& random);

/// What a host says of itself with the secret.
struct Applicant {
    CentreId centre;
    QString name; ///< of the centre
    NodeId node;
    QByteArray key; ///< that its certificate has proven
    NodeId founder;
    QByteArray founderKey;
};
Result<void> admit(postgres::Connection& connection, MemberCache& cache, const HubIdentity& hub, const QString& secret, const Applicant& applicant,
                   Instant now);

} // namespace onedoor::hub
