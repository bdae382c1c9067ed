// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/responder.h"

#include "core/sync/inbound.h"
#include "core/sync/planted.h"

namespace onedoor::sync {

using namespace Qt::StringLiterals;

Result<void> Responder::mayAsk(const NodeId& peer) const
{
    if (m_log.membership().compartmentsOf(peer).empty() && !planted(Bug::StrangersServed))
        return fail(ErrorKind::Forbidden, u"node.unknown"_s);
    if (m_log.membership().isKeptOut(peer) && !planted(Bug::RevokedTaken))
        return fail(ErrorKind::Forbidden, u"node.revoked"_s);
    return {};
}

Result<QByteArray> Responder::hello(const NodeId& peer, QByteArrayView request)
{
    ONEDOOR_TRY(mayAsk(peer));
    ONEDOOR_ASSIGN(const Hello hello, decode<Hello>(request));
    const bool speaks = hello.newest >= protocolOldest && hello.oldest <= protocolNewest && hello.oldest <= hello.newest;
    if (!speaks && !planted(Bug::OtherProtocolTaken))
        return fail(ErrorKind::Unsupported, u"sync.protocol"_s, {}, {{u"oldest"_s, protocolOldest}, {u"newest"_s, protocolNewest}});
    if (hello.centre != m_log.membership().centre() && !planted(Bug::WrongCentreTaken))
        return fail(ErrorKind::Forbidden, u"sync.otherCentre"_s);
    ONEDOOR_TRY(heedErasures(m_log, hello.erasures));
    Welcome welcome;
    welcome.protocol = std::min(hello.newest, protocolNewest);
    welcome.node = m_log.ownNode();
    welcome.stream = m_log.ownStream();
    welcome.wall = m_clock.now();
    welcome.software = m_software;
    ONEDOOR_ASSIGN(welcome.heads, m_log.heads());
    ONEDOOR_ASSIGN(welcome.erasures, erasuresToTell(m_log));
    return encode(welcome);
}

Result<QByteArray> Responder::hashes(const NodeId& peer, QByteArrayView request)
{
    ONEDOOR_TRY(mayAsk(peer));
    ONEDOOR_ASSIGN(const HashesRequest wanted, decode<HashesRequest>(request));
    HashesReply reply;
    for (const std::uint64_t sequence : wanted.sequences) {
        ONEDOOR_ASSIGN(const std::optional<Hash> hash, m_log.hashAt({wanted.stream, sequence}));
        reply.hashes.push_back(hash.value_or(Hash{}));
    }
    return encode(reply);
}

Result<QByteArray> Responder::pull(const NodeId& peer, QByteArrayView request)
{
    ONEDOOR_TRY(mayAsk(peer));
    ONEDOOR_ASSIGN(const PullRequest wanted, decode<PullRequest>(request));
    const qsizetype bytes = qsizetype(std::min<std::uint64_t>(wanted.bytes, std::uint64_t(messageBytes)));
    ONEDOOR_ASSIGN(Gathered gathered, gather(m_log, wanted.have, bytes, m_log.membership().compartmentsOf(peer)));
    return encode(PullReply{std::move(gathered.batch), gathered.more});
}

Result<QByteArray> Responder::push(const NodeId& peer, QByteArrayView request)
{
    ONEDOOR_TRY(mayAsk(peer));
    ONEDOOR_ASSIGN(Batch batch, decode<Batch>(request));
    ONEDOOR_ASSIGN(const Taken taken, takeFrom(m_log, peer, std::move(batch)));
    PushReply reply;
    for (const auto& [stream, head] : taken.heads)
        reply.have.emplace(stream, head.sequence);
    reply.refusals = taken.refusals;
    return encode(reply);
}

Result<QByteArray> Responder::receipt(const NodeId& peer, QByteArrayView request)
{
    ONEDOOR_TRY(mayAsk(peer));
    ONEDOOR_ASSIGN(const ReceiptRequest wanted, decode<ReceiptRequest>(request));
    ONEDOOR_ASSIGN(const ReceiptReply reply, receiptFor(m_log, wanted.stream, m_clock.now()));
    return encode(reply);
}

} // namespace onedoor::sync
