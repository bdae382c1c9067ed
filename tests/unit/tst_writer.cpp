// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which one act reaches journal, disk and views, and what happens when one of the three fails.
#include "core/base/errand.h"
#include "core/store/store_opening.h"
#include "core/store/verification.h"
#include "core/store/views/person_queries.h"

#include <QTemporaryDir>
#include <QTest>
#include <atomic>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const Instant now{1'767'225'600'000}; // 2026-01-01

struct Store {
    QTemporaryDir folder;
    SystemRandom random;
    MasterKey key = MasterKey::generate(random);
    std::atomic<int> waits = 0;
    std::atomic<bool> diskFails = false;
    OpenedStore opened;

    Store()
    {
        auto made = createStore(access(), {.code = u"test"_s, .name = u"test"_s, .definition = u"{}"_s, .rehearsal = true}, now, random);
        if (!made)
            qFatal("%s", qPrintable(made.error().code));
        opened = std::move(*made);
        waits = 0;
    }
    StoreAccess access()
    {
        return {.paths = {folder.path() + u"/store"_s}, .key = key, .cipher = sqlite::preferredCipher(), .nodeName = u"test"_s,
                .software = u"OneDoor test"_s, .reachDisk = [this](JournalStore& journal) -> Result<void> {
                    ++waits;
                    if (diskFails)
                        return fail(ErrorKind::Io, u"store.notDurable"_s);
                    return journal.reachDisk();
                }};
    }
    Writer& writer() { return *opened.writer; }
    void reopen()
    {
        opened = {};
        auto again = openStore(access(), now, random);
        if (!again)
            qFatal("%s", qPrintable(again.error().code));
        opened = std::move(*again);
    }
    PersonId append(const QString& name)
    {
        const PersonId person(writer().makeId(now));
        const Result<void> appended = writer().append({{person.raw, PersonRegistered{.name = name}, person}}, {}, now);
        if (!appended)
            qFatal("%s", qPrintable(appended.error().code));
        return person;
    }
    /// The name that the views show; empty when they do not know the person.
    QString shown(PersonId person)
    {
        const auto known = queries::person(writer().views(), person);
        return known && *known ? (*known)->name : QString();
    }
    bool isSound()
    {
        const auto report = verifyStore(access().paths, key, sqlite::preferredCipher(), random);
        return report && report->isSound();
    }
};

} // namespace

class TestWriter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyCommitWaitsForTheDisk();
    void whatWasAppendedIsSeenAtOnce();
    void aRollbackLeavesNothing();
    void anUnconfirmedCommitStopsTheWriter();
    void othersMayKnowOnceTheDiskHasIt();
    void viewsThatCannotFollowCatchUp();
    void viewsAheadOfTheJournalAreBuiltAnew();
    void anErrandRunsBesideItsOwner();
};

void TestWriter::everyCommitWaitsForTheDisk()
{
    Store store;
    for (int at = 1; at <= 5; ++at) {
        QVERIFY(store.writer().begin());
        store.append(u"访客"_s);
        QCOMPARE(store.waits.load(), at - 1);
        QVERIFY(store.writer().commit());
        QCOMPARE(store.waits.load(), at);
    }
    QVERIFY(store.writer().begin());
    store.append(u"访客"_s);
    store.writer().rollback();
    QCOMPARE(store.waits.load(), 5);
}

void TestWriter::whatWasAppendedIsSeenAtOnce()
{
    Store store;
    QVERIFY(store.writer().begin());
    const PersonId first = store.append(u"赵一"_s);
    const PersonId second = store.append(u"钱二"_s);
    QCOMPARE(store.shown(first), u"赵一"_s);
    const PersonId third = store.append(u"孙三"_s);
    QCOMPARE(store.shown(second), u"钱二"_s);
    QVERIFY(store.writer().commit());
    QCOMPARE(store.shown(third), u"孙三"_s);
    store.reopen();
    QVERIFY(!store.opened.report.viewsRebuilt);
    QCOMPARE(store.shown(third), u"孙三"_s);
}

void TestWriter::aRollbackLeavesNothing()
{
    Store store;
    QVERIFY(store.writer().begin());
    const PersonId looked = store.append(u"赵一"_s);
    QCOMPARE(store.shown(looked), u"赵一"_s);
    const PersonId unlooked = store.append(u"钱二"_s);
    store.writer().rollback();
    QCOMPARE(store.shown(looked), QString());
    QCOMPARE(store.shown(unlooked), QString());
    QVERIFY(store.writer().begin());
    const PersonId after = store.append(u"孙三"_s);
    QVERIFY(store.writer().commit());
    QCOMPARE(store.shown(after), u"孙三"_s);
    QCOMPARE(store.shown(unlooked), QString());
    QVERIFY(store.isSound());
}

