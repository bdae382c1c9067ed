// SPDX-License-Identifier: GPL-3.0-or-later
// What several processes on one database can do to each other: the row that a cursor over all misses, the same stream from two sides at
// once, members that change meanwhile, tables that are made twice, and centres that must not meet.
#include "core/hub/centres.h"
#include "core/hub/hub_log.h"
#include "core/hub/migrations/schema.h"
#include "tests/hub/logs_under_test.h"
#include "tests/support/must.h"
#include "tests/support/postgres_server.h"

#include <QFile>
#include <QTest>
#include <atomic>
#include <deque>
#include <thread>

using namespace onedoor;
using namespace onedoor::hub;
using namespace Qt::StringLiterals;
using postgres::Connection;
using postgres::Parameters;
using postgres::Rows;
using postgres::Transaction;

namespace {

/// One hub process: a connection and a memory of its own.
struct Process {
    std::unique_ptr<Connection> connection;
    MemberCache cache;
    std::unique_ptr<HubLog> log;

    Process(const QString& uri, const Beginning& centre) : connection(must(Connection::open(uri)))
    {
        log = must(HubLog::open(*connection, cache, NodeId(RawId::named(QByteArray("hub"))), centre.centre));
    }
};

/// Holds up whoever brings a certain person's key, in the middle of that one's transaction.
class Holder {
public:
    Holder(const QString& uri, const CentreId& centre) : m_connection(must(Connection::open(uri)))
    {
        must(m_connection->execute("BEGIN"));
        must(m_connection->query("INSERT INTO onedoor.subject_key (centre, subject, wrapped) VALUES ($1, $2, 'w')", Parameters().id(centre).id(m_person)));
    }
    WrappedKey key() const { return {m_person, QByteArray(72, 'w')}; }
    void letGo() const { must(m_connection->execute("ROLLBACK")); }

private:
    PersonId m_person{RawId::named(QByteArray("person"))};
    std::unique_ptr<Connection> m_connection;
};

/// Of this database.
int waitingForLocks(Connection& connection)
{
    return must(connection.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")).count();
}

/// Takes a stream in pieces; gives how many events were new.
std::uint64_t takeInPieces(HubLog& log, const Pen& pen, std::uint64_t from, std::uint64_t piece)
{
    std::uint64_t taken = 0;
    for (std::uint64_t first = from; first <= pen.count(); first += piece)
        taken += must(log.take({.parts = {pen.part(first, std::min(first + piece - 1, pen.count()))}, .keys = {}})).events;
    return taken;
}

bool isWhole(HubLog& log, const Pen& pen)
{
    const auto heads = must(log.heads());
    const auto part = must(log.read(pen.stream(), 0, 1 << 28));
    if (!heads.contains(pen.stream()) || heads.at(pen.stream()) != pen.head() || part.items.size() != pen.count())
        return false;
    for (std::uint64_t at = 1; at <= pen.count(); ++at) {
        if (part.items[std::size_t(at - 1)].envelope != pen.event(at))
            return false;
    }
    return true;
}

} // namespace

class TestHubLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aCursorOverAllMissesARow();
    void aFrontierMissesNothing();
    void twoProcessesTakeTheSameStream();
    void twoProcessesTakeManyStreamsInAnyOrder();
    void oneProcessShutsOutWhileAnotherTakes();
    void whatCameBeforeTheCutOffWasKnownIsPutAside();
    void rowsBeyondTheHeadAreComparedAndNeverOverwritten();
    void centresDoNotMeet();
    void aCodeWorksOnceAndNeverForAnothersCentre();
    void anotherKeyDoesNotServe();
    void tablesAreMadeOnceByMany();
    void aNewerSchemaIsLeftAlone();
    void theServingRoleNeedsNoRightToMakeTables();

private:
    PostgresServer m_server;
};

void TestHubLog::initTestCase()
{
    if (!m_server.runs())
        QSKIP(qPrintable(m_server.reason()));
}

