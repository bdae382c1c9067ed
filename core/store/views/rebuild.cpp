// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/rebuild.h"

#include "core/base/task_queue.h"
#include "core/store/views/bulk_views.h"

#include <QFile>
#include <atomic>
#include <semaphore>
#include <thread>
#include <unordered_map>
#include <unordered_set>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t eventsPerBatch = 2'000;
constexpr int batchesAhead = 8;              ///< how far reading may run before folding
constexpr std::size_t recordsAtMost = 60'000; ///< folded in memory at once

using Batch = std::vector<FoldInput>;

FoldInput inputOf(const Envelope& envelope, Event event)
{
    return {{envelope.ref, envelope.parents, envelope.time}, metaOf(envelope), std::move(event)};
}

/// The second thread's work: records in memory until they are many, then written and let go.
class Folder {
public:
    explicit Folder(BulkViews& views) : m_views(views) {}

    Result<void> take(Batch& batch)
    {
        for (FoldInput& input : batch)
            takeOne(input);
        return m_records.size() > recordsAtMost ? writeAll() : Result<void>{};
    }

    Result<void> writeAll()
    {
        std::vector<const std::pair<const RawId, FoldedRecord>*> sorted;
        sorted.reserve(m_records.size());
        for (const auto& entry : m_records)
            sorted.push_back(&entry);
        std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
        for (const auto* entry : sorted)
            ONEDOOR_TRY(m_views.put(entry->first, entry->second));
        m_records.clear();
        return {};
    }

    /// Records that one pass could not fold: late events, or events of a record that was let go.
    const std::unordered_set<RawId>& left() const { return m_left; }

private:
    void takeOne(FoldInput& input)
    {
        const RawId& id = input.meta.record;
        if (!m_left.empty() && m_left.contains(id))
            return;
        const auto known = m_records.find(id);
        const bool begins = known == m_records.end() && input.node.parents.empty();
        FoldedRecord* record = begins ? &m_records[id] : known != m_records.end() ? &known->second : nullptr;
        if (record != nullptr && extendRecord(*record, input))
            return;
        m_records.erase(id);
        m_left.insert(id);
    }

    BulkViews& m_views;
    std::unordered_map<RawId, FoldedRecord> m_records;
    std::unordered_set<RawId> m_left;
};

Result<void> readAll(JournalStore& journal, Sealer& sealer, const std::atomic<bool>& stop, const std::function<void(Batch)>& hand,
                     const std::function<void(std::int64_t)>& progress)
{
    Batch batch;
    const auto take = [&](const JournalRow& row) -> Result<void> {
        if (stop)
            return fail(ErrorKind::Internal, u"views.stopped"_s);
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        batch.push_back(inputOf(envelope, readEvent(envelope, &sealer).event));
        if (batch.size() == eventsPerBatch) {
            hand(std::exchange(batch, {}));
            batch.reserve(eventsPerBatch);
            if (progress)
                progress(row.arrival);
        }
        return {};
    };
    const Result<void> outcome = journal.eachAfter(0, take);
    hand(std::move(batch));
    return outcome;
}

Result<void> foldLeft(JournalStore& journal, Sealer& sealer, BulkViews& views, const std::unordered_set<RawId>& left)
{
    for (const RawId& record : left) {
        std::vector<FoldInput> inputs;
        const auto take = [&](const JournalRow& row) -> Result<void> {
            ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
            inputs.push_back(inputOf(envelope, readEvent(envelope, &sealer).event));
            return {};
        };
        ONEDOOR_TRY(journal.eachOfRecord(record, take));
        ONEDOOR_TRY(views.put(record, foldRecord(inputs)));
    }
    return {};
}

Result<void> fill(JournalStore& journal, Sealer& sealer, BulkViews& views, const std::function<void(std::int64_t)>& progress)
{
    TaskQueue<Batch> queue;
    std::counting_semaphore<batchesAhead> room(batchesAhead);
    std::atomic<bool> stop = false;
    Folder folder(views);
    Result<void> folded;
    std::thread second([&] {
        while (!queue.isFinished()) {
            for (Batch& batch : queue.take(1, std::chrono::milliseconds(50))) {
                if (folded)
                    folded = folder.take(batch);
                stop = !folded;
                room.release();
            }
        }
        if (folded)
            folded = folder.writeAll();
    });
    const auto hand = [&](Batch batch) {
        room.acquire();
        queue.put(std::move(batch));
    };
    const Result<void> read = readAll(journal, sealer, stop, hand, progress);
    queue.close();
    second.join();
    ONEDOOR_TRY(folded);
    ONEDOOR_TRY(read);
    return foldLeft(journal, sealer, views, folder.left());
}

void removeFiles(const QString& path)
{
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + ending);
}

} // namespace

Result<ViewsStore> rebuildViews(JournalStore& journal, Sealer& sealer, const QString& path,
                                const std::function<sqlite::OpenOptions()>& openOptions, const std::function<void(std::int64_t)>& progress)
{
    const QString building = path + u".building"_s;
    removeFiles(building);
    ONEDOOR_ASSIGN(const auto newest, journal.newest());
    {
        ONEDOOR_ASSIGN(ViewsStore store, ViewsStore::open(building, openOptions()));
        BulkViews views(store);
        ONEDOOR_TRY(views.begin());
        ONEDOOR_TRY(fill(journal, sealer, views, progress));
        ONEDOOR_TRY(views.finish(newest.first, newest.second));
    }
    removeFiles(path);
    if (!QFile::rename(building, path))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, path}});
    return ViewsStore::open(path, openOptions());
}

} // namespace onedoor
