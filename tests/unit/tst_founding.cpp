// SPDX-License-Identifier: GPL-3.0-or-later
// The making of a store: killed at its worst moments, refused where another store lies, and tidy when it fails. And the lock of a store
// that another computer left behind.
#include "core/domain/centre/centre_loader.h"
#include "core/services/founding.h"
#include "core/services/recovery_renewal.h"
#include "core/store/store_creation.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>
#ifdef Q_OS_UNIX
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr auto password = "open sesame 7";

/// Ends the process when it is asked for the time and the files look as wanted.
class DeadlyClock final : public Clock {
public:
    explicit DeadlyClock(std::function<bool()> moment) : m_moment(std::move(moment)) {}
    Instant now() const override
    {
#ifdef Q_OS_UNIX
        if (m_moment())
            _exit(7);
#endif
        return SystemClock().now();
    }

private:
    std::function<bool()> m_moment;
};

} // namespace

class TestFounding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aStoreIsMade();
    void aCrashIsNoDeadEnd_data();
    void aCrashIsNoDeadEnd();
    void keySlotsComeBeforeTheJournal();
    void aFailureLeavesNothing();
    void twoMakersTakeTurns();
    void anotherStoreIsLeftAlone();
    void aJournalWithoutKeysIsLeftAlone();
    void theLockOfAnotherComputerStays();
    void theLockOfAnotherComputerIsTakenOverOnRequest();
    void aLivingLockIsNotTakenOver();
    void anUnsignedLockIsNobodys();
    void anUnsignedLockThatIsHeldStays();
    void aNewRecoveryKeyReplacesTheOld();

private:
    FoundingPlan plan(Clock& clock)
    {
        return {.paths = m_paths, .centre = m_centre, .administrator = {u"chen.jing"_s, u"陈静"_s, {u"administrator"_s}, SecretKind::Password,
                                                                        QString::fromLatin1(password)},
                .cost = SecretCost::minimum(), .nodeName = u"desk"_s, .software = u"test"_s, .clock = clock, .random = m_random};
    }
    void writeLock(const QByteArray& host, const QByteArray& machine) const
    {
        QDir().mkpath(m_paths.folder);
        QFile file(m_paths.lock());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("4711\nonedoor\n" + host + '\n' + machine + "\n0000\n");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    StorePaths m_paths;
    CentreDefinition m_centre;
    SystemClock m_clock;
    SystemRandom m_random;
};

void TestFounding::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_paths = {m_folder->filePath(u"store"_s)};
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_centre = *loadCentre(file.readAll(), u"dongxihu.json"_s);
}

void TestFounding::aStoreIsMade()
{
    const Result<NewStore> made = foundNewStore(plan(m_clock));
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().code));
    QVERIFY(!holdsUnfinishedStore(m_paths));
    const Result<KeySlots> keySlots = KeySlots::read(m_paths.keySlots());
    QVERIFY(keySlots->openWithRecovery(made->recoveryKey)->equals(made->master));
    QVERIFY(keySlots->openWithPassword(u"chen.jing"_s, QString::fromLatin1(password))->equals(made->master));
}

void TestFounding::aCrashIsNoDeadEnd_data()
{
    QTest::addColumn<QString>("there");
    QTest::addColumn<int>("after"); ///< looks at the clock once that file is there
    QTest::newRow("marked, no keys yet") << u"store.creating"_s << 1;
    QTest::newRow("keys, no journal yet") << u"keyslots.json"_s << 1;
    QTest::newRow("journal without accounts") << u"journal.db"_s << 1;
}