/// The classic: a number over all is given out when a row is written, and seen when it is committed.
void TestHubLog::aCursorOverAllMissesARow()
{
    const QString uri = m_server.newDatabase();
    const auto slow = must(Connection::open(uri));
    const auto quick = must(Connection::open(uri));
    const auto reader = must(Connection::open(uri));
    must(slow->execute("CREATE TABLE naive (number bigserial PRIMARY KEY, event text)"));
    std::int64_t cursor = 0;
    QStringList seen;
    const auto readOn = [&] {
        const Rows rows = must(reader->query("SELECT number, event FROM naive WHERE number > $1 ORDER BY number", Parameters().number(cursor)));
        for (int row = 0; row < rows.count(); ++row) {
            cursor = rows.number(row, 0);
            seen << rows.text(row, 1);
        }
    };
    must(slow->execute("BEGIN; INSERT INTO naive (event) VALUES ('first')"));
    must(quick->execute("INSERT INTO naive (event) VALUES ('second')"));
    readOn();
    must(slow->execute("COMMIT"));
    readOn();
    QCOMPARE(seen, QStringList{u"second"_s}); // "first" is committed, and nobody will ever read it
}

void TestHubLog::aFrontierMissesNothing()
{
    const QString uri = m_server.newDatabase();
    Beginning centre;
    const auto made = postgresLog(centre, uri);
    centre.one.scribble(3);
    centre.two.scribble(3);
    Process slow(uri, centre);
    Process quick(uri, centre);
    Process reader(uri, centre);
    sync::Frontier frontier;
    std::multiset<EventRef> seen;
    const auto readOn = [&] {
        const auto gathered = must(reader.log->inSnapshot([&] { return gather(*reader.log, frontier, 1 << 20, {hallCompartment}); }));
        for (const sync::StreamPart& part : gathered.batch.parts) {
            for (std::size_t at = 0; at < part.items.size(); ++at)
                seen.insert({part.stream, part.first + at});
            frontier[part.stream] = part.first + part.items.size() - 1;
        }
    };
    readOn();
    // The slow one writes first, and is held up in the middle of its transaction.
    const Holder holder(uri, centre.centre);
    std::atomic<bool> isDone = false;
    std::thread thread([&] {
        must(slow.log->take({.parts = {centre.one.part(2, 4)}, .keys = {holder.key()}}));
        isDone = true;
    });
    QTRY_COMPARE(waitingForLocks(*reader.connection), 1);
    must(quick.log->take({.parts = {centre.two.part(2, 4)}, .keys = {}}));
    readOn();
    QCOMPARE(frontier[centre.two.stream()], std::uint64_t(4));
    QCOMPARE(frontier[centre.one.stream()], std::uint64_t(1));
    QVERIFY(!isDone);
    holder.letGo();
    thread.join();
    readOn();
    QCOMPARE(frontier[centre.one.stream()], std::uint64_t(4));
    for (const Pen* pen : {&centre.one, &centre.two}) {
        for (std::uint64_t at = 1; at <= 4; ++at)
            QCOMPARE(seen.count({pen->stream(), at}), std::size_t(1));
    }
}

void TestHubLog::twoProcessesTakeTheSameStream()
{
    const QString uri = m_server.newDatabase();
    Beginning centre;
    const auto made = postgresLog(centre, uri);
    centre.one.scribble(600);
    Process left(uri, centre);
    Process right(uri, centre);
    std::uint64_t byLeft = 0;
    std::uint64_t byRight = 0;
    std::thread other([&] { byRight = takeInPieces(*right.log, centre.one, 2, 11); });
    byLeft = takeInPieces(*left.log, centre.one, 2, 7);
    other.join();
    // Whoever ran ahead may have been refused a gap of the other's making: both offer the rest once more.
    byLeft += takeInPieces(*left.log, centre.one, 2, 100);
    QCOMPARE(byLeft + byRight, std::uint64_t(600));
    QVERIFY(isWhole(*left.log, centre.one));
    QVERIFY(isWhole(*right.log, centre.one));
}

