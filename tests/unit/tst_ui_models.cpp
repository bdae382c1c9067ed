// SPDX-License-Identifier: GPL-3.0-or-later
// The models behind the reception page: a new snapshot as the fewest row changes, the rows of the look-up, the search in fixed lists,
// and the reading of what people type.
#include "core/domain/centre/centre_loader.h"
#include "ui/models/choice_model.h"
#include "ui/models/day_text.h"
#include "ui/models/lookup_model.h"
#include "ui/models/lookup_text.h"
#include "ui/models/today_model.h"
#include "ui/models/words.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

CentreDefinition loadedCentre()
{
    QFile file(u"" ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no centre file");
    return loadCentre(file.readAll(), u"dongxihu.json"_s).value();
}

TicketRow ticket(unsigned char id, const QString& number)
{
    TicketRow row;
    row.ticket.raw.bytes[15] = id;
    row.number = number;
    row.name = u"王小明"_s;
    row.service = u"guidance"_s;
    row.arrivedAt = Instant{60'000};
    row.queueTime = row.arrivedAt;
    return row;
}

std::vector<TicketRow> rowsOf(const QList<int>& ids)
{
    std::vector<TicketRow> rows;
    for (const int id : ids)
        rows.push_back(ticket(static_cast<unsigned char>(id), u"A%1"_s.arg(id)));
    return rows;
}

QList<int> idsOf(const TodayModel& model)
{
    QList<int> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.append(model.at(row).ticket.raw.bytes[15]);
    return ids;
}

} // namespace

class TestUiModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void snapshots_data();
    void snapshots();
    void anySnapshotAfterAny();
    void selectionFollowsTheTicket();
    void unchangedRowsAreLeftAlone();
    void notesSayTheWorstFirst();
    void freshRows();
    void waitingTime_data();
    void waitingTime();
    void aheadCountsTheSameQueueOnly();
    void lookupRows();
    void typedText_data();
    void typedText();
    void choices_data();
    void choices();
    void everyRegionIsRead();
    void days_data();
    void days();
    void ages();
    void duration_data();
    void duration();

private:
    const CentreDefinition m_centre = loadedCentre();
    ManualClock m_clock{Instant{10LL * 60'000}};
};

void TestUiModels::snapshots_data()
{
    QTest::addColumn<QList<int>>("before");
    QTest::addColumn<QList<int>>("after");
    QTest::addColumn<int>("inserted");
    QTest::addColumn<int>("removed");
    QTest::addColumn<int>("moved");
    QTest::newRow("empty") << QList<int>{} << QList<int>{} << 0 << 0 << 0;
    QTest::newRow("first") << QList<int>{} << QList<int>{1, 2} << 2 << 0 << 0;
    QTest::newRow("newcomer on top") << QList<int>{2, 1} << QList<int>{3, 2, 1} << 1 << 0 << 0;
    QTest::newRow("two leave together") << QList<int>{4, 3, 2, 1} << QList<int>{4, 1} << 0 << 1 << 0;
    QTest::newRow("first and last leave") << QList<int>{4, 3, 2, 1} << QList<int>{3, 2} << 0 << 2 << 0;
    QTest::newRow("moved up") << QList<int>{1, 2, 3} << QList<int>{3, 1, 2} << 0 << 0 << 1;
    QTest::newRow("all at once") << QList<int>{1, 2, 3, 4} << QList<int>{5, 4, 1, 2} << 1 << 1 << 1;
    QTest::newRow("nothing stays") << QList<int>{1, 2} << QList<int>{3, 4} << 2 << 1 << 0;
}

void TestUiModels::snapshots()
{
    QFETCH(QList<int>, before);
    QFETCH(QList<int>, after);
    TodayModel model(m_centre, m_clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.apply(rowsOf(before));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.apply(rowsOf(after));
    QCOMPARE(idsOf(model), after);
    QTEST(int(inserted.count()), "inserted");
    QTEST(int(removed.count()), "removed");
    QTEST(int(moved.count()), "moved");
    QCOMPARE(reset.count(), 0);
}

void TestUiModels::anySnapshotAfterAny()
{
    QRandomGenerator random(20260302);
    TodayModel model(m_centre, m_clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round < 300; ++round) {
        QList<int> ids;
        for (int id = 1; id < 30; ++id) {
            if (random.bounded(3) > 0)
                ids.insert(random.bounded(ids.size() + 1), id);
        }
        model.apply(rowsOf(ids));
        QCOMPARE(idsOf(model), ids);
    }
}

void TestUiModels::selectionFollowsTheTicket()
{
    TodayModel model(m_centre, m_clock);
    model.apply(rowsOf({3, 2, 1}));
    const QPersistentModelIndex chosen(model.index(1, 0));
    model.apply(rowsOf({5, 4, 2, 3}));
    QVERIFY(chosen.isValid());
    QCOMPARE(model.at(chosen.row()).number, u"A2"_s);
    model.apply(rowsOf({5, 4}));
    QVERIFY(!chosen.isValid());
}

void TestUiModels::unchangedRowsAreLeftAlone()
{
    TodayModel model(m_centre, m_clock);
    model.apply(rowsOf({3, 2, 1}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    auto rows = rowsOf({3, 2, 1});
    rows[1].status = TicketStatus::Called;
    model.apply(rows);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(model.index(1, TodayModel::StatusColumn).data().toString(), words::of(TicketStatus::Called));
}

void TestUiModels::notesSayTheWorstFirst()
{
    TicketRow row = ticket(1, u"A1"_s);
    QVERIFY(words::notesOn(row).isEmpty());
    row.urgent = true;
    const QString urgent = words::notesOn(row).join(u' ');
    row.print = PrintStatus::Failed;
    QCOMPARE(words::notesOn(row), QStringList(words::of(PrintStatus::Failed)));
    row.threat = true;
    const QString danger = words::notesOn(row).join(u' ');
    row.threat = false;
    row.confidential = true; // hidden by nothing
    QCOMPARE(words::notesOn(row).size(), 2);
    QCOMPARE(words::notesOn(row).constLast(), words::of(PrintStatus::Failed));
    const QSet<QString> notes{words::notesOn(row).constFirst(), urgent, words::of(PrintStatus::Failed), danger};
    QCOMPARE(notes.size(), 4);
}

void TestUiModels::freshRows()
{
    TodayModel model(m_centre, m_clock);
    model.apply(rowsOf({1}));
    QVERIFY(!model.index(0, 0).data(TodayModel::FreshRole).toBool());
    model.apply(rowsOf({2, 1}));
    QVERIFY(model.index(0, 0).data(TodayModel::FreshRole).toBool());
    QVERIFY(!model.index(1, 0).data(TodayModel::FreshRole).toBool());
    model.forgetFresh();
    QVERIFY(!model.index(0, 0).data(TodayModel::FreshRole).toBool());
}

void TestUiModels::waitingTime_data()
{
    QTest::addColumn<TicketStatus>("status");
    QTest::addColumn<qint64>("waited");
    QTest::addColumn<qint64>("since");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("still waits") << TicketStatus::Waiting << qint64(0) << qint64(60'000) << qint64(540);
    QTest::newRow("was called") << TicketStatus::Finished << qint64(120) << qint64(0) << qint64(120);
    QTest::newRow("left before a call") << TicketStatus::Withdrawn << qint64(60) << qint64(0) << qint64(60);
    QTest::newRow("back from a hold") << TicketStatus::Waiting << qint64(120) << qint64(570'000) << qint64(150);
    QTest::newRow("a clock that was set back") << TicketStatus::Waiting << qint64(0) << qint64(900'000) << qint64(0);
}

/// Complaint 23: time on hold is nobody's waiting. The stretches are the record's; here they are only added up.
void TestUiModels::waitingTime()
{
    QFETCH(TicketStatus, status);
    QFETCH(qint64, waited);
    QFETCH(qint64, since);
    TicketRow row = ticket(1, u"A1"_s);
    row.arrivedAt = Instant{60'000};
    row.status = status;
    row.waitedSeconds = waited;
    row.waitingSince = Instant{since};
    const TodayModel model(m_centre, m_clock);
    QTEST(qint64(model.waitedSeconds(row)), "seconds");
}

void TestUiModels::aheadCountsTheSameQueueOnly()
{
    auto rows = rowsOf({1, 2, 3, 4, 5});
    for (std::size_t at = 0; at < rows.size(); ++at)
        rows[at].queueTime = Instant{std::int64_t(at) * 1000};
    rows[1].service = u"legalAdvice"_s;
    rows[2].status = TicketStatus::Finished;
    TodayModel model(m_centre, m_clock);
    model.apply(rows);
    QCOMPARE(model.ahead(rows[3]), 1U);
    QCOMPARE(model.ahead(rows[0]), 0U);
}

void TestUiModels::lookupRows()
{
    LookupModel model(m_centre, LookupModel::Offers::NewVisitorToo);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    LookupReply reply;
    PersonRow person;
    person.name = u"欧阳修竹"_s;
    person.sex = Sex::Female;
    person.documentTail = u"123X"_s;
    person.visits = 3;
    person.lastVisit = QDate(2026, 2, 11);
    reply.persons = {person, person};
    reply.tickets = {ticket(1, u"A012"_s)};
    model.setAnswer(u"A012"_s, reply);
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.kind(0), LookupModel::Kind::Ticket);
    QCOMPARE(model.kind(1), LookupModel::Kind::Person);
    QCOMPARE(model.kind(3), LookupModel::Kind::NewVisitor);
    QCOMPARE(model.index(1).data().toString(), u"欧阳修竹"_s);
    QVERIFY(model.index(1).data(LookupModel::DetailRole).toString().contains(u"123X"_s));
    QVERIFY(model.index(1).data(LookupModel::NoteRole).toString().contains(u"2026-02-11"_s));
    QVERIFY(model.index(3).data().toString().contains(u"A012"_s));
    model.setAnswer(u"无此人"_s, {});
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.kind(0), LookupModel::Kind::NewVisitor);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestUiModels::typedText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TypedAs>("as");
    QTest::newRow("name") << u"王小明"_s << TypedAs::Name;
    QTest::newRow("latin name") << u"John Smith"_s << TypedAs::Name;
    QTest::newRow("minority name") << u"买买提·艾力"_s << TypedAs::Name;
    QTest::newRow("mobile") << u"138 0013 8000"_s << TypedAs::Phone;
    QTest::newRow("tail") << u"8000"_s << TypedAs::Phone;
    QTest::newRow("landline") << u"027-83890000"_s << TypedAs::Phone;
    QTest::newRow("identity number") << u"420199196803020027"_s << TypedAs::Document;
    QTest::newRow("passport") << u"E12345678"_s << TypedAs::Document;
    QTest::newRow("wrong check digit") << u"420199196803020020"_s << TypedAs::Document;
}

void TestUiModels::typedText()
{
    QFETCH(QString, text);
    QTEST(typedAs(text), "as");
    const PersonRegistered person = personFromText(text);
    QCOMPARE(person.name + person.phone + person.documentNumber, text);
}

void TestUiModels::choices_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("key");
    QTest::newRow("name") << u"物业纠纷调解"_s << u"propertyMediation"_s;
    QTest::newRow("part") << u"司法确认"_s << u"judicialConfirmation"_s;
    QTest::newRow("keyword") << u"讨薪"_s << u"wageArrears"_s;
    QTest::newRow("initials of the name") << u"flyz"_s << u"legalAid"_s;
    QTest::newRow("pinyin of a keyword") << u"wuyefei"_s << u"propertyMediation"_s;
    QTest::newRow("english") << u"unpaid"_s << u"wageArrears"_s;
    QTest::newRow("full width, capitals") << u"ＦＬＺＸ"_s << u"legalAdvice"_s;
    QTest::newRow("initials before letters inside another word") << u"ll"_s << u"neighbourMediation"_s;
    QTest::newRow("nothing like it") << u"zzzz"_s << QString();
}

void TestUiModels::choices()
{
    QFETCH(QString, typed);
    QFETCH(QString, key);
    ChoiceModel model(serviceChoices(m_centre));
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), int(m_centre.services.size()));
    model.search(typed);
    QCOMPARE(model.best() ? model.best()->key : QString(), key);
}

void TestUiModels::everyRegionIsRead()
{
    const auto regions = regionsOf(m_centre);
    QVERIFY(regions.size() > 100);
    for (const Region& region : regions) {
        QVERIFY(region.code.size() == 9 || region.code.size() == 12);
        QVERIFY(!region.name.isEmpty());
        QVERIFY(!region.parentName.isEmpty());
    }
    QVERIFY(readRegions("not json").empty());
    ChoiceModel model(regionChoices(regions));
    model.search(u"wjs"_s);
    QVERIFY(model.best());
    QCOMPARE(model.best()->text, u"吴家山街"_s);
}

void TestUiModels::days_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("readable");
    QTest::addColumn<QDate>("day");
    QTest::newRow("eight digits") << u"19680302"_s << true << QDate(1968, 3, 2);
    QTest::newRow("hyphens") << u"1968-3-2"_s << true << QDate(1968, 3, 2);
    QTest::newRow("dots") << u" 1968. 3. 2 "_s << true << QDate(1968, 3, 2);
    QTest::newRow("characters") << u"1968年3月2日"_s << true << QDate(1968, 3, 2);
    QTest::newRow("full width") << u"１９６８０３０２"_s << true << QDate(1968, 3, 2);
    QTest::newRow("empty") << u"  "_s << true << QDate();
    QTest::newRow("no such day") << u"1969-02-29"_s << false << QDate();
    QTest::newRow("no year") << u"3-2"_s << false << QDate();
    QTest::newRow("words") << u"不详"_s << false << QDate();
}

void TestUiModels::days()
{
    QFETCH(QString, typed);
    const auto day = readDay(typed);
    QTEST(day.has_value(), "readable");
    QTEST(day.value_or(QDate()), "day");
}

void TestUiModels::ages()
{
    QCOMPARE(ageOn(QDate(1968, 3, 2), QDate(2026, 3, 1)), 57);
    QCOMPARE(ageOn(QDate(1968, 3, 2), QDate(2026, 3, 2)), 58);
    QCOMPARE(ageOn(QDate(), QDate(2026, 3, 2)), -1);
    QCOMPARE(ageOn(QDate(2027, 1, 1), QDate(2026, 3, 2)), -1);
}

void TestUiModels::duration_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64(-5) << u"< 1 min"_s;
    QTest::newRow("under a minute") << qint64(59) << u"< 1 min"_s;
    QTest::newRow("minutes") << qint64(12 * 60 + 59) << u"12 min"_s;
    QTest::newRow("hours") << qint64(65 * 60) << u"1 h 05 min"_s;
}

void TestUiModels::duration()
{
    QFETCH(qint64, seconds);
    QTEST(words::duration(seconds), "text");
}

QTEST_GUILESS_MAIN(TestUiModels)
#include "tst_ui_models.moc"
