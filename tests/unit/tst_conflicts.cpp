// SPDX-License-Identifier: GPL-3.0-or-later
// Conflicts through the gateway: listed once and with all that a person needs to decide, resolved by an administrator alone, refused
// a second time with the name of who was first, taken back, decided anew; the same after the views were built anew.
#include "core/base/json_fields.h"
#include "core/services/api/administration.h"
#include "core/services/api/conflicts.h"
#include "core/services/api/counter.h"
#include "core/services/catalogue.h"
#include "core/services/rehearsal/other_desk.h"
#include "tests/support/hall_pc.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestConflicts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void nothingToDecide();
    void bothVersionsSideBySide();
    void oneStands();
    void whoWasFirstIsNamed();
    void aDecisionIsChanged();
    void aDecisionIsTakenBack();
    void onlyAdministratorsDecide();
    void unknownConflicts_data();
    void unknownConflicts();
    void fieldsInDispute();
    void secretsAreNotShown();
    void historyShowsTheDecision();
    void rebuiltViewsListTheSame();
    void drivenByName();

private:
    template <typename Command>
    Result<typename Command::Reply> send(const char* login, const Command& command)
    {
        return hall::outcome(m_pc->gateway->send(m_pc->session(login), command));
    }
    template <typename Query>
    typename Query::Reply ask(const Query& query)
    {
        return hall::wait(m_pc->gateway->ask(m_pc->session("admin"), query));
    }
    void elsewhere(const RawId& record, std::size_t knew, const Event& event, PersonId subject = {});
    void makeTicketConflict();
    ConflictRow only() { return ask(ConflictList{}).conflicts.at(0); }
    Result<ConflictJudgedReply> resolve(const ConflictRow& row, std::size_t rival, bool again = false)
    {
        return send("admin", ConflictResolve{row.conflict, row.rivals.at(rival).stream, row.rivals.at(rival).sequence, again});
    }

    std::unique_ptr<hall::Pc> m_pc;
    std::optional<OtherDesk> m_other;
    VisitReply m_visit;
};

void TestConflicts::init()
{
    m_pc = std::make_unique<hall::Pc>();
    m_pc->found();
    m_visit = m_pc->visit(u"张三"_s);
    m_pc->gateway->onWriter([&](CommandRunner& runner) {
        Result<OtherDesk> desk = OtherDesk::open(runner, u"窗口二"_s, m_pc->random, m_pc->clock.now());
        QVERIFY(desk);
        m_other = std::move(*desk);
    });
}

void TestConflicts::cleanup()
{
    m_other.reset();
    m_pc->close();
    m_pc.reset();
}

/// Somebody at the other PC acts upon the record as it was after its first `knew` events.
void TestConflicts::elsewhere(const RawId& record, std::size_t knew, const Event& event, PersonId subject)
{
    const AccountId clerk = m_pc->session("li.jun").account;
    m_pc->gateway->onWriter([&](CommandRunner& runner) {
        const auto heads = OtherDesk::headsAfter(runner, record, knew);
        QVERIFY(heads);
        const auto changes = m_other->act(runner, {record, *heads, clerk, m_pc->clock.now().plusSeconds(60), event, subject});
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().code));
        QVERIFY(changes->conflicts);
    });
}

void TestConflicts::makeTicketConflict()
{
    const Session here = m_pc->session("wang.fang", u"window6"_s);
    const QString ticket = m_visit.ticket.toString();
    hall::wait(m_pc->gateway->send(here, TicketCall{{ticket, u"window6"_s}}));
    elsewhere(m_visit.ticket.raw, 1, TicketWithdrawn{u"window2"_s});
}

void TestConflicts::nothingToDecide()
{
    QCOMPARE(ask(ConflictCount{}).open, 0u);
    QVERIFY(ask(ConflictList{}).conflicts.empty());
    QVERIFY(ask(ConflictList{true}).conflicts.empty());
}

