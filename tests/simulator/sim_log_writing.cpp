// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_log.h"

#include <algorithm>
#include <set>

namespace onedoor::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView knownType("ticket.recalled");
constexpr QByteArrayView newerType("ticket.recallex"); ///< as long as the known one: the envelope stays canonical

} // namespace

Result<void> SimLog::mayWrite() const
{
    if (m_isBroken)
        return fail(ErrorKind::Io, u"store.notDurable"_s);
    return m_setup.disk.isFull() ? Result<void>(fail(ErrorKind::Full, u"store.full"_s)) : Result<void>();
}

Result<void> SimLog::writeRow(Row row)
{
    return m_setup.disk.append(std::move(row));
}

/// Nothing of the transaction happened.
Result<void> SimLog::abandon(const Error& error)
{
    m_setup.disk.rollBack();
    ONEDOOR_TRY(reload());
    return Unexpected(error);
}

Result<void> SimLog::commit()
{
    const Result<void> safe = m_setup.disk.commit();
    if (!safe) {
        m_isBroken = true;
        return safe;
    }
    if (const auto own = m_streams.find(m_stream); own != m_streams.end())
        m_setup.witness = {m_stream, own->second.size()};
    return {};
}

/// Chains, seals and stores one event and folds it into its record.
Result<void> SimLog::writeOne(const Draw& draw)
{
    std::vector<Stored>& own = m_streams[m_stream];
    EnvelopeHeader header;
    header.ref = {m_stream, own.size() + 1};
    if (!own.empty())
        header.previous = own.back().hash;
    header.record = draw.draft.record;
    header.parents = record(draw.draft.record).heads;
    header.actor = draw.actor;
    header.time = m_clock.tick(m_setup.clock.now());
    header.wall = draw.wall;
    header.compartment = draw.compartment;
    QByteArray bytes;
    const Event event = draw.isUnknown ? Event(TicketRecalled{u"counter"_s}) : draw.draft.event;
    ONEDOOR_TRY(encodeEnvelope(bytes, header, event, draw.draft.subject, m_keys));
    if (draw.isUnknown)
        bytes.replace(knownType, newerType);
    for (const PersonId& subject : m_keys.takeNew())
        ONEDOOR_TRY(writeRow({RowKind::Key, subject.raw, 0, m_keys.wrapped(subject), {}}));
    const Hash hash = hashOf(bytes);
    ONEDOOR_TRY(writeRow({RowKind::Event, m_stream.raw, header.ref.sequence, bytes, hash}));
    const std::size_t row = m_setup.disk.rows().size() - 1;
    own.push_back({row, hash});
    ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(bytesOf(row)));
    addToRecord(envelope, row);
    if (!extendRecord(m_records[draw.draft.record], inputOf(row)))
        refold(draw.draft.record);
    m_setup.onAuthored(header.ref, hash, draw.actor);
    return {};
}

Result<void> SimLog::author(const Drafts& drafts, AccountId actor, const char* compartment)
{
    ONEDOOR_TRY(mayWrite());
    for (const Draft& draft : drafts) {
        if (const Result<void> written = writeOne({draft, compartment, actor, m_setup.clock.now()}); !written)
            return abandon(written.error());
    }
    return commit();
}

Result<void> SimLog::authorUnknown(const RawId& record, AccountId actor)
{
    ONEDOOR_TRY(mayWrite());
    if (const Result<void> written = writeOne({{record, UnknownEvent{}, {}}, hallCompartment, actor, m_setup.clock.now(), true}); !written)
        return abandon(written.error());
    return commit();
}

Result<void> SimLog::found(const CentreFounded& centre, AccountId actor)
{
    ONEDOOR_TRY(openStream(OpeningReason::Installed, {}));
    return author({{m_setup.centre.raw, centre, {}}}, actor, hallCompartment);
}

Result<void> SimLog::openStream(OpeningReason reason, const EventRef& previous)
{
    StreamOpened opened;
    opened.centre = m_setup.centre;
    opened.node = m_node;
    opened.incarnation = RawId::make(m_setup.clock.now(), m_setup.random);
    opened.nodeName = m_setup.name;
    opened.publicKey = m_keyPair.publicKey;
    opened.reason = reason;
    opened.previousStream = previous.stream;
    opened.previousSequence = previous.sequence;
    m_stream = streamNamedBy(opened);
    ONEDOOR_TRY(writeRow({RowKind::OwnStream, m_stream.raw, 0, {}, {}}));
    return writeOne({{m_stream.raw, opened, {}}, hallCompartment, {}, m_setup.clock.now()});
}

