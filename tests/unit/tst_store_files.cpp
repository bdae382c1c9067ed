// SPDX-License-Identifier: GPL-3.0-or-later
// Migrations and the witness: what a store file says about its own version and its own past.
#include "core/store/migrations/migrations.h"
#include "core/store/sqlite/transaction.h"
#include "core/store/witness.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int applicationId = 0x4f44'0001;

const std::vector<MigrationScript> threeScripts{
    {1, u"people"_s, u"CREATE TABLE person(id INTEGER PRIMARY KEY); INSERT INTO person VALUES (1);"_s},
    {2, u"rooms"_s, u"CREATE TABLE room(id INTEGER PRIMARY KEY);\n-- a remark; with a semicolon\n"_s},
    {3, u"more_people"_s, u"INSERT INTO person SELECT id + 1 FROM person;"_s},
};

sqlite::OpenOptions options()
{
    SeededRandom random(1);
    sqlite::OpenOptions result;
    result.key = {sqlite::Cipher::ChaCha20, SecretKey::generate(random)};
    return result;
}

std::int64_t number(sqlite::Database& database, const QString& sql)
{
    auto statement = database.prepare(sql);
    return statement && statement->step().value_or(false) ? statement->integer(0) : -1;
}

void writeText(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

} // namespace

class TestStoreFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void migrationsRunOnceInOrder();
    void failedMigrationLeavesTheOneBefore();
    void newerSchemaIsRefused();
    void foreignFileIsRefused();
    void scriptMayNotCommit();
    void scriptNamesAreChecked_data();
    void scriptNamesAreChecked();
    void embeddedScriptsApply();
    void releasedMigrationsAreFrozen();
    void witnessReadsBack();
    void changedWitnessIsNone();
    void tornWitnessIsNone_data();
    void tornWitnessIsNone();
    void witnessTellsThePast_data();
    void witnessTellsThePast();
    void witnessSpeed();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void TestStoreFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(u"file"_s);
}

void TestStoreFiles::migrationsRunOnceInOrder()
{
    auto database = sqlite::Database::open(m_path, options());
    QVERIFY(database);
    QVERIFY(migrate(*database, std::span(threeScripts).first(1), applicationId));
    QCOMPARE(database->userVersion().value(), 1);
    for (int again = 0; again < 2; ++again) {
        QVERIFY(migrate(*database, threeScripts, applicationId));
        QCOMPARE(database->userVersion().value(), 3);
        QCOMPARE(database->applicationId().value(), applicationId);
        QCOMPARE(number(*database, u"SELECT count(*) FROM person"_s), 2);
        QCOMPARE(number(*database, u"SELECT count(*) FROM room"_s), 0);
    }
}

void TestStoreFiles::failedMigrationLeavesTheOneBefore()
{
    auto scripts = threeScripts;
    scripts[2].sql = u"INSERT INTO person VALUES (9); INSERT INTO nowhere VALUES (1);"_s;
    {
        auto database = sqlite::Database::open(m_path, options());
        QVERIFY(database);
        const auto migrated = migrate(*database, scripts, applicationId);
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().facts.value(u"script"_s).toString(), u"003_more_people"_s);
    }
    auto database = sqlite::Database::open(m_path, options());
    QVERIFY(database);
    QCOMPARE(database->userVersion().value(), 2);
    QCOMPARE(number(*database, u"SELECT count(*) FROM person"_s), 1);
    QVERIFY(migrate(*database, threeScripts, applicationId));
    QCOMPARE(number(*database, u"SELECT count(*) FROM person"_s), 2);
}

void TestStoreFiles::newerSchemaIsRefused()
{
    auto database = sqlite::Database::open(m_path, options());
    QVERIFY(database);
    QVERIFY(migrate(*database, threeScripts, applicationId));
    const auto older = migrate(*database, std::span(threeScripts).first(2), applicationId);
    QVERIFY(!older);
    QCOMPARE(older.error().kind, ErrorKind::Unsupported);
    QCOMPARE(older.error().code, u"store.newerSchema"_s);
    QCOMPARE(older.error().facts.value(u"found"_s).toInt(), 3);
    QCOMPARE(older.error().facts.value(u"known"_s).toInt(), 2);
}