void TestConflicts::bothVersionsSideBySide()
{
    makeTicketConflict();
    QCOMPARE(ask(ConflictCount{}).open, 1u);
    const ConflictRow row = only();
    QCOMPARE(row.kind, u"ticket"_s);
    QCOMPARE(row.title, m_visit.number);
    QCOMPARE(row.person, u"张三"_s);
    QVERIFY(row.isOpen && !row.isDisputed && !row.isFixed);
    QCOMPARE(row.rivals.size(), std::size_t(2));
    QCOMPARE(row.rivals[0].type, u"ticket.called"_s);
    QCOMPARE(row.rivals[0].actorName, u"wang.fang"_s);
    QCOMPARE(row.rivals[0].place, u"window6"_s);
    QCOMPARE(row.rivals[0].pc, u"前台一"_s);
    QCOMPARE(row.rivals[1].type, u"ticket.withdrawn"_s);
    QCOMPARE(row.rivals[1].actorName, u"li.jun"_s);
    QCOMPARE(row.rivals[1].pc, u"窗口二"_s);
    QCOMPARE(row.counts, 1u);
    const ConflictReply whole = ask(ConflictGet{row.conflict});
    QCOMPARE(whole.base.value(u"status"_s).toString(), u"waiting"_s);
    QCOMPARE(whole.versions.size(), std::size_t(2));
    QCOMPARE(whole.versions[0].values.value(u"status"_s).toString(), u"called"_s);
    QCOMPARE(whole.versions[1].values.value(u"status"_s).toString(), u"withdrawn"_s);
    QCOMPARE(whole.versions[0].acts.size(), std::size_t(1));
    QVERIFY(std::find(whole.disputed.begin(), whole.disputed.end(), u"status"_s) != whole.disputed.end());
    QVERIFY(std::find(whole.changed.begin(), whole.changed.end(), u"service"_s) == whole.changed.end());
}

void TestConflicts::oneStands()
{
    makeTicketConflict();
    const ConflictRow row = only();
    const auto reply = resolve(row, 1);
    QVERIFY2(reply, reply ? "" : qPrintable(reply.error().code));
    QCOMPARE(reply->open, 0u);
    QVERIFY(m_pc->sees(m_visit.ticket, TicketStatus::Withdrawn));
    QVERIFY(ask(ConflictList{}).conflicts.empty());
    const ConflictRow decided = ask(ConflictList{true}).conflicts.at(0);
    QCOMPARE(decided.conflict, row.conflict);
    QCOMPARE(decided.rivals[0].type, u"ticket.called"_s); // each keeps its side
    QCOMPARE(decided.counts, 2u);
    QCOMPARE(decided.judgedBy, u"陈主任"_s);
    const ConflictReply whole = ask(ConflictGet{row.conflict});
    QCOMPARE(whole.verdicts.size(), std::size_t(1));
    QCOMPARE(whole.verdicts[0].stands, 2u);
    QCOMPARE(whole.verdicts[0].pc, u"前台一"_s);
}

void TestConflicts::whoWasFirstIsNamed()
{
    makeTicketConflict();
    const ConflictRow row = only();
    QVERIFY(resolve(row, 0));
    const auto second = resolve(row, 1);
    QVERIFY(!second);
    QCOMPARE(second.error().code, u"conflict.resolvedAlready"_s);
    QCOMPARE(second.error().facts.value(u"who"_s).toString(), u"陈主任"_s);
    QVERIFY(m_pc->sees(m_visit.ticket, TicketStatus::Called));
}

void TestConflicts::aDecisionIsChanged()
{
    makeTicketConflict();
    const ConflictRow row = only();
    QVERIFY(resolve(row, 1));
    QVERIFY(resolve(row, 0, true));
    QVERIFY(m_pc->sees(m_visit.ticket, TicketStatus::Called));
    QCOMPARE(ask(ConflictList{true}).conflicts.size(), std::size_t(1));
}

void TestConflicts::aDecisionIsTakenBack()
{
    makeTicketConflict();
    const ConflictRow row = only();
    QCOMPARE(send("admin", ConflictReopen{row.conflict}).error().code, u"conflict.notResolved"_s);
    QVERIFY(resolve(row, 1));
    const auto reopened = send("admin", ConflictReopen{row.conflict});
    QVERIFY(reopened);
    QCOMPARE(reopened->open, 1u);
    QVERIFY(m_pc->sees(m_visit.ticket, TicketStatus::Called));
    QCOMPARE(only().conflict, row.conflict);
}

void TestConflicts::onlyAdministratorsDecide()
{
    makeTicketConflict();
    const ConflictRow row = only();
    for (const char* login : {"wang.fang", "li.jun"}) {
        const auto refused = send(login, ConflictResolve{row.conflict, row.rivals[0].stream, row.rivals[0].sequence});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"session.notPermitted"_s);
        QVERIFY(!hall::outcome(m_pc->gateway->ask(m_pc->session(login), ConflictList{})));
        QVERIFY(!hall::outcome(m_pc->gateway->ask(m_pc->session(login), ConflictGet{row.conflict})));
    }
    QCOMPARE(ask(ConflictCount{}).open, 1u);
}

void TestConflicts::unknownConflicts_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("another") << QString(64, u'0');
    QTest::newRow("short") << u"abcd"_s;
    QTest::newRow("no digits") << QString(64, u'x');
}

