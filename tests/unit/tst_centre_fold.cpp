// SPDX-License-Identifier: GPL-3.0-or-later
// The centre as the fold of its founding and of what administrators changed since, on one PC and on several that did not know of each
// other: the same everywhere in whatever order it arrives, and never a definition that could not be a centre's.
#include "core/domain/centre/centre_change.h"
#include "core/domain/centre/centre_decide.h"
#include "core/domain/centre/centre_loader.h"
#include "core/journal/conflict_decide.h"
#include "tests/support/fold_history.h"
#include "tests/support/state_dump.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

QByteArray shipped()
{
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

CentreFounded founded()
{
    return {u"420112"_s, u"中心"_s, QString::fromUtf8(shipped()), true};
}

QString with(const QString& item, const QString& member, const QJsonValue& value)
{
    QJsonObject object = QJsonDocument::fromJson(item.toUtf8()).object();
    object.insert(member, value);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

CentreState stateOf(const FoldedRecord& record)
{
    return stateAs<CentreState>(record.state);
}

CentreChanged changed(const CentreState& state, const QString& section, const QString& key, const QString& member, const QJsonValue& value)
{
    return {section, key, with(centreItem(*state.definition, section, key), member, value), {}, 0};
}

CentreChanged removed(const QString& section, const QString& key)
{
    return {section, key, {}, {}, 0};
}

} // namespace

class TestCentreFold : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void foundingAloneIsTheFile();
    void everySectionReadsBack();
    void aChangeHoldsFromThereOn();
    void whatWouldBreakHasNoEffect_data();
    void whatWouldBreakHasNoEffect();
    void hostileItemsHaveNoEffect_data();
    void hostileItemsHaveNoEffect();
    void orderIsOneThing();
    void rivalsOfDifferentItemsBothStand();
    void rivalsOfOneItemAreListed();
    void aVerdictBringsTheOtherBack();
    void aRivalThatNoLongerFitsHasNoEffect();
    void anyOrderOfArrivalGivesTheSame();
    void undoOnlyWhereNobodyChangedSince();
};

void TestCentreFold::foundingAloneIsTheFile()
{
    Nodes nodes;
    nodes.act(0, founded(), 0);
    const CentreState state = stateOf(nodes.folded());
    QVERIFY(state.definition);
    QCOMPARE(*state.definition, *loadCentre(shipped(), u"x"_s));
    QVERIFY(state.steps.empty());
}

void TestCentreFold::everySectionReadsBack()
{
    const CentreDefinition centre = *loadCentre(shipped(), u"x"_s);
    for (const QString& section : centreSections()) {
        const QString item = centreItem(centre, section, {});
        QVERIFY2(!item.isEmpty(), qPrintable(section));
        const auto same = changedCentre(centre, {section, {}, item, {}, 0});
        QVERIFY2(same, qPrintable(same ? QString() : same.error().front().where() + same.error().front().code));
        if (!isCentreList(section))
            QCOMPARE(*same, centre);
        for (const auto& key : QJsonDocument::fromJson(item.toUtf8()).array()) {
            const QString one = centreItem(centre, section, key.toString());
            const auto put = changedCentre(centre, {section, key.toString(), one, {}, 0});
            QVERIFY2(put && *put == centre, qPrintable(section + key.toString()));
        }
    }
}

void TestCentreFold::aChangeHoldsFromThereOn()
{
    Nodes nodes;
    nodes.act(0, founded(), 0);
    nodes.act(0, changed(stateOf(nodes.folded()), u"services"_s, u"legalAdvice"_s, u"nameEnglish"_s, u"Legal counsel"_s), 1);
    nodes.act(0, changed(stateOf(nodes.folded()), u"queue"_s, {}, u"undoMinutes"_s, 9), 2);
    const CentreState state = stateOf(nodes.folded());
    QCOMPARE(state.definition->findService(u"legalAdvice")->nameEnglish, u"Legal counsel"_s);
    QCOMPARE(state.definition->queue.undoMinutes, 9);
    QCOMPARE(state.steps.size(), std::size_t(2));
    QVERIFY(state.steps[0].problem.isEmpty() && state.steps[0].before.contains(u"nameEnglish"_s) && state.steps[0].after.contains(u"Legal counsel"_s));
}

