// SPDX-License-Identifier: GPL-3.0-or-later
// The SQLite wrapper: keys, damage, transactions, statements, backup.
#include "core/store/sqlite/database.h"
#include "core/store/sqlite/log_reserve.h"
#include "core/store/sqlite/transaction.h"

#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace onedoor;
using namespace onedoor::sqlite;
using namespace Qt::StringLiterals;

namespace {

SecretKey keyOf(std::uint64_t seed)
{
    SeededRandom random(seed);
    return SecretKey::generate(random);
}

OpenOptions optionsFor(Cipher cipher, std::uint64_t seed = 1, OpenMode mode = OpenMode::ReadWriteCreate)
{
    OpenOptions options;
    options.mode = mode;
    options.key = CipherKey{cipher, keyOf(seed)};
    return options;
}

const QString secretWord = u"卷宗甲乙丙丁-confidential-file"_s;

Result<void> fill(Database& database, int rows)
{
    ONEDOOR_TRY(database.execute(u"CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT NOT NULL, raw BLOB)"_s));
    ONEDOOR_ASSIGN(Transaction transaction, Transaction::begin(database));
    const QString body = secretWord.repeated(20);
    for (int row = 0; row < rows; ++row)
        ONEDOOR_TRY(database.run("INSERT INTO note(body) VALUES (?)", body));
    return transaction.commit();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void flipOneBit(const QString& path, qint64 offset)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(offset));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(offset));
    QVERIFY(file.putChar(char(byte ^ 0x04)));
}

} // namespace

#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto& checked = (result);                                                                                \
        QVERIFY2(checked.has_value(), checked ? "" : qPrintable(checked.error().code));                                \
    } while (false)

class TestSqlite : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void ciphers_data();
    void ciphers();
    void encryptedBytesShowNothing_data() { ciphers_data(); }
    void encryptedBytesShowNothing();
    void wrongKeyIsRefused_data() { ciphers_data(); }
    void wrongKeyIsRefused();
    void otherCipherIsRefused();
    void flippedBitIsNoticed_data() { ciphers_data(); }
    void flippedBitIsNoticed();
    void plainTextInsteadOfStoreIsDamaged();
    void missingFileIsNotCreated();
    void folderCannotBeOpened();
    void secondWriterIsToldAtOnce();
    void readerKeepsItsSnapshot();
    void readerCannotWrite();
    void uncommittedIsUndone();
    void fullDiskIsToldAndUndone();
    void valuesComeBack();
    void failedBindIsReportedByStep();
    void cachedStatementIsPreparedOnce();
    void cachedStatementMayBeNested();
    void constraintIsConflict();
    void foreignKeysHold();
    void versionNumbers();
    void checkpointEmptiesTheLog();
    void aReservedLogSaysNothing();
    void backupOpensWithTheSameKey_data() { ciphers_data(); }
    void backupOpensWithTheSameKey();
    void stoppedBackupLeavesNothing();
    void backupReplacesWholeFile();
    void twoCharacterNamesAreFound();
    void cipherNames();
    void noSqliteSymbolIsExported();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestSqlite::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_path = m_folder->filePath(u"店面 store.db"_s);
}

void TestSqlite::ciphers_data()
{
    QTest::addColumn<int>("cipher");
    QTest::newRow("aegis") << int(Cipher::Aegis256);
    QTest::newRow("aegis with two lanes") << int(Cipher::Aegis256x2);
    QTest::newRow("chacha") << int(Cipher::ChaCha20);
}

void TestSqlite::ciphers()
{
    QFETCH(int, cipher);
    {
        auto database = Database::open(m_path, optionsFor(Cipher(cipher)));
        VERIFY_OK(database);
        VERIFY_OK(fill(*database, 500));
    }
    auto database = Database::open(m_path, optionsFor(Cipher(cipher), 1, OpenMode::ReadOnly));
    VERIFY_OK(database);
    VERIFY_OK(database->quickCheck());
    auto statement = database->prepare(u"SELECT count(*), max(body) FROM note"_s);
    VERIFY_OK(statement);
    QCOMPARE(statement->step().value(), true);
    QCOMPARE(statement->integer(0), 500);
    QVERIFY(statement->text(1).startsWith(secretWord));
}