/// This disk is another machine's, or nobody's yet: a new PC, whatever the old one was.
Result<void> SimLog::becomeNew()
{
    const EventRef previous{m_stream, m_stream.isNull() ? 0 : m_streams[m_stream].size()};
    QByteArray seed(32, '\0');
    m_setup.random.fill({reinterpret_cast<unsigned char*>(seed.data()), std::size_t(seed.size())});
    m_node = NodeId::make(m_setup.clock.now(), m_setup.random);
    m_keyPair = KeyPair::fromSeed(seed);
    m_stream = {};
    ONEDOOR_TRY(writeRow({RowKind::Machine, m_setup.machine, 0, {}, {}}));
    ONEDOOR_TRY(writeRow({RowKind::Identity, m_node.raw, 0, seed, {}}));
    m_clock = HybridClock();
    m_beganAnew = true;
    if (!previous.stream.isNull())
        ONEDOOR_TRY(openStream(OpeningReason::Restored, previous));
    return commit();
}

Result<void> SimLog::checkWitness()
{
    const std::uint64_t own = m_stream.isNull() ? 0 : m_streams[m_stream].size();
    const Witness& seen = m_setup.witness;
    if (seen.stream.isNull() || (seen.stream == m_stream && seen.sequence <= own))
        return {};
    m_beganAnew = true;
    return beginAnew(OpeningReason::Restored, {m_stream, own});
}

/// A disk that was cut short may have kept the event that shuts a node out and lost what was put aside for it.
Result<void> SimLog::keepCutOffs()
{
    bool isBeyond = false;
    for (const EventRef& last : m_membership.cutOffs()) {
        if (last.stream == m_stream || m_streams[last.stream].size() <= last.sequence)
            continue;
        isBeyond = true;
        ONEDOOR_TRY(writeRow({RowKind::PutAside, last.stream.raw, last.sequence, {}, {}}));
    }
    if (!isBeyond)
        return {};
    ONEDOOR_TRY(reload());
    return commit();
}

std::vector<SimLog::Draw> SimLog::displacedAfter(const EventRef& lastCommon)
{
    std::vector<Draw> displaced;
    const std::vector<Stored>& own = m_streams[lastCommon.stream];
    for (std::size_t at = std::size_t(lastCommon.sequence); at < own.size(); ++at) {
        const Result<Envelope> envelope = decodeEnvelope(bytesOf(own[at].row));
        if (!envelope || envelope->type == QByteArrayView(StreamOpened::type))
            continue;
        const ReadEvent read = readEvent(*envelope, &m_keys);
        const PersonId subject = envelope->subjects.empty() ? PersonId() : envelope->subjects.front();
        displaced.push_back({{envelope->record, read.event, subject}, envelope->compartment.data(), envelope->actor, envelope->wall,
                             read.reading == Reading::Unknown});
        displaced.back().compartment = QByteArray(envelope->compartment.constData(), envelope->compartment.size());
    }
    return displaced;
}

Result<void> SimLog::beginAnew(OpeningReason reason, const EventRef& lastCommon)
{
    ONEDOOR_TRY(mayWrite());
    if (const Result<void> written = writeNewStream(reason, lastCommon); !written)
        return abandon(written.error());
    return commit();
}

Result<void> SimLog::writeNewStream(OpeningReason reason, const EventRef& lastCommon)
{
    const std::vector<Draw> displaced = displacedAfter(lastCommon);
    ONEDOOR_TRY(writeRow({RowKind::PutAside, lastCommon.stream.raw, lastCommon.sequence, {}, {}}));
    ONEDOOR_TRY(reload());
    ONEDOOR_TRY(openStream(reason, lastCommon));
    for (const Draw& each : displaced)
        ONEDOOR_TRY(writeOne(each));
    return {};
}

