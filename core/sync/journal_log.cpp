// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/journal_log.h"

#include "core/store/journal/stored_record.h"
#include "core/store/keys/node_signature.h"

#include <algorithm>
#include <set>

namespace onedoor::sync {

using namespace Qt::StringLiterals;

namespace {

Unexpected closing()
{
    return fail(ErrorKind::Busy, u"store.closing"_s);
}

/// For events that have no personal half.
class ClosedSealer final : public Sealer {
public:
    Result<QByteArray> seal(PersonId, QByteArrayView, QByteArrayView) override { return fail(ErrorKind::Internal, u"store.internal"_s); }
    Result<QByteArray> open(PersonId, QByteArrayView, QByteArrayView) override { return fail(ErrorKind::NotFound, u"subject.erased"_s); }
};

Head headFrom(const StreamHead& head)
{
    return {head.sequence, head.hash};
}

std::optional<Hash> hashFrom(const QByteArray& bytes)
{
    Hash hash{};
    if (bytes.size() != qsizetype(hash.size()))
        return std::nullopt;
    std::memcpy(hash.data(), bytes.constData(), hash.size());
    return hash;
}

Known knownOf(JournalStore& journal)
{
    return {[&journal](const StreamId& stream) -> Result<Head> {
                ONEDOOR_ASSIGN(const StreamHead head, journal.head(stream));
                return headFrom(head);
            },
            [&journal](const EventRef& at) -> Result<std::optional<Hash>> {
                ONEDOOR_ASSIGN(const QByteArray hash, journal.hashOfEvent(at));
                return hashFrom(hash);
            }};
}

Result<Taken> headsOf(JournalStore& journal, const std::set<StreamId>& streams, Taken taken)
{
    for (const StreamId& stream : streams) {
        ONEDOOR_ASSIGN(const StreamHead head, journal.head(stream));
        taken.heads.emplace(stream, headFrom(head));
    }
    return taken;
}

} // namespace

Result<std::unique_ptr<JournalLog>> JournalLog::open(JournalStore reader, Setup setup)
{
    std::unique_ptr<JournalLog> log(new JournalLog(std::move(reader), std::move(setup)));
    if (!log->onWriter([&](Writer& writer) { log->m_ownDurable = writer.ownDurable(); }))
        return closing();
    ONEDOOR_TRY(log->learnAll());
    ONEDOOR_TRY(log->keepCutOffs());
    return log;
}

/// Waits for all of it.
bool JournalLog::onWriter(const std::function<void(Writer&)>& task) const
{
    return m_setup.onWriter([&](Writer& writer, const Answered&) { task(writer); }, [] {});
}

/// Who opened each stream, who founded the centre, and who was let in or shut out since.
Result<void> JournalLog::learnAll()
{
    m_membership = Membership(m_setup.identity.centre);
    ONEDOOR_ASSIGN(const Heads all, heads());
    for (const auto& each : all)
        ONEDOOR_TRY(learnFrom(each.first.raw));
    ONEDOOR_TRY(learnFrom(m_setup.identity.centre.raw));
    for (const NodeId& node : m_setup.nodes)
        ONEDOOR_TRY(learnFrom(node.raw));
    if (const auto own = all.find(m_setup.stream); own != all.end())
        m_ownLearnt = own->second.sequence;
    return {};
}

Result<void> JournalLog::learnFrom(const RawId& record)
{
    return m_reader.eachOfRecord(record, [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        m_membership.learn(envelope);
        return {};
    });
}

bool JournalLog::isOwn(const StreamId& stream) const
{
    const std::vector<StreamId> own = m_membership.streamsOf(m_setup.identity.node);
    return std::find(own.begin(), own.end(), stream) != own.end();
}

/// A node that was shut out keeps what it wrote itself: its people may still need it.
Result<void> JournalLog::keepCutOffs()
{
    ForeignBatch nothing;
    ONEDOOR_ASSIGN(const Heads all, heads());
    for (const EventRef& last : m_membership.cutOffs()) {
        const auto here = all.find(last.stream);
        if (here != all.end() && here->second.sequence > last.sequence && !isOwn(last.stream))
            nothing.cutOffs.push_back(last);
    }
    if (nothing.cutOffs.empty())
        return {};
    Result<Committed> stored = closing();
    onWriter([&](Writer& writer) {
        stored = writer.store(nothing, m_setup.clock.now());
        if (stored)
            m_setup.onStored(*stored);
    });
    return stored ? Result<void>() : Unexpected(stored.error());
}

Result<void> JournalLog::ownGrew()
{
    const std::uint64_t generation = m_membership.generation();
    ONEDOOR_ASSIGN(const std::vector<QByteArray> envelopes, m_reader.envelopesAfter(m_setup.stream, m_ownLearnt, std::numeric_limits<qsizetype>::max()));
    for (const QByteArray& bytes : envelopes) {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(bytes));
        m_membership.learn(envelope);
        m_ownLearnt = envelope.ref.sequence;
    }
    return m_membership.generation() == generation ? Result<void>() : keepCutOffs();
}