void TestSqlite::encryptedBytesShowNothing()
{
    QFETCH(int, cipher);
    const auto found = [this] {
        int places = 0;
        QDirIterator files(m_folder->path(), QDir::Files);
        while (files.hasNext()) {
            const QByteArray bytes = contentOf(files.next());
            places += bytes.contains("confidential-file") || bytes.contains("CREATE TABLE") ? 1 : 0;
        }
        return places;
    };
    auto database = Database::open(m_path, optionsFor(Cipher(cipher)));
    VERIFY_OK(database);
    VERIFY_OK(fill(*database, 500));
    QVERIFY(contentOf(m_path + u"-wal"_s).size() > 100'000); // so that the search has looked at something
    QCOMPARE(found(), 0);
    VERIFY_OK(database->checkpoint(CheckpointMode::Truncate));
    QVERIFY(contentOf(m_path).size() > 100'000);
    QCOMPARE(found(), 0);

    m_path = m_folder->filePath(u"plain.db"_s);
    auto plain = Database::open(m_path, optionsFor(Cipher::None));
    VERIFY_OK(plain);
    VERIFY_OK(fill(*plain, 500));
    QVERIFY(found() > 0); // the search finds what is there to find
}

void TestSqlite::wrongKeyIsRefused()
{
    QFETCH(int, cipher);
    {
        auto database = Database::open(m_path, optionsFor(Cipher(cipher)));
        VERIFY_OK(database);
        VERIFY_OK(fill(*database, 10));
    }
    const auto wrong = Database::open(m_path, optionsFor(Cipher(cipher), 2));
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, ErrorKind::WrongKey);
    QCOMPARE(wrong.error().code, u"store.wrongKey"_s);
    QCOMPARE(wrong.error().facts.value(u"path"_s).toString(), m_path);
    VERIFY_OK(Database::open(m_path, optionsFor(Cipher(cipher)))); // and nothing was harmed
}

void TestSqlite::otherCipherIsRefused()
{
    {
        auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
        VERIFY_OK(database);
        VERIFY_OK(fill(*database, 10));
    }
    QCOMPARE(Database::open(m_path, optionsFor(Cipher::ChaCha20)).error().kind, ErrorKind::WrongKey);
    QCOMPARE(Database::open(m_path, optionsFor(Cipher::None)).error().kind, ErrorKind::Corrupt);
}

void TestSqlite::flippedBitIsNoticed()
{
    QFETCH(int, cipher);
    {
        auto database = Database::open(m_path, optionsFor(Cipher(cipher)));
        VERIFY_OK(database);
        VERIFY_OK(fill(*database, 500));
        VERIFY_OK(database->checkpoint(CheckpointMode::Truncate));
    }
    const qint64 size = QFileInfo(m_path).size();
    flipOneBit(m_path, size / 2 / 4096 * 4096 + 1000);
    auto database = Database::open(m_path, optionsFor(Cipher(cipher)));
    VERIFY_OK(database);
    const auto checked = database->quickCheck();
    QVERIFY(!checked);
    QCOMPARE(checked.error().kind, ErrorKind::Corrupt);
    QCOMPARE(checked.error().code, u"store.damaged"_s);
}

void TestSqlite::plainTextInsteadOfStoreIsDamaged()
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("this is a letter, not a store\n").repeated(400));
    file.close();
    QCOMPARE(Database::open(m_path, optionsFor(Cipher::None)).error().kind, ErrorKind::Corrupt);
    QCOMPARE(Database::open(m_path, optionsFor(Cipher::Aegis256)).error().kind, ErrorKind::WrongKey);
}

void TestSqlite::missingFileIsNotCreated()
{
    for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
        const auto database = Database::open(m_path, optionsFor(Cipher::Aegis256, 1, mode));
        QVERIFY(!database);
        QCOMPARE(database.error().kind, ErrorKind::NotFound);
        QCOMPARE(database.error().code, u"store.missing"_s);
    }
    QVERIFY(!QFileInfo::exists(m_path));
}

void TestSqlite::folderCannotBeOpened()
{
    const auto database = Database::open(m_folder->path(), optionsFor(Cipher::Aegis256));
    QVERIFY(!database);
    QCOMPARE(database.error().kind, ErrorKind::Io);
    QCOMPARE(database.error().code, u"store.readOnly"_s);
    QCOMPARE(database.error().facts.value(u"path"_s).toString(), m_folder->path());
}

void TestSqlite::secondWriterIsToldAtOnce()
{
    auto first = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(first);
    VERIFY_OK(fill(*first, 1));
    auto second = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(second);
    auto held = Transaction::begin(*first);
    VERIFY_OK(held);
    const auto refused = Transaction::begin(*second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Busy);
    held->rollback();
    VERIFY_OK(Transaction::begin(*second));
}