void TestCentreFold::whatWouldBreakHasNoEffect_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("problem");
    QTest::newRow("prefix of another") << u"series"_s << u"legal"_s << u"prefix"_s << QJsonValue(u"A"_s) << u"template.prefixAmbiguous"_s;
    QTest::newRow("no such zone") << u"places"_s << u"window1"_s << u"zone"_s << QJsonValue(u"cellar"_s) << u"template.unknownReference"_s;
    QTest::newRow("call too short") << u"display"_s << QString() << u"secondsPerCall"_s << QJsonValue(3) << u"template.outOfRange"_s;
    QTest::newRow("no Chinese name") << u"zones"_s << u"north1"_s << u"name"_s << QJsonValue(u"North"_s) << u"template.malformed"_s;
    QTest::newRow("two ordinary ones") << u"priorities"_s << u"elder"_s << u"weight"_s << QJsonValue(0) << u"template.ordinaryPriority"_s;
    QTest::newRow("a place's own order") << u"places"_s << u"window1"_s << u"order"_s << QJsonValue(1) << u"template.unknownKey"_s;
    QTest::newRow("rights of a role") << u"roles"_s << u"receptionist"_s << u"permissions"_s << QJsonValue(QJsonArray{u"*"_s}) << u"centre.roleIsFixed"_s;
    QTest::newRow("another key") << u"zones"_s << u"north1"_s << u"key"_s << QJsonValue(u"north9"_s) << u"template.malformed"_s;
    QTest::newRow("through about") << u"about"_s << QString() << u"roles"_s << QJsonValue(QJsonArray()) << u"template.unknownKey"_s;
}

void TestCentreFold::whatWouldBreakHasNoEffect()
{
    QFETCH(QString, section);
    QFETCH(QString, key);
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(QString, problem);
    Nodes nodes;
    nodes.act(0, founded(), 0);
    const CentreState before = stateOf(nodes.folded());
    nodes.act(0, changed(before, section, key, member, value), 1);
    const CentreState state = stateOf(nodes.folded());
    QCOMPARE(state.steps.size(), std::size_t(1));
    QCOMPARE(state.steps.front().problem, problem);
    QCOMPARE(*state.definition, *before.definition);
}

