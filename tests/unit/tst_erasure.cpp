// SPDX-License-Identifier: GPL-3.0-or-later
// Forgetting a person: what stands against it, what is left, that no byte of the person is, that the views built anew say the same, and
// that other PCs destroy their keys at the first word of it. All people are invented.
#include "core/services/api/erasure.h"
#include "core/services/catalogue.h"
#include "core/store/erasures.h"
#include "core/store/kept_drafts.h"
#include "core/store/salvage.h"
#include "core/store/verification.h"
#include "core/store/views/node_queries.h"
#include "core/sync/journal_log.h"
#include "tests/support/hall_pc.h"
#include "tests/support/store_surgery.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QString personName = u"欧阳试忘"_s;
const QString phone = u"13871205566"_s;
const QString summary = u"邻里漏水纠纷须调解"_s;
const QString note = u"已谈妥赔付三百元"_s;

PersonInput input()
{
    PersonInput person;
    person.name = personName;
    person.phone = phone;
    person.address = u"金银湖街试验路八号"_s;
    return person;
}

VisitReply register_(hall::Pc& pc)
{
    VisitRegister command;
    command.newPerson = input();
    command.service = u"legalAdvice"_s;
    command.summary = summary;
    return hall::wait(pc.gateway->send(pc.session("wang.fang", u"window1"_s), command));
}

void finish(hall::Pc& pc, const VisitReply& visit)
{
    const Session room = pc.session("li.jun", u"window6"_s);
    const QString ticket = visit.ticket.toString();
    hall::wait(pc.gateway->send(room, TicketCall{{ticket, u"window6"_s}}));
    hall::wait(pc.gateway->send(room, TicketBegin{{ticket, u"window6"_s}}));
    TicketFinish done;
    done.ticket = ticket;
    done.place = u"window6"_s;
    done.outcome = pc.gateway->centre().outcomes.front().key;
    done.note = note;
    hall::wait(pc.gateway->send(room, done));
}

/// Every row of every table of the views, as text.
QStringList viewRows(hall::Pc& pc)
{
    QStringList rows;
    pc.gateway->onWriter([&](CommandRunner& runner) {
        sqlite::Database& views = runner.writer().views().database();
        for (const char* sql : {"SELECT hex(person) || name || phone || address || document_number || registered_at FROM persons",
                                "SELECT key || hex(persons.person) FROM lookup JOIN persons ON number = lookup.person", "SELECT hex(visit) || visit_number || hex(person) FROM visits",
                                "SELECT hex(matter) || hex(person) || service || summary FROM matters",
                                "SELECT hex(ticket) || number || hex(person) || status || handover_note || finish_note FROM tickets"}) {
            auto select = views.prepare(QString::fromLatin1(sql));
            while (select && select->step().value_or(false))
                rows << select->text(0);
        }
    });
    rows.sort();
    return rows;
}

bool hasKey(hall::Pc& pc, PersonId person)
{
    bool has = false;
    pc.gateway->onWriter([&](CommandRunner& runner) { has = !runner.writer().journal().wrappedKey(person.raw).value_or(QByteArray()).isEmpty(); });
    return has;
}

} // namespace

class TestErasure : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void whatStandsAgainstIt();
    void holdsComeAndGo();
    void onlyAdministrators();
    void nothingIsLeftButCounts();
    void nothingNewIsKept();
    void viewsBuiltAnewSayTheSame();
    void noByteIsLeft();
    void exportTellsAll();
    void formsThatWereNotRegisteredGo();
    void salvageBringsNoKeyBack();
    void wordGoesAheadOfTheEvent();
    void forgedWordIsNotBelieved_data();
    void forgedWordIsNotBelieved();
    void otherPcsFollow();

