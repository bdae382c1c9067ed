// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verification.h"

#include "core/store/chain_check.h"
#include "core/store/witness.h"

#include <QRegularExpression>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t pageSize = 4096;

bool isDamage(const Error& error)
{
    return error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::Io || error.kind == ErrorKind::WrongKey;
}

/// SQLite's own check of tree structure and indexes. Its messages name pages; a page's number is its place in the file.
Result<void> checkPages(sqlite::Database& journal, VerificationReport& report)
{
    static const QRegularExpression page(u"page (\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
    ONEDOOR_ASSIGN(sqlite::Statement check, journal.prepare(u"PRAGMA integrity_check(50)"_s));
    for (;;) {
        const Result<bool> row = check.step();
        if (!row && !isDamage(row.error()))
            return Unexpected(row.error());
        if (row && (!*row || check.text(0) == u"ok"_s))
            return {};
        VerificationFinding finding{.problem = VerificationProblem::PageDamaged,
                                    .detail = row ? check.text(0).simplified().left(200) : row.error().facts.value(u"reason"_s).toString()};
        if (const QRegularExpressionMatch match = page.match(finding.detail); match.hasMatch())
            finding.offset = (match.captured(1).toLongLong() - 1) * pageSize;
        addFinding(report, std::move(finding));
        if (!row)
            return {};
    }
}

/// A chain alone can't tell that its end was cut off; the witness beside it can.
void compareWithWitness(const std::optional<Witness>& witness, ChainCheck& chain, VerificationReport& report)
{
    if (!witness || witness->sequence == 0)
        return;
    const StreamId stream(witness->stream);
    const std::uint64_t head = chain.headOf(stream).sequence;
    if (head == 0)
        return; // the witness speaks of a stream that this journal never had: openStore's matter
    if (witness->sequence > head) {
        addFinding(report, {.problem = VerificationProblem::TailMissing, .stream = stream, .sequence = witness->sequence,
                            .detail = u"head %1, witness %2"_s.arg(head).arg(witness->sequence)});
    } else if (chain.storedHash({stream, witness->sequence}) != witness->hash) {
        addFinding(report, {.problem = VerificationProblem::Rewritten, .stream = stream, .sequence = witness->sequence});
    }
}

} // namespace

Result<VerificationReport> verifyStore(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Random& random,
                                       const VerificationProgress& progress)
{
    // Read before the snapshot: a running program may write events meanwhile, and its witness must not be ahead of what is checked.
    const std::optional<Witness> witness = readWitness(paths.witness());
    ONEDOOR_ASSIGN(JournalStore journal, JournalStore::open(paths.journal(), {.mode = sqlite::OpenMode::ReadOnly,
                                                                               .key = {cipher, key.derive(KeyPurpose::JournalFile)}}));
    ONEDOOR_ASSIGN(const sqlite::Transaction snapshot, sqlite::Transaction::begin(journal.database(), sqlite::TransactionKind::Read));
    VerificationReport report;
    ONEDOOR_TRY(checkPages(journal.database(), report));
    SubjectKeys keys(journal, key.derive(KeyPurpose::SubjectWrapping), random);
    ChainCheck chain(journal, keys, report);
    ONEDOOR_TRY(chain.run(progress));
    compareWithWitness(witness, chain, report);
    return report;
}

} // namespace onedoor
