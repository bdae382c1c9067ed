// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/verification.h"

#include "core/store/chain_check.h"
#include "core/store/index_check.h"
#include "core/store/journal/all_subject_keys.h"
#include "core/store/journal/subject_keys.h"
#include "core/store/receipts.h"
#include "core/store/witness.h"

#include <QRegularExpression>
#include <algorithm>
#include <future>
#include <thread>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t pageSize = 4096;

bool isDamage(const Error& error)
{
    return error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::Io || error.kind == ErrorKind::WrongKey;
}

/// What verifyStore reads with, and reads with once more beside itself.
struct Access {
    const StorePaths& paths;
    const MasterKey& key;
    sqlite::Cipher cipher;

    Result<JournalStore> open() const
    {
        return JournalStore::open(paths.journal(), {.mode = sqlite::OpenMode::ReadOnly, .key = {cipher, key.derive(KeyPurpose::JournalFile)}});
    }
};

void addFindings(VerificationReport& report, VerificationReport more)
{
    const std::uint64_t inAll = report.findingsInAll + more.findingsInAll;
    for (VerificationFinding& finding : more.findings)
        addFinding(report, std::move(finding));
    report.findingsInAll = inAll;
}

Result<void> checkPages(sqlite::Database& journal, std::int64_t first, std::int64_t last, VerificationReport& report)
{
    ONEDOOR_ASSIGN(sqlite::Statement read, journal.prepare(u"SELECT length(data) FROM sqlite_dbpage WHERE pgno = ?1"_s));
    for (std::int64_t page = first; page <= last; ++page) {
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

/// Every page by itself: under a cipher each carries its own tag, so that the damaged one is named and not the one that points to it.
/// A page's number is its place in the file. Outside a transaction: see verifyStore. Two threads take one half each.
Result<void> checkEachPage(sqlite::Database& journal, const Access& access, VerificationReport& report)
{
    ONEDOOR_ASSIGN(sqlite::Statement count, journal.prepare(u"PRAGMA page_count"_s));
    const Result<bool> counted = count.step();
    if (!counted)
        return isDamage(counted.error()) ? Result<void>() : Result<void>(Unexpected(counted.error()));
    const std::int64_t pages = count.integer(0);
    count.reset(); // it would keep a transaction open
    ONEDOOR_ASSIGN(JournalStore beside, access.open());
    VerificationReport others;
    auto othersChecked = std::async(std::launch::async, [&] { return checkPages(beside.database(), pages / 2 + 1, pages, others); });
    const Result<void> checked = checkPages(journal, 1, pages / 2, report);
    ONEDOOR_TRY(othersChecked.get());
    addFindings(report, std::move(others));
    return checked;
}

/// One of SQLite's own checks, when all pages can be read. Its messages name pages.
Result<void> runCheck(JournalStore& journal, const QString& pragma, VerificationReport& report)
{
    static const QRegularExpression page(u"page (\\d+)"_s, QRegularExpression::CaseInsensitiveOption);
    ONEDOOR_ASSIGN(sqlite::Statement check, journal.database().prepare(u"PRAGMA "_s + pragma));
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

/// Tree structure, rows and indexes, all by SQLite.
Result<VerificationReport> checkTrees(const Access& access)
{
    VerificationReport report;
    ONEDOOR_ASSIGN(JournalStore journal, access.open());
    ONEDOOR_TRY(runCheck(journal, u"integrity_check(50)"_s, report));
    return report;
}

/// The same without a look-up for each event in each index: `indexes` compares those. Small tables keep theirs.
Result<VerificationReport> checkTreesOnly(const Access& access)
{
    VerificationReport report;
    ONEDOOR_ASSIGN(JournalStore journal, access.open());
    for (const QString& pragma : {u"quick_check(50)"_s, u"integrity_check(streams)"_s, u"integrity_check(erased)"_s})
        ONEDOOR_TRY(runCheck(journal, pragma, report));
    return report;
}

VerificationFinding indexDamaged()
{
    return {.problem = VerificationProblem::PageDamaged, .detail = u"index"_s};
}

Result<VerificationReport> readIndexes(const Access& access, IndexCheck& indexes)
{
    VerificationReport report;
    ONEDOOR_ASSIGN(JournalStore journal, access.open());
    const Result<bool> inOrder = indexes.readIndexes(journal);
    if (!inOrder && !isDamage(inOrder.error()))
        return Unexpected(inOrder.error());
    if (!inOrder || !*inOrder)
        addFinding(report, indexDamaged());
    return report;
}

/// Where somebody saw a stream stand.
struct Sighting {
    EventRef at;
    QByteArrayView hash;
    QString by; ///< technical words for the finding
};

/// A chain alone can't tell that its end was cut off; who saw it can.
void compareWith(const Sighting& seen, ChainCheck& chain, VerificationReport& report)
{
    const std::uint64_t head = chain.headOf(seen.at.stream).sequence;
    if (head == 0)
        return; // it speaks of a stream that this journal never had: openStore's matter
    if (seen.at.sequence > head) {
        addFinding(report, {.problem = VerificationProblem::TailMissing, .stream = seen.at.stream, .sequence = seen.at.sequence,
                            .detail = u"head %1, %2 %3"_s.arg(head).arg(seen.by).arg(seen.at.sequence)});
    } else if (chain.storedHash(seen.at) != seen.hash) {
        addFinding(report, {.problem = VerificationProblem::Rewritten, .stream = seen.at.stream, .sequence = seen.at.sequence, .detail = seen.by});
    }
}

void compareWithWitness(const std::optional<Witness>& witness, ChainCheck& chain, VerificationReport& report)
{
    if (witness && witness->sequence != 0)
        compareWith({{StreamId(witness->stream), witness->sequence}, witness->hash, u"witness"_s}, chain, report);
}

/// What lies aside, since others knew another history, is no loss.
Result<bool> isAside(JournalStore& journal, const Receipt& receipt)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, journal.database().cached("SELECT 1 FROM displaced WHERE stream = ?1 AND sequence = ?2 AND hash = ?3"));
    return select.bindAll(receipt.stream, std::int64_t(receipt.sequence), viewOf(receipt.hash)).step();
}

Result<void> compareWithReceipts(JournalStore& journal, ChainCheck& chain, VerificationReport& report)
{
    ONEDOOR_ASSIGN(const std::vector<Receipt> receipts, receiptsIn(journal));
    for (const Receipt& receipt : receipts) {
        ONEDOOR_ASSIGN(const bool aside, isAside(journal, receipt));
        if (!aside)
            compareWith({{receipt.stream, receipt.sequence}, viewOf(receipt.hash), u"receipt of %1"_s.arg(receipt.node.toString())}, chain, report);
    }
    return {};
}

/// What SQLite says of the file, found out while the chain is walked.
class FileCheck {
public:
    FileCheck(const Access& access, Random& random, VerificationScope scope) : m_access(access), m_scope(scope), m_indexes(random) {}

    void start()
    {
        const bool comparesIndexes = m_scope == VerificationScope::PagesInUse;
        m_running.push_back(std::async(std::launch::async, [this, comparesIndexes] { return comparesIndexes ? checkTreesOnly(m_access) : checkTrees(m_access); }));
        if (comparesIndexes)
            m_running.push_back(std::async(std::launch::async, [this] { return readIndexes(m_access, m_indexes); }));
    }
    void add(const StoredRow& row)
    {
        if (m_scope == VerificationScope::PagesInUse)
            m_indexes.add(row);
    }
    /// Once all rows were added.
    Result<VerificationReport> finish()
    {
        VerificationReport report;
        const bool comparesIndexes = m_running.size() > 1;
        for (auto& each : m_running) {
            ONEDOOR_ASSIGN(VerificationReport found, each.get());
            addFindings(report, std::move(found));
        }
        if (comparesIndexes && report.findings.empty() && !m_indexes.agrees())
            addFinding(report, indexDamaged());
        return report;
    }

private:
    const Access& m_access;
    VerificationScope m_scope;
    IndexCheck m_indexes;
    std::vector<std::future<Result<VerificationReport>>> m_running; ///< the last member: they use the others
};

/// Reading takes little: it shares a processor with one of them.
std::size_t workersAtMost()
{
    return std::clamp(std::thread::hardware_concurrency(), 2U, 4U);
}

} // namespace