void TestStoreFiles::foreignFileIsRefused()
{
    auto database = sqlite::Database::open(m_path, options());
    QVERIFY(database);
    QVERIFY(migrate(*database, threeScripts, applicationId));
    const auto other = migrate(*database, threeScripts, applicationId + 1);
    QVERIFY(!other);
    QCOMPARE(other.error().code, u"store.foreignFile"_s);
    QCOMPARE(database->applicationId().value(), applicationId);
}

void TestStoreFiles::scriptMayNotCommit()
{
    const std::vector<MigrationScript> scripts{{1, u"sly"_s, u"CREATE TABLE t(a); COMMIT;"_s}};
    auto database = sqlite::Database::open(m_path, options());
    QVERIFY(database);
    QCOMPARE(migrate(*database, scripts, applicationId).error().code, u"store.migrationCommits"_s);
}

void TestStoreFiles::scriptNamesAreChecked_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<int>("count"); // -1: refused
    QTest::newRow("none") << QStringList{} << 0;
    QTest::newRow("good") << QStringList{u"002_b.sql"_s, u"001_a.sql"_s} << 2;
    QTest::newRow("gap") << QStringList{u"001_a.sql"_s, u"003_b.sql"_s} << -1;
    QTest::newRow("double") << QStringList{u"001_a.sql"_s, u"001_b.sql"_s} << -1;
    QTest::newRow("from zero") << QStringList{u"000_a.sql"_s} << -1;
    QTest::newRow("stray file") << QStringList{u"001_a.sql"_s, u"notes.txt"_s} << -1;
}

void TestStoreFiles::scriptNamesAreChecked()
{
    QFETCH(QStringList, names);
    QFETCH(int, count);
    for (const QString& name : names)
        writeText(m_folder->filePath(name), "SELECT 1;");
    const auto scripts = readMigrations(m_folder->path());
    QCOMPARE(scripts ? int(scripts->size()) : -1, count);
    if (count == 2)
        QCOMPARE(scripts->front().name, u"a"_s);
}

void TestStoreFiles::embeddedScriptsApply()
{
    for (const StoreFile file : {StoreFile::Journal, StoreFile::Views}) {
        const auto scripts = embeddedMigrations(file);
        QVERIFY(scripts);
        const QString folder = file == StoreFile::Journal ? u"journal"_s : u"views"_s;
        const QDir sources(QStringLiteral(ONEDOOR_SOURCE_DIR "/core/store/migrations/") + folder);
        QCOMPARE(scripts->size(), std::size_t(sources.entryList({u"*.sql"_s}).size())); // none forgotten in the .qrc
        auto database = sqlite::Database::open(m_folder->filePath(folder), options());
        QVERIFY(database);
        const auto migrated = migrate(*database, *scripts, applicationId);
        QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().facts.value(u"detail"_s).toString()));
    }
}

void TestStoreFiles::releasedMigrationsAreFrozen()
{
    // A line per released script: SHA-256, blank, path below core/store/migrations. Stores in the field have run them.
    QFile list(QStringLiteral(ONEDOOR_SOURCE_DIR "/tests/unit/released_migrations.txt"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    for (const QByteArray& line : list.readAll().split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QList<QByteArray> parts = line.split(' ');
        QCOMPARE(parts.size(), 2);
        QFile script(QStringLiteral(ONEDOOR_SOURCE_DIR "/core/store/migrations/") + QString::fromUtf8(parts[1]));
        QVERIFY2(script.open(QIODevice::ReadOnly), line.constData());
        const QByteArray hash = QCryptographicHash::hash(script.readAll(), QCryptographicHash::Sha256).toHex();
        QVERIFY2(hash == parts[0], "a released migration was changed; write a new one instead");
    }
}

void TestStoreFiles::witnessReadsBack()
{
    SeededRandom random(2);
    const Witness witness{RawId::make({1}, random), (std::uint64_t(1) << 60) + 1, QByteArray(32, '\x9a')};
    QVERIFY(writeWitness(m_path, {witness.stream, 0, {}}));
    QCOMPARE(readWitness(m_path)->sequence, 0u);
    QVERIFY(writeWitness(m_path, witness));
    QVERIFY(readWitness(m_path) == witness);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    QVERIFY(writeWitness(m_path, {witness.stream, 3, QByteArray(1, 'x')})); // shorter than before
    QCOMPARE(readWitness(m_path)->sequence, 3u);
    QVERIFY(!writeWitness(m_folder->filePath(u"missing/witness"_s), witness));
}

void TestStoreFiles::changedWitnessIsNone()
{
    SeededRandom random(2);
    QVERIFY(writeWitness(m_path, {RawId::make({1}, random), 77, QByteArray(32, '\x9a')}));
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    for (const auto& [from, to] : {std::pair("\"sequence\":77", "\"sequence\":78"), std::pair("9a9a", "9b9a")}) {
        QByteArray changed = whole;
        QVERIFY(changed.contains(from));
        writeText(m_path, changed.replace(from, to));
        QVERIFY(!readWitness(m_path));
    }
    writeText(m_path, whole);
    QVERIFY(readWitness(m_path));
}

void TestStoreFiles::tornWitnessIsNone_data()
{
    const QByteArray stream(32, 'a');
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(120, '\0');
    QTest::newRow("half") << QByteArray(R"({"hash":"9a9a","sequ)");
    QTest::newRow("no stream") << QByteArray(R"({"hash":"9a","sequence":1})");
    QTest::newRow("negative") << QByteArray(R"({"hash":"9a","sequence":-1,"stream":")" + stream + "\"}");
    QTest::newRow("no hash") << QByteArray(R"({"hash":"","sequence":1,"stream":")" + stream + "\"}");
    QTest::newRow("hash is no hex") << QByteArray(R"({"hash":"xy","sequence":1,"stream":")" + stream + "\"}");
    QTest::newRow("huge") << QByteArray(100'000, ' ');
}