void TestHubLog::twoProcessesTakeManyStreamsInAnyOrder()
{
    const QString uri = m_server.newDatabase();
    Beginning centre;
    std::deque<Pen> pens;
    for (int at = 0; at < 8; ++at) {
        pens.emplace_back(centre.centre, "many" + QByteArray::number(at));
        pens.back().scribble(40);
        centre.founder.write(enrolmentOf(pens.back()), pens.back().node().raw);
    }
    const auto made = postgresLog(centre, uri);
    std::atomic<std::uint64_t> taken = 0;
    const auto work = [&](bool isReversed) {
        Process process(uri, centre);
        for (std::uint64_t first = 1; first <= 41; first += 4) {
            sync::Batch batch;
            for (const Pen& pen : pens)
                batch.parts.push_back(pen.part(first, std::min<std::uint64_t>(first + 3, pen.count())));
            if (isReversed)
                std::reverse(batch.parts.begin(), batch.parts.end());
            taken += must(process.log->take(batch)).events;
        }
    };
    std::thread other([&] { work(true); });
    work(false);
    other.join();
    Process check(uri, centre);
    for (const Pen& pen : pens)
        QVERIFY(isWhole(*check.log, pen));
    QCOMPARE(taken.load(), std::uint64_t(8 * 41));
}

/// Judged by the members of before, committed after they changed: that must not be.
void TestHubLog::oneProcessShutsOutWhileAnotherTakes()
{
    const QString uri = m_server.newDatabase();
    Beginning centre;
    const auto made = postgresLog(centre, uri);
    centre.two.scribble(9);
    centre.one.write(NodeRevoked{.streams = {centre.two.stream()}, .sequences = {6}, .reason = u"lost"_s}, centre.two.node().raw);
    Process judge(uri, centre);
    Process busy(uri, centre);
    const Holder holder(uri, centre.centre);
    std::thread taking([&] { must(busy.log->take({.parts = {centre.two.part(2, 10)}, .keys = {holder.key()}})); });
    const auto watch = must(Connection::open(uri));
    QTRY_COMPARE(waitingForLocks(*watch), 1);
    std::atomic<bool> isShutOut = false;
    std::thread shutting([&] {
        must(judge.log->take({.parts = {centre.one.part(2, 2)}, .keys = {}}));
        isShutOut = true;
    });
    QTRY_VERIFY(isShutOut || waitingForLocks(*watch) == 2);
    holder.letGo();
    taking.join();
    shutting.join();
    Process fresh(uri, centre);
    QCOMPARE(must(fresh.log->heads()).at(centre.two.stream()), centre.two.headAt(6));
    QCOMPARE(must(fresh.log->read(centre.two.stream(), 0, 1 << 20)).items.size(), std::size_t(6));
}

void TestHubLog::whatCameBeforeTheCutOffWasKnownIsPutAside()
{
    const QString uri = m_server.newDatabase();
    Beginning centre;
    const auto made = postgresLog(centre, uri);
    centre.two.scribble(9);
    must(made->log().take({.parts = {centre.two.part(2, 10)}, .keys = {}}));
    centre.one.write(NodeRevoked{.streams = {centre.two.stream()}, .sequences = {6}, .reason = u"lost"_s}, centre.two.node().raw);
    must(made->log().take({.parts = {centre.one.part(2, 2)}, .keys = {}}));
    Process fresh(uri, centre);
    QCOMPARE(must(fresh.log->heads()).at(centre.two.stream()), centre.two.headAt(6));
    QCOMPARE(must(fresh.log->read(centre.two.stream(), 0, 1 << 20)).items.size(), std::size_t(6));
    QCOMPARE(must(fresh.connection->query("SELECT count(*) FROM onedoor.event_aside")).number(0, 0), 4);
    QVERIFY(fresh.log->membership().isRevoked(centre.two.node()));
}

