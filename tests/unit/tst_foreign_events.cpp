// SPDX-License-Identifier: GPL-3.0-or-later
// Real stores that take what other PCs wrote: events that may not be seen hold their places as hashes wherever the store goes, and what
// a shut-out PC wrote beyond its cut-off leaves the records and the views, and is kept aside.
#include "core/store/backup.h"
#include "core/store/checkpoint.h"
#include "core/store/keys/node_signature.h"
#include "core/store/salvage.h"
#include "core/store/views/node_queries.h"
#include "core/store/views/person_queries.h"
#include "core/sync/inbound.h"
#include "core/sync/journal_log.h"
#include "tests/support/foreign_pc.h"
#include "tests/support/store_surgery.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <future>
#include <thread>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const Instant now{1'772'413'200'000}; // 2026-03-02T09:00:00+08:00
const std::vector<QString> everything{QString::fromLatin1(hallCompartment), QString::fromLatin1(restrictedCompartment)};
const std::vector<QString> hallOnly{QString::fromLatin1(hallCompartment)};

/// One PC with a store of its own; all of a test share the centre's key.
struct Pc {
    QTemporaryDir folder;
    ManualClock clock{now};
    SystemRandom random;
    const MasterKey& key;
    OpenedStore opened;
    std::unique_ptr<sync::JournalLog> log;

    explicit Pc(const MasterKey& shared) : key(shared) {}
    StorePaths paths() const { return {folder.path() + u"/store"_s}; }
    StoreAccess access() { return {.paths = paths(), .key = key, .cipher = sqlite::preferredCipher(), .nodeName = u"test"_s, .software = u"OneDoor test"_s}; }
    BackupAccess backupAccess() { return {key, sqlite::preferredCipher(), random}; }
    Writer& writer() { return *opened.writer; }
    JournalStore& journal() { return writer().journal(); }

    void found()
    {
        auto made = createStore(access(), {.code = u"420199"_s, .name = u"test"_s, .definition = u"{}"_s, .rehearsal = true}, now, random);
        if (!made)
            qFatal("%s", qPrintable(made.error().code));
        opened = std::move(*made);
        surgery::writeKeySlots(paths(), key, random);
        connect();
    }
    /// Becomes a PC of the host's centre, with what it may hold.
    void join(Pc& host, const std::vector<QString>& compartments)
    {
        const NodeId node = NodeId::make(now, random);
        QByteArray seed(nodeSeedBytes, '\0');
        random.fill({reinterpret_cast<unsigned char*>(seed.data()), std::size_t(seed.size())});
        host.act({{node.raw, NodeEnrolled{u"desk"_s, publicKeyOf(seed), u"L"_s, compartments}, {}}});
        std::vector<QByteArray> mayHold;
        for (const QString& each : compartments)
            mayHold.push_back(each.toUtf8());
        must(backUpStore(host.paths(), paths().folder, backupAccess(), u"OneDoor test"_s, now, {}, CopyFor::Joining, mayHold));
        must(prepareJoinedStore(access(), node, seed));
        open();
    }
    void open()
    {
        auto again = openStore(access(), now, random);
        if (!again)
            qFatal("%s", qPrintable(again.error().code));
        opened = std::move(*again);
        connect();
    }
    void close()
    {
        log.reset();
        opened = {};
    }
    void connect()
    {
        auto reader = JournalStore::open(paths().journal(), {.mode = sqlite::OpenMode::ReadOnly, .key = {sqlite::preferredCipher(), key.derive(KeyPurpose::JournalFile)}});
        std::vector<NodeId> nodes;
        const std::vector<NodeRow> rows = value(queries::nodes(writer().views()));
        for (const NodeRow& row : rows)
            nodes.push_back(row.node);
        auto made = sync::JournalLog::open(std::move(*reader), {opened.identity, writer().stream(),
                                                               [this](const sync::JournalLog::WriterTask& task, const std::function<void()>& beside) {
                                                                   beside();
                                                                   task(writer(), [] {});
                                                                   return true;
                                                               },
                                                               [this](const Committed& committed) { last = committed; }, {}, nodes, clock});
        if (!made)
            qFatal("%s", qPrintable(made.error().code));
        log = std::move(*made);
    }
    void act(const Drafts& drafts)
    {
        must(writer().begin());
        must(writer().append(drafts, {}, now));
        must(writer().commit());
        must(log->ownGrew());
    }
    sync::Taken take(const NodeId& from, sync::Batch batch) { return value(sync::takeFrom(*log, from, std::move(batch))); }
    /// All that the other has and this one lacks.
    sync::Taken pullFrom(Pc& other)
    {
        sync::Frontier have;
        const sync::Heads heads = value(log->heads());
        for (const auto& [stream, head] : heads)
            have.emplace(stream, head.sequence);
        const auto compartments = other.log->membership().compartmentsOf(log->ownNode());
        return take(other.log->ownNode(), value(sync::gather(*other.log, have, sync::messageBytes, compartments)).batch);
    }
    Checkpoint checkpoint() { return value(makeCheckpoint(paths(), key, sqlite::preferredCipher(), now)); }
    CheckpointReport compare(const Checkpoint& with) { return value(compareWithCheckpoint(paths(), key, sqlite::preferredCipher(), with)); }
    VerificationReport verify() { return value(verifyStore(paths(), key, sqlite::preferredCipher(), random)); }
    /// Of one table of the views.
    int rows(const char* sql)
    {
        must(writer().begin());
        writer().rollback();
        sqlite::Statement select = value(writer().views().database().prepare(QString::fromLatin1(sql)));
        (void)select.step();
        return int(select.integer(0));
    }
    int putAside()
    {
        sqlite::Statement select = value(journal().database().prepare(u"SELECT count(*) FROM displaced"_s));
        (void)select.step();
        return int(select.integer(0));
    }
    template <typename State>
    State state(const RawId& record) { return value(writer().state<State>(record)); }

