// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the running centre through the gateway: at once for every command and query, refused where today's people or numbers depend on
// it, taken back, and still there after a restart. Answers "changing counters needs a restart" (queue.md section 5).
#include "core/services/api/centre.h"
#include "core/services/error_text.h"
#include "tests/support/demo_centre.h"

#include <QSignalSpy>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

QJsonObject newWindow(const QString& english)
{
    return {{u"name"_s, u"新窗口"_s}, {u"nameEnglish"_s, english}, {u"shortLabel"_s, u"新窗口"_s}, {u"shortLabelEnglish"_s, english},
            {u"kind"_s, u"window"_s}, {u"zone"_s, u"north1"_s}, {u"unit"_s, u"reception"_s}, {u"services"_s, QJsonArray{u"legalAdvice"_s, u"guidance"_s}},
            {u"repeatCallLimit"_s, 2}};
}

QJsonObject newService(const QString& english)
{
    return {{u"name"_s, u"养老咨询"_s}, {u"nameEnglish"_s, english}, {u"description"_s, u"养老保险与补贴咨询。"_s}, {u"descriptionEnglish"_s, u"Pensions."_s},
            {u"unit"_s, u"reception"_s}, {u"series"_s, u"general"_s}, {u"usualMinutes"_s, 10}, {u"keywords"_s, QJsonArray{u"养老"_s}}, {u"flags"_s, QJsonArray()}};
}

} // namespace

class TestCentreChange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aNewWindowCallsAtOnce();
    void onlyWhatIsGivenChanges();
    void aServiceIsAddedOfferedAndRemoved();
    void refusals_data();
    void refusals();
    void whatPeopleWaitForStays();
    void whoSitsThereIsNamed();
    void numbersOfTodayDoNotRunTwice();
    void undoTakesBackTheLastOfOnesOwn();
    void undoIsRefusedAfterSomebodyElse();
    void historyTellsWhatBecameOfIt();
    void onlyAdministrators();
    void aRestartKnowsIt();
    void everybodyIsToldAndTheUiThreadSeesIt();
    void refusedChangesLeaveTheSnapshot();
    void pausesAndLimitsHoldAtOnce();

private:
    Result<CentreChangeReply> change(const QString& section, const QString& key, const QJsonObject& item)
    {
        return DemoCentre::outcome(m_centre->gateway().send(m_admin, CentreChange{section, key, item}));
    }
    Result<CentreChangeReply> remove(const QString& section, const QString& key)
    {
        return DemoCentre::outcome(m_centre->gateway().send(m_admin, CentreRemove{section, key}));
    }
    const CentreDefinition& now() const { return m_centre->gateway().centre(); }

    std::unique_ptr<DemoCentre> m_centre;
    Session m_admin;
    Session m_desk;
};

void TestCentreChange::init()
{
    m_centre = std::make_unique<DemoCentre>();
    m_admin = m_centre->session("admin");
    m_desk = m_centre->session("wang.fang", u"window1"_s);
}

void TestCentreChange::cleanup()
{
    m_centre.reset();
}

void TestCentreChange::aNewWindowCallsAtOnce()
{
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s);
    const Result<CentreChangeReply> added = change(u"places"_s, {}, newWindow(u"Window 77"_s));
    QVERIFY2(added.has_value(), added ? "" : qPrintable(added.error().code + added.error().field));
    QCOMPARE(added->key, u"window77"_s);
    const Session there = m_centre->session("li.jun", added->key);
    DemoCentre::wait(m_centre->gateway().send(there, PlaceStaff{}));
    const TicketReply called = DemoCentre::wait(m_centre->gateway().send(there, TicketCallNext{}));
    QCOMPARE(called.ticket.number, visit.number);
    QCOMPARE(called.ticket.place, added->key);
    QVERIFY(now().findPlace(added->key)->order > now().findPlace(u"window1")->order);
}