void TestHubLog::rowsBeyondTheHeadAreComparedAndNeverOverwritten()
{
    const QString uri = m_server.newDatabase();
    Beginning centre;
    const auto made = postgresLog(centre, uri);
    centre.one.scribble(5);
    centre.two.scribble(5);
    must(made->log().take({.parts = {centre.one.part(2, 6), centre.two.part(2, 6)}, .keys = {}}));
    // Somebody put back the heads of an older backup beside newer events, and one of those is not what was written.
    Process process(uri, centre);
    for (const Pen* pen : {&centre.one, &centre.two})
        must(process.connection->query("UPDATE onedoor.head SET sequence = 3, hash = $2 WHERE stream = $1",
                                       Parameters().id(pen->stream()).bytes(viewOf(pen->headAt(3).hash).toByteArray())));
    must(process.connection->query("UPDATE onedoor.event SET hash = $2 WHERE stream = $1 AND sequence = 5",
                                   Parameters().id(centre.two.stream()).bytes(QByteArray(32, 'x'))));
    const sync::Taken taken = must(process.log->take({.parts = {centre.one.part(4, 6), centre.two.part(4, 6)}, .keys = {}}));
    QCOMPARE(taken.forks.size(), std::size_t(1));
    QVERIFY(taken.forks[0] == (EventRef{centre.two.stream(), 5}));
    QCOMPARE(taken.refusals.size(), std::size_t(1));
    QVERIFY(isWhole(*process.log, centre.one));
    QCOMPARE(must(process.log->heads()).at(centre.two.stream()).sequence, std::uint64_t(3));
}

void TestHubLog::centresDoNotMeet()
{
    const QString uri = m_server.newDatabase();
    Beginning east("east");
    Beginning west("west");
    const auto inEast = postgresLog(east, uri);
    const auto inWest = postgresLog(west, uri);
    QVERIFY(inEast->log().heads()->size() == 3 && inWest->log().heads()->size() == 3);
    QVERIFY(!inEast->log().heads()->contains(west.one.stream()));
    QVERIFY(!*inEast->log().hashAt({west.one.stream(), 1}));
    QVERIFY(inEast->log().read(west.one.stream(), 0, 1 << 20)->items.empty());
    QVERIFY(inEast->log().membership().nodeWithKey(west.one.publicKey()).isNull());
    // Not even by handing them over.
    QCOMPARE(must(inEast->log().take({.parts = {west.one.all()}, .keys = {}})).refusals.size(), std::size_t(1));
    const PersonId person(RawId::named(QByteArray("person")));
    east.one.scribble(1);
    must(inEast->log().take({.parts = {east.one.part(2, 2)}, .keys = {{person, QByteArray(72, 'e')}}}));
    QVERIFY(must(inWest->log().keysOf({person})).empty());
}

void TestHubLog::aCodeWorksOnceAndNeverForAnothersCentre()
{
    const QString uri = m_server.newDatabase();
    Beginning centre;
    const auto made = postgresLog(centre, uri);
    const auto connection = must(Connection::open(uri));
    ManualClock clock(Instant{1'772'413'300'000});
    SystemRandom random;
    MemberCache cache;
    const HubIdentity hub = must(HubIdentity::fromSeed(std::array<unsigned char, TlsIdentity::seedSize>{}, random));
    const Pen intruder(centre.centre, "intruder");
    const auto applicantOf = [&](const Pen& pen, const CentreId& of) {
        return Applicant{.centre = of, .name = u"name"_s, .node = pen.node(), .key = pen.publicKey(), .founder = pen.node(), .founderKey = pen.publicKey()};
    };
    const QString secret = must(invite(*connection, clock, random));
    QCOMPARE(admit(*connection, cache, hub, secret, applicantOf(intruder, centre.centre), clock.now()).error().code, u"hub.centreKnown"_s);
    QVERIFY(admit(*connection, cache, hub, secret, applicantOf(centre.one, centre.centre), clock.now()).has_value());
    QCOMPARE(admit(*connection, cache, hub, secret, applicantOf(centre.one, centre.centre), clock.now()).error().code, u"pairing.expired"_s);
    const QString late = must(invite(*connection, clock, random));
    const CentreId other(RawId::named(QByteArray("other")));
    QCOMPARE(admit(*connection, cache, hub, late, applicantOf(intruder, other), clock.now().plusSeconds(invitationSeconds + 1)).error().code, u"pairing.expired"_s);
    QVERIFY(admit(*connection, cache, hub, late, applicantOf(intruder, other), clock.now()).has_value());
    QCOMPARE(must(centres(*connection)).size(), std::size_t(2));
}

