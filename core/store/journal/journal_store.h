// SPDX-License-Identifier: GPL-3.0-or-later
// The journal file: rows of envelopes, hashes of events that are withheld from this PC, and the table of subject keys beside them.
// Adds and reads; never changes or deletes an event. What must no longer count is put aside into a table of its own.
// Owns its Database; one thread. Reader threads open their own, read only.
#pragma once

#include "core/journal/envelope.h"
#include "core/store/foreign_events.h"
#include "core/store/sqlite/database.h"
#include "core/store/sqlite/transaction.h"

#include <functional>

namespace onedoor {

struct StreamHead {
    std::uint64_t sequence = 0; ///< 0: nothing yet
    Hash hash{};
};

/// One stored event; the views live until the callback returns.
struct JournalRow {
    std::int64_t arrival = 0;
    QByteArrayView hash;
    QByteArrayView envelope;
};

/// One place of a stream as it is passed on.
struct StoredItem {
    QByteArray envelope; ///< empty: withheld
    Hash hash{};
};

/// The same for who folds everything; the views live until the callback returns.
struct RowToFold {
    std::int64_t arrival = 0;
    QByteArrayView record;
    QByteArrayView envelope;
};

class JournalStore {
public:
    static constexpr int applicationId = 0x4f444a31; ///< "ODJ1"
    /// Opens or creates the file and brings its schema up to date. Unsupported "store.newerSchema".
    static Result<JournalStore> open(const QString& path, sqlite::OpenOptions options);

    sqlite::Database& database() { return m_database; }

    /// Ends the transaction: its rows outlive the program from now on, but not a power cut before reachDisk().
    Result<void> commit() { return m_database.run("COMMIT"); }
    /// Waits for the disk. Io "store.notDurable".
    Result<void> reachDisk() { return m_database.syncLog(); }

    /// Inside a transaction of the caller's; gives the event's arrival number.
    Result<std::int64_t> insert(const EventRef& ref, const RawId& record, QByteArrayView envelope, const Hash& hash);
    /// Inside a transaction: of an event that this PC may not see only the hash is here.
    Result<void> insertWithheld(const EventRef& ref, const Hash& hash);
    /// The last place of a stream that is known, withheld or not.
    Result<StreamHead> head(const StreamId& stream);
    Result<std::vector<std::pair<StreamId, StreamHead>>> heads();
    /// The newest event's arrival number and hash; 0 for an empty journal.
    Result<std::pair<std::int64_t, QByteArray>> newest();
    Result<QByteArray> hashAt(std::int64_t arrival);
    /// Of a withheld event too; empty when nothing stands there.
    Result<QByteArray> hashOfEvent(const EventRef& ref);
    /// Hashes of withheld events of one stream from `first` on, without a gap.
    Result<std::vector<Hash>> withheldFrom(const StreamId& stream, std::uint64_t first);
    Result<std::uint64_t> countWithheld();
    /// Of those that stand here with their envelopes.
    Result<std::uint64_t> countEvents();
    /// Whether the event was here and is put aside.
    Result<bool> isPutAside(const EventRef& ref);
    /// Empty when there is no such event.
    Result<QByteArray> envelopeOf(const EventRef& ref);
    Result<QByteArray> recordOfEvent(const EventRef& ref);

    using Visit = std::function<Result<void>(const JournalRow&)>;
    /// `upToArrival`: events that arrived later are left out.
    Result<void> eachOfRecord(const RawId& record, const Visit& visit, std::int64_t upToArrival = INT64_MAX);
    /// Events that arrived after `arrival`, in order of arrival; not more than `atMost`.
    Result<void> eachAfter(std::int64_t arrival, const Visit& visit, std::int64_t atMost = INT64_MAX);
    /// Whether no event of the record arrived before.
    Result<bool> isFirstOfRecord(const RawId& record, std::int64_t arrival);
    /// The greatest id of a record below `bound`; null when there is none.
    Result<RawId> greatestRecord(const RawId& bound);

    /// All events, in order of arrival.
    Result<void> eachToFold(const std::function<Result<void>(const RowToFold&)>& visit);

    Result<QByteArray> wrappedKey(const RawId& subject); ///< empty when there is none
    Result<void> insertWrappedKey(const RawId& subject, QByteArrayView wrapped);
    /// Leaves the one that is there.
    Result<void> addWrappedKey(const RawId& subject, QByteArrayView wrapped);

    /// Destroys the person's key, for ever: none is taken any more. A second erasure of the same person adds nothing.
    Result<void> addErasure(const Erasure& erasure);
    Result<bool> isErased(const RawId& subject);
    /// The newest first.
    Result<std::vector<Erasure>> erasures(int atMost = INT_MAX);
    Result<std::int64_t> countErasures();
    /// Those of which this node has not said yet that its key is gone.
    Result<std::vector<PersonId>> erasuresToReport(const NodeId& self);
    Result<void> noteReported(const PersonId& person, const NodeId& self);

    /// An author's newest signature under one of its heads; an older one is passed over.
    Result<void> keepSignedHead(const StreamId& stream, std::uint64_t sequence, QByteArrayView signature);
    Result<std::pair<std::uint64_t, QByteArray>> signedHead(const StreamId& stream);
    /// Envelopes of one stream after `after`, in order, until `bytes` are together; one at least when there is one.
    Result<std::vector<QByteArray>> envelopesAfter(const StreamId& stream, std::uint64_t after, qsizetype bytes);
    /// The same with withheld events in their places.
    Result<std::vector<StoredItem>> itemsAfter(const StreamId& stream, std::uint64_t after, qsizetype bytes);
    /// Takes a stream's events after `after` out of the journal and keeps them aside; gives those that are not withheld, in order. Only for
    /// the own stream when others know it otherwise, and for what a PC that was shut out wrote beyond its cut-off (core/sync): the two
    /// ways in which an event ever leaves the journal.
    Result<std::vector<QByteArray>> displaceAfter(const StreamId& stream, std::uint64_t after);

private:
    JournalStore(sqlite::Database database, bool knowsWithheld) : m_database(std::move(database)), m_knowsWithheld(knowsWithheld) {}
    Result<std::int64_t> streamNumber(const StreamId& stream);

    sqlite::Database m_database;
    bool m_knowsWithheld = true; ///< false: a file of an older program that was opened to be read
    StreamId m_knownStream; ///< the stream written last: spares a look-up per event
    std::int64_t m_knownNumber = 0;
};

} // namespace onedoor
