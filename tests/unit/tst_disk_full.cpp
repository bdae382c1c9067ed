// SPDX-License-Identifier: GPL-3.0-or-later
// When the disk is full an act is refused clearly, nothing of it is left half-written, and work goes on once there is room again.
// Two ways to a full disk without being the superuser: a limit on the size of files of this process, where writing itself fails,
// and a limit on the pages of the database, where SQLite says "full".
#include "core/store/store_opening.h"
#include "core/store/verification.h"
#include "tests/support/store_surgery.h"

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestDiskFull : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFullDiskRefusesAndNothingIsHalfWritten();
    void aFullDatabaseSaysFull();
};

#ifdef Q_OS_UNIX
namespace {

/// No file of this process may grow beyond `bytes` until this goes out of scope.
class FileSizeLimit {
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limited = m_before;
        limited.rlim_cur = rlim_t(bytes);
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    FileSizeLimit(FileSizeLimit&&) = delete;
    FileSizeLimit& operator=(FileSizeLimit&&) = delete;

private:
    rlimit m_before{};
};

VisitRegister registration(int number)
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"访客"_s + QString::number(number), .documentKind = DocumentKind::None};
    command.service = u"legalAdvice"_s;
    command.summary = u"咨询"_s;
    return command;
}

} // namespace
#endif

void TestDiskFull::aFullDiskRefusesAndNothingIsHalfWritten()
{
#ifdef Q_OS_UNIX
    DemoCentre centre;
    const Session desk = centre.session("wang.fang", u"window1"_s);
    std::vector<VisitReply> done{centre.visit(desk, u"张伟"_s)};
    int refused = 0;
    {
        const qint64 largest = std::max(QFileInfo(centre.paths().journal() + u"-wal"_s).size(), QFileInfo(centre.paths().views() + u"-wal"_s).size());
        const FileSizeLimit limit(std::max(largest, QFileInfo(centre.paths().views()).size()) + 100'000);
        for (int at = 0; at < 200 && refused < 5; ++at) {
            const auto outcome = DemoCentre::outcome(centre.gateway().send(desk, registration(at)));
            if (outcome) {
                done.push_back(*outcome);
                continue;
            }
            ++refused;
            QVERIFY2(outcome.error().kind == ErrorKind::Full || outcome.error().kind == ErrorKind::Io, qPrintable(outcome.error().code));
        }
    }
    QCOMPARE(refused, 5);
    QVERIFY(done.size() > 1);
    for (int at = 0; at < 3; ++at)
        done.push_back(centre.visit(desk, u"刘洋"_s)); // there is room again
    const auto mustBeWhole = [&] {
        QSet<QString> numbers;
        for (const VisitReply& each : done) {
            QCOMPARE(DemoCentre::wait(centre.gateway().ask(desk, TicketShow{each.number})).ticket.ticket, each.ticket);
            numbers.insert(each.number);
        }
        QCOMPARE(std::size_t(numbers.size()), done.size());
        const auto report = verifyStore(centre.paths(), centre.key(), sqlite::preferredCipher(), centre.random());
        QVERIFY(report && report->isSound());
        std::size_t tickets = 0;
        auto reader = Reader::open(centre.paths(), centre.key(), sqlite::preferredCipher(), centre.random());
        QVERIFY((*reader)->journal().eachAfter(0, [&](const JournalRow& row) -> Result<void> {
            tickets += decodeEnvelope(row.envelope)->type == TicketIssued::type ? 1 : 0;
            return {};
        }));
        QCOMPARE(tickets, done.size()); // a refused act has left no ticket behind
    };
    mustBeWhole();
    centre.reopen();
    QVERIFY(!centre.gateway().report().newStream);
    mustBeWhole();
#else
    QSKIP("no limit on the size of files here");
#endif
}

void TestDiskFull::aFullDatabaseSaysFull()
{
    QTemporaryDir folder;
    SystemRandom random;
    const MasterKey key = MasterKey::generate(random);
    const StoreAccess access{{folder.path() + u"/store"_s}, key, sqlite::preferredCipher(), u"test"_s, u"OneDoor test"_s};
    const Instant now{1'000'000};
    auto store = createStore(access, {.code = u"test"_s, .name = u"test"_s, .definition = u"{}"_s, .rehearsal = true}, now, random);
    QVERIFY(store);
    Writer& writer = *store->writer;
    const auto append = [&]() -> Result<void> {
        ONEDOOR_TRY(writer.begin());
        Drafts drafts;
        for (int at = 0; at < 50; ++at)
            drafts.push_back({RawId::make(now, random), PersonRegistered{.name = u"访客"_s}, {}});
        for (Draft& draft : drafts)
            draft.subject = PersonId(draft.record);
        Result<void> appended = writer.append(drafts, {}, now);
        if (!appended) {
            writer.rollback();
            return appended;
        }
        ONEDOOR_TRY(writer.commit());
        return {};
    };
    QVERIFY(append());
    const std::uint64_t before = writer.head().sequence;
    QVERIFY(writer.journal().database().execute(u"PRAGMA max_page_count = 1"_s)); // as many as there are now
    Result<void> outcome;
    for (int at = 0; at < 20 && outcome; ++at)
        outcome = append();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Full);
    QCOMPARE(outcome.error().code, u"store.full"_s);
    const std::uint64_t full = writer.head().sequence;
    QCOMPARE((full - before) % 50, 0U); // whole acts only
    QCOMPARE(writer.journal().head(writer.stream())->sequence, full);
    QVERIFY(writer.journal().database().execute(u"PRAGMA max_page_count = 1000000"_s));
    QVERIFY(append());
    QCOMPARE(writer.head().sequence, full + 50);
    recordWitness(*store);
    const auto report = verifyStore(access.paths, key, access.cipher, random);
    QVERIFY(report && report->isSound());
}

QTEST_GUILESS_MAIN(TestDiskFull)
#include "tst_disk_full.moc"