private:
    template <typename Command>
    Result<typename Command::Reply> send(const Command& command, const char* login = "admin")
    {
        return hall::outcome(m_pc->gateway->send(m_pc->session(login), command));
    }
    template <typename Query>
    Result<typename Query::Reply> ask(const Query& query, const char* login = "admin")
    {
        return hall::outcome(m_pc->gateway->ask(m_pc->session(login), query));
    }
    PersonErasureReply erase(PersonId person) { return hall::wait(m_pc->gateway->send(m_pc->session("admin"), PersonErase{person, ErasureReason::ConsentWithdrawn, personName})); }

    std::unique_ptr<hall::Pc> m_pc;
    VisitReply m_visit;
};

void TestErasure::init()
{
    m_pc = std::make_unique<hall::Pc>();
    m_pc->found();
    m_visit = register_(*m_pc);
}

void TestErasure::cleanup()
{
    m_pc->close();
    m_pc.reset();
}

void TestErasure::whatStandsAgainstIt()
{
    const PersonErase command{m_visit.person, ErasureReason::ConsentWithdrawn, personName};
    const auto inHall = send(command);
    QVERIFY(!inHall);
    QCOMPARE(inHall.error().code, u"person.inHall"_s);
    QCOMPARE(inHall.error().facts.value(u"number"_s).toString(), m_visit.number);
    finish(*m_pc, m_visit);
    const auto wrong = send(PersonErase{m_visit.person, ErasureReason::ConsentWithdrawn, u"欧阳"_s});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().code, u"person.notConfirmed"_s);
    const auto nobody = send(PersonErase{PersonId::make(m_pc->clock.now(), m_pc->random), ErasureReason::ConsentWithdrawn, personName});
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, u"person.unknown"_s);
    const PersonHoldReply hold = send(PersonHold{m_visit.person, u"（2026）鄂0112民初77号"_s, {}}).value();
    const auto held = send(command);
    QVERIFY(!held);
    QCOMPARE(held.error().code, u"person.onHold"_s);
    QCOMPARE(held.error().facts.value(u"reason"_s).toString(), u"（2026）鄂0112民初77号"_s);
    QVERIFY(send(PersonReleaseHold{m_visit.person, hold.hold, {}}));
    QVERIFY(hasKey(*m_pc, m_visit.person));
    QVERIFY(send(command));
    QVERIFY(!hasKey(*m_pc, m_visit.person));
}

void TestErasure::holdsComeAndGo()
{
    const QDate today = m_pc->clock.now().dateAt(480);
    const auto past = send(PersonHold{m_visit.person, u"诉讼"_s, today.addDays(-1)});
    QVERIFY(!past);
    QCOMPARE(past.error().code, u"hold.past"_s);
    const HoldId hold = send(PersonHold{m_visit.person, u"诉讼"_s, today}).value().hold;
    auto holds = ask(PersonHolds{m_visit.person}).value().holds;
    QCOMPARE(holds.size(), std::size_t(1));
    QVERIFY(holds[0].stands);
    QCOMPARE(holds[0].reason, u"诉讼"_s);
    QCOMPARE(holds[0].placedBy, u"陈主任"_s);
    m_pc->clock.set(m_pc->clock.now().plusSeconds(86'400));
    QVERIFY(!ask(PersonHolds{m_visit.person}).value().holds[0].stands); // ran out
    QVERIFY(send(PersonReleaseHold{m_visit.person, hold, u"已结案"_s}));
    const auto again = send(PersonReleaseHold{m_visit.person, hold, {}});
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"hold.lifted"_s);
    const auto unknown = send(PersonReleaseHold{m_visit.person, HoldId::make(m_pc->clock.now(), m_pc->random), {}});
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, u"hold.unknown"_s);
}

