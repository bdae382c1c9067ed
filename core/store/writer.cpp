// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/writer.h"

#include "core/store/journal/stored_record.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t recordsWorthSorting = 500; ///< whose look-up keys then go into the views in the order of their table
constexpr std::size_t eventsShownAtOnce = 100; ///< of other nodes; larger batches are shown together with those behind them

bool erases(const ForeignBatch& batch)
{
    return std::any_of(batch.events.begin(), batch.events.end(), [](const ForeignEvent& each) { return each.erases; });
}

} // namespace

Writer::Writer(JournalStore journal, ViewsStore views, SecretKey wrappingKey, StreamId stream, Random& random, ReachDisk reachDisk)
    : m_journal(std::move(journal)), m_views(std::move(views)), m_keys(m_journal, wrappingKey.copy(), random), m_random(random),
      m_stream(stream), m_reachDisk(std::move(reachDisk)), m_wrappingKey(std::move(wrappingKey))
{
}

Result<std::unique_ptr<Writer>> Writer::create(JournalStore journal, ViewsStore views, SecretKey wrappingKey, StreamId stream, Random& random,
                                               ReachDisk reachDisk)
{
    std::unique_ptr<Writer> writer(
        new Writer(std::move(journal), std::move(views), std::move(wrappingKey), stream, random, std::move(reachDisk)));
    ONEDOOR_ASSIGN(writer->m_head, writer->m_journal.head(stream));
    ONEDOOR_TRY(writer->resumeClock());
    ONEDOOR_TRY(writer->learnErased());
    // A program that was killed may have left its last events to the operating system alone.
    writer->awaitDisk();
    ONEDOOR_TRY(writer->m_durable);
    return writer;
}

/// Time must not run backwards within the own stream: continue after its newest event. Other nodes' stamps are not believed blindly; only
/// a stream without any event, which goes on where another one ended, begins after the newest event that is here.
Result<void> Writer::resumeClock()
{
    QByteArray bytes;
    if (m_head.sequence != 0) {
        ONEDOOR_ASSIGN(bytes, m_journal.envelopeOf({m_stream, m_head.sequence}));
    } else {
        ONEDOOR_ASSIGN(const auto newest, m_journal.newest());
        const auto take = [&](const JournalRow& row) -> Result<void> {
            bytes = row.envelope.toByteArray();
            return {};
        };
        if (newest.first > 0)
            ONEDOOR_TRY(m_journal.eachAfter(newest.first - 1, take));
    }
    if (bytes.isEmpty())
        return {};
    ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(bytes));
    m_clock = HybridClock(envelope.time);
    return {};
}

RawId Writer::makeId(Instant now)
{
    // RFC 9562 section 6.2, method 2: within one millisecond, or when the clock was set back, count on from the last id.
    const RawId fresh = RawId::make(now, m_random);
    m_lastId = fresh > m_lastId ? fresh : m_lastId.next();
    return m_lastId;
}

ViewsStore& Writer::views()
{
    if (m_put && !m_unwritten.empty())
        m_put = putTouched();
    return m_views;
}

Result<void> Writer::begin()
{
    if (!m_durable)
        return m_durable;
    ONEDOOR_TRY(catchUp());
    m_arrived.clear();
    ONEDOOR_TRY(m_journal.database().run("BEGIN IMMEDIATE"));
    Result<void> views = m_views.database().run("BEGIN IMMEDIATE");
    if (!views) {
        (void)m_journal.database().run("ROLLBACK");
        return views;
    }
    m_headBefore = m_head;
    m_streamBefore = m_stream;
    m_rowsMayBeThere = false;
    m_events = 0;
    m_arrival = 0;
    m_put = {};
    m_touched.clear();
    m_thinned.clear();
    return {};
}

Result<const FoldedRecord*> Writer::load(const RawId& record)
{
    if (const FoldedRecord* known = m_records.find(record))
        return known;
    ONEDOOR_ASSIGN(FoldedRecord folded, foldStored(m_journal, m_keys, record));
    return &m_records.keep(record, std::move(folded));
}

void Writer::touch(const RawId& record)
{
    if (std::find(m_touched.rbegin(), m_touched.rend(), record) == m_touched.rend())
        m_touched.push_back(record);
}