void TestFounding::aCrashIsNoDeadEnd()
{
#ifdef Q_OS_UNIX
    QFETCH(QString, there);
    QFETCH(int, after);
    const pid_t child = fork();
    if (child == 0) {
        int seen = 0;
        DeadlyClock deadly([&] { return QFile::exists(m_paths.folder + u'/' + there) && ++seen == after; });
        (void)foundNewStore(plan(deadly));
        _exit(0);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 7, "the maker was not killed where it should be");
    QVERIFY(holdsUnfinishedStore(m_paths));
    QVERIFY(QFile::exists(m_paths.folder + u'/' + there));

    const Result<NewStore> made = foundNewStore(plan(m_clock));
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().code));
    QVERIFY(!holdsUnfinishedStore(m_paths));
    QFuture<Result<Session>> session = made->gateway->signIn(u"chen.jing"_s, QString::fromLatin1(password));
    session.waitForFinished();
    QVERIFY(session.takeResult().has_value());
    if (there != u"store.creating"_s) { // nothing was deleted
        const QStringList aside = QDir(m_paths.folder).entryList({u"unfinished-*"_s}, QDir::Dirs);
        QCOMPARE(aside.size(), 1);
        QVERIFY(QFile::exists(m_paths.folder + u'/' + aside.constFirst() + u'/' + there));
    }
#else
    QSKIP("needs fork()");
#endif
}

void TestFounding::keySlotsComeBeforeTheJournal()
{
    bool journalAlone = false;
    DeadlyClock watching([&] {
        journalAlone = journalAlone || (QFile::exists(m_paths.journal()) && !QFile::exists(m_paths.keySlots()));
        return false;
    });
    QVERIFY(foundNewStore(plan(watching)).has_value());
    QVERIFY(!journalAlone);
}

void TestFounding::aFailureLeavesNothing()
{
    FoundingPlan wrong = plan(m_clock);
    wrong.administrator.roles = {u"noSuchRole"_s}; // refused when the journal is there already
    QCOMPARE(foundNewStore(wrong).error().code, u"account.unknownRole"_s);
    QVERIFY(!QFile::exists(m_paths.keySlots()) && !QFile::exists(m_paths.journal()) && !holdsUnfinishedStore(m_paths));
    const auto lost = [](const RecoveryKey&) -> Result<void> { return fail(ErrorKind::Io, u"store.readOnly"_s); };
    QCOMPARE(foundNewStore(plan(m_clock), lost).error().code, u"store.readOnly"_s);
    QVERIFY(!QFile::exists(m_paths.keySlots()));
    QVERIFY(foundNewStore(plan(m_clock)).has_value());
}

void TestFounding::twoMakersTakeTurns()
{
    QString second;
    const auto meanwhile = [&](const RecoveryKey&) -> Result<void> {
        const Result<NewStore> other = foundNewStore(plan(m_clock));
        second = other ? QString() : other.error().code;
        return {};
    };
    QVERIFY(foundNewStore(plan(m_clock), meanwhile).has_value());
    QCOMPARE(second, u"store.inUse"_s);
    QVERIFY(KeySlots::read(m_paths.keySlots()).has_value());
    QVERIFY(QFile::exists(m_paths.journal()));
}

void TestFounding::anotherStoreIsLeftAlone()
{
    QVERIFY(foundNewStore(plan(m_clock)).has_value());
    const qint64 size = QFileInfo(m_paths.journal()).size();
    QCOMPARE(foundNewStore(plan(m_clock)).error().code, u"store.exists"_s);
    QCOMPARE(QFileInfo(m_paths.journal()).size(), size);
}

void TestFounding::aJournalWithoutKeysIsLeftAlone()
{
    QVERIFY(foundNewStore(plan(m_clock)).has_value());
    QVERIFY(QFile::remove(m_paths.keySlots()));
    QCOMPARE(foundNewStore(plan(m_clock)).error().code, u"store.keysMissing"_s);
    QVERIFY(QFile::exists(m_paths.journal()));
}

void TestFounding::theLockOfAnotherComputerStays()
{
    writeLock("old-pc", "another-machine");
    const auto lock = takeStoreLock(m_paths);
    QVERIFY(!lock);
    QCOMPARE(lock.error().code, u"store.inUse"_s);
    QCOMPARE(lock.error().facts.value(u"host"_s).toString(), u"old-pc"_s);
    QCOMPARE(lock.error().facts.value(u"program"_s).toString(), u"onedoor"_s);
    QVERIFY(lock.error().facts.value(u"elsewhere"_s).toBool());
    QVERIFY(lock.error().facts.value(u"lockedSince"_s).toString().startsWith(QDate::currentDate().toString(Qt::ISODate)));
    const auto holder = storeLockHolder(m_paths);
    QVERIFY(holder && holder->elsewhere && holder->process == 4711);
    QVERIFY(QFile::exists(m_paths.lock()));
}

