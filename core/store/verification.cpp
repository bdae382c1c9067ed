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

/// Every page by itself: under a cipher each carries its own tag, so that the damaged one is named and not the one that points to it.
/// A page's number is its place in the file. Outside a transaction: see verifyStore.
Result<void> checkEachPage(sqlite::Database& journal, VerificationReport& report)
{
    ONEDOOR_ASSIGN(sqlite::Statement count, journal.prepare(u"PRAGMA page_count"_s));
    const Result<bool> counted = count.step();
    if (!counted)
        return isDamage(counted.error()) ? Result<void>() : Result<void>(Unexpected(counted.error()));
    const std::int64_t pages = count.integer(0);
    count.reset(); // it would keep a transaction open
    ONEDOOR_ASSIGN(sqlite::Statement read, journal.prepare(u"SELECT length(data) FROM sqlite_dbpage WHERE pgno = ?1"_s));
    for (std::int64_t page = 1; page <= pages; ++page) {
        const Result<bool> row = read.bind(1, page).step();
        read.reset();
        if (row)
            continue;
        if (!isDamage(row.error()))
            return Unexpected(row.error());
        addFinding(report, {.problem = VerificationProblem::PageDamaged, .offset = (page - 1) * pageSize,
                            .detail = row.error().facts.value(u"reason"_s).toString()});
    }
    return {};
}

/// SQLite's own check of tree structure and indexes, when all pages can be read. Its messages name pages.
Result<void> checkTrees(sqlite::Database& journal, VerificationReport& report)
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
    VerificationReport report;
    ONEDOOR_TRY(checkEachPage(journal.database(), report));
    // After a page that can't be read its transaction reads no other one either. So a damaged file is read without: what is added
    // meanwhile continues the chain.
    std::optional<sqlite::Transaction> snapshot;
    if (report.findings.empty()) {
        ONEDOOR_ASSIGN(sqlite::Transaction begun, sqlite::Transaction::begin(journal.database(), sqlite::TransactionKind::Read));
        snapshot.emplace(std::move(begun));
        ONEDOOR_TRY(checkTrees(journal.database(), report));
    }
    SubjectKeys keys(journal, key.derive(KeyPurpose::SubjectWrapping), random);
    ChainCheck chain(journal, keys, report);
    ONEDOOR_TRY(chain.run(progress));
    compareWithWitness(witness, chain, report);
    return report;
}

} // namespace onedoor