void TestCentreChange::onlyWhatIsGivenChanges()
{
    const Place before = *now().findPlace(u"window1");
    DemoCentre::wait(m_centre->gateway().send(m_admin, CentreChange{u"places"_s, u"window1"_s, {{u"shortLabelEnglish"_s, u" Win  One "_s}}}));
    const Place after = *now().findPlace(u"window1");
    QCOMPARE(after.shortLabelEnglish, u"Win One"_s);
    QCOMPARE(after.services, before.services);
    QCOMPARE(after.order, before.order);
    QCOMPARE(change(u"places"_s, u"window1"_s, {{u"shortLabelEnglish"_s, u"Win One"_s}}).error().code, u"centre.nothingChanged"_s);
}

void TestCentreChange::aServiceIsAddedOfferedAndRemoved()
{
    const QString key = change(u"services"_s, {}, newService(u"Pension advice"_s))->key;
    QCOMPARE(key, u"pensionAdvice"_s);
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"刘洋"_s, .documentKind = DocumentKind::None};
    command.service = key;
    command.summary = u"咨询"_s;
    QCOMPARE(DemoCentre::outcome(m_centre->gateway().send(m_desk, command)).error().code, u"service.notOffered"_s);
    QJsonArray services = QJsonArray::fromStringList(now().findPlace(u"window1")->services);
    const QJsonArray before = services;
    services.append(key);
    QVERIFY(change(u"places"_s, u"window1"_s, {{u"services"_s, services}}).has_value());
    DemoCentre::wait(m_centre->gateway().send(m_desk, command));
    const Error offered = remove(u"services"_s, key).error();
    QCOMPARE(offered.code, u"centre.offeredAt"_s);
    QVERIFY2(errorText(offered, now()).contains(now().findPlace(u"window1")->shortLabelEnglish), qPrintable(errorText(offered, now())));
    const Error waiting = change(u"places"_s, u"window1"_s, {{u"services"_s, before}}).error();
    QCOMPARE(waiting.code, u"centre.onlyPlace"_s);
    QCOMPARE(waiting.field, u"services"_s);
    QCOMPARE(waiting.facts.value(u"count"_s).toInt(), 1);
}

void TestCentreChange::refusals_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonObject>("item");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const QString& section, const QString& key, const QJsonObject& item, const QString& code, const QString& field, const QString& says) {
        QTest::newRow(name) << section << key << item << code << field << says;
    };
    row("prefix of another series", u"series"_s, u"legal"_s, {{u"prefix"_s, u"a"_s}}, u"template.prefixAmbiguous"_s, u"prefix"_s, u"General reception"_s);
    row("prefix of a later series", u"series"_s, u"general"_s, {{u"prefix"_s, u"H"_s}}, u"template.prefixAmbiguous"_s, u"prefix"_s, u"Counselling"_s);
    row("label of another place", u"places"_s, u"window2"_s, {{u"shortLabelEnglish"_s, u"Reception"_s}}, u"template.notUnique"_s, u"shortLabelEnglish"_s, u"Reception"_s);
    row("no such unit", u"places"_s, u"window2"_s, {{u"unit"_s, u"nobody"_s}}, u"template.unknownReference"_s, u"unit"_s, u"nobody"_s);
    row("too high", u"queue"_s, {}, {{u"undoMinutes"_s, 121}}, u"template.outOfRange"_s, u"undoMinutes"_s, u"120"_s);
    row("new without names", u"zones"_s, {}, {{u"nameEnglish"_s, u"East"_s}}, u"template.missing"_s, u"name"_s, {});
    row("hours reversed", u"openingHours"_s, {},
        {{u"makeUpWorkday"_s, QJsonArray{QJsonObject{{u"begin"_s, u"12:00"_s}, {u"end"_s, u"09:00"_s}}}}}, u"template.spanReversed"_s, u"makeUpWorkday[0].end"_s, u"09:00"_s);
    row("no such section", u"money"_s, {}, {{u"x"_s, 1}}, u"centre.unknownSection"_s, u"section"_s, u"money"_s);
    row("zone in use", u"zones"_s, u"north1"_s, {}, u"centre.placesBelong"_s, {}, u"Reception"_s);
    row("series in use", u"series"_s, u"legal"_s, {}, u"centre.servicesBelong"_s, {}, {});
    row("role", u"roles"_s, u"receptionist"_s, {}, u"centre.roleIsFixed"_s, {}, {});
    row("rights", u"roles"_s, u"receptionist"_s, {{u"permissions"_s, QJsonArray{u"*"_s}}}, u"centre.roleIsFixed"_s, {}, {});
    row("gone", u"zones"_s, u"moon"_s, {}, u"centre.unknownItem"_s, u"key"_s, u"moon"_s);
    row("the ordinary one", u"priorities"_s, u"ordinary"_s, {}, u"template.ordinaryPriority"_s, u"priorities"_s, {});
}

