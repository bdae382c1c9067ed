// SPDX-License-Identifier: GPL-3.0-or-later
// The walk over all events behind verifyStore: hashes the stored bytes, follows previous hashes and sequences of every stream, compares
// columns with envelopes, looks parents up and opens personal parts. Fills a report that its caller owns. One thread, with workers that examine the rows for it.
#pragma once

#include "core/store/journal/journal_store.h"
#include "core/store/row_examination.h"
#include "core/store/verification.h"

#include <QHash>

namespace onedoor {

void addFinding(VerificationReport& report, VerificationFinding finding);

class ChainCheck {
public:
    /// All must outlive this. With `workers`, 0 or more, `keys` must be for any thread.
    ChainCheck(JournalStore& journal, Sealer& keys, std::size_t workers, ContentDepth depth, VerificationReport& report);

    /// Is told of every row that can be read, before run().
    void alsoTell(std::function<void(const StoredRow&)> listener) { m_listener = std::move(listener); }

    Result<void> run(const VerificationProgress& progress);
    /// Where the walk ended in a stream.
    StreamHead headOf(const StreamId& stream) const { return m_heads.value(stream); }
    QByteArray storedHash(const EventRef& ref) { return m_journal.hashOfEvent(ref).value_or(QByteArray()); }

private:
    Result<void> checkRow(const ExaminedRow& examined);
    void remember(const StoredRow& row);
    Result<RawId> recordOf(const EventRef& event);
    void passWithheld(const StreamId& stream, std::uint64_t before);
    void checkColumns(const StoredRow& row, const Envelope& envelope);
    void checkOrder(const StoredRow& row, const Envelope& envelope, bool bytesAreGenuine);
    Result<bool> isOutside(const EventRef& parent);
    Result<void> checkParents(const StoredRow& row, const Envelope& envelope);
    void checkContent(const StoredRow& row, const ExaminedContent& content);
    bool checkHash(const StoredRow& row, const Hash& computed);
    Hash hashThatTheChainGoesOnWith(const StoredRow& row, const Hash& computed);
    void report(VerificationProblem problem, const StoredRow& row, std::int64_t offset = -1, const QString& detail = {});

    JournalStore& m_journal;
    Sealer& m_keys;
    std::size_t m_workers;
    ContentDepth m_depth;
    std::function<void(const StoredRow&)> m_listener;
    VerificationReport& m_report;
    QHash<StreamId, StreamHead> m_heads;
    QHash<StreamId, std::vector<RawId>> m_records; ///< of the events passed, by their places; null where none is known
    StreamId m_ownStream; ///< null when the file does not say
};

} // namespace onedoor