Result<VerificationReport> verifyStore(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Random& random,
                                       const VerificationProgress& progress, VerificationScope scope)
{
    // Read before the snapshot: a running program may write events meanwhile, and its witness must not be ahead of what is checked.
    const std::optional<Witness> witness = readWitness(paths.witness());
    const Access access{paths, key, cipher};
    ONEDOOR_ASSIGN(JournalStore journal, access.open());
    VerificationReport report;
    if (scope == VerificationScope::EveryPage)
        ONEDOOR_TRY(checkEachPage(journal.database(), access, report));
    // After a page that can't be read its transaction reads no other one either. So a damaged file is read without: what is added
    // meanwhile continues the chain.
    std::optional<sqlite::Transaction> snapshot;
    FileCheck file(access, random, scope);
    if (report.findings.empty()) {
        ONEDOOR_ASSIGN(sqlite::Transaction begun, sqlite::Transaction::begin(journal.database(), sqlite::TransactionKind::Read));
        snapshot.emplace(std::move(begun));
        file.start();
    }
    VerificationReport walked;
    SubjectKeys single(journal, key.derive(KeyPurpose::SubjectWrapping), random);
    Result<AllSubjectKeys> all = fail(ErrorKind::Corrupt, u"store.damaged"_s);
    if (snapshot)
        all = AllSubjectKeys::load(journal, key.derive(KeyPurpose::SubjectWrapping));
    if (!all && !isDamage(all.error()))
        return Unexpected(all.error());
    // A damaged file is read row by row, and each look-up may fail by itself.
    ChainCheck chain(journal, all ? static_cast<Sealer&>(*all) : single, all ? workersAtMost() : 0,
                     scope == VerificationScope::PagesInUse ? ContentDepth::Sealed : ContentDepth::Whole, walked);
    chain.alsoTell([&](const StoredRow& row) { file.add(row); });
    ONEDOOR_TRY(chain.run(progress));
    compareWithWitness(witness, chain, walked);
    if (const Result<void> compared = compareWithReceipts(journal, chain, walked); !compared && !isDamage(compared.error()))
        return Unexpected(compared.error());
    ONEDOOR_ASSIGN(VerificationReport found, file.finish());
    addFindings(report, std::move(found));
    // The file's own damage first: it explains what follows.
    std::swap(report.findings, walked.findings);
    std::swap(report.findingsInAll, walked.findingsInAll);
    addFindings(walked, std::move(report));
    return walked;
}

} // namespace onedoor
