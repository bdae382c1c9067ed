// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever state a store's folder is found in, opening it either works on from the truth or refuses and names the file.
#include "core/store/verification.h"
#include "core/store/witness.h"
#include "tests/support/store_surgery.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <semaphore>
#include <thread>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

/// While it lives, the process is a user whom write permissions bind: the superuser, who writes everywhere, becomes nobody in
/// particular and gives that user the folder. Anybody else stays who they are.
class BoundByPermissions {
public:
#ifdef Q_OS_UNIX
    explicit BoundByPermissions(QString folder) : m_folder(std::move(folder)), m_wasSuperuser(geteuid() == 0)
    {
        m_isBound = !m_wasSuperuser || (giveTo(nobody) && seteuid(nobody) == 0);
    }
    ~BoundByPermissions()
    {
        if (m_wasSuperuser && (seteuid(0) != 0 || !giveTo(0)))
            qFatal("the process can't become the superuser again");
    }
    bool isBound() const { return m_isBound; }

private:
    static constexpr uid_t nobody = 65534;

    bool giveTo(uid_t user) const
    {
        constexpr auto sameGroup = static_cast<gid_t>(-1);
        bool given = chown(QFile::encodeName(m_folder).constData(), user, sameGroup) == 0;
        QDirIterator files(m_folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (given && files.hasNext())
            given = chown(QFile::encodeName(files.next()).constData(), user, sameGroup) == 0;
        return given;
    }

    QString m_folder;
    bool m_wasSuperuser = false;
    bool m_isBound = false;
#else
    explicit BoundByPermissions(const QString&) {}
    bool isBound() const { return true; }
#endif
};

} // namespace

class TestStoreOpening : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theSecondOpenerIsToldWhoWasFirst();
    void aReaderAtTheJournalOnlyDelaysTheStart();
    void aFolderThatCantBeWrittenIsNamed();
    void aMissingStoreIsNotMade();
    void aNewerSchemaIsRefused_data();
    void aNewerSchemaIsRefused();
    void aWrongKeyIsRefused();
    void aProvenKeyMakesADamagedJournal_data();
    void aProvenKeyMakesADamagedJournal();
    void anEmptyOrTornJournalIsNamed_data();
    void anEmptyOrTornJournalIsNamed();
    void deletedViewsAreMadeAnew();
    void damagedViewsAreMovedAside_data();
    void damagedViewsAreMovedAside();
    void viewsOfAnotherJournalAreMadeAnew();
    void theClockMayGoBackAndForward();
    void aCopiedFolderWritesItsOwnStream();
    void anOlderJournalPutBackIsNoticed();
    void aLostWriteAheadLogIsNoticed();
    void aLostWitnessCostsOnlyANewStream();

private:
    VisitReply visit() { return m_centre->visit(m_centre->session("wang.fang", u"window1"_s), u"张伟"_s); }
    void mustShow(const VisitReply& visit);
    OpeningReport report() { return m_centre->gateway().report(); }
    bool verifies();

    std::unique_ptr<DemoCentre> m_centre;
};

void TestStoreOpening::init()
{
    m_centre = std::make_unique<DemoCentre>();
}

void TestStoreOpening::mustShow(const VisitReply& visit)
{
    const TicketRow row = DemoCentre::wait(m_centre->gateway().ask(m_centre->session("wang.fang"), TicketShow{visit.number})).ticket;
    QCOMPARE(row.ticket, visit.ticket);
    QCOMPARE(row.name, u"张伟"_s);
}

bool TestStoreOpening::verifies()
{
    const auto verified = verifyStore(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), m_centre->random());
    return verified && verified->isSound();
}

void TestStoreOpening::theSecondOpenerIsToldWhoWasFirst()
{
    const auto second = LocalGateway::open(m_centre->setup());
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Busy);
    QCOMPARE(second.error().code, u"store.inUse"_s);
    QCOMPARE(second.error().facts.value(u"pid"_s).toLongLong(), QCoreApplication::applicationPid());
    mustShow(visit()); // the first is not disturbed
}

