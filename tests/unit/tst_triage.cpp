// SPDX-License-Identifier: GPL-3.0-or-later
// Where a matter leads, read out of the visitor's words by the table of the shipped centre (issue 4.2; queue.md section 5: 17, choosing any
// service of the house at the desk). Each case is a sentence as people say it. And what is wrong with a table is told with its line and field.
#include "core/domain/centre/centre_change.h"
#include "core/domain/centre/centre_loader.h"
#include "core/domain/triage/triage.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <algorithm>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

QByteArray fileBytes()
{
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList listOf(const std::vector<QString>& texts)
{
    return QStringList(texts.begin(), texts.end());
}

} // namespace

class TestTriage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void suggests_data();
    void suggests();
    void saysWhichWordsLedToIt();
    void wordInsideALongerOneCountsOnce();
    void widthAndBlanksMakeNoDifference();
    void keywordsOfServicesAloneLeadTheWay();
    void whatNobodyOffersIsNotSuggested();
    void nothingForNothing();
    void quickOnLongTexts();
    void wrongTableIsTold_data();
    void wrongTableIsTold();
    void changedWhileTheCentreRuns();

private:
    CentreDefinition m_centre;
};

void TestTriage::initTestCase()
{
    const auto loaded = loadCentre(fileBytes(), u"dongxihu.json"_s);
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().front().where() + u' ' + loaded.error().front().code));
    m_centre = *loaded;
    QVERIFY(m_centre.triage.size() > 15);
}

void TestTriage::suggests_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("stops");
    QTest::newRow("property") << u"物业不修电梯，还乱涨物业费"_s << QStringList{u"propertyMediation"_s};
    QTest::newRow("property, then a lawyer") << u"小区物业收了维修基金不办事，想问问律师能不能起诉"_s
                                             << QStringList{u"guidance"_s, u"propertyMediation"_s, u"legalAdvice"_s};
    QTest::newRow("leak") << u"楼上漏水把我家天花板泡了，找他不管"_s << QStringList{u"neighbourMediation"_s};
    QTest::newRow("wages") << u"包工头拖欠工资，我们十几个农民工讨薪半年了"_s << QStringList{u"wageArrears"_s};
    QTest::newRow("wages, arbitration, aid") << u"老板欠工资还不交社保，没有劳动合同，想申请仲裁"_s
                                             << QStringList{u"wageArrears"_s, u"labourArbitration"_s, u"legalAid"_s};
    QTest::newRow("violence first") << u"老公家暴，想离婚，孩子抚养怎么办"_s << QStringList{u"familyMediation"_s, u"psychologicalCounselling"_s, u"legalAdvice"_s};
    QTest::newRow("despair before all") << u"因为欠款的事实在想不开，睡不着"_s << QStringList{u"psychologicalCounselling"_s};
    QTest::newRow("demolition") << u"拆迁补偿款一直没到，过渡费也停了"_s << QStringList{u"petitionClaim"_s, u"legalAdvice"_s};
    QTest::newRow("accident") << u"电动车撞人，交通事故认定书下来了，想谈赔偿，误工费怎么算"_s << QStringList{u"trafficMediation"_s, u"legalAdvice"_s};
    QTest::newRow("accusation") << u"举报村干部吃拿卡要"_s << QStringList{u"petitionAccusation"_s};
}

void TestTriage::suggests()
{
    QFETCH(QString, text);
    QFETCH(QStringList, stops);
    const auto suggestions = suggestStops(m_centre, text);
    QVERIFY(!suggestions.empty());
    QCOMPARE(listOf(suggestions.front().stops), stops);
}

void TestTriage::saysWhichWordsLedToIt()
{
    const auto suggestions = suggestStops(m_centre, u"想问律师：小区的物业费该不该交"_s);
    QCOMPARE(suggestions.front().rule, u"propertyWithLawyer"_s);
    QCOMPARE(listOf(suggestions.front().words), (QStringList{u"律师"_s, u"小区"_s, u"物业费"_s})); // in the order of the text
    QVERIFY(suggestions.size() > 1);
    QVERIFY(suggestions[0].points >= suggestions[1].points);
}

void TestTriage::wordInsideALongerOneCountsOnce()
{
    CentreDefinition centre = m_centre;
    centre.triage = {TriageRule{.key = u"one"_s, .words = {u"物业"_s, u"物业费"_s}, .weight = 50, .stops = {u"propertyMediation"_s}}};
    QCOMPARE(suggestStops(centre, u"物业费"_s).front().points, 50U);
}