Result<void> Writer::append(const Drafts& drafts, AccountId actor, Instant wall)
{
    ONEDOOR_TRY(mayAppend(drafts));
    for (const Draft& draft : drafts)
        ONEDOOR_TRY(appendOne(draft, actor, wall));
    return {};
}

Result<void> Writer::appendOne(const Draft& draft, AccountId actor, Instant wall)
{
    ONEDOOR_ASSIGN(const FoldedRecord* folded, load(draft.record));
    EnvelopeHeader header;
    header.ref = {m_stream, m_head.sequence + 1};
    header.previous = m_head.hash;
    header.record = draft.record;
    header.parents = folded->heads;
    header.actor = actor;
    header.time = m_clock.tick(wall);
    header.wall = wall;
    QByteArray bytes;
    bytes.reserve(512);
    ONEDOOR_TRY(encodeEnvelope(bytes, header, draft.event, draft.subject, m_keys));
    const Hash hash = hashOf(bytes);
    ONEDOOR_ASSIGN(m_arrival, m_journal.insert(header.ref, draft.record, bytes, hash));
    m_head = {header.ref.sequence, hash};
    m_arrivalHash = hash;
    ++m_events;

    RecentRecord& record = *m_records.find(draft.record);
    const bool isNew = record.heads.empty() && !m_rowsMayBeThere;
    const bool extended = extendRecord(record, {{header.ref, header.parents, header.time},
                                                {header.ref, draft.record, actor, header.time.instant()}, draft.event});
    if (!extended && !std::holds_alternative<ConflictResolved>(draft.event))
        return fail(ErrorKind::Internal, u"journal.headsMoved"_s);
    if (!extended) { // it judges the past
        ONEDOOR_ASSIGN(static_cast<FoldedRecord&>(record), foldStored(m_journal, m_keys, draft.record));
    }
    touch(draft.record);
    noteUnwritten(record, draft.record, isNew);
    if (const auto* erased = std::get_if<PersonErased>(&draft.event))
        return erase({PersonId(draft.record), header.ref, erased->node, erased->signature});
    return {};
}

Result<std::vector<QByteArray>> Writer::leaveStream(std::uint64_t after, const StreamId& next)
{
    ONEDOOR_ASSIGN(std::vector<QByteArray> displaced, m_journal.displaceAfter(m_stream, after));
    m_records.clear();
    m_rowsMayBeThere = true;
    m_stream = next;
    m_head = {};
    return displaced;
}

Result<Committed> Writer::store(const ForeignBatch& batch, Instant now, const std::function<void()>& confirmed)
{
    if (batch.events.size() > eventsShownAtOnce && batch.cutOffs.empty() && !erases(batch))
        return storeLarge(batch, now);
    ONEDOOR_TRY(begin());
    if (const Result<void> stored = storeRows(batch, now, true); !stored) {
        rollback();
        return Unexpected(stored.error());
    }
    return commit({}, confirmed);
}

/// The journal alone: while a PC catches up with weeks of others' work, its views are brought up many batches at a time.
Result<Committed> Writer::storeLarge(const ForeignBatch& batch, Instant now)
{
    if (!m_durable)
        return Unexpected(m_durable.error());
    m_arriving.clear();
    ONEDOOR_TRY(m_journal.database().run("BEGIN IMMEDIATE"));
    if (!m_isShowing && m_viewsBehind == Behind::No)
        noteGreatest(now);
    Result<void> outcome = storeRows(batch, now, false);
    if (outcome)
        outcome = m_journal.commit();
    if (!outcome) {
        (void)m_journal.database().run("ROLLBACK");
        return Unexpected(outcome.error());
    }
    m_arrived.add(std::exchange(m_arriving, {}));
    if (m_isShowing)
        m_hasStoredMore = true;
    else if (m_viewsBehind == Behind::No) // the records in memory are what the views show, here as while they catch up
        m_viewsBehind = Behind::CatchingUp;
    awaitDisk();
    if (!m_durable)
        return Unexpected(m_durable.error());
    return Committed{.records = {}, .events = batch.events.size()};
}

