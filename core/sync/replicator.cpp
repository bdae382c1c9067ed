// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/replicator.h"

#include "core/sync/inbound.h"
#include "core/sync/planted.h"

#include <algorithm>

namespace onedoor::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr Steady firstRetry{250};
constexpr Steady longestRetry{5'000}; // people are waiting before the counter
constexpr Steady pullWithoutNews{15'000};
constexpr Steady greetAgain{60'000};
constexpr Steady never = Steady::max();

/// As if the whole batch were taken.
void addParts(Frontier& frontier, const Batch& batch)
{
    for (const StreamPart& part : batch.parts) {
        std::uint64_t& has = frontier[part.stream];
        has = std::max(has, part.first + part.items.size() - 1);
    }
}

} // namespace

Replicator::Replicator(EventLog& log, const Clock& clock, Random& random, QString software, qsizetype bytesAtOnce)
    : m_log(log), m_clock(clock), m_random(random), m_software(std::move(software)), m_bytesAtOnce(bytesAtOnce)
{
}

Outgoing Replicator::send(Ask ask, QByteArray body)
{
    m_waitingFor.emplace(++m_lastId, ask);
    return {m_lastId, ask, std::move(body)};
}

std::vector<Outgoing> Replicator::next(Steady now)
{
    std::vector<Outgoing> out;
    const Result<void> outcome = fillLanes(out, now);
    if (!outcome) {
        out.clear();
        rest(outcome.error(), now);
    }
    m_wakeAt = m_state.phase == Phase::Resting ? m_retryAt : std::min(m_pullAgainAt, m_greetAt);
    if (m_state.phase == Phase::Following && m_receiptAt > now)
        m_wakeAt = std::min(m_wakeAt, m_receiptAt);
    return out;
}

Result<void> Replicator::fillLanes(std::vector<Outgoing>& out, Steady now)
{
    if (m_state.phase == Phase::Resting) {
        if (now >= m_retryAt)
            return greet(out);
        if (m_headsAreOld && !m_peerHas.empty()) { // people are told how much is waiting
            ONEDOOR_TRY(refreshHeads());
            countWaiting();
        }
        return {};
    }
    if (m_state.phase == Phase::Comparing && m_waitingFor.empty())
        out.push_back(send(Ask::Hashes, encode(HashesRequest{m_log.ownStream(), m_search.asked})));
    if (m_state.phase != Phase::Following)
        return {};
    ONEDOOR_TRY(mayTell());
    if (now >= m_greetAt) {
        // The peer may have lost its disk's end without this link noticing; and what was refused may be welcome now.
        return m_waitingFor.empty() ? greet(out) : Result<void>();
    }
    ONEDOOR_TRY(pull(out, now));
    ONEDOOR_TRY(push(out));
    askForReceipt(out, now);
    return {};
}

bool Replicator::isOnItsWay(Ask ask) const
{
    return std::any_of(m_waitingFor.begin(), m_waitingFor.end(), [ask](const auto& each) { return each.second == ask; });
}

Result<void> Replicator::greet(std::vector<Outgoing>& out)
{
    m_headsAreOld = true;
    ONEDOOR_TRY(refreshHeads());
    Hello hello;
    hello.centre = m_log.membership().centre();
    hello.node = m_log.ownNode();
    hello.stream = m_log.ownStream();
    if (const auto own = m_heads.find(hello.stream); own != m_heads.end())
        hello.head = own->second;
    hello.wall = m_clock.now();
    hello.software = m_software;
    ONEDOOR_ASSIGN(hello.erasures, erasuresToTell(m_log));
    m_state.phase = Phase::Greeting;
    out.push_back(send(Ask::Hello, encode(hello)));
    return {};
}

Result<void> Replicator::refreshHeads()
{
    if (!m_headsAreOld || (planted(Bug::HeadsStale) && m_state.phase == Phase::Following))
        return {};
    ONEDOOR_ASSIGN(m_heads, m_log.heads());
    m_headsAreOld = false;
    return {};
}

Result<void> Replicator::pull(std::vector<Outgoing>& out, Steady now)
{
    if (now >= m_pullAgainAt)
        m_pullWanted = true;
    const bool goesOn = m_pulledBatch && m_pulledBatch->more && !planted(Bug::FirstBatchOnly);
    const bool mustAsk = m_pulledBatch ? goesOn : m_pullWanted;
    if (!mustAsk || isOnItsWay(Ask::Pull))
        return {};
    ONEDOOR_TRY(refreshHeads());
    m_pullWanted = false;
    m_pullAgainAt = now + pullWithoutNews;
    out.push_back(send(Ask::Pull, encode(pullRequest())));
    m_pullAhead = m_pulledBatch ? m_lastId : 0;
    return {};
}

/// What is here, and what is about to be.
PullRequest Replicator::pullRequest() const
{
    PullRequest request;
    request.bytes = std::uint64_t(m_bytesAtOnce);
    for (const auto& [stream, head] : m_heads)
        request.have.emplace(stream, head.sequence);
    if (m_pulledBatch)
        addParts(request.have, m_pulledBatch->batch);
    for (const StreamId& stream : m_notWanted)
        request.have[stream] = everything;
    return request;
}

Result<void> Replicator::push(std::vector<Outgoing>& out)
{
    ONEDOOR_TRY(refreshHeads());
    countWaiting();
    if (m_state.waiting == 0)
        return {};
    const std::vector<QByteArray> compartments = m_log.membership().compartmentsOf(m_state.peer);
    if (compartments.empty()) // its enrolment is still to come; until then all would be withheld from it
        return {};
    const bool mustWait = isOnItsWay(Ask::Push);
    Frontier has = asIfNotTakenWereThere(mustWait ? m_afterPush : m_peerHas);
    if (mustWait && m_pushAhead)
        return {};
    ONEDOOR_ASSIGN(Gathered gathered, gatherAhead(has, compartments));
    if (gathered.batch.isEmpty())
        return {};
    if (mustWait) {
        m_pushAhead = Ahead{std::move(has), compartments, std::move(gathered)};
        return {};
    }
    m_afterPush = m_peerHas;
    addParts(m_afterPush, gathered.batch);
    out.push_back(send(Ask::Push, encode(gathered.batch)));
    return {};
}

void Replicator::countWaiting()
{
    m_state.waiting = 0;
    for (const auto& [stream, head] : m_heads) {
        const auto has = m_peerHas.find(stream);
        const std::uint64_t known = has == m_peerHas.end() ? 0 : has->second;
        if (head.sequence > known && !m_notTaken.contains(stream))
            m_state.waiting += head.sequence - known;
    }
}

void Replicator::answered(std::uint64_t id, QByteArrayView body, Steady now)
{
    const auto request = m_waitingFor.find(id);
    if (request == m_waitingFor.end())
        return; // of a connection that was given up
    const Ask ask = request->second;
    m_waitingFor.erase(request);
    if (id == m_pullToDrop) {
        m_pullToDrop = 0;
        m_pullWanted = true;
        return;
    }
    Result<void> outcome;
    switch (ask) {
    case Ask::Hello:
        outcome = welcomed(body);
        m_greetAt = now + greetAgain;
        break;
    case Ask::Hashes:
        outcome = compared(body);
        break;
    case Ask::Pull:
        outcome = pulled(body);
        break;
    case Ask::Push:
        outcome = pushed(body);
        break;
    case Ask::Receipt:
        outcome = certified(body);
        break;
    }
    if (!outcome) {
        rest(outcome.error(), now);
        return;
    }
    m_failures = 0;
    m_state.error.reset();
    m_state.brokenSince = {};
    m_state.lastContact = m_clock.now();
}

void Replicator::failed(std::uint64_t id, const Error& error, Steady now)
{
    const auto request = m_waitingFor.find(id);
    if (request == m_waitingFor.end())
        return;
    const Ask ask = request->second;
    m_waitingFor.erase(request);
    if (ask == Ask::Receipt && error.kind == ErrorKind::NotFound) { // a peer of the version before knows no receipts
        m_receiptAt = now + greetAgain;
        return;
    }
    rest(error, now);
}

/// Waits a while, each time longer, and then begins with a greeting: what was on its way may or may not have arrived.
void Replicator::rest(const Error& error, Steady now)
{
    m_waitingFor.clear();
    m_pulledBatch.reset();
    m_pullAhead = m_pullToDrop = 0;
    m_pushAhead.reset();
    m_state.phase = Phase::Resting;
    m_state.error = error;
    if (!m_state.brokenSince)
        m_state.brokenSince = m_clock.now();
    const std::int64_t longest = std::min(firstRetry.count() << std::min(m_failures, 10), longestRetry.count());
    ++m_failures;
    // Spread, so that a whole hall does not come back in the same moment.
    m_retryAt = planted(Bug::NoRetry) ? never : now + Steady(longest / 2 + std::int64_t(m_random.below(std::uint64_t(longest / 2 + 1))));
}

Result<void> Replicator::welcomed(QByteArrayView body)
{
    ONEDOOR_ASSIGN(const Welcome welcome, decode<Welcome>(body));
    m_state.peer = welcome.node;
    ONEDOOR_TRY(mayTell());
    ONEDOOR_TRY(heedErasures(m_log, welcome.erasures));
    if (welcome.stream.isNull())
        ONEDOOR_TRY(m_log.witness(welcome.node, welcome.erasures));
    m_state.peerSoftware = welcome.software;
    m_state.clockOffset = welcome.wall.milliseconds - m_clock.now().milliseconds;
    m_greeted = welcome.heads;
    m_peerHas.clear();
    for (const auto& [stream, head] : welcome.heads)
        m_peerHas.emplace(stream, head.sequence);
    return checkOwnStream(welcome);
}

/// A node that was shut out is told nothing more, by whichever side the connection was made.
Result<void> Replicator::mayTell() const
{
    if (m_log.membership().isKeptOut(m_state.peer) && !planted(Bug::RevokedFed))
        return fail(ErrorKind::Forbidden, u"node.revoked"_s);
    return {};
}

/// No act of this node may be shared before it is sure that nobody knows of others in the same places.
Result<void> Replicator::checkOwnStream(const Welcome& welcome)
{
    const StreamId stream = m_log.ownStream();
    const auto theirs = welcome.heads.find(stream);
    if (theirs == welcome.heads.end() || theirs->second.sequence == 0 || planted(Bug::OwnEchoKept))
        return follow();
    m_headsAreOld = true;
    ONEDOOR_TRY(refreshHeads());
    const auto own = m_heads.find(stream);
    const std::uint64_t ours = own == m_heads.end() ? 0 : own->second.sequence;
    if (theirs->second.sequence <= ours) {
        ONEDOOR_ASSIGN(const std::optional<Hash> here, m_log.hashAt({stream, theirs->second.sequence}));
        if (here == theirs->second.hash)
            return follow();
        m_search = {0, theirs->second.sequence, {}};
    } else {
        m_search = {0, ours + 1, {}};
    }
    m_state.phase = Phase::Comparing;
    return narrow();
}

/// Asks for hashes between what is the same on both sides and what is not.
Result<void> Replicator::narrow()
{
    const std::uint64_t gap = m_search.other - m_search.same - 1;
    if (gap == 0) {
        ONEDOOR_TRY(m_log.beginAnew(OpeningReason::RolledBack, {m_log.ownStream(), m_search.same + (planted(Bug::LastCommonOffByOne) ? 1 : 0)}));
        m_state.beganAnew = true;
        m_headsAreOld = true;
        return follow();
    }
    const std::uint64_t count = std::min<std::uint64_t>(gap, hashesAtMost);
    m_search.asked.clear();
    for (std::uint64_t each = 1; each <= count; ++each)
        m_search.asked.push_back(m_search.same + gap * each / count);
    return {};
}

Result<void> Replicator::compared(QByteArrayView body)
{
    ONEDOOR_ASSIGN(const HashesReply reply, decode<HashesReply>(body));
    if (reply.hashes.size() != m_search.asked.size())
        return fail(ErrorKind::Corrupt, u"sync.badMessage"_s, {}, {{u"message"_s, u"hashes"_s}});
    for (std::size_t at = 0; at < reply.hashes.size(); ++at) {
        const std::uint64_t sequence = m_search.asked[at];
        ONEDOOR_ASSIGN(const std::optional<Hash> here, m_log.hashAt({m_log.ownStream(), sequence}));
        if (here != reply.hashes[at]) {
            m_search.other = sequence;
            break;
        }
        m_search.same = sequence;
    }
    return narrow();
}

Result<void> Replicator::follow()
{
    m_state.phase = Phase::Following;
    m_pullWanted = true;
    m_pushAhead.reset();
    m_notTaken.clear();
    m_notWanted.clear();
    m_state.refusals.clear();
    m_state.forks.clear();
    m_headsAreOld = true;
    ONEDOOR_TRY(refreshHeads());
    noteForks();
    countWaiting();
    return {};
}

/// Somebody's stream that both know up to the same place, with different ends.
void Replicator::noteForks()
{
    for (const auto& [stream, theirs] : m_greeted) {
        const auto ours = m_heads.find(stream);
        if (ours != m_heads.end() && ours->second.sequence == theirs.sequence && ours->second.hash != theirs.hash)
            m_state.forks.push_back({stream, theirs.sequence});
    }
}

void Replicator::keepBack(const std::vector<Refusal>& refusals, std::set<StreamId>& streams)
{
    for (const Refusal& refusal : refusals) {
        streams.insert(refusal.at.stream);
        m_state.refusals.push_back(refusal);
    }
}

Result<void> Replicator::pulled(QByteArrayView body)
{
    ONEDOOR_ASSIGN(PullReply reply, decode<PullReply>(body));
    m_state.pulling = reply.more;
    if (reply.batch.isEmpty())
        return {};
    addParts(m_peerHas, reply.batch);
    m_pulledBatch = std::move(reply);
    return {};
}

bool Replicator::takeIn(Steady now)
{
    if (!m_pulledBatch)
        return false;
    const bool more = m_pulledBatch->more;
    m_expected.clear();
    addParts(m_expected, m_pulledBatch->batch);
    Result<Taken> taken = takeFrom(m_log, m_state.peer, std::move(m_pulledBatch->batch));
    m_pulledBatch.reset();
    if (taken)
        noteTaken(*taken, more);
    else
        rest(taken.error(), now);
    return true;
}

void Replicator::noteTaken(const Taken& taken, bool more)
{
    m_headsAreOld = true;
    m_pulled += taken.events;
    m_state.forks.insert(m_state.forks.end(), taken.forks.begin(), taken.forks.end());
    if (taken.membersChanged)
        m_notWanted.clear();
    keepBack(taken.refusals, m_notWanted);
    const bool isWhole = taken.refusals.empty() && std::all_of(m_expected.begin(), m_expected.end(), [&](const auto& each) {
        const auto head = taken.heads.find(each.first);
        return head != taken.heads.end() && head->second.sequence >= each.second;
    });
    const std::uint64_t ahead = std::exchange(m_pullAhead, 0);
    const bool isAsked = ahead != 0 && isWhole && !taken.membersChanged;
    if (ahead != 0 && !isAsked)
        m_pullToDrop = ahead;
    // With something new, or something refused, the same question has another answer now.
    const bool progress = taken.events > 0 || !taken.refusals.empty();
    m_pullWanted = m_pullWanted || (progress && ((more && !isAsked) || taken.membersChanged || !taken.refusals.empty()));
    if (planted(Bug::FirstBatchOnly))
        m_pullWanted = false;
}

Result<void> Replicator::pushed(QByteArrayView body)
{
    ONEDOOR_ASSIGN(const PushReply reply, decode<PushReply>(body));
    keepBack(reply.refusals, m_notTaken);
    for (const auto& [stream, sequence] : reply.have) {
        std::uint64_t& has = m_peerHas[stream];
        const auto refused = [&](QStringView code) {
            return std::any_of(reply.refusals.begin(), reply.refusals.end(),
                               [&](const Refusal& each) { return each.at.stream == stream && each.code == code; });
        };
        if (sequence > has)
            m_pushed += sequence - has;
        if (refused(u"journal.gap") && sequence < has) { // it has lost some since it greeted: send from there
            has = sequence;
            m_notTaken.erase(stream);
        } else if (refused(u"journal.brokenChain") && has > 0) { // it parts from ours further back: let it see where
            has = 0;
            m_notTaken.erase(stream);
            continue;
        }
        has = std::max(has, sequence);
        const auto own = m_heads.find(stream);
        if (own == m_heads.end() || own->second.sequence < has) // others told it more of this stream, and it takes this answer for the news of that
            m_pullWanted = true;
    }
    countWaiting();
    return {};
}

void Replicator::lost()
{
    m_pullWanted = m_state.phase == Phase::Following;
}

void Replicator::silent(const Error& error, Steady now)
{
    if (m_state.phase != Phase::Resting)
        rest(error, now);
}

void Replicator::grew()
{
    m_headsAreOld = m_headsAreOld || !planted(Bug::GrowthUnseen);
}

void Replicator::heard(QByteArrayView news)
{
    const Result<News> message = decode<News>(news);
    if (!message || m_state.phase != Phase::Following || planted(Bug::NewsIgnored))
        return;
    for (const auto& [stream, sequence] : message->heads) {
        const auto own = m_heads.find(stream);
        if (own != m_heads.end() && own->second.sequence >= sequence)
            continue;
        m_pullWanted = true;
        if (planted(Bug::NewsIsTruth))
            m_heads[stream].sequence = sequence;
    }
}

} // namespace onedoor::sync
