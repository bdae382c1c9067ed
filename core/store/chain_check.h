// SPDX-License-Identifier: GPL-3.0-or-later
// The walk over all events behind verifyStore: hashes the stored bytes, follows previous hashes and sequences of every stream, compares
// columns with envelopes, looks parents up and opens personal parts. Fills a report that its caller owns. One thread.
#pragma once

#include "core/store/journal/readable_rows.h"
#include "core/store/journal/subject_keys.h"
#include "core/store/verification.h"

#include <QHash>

namespace onedoor {

void addFinding(VerificationReport& report, VerificationFinding finding);

class ChainCheck {
public:
    /// All must outlive this.
    ChainCheck(JournalStore& journal, SubjectKeys& keys, VerificationReport& report);

    Result<void> run(const VerificationProgress& progress);
    /// Where the walk ended in a stream.
    StreamHead headOf(const StreamId& stream) const { return m_heads.value(stream); }
    QByteArray storedHash(const EventRef& ref) { return m_journal.hashOfEvent(ref).value_or(QByteArray()); }

private:
    Result<void> checkRow(const StoredRow& row);
    void passWithheld(const StreamId& stream, std::uint64_t before);
    void checkColumns(const StoredRow& row, const Envelope& envelope);
    void checkOrder(const StoredRow& row, const Envelope& envelope, bool bytesAreGenuine);
    void checkOpening(const StoredRow& row, const Envelope& envelope);
    Result<bool> isOutside(const EventRef& parent);
    Result<void> checkParents(const StoredRow& row, const Envelope& envelope);
    void checkContent(const StoredRow& row, const Envelope& envelope);
    bool checkHash(const StoredRow& row, const Hash& computed);
    Hash hashThatTheChainGoesOnWith(const StoredRow& row, const Hash& computed);
    void report(VerificationProblem problem, const StoredRow& row, std::int64_t offset = -1, const QString& detail = {});

    JournalStore& m_journal;
    SubjectKeys& m_keys;
    VerificationReport& m_report;
    QHash<StreamId, StreamHead> m_heads;
    StreamId m_ownStream; ///< null when the file does not say
};

} // namespace onedoor
