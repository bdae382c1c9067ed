// SPDX-License-Identifier: GPL-3.0-or-later
// The list of erasures that goes ahead of everything in a greeting. An entry convinces by its author's signature alone, so that whoever
// passes it on need not be believed. That of a node that was shut out since counts too: it can tell nobody anything new, and what one node
// has destroyed can't be brought back, so all must come to agree on it.
#include "core/sync/event_log.h"

#include <set>
#include <sodium.h>

namespace onedoor::sync {

namespace {

bool isProven(const Membership& membership, const Erasure& erasure)
{
    if (erasure.signature.size() != crypto_sign_BYTES)
        return false;
    const QByteArray message = erasureToSign(membership.centre(), erasure.person);
    for (const QByteArray& key : membership.keysOfNode(erasure.node)) {
        if (key.size() == crypto_sign_PUBLICKEYBYTES
            && crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(erasure.signature.constData()),
                                           reinterpret_cast<const unsigned char*>(message.constData()), std::size_t(message.size()),
                                           reinterpret_cast<const unsigned char*>(key.constData()))
                == 0)
            return true;
    }
    return false;
}

} // namespace

Result<void> EventLog::witness(const NodeId&, const std::vector<Erasure>&)
{
    return {};
}

Result<std::vector<Erasure>> erasuresToTell(EventLog& log)
{
    ONEDOOR_ASSIGN(std::vector<Erasure> all, log.erasures());
    std::erase_if(all, [](const Erasure& each) { return each.signature.size() != crypto_sign_BYTES; });
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