    template <typename T>
    static void must(const Result<T>& result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().code));
    }
    template <typename T>
    static T value(Result<T> result)
    {
        must(result);
        return std::move(*result);
    }
    Committed last;
};

TicketIssued ticket(const QString& number)
{
    TicketIssued issued;
    issued.number = number;
    issued.series = u"A"_s;
    issued.day = now.dateAt(480);
    issued.service = u"mediation"_s;
    issued.arrivedAt = now;
    return issued;
}

} // namespace

class TestForeignEvents : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void withheldEventsHoldTheirPlaces();
    void hashesGoOnAsHashes();
    void onlyWithheldEventsAreDurableToo();
    void aStoreKeepsThemWhereverItGoes();
    void aLimitedPcJoinsWithoutWhatItMayNotSee();
    void beyondACutOffNothingCounts_data();
    void beyondACutOffNothingCounts();
    void otherConflictsOfTheRecordStay();
    void whatOthersSaidOfItStaysSound();
    void whatCameBetweenIsPutAsideToo();
    void whatIsDoneBeforeItBeginsIsNotShown();
    void whatIsDoneBeforeItBeginsIsShownWithIt();
    void whoIsShutOutKeepsItsOwn();
    void aCheckpointCountsHashesAndNamesWhatIsPutAside();
    void whatTheDiskDoesNotHaveYetStaysHere();
    void signaturesAreCheckedMeanwhile();

private:
    void writeRestricted();

    std::unique_ptr<MasterKey> m_key;
    std::unique_ptr<Pc> m_host;
    std::unique_ptr<ForeignPc> m_office; ///< where restricted matters are recorded
    const RawId m_sealed = RawId::named("sealed matter");
    const PersonId m_witness = PersonId(RawId::named("protected witness"));
};

void TestForeignEvents::init()
{
    SystemRandom random;
    m_key = std::make_unique<MasterKey>(MasterKey::generate(random));
    m_host = std::make_unique<Pc>(*m_key);
    m_host->found();
    m_office = std::make_unique<ForeignPc>(m_host->opened.identity.centre, "office", now, m_host->writer().sealer());
    m_host->act({m_office->enrolment(everything)});
}

/// Two for all, three for few, one for all, one for few.
void TestForeignEvents::writeRestricted()
{
    m_office->write(RawId::named("one"), ticket(u"A1"_s));
    MatterRecorded matter;
    matter.person = m_witness;
    matter.summary = u"sealed"_s;
    const EventRef first = m_office->write(m_sealed, matter, {}, restrictedCompartment, m_witness);
    const EventRef second = m_office->write(m_sealed, matter, {first}, restrictedCompartment, m_witness);
    m_office->write(m_sealed, matter, {second}, restrictedCompartment, m_witness);
    m_office->write(RawId::named("two"), ticket(u"A2"_s));
    m_office->write(m_sealed, matter, {}, restrictedCompartment, m_witness);
}

