// SPDX-License-Identifier: GPL-3.0-or-later
// The copy that a joining PC gets: taken as it is from the disk while the program writes, without the host's own key, with views that serve
// only when they fit, and only until the next start.
#include "core/store/backup.h"
#include "core/store/index_check.h"
#include "core/store/views/received_views.h"
#include "core/store/views/views_store.h"
#include "tests/support/store_surgery.h"

#include <thread>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestJoiningCopy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void itIsWholeWhileTheProgramWrites_data() { ways(); }
    void itIsWholeWhileTheProgramWrites();
    void theHostsKeyStaysAtHome_data() { ways(); }
    void theHostsKeyStaysAtHome();
    void changesStayInMemory();
    void viewsServeUntilTheNextStart();
    void viewsThatDoNotFitAreLeftOut_data();
    void viewsThatDoNotFitAreLeftOut();
    void aLimitedPcGetsNoViews();
    void aBackupNeedsItsHashes();
    void indexesMustSayWhatRowsSay();

private:
    BackupAccess access() { return {m_centre->key(), sqlite::preferredCipher(), m_centre->random()}; }
    QString folder(const QString& name) const { return m_folder->path() + u'/' + name; }
    std::optional<StillStore> held();
    Result<BackupManifest> copy(const std::vector<QByteArray>& mayHold = {});
    Result<BackupManifest> give(bool inPieces);
    Result<BackupManifest> make(const QString& way);
    static void ways();
    StorePaths adopted();
    sqlite::Database openViews(const QString& path);
    LocalGateway& openAt(const StorePaths& paths);

    std::unique_ptr<DemoCentre> m_centre;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalGateway> m_opened;
};

void TestJoiningCopy::init()
{
    m_opened.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_centre = std::make_unique<DemoCentre>();
    surgery::writeKeySlots(m_centre->paths(), m_centre->key(), m_centre->random());
    for (const QString& name : {u"张伟"_s, u"刘洋"_s, u"陈静"_s})
        m_centre->visit(m_centre->session("wang.fang", u"window1"_s), name);
}

std::optional<StillStore> TestJoiningCopy::held()
{
    std::optional<StillStore> store;
    m_centre->gateway().onWriter([&](CommandRunner& runner) {
        if (auto now = holdStill(runner.writer(), m_centre->key(), sqlite::preferredCipher()))
            store = std::move(*now);
    });
    return store;
}

Result<BackupManifest> TestJoiningCopy::copy(const std::vector<QByteArray>& mayHold)
{
    const JoiningCopy plan{.mayHold = mayHold, .isForProver = true, .holdStill = [this] { return held(); }};
    return copyForJoining(m_centre->paths(), folder(u"copy"_s), access(), u"OneDoor test"_s, m_centre->clock().now(), plan, {});
}