void TestStoreFiles::tornWitnessIsNone()
{
    QFETCH(QByteArray, bytes);
    writeText(m_path, bytes);
    QVERIFY(!readWitness(m_path));
    QVERIFY(!readWitness(m_folder->filePath(u"absent"_s)));
}

void TestStoreFiles::witnessTellsThePast_data()
{
    QTest::addColumn<int>("witnessSequence"); // -1: none
    QTest::addColumn<char>("witnessHash");
    QTest::addColumn<bool>("sameStream");
    QTest::addColumn<int>("storeSequence");
    QTest::addColumn<WitnessVerdict>("verdict");
    // The store's hash at sequence n is n, the letter 'x' stands for any other.
    QTest::newRow("no witness") << -1 << '\0' << true << 5 << WitnessVerdict::Fresh;
    QTest::newRow("equal") << 5 << '\5' << true << 5 << WitnessVerdict::Matches;
    QTest::newRow("both empty") << 0 << '\0' << true << 0 << WitnessVerdict::Matches;
    QTest::newRow("crash before the witness") << 4 << '\4' << true << 5 << WitnessVerdict::StoreAhead;
    QTest::newRow("first events") << 0 << '\0' << true << 5 << WitnessVerdict::StoreAhead;
    QTest::newRow("rolled back") << 7 << '\7' << true << 5 << WitnessVerdict::StoreBehind;
    QTest::newRow("rolled back to nothing") << 7 << '\7' << true << 0 << WitnessVerdict::StoreBehind;
    QTest::newRow("rolled back and as long again") << 5 << 'x' << true << 5 << WitnessVerdict::StoreBehind;
    QTest::newRow("rolled back and written on") << 4 << 'x' << true << 5 << WitnessVerdict::StoreBehind;
    QTest::newRow("copied") << 5 << '\5' << false << 5 << WitnessVerdict::OtherStream;
}

void TestStoreFiles::witnessTellsThePast()
{
    QFETCH(int, witnessSequence);
    QFETCH(char, witnessHash);
    QFETCH(bool, sameStream);
    QFETCH(int, storeSequence);
    QFETCH(WitnessVerdict, verdict);
    SeededRandom random(2);
    const RawId stream = RawId::make({1}, random), other = RawId::make({2}, random);
    std::optional<Witness> witness;
    if (witnessSequence >= 0)
        witness = Witness{sameStream ? stream : other, std::uint64_t(witnessSequence), QByteArray(1, witnessHash)};
    const auto hashAt = [](std::uint64_t sequence) { return QByteArray(1, char(sequence)); };
    QVERIFY(compareWitness(witness, stream, std::uint64_t(storeSequence), hashAt) == verdict);
}

void TestStoreFiles::witnessSpeed()
{
    SeededRandom random(2);
    const Witness witness{RawId::make({1}, random), 12345, QByteArray(32, '\x9a')};
    QBENCHMARK {
        QVERIFY(writeWitness(m_path, witness));
    }
}

QTEST_GUILESS_MAIN(TestStoreFiles)
#include "tst_store_files.moc"