/// After a crash the first one at the journal, such as a verification, holds its lock while it reads the write-ahead log.
void TestStoreOpening::aReaderAtTheJournalOnlyDelaysTheStart()
{
    const VisitReply before = visit();
    m_centre->close();
    constexpr auto reading = std::chrono::milliseconds(1'500);
    std::binary_semaphore locked{0};
    std::thread reader([&] {
        surgery::onJournal(m_centre->paths(), m_centre->key(), [&](JournalStore& journal) {
            const bool holds = journal.database().execute(u"PRAGMA locking_mode=EXCLUSIVE; BEGIN IMMEDIATE"_s).has_value();
            locked.release();
            std::this_thread::sleep_for(reading);
            if (!holds || !journal.database().execute(u"ROLLBACK"_s))
                qFatal("the journal can't be locked");
        });
    });
    locked.acquire();
    QElapsedTimer started;
    started.start();
    const Result<void> opened = m_centre->open();
    const qint64 waited = started.elapsed();
    reader.join();
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().code));
    QVERIFY2(waited > reading.count() / 2, "the reader was in nobody's way");
    mustShow(before);
}

void TestStoreOpening::aFolderThatCantBeWrittenIsNamed()
{
    m_centre->close();
    const QString folder = m_centre->paths().folder;
    Result<void> refused;
    bool isBound = false;
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner);
    {
        const BoundByPermissions user(folder);
        isBound = user.isBound() && !QFile(folder + u"/probe"_s).open(QIODevice::WriteOnly);
        if (isBound)
            refused = m_centre->open();
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!isBound)
        QSKIP("nothing binds this process to permissions");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"store.readOnly"_s);
    QCOMPARE(refused.error().facts.value(u"path"_s).toString(), folder);
}

void TestStoreOpening::aMissingStoreIsNotMade()
{
    m_centre->close();
    QFile::remove(m_centre->paths().journal());
    QCOMPARE(m_centre->open().error().code, u"store.missing"_s);
    QVERIFY(!QFile::exists(m_centre->paths().journal()));
}

void TestStoreOpening::aNewerSchemaIsRefused_data()
{
    QTest::addColumn<bool>("journal");
    QTest::newRow("journal") << true;
    QTest::newRow("views") << false;
}

void TestStoreOpening::aNewerSchemaIsRefused()
{
    QFETCH(bool, journal);
    const VisitReply known = visit();
    m_centre->close();
    if (journal) {
        surgery::sql(m_centre->paths(), m_centre->key(), u"PRAGMA user_version = 99"_s);
        const Result<void> refused = m_centre->open();
        QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        QCOMPARE(refused.error().code, u"store.newerSchema"_s);
        QCOMPARE(refused.error().facts.value(u"found"_s).toInt(), 99);
        return;
    }
    {
        auto views = sqlite::Database::open(m_centre->paths().views(), {.mode = sqlite::OpenMode::ReadWrite,
                                                                        .key = {sqlite::preferredCipher(), m_centre->key().derive(KeyPurpose::ViewsFile)}});
        QVERIFY(views->setUserVersion(99));
    }
    QVERIFY(m_centre->open()); // views are never worth a refusal
    QVERIFY(report().viewsRebuilt);
    mustShow(known);
}

void TestStoreOpening::aWrongKeyIsRefused()
{
    m_centre->close();
    const MasterKey other = MasterKey::generate(m_centre->random());
    GatewaySetup setup = m_centre->setup();
    setup.key = MasterKey(other.key().copy());
    const QByteArray before = surgery::contents(m_centre->paths().journal());
    const auto refused = LocalGateway::open(std::move(setup));
    QCOMPARE(refused.error().kind, ErrorKind::WrongKey);
    QCOMPARE(surgery::contents(m_centre->paths().journal()), before);
    GatewaySetup proven = m_centre->setup();
    proven.key = MasterKey(other.key().copy());
    proven.keyProven = true; // keyslots.json says that this is the key, and neither file knows it: then it is not theirs
    const auto foreign = LocalGateway::open(std::move(proven));
    QCOMPARE(foreign.error().kind, ErrorKind::Corrupt);
    QCOMPARE(foreign.error().code, u"keys.otherStore"_s);
    QCOMPARE(foreign.error().facts.value(u"path"_s).toString(), m_centre->paths().keySlots());
    QVERIFY(m_centre->open());
}

void TestStoreOpening::aProvenKeyMakesADamagedJournal_data()
{
    QTest::addColumn<bool>("viewsGone");
    QTest::newRow("the views know the key") << false;
    QTest::newRow("there are no views to ask") << true;
}