void TestCentreChange::refusals()
{
    QFETCH(QString, section);
    QFETCH(QString, key);
    QFETCH(QJsonObject, item);
    QFETCH(QString, code);
    QFETCH(QString, field);
    QFETCH(QString, says);
    const auto before = m_centre->gateway().centreNow();
    const Result<CentreChangeReply> reply = item.isEmpty() ? remove(section, key) : change(section, key, item);
    QVERIFY(!reply);
    QCOMPARE(reply.error().code, code);
    QCOMPARE(reply.error().field, field);
    const QString sentence = errorText(reply.error(), now());
    QVERIFY2(sentence.contains(says) && !sentence.contains(u'{'), qPrintable(sentence));
    QVERIFY(!sentence.contains(u"line"_s)); // there is no file to look into
    QCOMPARE(*m_centre->gateway().centreNow(), *before);
}

void TestCentreChange::whatPeopleWaitForStays()
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"孙丽"_s, .documentKind = DocumentKind::None};
    command.service = u"legalAdvice"_s;
    command.priority = u"veteran"_s;
    command.summary = u"咨询"_s;
    const VisitReply visit = DemoCentre::wait(m_centre->gateway().send(m_desk, command));
    const Error refused = remove(u"priorities"_s, u"veteran"_s).error();
    QCOMPARE(refused.code, u"centre.visitorsDepend"_s);
    QCOMPARE(refused.facts.value(u"count"_s).toInt(), 1);
    const CentreUseReply usage = DemoCentre::wait(m_centre->gateway().ask(m_admin, CentreUsage{u"priorities"_s, u"veteran"_s}));
    QCOMPARE(usage.waiting, 1U);
    DemoCentre::wait(m_centre->gateway().send(m_desk, TicketWithdraw{{visit.number, {}}}));
    QVERIFY(remove(u"priorities"_s, u"veteran"_s).has_value());
    QVERIFY(now().findPriority(u"veteran") == nullptr);
}

void TestCentreChange::whoSitsThereIsNamed()
{
    const QString key = change(u"places"_s, {}, newWindow(u"Window 77"_s))->key;
    const Session there = m_centre->session("li.jun", key);
    DemoCentre::wait(m_centre->gateway().send(there, PlaceStaff{}));
    const Error refused = remove(u"places"_s, key).error();
    QCOMPARE(refused.code, u"centre.staffed"_s);
    QVERIFY2(errorText(refused, now()).contains(u"李军"_s), qPrintable(errorText(refused, now())));
    QCOMPARE(DemoCentre::wait(m_centre->gateway().ask(m_admin, CentreUsage{u"places"_s, key})).staffedBy, u"李军"_s);
    DemoCentre::wait(m_centre->gateway().send(there, PlaceLeave{}));
    QVERIFY(remove(u"places"_s, key).has_value());
}