void TestConflicts::unknownConflicts()
{
    QFETCH(QString, id);
    makeTicketConflict();
    const ConflictRow row = only();
    QCOMPARE(send("admin", ConflictResolve{id, row.rivals[0].stream, row.rivals[0].sequence}).error().code, u"conflict.unknown"_s);
    QCOMPARE(send("admin", ConflictReopen{id}).error().code, u"conflict.unknown"_s);
    QCOMPARE(hall::outcome(m_pc->gateway->ask(m_pc->session("admin"), ConflictGet{id})).error().code, u"conflict.unknown"_s);
    QCOMPARE(send("admin", ConflictResolve{row.conflict, row.rivals[0].stream, 4000}).error().code, u"conflict.notRival"_s);
}

void TestConflicts::fieldsInDispute()
{
    const PersonId person = m_visit.person;
    hall::wait(m_pc->gateway->send(m_pc->session("wang.fang"), PersonCorrect{person, {.phone = u"13800000001"_s}}));
    elsewhere(person.raw, 1, PersonCorrected{.phone = u"13900000002"_s, .address = u"长青街 1 号"_s}, person);
    const ConflictRow row = only();
    QCOMPARE(row.kind, u"person"_s);
    QCOMPARE(row.title, u"张三"_s);
    QCOMPARE(row.counts, 2u); // field by field the newest
    const ConflictReply whole = ask(ConflictGet{row.conflict});
    QCOMPARE(whole.disputed, std::vector<QString>{u"phone"_s});
    QCOMPARE(whole.changed, std::vector<QString>({u"phone"_s, u"address"_s}));
    QVERIFY(resolve(row, 0));
    const auto shown = hall::wait(m_pc->gateway->ask(m_pc->session("admin"), PersonShow{person}));
    QCOMPARE(shown.known.phone, u"13800000001"_s);
    QCOMPARE(shown.known.address, u"长青街 1 号"_s);
}

void TestConflicts::secretsAreNotShown()
{
    const AccountId account = m_pc->session("li.jun").account;
    hall::wait(m_pc->gateway->send(m_pc->session("admin"), AccountSetSecret{u"li.jun"_s, SecretKind::Pin, u"918273"_s}));
    elsewhere(account.raw, 1, AccountSecretChanged{SecretKind::Pin, u"$argon2id$secret"_s});
    const QByteArray text = QJsonDocument(toJson(ask(ConflictGet{only().conflict}), 0)).toJson();
    QVERIFY2(!text.contains("argon2") && !text.contains("verifier"), text.constData());
}

void TestConflicts::historyShowsTheDecision()
{
    makeTicketConflict();
    QVERIFY(resolve(only(), 1));
    const auto history = hall::wait(m_pc->gateway->ask(m_pc->session("admin"), TicketHistory{m_visit.ticket.toString()}));
    const auto found = std::find_if(history.entries.begin(), history.entries.end(), [](const HistoryRow& each) { return each.type == u"conflict.resolved"; });
    QVERIFY(found != history.entries.end());
    QCOMPARE(found->actorName, u"陈主任"_s);
}

void TestConflicts::rebuiltViewsListTheSame()
{
    makeTicketConflict();
    QVERIFY(resolve(only(), 1));
    hall::wait(m_pc->gateway->send(m_pc->session("wang.fang"), PersonCorrect{m_visit.person, {.phone = u"13800000001"_s}}));
    elsewhere(m_visit.person.raw, 1, PersonCorrected{.phone = u"13900000002"_s}, m_visit.person);
    const auto listed = [this] { return std::pair(toJson(ask(ConflictList{}), 0), toJson(ask(ConflictList{true}), 0)); };
    const auto before = listed();
    QCOMPARE(before.first.value(u"open"_s).toInt(), 1);
    m_pc->close();
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_pc->paths().views() + ending);
    m_pc->open();
    QCOMPARE(listed(), before);
}

void TestConflicts::drivenByName()
{
    makeTicketConflict();
    const Session admin = m_pc->session("admin");
    const auto listed = hall::wait(runByName(*m_pc->gateway, admin, u"conflict.list"_s, {}));
    const QJsonObject row = listed.value(u"conflicts"_s).toArray().at(0).toObject();
    QCOMPARE(row.value(u"rule"_s).toString(), u"firstClaimWins"_s);
    const QJsonObject rival = row.value(u"rivals"_s).toArray().at(1).toObject();
    const QJsonObject parameters{{u"conflict"_s, row.value(u"conflict"_s)}, {u"stream"_s, rival.value(u"stream"_s)}, {u"sequence"_s, rival.value(u"sequence"_s)}};
    QCOMPARE(hall::wait(runByName(*m_pc->gateway, admin, u"conflict.resolve"_s, parameters)).value(u"open"_s).toInt(-1), 0);
}

QTEST_GUILESS_MAIN(TestConflicts)
#include "tst_conflicts.moc"