Result<void> Writer::storeRows(const ForeignBatch& batch, Instant now, bool withViews)
{
    for (const WrappedKey& key : batch.keys)
        ONEDOOR_TRY(m_journal.addWrappedKey(key.subject.raw, key.wrapped));
    for (const ForeignEvent& event : batch.events)
        ONEDOOR_TRY(storeOne(event, now, withViews));
    for (const auto& [stream, head] : batch.signedHeads)
        ONEDOOR_TRY(m_journal.keepSignedHead(stream, head.sequence, head.signature));
    for (const EventRef& last : batch.cutOffs)
        ONEDOOR_TRY(putAside(last));
    if (batch.cutOffs.empty())
        return {};
    // The event that the views stood at may be gone, and the next one takes its arrival number.
    ONEDOOR_ASSIGN(const auto newest, m_journal.newest());
    m_arrival = newest.first;
    std::memcpy(m_arrivalHash.data(), newest.second.constData(), std::min(m_arrivalHash.size(), std::size_t(newest.second.size())));
    return {};
}

/// What a PC that was shut out wrote after `last` counts no more. It stays on this disk for people to look at.
Result<void> Writer::putAside(const EventRef& last)
{
    ONEDOOR_ASSIGN(const std::vector<QByteArray> doomed, m_journal.envelopesAfter(last.stream, last.sequence, std::numeric_limits<qsizetype>::max()));
    std::vector<RawId> records;
    for (const QByteArray& bytes : doomed) {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(bytes));
        const RawId record = envelope.record;
        if (std::find(records.begin(), records.end(), record) != records.end())
            continue;
        records.push_back(record);
        ONEDOOR_ASSIGN(const FoldedRecord* before, load(record));
        m_thinned.emplace_back(record, before->state);
    }
    ONEDOOR_TRY(m_journal.displaceAfter(last.stream, last.sequence));
    for (const RawId& record : records) {
        ONEDOOR_ASSIGN(FoldedRecord folded, foldStored(m_journal, m_keys, record));
        noteUnwritten(m_records.keep(record, std::move(folded)), record, false);
        touch(record);
    }
    ++m_events;
    return {};
}

Result<void> Writer::storeOne(const ForeignEvent& event, Instant now, bool withViews)
{
    if (event.bytes.isEmpty()) {
        ++m_events;
        return m_journal.insertWithheld(event.ref, event.hash);
    }
    ONEDOOR_ASSIGN(const std::int64_t arrival, m_journal.insert(event.ref, event.record, event.bytes, event.hash));
    m_clock.observe(event.time, now);
    if (!withViews) {
        m_arriving.push_back({arrival, event.hash, event.bytes});
        return {};
    }
    m_arrival = arrival;
    m_arrivalHash = event.hash;
    ++m_events;
    touch(event.record);
    ONEDOOR_TRY(absorb(own(), m_arrival, event.bytes));
    if (!event.erases)
        return {};
    m_toRenew.clear();
    ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(event.bytes));
    const std::optional<Erasure> erasure = erasureOf(envelope);
    return erasure ? erase(*erasure) : Result<void>();
}

/// Folds one stored event into its record: extends it, or folds it anew when it is late or not in memory.
Result<void> Writer::absorb(Source source, std::int64_t arrival, QByteArrayView bytes)
{
    ONEDOOR_ASSIGN(Envelope envelope, decodeStoredEnvelope(bytes));
    const RawId record = envelope.record;
    if (envelope.type == PersonErased::type)
        m_toRenew.emplace_back(record);
    bool isFirst = isAboveAll(record);
    RecentRecord* known = m_records.find(record);
    if (known == nullptr && envelope.parents.empty()) {
        if (!isFirst) {
            ONEDOOR_ASSIGN(isFirst, source.journal.isFirstOfRecord(record, arrival));
        }
        if (isFirst)
            known = &m_records.keep(record, {});
    } else {
        isFirst = false;
    }
    if (known == nullptr || !extendRecord(*known, inputOf(std::move(envelope), source.keys))) {
        ONEDOOR_ASSIGN(FoldedRecord folded, foldStored(source.journal, source.keys, record, arrival));
        known = &m_records.keep(record, std::move(folded));
    }
    noteUnwritten(*known, record, isFirst);
    return {};
}