Result<Heads> JournalLog::heads()
{
    ONEDOOR_ASSIGN(const auto heads, m_reader.heads());
    Heads result;
    for (const auto& [stream, head] : heads)
        result.emplace(stream, headFrom(head));
    return result;
}

Result<std::optional<Hash>> JournalLog::hashAt(const EventRef& at)
{
    ONEDOOR_ASSIGN(const QByteArray hash, m_reader.hashOfEvent(at));
    return hashFrom(hash);
}

Result<StreamPart> JournalLog::read(const StreamId& stream, std::uint64_t after, qsizetype bytes)
{
    StreamPart part{.stream = stream, .first = after + 1};
    ONEDOOR_ASSIGN(std::vector<StoredItem> stored, m_reader.itemsAfter(stream, after, bytes));
    part.items.reserve(stored.size());
    for (StoredItem& item : stored)
        part.items.push_back({std::move(item.envelope), item.hash});
    if (part.items.empty())
        return part;
    if (stream == m_setup.stream) {
        const std::uint64_t last = part.first + part.items.size() - 1;
        QByteArray signature = sign(headToSign(stream, last, hashOf(part.items.back().envelope)));
        part.signedHead = signature.isEmpty() ? SignedHead{} : SignedHead{last, std::move(signature)};
        return part;
    }
    ONEDOOR_ASSIGN(const auto kept, m_reader.signedHead(stream));
    if (kept.first > after && kept.first < part.first + part.items.size())
        part.signedHead = {kept.first, kept.second};
    return part;
}

QByteArray JournalLog::sign(QByteArrayView message) const
{
    return signedBy(m_setup.identity.signingSeed, message);
}

Result<void> JournalLog::keep(const Receipt& receipt)
{
    Result<void> kept = closing();
    onWriter([&](Writer& writer) { kept = keepReceipt(writer.journal(), receipt); });
    return kept;
}

Result<std::vector<WrappedKey>> JournalLog::keysOf(const std::vector<PersonId>& subjects)
{
    std::vector<WrappedKey> keys;
    // One moment for all of them, so that each look-up need not take a lock of its own.
    ONEDOOR_ASSIGN(const sqlite::Transaction moment, sqlite::Transaction::begin(m_reader.database(), sqlite::TransactionKind::Read));
    for (const PersonId& subject : subjects) {
        ONEDOOR_ASSIGN(QByteArray wrapped, m_reader.wrappedKey(subject.raw));
        if (!wrapped.isEmpty())
            keys.push_back({subject, std::move(wrapped)});
    }
    return keys;
}