void TestFounding::theLockOfAnotherComputerIsTakenOverOnRequest()
{
    writeLock("old-pc", "another-machine");
    QVERIFY(takeOverStoreLock(m_paths).has_value());
    QVERIFY(takeStoreLock(m_paths).has_value());
    QVERIFY(takeOverStoreLock(m_paths).has_value()); // free: nothing to do
    if (QSysInfo::machineUniqueId().isEmpty())
        QSKIP("this machine has no id");
    writeLock(QSysInfo::machineHostName().toUtf8(), "another-machine"); // reinstalled under its old name
    QVERIFY(storeLockHolder(m_paths)->elsewhere);
    QVERIFY(takeOverStoreLock(m_paths).has_value());
    QVERIFY(takeStoreLock(m_paths).has_value());
}

void TestFounding::aLivingLockIsNotTakenOver()
{
    QVERIFY(QDir().mkpath(m_paths.folder));
    const auto held = takeStoreLock(m_paths);
    QVERIFY(held.has_value());
    const Result<void> refused = takeOverStoreLock(m_paths);
    QCOMPARE(refused.error().code, u"store.inUse"_s);
    QVERIFY(!refused.error().facts.value(u"elsewhere"_s).toBool());
    // The name of another computer over a file that the system says is held, as from a container on this machine.
    QFile file(m_paths.lock());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("4711\nonedoor\nold-pc\nanother-machine\n0000\n");
    file.close();
    QVERIFY(!takeOverStoreLock(m_paths));
    QVERIFY(QFile::exists(m_paths.lock()));
}

/// What a process leaves that is killed between making its lock and signing it.
void TestFounding::anUnsignedLockIsNobodys()
{
    QVERIFY(QDir().mkpath(m_paths.folder));
    QFile file(m_paths.lock());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(!storeLockHolder(m_paths));
    const auto lock = takeStoreLock(m_paths);
    QVERIFY2(lock, qPrintable(lock ? QString() : lock.error().code));
    QCOMPARE(storeLockHolder(m_paths)->process, QCoreApplication::applicationPid());
    QVERIFY(!takeStoreLock(m_paths));
}

void TestFounding::anUnsignedLockThatIsHeldStays()
{
    QVERIFY(QDir().mkpath(m_paths.folder));
    const auto held = takeStoreLock(m_paths);
    QVERIFY(held.has_value());
    QVERIFY(QFile::resize(m_paths.lock(), 0));
    QVERIFY(storeLockHolder(m_paths));
    const auto second = takeStoreLock(m_paths);
    QVERIFY(!second);
    QCOMPARE(second.error().code, u"store.inUse"_s);
}

void TestFounding::aNewRecoveryKeyReplacesTheOld()
{
    Result<NewStore> made = foundNewStore(plan(m_clock));
    QVERIFY(made.has_value());
    QFuture<Result<Session>> session = made->gateway->sessionOf(u"chen.jing"_s);
    session.waitForFinished();
    const Session administrator = *session.takeResult();
    QVERIFY(!proposeRecoveryKey(*made->gateway, administrator, u"open sesame 8"_s, m_random));
    Session guest = administrator;
    guest.roles = {u"receptionist"_s};
    QCOMPARE(proposeRecoveryKey(*made->gateway, guest, QString::fromLatin1(password), m_random).error().code, u"session.notPermitted"_s);
    const Result<RecoveryKey> fresh = proposeRecoveryKey(*made->gateway, administrator, QString::fromLatin1(password), m_random);
    QVERIFY(fresh.has_value());
    QVERIFY(!KeySlots::read(m_paths.keySlots())->openWithRecovery(*fresh)); // opens nothing before it is proven
    QVERIFY(replaceRecoveryKey(m_paths, made->master, *fresh, m_random).has_value());
    const Result<KeySlots> keySlots = KeySlots::read(m_paths.keySlots());
    QVERIFY(keySlots->openWithRecovery(*fresh)->equals(made->master));
    QVERIFY(!keySlots->openWithRecovery(made->recoveryKey));
    QCOMPARE(keySlots->count(KeySlotKind::Recovery), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestFounding)
#include "tst_founding.moc"
