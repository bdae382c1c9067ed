// SPDX-License-Identifier: GPL-3.0-or-later
// The list of erasures that goes ahead of everything in a greeting. An entry convinces by its author's signature alone, so that whoever
// passes it on need not be believed. That of a node that was shut out since counts too: it can tell nobody anything new, and what one node
// has destroyed can't be brought back, so all must come to agree on it.
#include "core/sync/event_log.h"
#include "core/store/keys/node_signature.h"

#include <algorithm>
#include <set>

namespace onedoor::sync {

namespace {

bool isProven(const Membership& membership, const Erasure& erasure)
{
    const QByteArray message = erasureToSign(membership.centre(), erasure.person);
    const std::vector<QByteArray> keys = membership.keysOfNode(erasure.node);
    return std::any_of(keys.begin(), keys.end(), [&](const QByteArray& key) { return onedoor::isSignedBy(key, message, erasure.signature); });
}

} // namespace

Result<void> EventLog::witness(const NodeId&, const std::vector<Erasure>&)
{
    return {};
}

Result<std::vector<Erasure>> erasuresToTell(EventLog& log)
{
    ONEDOOR_ASSIGN(std::vector<Erasure> all, log.erasures());
    std::erase_if(all, [](const Erasure& each) { return each.signature.size() != nodeSignatureBytes; });
    if (all.size() > erasuresAtMost)
        all.resize(erasuresAtMost);
    return all;
}

Result<void> heedErasures(EventLog& log, const std::vector<Erasure>& told)
{
    if (told.empty())
        return {};
    ONEDOOR_ASSIGN(const std::vector<Erasure> known, log.erasures());
    std::set<PersonId> done;
    for (const Erasure& each : known)
        done.insert(each.person);
    std::vector<Erasure> fresh;
    for (const Erasure& each : told) {
        if (!done.contains(each.person) && isProven(log.membership(), each))
            fresh.push_back(each);
    }
    return fresh.empty() ? Result<void>() : log.erase(fresh);
}

} // namespace onedoor::sync