Result<void> Writer::putTouched()
{
    if (m_unwritten.size() < recordsWorthSorting)
        return putEach();
    m_views.leaveKeys(true);
    const Result<void> outcome = putEach();
    m_views.leaveKeys(false);
    LookupRows rows;
    for (const FoundBy& person : m_views.takeWithoutKeys())
        rows.add(person);
    return outcome ? m_views.putKeys(rows) : outcome;
}

Result<void> Writer::putEach()
{
    for (const auto& [record, was] : m_thinned) {
        const FoldedRecord* known = m_records.find(record);
        const bool isGone = known != nullptr && known->state.index() != was.index();
        ONEDOOR_TRY(isGone ? m_views.remove(record, was) : m_views.forgetConflicts(record));
    }
    // The last state of each record is written once, in the order in which the records were first touched.
    for (const auto& [record, isNew] : m_unwritten) {
        RecentRecord* known = m_records.find(record);
        if (known == nullptr || !std::exchange(known->isUnwritten, false))
            continue;
        ONEDOOR_TRY(m_views.put(record, *known, isNew));
    }
    m_unwritten.clear();
    return {};
}

void Writer::noteUnwritten(RecentRecord& known, const RawId& record, bool isNew)
{
    if (!std::exchange(known.isUnwritten, true))
        m_unwritten.emplace_back(record, isNew);
}

void Writer::forgetUnwritten()
{
    for (const auto& each : m_unwritten) {
        if (RecentRecord* known = m_records.find(each.first))
            known->isUnwritten = false;
    }
    m_unwritten.clear();
}

/// Runs beside the journal's commit and touches nothing of the journal. Nobody may see what the journal does not hold.
void Writer::commitViews()
{
    Result<void> outcome = putTouched();
    if (outcome && m_arrival != 0)
        outcome = m_views.setFrontier(m_arrival, viewOf(m_arrivalHash));
    m_journalDone.acquire();
    if (outcome && m_journalStands)
        outcome = m_views.database().run("COMMIT");
    if (!outcome || !m_journalStands) {
        (void)m_views.database().run("ROLLBACK");
        m_viewsBehind = m_journalStands ? Behind::Yes : m_viewsBehind;
    }
    if (m_recordHead)
        m_recordHead(m_headBefore);
}

void Writer::awaitDisk()
{
    m_durable = m_reachDisk(m_journal);
    if (m_durable)
        m_ownDurable->store(m_head.sequence);
}

Result<Committed> Writer::commit(const std::function<void()>& meanwhile, const std::function<void()>& confirmed)
{
    if (!m_put) {
        rollback();
        return Unexpected(m_put.error());
    }
    m_errand.start([this] { commitViews(); });
    const Result<void> journal = m_journal.commit();
    m_journalStands = journal.has_value();
    m_journalDone.release();
    if (journal && m_events != 0 && meanwhile)
        meanwhile();
    // From here on the act stands if the journal does. Views that can't follow are repaired from it.
    if (journal && m_events != 0) // refusals alone leave nothing to wait for
        awaitDisk();
    if (journal && m_events != 0 && m_durable && confirmed)
        confirmed();
    m_errand.wait();
    if (!journal) {
        rollback();
        return Unexpected(journal.error());
    }
    forgetUnwritten();
    if (!m_durable)
        return Unexpected(m_durable.error());
    Committed committed{std::move(m_touched), m_events, !m_thinned.empty()};
    m_touched.clear();
    m_thinned.clear(); // what is shown next takes no conflict from them again
    m_records.letGo();
    return committed;
}

Result<Committed> Writer::commit(const std::function<void()>& meanwhile)
{
    return commit(meanwhile, {});
}

void Writer::rollback()
{
    (void)m_journal.database().run("ROLLBACK");
    (void)m_views.database().run("ROLLBACK");
    m_head = m_headBefore;
    m_stream = m_streamBefore;
    m_records.clear();
    m_touched.clear();
    m_thinned.clear();
    m_unwritten.clear();
    m_toRenew.clear();
    m_keys.forget();
    (void)learnErased();
}

} // namespace onedoor