/// A receptionist's "person.*" does not mean these.
void TestErasure::onlyAdministrators()
{
    const auto isForbidden = [](const auto& result) { return !result && result.error().code == u"session.notPermitted"; };
    QVERIFY(isForbidden(send(PersonErase{m_visit.person, ErasureReason::Unlawful, personName}, "wang.fang")));
    QVERIFY(isForbidden(send(PersonHold{m_visit.person, u"x"_s, {}}, "wang.fang")));
    QVERIFY(isForbidden(ask(PersonExport{m_visit.person}, "wang.fang")));
    QVERIFY(isForbidden(ask(PersonErasures{}, "wang.fang")));
    QVERIFY(ask(PersonShow{m_visit.person}, "wang.fang"));
    for (const char* name : {"person.erase", "person.hold", "person.releaseHold", "person.erasure", "person.erasures", "person.holds", "person.export"})
        QVERIFY(findCatalogueEntry(QString::fromLatin1(name)) != nullptr);
}

void TestErasure::nothingIsLeftButCounts()
{
    finish(*m_pc, m_visit);
    QCOMPARE(ask(PersonErasure{m_visit.person}).value().state, ErasurePhase::None);
    const PersonErasureReply reply = erase(m_visit.person);
    QCOMPARE(reply.state, ErasurePhase::Complete); // the only PC
    QCOMPARE(reply.erasedBy, u"陈主任"_s);
    QCOMPARE(erase(m_visit.person).erasedAt, reply.erasedAt); // once is enough
    QCOMPARE(ask(PersonShow{m_visit.person}).value().known.name, QString());
    QCOMPARE(ask(PersonShow{m_visit.person}).value().visits.size(), std::size_t(1));
    for (const QString& text : {personName, u"欧阳"_s, u"ouyang"_s, phone, u"5566"_s})
        QVERIFY(ask(PersonLookup{text}).value().persons.empty());
    const VisitDetails visit = ask(VisitShow{m_visit.visit}).value();
    QCOMPARE(visit.matter.summary, QString());
    QCOMPARE(visit.tickets.size(), std::size_t(1));
    QCOMPARE(visit.tickets[0].finishNote, QString());
    QCOMPARE(visit.tickets[0].number, m_visit.number);
    const auto history = ask(VisitHistory{m_visit.visit}).value().entries;
    QCOMPARE(std::count_if(history.begin(), history.end(), [](const HistoryRow& row) { return row.erased; }), 3); // person, matter, note
    const auto list = ask(PersonErasures{}).value().erasures;
    QCOMPARE(list.size(), std::size_t(1));
    QCOMPARE(list[0].person, m_visit.person);
    QVERIFY(ask(PersonErasures{true}).value().erasures.empty());
    const auto report = verifyStore(m_pc->paths(), *m_pc->key, sqlite::preferredCipher(), m_pc->random);
    QVERIFY(report && report->isSound());
}

void TestErasure::nothingNewIsKept()
{
    finish(*m_pc, m_visit);
    erase(m_visit.person);
    PersonCorrected correction;
    correction.phone = phone;
    const auto corrected = send(PersonCorrect{m_visit.person, correction});
    QVERIFY(!corrected);
    QCOMPARE(corrected.error().code, u"person.erased"_s);
    VisitRegister again;
    again.person = m_visit.person;
    again.service = u"legalAdvice"_s;
    again.summary = summary;
    const auto visit = send(again);
    QVERIFY(!visit);
    QCOMPARE(visit.error().code, u"person.erased"_s);
    const auto hold = send(PersonHold{m_visit.person, u"x"_s, {}});
    QVERIFY(!hold);
    QCOMPARE(hold.error().code, u"person.erased"_s);
    m_pc->gateway->onWriter([&](CommandRunner& runner) { // past every handler
        Writer& writer = runner.writer();
        QVERIFY(writer.begin());
        const auto events = writer.head().sequence;
        const auto appended = writer.append({{m_visit.ticket.raw, TicketRecalled{u"window6"_s}, {}}, {m_visit.person.raw, correction, m_visit.person}}, {}, m_pc->clock.now());
        QVERIFY(!appended);
        QCOMPARE(appended.error().code, u"person.erased"_s);
        QCOMPARE(writer.head().sequence, events); // not half of it
        QVERIFY(writer.journal().addWrappedKey(m_visit.person.raw, QByteArray(73, 'k')));
        QVERIFY(writer.journal().insertWrappedKey(m_visit.person.raw, QByteArray(73, 'k')));
        writer.rollback();
    });
    QVERIFY(!hasKey(*m_pc, m_visit.person));
    QVERIFY(register_(*m_pc).person != m_visit.person); // comes again as somebody new
}

