// SPDX-License-Identifier: GPL-3.0-or-later
// The one writer of a store: appends events to the journal, folds their records and keeps the views in step.
//
//     begin → (load → append)… → commit      or rollback: then nothing of it happened
//
// commit hands the journal to the operating system and waits for the disk to have it; on a second thread the views follow meanwhile,
// never before the journal. The caller gets its answer when both are done. After a crash in between the views catch up from their
// frontier, or are built anew when the power cut took the journal's last events and not theirs. Owns both files and the own stream's
// head. Writer thread only.
#pragma once

#include "core/journal/fold.h"
#include "core/base/errand.h"
#include "core/store/arrived_events.h"
#include "core/store/foreign_events.h"
#include "core/store/journal/subject_keys.h"
#include "core/store/recent_records.h"
#include "core/store/views/views_store.h"

#include <atomic>
#include <memory>
#include <semaphore>
#include <unordered_set>

namespace onedoor {

/// Records that one commit touched, in the order they were first touched.
struct Committed {
    std::vector<RawId> records;
    std::uint64_t events = 0;
    bool putAside = false; ///< events of a PC that was shut out left their records: some of these may be gone
};

class Writer {
public:
    using ReachDisk = std::function<Result<void>(JournalStore&)>;
    /// `stream`: the one that this node writes. `random` must outlive the writer. `reachDisk` waits for the disk at each commit.
    static Result<std::unique_ptr<Writer>> create(JournalStore journal, ViewsStore views, SecretKey wrappingKey, StreamId stream,
                                                  Random& random, ReachDisk reachDisk = &JournalStore::reachDisk);

    JournalStore& journal() { return m_journal; }
    /// The views with all that was appended so far. Should they not take it, the next commit fails and says why.
    ViewsStore& views();
    StreamId stream() const { return m_stream; }
    const StreamHead& head() const { return m_head; }
    /// How far the disk is sure to have the own stream: what lies beyond may not leave this node yet. To be read on any thread.
    std::shared_ptr<const std::atomic<std::uint64_t>> ownDurable() const { return m_ownDurable; }
    /// The id of a new record; always above the one before, so that of two tickets of one millisecond the first stays first.
    RawId makeId(Instant now);

    Result<void> begin();
    /// The record as it is now, uncommitted events of this transaction included.
    Result<const FoldedRecord*> load(const RawId& record);
    template <typename State>
    Result<State> state(const RawId& record);
    /// Encodes, seals, chains and stores the drafts and folds them. The views follow when somebody looks at them, or at commit.
    Result<void> append(const Drafts& drafts, AccountId actor, Instant wall);
    /// Stores what other nodes wrote and admission let through, in a transaction of its own, as durable as an own act. The views follow with
    /// it; of a large batch at the next begin() or catchUp(), many batches at a time. `now`: the own wall clock, which decides whether a
    /// foreign clock is believed. What lies beyond a cut-off of the batch is put aside, and the records that it was in are folded without it.
    /// `confirmed` as with commit(); of a large batch it is not called.
    Result<Committed> store(const ForeignBatch& batch, Instant now, const std::function<void()>& confirmed = {});
    /// Destroys keys at others' word, before the events themselves are here: core/sync. In a transaction of its own.
    Result<Committed> eraseAhead(const std::vector<Erasure>& erasures);
    /// Inside a transaction: this node says of whom it has destroyed the key, once each, as far as the erasure itself is here.
    Result<void> reportErasures(const NodeId& self, Instant now);
    /// The same for a node that writes nothing itself, in a transaction of its own.
    Result<Committed> confirmErasures(const NodeId& node, const std::vector<PersonId>& people, Instant now);
    bool mayHaveErasuresToReport() const { return m_mayReport; }
    /// What was deleted may still stand in the write-ahead logs, and in views that were put aside: takes it away. False: a reader is in the
    /// way, ask again.
    bool sweep();
    bool viewsAreBehind();
    /// Inside a transaction: what the own stream holds after `after` is displaced and given back in order, and appends go into `next`.
    Result<std::vector<QByteArray>> leaveStream(std::uint64_t after, const StreamId& next);
    Sealer& sealer() { return m_keys; }
    /// Io "store.notDurable": the disk did not confirm; nothing more is written until the store is opened again, and what it then holds
    /// counts. `meanwhile` is called when the journal has committed and the disk is being waited for, `confirmed` once the disk has it, while
    /// the views may still be following.
    Result<Committed> commit(const std::function<void()>& meanwhile, const std::function<void()>& confirmed);
    Result<Committed> commit(const std::function<void()>& meanwhile = {});
    /// Called beside the writer thread in each commit, with where the stream stood before it: so far the disk is sure to have it.
    void onDurable(std::function<void(const StreamHead&)> record) { m_recordHead = std::move(record); }
    void rollback();

    /// Shows what the views lack of others' events, beside the writer thread, some at a time; true while there is more. Never waits; acts
    /// that come meanwhile do, for the piece that is under way.
    bool showMore();
    /// For showMore(): opens a second connection to the journal, when it is needed first.
    void readBesideWith(std::function<Result<JournalStore>()> openJournal) { m_openJournal = std::move(openJournal); }

