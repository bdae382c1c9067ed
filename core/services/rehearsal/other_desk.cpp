// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/rehearsal/other_desk.h"

#include "core/store/journal/stored_record.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype publicKeySize = 32;

} // namespace

Result<OtherDesk> OtherDesk::open(CommandRunner& runner, const QString& pcName, Random& random, Instant now)
{
    StreamOpened opened;
    opened.centre = runner.node().centre;
    opened.node = NodeId::make(now, random);
    opened.incarnation = RawId::make(now, random);
    opened.nodeName = pcName;
    opened.publicKey.resize(publicKeySize);
    random.fill({reinterpret_cast<unsigned char*>(opened.publicKey.data()), std::size_t(publicKeySize)});
    OtherDesk desk(streamNamedBy(opened));
    ONEDOOR_TRY(desk.act(runner, {desk.m_stream.raw, {}, {}, now, opened, {}}));
    return desk;
}

Result<ChangeSet> OtherDesk::act(CommandRunner& runner, const Act& act)
{
    EnvelopeHeader header;
    header.ref = {m_stream, m_head.sequence + 1};
    header.previous = m_head.hash;
    header.record = act.record;
    header.parents = act.knew;
    header.actor = act.actor;
    header.time = m_clock.tick(act.at);
    header.wall = act.at;
    QByteArray bytes;
    ONEDOOR_TRY(encodeEnvelope(bytes, header, act.event, act.subject, runner.writer().sealer()));
    m_head = {header.ref.sequence, hashOf(bytes)};
    ForeignBatch batch;
    batch.events.push_back({header.ref, header.record, m_head.hash, header.time, bytes});
    ONEDOOR_ASSIGN(Committed committed, runner.writer().store(batch, act.at));
    return runner.changesOf(std::move(committed));
}

Result<std::vector<EventRef>> OtherDesk::headsAfter(CommandRunner& runner, const RawId& record, std::size_t count)
{
    ONEDOOR_ASSIGN(std::vector<FoldInput> events, readStored(runner.writer().journal(), runner.writer().sealer(), record));
    if (events.size() > count)
        events.erase(events.begin() + std::ptrdiff_t(count), events.end());
    return foldRecord(events).heads;
}

} // namespace onedoor