void TestForeignEvents::withheldEventsHoldTheirPlaces()
{
    Pc desk(*m_key);
    desk.join(*m_host, hallOnly);
    writeRestricted();
    QVERIFY(m_host->take(m_office->node(), m_office->batch()).refusals.empty());
    const sync::Taken taken = desk.pullFrom(*m_host);
    QVERIFY(taken.refusals.empty());
    QCOMPARE(Pc::value(desk.log->heads()).at(m_office->stream()), Pc::value(m_host->log->heads()).at(m_office->stream()));
    QCOMPARE(desk.rows("SELECT count(*) FROM tickets"), 2);
    QCOMPARE(desk.rows("SELECT count(*) FROM matters"), 0);
    QVERIFY(Pc::value(desk.journal().recordOfEvent({m_office->stream(), 3})).isEmpty());
    QCOMPARE(desk.log->hashAt({m_office->stream(), 3}), m_host->log->hashAt({m_office->stream(), 3}));
    // What comes next follows a hash, and is shown.
    m_office->write(RawId::named("three"), ticket(u"A3"_s));
    QVERIFY(m_host->take(m_office->node(), m_office->batch(7)).refusals.empty());
    QVERIFY(desk.pullFrom(*m_host).refusals.empty());
    QCOMPARE(desk.rows("SELECT count(*) FROM tickets"), 3);
    const VerificationReport report = desk.verify();
    QVERIFY(report.isSound());
    QCOMPARE(report.withheldEvents, 4U);
    QCOMPARE(report.events + report.withheldEvents, m_host->verify().events + 1); // its own stream's first event
    QCOMPARE(m_host->verify().withheldEvents, 0U);
    // A stub that is not the one that was written shows.
    surgery::sql(desk.paths(), *m_key, u"UPDATE withheld SET hash = zeroblob(32) WHERE sequence = 7"_s);
    QVERIFY(!desk.verify().isSound());
}

void TestForeignEvents::hashesGoOnAsHashes()
{
    Pc desk(*m_key);
    desk.join(*m_host, hallOnly);
    Pc second(*m_key);
    second.join(*m_host, hallOnly);
    writeRestricted();
    m_host->take(m_office->node(), m_office->batch());
    desk.pullFrom(*m_host);
    QVERIFY(second.pullFrom(desk).events > 0);
    desk.pullFrom(second);
    QVERIFY(second.pullFrom(*m_host).refusals.empty());
    QCOMPARE(Pc::value(second.log->heads()).at(m_office->stream()).sequence, 7U);
    QVERIFY(second.verify().isSound());
    QCOMPARE(second.verify().withheldEvents, 4U);
    // Whoever may see more takes no hash for it, and gets the rest from elsewhere.
    Pc whole(*m_key);
    whole.join(*m_host, everything);
    m_office->write(RawId::named("more"), MatterRecorded{}, {}, restrictedCompartment);
    m_host->take(m_office->node(), m_office->batch(7));
    desk.pullFrom(*m_host);
    const sync::Taken refused = whole.pullFrom(desk);
    QVERIFY(!refused.refusals.empty());
    QCOMPARE(refused.refusals.front().code, u"event.withheld"_s);
    QVERIFY(whole.pullFrom(*m_host).refusals.empty());
    QCOMPARE(whole.verify().withheldEvents, 0U);
}

void TestForeignEvents::onlyWithheldEventsAreDurableToo()
{
    Pc desk(*m_key);
    desk.join(*m_host, hallOnly);
    m_office->write(RawId::named("one"), ticket(u"A1"_s));
    m_host->take(m_office->node(), m_office->batch());
    desk.pullFrom(*m_host);
    for (int each = 0; each < 150; ++each)
        m_office->write(m_sealed, MatterRecorded{}, {}, restrictedCompartment);
    m_host->take(m_office->node(), m_office->batch(2));
    QCOMPARE(desk.pullFrom(*m_host).events, 150U);
    desk.close();
    desk.open();
    QVERIFY(!desk.opened.report.viewsRebuilt);
    QCOMPARE(Pc::value(desk.log->heads()).at(m_office->stream()).sequence, 152U);
}