    /// Brings the views from where they are to the journal's newest event, in its own transactions. `progress` gets events done.
    Result<void> catchUp(const std::function<void(std::int64_t)>& progress = {});
    /// The next events only, in one transaction, so that others need not wait for all of them.
    Result<void> catchUpSome(std::int64_t atMost);

private:
    enum class Behind { No, Yes, CatchingUp };
    /// Where stored events and keys are read: through the writer's own connection, or through one beside it.
    struct Source {
        JournalStore& journal;
        SubjectKeys& keys;
    };
    struct Beside {
        JournalStore journal;
        SubjectKeys keys;
        Beside(JournalStore opened, SecretKey wrappingKey, Random& random) : journal(std::move(opened)), keys(journal, std::move(wrappingKey), random) {}
    };
    Writer(JournalStore journal, ViewsStore views, SecretKey wrappingKey, StreamId stream, Random& random, ReachDisk reachDisk);
    Result<void> appendOne(const Draft& draft, AccountId actor, Instant wall);
    Result<void> resumeClock();
    Result<void> storeRows(const ForeignBatch& batch, Instant now, bool withViews);
    Result<void> storeOne(const ForeignEvent& event, Instant now, bool withViews);
    Result<Committed> storeLarge(const ForeignBatch& batch, Instant now);
    void awaitDisk();
    Result<void> putAside(const EventRef& last);
    Source own() { return {m_journal, m_keys}; }
    Result<void> absorb(Source source, std::int64_t arrival, QByteArrayView envelope);
    Result<void> catchUpSome(Source source, std::int64_t atMost);
    void noteGreatest(Instant now);
    bool isAboveAll(const RawId& record);
    Result<void> absorbSome(Source source, std::int64_t last, std::int64_t atMost);
    void showBeside();
    void stopShowing();
    void joinShowing();
    bool canReadBeside();
    void touch(const RawId& record);
    void noteUnwritten(RecentRecord& known, const RawId& record, bool isNew);
    void forgetUnwritten();
    Result<void> putTouched();
    Result<void> putEach();
    void commitViews();
    Result<void> mayAppend(const Drafts& drafts);
    Result<void> erase(const Erasure& erasure);
    Result<void> renewRecordsOf(Source source, const PersonId& person, std::int64_t upToArrival = INT64_MAX);
    Result<void> renewErased();
    Result<void> learnErased();

    JournalStore m_journal;
    ViewsStore m_views;
    SubjectKeys m_keys;
    Random& m_random;
    RawId m_lastId;
    StreamId m_stream;
    StreamHead m_head;
    HybridClock m_clock;
    RecentRecords m_records;           ///< forgotten after a rollback
    std::vector<RawId> m_touched;                      ///< in this transaction
    std::vector<std::pair<RawId, bool>> m_unwritten;   ///< records whose views are still to be written, and whether they are new
    std::vector<std::pair<RawId, RecordState>> m_thinned; ///< records that lost events to a cut-off, and what they were before
    std::uint64_t m_events = 0;
    std::unordered_set<RawId> m_erased; ///< people
    std::vector<PersonId> m_toRenew;    ///< erased while the views catch up
    bool m_mayReport = false;
    bool m_mustSweep = false;
    StreamHead m_headBefore;
    StreamId m_streamBefore;
    bool m_rowsMayBeThere = false; ///< in this transaction also of records that are new to the journal
    Behind m_viewsBehind = Behind::Yes; ///< until the frontier was looked at; then after a failed commit of the views, or a large batch
    std::int64_t m_shown = 0;           ///< arrival number of the newest event that the views show, while they catch up
    Hash m_shownHash{};
    std::vector<ArrivedEvent> m_arriving; ///< in the transaction of a large batch
    ArrivedEvents m_arrived;
    Result<void> m_put;         ///< of this transaction's rows in the views
    std::int64_t m_arrival = 0; ///< of the event stored last in this transaction
    Hash m_arrivalHash{};
    std::binary_semaphore m_journalDone{0}; ///< tells the views' thread that the journal has committed, or has not
    bool m_journalStands = false;           ///< which of the two; handed over by m_journalDone
    ReachDisk m_reachDisk;
    std::function<void(const StreamHead&)> m_recordHead;
    SecretKey m_wrappingKey;
    std::function<Result<JournalStore>()> m_openJournal;
    std::unique_ptr<Beside> m_beside;
    /// While the errand shows others' events, it alone uses the views, the records in memory and how far the views are.
    bool m_isShowing = false;
    bool m_hasStoredMore = false; ///< since then
    std::atomic<bool> m_mustStopShowing = false;
    std::atomic<bool> m_hasShownAll = false; ///< or can't go on
    Result<void> m_shownSoFar;               ///< the errand's outcome; read once it is done
    Result<void> m_durable; ///< failed: the disk did not confirm a commit
    std::shared_ptr<std::atomic<std::uint64_t>> m_ownDurable = std::make_shared<std::atomic<std::uint64_t>>(0);
    struct Halt { ///< so that nobody waits for weeks of others' work to be shown
        std::atomic<bool>& mustStop;
        ~Halt() { mustStop = true; }
    };
    Errand m_errand;        ///< so late that its thread ends before anything it uses
    Halt m_halt{m_mustStopShowing};
    RawId m_greatest; ///< while the views catch up: no record below m_bound of which they show anything has a greater id
    RawId m_bound;    ///< null: nothing is known
};

template <typename State>
Result<State> Writer::state(const RawId& record)
{
    ONEDOOR_ASSIGN(const FoldedRecord* folded, load(record));
    return stateAs<State>(folded->state);
}

} // namespace onedoor