Result<void> SimLog::join(const std::vector<sync::Batch>& snapshot)
{
    for (const sync::Batch& batch : snapshot) {
        for (const sync::StreamPart& part : batch.parts) {
            std::uint64_t sequence = part.first;
            for (const sync::Item& item : part.items)
                ONEDOOR_TRY(writeRow({item.isWithheld() ? RowKind::Withheld : RowKind::Event, part.stream.raw, sequence++, item.envelope,
                                      item.isWithheld() ? item.hash : hashOf(item.envelope)}));
            if (part.signedHead.sequence != 0)
                ONEDOOR_TRY(writeRow({RowKind::Signature, part.stream.raw, part.signedHead.sequence, part.signedHead.signature, {}}));
        }
        for (const WrappedKey& key : batch.keys)
            ONEDOOR_TRY(writeRow({RowKind::Key, key.subject.raw, 0, key.wrapped, {}}));
    }
    ONEDOOR_TRY(reload());
    ONEDOOR_TRY(openStream(OpeningReason::Installed, {}));
    return commit();
}

Result<void> SimLog::erase(const std::vector<Erasure>& proven)
{
    ONEDOOR_TRY(mayWrite());
    for (const Erasure& each : proven) {
        const QByteArray where = each.at.stream.raw.view().toByteArray() + each.node.raw.view().toByteArray() + each.signature;
        if (const Result<void> written = writeRow({RowKind::Erased, each.person.raw, each.at.sequence, where, {}}); !written)
            return abandon(written.error());
        destroyKey(each);
    }
    return commit();
}

Result<sync::Taken> SimLog::take(sync::Batch batch)
{
    ONEDOOR_TRY(mayWrite());
    std::set<StreamId> named;
    for (const sync::StreamPart& part : batch.parts)
        named.insert(part.stream);
    const sync::Known known{
        [this](const StreamId& stream) -> Result<sync::Head> {
            const auto found = m_streams.find(stream);
            return found == m_streams.end() || found->second.empty() ? sync::Head{} : sync::Head{found->second.size(), found->second.back().hash};
        },
        [this](const EventRef& at) { return hashAt(at); }};
    const std::uint64_t generation = m_membership.generation();
    ONEDOOR_ASSIGN(const sync::Admitted admitted, sync::admit(std::move(batch), m_membership, known));
    if (const Result<void> stored = storeAdmitted(admitted); !stored) {
        ONEDOOR_TRY(abandon(stored.error()));
    }
    if (!admitted.cutOffs.empty())
        ONEDOOR_TRY(reload());
    ONEDOOR_TRY(commit());
    sync::Taken taken;
    taken.events = admitted.events.size();
    taken.refusals = admitted.refusals;
    taken.forks = admitted.forks;
    taken.membersChanged = admitted.membership.generation() != generation;
    ONEDOOR_ASSIGN(const sync::Heads all, heads());
    for (const StreamId& stream : named) {
        const auto head = all.find(stream);
        taken.heads[stream] = head == all.end() ? sync::Head{} : head->second;
    }
    return taken;
}

Result<void> SimLog::storeAdmitted(const sync::Admitted& admitted)
{
    for (const WrappedKey& key : admitted.keys) {
        if (m_keys.has(key.subject) || isErased(key.subject))
            continue;
        ONEDOOR_TRY(writeRow({RowKind::Key, key.subject.raw, 0, key.wrapped, {}}));
        m_keys.put(key.subject, key.wrapped);
    }
    for (const auto& event : admitted.events) {
        const bool isWithheld = event.bytes.isEmpty();
        ONEDOOR_TRY(writeRow({isWithheld ? RowKind::Withheld : RowKind::Event, event.ref.stream.raw, event.ref.sequence, event.bytes, event.hash}));
        const std::size_t row = m_setup.disk.rows().size() - 1;
        m_streams[event.ref.stream].push_back({row, event.hash});
        if (isWithheld)
            continue;
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(bytesOf(row)));
        addToRecord(envelope, row);
        if (!extendRecord(m_records[envelope.record], inputOf(row)))
            refold(envelope.record);
    }
    for (const EventRef& last : admitted.cutOffs) {
        if (last.stream == m_stream)
            continue;
        ONEDOOR_TRY(writeRow({RowKind::PutAside, last.stream.raw, last.sequence, {}, {}}));
    }
    for (const auto& [stream, head] : admitted.signedHeads) {
        if (head.sequence <= m_signatures[stream].sequence)
            continue;
        ONEDOOR_TRY(writeRow({RowKind::Signature, stream.raw, head.sequence, head.signature, {}}));
        m_signatures[stream] = head;
    }
    return {};
}

} // namespace onedoor::simulator