/// Straight out of the store, as somebody who fetches it piece by piece gets it; or all of it at once, for whoever takes longer.
Result<BackupManifest> TestJoiningCopy::give(bool inPieces)
{
    std::optional<StillStore> still;
    while (!still) // somebody may be reading
        still = held();
    ONEDOOR_ASSIGN(const StillCopy given, offerStill(std::move(*still), m_centre->paths(), folder(u"copy"_s), access(), u"OneDoor test"_s, m_centre->clock().now()));
    if (!inPieces)
        ONEDOOR_TRY(given.writeTo(folder(u"copy"_s), {}));
    for (const BackupFile& file : given.manifest.files) {
        const sqlite::OverlayFile* const large = given.find(file.name);
        if (!inPieces || large == nullptr)
            continue;
        QFile target(folder(u"copy"_s) + u'/' + file.name);
        if (!target.open(QIODevice::WriteOnly))
            qFatal("no file");
        for (qint64 at = 0; at < qint64(file.size);) {
            ONEDOOR_ASSIGN(const QByteArray piece, large->read(at, 1 + at % 10'007)); // less than a page, more, and across
            target.write(piece);
            at += piece.size();
        }
        if (!large->read(qint64(file.size), 100)->isEmpty())
            qFatal("more than there is");
    }
    return given.manifest;
}

void TestJoiningCopy::ways()
{
    QTest::addColumn<QString>("way");
    for (const QString& way : {u"copied"_s, u"piece by piece"_s, u"written at last"_s})
        QTest::newRow(qPrintable(way)) << way;
}

Result<BackupManifest> TestJoiningCopy::make(const QString& way)
{
    return way == u"copied" ? copy() : give(way == u"piece by piece");
}

StorePaths TestJoiningCopy::adopted()
{
    const StorePaths joined{folder(u"joined"_s)};
    const Result<void> done = adoptBackup(folder(u"copy"_s), joined, access());
    if (!done)
        qFatal("%s", qPrintable(done.error().code));
    const StoreAccess store{.paths = joined, .key = m_centre->key(), .cipher = sqlite::preferredCipher(), .nodeName = u"test"_s, .software = u"test"_s};
    if (!prepareJoinedStore(store, NodeId(RawId::named("joined")), QByteArray(32, 'j')))
        qFatal("can't be prepared");
    return joined;
}

sqlite::Database TestJoiningCopy::openViews(const QString& path)
{
    auto views = sqlite::Database::open(path, {.mode = sqlite::OpenMode::ReadWrite, .key = {sqlite::preferredCipher(), m_centre->key().derive(KeyPurpose::ViewsFile)}});
    if (!views)
        qFatal("%s", qPrintable(views.error().code));
    return std::move(*views);
}

LocalGateway& TestJoiningCopy::openAt(const StorePaths& paths)
{
    m_opened.reset();
    auto gateway = LocalGateway::open(m_centre->setupIn(paths.folder));
    if (!gateway)
        qFatal("%s", qPrintable(gateway.error().code));
    m_opened = std::move(*gateway);
    return *m_opened;
}

void TestJoiningCopy::itIsWholeWhileTheProgramWrites()
{
    QFETCH(QString, way);
    const Session desk = m_centre->session("wang.fang", u"window1"_s);
    std::atomic<bool> isDone = false;
    Result<BackupManifest> manifest = Unexpected(Error{});
    std::thread other([&] {
        manifest = make(way);
        isDone = true;
    });
    int visits = 0;
    while (!isDone || visits < 30) {
        m_centre->visit(desk, u"访客"_s);
        ++visits;
    }
    other.join();
    QVERIFY2(manifest, qPrintable(manifest ? QString() : manifest.error().code));
    QCOMPARE(manifest->files.size(), std::size_t(3)); // it came as it is: only so the views come too
    const StorePaths joined = adopted();
    const auto report = verifyStore(joined, m_centre->key(), sqlite::preferredCipher(), m_centre->random());
    QVERIFY(report && report->isSound());
    QCOMPARE(report->events, manifest->events);
    // The host's own files are none the worse for it.
    m_centre->reopen();
    const auto own = verifyStore(m_centre->paths(), m_centre->key(), sqlite::preferredCipher(), m_centre->random());
    QVERIFY(own && own->isSound());
}

void TestJoiningCopy::theHostsKeyStaysAtHome()
{
    QFETCH(QString, way);
    QByteArray seed;
    surgery::onJournal(m_centre->paths(), m_centre->key(), [&](JournalStore& journal) {
        auto select = journal.database().prepare(u"SELECT signing_seed FROM own"_s);
        QVERIFY(select && *select->step());
        seed = select->blob(0).toByteArray();
    });
    QCOMPARE(seed.size(), 32);
    QVERIFY(make(way));
    const StorePaths copied{folder(u"copy"_s)};
    auto journal = JournalStore::open(copied.journal(), {.mode = sqlite::OpenMode::ReadOnly, .key = {sqlite::preferredCipher(), m_centre->key().derive(KeyPurpose::JournalFile)}});
    QVERIFY(journal);
    // Not in a row, and on no page either, used or free.
    auto pages = journal->database().prepare(u"SELECT data FROM sqlite_dbpage"_s);
    QVERIFY(pages);
    int read = 0;
    while (*pages->step()) {
        QVERIFY(!pages->blob(0).toByteArray().contains(seed));
        ++read;
    }
    QVERIFY(read > 5);
    for (const char* table : {"own", "displaced", "receipts"}) {
        auto any = journal->database().prepare(u"SELECT 1 FROM "_s + QLatin1String(table));
        QVERIFY(any && !*any->step());
    }
}

/// What somebody writes through an overlay is seen through it and by nobody else; what it wrote of many pages too.
void TestJoiningCopy::changesStayInMemory()
{
    auto still = held();
    QVERIFY(still && still->views);
    const QString path = still->views->path();
    const QByteArray before = surgery::contents(path);
    auto overlay = sqlite::OverlayFile::over(std::move(*still->views));
    QVERIFY(overlay);
    const auto options = [&] { return (*overlay)->options({sqlite::preferredCipher(), m_centre->key().derive(KeyPurpose::ViewsFile)}); };
    {
        auto views = sqlite::Database::open((*overlay)->path(), options());
        QVERIFY2(views, qPrintable(views ? QString() : views.error().code));
        QVERIFY(views->execute(u"CREATE TABLE large (a); INSERT INTO large VALUES (randomblob(300000)); DELETE FROM persons; PRAGMA journal_mode = DELETE"_s));
    }
    QVERIFY((*overlay)->size() > before.size() + 300'000);
    {
        auto views = sqlite::Database::open((*overlay)->path(), options());
        auto left = views->prepare(u"SELECT (SELECT length(a) FROM large), (SELECT count(*) FROM persons)"_s);
        QVERIFY(left && *left->step());
        QCOMPARE(left->integer(0), std::int64_t(300'000));
        QCOMPARE(left->integer(1), std::int64_t(0));
    }
    const auto all = (*overlay)->read(0, (*overlay)->size());
    QVERIFY(all);
    for (qint64 at = 0; at < all->size(); at += 5'003) // one way of reading says what the other does
        QCOMPARE(*(*overlay)->read(at, 5'003), all->mid(at, 5'003));
    {
        auto views = sqlite::Database::open((*overlay)->path(), options());
        QVERIFY(views->execute(u"DROP TABLE large; VACUUM; PRAGMA journal_mode = DELETE"_s)); // shorter again
    }
    QVERIFY((*overlay)->size() <= before.size());
    QCOMPARE(surgery::contents(path), before);
    // Whoever comes with a name that is nobody's finds nothing.
    sqlite::OpenOptions strange = options();
    QVERIFY(!sqlite::Database::open(u"/onedoor-overlay/0"_s, std::move(strange)));
}

void TestJoiningCopy::viewsServeUntilTheNextStart()
{
    QVERIFY(copy());
    {
        sqlite::Database views = openViews(StorePaths{folder(u"copy"_s)}.views());
        QVERIFY(views.execute(u"UPDATE persons SET name = '冒名' WHERE name = '张伟'; UPDATE accounts SET roles = 'administrator' WHERE login = 'wang.fang';"
                              " INSERT INTO accounts VALUES (zeroblob(16), 'guest', 'guest', 'administrator', 0, '', 1); PRAGMA journal_mode = DELETE"_s)); // the host's word
    }
    // The size that the description names is the file's: nothing was added to it.
    const StorePaths joined = adopted();
    QVERIFY(QFile::exists(joined.viewsReceived()));
    const auto nameShown = [this] {
        const Session desk = DemoCentre::wait(m_opened->sessionOf(u"wang.fang"_s));
        const auto persons = DemoCentre::wait(m_opened->ask(desk, PersonLookup{u"张伟"_s})).persons;
        return persons.size() == 1 ? persons.front().name : QString();
    };
    openAt(joined);
    QVERIFY(!m_opened->report().viewsRebuilt);
    QCOMPARE(nameShown(), u"冒名"_s); // taken at its word, without building anything
    const Session guard = DemoCentre::wait(m_opened->sessionOf(u"wang.fang"_s));
    QCOMPARE(DemoCentre::outcome(m_opened->sessionOf(u"guest"_s)).error().code, u"account.unknown"_s);
    QCOMPARE(guard.roles, QStringList{u"receptionist"_s}); // but not of who may do what
    openAt(joined);
    QVERIFY(!QFile::exists(joined.viewsReceived()));
    QCOMPARE(nameShown(), u"张伟"_s); // what the journal says
}

void TestJoiningCopy::viewsThatDoNotFitAreLeftOut_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("a trigger besides") << u"CREATE TRIGGER t AFTER INSERT ON tickets BEGIN DELETE FROM tickets; END"_s;
    QTest::newRow("another meaning") << u"DROP VIEW ticket_rows; CREATE VIEW ticket_rows AS SELECT 1"_s;
    QTest::newRow("a table besides") << u"CREATE TABLE more (a)"_s;
    QTest::newRow("of another journal") << u"UPDATE frontier SET hash = zeroblob(32)"_s;
    QTest::newRow("of a later moment") << u"UPDATE frontier SET arrival = arrival + 1"_s;
    QTest::newRow("of nothing") << u"DELETE FROM frontier"_s;
    QTest::newRow("of another program") << u"PRAGMA application_id = 1"_s;
    QTest::newRow("damaged") << QString();
}

void TestJoiningCopy::viewsThatDoNotFitAreLeftOut()
{
    QFETCH(QString, change);
    QVERIFY(copy());
    const QString path = StorePaths{folder(u"copy"_s)}.views();
    if (change.isEmpty()) {
        for (qint64 offset = 4096 * 3 + 50; offset < QFileInfo(path).size(); offset += 4096)
            surgery::flip(path, offset);
    } else {
        sqlite::Database views = openViews(path);
        QVERIFY(views.execute(change));
        QVERIFY(views.execute(u"PRAGMA journal_mode = DELETE"_s));
    }
    auto journal = JournalStore::open(StorePaths{folder(u"copy"_s)}.journal(), {.mode = sqlite::OpenMode::ReadOnly, .key = {sqlite::preferredCipher(), m_centre->key().derive(KeyPurpose::JournalFile)}});
    QVERIFY(journal);
    const auto fit = areOfJournal(path, *journal, [this] { return sqlite::CipherKey{sqlite::preferredCipher(), m_centre->key().derive(KeyPurpose::ViewsFile)}; });
    QVERIFY2(fit, qPrintable(fit ? QString() : fit.error().code));
    QVERIFY(!*fit);
}

void TestJoiningCopy::aLimitedPcGetsNoViews()
{
    const auto manifest = copy({hallCompartment});
    QVERIFY(manifest);
    QCOMPARE(manifest->files.size(), std::size_t(2));
    const StorePaths joined = adopted();
    QVERIFY(!QFile::exists(joined.viewsReceived()));
    openAt(joined);
    const Session desk = DemoCentre::wait(m_opened->sessionOf(u"wang.fang"_s));
    QCOMPARE(DemoCentre::wait(m_opened->ask(desk, PersonLookup{u"张伟"_s})).persons.size(), std::size_t(1));
}

void TestJoiningCopy::aBackupNeedsItsHashes()
{
    QVERIFY(copy()); // which has none for its large files
    QCOMPARE(restoreBackup(folder(u"copy"_s), {folder(u"restored"_s)}, {}, access()).error().code, u"backup.changed"_s);
    QVERIFY(!QFileInfo::exists(folder(u"restored"_s)));
    // Cut short on its way, it is not adopted either.
    QFile journal(StorePaths{folder(u"copy"_s)}.journal());
    QVERIFY(journal.resize(journal.size() - 4096));
    QCOMPARE(adoptBackup(folder(u"copy"_s), {folder(u"joined"_s)}, access()).error().code, u"backup.changed"_s);
    QVERIFY(!QFileInfo::exists(folder(u"joined"_s)));
}

void TestJoiningCopy::indexesMustSayWhatRowsSay()
{
    surgery::onJournal(m_centre->paths(), m_centre->key(), [&](JournalStore& journal) {
        const auto agrees = [&](const std::function<bool(StoredRow&)>& change) {
            IndexCheck check(m_centre->random());
            QByteArray other;
            const RowVisitor visitor{[&](const StoredRow& row) -> Result<void> {
                                         StoredRow changed = row;
                                         if (change(changed))
                                             check.add(changed);
                                         return {};
                                     },
                                     [](std::int64_t, const Error&) {}};
            const auto walked = eachReadableRow(journal.database(), visitor);
            const auto read = check.readIndexes(journal);
            return walked && read && *read && check.agrees();
        };
        const QByteArray elsewhere(16, 'x');
        QVERIFY(agrees([](StoredRow&) { return true; }));
        QVERIFY(!agrees([](StoredRow& row) { return row.arrival != 7; }));
        QVERIFY(!agrees([](StoredRow& row) { row.sequence += row.arrival == 7 ? 1 : 0; return true; }));
        QVERIFY(!agrees([](StoredRow& row) { row.streamNumber += row.arrival == 7 ? 1 : 0; return true; }));
        QVERIFY(!agrees([&](StoredRow& row) { row.record = row.arrival == 7 ? QByteArrayView(elsewhere) : row.record; return true; }));
    });
}

QTEST_GUILESS_MAIN(TestJoiningCopy)
#include "tst_joining_copy.moc"