void TestHubLog::anotherKeyDoesNotServe()
{
    const QString uri = m_server.newDatabase();
    Beginning centre;
    const auto made = postgresLog(centre, uri);
    const auto connection = must(Connection::open(uri));
    SystemRandom random;
    std::array<unsigned char, TlsIdentity::seedSize> seed{};
    QVERIFY(checkKey(*connection, must(HubIdentity::fromSeed(seed, random))).has_value());
    seed[0] = 1;
    QCOMPARE(checkKey(*connection, must(HubIdentity::fromSeed(seed, random))).error().code, u"hub.otherKey"_s);
    // One file for all processes: the second start reads what the first one made.
    QTemporaryDir folder;
    const HubIdentity first = must(HubIdentity::fromFile(folder.filePath(u"hub.key"_s), random));
    const HubIdentity second = must(HubIdentity::fromFile(folder.filePath(u"hub.key"_s), random));
    QVERIFY(first.node == second.node && first.key() == second.key());
    QCOMPARE(QFile::permissions(folder.filePath(u"hub.key"_s)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestHubLog::tablesAreMadeOnceByMany()
{
    const QString uri = m_server.newDatabase();
    std::vector<std::thread> threads;
    std::atomic<int> made = 0;
    for (int at = 0; at < 6; ++at) {
        threads.emplace_back([&] {
            const auto connection = must(Connection::open(uri));
            const Result<void> outcome = bringSchemaUpToDate(*connection);
            if (!outcome)
                qWarning("%s %s", qPrintable(outcome.error().code), qPrintable(outcome.error().facts.value(u"state"_s).toString()));
            made += outcome ? 1 : 0;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(made.load(), 6);
}

void TestHubLog::aNewerSchemaIsLeftAlone()
{
    const QString uri = m_server.newDatabase();
    const auto connection = must(Connection::open(uri));
    must(bringSchemaUpToDate(*connection));
    must(connection->execute("UPDATE onedoor.schema_step SET step = 7"));
    QVERIFY(bringSchemaUpToDate(*connection).has_value()); // it only added: the older program goes on
    must(connection->execute("UPDATE onedoor.schema_step SET oldest_for = 7"));
    QCOMPARE(bringSchemaUpToDate(*connection).error().code, u"hub.newerSchema"_s);
}

/// The roles that packaging/hub sets up.
void TestHubLog::theServingRoleNeedsNoRightToMakeTables()
{
    const QString uri = m_server.newDatabase();
    const auto superuser = must(Connection::open(uri));
    QFile roles(QStringLiteral(ONEDOOR_SOURCE_DIR "/packaging/hub/roles.sql"));
    QVERIFY(roles.open(QIODevice::ReadOnly));
    must(superuser->execute("REVOKE TEMPORARY ON DATABASE " + must(superuser->query("SELECT current_database()::text")).bytes(0, 0) + " FROM PUBLIC"));
    must(superuser->execute(roles.readAll()));
    const auto as = [&](const QString& role) { return QString(uri).replace(u"user=onedoor"_s, u"user="_s + role); };
    QCOMPARE(bringSchemaUpToDate(*must(Connection::open(as(u"onedoor_serving"_s)))).error().code, u"hub.mayNotMigrate"_s);
    must(bringSchemaUpToDate(*must(Connection::open(as(u"onedoor_owner"_s)))));
    Beginning centre;
    centre.one.scribble(3);
    const auto made = postgresLog(centre, as(u"onedoor_serving"_s));
    QCOMPARE(must(made->log().take({.parts = {centre.one.part(2, 4)}, .keys = {}})).events, std::uint64_t(3));
    QVERIFY(!must(Connection::open(as(u"onedoor_serving"_s)))->execute("DROP TABLE onedoor.event"));
    must(superuser->execute("DROP OWNED BY onedoor_serving, onedoor_owner; DROP ROLE onedoor_serving; DROP ROLE onedoor_owner"));
}

QTEST_GUILESS_MAIN(TestHubLog)
#include "tst_hub_log.moc"