Result<void> JournalLog::erase(const std::vector<Erasure>& proven)
{
    Result<Committed> stored = closing();
    onWriter([&](Writer& writer) {
        stored = writer.eraseAhead(proven);
        if (stored)
            m_setup.onStored(*stored);
    });
    return stored ? Result<void>() : Unexpected(stored.error());
}

Result<void> JournalLog::witness(const NodeId& hub, const std::vector<Erasure>& told)
{
    std::vector<PersonId> people;
    for (const Erasure& each : told) {
        if (!m_witnessed.contains({hub, each.person}))
            people.push_back(each.person);
    }
    if (people.empty())
        return {};
    Result<Committed> stored = closing();
    onWriter([&](Writer& writer) {
        stored = writer.confirmErasures(hub, people, m_setup.clock.now());
        if (stored && stored->events != 0)
            m_setup.onStored(*stored);
    });
    if (!stored)
        return Unexpected(stored.error());
    for (const PersonId& person : people)
        m_witnessed.emplace(hub, person);
    return {};
}

namespace {

/// What a batch becomes on the writer's thread. Shared: that thread goes on with it after the log has its answer.
struct Taking {
    Taking(Batch given, const Membership& membership) : signatures(given, membership), batch(std::move(given))
    {
        for (const StreamPart& part : batch.parts)
            streams.insert(part.stream);
    }

    /// The heads come from the writer, who has in memory what a reader would have to fetch.
    void finish(JournalStore& journal, Admitted& admitted, std::uint64_t events)
    {
        after = std::move(admitted.membership);
        result = headsOf(journal, streams, {.events = events, .refusals = std::move(admitted.refusals), .forks = std::move(admitted.forks)});
    }

    SignatureCheck signatures;
    Batch batch;
    std::set<StreamId> streams;
    Result<Taken> result = closing();
    std::optional<Membership> after; ///< with what the events said; nothing when nothing was judged
};

} // namespace

Result<Taken> JournalLog::take(Batch batch)
{
    const auto taking = std::make_shared<Taking>(std::move(batch), m_membership);
    // The other node waits for the answer: it has it as soon as the disk does. What the views show of it and who is told comes after.
    const auto task = [this, taking, onStored = m_setup.onStored](Writer& writer, const Answered& answered) {
        Result<Admitted> admitted = admit(std::move(taking->batch), m_membership, knownOf(writer.journal()), &taking->signatures);
        if (!admitted) {
            taking->result = Unexpected(std::move(admitted).error());
            return;
        }
        std::erase_if(admitted->cutOffs, [&](const EventRef& last) { return isOwn(last.stream); });
        const std::uint64_t events = admitted->events.size();
        if (events == 0)
            return taking->finish(writer.journal(), *admitted, events);
        bool isFinished = false;
        const Result<Committed> committed = writer.store(*admitted, m_setup.clock.now(), [&] {
            taking->finish(writer.journal(), *admitted, events);
            isFinished = true;
            answered();
        });
        if (!committed) {
            if (!isFinished)
                taking->result = Unexpected(committed.error());
            return;
        }
        if (!isFinished)
            taking->finish(writer.journal(), *admitted, events);
        onStored(*committed);
    };
    if (!m_setup.onWriter(task, [&] { taking->signatures.run(); }))
        return closing();
    const bool membersChanged = taking->after && taking->after->generation() != m_membership.generation();
    if (taking->after)
        m_membership = std::move(*taking->after);
    if (taking->result)
        taking->result->membersChanged = membersChanged;
    return std::move(taking->result);
}

Result<void> JournalLog::beginAnew(OpeningReason reason, const EventRef& lastCommon)
{
    ONEDOOR_ASSIGN(m_setup.stream, m_setup.beginAnew(reason, lastCommon.sequence));
    m_ownLearnt = 0;
    return ownGrew();
}

Result<HostState> JournalLog::host()
{
    ClosedSealer closed;
    ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(m_reader, closed, hostRecord(m_setup.identity.centre)));
    return stateAs<HostState>(folded.state);
}

} // namespace onedoor::sync