void TestForeignEvents::aStoreKeepsThemWhereverItGoes()
{
    Pc desk(*m_key);
    desk.join(*m_host, hallOnly);
    writeRestricted();
    m_host->take(m_office->node(), m_office->batch());
    desk.pullFrom(*m_host);
    surgery::writeKeySlots(desk.paths(), *m_key, desk.random);
    const QString backup = desk.folder.filePath(u"backup"_s);
    Pc::must(backUpStore(desk.paths(), backup, desk.backupAccess(), u"OneDoor test"_s, now));
    const auto sameAsBefore = [&](const StorePaths& paths) {
        const VerificationReport report = Pc::value(verifyStore(paths, *m_key, sqlite::preferredCipher(), desk.random));
        const auto office = std::find_if(report.streams.begin(), report.streams.end(), [&](const auto& each) { return each.stream == m_office->stream(); });
        return report.isSound() && report.withheldEvents == 4 && office != report.streams.end() && office->events == 7;
    };
    QVERIFY(sameAsBefore(desk.paths()));
    const StorePaths restored{desk.folder.filePath(u"restored"_s)};
    Pc::must(restoreBackup(backup, restored, {}, desk.backupAccess()));
    QVERIFY(sameAsBefore(restored));
    desk.close();
    Pc::must(salvageStore(desk.paths(), *m_key, sqlite::preferredCipher(), now));
    QVERIFY(sameAsBefore(desk.paths()));
    // Views from nothing are the same.
    desk.open();
    QVERIFY(desk.opened.report.viewsRebuilt || desk.rows("SELECT count(*) FROM tickets") == 2);
    QCOMPARE(desk.rows("SELECT count(*) FROM tickets"), 2);
    QVERIFY(sameAsBefore(desk.paths()));
}

void TestForeignEvents::aLimitedPcJoinsWithoutWhatItMayNotSee()
{
    writeRestricted();
    const PersonId visitor(m_host->writer().makeId(now));
    m_host->act({{visitor.raw, PersonRegistered{.name = u"张伟"_s}, visitor}});
    m_host->take(m_office->node(), m_office->batch());
    QVERIFY(!Pc::value(m_host->journal().wrappedKey(m_witness.raw)).isEmpty());
    Pc desk(*m_key);
    desk.join(*m_host, hallOnly);
    QCOMPARE(desk.verify().withheldEvents, 4U);
    QVERIFY(desk.verify().isSound());
    QVERIFY(Pc::value(desk.journal().envelopeOf({m_office->stream(), 3})).isEmpty());
    QVERIFY(Pc::value(desk.journal().wrappedKey(m_witness.raw)).isEmpty());
    QCOMPARE(desk.rows("SELECT count(*) FROM persons"), 1); // a key that somebody else's events need stays
    QCOMPARE(Pc::value(queries::person(desk.writer().views(), visitor))->name, u"张伟"_s);
    QVERIFY(desk.pullFrom(*m_host).refusals.empty());
    Pc whole(*m_key);
    whole.join(*m_host, everything);
    QCOMPARE(whole.verify().withheldEvents, 0U);
    QCOMPARE(whole.rows("SELECT count(*) FROM matters"), 1);
}

void TestForeignEvents::beyondACutOffNothingCounts_data()
{
    QTest::addColumn<int>("moreEvents"); // that come with the news
    QTest::newRow("shown at once") << 0;
    QTest::newRow("a large batch") << 200;
}