void TestStoreOpening::aProvenKeyMakesADamagedJournal()
{
    QFETCH(bool, viewsGone);
    m_centre->close();
    surgery::settle(m_centre->paths(), m_centre->key());
    surgery::flip(m_centre->paths().journal(), 2000);
    if (viewsGone)
        QVERIFY(QFile::remove(m_centre->paths().views()));
    GatewaySetup proven = m_centre->setup();
    proven.keyProven = true;
    const auto refused = LocalGateway::open(std::move(proven));
    QCOMPARE(refused.error().code, u"store.damaged"_s);
    QCOMPARE(refused.error().facts.value(u"path"_s).toString(), m_centre->paths().journal());
}

void TestStoreOpening::anEmptyOrTornJournalIsNamed_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("empty") << 0;
    QTest::newRow("a few bytes") << 100;
    QTest::newRow("one page") << 4096;
    QTest::newRow("half a page more") << 4096 * 3 + 2048;
}

void TestStoreOpening::anEmptyOrTornJournalIsNamed()
{
    QFETCH(int, size);
    m_centre->close();
    surgery::settle(m_centre->paths(), m_centre->key());
    QVERIFY(QFile::resize(m_centre->paths().journal(), size));
    const Result<void> refused = m_centre->open();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Corrupt);
    QCOMPARE(refused.error().code, u"store.damaged"_s);
    QCOMPARE(refused.error().facts.value(u"path"_s).toString(), m_centre->paths().journal());
    QCOMPARE(QFileInfo(m_centre->paths().journal()).size(), size);
}

void TestStoreOpening::deletedViewsAreMadeAnew()
{
    const VisitReply known = visit();
    m_centre->close();
    surgery::settle(m_centre->paths(), m_centre->key());
    QVERIFY(QFile::remove(m_centre->paths().views()));
    QVERIFY(m_centre->open());
    QVERIFY(!report().newStream);
    mustShow(known);
}

void TestStoreOpening::damagedViewsAreMovedAside_data()
{
    QTest::addColumn<QString>("damage");
    for (const QString& damage : {u"first page"_s, u"empty"_s, u"noise"_s, u"cut"_s})
        QTest::newRow(qPrintable(damage)) << damage;
}

void TestStoreOpening::damagedViewsAreMovedAside()
{
    QFETCH(QString, damage);
    const VisitReply known = visit();
    m_centre->close();
    surgery::settle(m_centre->paths(), m_centre->key());
    const QString path = m_centre->paths().views();
    if (damage == u"first page"_s) {
        surgery::flip(path, 2000);
    } else if (damage == u"empty"_s) {
        QFile::resize(path, 0);
    } else if (damage == u"cut"_s) {
        QFile::resize(path, QFileInfo(path).size() / 2);
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'n'));
    }
    const QByteArray damaged = surgery::contents(path);
    const Result<void> opened = m_centre->open();
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().code));
    QVERIFY(!report().newStream);
    if (damage != u"empty"_s) {
        QVERIFY(report().viewsRebuilt);
        QCOMPARE(surgery::contents(report().viewsMovedTo), damaged);
    }
    mustShow(known);
    QVERIFY(verifies());
}

void TestStoreOpening::viewsOfAnotherJournalAreMadeAnew()
{
    const VisitReply known = visit();
    m_centre->close();
    surgery::settle(m_centre->paths(), m_centre->key());
    // The same key and another past: a store restored beside its old views.
    QTemporaryDir other;
    surgery::copyFolder(m_centre->paths().folder, other.path());
    {
        auto gateway = LocalGateway::open(m_centre->setupIn(other.path()));
        QVERIFY(gateway);
    }
    surgery::settle({other.path()}, m_centre->key());
    QVERIFY(m_centre->open());
    const VisitReply second = visit();
    m_centre->close();
    surgery::settle(m_centre->paths(), m_centre->key());
    QFile::remove(m_centre->paths().views());
    QVERIFY(QFile::copy(other.path() + u"/views.db"_s, m_centre->paths().views()));
    QVERIFY(m_centre->open());
    QVERIFY(report().viewsRebuilt);
    mustShow(known);
    mustShow(second);
}

void TestStoreOpening::theClockMayGoBackAndForward()
{
    const VisitReply first = visit();
    for (const std::int64_t years : {-1, 2, -1}) {
        m_centre->clock().advanceSeconds(years * 365 * 24 * 3600);
        m_centre->reopen();
        QVERIFY(!report().newStream);
        visit();
        visit();
    }
    mustShow(first);
    m_centre->close();
    HybridTime last;
    surgery::onJournal(m_centre->paths(), m_centre->key(), [&](JournalStore& journal) {
        const Result<void> read = journal.eachAfter(0, [&](const JournalRow& row) -> Result<void> {
            const HybridTime time = decodeEnvelope(row.envelope)->time;
            if (time <= last)
                return fail(ErrorKind::Internal, u"store.internal"_s);
            last = time;
            return {};
        });
        QVERIFY(read); // time never runs backwards in the journal
    });
    QVERIFY(verifies());
}

