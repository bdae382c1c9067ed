// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/event_log.h"
#include "core/sync/planted.h"

#include <algorithm>
#include <set>

namespace onedoor::sync {

namespace {

constexpr qsizetype itemOverhead = 48; ///< bytes of a message around each event, its person's key among them

bool mayHold(const std::vector<QByteArray>& compartments, QByteArrayView compartment)
{
    return std::any_of(compartments.begin(), compartments.end(), [&](const QByteArray& each) { return each == compartment; });
}

/// Takes away what the peer may not hold; gives the people whose keys must go with the rest, and the bytes that are left.
Result<qsizetype> withhold(StreamPart& part, const std::vector<QByteArray>& compartments, std::set<PersonId>& subjects)
{
    qsizetype bytes = 0;
    for (Item& item : part.items) {
        if (!item.isWithheld()) {
            ONEDOOR_ASSIGN(const Envelope envelope, decodeStoredEnvelope(item.envelope));
            if (mayHold(compartments, envelope.compartment) || planted(Bug::WithheldSent)) {
                subjects.insert(envelope.subjects.begin(), envelope.subjects.end());
            } else {
                item.hash = hashOf(item.envelope);
                item.envelope.clear();
            }
        }
        bytes += item.envelope.size() + itemOverhead;
    }
    return bytes;
}

/// The part without what lies beyond `last`, signed anew. Only the own stream is ever cut.
void cut(EventLog& log, StreamPart& part, std::uint64_t last)
{
    const std::uint64_t kept = last < part.first ? 0 : last - part.first + 1;
    if (part.items.size() <= kept)
        return;
    part.items.resize(kept);
    part.signedHead = {};
    if (part.items.empty())
        return;
    if (QByteArray signature = log.sign(headToSign(part.stream, last, hashOf(part.items.back().envelope))); !signature.isEmpty())
        part.signedHead = {last, std::move(signature)};
}

} // namespace

Result<Heads> sharedHeads(EventLog& log)
{
    const std::uint64_t durable = log.ownDurable(); // first: what is durable then stands in the heads too
    ONEDOOR_ASSIGN(Heads heads, log.heads());
    if (const auto own = heads.find(log.ownStream()); own != heads.end())
        own->second.sequence = std::min(own->second.sequence, durable);
    return heads;
}

Result<Gathered> gather(EventLog& log, const Frontier& peerHas, qsizetype bytes, const std::vector<QByteArray>& compartments, Reach reach)
{
    ONEDOOR_ASSIGN(const Heads heads, reach == Reach::Durable ? sharedHeads(log) : log.heads());
    std::vector<StreamId> order;
    for (const auto& [stream, head] : heads) {
        const auto has = peerHas.find(stream);
        if (has == peerHas.end() || has->second < head.sequence)
            order.push_back(stream);
    }
    std::stable_partition(order.begin(), order.end(), [&](const StreamId& each) { return each == log.ownStream(); });
    Gathered gathered;
    std::set<PersonId> subjects;
    qsizetype left = std::min(bytes, messageBytes / 2);
    for (const StreamId& stream : order) {
        if (left <= 0) {
            gathered.more = true;
            break;
        }
        const auto has = peerHas.find(stream);
        std::uint64_t after = has == peerHas.end() ? 0 : has->second;
        if ((after == 0 && planted(Bug::PushFromZero)) || planted(Bug::PullOffByOne))
            ++after;
        ONEDOOR_ASSIGN(StreamPart part, log.read(stream, after, left));
        if (reach == Reach::Durable && stream == log.ownStream()) // more may have been written since
            cut(log, part, heads.at(stream).sequence);
        if (part.items.empty())
            continue;
        ONEDOOR_ASSIGN(const qsizetype used, withhold(part, compartments, subjects));
        left -= used;
        if (part.first + part.items.size() - 1 < heads.at(stream).sequence)
            gathered.more = true;
        gathered.batch.parts.push_back(std::move(part));
    }
    gathered.more = gathered.more && !planted(Bug::MoreForgotten);
    if (!planted(Bug::KeysForgotten)) {
        ONEDOOR_ASSIGN(gathered.batch.keys, log.keysOf({subjects.begin(), subjects.end()}));
    }
    return gathered;
}

} // namespace onedoor::sync