void TestCentreFold::hostileItemsHaveNoEffect_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<QString>("item");
    QTest::newRow("no section") << u"secrets"_s << u"{}"_s;
    QTest::newRow("no JSON") << u"zones"_s << u"{"_s;
    QTest::newRow("deep") << u"zones"_s << QString(5'000, u'[');
    QTest::newRow("list for an item") << u"zones"_s << u"[1]"_s;
    QTest::newRow("number") << u"queue"_s << u"7"_s;
    QTest::newRow("removed setting") << u"queue"_s << QString();
    QTest::newRow("doubled member") << u"zones"_s << u"{\"key\":\"north1\",\"key\":\"north1\"}"_s;
}

void TestCentreFold::hostileItemsHaveNoEffect()
{
    QFETCH(QString, section);
    QFETCH(QString, item);
    Nodes nodes;
    nodes.act(0, founded(), 0);
    const CentreState before = stateOf(nodes.folded());
    nodes.act(0, CentreChanged{section, section == u"zones" ? u"north1"_s : QString(), item, {}, 0}, 1);
    const CentreState state = stateOf(nodes.folded());
    QVERIFY(!state.steps.front().problem.isEmpty());
    QCOMPARE(*state.definition, *before.definition);
}

void TestCentreFold::orderIsOneThing()
{
    Nodes nodes;
    nodes.act(0, founded(), 0);
    nodes.act(0, CentreChanged{u"places"_s, {}, u"[\"window2\",\"window1\",\"nowhere\"]"_s, {}, 0}, 1);
    const CentreState state = stateOf(nodes.folded());
    const CentreDefinition& centre = *state.definition;
    QVERIFY(state.steps.front().problem.isEmpty());
    QVERIFY(centre.findPlace(u"window2")->order < centre.findPlace(u"window1")->order);
    QVERIFY(centre.findPlace(u"window1")->order < centre.findPlace(u"receptionRoom")->order);
    QVERIFY(!centreItem(centre, u"places"_s, u"window1"_s).contains(u"order"_s)); // so that a renamed place keeps whatever order came meanwhile
}

void TestCentreFold::rivalsOfDifferentItemsBothStand()
{
    Nodes nodes;
    nodes.act(0, founded(), 0);
    nodes.show(0, 1);
    const CentreState base = stateOf(nodes.folded());
    nodes.act(0, changed(base, u"zones"_s, u"north1"_s, u"nameEnglish"_s, u"North hall"_s), 10);
    nodes.act(1, changed(base, u"zones"_s, u"north2"_s, u"nameEnglish"_s, u"North wing"_s), 11);
    const FoldedRecord record = nodes.folded();
    QVERIFY(record.conflicts.empty());
    QCOMPARE(stateOf(record).definition->findZone(u"north1")->nameEnglish, u"North hall"_s);
    QCOMPARE(stateOf(record).definition->findZone(u"north2")->nameEnglish, u"North wing"_s);
}

void TestCentreFold::rivalsOfOneItemAreListed()
{
    Nodes nodes;
    nodes.act(0, founded(), 0);
    nodes.show(0, 1);
    const CentreState base = stateOf(nodes.folded());
    const EventRef first = nodes.act(0, changed(base, u"zones"_s, u"north1"_s, u"nameEnglish"_s, u"North hall"_s), 10);
    const EventRef second = nodes.act(1, changed(base, u"zones"_s, u"north1"_s, u"nameEnglish"_s, u"North wing"_s), 11);
    const FoldedRecord record = nodes.folded();
    QCOMPARE(record.conflicts.size(), std::size_t(1));
    QCOMPARE(record.conflicts.front().rivals, (std::vector<EventRef>{first, second}));
    QCOMPARE(stateOf(record).definition->findZone(u"north1")->nameEnglish, u"North wing"_s); // the newer one until somebody decides
}

void TestCentreFold::aVerdictBringsTheOtherBack()
{
    Nodes nodes;
    nodes.act(0, founded(), 0);
    nodes.show(0, 1);
    const CentreState base = stateOf(nodes.folded());
    const EventRef first = nodes.act(0, changed(base, u"zones"_s, u"north1"_s, u"nameEnglish"_s, u"North hall"_s), 10);
    nodes.act(1, changed(base, u"zones"_s, u"north1"_s, u"nameEnglish"_s, u"North wing"_s), 11);
    nodes.show(1, 0);
    const FoldedRecord record = nodes.seenBy(0);
    const Result<ConflictResolved> verdict = decideResolution(record, record.conflicts.front().id, first, false);
    QVERIFY(verdict.has_value());
    nodes.act(0, *verdict, 20);
    const FoldedRecord decided = nodes.folded();
    QCOMPARE(stateOf(decided).definition->findZone(u"north1")->nameEnglish, u"North hall"_s);
    QVERIFY(!decided.conflicts.front().isOpen());
}

/// One removes a zone that the other, who does not know it, moves a window into.
void TestCentreFold::aRivalThatNoLongerFitsHasNoEffect()
{
    Nodes nodes;
    nodes.act(0, founded(), 0);
    CentreState base = stateOf(nodes.folded());
    nodes.act(0, CentreChanged{u"zones"_s, u"annex"_s, u"{\"key\":\"annex\",\"name\":\"附楼\",\"nameEnglish\":\"Annex\"}"_s, {}, 0}, 1);
    nodes.show(0, 1);
    base = stateOf(nodes.folded());
    nodes.act(0, removed(u"zones"_s, u"annex"_s), 10);
    nodes.act(1, changed(base, u"places"_s, u"window1"_s, u"zone"_s, u"annex"_s), 11);
    const CentreState state = stateOf(nodes.folded());
    QCOMPARE(state.steps.back().problem, u"template.unknownReference"_s);
    QVERIFY(state.definition->findZone(u"annex") == nullptr);
    QVERIFY(state.definition->findPlace(u"window1")->zone != u"annex"_s);
}

void TestCentreFold::anyOrderOfArrivalGivesTheSame()
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        SeededRandom random(seed);
        Nodes nodes;
        nodes.act(0, founded(), 0);
        nodes.show(0, 1);
        nodes.show(0, 2);
        for (int count = 0; count < 8; ++count) {
            const int node = int(random.below(3));
            if (random.below(3) == 0)
                nodes.show(int(random.below(3)), node);
            const CentreState known = stateOf(nodes.seenBy(node));
            const QString name = u"Name %1"_s.arg(random.below(50));
            const std::int64_t wall = std::int64_t(random.below(100));
            switch (random.below(4)) {
            case 0: nodes.act(node, changed(known, u"zones"_s, u"north1"_s, u"nameEnglish"_s, name), wall); break;
            case 1: nodes.act(node, changed(known, u"places"_s, u"window1"_s, u"nameEnglish"_s, name), wall); break;
            case 2: nodes.act(node, removed(u"places"_s, u"window%1"_s.arg(1 + random.below(6))), wall); break;
            default: nodes.act(node, CentreChanged{u"places"_s, {}, u"[\"window%1\"]"_s.arg(1 + random.below(6)), {}, 0}, wall); break;
            }
        }
        const FoldedRecord once = nodes.folded();
        QVERIFY(loadRunningCentre(toJson(*stateOf(once).definition)).has_value()); // a centre still
        for (int turn = 0; turn < 2; ++turn) {
            const FoldedRecord again = foldRecord(shuffled(nodes.events(), random, true));
            QCOMPARE(*stateOf(again).definition, *stateOf(once).definition);
            QCOMPARE(again.conflicts, once.conflicts);
        }
    }
}