void TestForeignEvents::beyondACutOffNothingCounts()
{
    QFETCH(int, moreEvents);
    Pc desk(*m_key);
    desk.join(*m_host, everything);
    Pc other(*m_key);
    other.join(*m_host, everything);
    const PersonId kept(desk.writer().makeId(now));
    desk.act({{kept.raw, PersonRegistered{.name = u"张伟"_s}, kept}});
    desk.pullFrom(*m_host); // it learns who else belongs
    m_host->pullFrom(desk);
    const std::uint64_t last = desk.writer().head().sequence;
    // The desk goes on, and only the other PC hears of it.
    const PersonId ghost(desk.writer().makeId(now));
    const RawId ghostTicket = desk.writer().makeId(now);
    PersonCorrected renamed;
    renamed.name = u"张伪"_s;
    desk.act({{kept.raw, renamed, kept},
              {ghost.raw, PersonRegistered{.name = u"鬼影"_s, .phone = u"13800000001"_s}, ghost},
              {ghostTicket, ticket(u"L001"_s), {}},
              {placeRecord(u"window1"_s), PlaceStaffed{u"window1"_s, {}}, {}}});
    other.pullFrom(desk);
    QCOMPARE(other.rows("SELECT count(*) FROM tickets"), 1);
    QCOMPARE(other.rows("SELECT count(*) FROM persons"), 2);
    QCOMPARE(other.state<PersonState>(kept.raw).known.name, u"张伪"_s);
    for (int each = 0; each < moreEvents; ++each)
        m_host->act({{RawId::named(QByteArray("host ticket " + QByteArray::number(each))), ticket(u"A%1"_s.arg(each)), {}}});
    m_host->act({{desk.log->ownNode().raw, NodeRevoked{{desk.writer().stream()}, {last}, u"lost"_s}, {}}});
    QVERIFY(other.pullFrom(*m_host).refusals.empty());
    QVERIFY(other.last.putAside);
    QCOMPARE(Pc::value(other.log->heads()).at(desk.writer().stream()).sequence, last);
    QCOMPARE(other.putAside(), 4); // nothing is thrown away
    QCOMPARE(other.rows("SELECT count(*) FROM tickets"), moreEvents);
    QCOMPARE(other.rows("SELECT count(*) FROM persons"), 1);
    QCOMPARE(other.rows("SELECT count(*) FROM places"), 0);
    QCOMPARE(other.rows("SELECT count(*) FROM lookup WHERE person NOT IN (SELECT number FROM persons)"), 0);
    QCOMPARE(other.state<PersonState>(kept.raw).known.name, u"张伟"_s);
    QCOMPARE(Pc::value(queries::person(other.writer().views(), kept))->name, u"张伟"_s);
    QVERIFY(other.verify().isSound());
    // The desk brings it again; nobody takes it.
    QVERIFY(!other.pullFrom(desk).refusals.empty());
    const int lookups = other.rows("SELECT count(*) FROM lookup");
    other.close();
    other.open();
    QVERIFY(!other.opened.report.viewsRebuilt);
    other.close();
    QFile::remove(other.paths().views());
    other.open();
    QCOMPARE(other.rows("SELECT count(*) FROM lookup"), lookups);
    QCOMPARE(other.rows("SELECT count(*) FROM tickets"), moreEvents);
    QCOMPARE(Pc::value(queries::person(other.writer().views(), kept))->name, u"张伟"_s);
}

void TestForeignEvents::otherConflictsOfTheRecordStay()
{
    Pc desk(*m_key);
    desk.join(*m_host, everything);
    Pc other(*m_key);
    other.join(*m_host, everything);
    const PersonId person(m_host->writer().makeId(now));
    m_host->act({{person.raw, PersonRegistered{.name = u"张伟"_s}, person}});
    for (Pc* each : {&desk, &other})
        each->pullFrom(*m_host);
    const auto correct = [&](Pc& pc, const QString& phone) {
        PersonCorrected corrected;
        corrected.phone = phone;
        pc.act({{person.raw, corrected, person}});
    };
    correct(*m_host, u"13800000001"_s);
    correct(other, u"13800000002"_s);
    m_host->pullFrom(desk);
    const std::uint64_t last = desk.writer().head().sequence;
    PersonCorrected renamed;
    renamed.name = u"张伪"_s;
    desk.act({{person.raw, renamed, person}});
    other.pullFrom(desk);
    const char* open = "SELECT count(*) FROM conflicts WHERE is_open";
    m_host->act({{desk.log->ownNode().raw, NodeRevoked{{desk.writer().stream()}, {last}, u"lost"_s}, {}}});
    other.pullFrom(*m_host);
    QVERIFY(other.last.putAside);
    QCOMPARE(other.rows(open), 1);
    // What is shown next, many events at once, takes nothing away either.
    for (int each = 0; each < 150; ++each)
        m_host->act({{RawId::named(QByteArray("host ticket " + QByteArray::number(each))), ticket(u"A%1"_s.arg(each)), {}}});
    other.pullFrom(*m_host);
    QVERIFY(other.writer().viewsAreBehind());
    QCOMPARE(other.rows(open), 1);
}

