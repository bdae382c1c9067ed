// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_log.h"

#include <algorithm>

namespace onedoor::simulator {

using namespace Qt::StringLiterals;

namespace {

QByteArray kindOf(QByteArrayView type)
{
    return type.toByteArray().left(type.indexOf('.'));
}

Unexpected damaged()
{
    return fail(ErrorKind::Corrupt, u"journal.damaged"_s);
}

} // namespace

Result<std::unique_ptr<SimLog>> SimLog::open(LogSetup setup)
{
    std::unique_ptr<SimLog> log(new SimLog(std::move(setup)));
    log->m_setup.disk.dropTorn();
    ONEDOOR_TRY(log->reload());
    const std::vector<Row>& rows = log->m_setup.disk.rows();
    const auto machine = std::find_if(rows.rbegin(), rows.rend(), [](const Row& row) { return row.kind == RowKind::Machine; });
    const bool isNew = machine == rows.rend();
    if (isNew || machine->id != log->m_setup.machine)
        ONEDOOR_TRY(log->becomeNew());
    else
        ONEDOOR_TRY(log->checkWitness());
    ONEDOOR_TRY(log->keepCutOffs());
    return log;
}

/// Reads the disk from its beginning. The first row that is not what was written ends it: it and all after it are put aside.
Result<void> SimLog::reload()
{
    for (;;) {
        m_streams.clear();
        m_rowsOf.clear();
        m_records.clear();
        m_byFirstType.clear();
        m_signatures.clear();
        m_erasures.clear();
        m_keys.clear();
        m_membership = sync::Membership(m_setup.centre);
        m_node = {};
        m_stream = {};
        m_clock = HybridClock();
        if (replay())
            break;
    }
    for (const auto& each : m_rowsOf)
        refold(each.first);
    return {};
}

Result<void> SimLog::replay()
{
    for (std::size_t row = 0; row < m_setup.disk.rows().size(); ++row) {
        const Result<void> absorbed = absorbRow(row);
        if (!absorbed) {
            m_setup.disk.cutFrom(row);
            return absorbed;
        }
    }
    return {};
}

Result<void> SimLog::absorbRow(std::size_t at)
{
    const Row& row = m_setup.disk.rows()[at];
    switch (row.kind) {
    case RowKind::Machine:
        break;
    case RowKind::Identity:
        m_node = NodeId(row.id);
        m_keyPair = KeyPair::fromSeed(row.bytes);
        m_stream = {};
        m_clock = HybridClock(); // a copy has no part in what its original's clock said
        break;
    case RowKind::OwnStream:
        m_stream = StreamId(row.id);
        break;
    case RowKind::Key:
        if (!isErased(PersonId(row.id)))
            m_keys.put(PersonId(row.id), row.bytes);
        break;
    case RowKind::Erased:
        destroyKey({PersonId(row.id), {StreamId(*RawId::fromBytes(row.bytes.first(16))), row.sequence},
                    NodeId(*RawId::fromBytes(row.bytes.sliced(16, 16))), row.bytes.sliced(32)});
        break;
    case RowKind::Signature:
        m_signatures[StreamId(row.id)] = {row.sequence, row.bytes};
        break;
    case RowKind::PutAside: {
        auto& events = m_streams[StreamId(row.id)];
        for (std::size_t each = std::size_t(row.sequence); each < events.size(); ++each) {
            for (auto& rows : m_rowsOf)
                std::erase(rows.second, events[each].row);
        }
        events.resize(std::min(events.size(), std::size_t(row.sequence)));
        break;
    }
    case RowKind::Withheld:
        m_streams[StreamId(row.id)].push_back({at, row.hash});
        break;
    case RowKind::Event: {
        const Result<Envelope> envelope = decodeEnvelope(row.bytes);
        if (!envelope || hashOf(row.bytes) != row.hash)
            return damaged();
        m_streams[envelope->ref.stream].push_back({at, row.hash});
        addToRecord(*envelope, at);
        break;
    }
    }
    return {};
}

void SimLog::addToRecord(const Envelope& envelope, std::size_t row)
{
    std::vector<std::size_t>& rows = m_rowsOf[envelope.record];
    if (rows.empty())
        m_byFirstType[kindOf(envelope.type)].push_back(envelope.record);
    rows.push_back(row);
    if (const std::optional<Erasure> erasure = erasureOf(envelope))
        destroyKey(*erasure);
    m_membership.learn(envelope);
    if (envelope.ref == EventRef{m_stream, 1}) {
        const Event event = readEvent(envelope, nullptr).event;
        const auto* opened = std::get_if<StreamOpened>(&event);
        m_numbersMayBeLost = opened != nullptr && opened->reason != OpeningReason::Installed;
    }
    const std::vector<StreamId> own = m_membership.streamsOf(m_node);
    if (std::find(own.begin(), own.end(), envelope.ref.stream) != own.end()) {
        if (envelope.time > m_clock.last())
            m_clock = HybridClock(envelope.time);
    } else {
        m_clock.observe(envelope.time, m_setup.clock.now());
    }
}

FoldInput SimLog::inputOf(std::size_t row)
{
    const Result<Envelope> envelope = decodeEnvelope(bytesOf(row));
    if (!envelope) // its row was checked when it was stored; a flipped bit shows when it is read again
        return {};
    return {{envelope->ref, envelope->parents, envelope->time}, metaOf(*envelope), readEvent(*envelope, &m_keys).event};
}

void SimLog::refold(const RawId& record)
{
    std::vector<FoldInput> inputs;
    for (const std::size_t row : m_rowsOf[record])
        inputs.push_back(inputOf(row));
    m_records[record] = foldRecord(inputs);
}

bool SimLog::isErased(PersonId subject) const
{
    return std::any_of(m_erasures.begin(), m_erasures.end(), [&](const Erasure& each) { return each.person == subject; });
}

/// What was folded with the key is folded anew without it.
void SimLog::destroyKey(const Erasure& erasure)
{
    if (isErased(erasure.person))
        return;
    m_erasures.push_back(erasure);
    m_keys.destroy(erasure.person);
    for (const auto& each : m_records)
        refold(each.first);
}

PersonErased SimLog::erasureBy(PersonId subject) const
{
    return {ErasureReason::ConsentWithdrawn, m_node, m_keyPair.sign(erasureToSign(m_setup.centre, subject))};
}

const FoldedRecord& SimLog::record(const RawId& record) const
{
    static const FoldedRecord none;
    const auto found = m_records.find(record);
    return found == m_records.end() ? none : found->second;
}

const std::vector<RawId>& SimLog::recordsOf(QByteArrayView kind) const
{
    static const std::vector<RawId> none;
    const auto found = m_byFirstType.find(kind.toByteArray());
    return found == m_byFirstType.end() ? none : found->second;
}

/// What is not safe is told to nobody.
Result<sync::Heads> SimLog::heads()
{
    if (m_isBroken)
        return fail(ErrorKind::Io, u"store.notDurable"_s);
    sync::Heads heads;
    for (const auto& [stream, events] : m_streams) {
        if (!events.empty())
            heads.emplace(stream, sync::Head{events.size(), events.back().hash});
    }
    return heads;
}

Result<std::optional<Hash>> SimLog::hashAt(const EventRef& at)
{
    const auto stream = m_streams.find(at.stream);
    if (stream == m_streams.end() || at.sequence == 0 || at.sequence > stream->second.size())
        return std::optional<Hash>();
    return std::optional<Hash>(stream->second[std::size_t(at.sequence - 1)].hash);
}

Result<sync::StreamPart> SimLog::read(const StreamId& stream, std::uint64_t after, qsizetype bytes)
{
    if (m_isBroken)
        return fail(ErrorKind::Io, u"store.notDurable"_s);
    sync::StreamPart part{stream, after + 1, {}, {}};
    const auto found = m_streams.find(stream);
    if (found == m_streams.end())
        return part;
    const std::vector<Stored>& events = found->second;
    for (std::size_t at = std::size_t(after); at < events.size() && (bytes > 0 || part.items.empty()); ++at) {
        const Row& row = m_setup.disk.rows()[events[at].row];
        sync::Item item{row.bytes, {}};
        if (row.kind == RowKind::Withheld)
            item = {{}, row.hash};
        else if (hashOf(row.bytes) != row.hash) {
            m_isDamaged = true;
            return damaged();
        }
        bytes -= row.bytes.size();
        part.items.push_back(std::move(item));
    }
    if (!part.items.empty())
        part.signedHead = signatureFor(part, events[std::size_t(after) + part.items.size() - 1].hash);
    return part;
}

SignedHead SimLog::signatureFor(const sync::StreamPart& part, const Hash& last)
{
    const std::uint64_t end = part.first + part.items.size() - 1;
    SignedHead& known = m_signatures[part.stream];
    if (part.stream == m_stream && known.sequence != end)
        known = {end, m_keyPair.sign(sync::headToSign(part.stream, end, last))};
    return known.sequence >= part.first && known.sequence <= end ? known : SignedHead{};
}

Result<std::vector<WrappedKey>> SimLog::keysOf(const std::vector<PersonId>& subjects)
{
    std::vector<WrappedKey> keys;
    for (const PersonId& subject : subjects) {
        if (m_keys.has(subject))
            keys.push_back({subject, m_keys.wrapped(subject)});
    }
    return keys;
}

} // namespace onedoor::simulator
