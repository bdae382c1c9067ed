// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/inbound.h"

#include "core/sync/planted.h"

#include <algorithm>

namespace onedoor::sync {

using namespace Qt::StringLiterals;

namespace {

/// Whether the peer may hold all that this node may hold: then what it withholds was withheld for this node's sake.
bool seesAsMuch(const Membership& membership, const NodeId& peer, const NodeId& own)
{
    const std::vector<QByteArray> theirs = membership.compartmentsOf(peer);
    const std::vector<QByteArray> ours = membership.compartmentsOf(own);
    return std::all_of(ours.begin(), ours.end(), [&](const QByteArray& each) { return std::find(theirs.begin(), theirs.end(), each) != theirs.end(); });
}

void cutAt(StreamPart& part, std::size_t item)
{
    part.items.resize(item);
    if (part.signedHead.sequence >= part.first + item)
        part.signedHead = {};
}

Hash hashOfItem(const Item& item)
{
    return item.isWithheld() ? item.hash : hashOf(item.envelope);
}

/// Whether this node itself signed a history of its stream in which this item follows what is here.
Result<bool> isOwnWord(EventLog& log, const StreamPart& part, std::size_t item)
{
    const std::uint64_t sequence = part.first + item;
    const std::uint64_t last = part.first + part.items.size() - 1;
    if (part.signedHead.sequence < sequence || part.signedHead.sequence > last || part.items[item].isWithheld())
        return false;
    const Result<Envelope> envelope = decodeEnvelope(part.items[item].envelope);
    if (!envelope || envelope->ref != EventRef{part.stream, sequence})
        return false;
    if (sequence > 1) {
        ONEDOOR_ASSIGN(const std::optional<Hash> before, log.hashAt({part.stream, sequence - 1}));
        if (before != envelope->previous)
            return false;
    }
    const Item& signedItem = part.items[std::size_t(part.signedHead.sequence - part.first)];
    return isSignedBy(log.membership().keyOf(part.stream), part.stream, part.signedHead, hashOfItem(signedItem));
}

/// Nothing may follow in a stream of which others know more, or something else.
Result<void> checkEcho(EventLog& log, StreamPart& part, std::vector<Refusal>& refusals)
{
    for (std::size_t item = 0; item < part.items.size(); ++item) {
        const EventRef at{part.stream, part.first + item};
        ONEDOOR_ASSIGN(const std::optional<Hash> here, log.hashAt(at));
        if (here == hashOfItem(part.items[item]))
            continue;
        ONEDOOR_ASSIGN(const bool isOwn, isOwnWord(log, part, item));
        if (isOwn)
            return log.beginAnew(OpeningReason::RolledBack, {part.stream, at.sequence - 1});
        refusals.push_back({at, u"journal.brokenChain"_s});
        cutAt(part, item);
        return {};
    }
    return {};
}

void refuseWithheld(StreamPart& part, std::vector<Refusal>& refusals)
{
    const auto withheld = std::find_if(part.items.begin(), part.items.end(), [](const Item& each) { return each.isWithheld(); });
    if (withheld == part.items.end())
        return;
    const std::size_t item = std::size_t(withheld - part.items.begin());
    refusals.push_back({{part.stream, part.first + item}, u"event.withheld"_s});
    cutAt(part, item);
}

} // namespace

Result<Taken> takeFrom(EventLog& log, const NodeId& peer, Batch batch)
{
    std::vector<Refusal> refusals;
    const bool mayWithhold = seesAsMuch(log.membership(), peer, log.ownNode()) || planted(Bug::StubsStand);
    for (StreamPart& part : batch.parts) {
        if (!mayWithhold)
            refuseWithheld(part, refusals);
        if (part.stream == log.ownStream())
            ONEDOOR_TRY(checkEcho(log, part, refusals));
    }
    std::erase_if(batch.parts, [](const StreamPart& part) { return part.items.empty(); });
    ONEDOOR_ASSIGN(Taken taken, log.take(std::move(batch)));
    taken.refusals.insert(taken.refusals.end(), refusals.begin(), refusals.end());
    return taken;
}

} // namespace onedoor::sync