void TestWriter::anUnconfirmedCommitStopsTheWriter()
{
    Store store;
    QVERIFY(store.writer().begin());
    const PersonId kept = store.append(u"赵一"_s);
    QVERIFY(store.writer().commit());
    store.diskFails = true;
    QVERIFY(store.writer().begin());
    const PersonId doubtful = store.append(u"钱二"_s);
    const auto committed = store.writer().commit();
    QVERIFY(!committed);
    QCOMPARE(committed.error().code, u"store.notDurable"_s);
    store.diskFails = false;
    const Result<void> next = store.writer().begin();
    QVERIFY(!next); // a disk that failed once may say yes to what it has lost: only opening anew tells what is there
    QCOMPARE(next.error().code, u"store.notDurable"_s);
    QCOMPARE(store.writer().store({}, {}).error().code, u"store.notDurable"_s);
    store.reopen();
    QCOMPARE(store.shown(kept), u"赵一"_s);
    QCOMPARE(store.shown(doubtful), u"钱二"_s); // this machine did not lose its power
    QVERIFY(store.writer().begin());
    QVERIFY(store.writer().commit());
    QVERIFY(store.isSound());
}

void TestWriter::othersMayKnowOnceTheDiskHasIt()
{
    Store store;
    const auto durable = store.writer().ownDurable();
    const std::uint64_t before = *durable;
    QStringList steps;
    const auto step = [&](const QString& name) { return [&, name] { steps << u"%1: %2 waits, %3 sure"_s.arg(name).arg(store.waits).arg(*durable - before); }; };
    QVERIFY(store.writer().begin());
    store.append(u"访客"_s);
    QVERIFY(store.writer().commit(step(u"meanwhile"_s), step(u"confirmed"_s)));
    QCOMPARE(steps, QStringList({u"meanwhile: 0 waits, 0 sure"_s, u"confirmed: 1 waits, 1 sure"_s}));
    steps.clear();
    store.diskFails = true;
    QVERIFY(store.writer().begin());
    store.append(u"访客"_s);
    QVERIFY(!store.writer().commit(step(u"meanwhile"_s), step(u"confirmed"_s)));
    QCOMPARE(steps, QStringList({u"meanwhile: 1 waits, 1 sure"_s}));
}

void TestWriter::viewsThatCannotFollowCatchUp()
{
    Store store;
    QVERIFY(store.writer().views().database().execute(u"PRAGMA max_page_count = 1"_s)); // as many as there are now
    std::vector<PersonId> people;
    for (int at = 0; at < 400; ++at) {
        const Result<void> begun = store.writer().begin();
        if (!begun) { // the views are behind, and still have no room
            QCOMPARE(begun.error().kind, ErrorKind::Full);
            break;
        }
        people.push_back(store.append(u"访客%1"_s.arg(at)));
        QVERIFY(store.writer().commit()); // the act stands in the journal
    }
    QVERIFY(people.size() < 400);
    QCOMPARE(store.shown(people.back()), QString());
    QVERIFY(store.writer().views().database().execute(u"PRAGMA max_page_count = 1000000"_s));
    QVERIFY(store.writer().begin());
    for (std::size_t at = 0; at < people.size(); ++at)
        QCOMPARE(store.shown(people[at]), u"访客%1"_s.arg(at));
    QVERIFY(store.writer().commit());
    QVERIFY(store.isSound());
}

void TestWriter::viewsAheadOfTheJournalAreBuiltAnew()
{
    // A power cut may take the journal's last, unconfirmed events and leave the views that show them.
    Store store;
    QVERIFY(store.writer().begin());
    const PersonId kept = store.append(u"赵一"_s);
    QVERIFY(store.writer().commit());
    const StorePaths paths = store.access().paths;
    store.opened = {};
    QVERIFY(QFile::copy(paths.journal(), paths.journal() + u".before"_s));
    store.reopen();
    QVERIFY(store.writer().begin());
    const PersonId lost = store.append(u"钱二"_s);
    QVERIFY(store.writer().commit());
    store.opened = {};
    QVERIFY(QFile::remove(paths.journal()));
    QVERIFY(QFile::rename(paths.journal() + u".before"_s, paths.journal()));
    store.reopen();
    QVERIFY(store.opened.report.viewsRebuilt);
    QCOMPARE(store.shown(kept), u"赵一"_s);
    QCOMPARE(store.shown(lost), QString());
}

void TestWriter::anErrandRunsBesideItsOwner()
{
    std::atomic<int> done = 0;
    std::thread::id where;
    {
        Errand errand;
        for (int at = 0; at < 100; ++at) {
            errand.start([&] {
                where = std::this_thread::get_id();
                ++done;
            });
            if (at % 3 == 0)
                errand.wait();
        }
        errand.wait();
        QCOMPARE(done.load(), 100);
        QVERIFY(where != std::this_thread::get_id());
        errand.start([&] { ++done; });
    } // the destructor waits
    QCOMPARE(done.load(), 101);
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