void TestSqlite::readerKeepsItsSnapshot()
{
    auto writer = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(writer);
    VERIFY_OK(fill(*writer, 1));
    auto reader = Database::open(m_path, optionsFor(Cipher::Aegis256, 1, OpenMode::ReadOnly));
    VERIFY_OK(reader);
    const auto count = [&reader] {
        auto statement = reader->cached("SELECT count(*) FROM note");
        return statement && statement->step() ? int(statement->integer(0)) : -1;
    };
    {
        auto snapshot = Transaction::begin(*reader, TransactionKind::Read);
        VERIFY_OK(snapshot);
        VERIFY_OK(writer->run("INSERT INTO note(body) VALUES ('later')"));
        QCOMPARE(count(), 1);
        const auto busy = writer->checkpoint(CheckpointMode::Truncate);
        QVERIFY(!busy);
        QCOMPARE(busy.error().kind, ErrorKind::Busy);
    }
    QCOMPARE(count(), 2);
}

void TestSqlite::readerCannotWrite()
{
    VERIFY_OK(Database::open(m_path, optionsFor(Cipher::Aegis256))->execute(u"CREATE TABLE t(a)"_s));
    auto reader = Database::open(m_path, optionsFor(Cipher::Aegis256, 1, OpenMode::ReadOnly));
    VERIFY_OK(reader);
    const auto written = reader->run("INSERT INTO t VALUES (1)");
    QVERIFY(!written);
    QCOMPARE(written.error().code, u"store.readOnly"_s);
}

void TestSqlite::uncommittedIsUndone()
{
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    VERIFY_OK(fill(*database, 1));
    {
        auto transaction = Transaction::begin(*database);
        VERIFY_OK(transaction);
        VERIFY_OK(database->run("DELETE FROM note"));
        QCOMPARE(database->changes(), 1);
        QVERIFY(database->inTransaction());
    }
    QVERIFY(!database->inTransaction());
    auto statement = database->cached("SELECT count(*) FROM note");
    VERIFY_OK(statement);
    VERIFY_OK(statement->step());
    QCOMPARE(statement->integer(0), 1);
}

void TestSqlite::fullDiskIsToldAndUndone()
{
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    VERIFY_OK(fill(*database, 1));
    VERIFY_OK(database->execute(u"PRAGMA max_page_count=20"_s));
    {
        auto transaction = Transaction::begin(*database);
        VERIFY_OK(transaction);
        Result<void> written;
        for (int row = 0; row < 1000 && written; ++row)
            written = database->run("INSERT INTO note(body) VALUES (?)", QString(1000, u'x'));
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Full);
        QCOMPARE(written.error().code, u"store.full"_s);
    }
    VERIFY_OK(database->quickCheck());
    VERIFY_OK(Transaction::begin(*database));
}

void TestSqlite::valuesComeBack()
{
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    VERIFY_OK(database->execute(u"CREATE TABLE v(a, b, c, d, e, f, g)"_s));
    SeededRandom random(3);
    const RawId id = RawId::make({5}, random);
    const QByteArray bytes("\0\1\2", 3);
    VERIFY_OK(database->run("INSERT INTO v VALUES (?,?,?,?,?,?,?)", std::int64_t(-1) << 62, 0.25, u"张三🙂"_s, bytes, id,
                            std::optional<int>(), QByteArrayView()));
    auto statement = database->prepare(u"SELECT a, b, c, d, e, f, g, typeof(g) FROM v"_s);
    VERIFY_OK(statement);
    QCOMPARE(statement->step().value(), true);
    QCOMPARE(statement->integer(0), std::int64_t(-1) << 62);
    QCOMPARE(statement->real(1), 0.25);
    QCOMPARE(statement->text(2), u"张三🙂"_s);
    QCOMPARE(statement->blob(3).toByteArray(), bytes);
    QVERIFY(statement->id(4) == id);
    QVERIFY(statement->isNull(5));
    QVERIFY(!statement->isNull(6));
    QCOMPARE(statement->text(7), u"blob"_s);
    QVERIFY(statement->id(3).isNull()); // three bytes are no id
    QCOMPARE(statement->step().value(), false);
}

void TestSqlite::failedBindIsReportedByStep()
{
    auto database = Database::open(m_path, optionsFor(Cipher::None));
    VERIFY_OK(database);
    VERIFY_OK(database->execute(u"CREATE TABLE t(a)"_s));
    auto statement = database->prepare(u"INSERT INTO t VALUES (?)"_s);
    VERIFY_OK(statement);
    QVERIFY(!statement->bind(2, 1).run());
    VERIFY_OK(statement->bind(1, 1).run());
    const auto wrong = database->prepare(u"SELEC 1"_s);
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().kind, ErrorKind::Internal);
}