/// Somebody worked on with what the shut-out PC wrote: that work stands, and a backup is not refused for it.
void TestForeignEvents::whatOthersSaidOfItStaysSound()
{
    Pc desk(*m_key);
    desk.join(*m_host, everything);
    Pc other(*m_key);
    other.join(*m_host, everything);
    desk.pullFrom(*m_host); // it learns who else belongs
    m_host->pullFrom(desk);
    const std::uint64_t last = desk.writer().head().sequence;
    const RawId record = desk.writer().makeId(now);
    desk.act({{record, ticket(u"L001"_s), {}}});
    other.pullFrom(desk);
    other.act({{record, TicketRecalled{u"window1"_s}, {}}});
    m_host->act({{desk.log->ownNode().raw, NodeRevoked{{desk.writer().stream()}, {last}, u"lost"_s}, {}}});
    other.pullFrom(*m_host);
    m_host->pullFrom(other);
    for (Pc* each : {&other, m_host.get()}) {
        const VerificationReport report = each->verify();
        QVERIFY(report.isSound());
        QCOMPARE(report.outsideParents, 1U);
        QVERIFY(!each->state<TicketState>(record).exists());
        QCOMPARE(each->rows("SELECT count(*) FROM tickets"), 0);
    }
}

/// Of two streams the one with the call may come long before the one with the ticket.
void TestForeignEvents::whatIsDoneBeforeItBeginsIsNotShown()
{
    ForeignPc room(m_host->opened.identity.centre, "room", now, m_host->writer().sealer());
    m_host->act({room.enrolment(everything)});
    const RawId record = RawId::named("ticket");
    const EventRef issued = m_office->write(record, ticket(u"A1"_s));
    room.write(record, TicketCalled{.place = u"window1"_s}, {issued});
    room.write(record, TicketBegun{u"window1"_s}, {{room.stream(), 2}});
    QVERIFY(m_host->take(room.node(), room.batch()).refusals.empty());
    QCOMPARE(m_host->rows("SELECT count(*) FROM tickets"), 0);
    QVERIFY(m_host->take(m_office->node(), m_office->batch()).refusals.empty());
    QCOMPARE(m_host->rows("SELECT count(*) FROM tickets"), 1);
    QCOMPARE(m_host->rows("SELECT count(*) FROM tickets WHERE number = 'A1' AND place = 'window1'"), 1);
}

/// Of large batches too, in which most records are new: a call that came first is not forgotten when the ticket comes.
void TestForeignEvents::whatIsDoneBeforeItBeginsIsShownWithIt()
{
    ForeignPc room(m_host->opened.identity.centre, "room", now, m_host->writer().sealer());
    m_host->act({room.enrolment(everything)});
    const auto fillWith = [&](ForeignPc& pc, int from) {
        for (int each = from; each < from + 150; ++each)
            pc.write(m_host->writer().makeId(now), ticket(u"K%1"_s.arg(each)));
    };
    const RawId record = m_host->writer().makeId(now);
    fillWith(*m_office, 0);
    const EventRef issued = m_office->write(record, ticket(u"A1"_s));
    fillWith(room, 200);
    room.write(record, TicketCalled{.place = u"window1"_s}, {issued});
    QVERIFY(m_host->take(room.node(), room.batch()).refusals.empty());
    QVERIFY(m_host->take(m_office->node(), m_office->batch()).refusals.empty());
    QCOMPARE(m_host->rows("SELECT count(*) FROM tickets"), 301);
    QCOMPARE(m_host->rows("SELECT count(*) FROM tickets WHERE number = 'A1' AND place = 'window1'"), 1);
    // What is written here in between is seen as well, though its ids are above all that the large batches knew.
    const RawId own = m_host->writer().makeId(now);
    m_host->act({{own, ticket(u"A2"_s), {}}});
    const std::uint64_t before = room.head();
    fillWith(room, 400);
    room.write(own, TicketCalled{.place = u"window2"_s}, {{m_host->writer().stream(), m_host->writer().head().sequence}});
    QVERIFY(m_host->take(room.node(), room.batch(before)).refusals.empty());
    QCOMPARE(m_host->rows("SELECT count(*) FROM tickets"), 452);
    QCOMPARE(m_host->rows("SELECT count(*) FROM tickets WHERE number = 'A2' AND place = 'window2'"), 1);
}

