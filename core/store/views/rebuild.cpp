// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/rebuild.h"

#include "core/base/task_queue.h"
#include "core/store/atomic_file.h"
#include "core/store/journal/stored_record.h"
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

using Batch = std::vector<FoldInput>;

/// The second thread's work. Records stay in memory while events of theirs keep coming: what a whole generation has not touched is
/// written and let go, while the first thread goes on reading.
class Folder {
public:
    Folder(BulkViews& views, std::size_t recordsAGeneration) : m_views(views), m_recordsAGeneration(recordsAGeneration) {}

    Result<void> take(const Batch& batch)
    {
        for (const FoldInput& input : batch)
            takeOne(input);
        return m_young.size() > m_recordsAGeneration ? nextGeneration() : Result<void>{};
    }

    Result<void> writeAll()
    {
        ONEDOOR_TRY(nextGeneration());
        return nextGeneration();
    }

    /// Records that one pass could not fold: late events, or events of a record that was let go.
    const std::unordered_set<RawId>& left() const { return m_left; }

private:
    using Records = std::unordered_map<RawId, FoldedRecord>;

    void takeOne(const FoldInput& input)
    {
        const RawId& id = input.meta.record;
        if (!m_left.empty() && m_left.contains(id))
            return;
        auto known = m_young.find(id);
        if (known == m_young.end())
            known = grownYoung(id);
        const bool wasLetGo = known == m_young.end() && (!input.node.parents.empty() || m_written.contains(id));
        if (known == m_young.end() && !wasLetGo)
            known = m_young.try_emplace(id).first;
        if (!wasLetGo && extendRecord(known->second, input))
            return;
        if (known != m_young.end())
            m_young.erase(known);
        m_left.insert(id);
    }

    /// The record out of the old generation, if it is there.
    Records::iterator grownYoung(const RawId& id)
    {
        auto node = m_old.extract(id);
        return node ? m_young.insert(std::move(node)).position : m_young.end();
    }

    Result<void> nextGeneration()
    {
        std::vector<const Records::value_type*> sorted;
        sorted.reserve(m_old.size());
        for (const auto& entry : m_old)
            sorted.push_back(&entry);
        std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
        for (const auto* entry : sorted) {
            ONEDOOR_TRY(m_views.put(entry->first, entry->second));
            if (entry->first.isNamed())
                m_written.insert(entry->first);
        }
        m_old = std::exchange(m_young, {});
        return {};
    }

    BulkViews& m_views;
    std::size_t m_recordsAGeneration;
    Records m_young;
    Records m_old;
    std::unordered_set<RawId> m_left;
    std::unordered_set<RawId> m_written; ///< of the records that anybody may begin, because their id is made from a name
};

Result<void> readAll(JournalStore& journal, Sealer& sealer, const std::atomic<bool>& stop, const std::function<void(Batch)>& hand,
                     const std::function<void(std::int64_t)>& progress)
{
    Batch batch;
    const auto take = [&](const JournalRow& row) -> Result<void> {
        if (stop)
            return fail(ErrorKind::Internal, u"views.stopped"_s);
        ONEDOOR_ASSIGN(Envelope envelope, decodeEnvelope(row.envelope));
        batch.push_back(inputOf(std::move(envelope), sealer));
        if (batch.size() == eventsPerBatch) {
            hand(std::exchange(batch, {}));
            batch.reserve(eventsPerBatch);
            if (progress)
                progress(row.arrival);
        }
        return {};
    };
    Result<void> outcome = journal.eachAfter(0, take);
    hand(std::move(batch));
    return outcome;
}

Result<void> foldLeft(JournalStore& journal, Sealer& sealer, BulkViews& views, const std::unordered_set<RawId>& left)
{
    for (const RawId& record : left) {
        ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(journal, sealer, record));
        ONEDOOR_TRY(views.putAgain(record, folded));
    }
    return {};
}

Result<void> fill(JournalStore& journal, Sealer& sealer, BulkViews& views, const std::function<void(std::int64_t)>& progress,
                  std::size_t recordsAGeneration)
{
    TaskQueue<Batch> queue;
    std::counting_semaphore<batchesAhead> room(batchesAhead);
    std::atomic<bool> stop = false;
    Folder folder(views, recordsAGeneration);
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
                                const std::function<sqlite::OpenOptions()>& openOptions, const std::function<void(std::int64_t)>& progress,
                                std::size_t recordsAGeneration)
{
    const QString building = path + u".building"_s;
    removeFiles(building);
    ONEDOOR_ASSIGN(const auto newest, journal.newest());
    {
        ONEDOOR_ASSIGN(ViewsStore store, ViewsStore::open(building, openOptions()));
        BulkViews views(store);
        ONEDOOR_TRY(views.begin());
        ONEDOOR_TRY(fill(journal, sealer, views, progress, recordsAGeneration));
        ONEDOOR_TRY(views.finish(newest.first, newest.second));
    }
    removeFiles(path);
    // It was written without waiting for the disk: a power cut must find either all of it under this name or nothing.
    ONEDOOR_TRY(replaceFile(building, path, Durability::Synced));
    return ViewsStore::open(path, openOptions());
}

} // namespace onedoor