void TestErasure::viewsBuiltAnewSayTheSame()
{
    finish(*m_pc, m_visit);
    const VisitReply other = m_pc->visit(u"李留存"_s);
    erase(m_visit.person);
    const QStringList rows = viewRows(*m_pc);
    QVERIFY(rows.join(u'\n').contains(u"李留存"));
    QVERIFY(!rows.join(u'\n').contains(personName));
    m_pc->close();
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_pc->paths().views() + ending);
    m_pc->open();
    QCOMPARE(viewRows(*m_pc), rows);
    QCOMPARE(ask(PersonShow{other.person}).value().known.name, u"李留存"_s);
}

/// In files that anybody can read: the name, what was said, and the wrapped key.
void TestErasure::noByteIsLeft()
{
    hall::Pc plain;
    plain.key = std::make_unique<MasterKey>(MasterKey(m_pc->key->key().copy()));
    GatewaySetup setup{plain.paths(), MasterKey(plain.key->key().copy()), sqlite::Cipher::None, u"前台一"_s, hall::software, plain.clock, plain.random, true};
    auto made = LocalGateway::create(std::move(setup), hall::definition(), {{u"admin"_s, u"陈主任"_s, {u"administrator"_s}, SecretKind::Password, hall::password}}, true);
    QVERIFY(made);
    plain.gateway = std::move(*made);
    for (const auto& [login, role] : {std::pair{u"wang.fang"_s, u"receptionist"_s}, std::pair{u"li.jun"_s, u"roomStaff"_s}})
        hall::wait(plain.gateway->send(plain.session("admin"), AccountCreate{login, login, {role}, SecretKind::Pin, u"730512"_s}));
    const VisitReply visit = register_(plain);
    finish(plain, visit);
    QByteArray wrapped;
    plain.gateway->onWriter([&](CommandRunner& runner) { wrapped = runner.writer().journal().wrappedKey(visit.person.raw).value(); });
    QFile aside(plain.paths().views() + u".damaged-1"_s);
    QVERIFY(aside.open(QIODevice::WriteOnly));
    aside.write(personName.toUtf8());
    aside.close();
    QString reversedPhone(phone.size(), u' ');
    std::reverse_copy(phone.begin(), phone.end(), reversedPhone.begin());
    const QList<QByteArray> needles{personName.toUtf8(), phone.toUtf8(), reversedPhone.toUtf8(), summary.toUtf8(), note.toUtf8(),
                                    QByteArray("ouyangshiwang"), u"金银湖街试验路"_s.toUtf8(), wrapped.mid(1, 32)};
    const auto hits = [&] {
        QStringList found;
        for (const QString& name : QDir(plain.paths().folder).entryList(QDir::Files)) {
            const QByteArray bytes = surgery::contents(plain.paths().folder + u'/' + name);
            for (const QByteArray& needle : needles) {
                if (bytes.contains(needle))
                    found << name + u' ' + QString::fromLatin1(needle.toHex());
            }
        }
        return found;
    };
    QVERIFY(hits().size() >= needles.size()); // the test could fail
    hall::wait(plain.gateway->send(plain.session("admin"), PersonErase{visit.person, ErasureReason::Unlawful, personName}));
    QTRY_COMPARE_WITH_TIMEOUT(hits(), QStringList(), 10'000); // swept at the next rest
    plain.gateway.reset();
    QCOMPARE(hits(), QStringList());
}

void TestErasure::exportTellsAll()
{
    finish(*m_pc, m_visit);
    PersonCorrected correction;
    correction.phone = u"13971205577"_s;
    QVERIFY(send(PersonCorrect{m_visit.person, correction}));
    QVERIFY(send(PersonHold{m_visit.person, u"仲裁"_s, {}}));
    VisitRegister group;
    group.newPerson = PersonInput{.name = u"赵带队"_s};
    group.service = u"legalAdvice"_s;
    group.summary = u"集体来访"_s;
    group.headcount = 6;
    group.representatives = {m_visit.person};
    const QString groupNumber = send(group, "wang.fang").value().visitNumber;
    auto reply = hall::wait(runByName(*m_pc->gateway, m_pc->session("admin"), u"person.export"_s, {{u"person"_s, m_visit.person.toString()}}));
    const QString text = QString::fromUtf8(QJsonDocument(reply).toJson());
    for (const QString& each : {personName, phone, u"13971205577"_s, summary, note, u"仲裁"_s, m_visit.number, groupNumber, u"person.corrected"_s, u"ticket.called"_s})
        QVERIFY2(text.contains(each), qPrintable(each));
    QVERIFY(!text.contains(u"赵带队"));
    const PersonExportReply exported = ask(PersonExport{m_visit.person}).value();
    QCOMPARE(exported.visits.size(), std::size_t(1));
    QCOMPARE(exported.visits[0].tickets.size(), std::size_t(1));
    QCOMPARE(exported.holds.size(), std::size_t(1));
}

/// Nobody but their operators can tell whether one of them speaks of the person.
void TestErasure::formsThatWereNotRegisteredGo()
{
    finish(*m_pc, m_visit);
    KeptDrafts drafts(m_pc->paths(), m_pc->gateway->setup().key, m_pc->random);
    const AccountId account = m_pc->session("wang.fang").account;
    QVERIFY(drafts.keep(account, personName.toUtf8()));
    (void)erase(m_visit.person);
    QVERIFY(drafts.read(account).value().isEmpty());
    QVERIFY(!QFileInfo::exists(m_pc->paths().drafts()));
}

void TestErasure::salvageBringsNoKeyBack()
{
    finish(*m_pc, m_visit);
    const VisitReply other = m_pc->visit(u"李留存"_s);
    erase(m_visit.person);
    m_pc->close();
    // As if an old copy of the key table had been merged back in before the damage.
    surgery::sql(m_pc->paths(), *m_pc->key, u"DROP TRIGGER erased_gets_no_key; INSERT INTO subject_keys SELECT (SELECT subject FROM erased), wrapped FROM subject_keys LIMIT 1"_s);
    QVERIFY(salvageStore(m_pc->paths(), *m_pc->key, sqlite::preferredCipher(), m_pc->clock.now()));
    m_pc->open();
    QVERIFY(!hasKey(*m_pc, m_visit.person));
    QVERIFY(hasKey(*m_pc, other.person));
    QCOMPARE(ask(PersonErasures{}).value().erasures.size(), std::size_t(1));
}

namespace {

/// The log of a PC whose network is not running.
std::unique_ptr<sync::JournalLog> logOf(hall::Pc& pc)
{
    sync::JournalLog::Setup setup{.identity = {}, .stream = {}, .onWriter = {}, .onStored = {}, .beginAnew = {}, .nodes = {}, .clock = pc.clock};
    pc.gateway->onWriter([&](CommandRunner& runner) {
        setup.identity = runner.store().identity;
        setup.stream = runner.writer().stream();
    });
    setup.onWriter = [&pc](const sync::JournalLog::WriterTask& task, const std::function<void()>& beside) {
        pc.gateway->besideWriter([task](CommandRunner& runner, const LocalGateway::Answered& answered) { task(runner.writer(), answered); }, beside);
        return true;
    };
    setup.onStored = [](const Committed&) {};
    auto reader = JournalStore::open(pc.paths().journal(), {.mode = sqlite::OpenMode::ReadOnly, .key = {sqlite::preferredCipher(), pc.key->derive(KeyPurpose::JournalFile)}});
    return std::move(*sync::JournalLog::open(std::move(*reader), std::move(setup)));
}

Erasure wordOn(hall::Pc& pc, PersonId person)
{
    Erasure word;
    pc.gateway->onWriter([&](CommandRunner& runner) {
        const PersonErased erased = signedErasure(runner.writer().journal(), runner.node().centre, person, ErasureReason::Unlawful).value();
        word = {person, {runner.writer().stream(), 1000}, erased.node, erased.signature};
    });
    return word;
}

} // namespace

void TestErasure::wordGoesAheadOfTheEvent()
{
    finish(*m_pc, m_visit);
    m_pc->network.reset();
    const auto log = logOf(*m_pc);
    QVERIFY(sync::heedErasures(*log, {wordOn(*m_pc, m_visit.person)}));
    QVERIFY(!hasKey(*m_pc, m_visit.person));
    QCOMPARE(ask(PersonShow{m_visit.person}).value().known.name, QString());
    QVERIFY(ask(PersonLookup{personName}).value().persons.empty());
    QCOMPARE(ask(VisitShow{m_visit.visit}).value().tickets.at(0).finishNote, QString());
    QCOMPARE(log->keysOf({m_visit.person}).value().size(), std::size_t(0));
    QCOMPARE(sync::erasuresToTell(*log).value().size(), std::size_t(1));
    const auto list = ask(PersonErasures{true}).value().erasures;
    QCOMPARE(list.size(), std::size_t(1)); // who decided it comes with the event
    QCOMPARE(list[0].state, ErasurePhase::Pending);
    const QStringList rows = viewRows(*m_pc);
    m_pc->gateway.reset();
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_pc->paths().views() + ending);
    m_pc->open();
    QCOMPARE(viewRows(*m_pc), rows);
}