void TestCentreChange::numbersOfTodayDoNotRunTwice()
{
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s);
    QVERIFY(visit.number.startsWith(u'D'));
    QCOMPARE(change(u"series"_s, u"legal"_s, {{u"prefix"_s, u"Z"_s}}).error().code, u"centre.numbersGiven"_s);
    QCOMPARE(change(u"series"_s, u"legal"_s, {{u"digits"_s, 4}}).error().field, u"digits"_s);
    QVERIFY(change(u"series"_s, u"legal"_s, {{u"lastNumber"_s, 500}}).has_value());
    QVERIFY(change(u"series"_s, u"petition"_s, {{u"prefix"_s, u"Y"_s}}).has_value()); // nothing given out of it yet
    m_centre->clock().advanceSeconds(24 * 3'600);
    QVERIFY(change(u"series"_s, u"legal"_s, {{u"prefix"_s, u"Z"_s}}).has_value());
    QVERIFY(m_centre->visit(m_desk, u"刘洋"_s).number.startsWith(u'Z'));
    // D is free again tomorrow only for a day on which nobody holds a D; today Z is in hands.
    const QJsonObject rival{{u"name"_s, u"新号"_s}, {u"nameEnglish"_s, u"New row"_s}, {u"prefix"_s, u"D"_s}, {u"firstNumber"_s, 1}, {u"lastNumber"_s, 99},
                            {u"digits"_s, 3}, {u"restartsDaily"_s, true}, {u"blockSize"_s, 10}};
    QVERIFY(change(u"series"_s, {}, rival).has_value());
}

void TestCentreChange::undoTakesBackTheLastOfOnesOwn()
{
    auto& gateway = m_centre->gateway();
    const int undoMinutes = now().queue.undoMinutes;
    QVERIFY(change(u"queue"_s, {}, {{u"undoMinutes"_s, 11}}).has_value());
    const QString key = change(u"places"_s, {}, newWindow(u"Window 77"_s))->key;
    DemoCentre::wait(gateway.send(m_admin, CentreUndo{}));
    QVERIFY(now().findPlace(key) == nullptr);
    DemoCentre::wait(gateway.send(m_admin, CentreUndo{}));
    QCOMPARE(now().queue.undoMinutes, undoMinutes);
    QCOMPARE(DemoCentre::outcome(gateway.send(m_admin, CentreUndo{})).error().code, u"centre.nothingToUndo"_s);
    // The removal of what is in use is refused as an undo, too.
    const QString again = change(u"places"_s, {}, newWindow(u"Window 78"_s))->key;
    DemoCentre::wait(gateway.send(m_centre->session("li.jun", again), PlaceStaff{}));
    QCOMPARE(DemoCentre::outcome(gateway.send(m_admin, CentreUndo{})).error().code, u"centre.staffed"_s);
}

void TestCentreChange::undoIsRefusedAfterSomebodyElse()
{
    auto& gateway = m_centre->gateway();
    DemoCentre::wait(gateway.send(m_admin, AccountCreate{u"second"_s, u"刘主任"_s, {u"administrator"_s}, SecretKind::Pin, u"640917"_s}));
    const CentreChangeReply first = *change(u"zones"_s, u"north1"_s, {{u"nameEnglish"_s, u"North hall"_s}});
    DemoCentre::wait(gateway.send(m_centre->session("second"), CentreChange{u"zones"_s, u"north1"_s, {{u"nameEnglish"_s, u"North end"_s}}}));
    const Error refused = DemoCentre::outcome(gateway.send(m_admin, CentreUndo{first.stream, first.sequence})).error();
    QCOMPARE(refused.code, u"centre.changedSince"_s);
    QVERIFY2(errorText(refused, now()).contains(u"刘主任"_s), qPrintable(errorText(refused, now())));
}

void TestCentreChange::historyTellsWhatBecameOfIt()
{
    auto& gateway = m_centre->gateway();
    const CentreChangeReply first = *change(u"zones"_s, u"north1"_s, {{u"nameEnglish"_s, u"North hall"_s}});
    DemoCentre::wait(gateway.send(m_admin, CentreUndo{first.stream, first.sequence}));
    const CentreHistoryReply history = DemoCentre::wait(gateway.ask(m_admin, CentreHistory{}));
    QCOMPARE(history.changes.size(), std::size_t(2));
    QVERIFY(history.changes[0].undoes && history.changes[0].canUndo && !history.changes[0].undone);
    QVERIFY(history.changes[1].undone && !history.changes[1].canUndo);
    QCOMPARE(history.changes[1].actorName, u"陈主任"_s);
    QCOMPARE(history.changes[1].after.value(u"nameEnglish"_s).toString(), u"North hall"_s);
}