void TestStoreOpening::aCopiedFolderWritesItsOwnStream()
{
    const VisitReply known = visit();
    m_centre->close();
    QTemporaryDir other;
    surgery::copyFolder(m_centre->paths().folder, other.path());
    auto copy = LocalGateway::open(m_centre->setupIn(other.path()));
    QVERIFY(copy);
    QCOMPARE((*copy)->report().newStream, std::optional(OpeningReason::Restored));
    QVERIFY(m_centre->open());
    QVERIFY(!report().newStream); // the original goes on as before
    const Session desk = DemoCentre::wait((*copy)->sessionOf(u"wang.fang"_s));
    const VisitReply there = m_centre->visit(m_centre->session("wang.fang"), u"张伟"_s);
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"刘洋"_s, .documentKind = DocumentKind::None};
    command.service = u"legalAdvice"_s;
    command.summary = u"咨询"_s;
    const VisitReply here = DemoCentre::wait((*copy)->send(desk, command));
    QVERIFY(here.number != there.number);
    QVERIFY(here.number != known.number);
}

void TestStoreOpening::anOlderJournalPutBackIsNoticed()
{
    const VisitReply kept = visit();
    m_centre->close();
    surgery::settle(m_centre->paths(), m_centre->key());
    const QString path = m_centre->paths().journal();
    QVERIFY(QFile::copy(path, path + u".older"_s));
    QVERIFY(m_centre->open());
    QSet<QString> numbers{kept.number};
    for (int at = 0; at < 45; ++at)
        numbers.insert(visit().number);
    QCOMPARE(numbers.size(), 46);
    m_centre->close();
    surgery::settle(m_centre->paths(), m_centre->key());
    QFile::remove(path);
    QVERIFY(QFile::rename(path + u".older"_s, path));
    QVERIFY(m_centre->open());
    QCOMPARE(report().newStream, std::optional(OpeningReason::RolledBack));
    QVERIFY(report().viewsRebuilt);
    mustShow(kept);
    for (int at = 0; at < 25; ++at)
        numbers.insert(visit().number);
    QCOMPARE(numbers.size(), 46 + 25); // none that was printed in the lost time
    m_centre->close();
    QVERIFY(verifies());
}

void TestStoreOpening::aLostWriteAheadLogIsNoticed()
{
    const std::uint64_t before = readWitness(m_centre->paths().witness())->sequence;
    const VisitReply lost = visit();
    QTRY_VERIFY(readWitness(m_centre->paths().witness())->sequence > before); // it learns of an act when the program rests
    QTemporaryDir crashed; // the folder as a crash leaves it: the last commits are in the log only
    surgery::copyFolder(m_centre->paths().folder, crashed.path());
    QVERIFY(QFileInfo(crashed.path() + u"/journal.db-wal"_s).size() > 0);
    m_centre->close();
    QFile::remove(m_centre->paths().journal() + u"-wal"_s);
    for (const QString& name : {u"journal.db"_s, u"journal.db-shm"_s, u"views.db"_s, u"views.db-wal"_s, u"views.db-shm"_s, u"witness.json"_s}) {
        QFile::remove(m_centre->paths().folder + u'/' + name);
        QFile::copy(crashed.path() + u'/' + name, m_centre->paths().folder + u'/' + name);
    }
    const Result<void> opened = m_centre->open();
    if (!opened) { // nothing had reached the file itself yet
        QCOMPARE(opened.error().code, u"store.damaged"_s);
        QCOMPARE(opened.error().facts.value(u"path"_s).toString(), m_centre->paths().journal());
        return;
    }
    QCOMPARE(report().newStream, std::optional(OpeningReason::RolledBack));
    QVERIFY(visit().number != lost.number);
}

void TestStoreOpening::aLostWitnessCostsOnlyANewStream()
{
    const VisitReply known = visit();
    m_centre->close();
    QVERIFY(QFile::remove(m_centre->paths().witness()));
    QVERIFY(m_centre->open());
    QCOMPARE(report().newStream, std::optional(OpeningReason::Restored));
    mustShow(known);
    QVERIFY(visit().number != known.number);
}

QTEST_GUILESS_MAIN(TestStoreOpening)
#include "tst_store_opening.moc"