void TestErasure::forgedWordIsNotBelieved_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("another person's signature") << 0;
    QTest::newRow("a stranger's word") << 1;
    QTest::newRow("no signature") << 2;
}

void TestErasure::forgedWordIsNotBelieved()
{
    QFETCH(int, kind);
    m_pc->network.reset();
    const auto log = logOf(*m_pc);
    Erasure word = wordOn(*m_pc, kind == 0 ? PersonId::make(m_pc->clock.now(), m_pc->random) : m_visit.person);
    word.person = m_visit.person;
    if (kind == 1)
        word.node = NodeId::make(m_pc->clock.now(), m_pc->random);
    if (kind == 2)
        word.signature.clear();
    QVERIFY(sync::heedErasures(*log, {word}));
    QVERIFY(hasKey(*m_pc, m_visit.person));
}

/// A PC that was away is named as pending, destroys its key when it is back, and says so.
void TestErasure::otherPcsFollow()
{
    finish(*m_pc, m_visit);
    QVERIFY(m_pc->network->apply(hall::serving()));
    const auto code = m_pc->network->openPairing(m_pc->session("admin"));
    QVERIFY(code);
    hall::Pc desk;
    const auto joined = hall::join(desk, *code);
    QVERIFY2(joined, joined ? "" : qPrintable(joined.error().code));
    desk.open();
    QVERIFY(hasKey(desk, m_visit.person));
    const PersonErasureReply reply = erase(m_visit.person);
    QCOMPARE(reply.state, ErasurePhase::Pending);
    QCOMPARE(reply.pending.size(), std::size_t(1));
    QCOMPARE(reply.pending[0].name, u"窗口二"_s);
    QCOMPARE(reply.done.size(), std::size_t(1));
    desk.connect();
    QTRY_VERIFY_WITH_TIMEOUT(!hasKey(desk, m_visit.person), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(ask(PersonErasure{m_visit.person}).value().state == ErasurePhase::Complete, 20'000);
    QCOMPARE(viewRows(desk), viewRows(*m_pc));
    desk.close();
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