void TestCentreChange::onlyAdministrators()
{
    auto& gateway = m_centre->gateway();
    QCOMPARE(DemoCentre::outcome(gateway.send(m_desk, CentreRemove{u"zones"_s, u"north1"_s})).error().kind, ErrorKind::Forbidden);
    QCOMPARE(DemoCentre::outcome(gateway.ask(m_desk, CentreHistory{})).error().kind, ErrorKind::Forbidden);
    QVERIFY(DemoCentre::outcome(gateway.ask(m_desk, CentreShow{})).has_value());
    const Role old{.key = u"old"_s, .permissions = {u"centre.*"_s}}; // of a centre that was founded before these acts came
    QVERIFY(old.permits(u"centre.show") && !old.permits(u"centre.change") && !old.permits(u"centre.undo"));
}

void TestCentreChange::aRestartKnowsIt()
{
    const QString key = change(u"places"_s, {}, newWindow(u"Window 77"_s))->key;
    const CentreDefinition before = now();
    m_centre->reopen();
    QCOMPARE(now(), before);
    QVERIFY(now().findPlace(key) != nullptr);
    DemoCentre::wait(m_centre->gateway().send(m_admin, CentreUndo{}));
    QVERIFY(now().findPlace(key) == nullptr);
}

void TestCentreChange::everybodyIsToldAndTheUiThreadSeesIt()
{
    const CentreDefinition& kept = now(); // as pages keep it
    bool wasNew = false;
    QObject page;
    connect(&m_centre->gateway(), &Gateway::changed, &page, [&](const ChangeSet& changes) { wasNew = changes.centre && kept.queue.undoMinutes == 13; },
            Qt::QueuedConnection);
    QVERIFY(change(u"queue"_s, {}, {{u"undoMinutes"_s, 13}}).has_value());
    QTRY_VERIFY(wasNew);
    QCOMPARE(m_centre->gateway().centreNow()->queue.undoMinutes, 13);
}

/// Commands that share a transaction see what the one before them changed, and nothing of one that was refused.
void TestCentreChange::refusedChangesLeaveTheSnapshot()
{
    auto& gateway = m_centre->gateway();
    auto bad = gateway.send(m_admin, CentreChange{u"series"_s, u"legal"_s, {{u"prefix"_s, u"A"_s}}});
    auto good = gateway.send(m_admin, CentreChange{u"places"_s, u"counter9"_s, newWindow(u"Counter 9"_s)});
    auto staff = gateway.send(m_centre->session("li.jun", u"counter9"_s), PlaceStaff{});
    QVERIFY(!DemoCentre::outcome(bad));
    QVERIFY(DemoCentre::outcome(good).has_value());
    QVERIFY(DemoCentre::outcome(staff).has_value());
    QCOMPARE(gateway.centreNow()->findSeries(u"legal")->prefix, u"D"_s);
}

void TestCentreChange::pausesAndLimitsHoldAtOnce()
{
    auto& gateway = m_centre->gateway();
    const Session there = m_centre->session("li.jun", u"window6"_s);
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s);
    DemoCentre::wait(gateway.send(there, TicketCallNext{}));
    QVERIFY(change(u"places"_s, u"window6"_s, {{u"repeatCallLimit"_s, 0}}).has_value());
    QCOMPARE(DemoCentre::outcome(gateway.send(there, TicketRecall{{visit.number, {}}})).error().code, u"ticket.callLimit"_s);
    QVERIFY(change(u"places"_s, u"window6"_s, {{u"repeatCallLimit"_s, 1}}).has_value());
    DemoCentre::wait(gateway.send(there, TicketRecall{{visit.number, {}}}));
}

QTEST_GUILESS_MAIN(TestCentreChange)
#include "tst_centre_change.moc"