/// The host's own event of shutting out is written on one thread while a batch is judged on another that has not heard of it.
void TestForeignEvents::whatCameBetweenIsPutAsideToo()
{
    Pc desk(*m_key);
    desk.join(*m_host, everything);
    m_host->pullFrom(desk);
    const std::uint64_t last = desk.writer().head().sequence;
    Pc::must(m_host->writer().begin());
    Pc::must(m_host->writer().append({{desk.log->ownNode().raw, NodeRevoked{{desk.writer().stream()}, {last}, u"lost"_s}, {}}}, {}, now));
    Pc::must(m_host->writer().commit());
    desk.act({{desk.writer().makeId(now), ticket(u"L001"_s), {}}});
    m_host->pullFrom(desk);
    QCOMPARE(m_host->rows("SELECT count(*) FROM tickets"), 1);
    Pc::must(m_host->log->ownGrew());
    QCOMPARE(m_host->rows("SELECT count(*) FROM tickets"), 0);
    QCOMPARE(m_host->putAside(), 1);
    QCOMPARE(Pc::value(m_host->log->heads()).at(desk.writer().stream()).sequence, last);
    // The next event takes the number under which the one that is gone had arrived: the views see it all the same.
    for (int each = 0; each < 150; ++each)
        m_office->write(RawId::named(QByteArray("office ticket " + QByteArray::number(each))), ticket(u"K%1"_s.arg(each)));
    m_host->take(m_office->node(), m_office->batch());
    QCOMPARE(m_host->rows("SELECT count(*) FROM tickets"), 150);
    m_host->close();
    m_host->open();
    QVERIFY(!m_host->opened.report.viewsRebuilt);
    QVERIFY(m_host->verify().isSound());
    // So it is when the program ended in between.
    surgery::sql(m_host->paths(), *m_key, u"INSERT INTO events (stream, sequence, record, hash, envelope) SELECT s.number, d.sequence, zeroblob(16), d.hash, d.envelope"
                                          " FROM displaced AS d JOIN streams AS s ON s.stream = d.stream"_s);
    m_host->connect();
    QCOMPARE(Pc::value(m_host->log->heads()).at(desk.writer().stream()).sequence, last);
}

void TestForeignEvents::whoIsShutOutKeepsItsOwn()
{
    Pc desk(*m_key);
    desk.join(*m_host, everything);
    desk.pullFrom(*m_host); // it learns who else belongs
    m_host->pullFrom(desk);
    const std::uint64_t last = desk.writer().head().sequence;
    desk.act({{desk.writer().makeId(now), ticket(u"L001"_s), {}}});
    m_host->act({{desk.log->ownNode().raw, NodeRevoked{{desk.writer().stream()}, {last}, u"lost"_s}, {}}});
    desk.pullFrom(*m_host); // as an honest one would no longer be told
    QCOMPARE(desk.writer().head().sequence, last + 1);
    QCOMPARE(desk.rows("SELECT count(*) FROM tickets"), 1);
    QCOMPARE(desk.putAside(), 0);
}

/// The host's word holds for a PC that sees less; a PC's own word holds after it was shut out, but for what was put aside.
void TestForeignEvents::aCheckpointCountsHashesAndNamesWhatIsPutAside()
{
    Pc desk(*m_key);
    desk.join(*m_host, hallOnly);
    writeRestricted();
    m_host->take(m_office->node(), m_office->batch());
    desk.pullFrom(*m_host);
    const Checkpoint ofHost = m_host->checkpoint();
    QVERIFY(desk.compare(ofHost).findings.empty());
    surgery::sql(desk.paths(), *m_key, u"UPDATE withheld SET hash = zeroblob(32) WHERE sequence = 7"_s);
    QCOMPARE(desk.compare(ofHost).findings.front().problem, CheckpointProblem::Rewritten);

    m_host->pullFrom(desk);
    const Checkpoint ofDesk = desk.checkpoint();
    const StreamId deskStream = desk.writer().stream();
    QVERIFY(std::any_of(ofHost.streams.begin(), ofHost.streams.end(), [&](const auto& each) { return each.stream == m_office->stream(); }));
    m_host->act({{m_office->node().raw, NodeRevoked{{m_office->stream()}, {4}, u"lost"_s}, {}}});
    m_host->act({{desk.opened.identity.node.raw, NodeRevoked{{deskStream}, {1}, u"lost"_s}, {}}});
    const CheckpointReport report = m_host->compare(ofHost);
    QVERIFY(report.holds());
    QVERIFY(!report.nodeRevoked);
    QCOMPARE(report.findings.size(), std::size_t(1));
    QCOMPARE(report.findings.front().problem, CheckpointProblem::PutAside);
    QCOMPARE(report.findings.front().stream, m_office->stream());
    QCOMPARE(report.findings.front().sequence, 7U);
    QCOMPARE(report.findings.front().here, 4U);
    QVERIFY(m_host->compare(ofDesk).nodeRevoked);
    // What lies aside must be what was seen.
    surgery::sql(m_host->paths(), *m_key, u"UPDATE displaced SET envelope = x'00' WHERE sequence = 7"_s);
    QCOMPARE(m_host->compare(ofHost).findings.front().problem, CheckpointProblem::Truncated);
}