void TestSqlite::cachedStatementIsPreparedOnce()
{
    auto opened = Database::open(m_path, optionsFor(Cipher::None));
    VERIFY_OK(opened);
    Database database = std::move(*opened); // the cache moves along
    VERIFY_OK(fill(database, 3));
    const auto first = [&database](int from) {
        auto statement = database.cached("SELECT id FROM note WHERE id >= ? ORDER BY id");
        return statement && statement->bind(1, from).step().value_or(false) ? int(statement->integer(0)) : -1;
    };
    QCOMPARE(first(2), 2);
    QCOMPARE(first(3), 3);
    QCOMPARE(first(4), -1);
    QCOMPARE(first(1), 1);
}

void TestSqlite::cachedStatementMayBeNested()
{
    auto database = Database::open(m_path, optionsFor(Cipher::None));
    VERIFY_OK(database);
    VERIFY_OK(fill(*database, 3));
    const std::function<int(int)> below = [&](int id) {
        auto statement = database->cached("SELECT id FROM note WHERE id < ? ORDER BY id");
        int sum = 0;
        while (statement && statement->bind(1, id).step().value_or(false) && sum == 0)
            sum = 1 + below(id - 1);
        return sum;
    };
    QCOMPARE(below(4), 3);
}

void TestSqlite::constraintIsConflict()
{
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    VERIFY_OK(fill(*database, 1));
    const auto twice = database->run("INSERT INTO note(id, body) VALUES (1, ?)", secretWord);
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, ErrorKind::Conflict);
    QCOMPARE(twice.error().code, u"store.constraint"_s);
    for (const QVariant& fact : twice.error().facts)
        QVERIFY(!fact.toString().contains(secretWord));
}

void TestSqlite::foreignKeysHold()
{
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    VERIFY_OK(database->execute(u"CREATE TABLE a(id INTEGER PRIMARY KEY); CREATE TABLE b(a REFERENCES a)"_s));
    QCOMPARE(database->run("INSERT INTO b VALUES (7)").error().kind, ErrorKind::Conflict);
}

void TestSqlite::versionNumbers()
{
    {
        auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
        VERIFY_OK(database);
        QCOMPARE(database->userVersion().value(), 0);
        VERIFY_OK(database->setUserVersion(12));
        VERIFY_OK(database->setApplicationId(0x4f446f6f));
    }
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    QCOMPARE(database->userVersion().value(), 12);
    QCOMPARE(database->applicationId().value(), 0x4f446f6f);
}

void TestSqlite::checkpointEmptiesTheLog()
{
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    VERIFY_OK(fill(*database, 50));
    QVERIFY(QFileInfo(m_path + u"-wal"_s).size() > 0);
    VERIFY_OK(database->checkpoint(CheckpointMode::Truncate));
    QCOMPARE(QFileInfo(m_path + u"-wal"_s).size(), 0);
}

/// Room in the log changes nothing of what is read: not while the program runs, not after it was killed.
void TestSqlite::aReservedLogSaysNothing()
{
    constexpr int pages = 300;
    constexpr qint64 reserved = qint64(pages) * (4096 + 24);
    const auto rowsOf = [](Database& database) {
        auto statement = database.prepare(u"SELECT count(*) FROM note"_s);
        return statement && statement->step() ? statement->integer(0) : -1;
    };
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    VERIFY_OK(fill(*database, 50));
    VERIFY_OK(database->checkpoint(CheckpointMode::Truncate));
    reserveLog(*database, pages); // before the log's first page
    QCOMPARE(QFileInfo(m_path + u"-wal"_s).size(), reserved);
    for (int row = 0; row < 20; ++row)
        VERIFY_OK(database->run("INSERT INTO note(body) VALUES ('later')"));
    const std::int64_t rows = rowsOf(*database);
    QVERIFY(rows > 0);
    QCOMPARE(QFileInfo(m_path + u"-wal"_s).size(), reserved);
    reserveLog(*database, pages / 2); // nothing is taken away
    QCOMPARE(QFileInfo(m_path + u"-wal"_s).size(), reserved);
    const QString killed = m_folder->filePath(u"killed.db"_s);
    QVERIFY(QFile::copy(m_path, killed));
    QVERIFY(QFile::copy(m_path + u"-wal"_s, killed + u"-wal"_s));
    auto again = Database::open(killed, optionsFor(Cipher::Aegis256));
    VERIFY_OK(again);
    QCOMPARE(rowsOf(*again), rows);
    VERIFY_OK(again->quickCheck());
    reserveLog(*again, pages * 2);
    VERIFY_OK(again->checkpoint(CheckpointMode::Truncate));
    QCOMPARE(QFileInfo(killed + u"-wal"_s).size(), 0);
    QCOMPARE(rowsOf(*again), rows);
}