void TestTriage::widthAndBlanksMakeNoDifference()
{
    QCOMPARE(suggestStops(m_centre, u"打 １２３４５ 没人理"_s).front().stops.front(), u"hotlineFollow"_s);
}

void TestTriage::keywordsOfServicesAloneLeadTheWay()
{
    CentreDefinition before = m_centre;
    before.triage.clear(); // as a centre that was founded before the table came
    const auto suggestions = suggestStops(before, u"想做个公证，写遗嘱"_s);
    QCOMPARE(listOf(suggestions.front().stops), QStringList{u"notaryEnquiry"_s});
    QVERIFY(suggestions.front().rule.isEmpty());
}

void TestTriage::whatNobodyOffersIsNotSuggested()
{
    CentreDefinition centre = m_centre;
    for (Place& place : centre.places)
        place.services.removeAll(u"legalAdvice"_s);
    for (const TriageSuggestion& each : suggestStops(centre, u"物业的事想问律师"_s, 100))
        QVERIFY(std::find(each.stops.begin(), each.stops.end(), u"legalAdvice"_s) == each.stops.end());
}

void TestTriage::nothingForNothing()
{
    QVERIFY(suggestStops(m_centre, {}).empty());
    QVERIFY(suggestStops(m_centre, u"。。。"_s).empty());
}

/// Asked at each pause of the typing: 16 ms is what a keystroke may take, and this runs beside it.
void TestTriage::quickOnLongTexts()
{
    const QString text = u"今天天气很好我们随便说说"_s.repeated(160);
    QElapsedTimer timer;
    timer.start();
    for (int at = 0; at < 20; ++at)
        (void)suggestStops(m_centre, text);
    QVERIFY2(timer.elapsed() / 20 <= 16 * 5, qPrintable(QString::number(timer.elapsed() / 20))); // unoptimised builds are slower
}

void TestTriage::wrongTableIsTold_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("code");
    QTest::newRow("unknown stop") << QByteArray(R"("stops": ["wageArrears"])") << QByteArray(R"("stops": ["wageArears"])") << u"triage[11].stops[0]"_s
                                  << u"template.unknownReference"_s;
    QTest::newRow("weight too large") << QByteArray(R"("weight": 13, "stops": ["legalAid"])") << QByteArray(R"("weight": 130, "stops": ["legalAid"])")
                                      << u"triage[20].weight"_s << u"template.outOfRange"_s;
    QTest::newRow("key twice") << QByteArray(R"("key": "lost", "name": "不)") << QByteArray(R"("key": "legalAid", "name": "不)") << u"triage[21].key"_s
                               << u"template.notUnique"_s;
    QTest::newRow("no words") << QByteArray(R"("words": ["司法确认", "调解协议", "已经签了协议", "确认效力"])") << QByteArray(R"("words": [])")
                              << u"triage[19].words"_s << u"template.tooFew"_s;
}

void TestTriage::wrongTableIsTold()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, field);
    QFETCH(QString, code);
    QByteArray bytes = fileBytes();
    QCOMPARE(bytes.count(from), 1);
    const int line = int(bytes.left(bytes.indexOf(from)).count('\n')) + 1;
    bytes.replace(from, to);
    const auto loaded = loadCentre(bytes, u"dongxihu.json"_s);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().front().code, code);
    QCOMPARE(loaded.error().front().field, field);
    QCOMPARE(loaded.error().front().file, u"dongxihu.json"_s);
    QCOMPARE(loaded.error().front().line, line);
}

void TestTriage::changedWhileTheCentreRuns()
{
    CentreDefinition before = m_centre;
    before.triage.clear();
    const QString item = u"{\"key\":\"bees\",\"name\":\"养蜂纠纷\",\"nameEnglish\":\"Bees\",\"words\":[\"蜜蜂\"],\"weight\":40,\"stops\":[\"neighbourMediation\",\"legalAdvice\"]}"_s;
    const auto after = changedCentre(before, CentreChanged{.section = u"triage"_s, .key = u"bees"_s, .item = item});
    QVERIFY2(after, after ? "" : qPrintable(after.error().front().code));
    QCOMPARE(listOf(suggestStops(*after, u"邻居养的蜜蜂蜇人"_s).front().stops), (QStringList{u"neighbourMediation"_s, u"legalAdvice"_s}));
    QCOMPARE(centreItem(*after, u"triage"_s, u"bees"_s), item);
    // A service that the table leads to can't go before the table is changed.
    const auto removed = changedCentre(m_centre, CentreChanged{.section = u"services"_s, .key = u"legalAid"_s, .item = {}});
    QVERIFY(!removed);
}

QTEST_APPLESS_MAIN(TestTriage)
#include "tst_triage.moc"