void TestCentreFold::undoOnlyWhereNobodyChangedSince()
{
    Nodes nodes;
    nodes.act(0, founded(), 0);
    const EventRef first = nodes.act(0, changed(stateOf(nodes.folded()), u"zones"_s, u"north1"_s, u"nameEnglish"_s, u"North hall"_s), 1);
    const EventRef elsewhere = nodes.act(0, changed(stateOf(nodes.folded()), u"zones"_s, u"north2"_s, u"nameEnglish"_s, u"North wing"_s), 2);
    Result<CentreChanged> back = decideCentreUndo(stateOf(nodes.folded()), first);
    QVERIFY(back.has_value());
    const EventRef second = nodes.act(0, changed(stateOf(nodes.folded()), u"zones"_s, u"north1"_s, u"nameEnglish"_s, u"North end"_s), 3);
    back = decideCentreUndo(stateOf(nodes.folded()), first);
    QVERIFY(!back && back.error().code == u"centre.changedSince"_s);
    nodes.act(0, *decideCentreUndo(stateOf(nodes.folded()), second), 4);
    nodes.act(0, *decideCentreUndo(stateOf(nodes.folded()), first), 5); // with the second gone the first may go, too
    const CentreState state = stateOf(nodes.folded());
    QCOMPARE(state.definition->findZone(u"north1")->nameEnglish, u"North Zone 1"_s);
    QCOMPARE(lastChangeBy(state, AccountId(streamNumber(0).raw)), elsewhere);
    QVERIFY(!decideCentreUndo(state, EventRef{streamNumber(7), 1}));
}

QTEST_APPLESS_MAIN(TestCentreFold)
#include "tst_centre_fold.moc"