void TestSqlite::backupOpensWithTheSameKey()
{
    QFETCH(int, cipher);
    const QString copyPath = m_folder->filePath(u"copy.db"_s);
    auto database = Database::open(m_path, optionsFor(Cipher(cipher)));
    VERIFY_OK(database);
    VERIFY_OK(fill(*database, 3000));
    int last = 0, calls = 0;
    VERIFY_OK(database->backupTo(copyPath, [&](int done, int total) {
        ++calls;
        last = done * 100 / total;
        return true;
    }));
    QVERIFY(calls > 1);
    QCOMPARE(last, 100);
    QVERIFY(!contentOf(copyPath).contains("confidential-file"));
    QVERIFY(!QFileInfo::exists(copyPath + u"-wal"_s));
    QVERIFY(!QFileInfo::exists(copyPath + u".part"_s));
    QCOMPARE(Database::open(copyPath, optionsFor(Cipher(cipher), 2)).error().kind, ErrorKind::WrongKey);
    auto copy = Database::open(copyPath, optionsFor(Cipher(cipher)));
    VERIFY_OK(copy);
    VERIFY_OK(copy->quickCheck());
    auto statement = copy->prepare(u"SELECT count(*) FROM note"_s);
    VERIFY_OK(statement);
    VERIFY_OK(statement->step());
    QCOMPARE(statement->integer(0), 3000);
}

void TestSqlite::stoppedBackupLeavesNothing()
{
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    VERIFY_OK(fill(*database, 3000));
    const QString copyPath = m_folder->filePath(u"copy.db"_s);
    const auto stopped = database->backupTo(copyPath, [](int, int) { return false; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, u"store.backupStopped"_s);
    QCOMPARE(QDir(m_folder->path()).entryList({u"copy*"_s}).size(), 0);
    VERIFY_OK(Transaction::begin(*database)); // the snapshot is released
}

void TestSqlite::backupReplacesWholeFile()
{
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    VERIFY_OK(fill(*database, 10));
    const QString copyPath = m_folder->filePath(u"copy.db"_s);
    VERIFY_OK(database->backupTo(copyPath));
    VERIFY_OK(database->run("INSERT INTO note(body) VALUES ('one more')"));
    VERIFY_OK(database->backupTo(copyPath));
    auto copy = Database::open(copyPath, optionsFor(Cipher::Aegis256));
    VERIFY_OK(copy);
    auto statement = copy->prepare(u"SELECT count(*) FROM note"_s);
    VERIFY_OK(statement);
    VERIFY_OK(statement->step());
    QCOMPARE(statement->integer(0), 11);
}

void TestSqlite::twoCharacterNamesAreFound()
{
    auto database = Database::open(m_path, optionsFor(Cipher::Aegis256));
    VERIFY_OK(database);
    VERIFY_OK(database->execute(u"CREATE VIRTUAL TABLE n USING fts5(name, tokenize='trigram remove_diacritics 1')"_s));
    VERIFY_OK(database->execute(u"INSERT INTO n(n, rank) VALUES ('secure-delete', 1)"_s));
    VERIFY_OK(database->run("INSERT INTO n VALUES (?)", u"访客张伟明"_s));
    auto statement = database->prepare(u"SELECT count(*) FROM n WHERE name LIKE '%张伟%'"_s);
    VERIFY_OK(statement);
    VERIFY_OK(statement->step());
    QCOMPARE(statement->integer(0), 1);
}

void TestSqlite::cipherNames()
{
    for (const Cipher cipher : {Cipher::None, Cipher::Aegis256, Cipher::Aegis256x2, Cipher::ChaCha20})
        QVERIFY(cipherFromName(QString(cipherName(cipher))) == cipher);
    QVERIFY(!cipherFromName(u"rot13"));
    QVERIFY(preferredCipher() != Cipher::None);
}

void TestSqlite::noSqliteSymbolIsExported()
{
    const QString readelf = QStandardPaths::findExecutable(u"readelf"_s);
    if (readelf.isEmpty())
        QSKIP("readelf is not installed");
    QProcess process;
    process.start(readelf, {u"-sW"_s, QCoreApplication::applicationFilePath()});
    QVERIFY(process.waitForFinished());
    int linkedIn = 0;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        if (!line.contains(" sqlite3_") || line.contains(" UND "))
            continue;
        ++linkedIn;
        QVERIFY2(line.contains(" LOCAL ") || line.contains(" HIDDEN "), line.constData());
    }
    QVERIFY(linkedIn > 50);
}

QTEST_GUILESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
