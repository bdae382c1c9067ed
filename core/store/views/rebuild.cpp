// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/rebuild.h"

#include "core/base/errand.h"
#include "core/base/task_queue.h"
#include "core/store/atomic_file.h"
#include "core/store/journal/stored_record.h"
#include "core/store/views/record_folder.h"

#include <QFile>
#include <algorithm>
#include <atomic>
#include <semaphore>
#include <thread>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t eventsPerParcel = 128; ///< fits a core's own cache
constexpr int parcelsAhead = 128;            ///< how far reading may run before a worker, so that a slow stretch of one starves no other
constexpr std::int64_t eventsBetweenProgress = 2'000;

/// Envelopes on their way to one worker, one behind the other.
struct Parcel {
    QByteArray bytes;
    std::vector<qsizetype> ends;

    void add(QByteArrayView envelope)
    {
        bytes.append(envelope);
        ends.push_back(bytes.size());
    }
};

/// A thread that opens, decodes and folds the events of its share of the records.
class Worker {
public:
    Worker(BulkViews& views, std::mutex& writing, Sealer& sealer, std::size_t recordsAGeneration)
        : m_sealer(sealer), m_folder(views, writing, recordsAGeneration), m_thread([this] { run(); })
    {
    }
    ~Worker()
    {
        if (m_thread.joinable())
            finish();
    }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// The reading thread's: false once this worker has failed.
    bool take(QByteArrayView envelope)
    {
        m_parcel.add(envelope);
        if (m_parcel.ends.size() == eventsPerParcel)
            send();
        return !m_hasFailed;
    }

    /// Waits until all its records are written.
    void finish()
    {
        if (!m_parcel.ends.empty())
            send();
        m_queue.close();
        m_thread.join();
    }

    /// Both after finish().
    const Result<void>& outcome() const { return m_outcome; }
    const auto& left() const { return m_folder.left(); }

private:
    void send()
    {
        m_room.acquire();
        const qsizetype usual = m_parcel.bytes.size() + m_parcel.bytes.size() / 4;
        m_queue.put(std::exchange(m_parcel, {}));
        m_parcel.bytes.reserve(usual);
        m_parcel.ends.reserve(eventsPerParcel);
    }

    void run()
    {
        while (!m_queue.isFinished()) {
            for (const Parcel& parcel : m_queue.take(1, std::chrono::milliseconds(50))) {
                if (m_outcome)
                    m_outcome = fold(parcel);
                m_hasFailed = !m_outcome;
                m_room.release();
            }
        }
        if (m_outcome)
            m_outcome = m_folder.writeAll();
    }

    Result<void> fold(const Parcel& parcel)
    {
        qsizetype start = 0;
        for (const qsizetype end : parcel.ends) {
            ONEDOOR_ASSIGN(Envelope envelope, decodeStoredEnvelope(QByteArrayView(parcel.bytes).sliced(start, end - start)));
            ONEDOOR_TRY(m_folder.take(inputOf(std::move(envelope), m_sealer)));
            start = end;
        }
        return {};
    }

    Sealer& m_sealer;
    RecordFolder m_folder;
    Parcel m_parcel; ///< the reading thread's, being filled
    TaskQueue<Parcel> m_queue;
    std::counting_semaphore<parcelsAhead> m_room{parcelsAhead};
    std::atomic<bool> m_hasFailed = false;
    Result<void> m_outcome;
    std::thread m_thread; ///< the last member: it uses the others
};

using Workers = std::vector<std::unique_ptr<Worker>>;

/// All events of a record go to the same worker.
Worker& workerOf(const Workers& workers, QByteArrayView record)
{
    return *workers[std::size_t(static_cast<unsigned char>(record.back())) % workers.size()];
}

Result<void> readAll(JournalStore& journal, const Workers& workers, const std::function<void(std::int64_t)>& progress)
{
    return journal.eachToFold([&](const RowToFold& row) -> Result<void> {
        if (row.record.isEmpty() || !workerOf(workers, row.record).take(row.envelope))
            return fail(ErrorKind::Internal, u"views.stopped"_s);
        if (progress && row.arrival % eventsBetweenProgress == 0)
            progress(row.arrival);
        return {};
    });
}

Result<void> foldLeft(JournalStore& journal, Sealer& sealer, BulkViews& views, const auto& left)
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
    // Reading takes little: it shares a processor with one of them.
    const std::size_t count = std::clamp(std::thread::hardware_concurrency(), 2U, 4U);
    std::mutex writing;
    Workers workers;
    for (std::size_t at = 0; at < count; ++at)
        workers.push_back(std::make_unique<Worker>(views, writing, sealer, std::max(recordsAGeneration / count, std::size_t(1))));
    const Result<void> read = readAll(journal, workers, progress);
    for (const auto& worker : workers)
        worker->finish();
    for (const auto& worker : workers)
        ONEDOOR_TRY(worker->outcome());
    ONEDOOR_TRY(read);
    for (const auto& worker : workers)
        ONEDOOR_TRY(foldLeft(journal, sealer, views, worker->left()));
    return {};
}

void removeFiles(const QString& path)
{
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + ending);
}

} // namespace

Result<ViewsStore> rebuildViews(JournalStore& journal, AllSubjectKeys& keys, const QString& path,
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
        ONEDOOR_TRY(fill(journal, keys, views, progress, recordsAGeneration));
        ONEDOOR_TRY(views.finishRows());
        // The disk takes the rows while the indexes are made. Whether it had trouble shows when all of it is synced below.
        Errand disk;
        disk.start([&building] { (void)syncToDisk(building); });
        ONEDOOR_TRY(views.finish(newest.first, newest.second));
    }
    removeFiles(path);
    // It was written without waiting for the disk: a power cut must find either all of it under this name or nothing.
    ONEDOOR_TRY(replaceFile(building, path, Durability::Synced));
    return ViewsStore::open(path, openOptions());
}

} // namespace onedoor