/// An event that a power cut could still take away may not be known elsewhere: its number would be given twice.
void TestForeignEvents::whatTheDiskDoesNotHaveYetStaysHere()
{
    const StreamId own = m_host->writer().stream();
    const std::uint64_t before = m_host->writer().head().sequence;
    m_host->act({{m_host->writer().makeId(now), ticket(u"A001"_s), {}}});
    const auto gathered = [&](sync::Reach reach) {
        return Pc::value(sync::gather(*m_host->log, {{own, before}, {m_office->stream(), 1}}, sync::messageBytes, {QByteArray(hallCompartment)}, reach));
    };
    int looked = 0;
    Pc::must(m_host->writer().begin());
    Pc::must(m_host->writer().append({{m_host->writer().makeId(now), ticket(u"A002"_s), {}}}, {}, now));
    Pc::must(m_host->writer().commit([&] {
        ++looked;
        const sync::Gathered mayGo = gathered(sync::Reach::Durable);
        QVERIFY(!mayGo.more);
        QCOMPARE(mayGo.batch.parts.size(), std::size_t(1));
        const sync::StreamPart& part = mayGo.batch.parts.front();
        QCOMPARE(part.items.size(), std::size_t(1));
        QCOMPARE(part.signedHead.sequence, before + 1);
        QVERIFY(sync::isSignedBy(publicKeyOf(m_host->opened.identity.signingSeed), own, part.signedHead, hashOf(part.items.back().envelope)));
        QCOMPARE(gathered(sync::Reach::Committed).batch.parts.front().items.size(), std::size_t(2));
        // Nor is it told: who asked for it would get nothing, and would not be told again.
        QCOMPARE(Pc::value(m_host->log->heads()).at(own).sequence, before + 2);
        QCOMPARE(Pc::value(sync::sharedHeads(*m_host->log)).at(own).sequence, before + 1);
        ++looked;
    }));
    QCOMPARE(looked, 2);
    const sync::Gathered whole = gathered(sync::Reach::Durable);
    QCOMPARE(whole.batch.parts.front().items.size(), std::size_t(2));
    QCOMPARE(whole.batch.parts.front().signedHead.sequence, before + 2);
}

/// Whoever judges the batch waits for the other thread's word, and takes none for a question that was not asked.
void TestForeignEvents::signaturesAreCheckedMeanwhile()
{
    m_host->act({{m_host->writer().makeId(now), ticket(u"A001"_s), {}}});
    sync::Batch batch = Pc::value(sync::gather(*m_host->log, {{m_office->stream(), 1}}, sync::messageBytes, {QByteArray(hallCompartment)})).batch;
    const auto ofHost = std::find_if(batch.parts.begin(), batch.parts.end(), [&](const sync::StreamPart& each) { return each.stream == m_host->writer().stream(); });
    QVERIFY(ofHost != batch.parts.end());
    const QByteArray key = publicKeyOf(m_host->opened.identity.signingSeed);
    const Hash last = hashOf(ofHost->items.back().envelope);
    const auto answer = [&](const SignedHead& head, const Hash& hash) {
        sync::SignatureCheck check(batch, m_host->log->membership());
        std::future<bool> word = std::async(std::launch::async, [&] { return check.holds(key, ofHost->stream, head, hash); });
        std::this_thread::sleep_for(std::chrono::milliseconds(20)); // it is waited for
        check.run();
        return word.get();
    };
    QVERIFY(answer(ofHost->signedHead, last));
    QVERIFY(!answer(ofHost->signedHead, Hash{})); // of other bytes than those that were asked about
    ofHost->signedHead.signature[5] = char(ofHost->signedHead.signature[5] ^ 1);
    QVERIFY(!answer(ofHost->signedHead, last));
    sync::SignatureCheck never(batch, sync::Membership()); // who knows nobody asks nothing, and nobody waits
    QVERIFY(!never.holds(key, ofHost->stream, ofHost->signedHead, last));
}

QTEST_GUILESS_MAIN(TestForeignEvents)
#include "tst_foreign_events.moc"
