// SPDX-License-Identifier: GPL-3.0-or-later
// Centre files: the shipped one is valid, a broken one is told where it is broken, and what is written reads back.
// Rows break tests/data/centres/small.json in one spot; the lines they expect are counted by hand in that file.
#include "core/domain/centre/centre_loader.h"

#include <QFile>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

QByteArray fileBytes(const QString& path)
{
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray smallCentre()
{
    return fileBytes(u"tests/data/centres/small.json"_s);
}

QString listed(const TemplateProblems& problems)
{
    QStringList lines;
    for (const TemplateProblem& problem : problems)
        lines.append(problem.where() + u' ' + problem.code);
    return lines.join(u'\n');
}

/// One row: the text of small.json that is replaced, by what, and the only problem that must follow.
void breaks(const char* name, const char* from, const char* to, int line, const char* field, const char* code)
{
    QTest::newRow(name) << QByteArray(from) << QByteArray(to) << line << QString::fromUtf8(field)
                        << QString(u"template."_s + QString::fromUtf8(code));
}

} // namespace

class TestCentre : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shippedCentreLoads();
    void shippedCentreRoundTrips();
    void smallCentreLoads();
    void brokenCentreIsLocated_data();
    void brokenCentreIsLocated();
    void factsHelpToMend();
    void allProblemsAreListedInOrder();
    void everyCutEndsInProblems();
    void everyMissingMemberIsNamed();
    void floodsAreBounded_data();
    void floodsAreBounded();
    void whatEarlierFilesDoNotHave();
    void lookups();
    void permissions_data();
    void permissions();
};

void TestCentre::shippedCentreLoads()
{
    const auto loaded = loadCentre(fileBytes(u"resources/centres/dongxihu.json"_s), u"dongxihu.json"_s);
    QVERIFY2(loaded, qPrintable(listed(loaded ? TemplateProblems() : loaded.error())));
    QCOMPARE(loaded->code, u"420112"_s);
    QCOMPARE(loaded->offsetMinutes, 480);
    QCOMPARE(loaded->floorAreaSquareMetres, 8450);
    const auto unitsOf = [&](UnitKind kind) {
        return std::count_if(loaded->units.cbegin(), loaded->units.cend(),
                             [kind](const Unit& unit) { return unit.kind == kind; });
    };
    QCOMPARE(unitsOf(UnitKind::Centre), 5);
    QCOMPARE(unitsOf(UnitKind::Studio), 4);
    QCOMPARE(unitsOf(UnitKind::Mediation), 5);
    QCOMPARE(unitsOf(UnitKind::Tribunal), 2);
    QVERIFY(QFile::exists(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/") + loaded->regions));
}

void TestCentre::shippedCentreRoundTrips()
{
    const auto loaded = loadCentre(fileBytes(u"resources/centres/dongxihu.json"_s), u"dongxihu.json"_s);
    QVERIFY(loaded);
    const QByteArray written = toJson(*loaded);
    const auto again = loadCentre(written, u"written.json"_s);
    QVERIFY2(again, qPrintable(listed(again ? TemplateProblems() : again.error())));
    QVERIFY(*again == *loaded);
    QCOMPARE(toJson(*again), written);
    CentreDefinition changed = *loaded;
    changed.places.last().order += 1;
    QVERIFY(toJson(changed) != written);
}

void TestCentre::smallCentreLoads()
{
    const auto loaded = loadCentre(smallCentre(), u"small.json"_s);
    QVERIFY2(loaded, qPrintable(listed(loaded ? TemplateProblems() : loaded.error())));
    QCOMPARE(loaded->openingHours.closedDays.first().date, QDate(2026, 5, 6));
    QVERIFY(*loadCentre(toJson(*loaded), {}) == *loaded);
}

void TestCentre::brokenCentreIsLocated_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("code");
    // The file as JSON
    breaks("comma missing", "\"offsetMinutes\": 480,", "\"offsetMinutes\": 480", 7, "", "syntax");
    breaks("text not closed", R"("code": "420199",)", R"("code": "420199,)", 3, "", "syntax");
    breaks("lone surrogate", "Trial District", "Trial \\ud800 District", 5, "", "syntax");
    breaks("broken UTF-8", "Trial District", "Trial \xff District", 5, "", "syntax");
    breaks("more after the end", "\"undoMinutes\": 5 }\n}", "\"undoMinutes\": 5 }\n}\n{}", 59, "", "syntax");
    breaks("doubled key", "\"offsetMinutes\": 480,", "\"offsetMinutes\": 480,\n\"offsetMinutes\": 60,", 7,
           "offsetMinutes", "duplicateKey");
    breaks("later format", "\"format\": 1", "\"format\": 2", 2, "format", "formatUnsupported");
    // One field
    breaks("unknown key", R"("zone": "south1")", R"("zone": "south1", "zoen": 1)", 41, "places[1].zoen",
           "unknownKey");
    breaks("number for text", R"("code": "420199")", "\"code\": 420199", 3, "code", "wrongType");
    breaks("decimal for number", "\"offsetMinutes\": 480", "\"offsetMinutes\": 480.5", 6, "offsetMinutes", "wrongType");
    breaks("number at the line's end", "\"recentCalls\": 5, ", "\"recentCalls\": 21\n,", 56, "display.recentCalls",
           "outOfRange");
    breaks("huge number", "\"weight\": 15", "\"weight\": 18446744073709551615", 46, "priorities[1].weight",
           "outOfRange");
    breaks("call too short", "\"secondsPerCall\": 15", "\"secondsPerCall\": 14", 56, "display.secondsPerCall",
           "outOfRange");
    breaks("spoken call without place", "\"rowsMaximum\": 7", "\"rowsMaximum\": 7, \"spokenCall\": \"\xe8\xaf\xb7{number}\"", 56, "display.spokenCall",
           "placeholderMissing");
    breaks("too many rows", "\"rowsMaximum\": 7", "\"rowsMaximum\": 8", 56, "display.rowsMaximum", "outOfRange");
    breaks("list empty", "\"keywords\": [\"\xe5\xbe\x8b\xe5\xb8\x88\"]", "\"keywords\": []", 35, "services[1].keywords",
           "tooFew");
    breaks("text empty", "\"Trial District Centre\"", "\"  \"", 5, "nameEnglish", "textEmpty");
    breaks("bidi override", "Trial District", "Trial \\u202e District", 5, "nameEnglish", "forbiddenCharacter");
    breaks("control character", "Trial District", "Trial\\u0007 District", 5, "nameEnglish", "forbiddenCharacter");
    breaks("zero width", "Trial District", "Trial\\u200b District", 5, "nameEnglish", "forbiddenCharacter");
    breaks("Chinese name not Chinese", "\"\xe6\x90\xac\xe8\xbf\x81\"", "\"Moving\"", 16,
           "openingHours.closedDays[0].name", "malformed");
    breaks("English name not English", "\"Older person\"", "\"\xe8\x80\x81\"", 46, "priorities[1].nameEnglish",
           "malformed");
    breaks("key with capital", R"("key": "copying")", R"("key": "Copying")", 50, "holdReasons[0].key", "malformed");
    breaks("division code", "\"420199\"", "\"042019\"", 3, "code", "malformed");
    breaks("file outside", "regions/420199.json", "../420199.json", 8, "regions", "malformed");
    breaks("prefix like a digit", R"("prefix": "B")", R"("prefix": "O")", 26, "series[1].prefix", "malformed");
    breaks("permission", "\"visit.show\"", "\"visit.*.show\"", 53, "roles[0].permissions[1]", "malformed");
    breaks("time of day", R"("end": "17:30")", R"("end": "17:60")", 11, "openingHours.weekdays[0].spans[1].end",
           "malformed");
    breaks("date", "2026-05-06", "2026-02-30", 16, "openingHours.closedDays[0].date", "malformed");
    breaks("weekday", "\"friday\"", "\"fryday\"", 12, "openingHours.weekdays[1].weekday", "unknownWord");
    breaks("kind of hold", "\"papersKept\"", "\"papersLost\"", 50, "holdReasons[0].kind", "unknownWord");
    breaks("flag", "[\"confidential\"]", "[\"secret\"]", 35, "services[1].flags[0]", "unknownWord");
    // Between fields
    breaks("zone unknown", R"("zone": "south1")", R"("zone": "north9")", 41, "places[1].zone", "unknownReference");
    breaks("unit unknown", R"("unit": "hall", "series": "legal")", R"("unit": "hell", "series": "legal")", 35,
           "services[1].unit", "unknownReference");
    breaks("series unknown", R"("series": "legal")", R"("series": "law")", 35, "services[1].series",
           "unknownReference");
    breaks("service unknown", R"(["guidance", "advice"])", R"(["advice", "advise"])", 42, "places[1].services[1]",
           "unknownReference");
    breaks("key twice", R"("key": "window2")", R"("key": "window1")", 40, "places[1].key", "notUnique");
    breaks("label twice", "\"W2\"", "\"W1\"", 40, "places[1].shortLabelEnglish", "notUnique");
    breaks("order twice", "\"order\": 10", "\"order\": 20", 42, "places[1].order", "notUnique");
    breaks("weekday twice", "\"friday\"", "\"monday\"", 12, "openingHours.weekdays[1].weekday", "notUnique");
    breaks("service listed twice", R"(["guidance", "advice"])", R"(["advice", "advice"])", 42,
           "places[1].services[1]", "notUnique");
    breaks("prefix twice", R"("prefix": "B")", R"("prefix": "A")", 26, "series[1].prefix", "prefixAmbiguous");
    breaks("prefix begins another", R"("prefix": "B")", R"("prefix": "AB")", 26, "series[1].prefix",
           "prefixAmbiguous");
    breaks("numbers reversed", R"("firstNumber": 1, "lastNumber": 999, "digits": 3, "restartsDaily": false)",
           R"("firstNumber": 100, "lastNumber": 99, "digits": 3, "restartsDaily": false)", 27,
           "series[1].lastNumber", "rangeReversed");
    breaks("block larger than series", R"("restartsDaily": false, "blockSize": 20)",
           R"("restartsDaily": false, "blockSize": 1000)", 27, "series[1].blockSize", "blockTooLarge");
    breaks("number wider than its digits", R"("digits": 3, "restartsDaily": false)",
           R"("digits": 2, "restartsDaily": false)", 27, "series[1].digits", "digitsTooFew");
    breaks("hours reversed", R"("end": "17:30")", R"("end": "13:30")", 11, "openingHours.weekdays[0].spans[1].end",
           "spanReversed");
    breaks("hours overlap", R"("begin": "14:00")", R"("begin": "11:59")", 11,
           "openingHours.weekdays[0].spans[1].begin", "spansOverlap");
    breaks("service without place", R"(["guidance", "advice"])", "[\"guidance\"]", 33, "services[1].key",
           "serviceWithoutPlace");
    breaks("quick outcome unknown", "\"undoMinutes\": 5 }", "\"quickOutcome\": \"gone\", \"undoMinutes\": 5 }", 57, "queue.quickOutcome",
           "unknownReference");
    breaks("pause of a place too long", "\"repeatCallLimit\": 3,", "\"repeatCallLimit\": 3, \"missedCallPauseMinutes\": 121,", 42,
           "places[1].missedCallPauseMinutes", "outOfRange");
    breaks("two ordinary priorities", "\"weight\": 15", "\"weight\": 0", 44, "priorities", "ordinaryPriority");
}

void TestCentre::brokenCentreIsLocated()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(int, line);
    QFETCH(QString, field);
    QFETCH(QString, code);
    QByteArray json = smallCentre();
    QCOMPARE(json.count(from), 1);
    json.replace(from, to);
    const auto loaded = loadCentre(json, u"small.json"_s);
    QVERIFY(!loaded);
    const TemplateProblems& problems = loaded.error();
    QVERIFY2(problems.size() == 1, qPrintable(listed(problems)));
    QCOMPARE(problems.first().file, u"small.json"_s);
    QCOMPARE(problems.first().code, code);
    QCOMPARE(problems.first().line, line);
    QCOMPARE(problems.first().field, field);
}

void TestCentre::factsHelpToMend()
{
    QByteArray json = smallCentre();
    json.replace(R"("zone": "south1")", R"("zoen": "south1")")
        .replace(R"("zone": "north1")", R"("zone": "north9")");
    const auto loaded = loadCentre(json, u"small.json"_s);
    QVERIFY(!loaded);
    const TemplateProblems& problems = loaded.error();
    QVERIFY2(problems.size() == 3, qPrintable(listed(problems)));
    QCOMPARE(problems[0].where(), u"small.json:39 places[0].zone"_s);
    QCOMPARE(problems[0].facts.value(u"suggestion"_s).toString(), u"north1"_s);
    QCOMPARE(problems[0].facts.value(u"known"_s).toStringList(), (QStringList{u"north1"_s, u"south1"_s}));
    QCOMPARE(problems[1].where(), u"small.json:40 places[1].zone"_s);
    QCOMPARE(problems[1].code, u"template.missing"_s);
    QCOMPARE(problems[2].where(), u"small.json:41 places[1].zoen"_s);
    QCOMPARE(problems[2].facts.value(u"suggestion"_s).toString(), u"zone"_s);
}

void TestCentre::allProblemsAreListedInOrder()
{
    QByteArray json = smallCentre();
    json.replace("\"weight\": 15", "\"weight\": -1")
        .replace(R"("prefix": "B")", R"("prefix": "A")")
        .replace("\"420199\"", "\"x\"");
    const auto loaded = loadCentre(json, u"small.json"_s);
    QVERIFY(!loaded);
    QCOMPARE(listed(loaded.error()), u"small.json:3 code template.malformed\n"
                                     "small.json:26 series[1].prefix template.prefixAmbiguous\n"
                                     "small.json:46 priorities[1].weight template.outOfRange"_s);
}

void TestCentre::everyCutEndsInProblems()
{
    const QByteArray json = smallCentre().trimmed();
    for (qsizetype length = 0; length < json.size(); ++length) {
        const auto loaded = loadCentre(json.first(length), u"cut.json"_s);
        QVERIFY(!loaded);
        QVERIFY(!loaded.error().isEmpty());
    }
}

// Takes one member away after another, so that no field can become optional unnoticed.
void TestCentre::everyMissingMemberIsNamed()
{
    const QByteArray json = smallCentre();
    int members = 0;
    for (qsizetype colon = json.indexOf("\": "); colon >= 0; colon = json.indexOf("\": ", colon + 1)) {
        const qsizetype quote = json.lastIndexOf('"', colon - 1);
        const QByteArray name = json.sliced(quote + 1, colon - quote - 1);
        QByteArray renamed = json;
        renamed.insert(quote + 1, "zz");
        const auto loaded = loadCentre(renamed, u"small.json"_s);
        QVERIFY2(!loaded, name.constData());
        const TemplateProblems& problems = loaded.error();
        const auto count = [&](const QString& code, const QByteArray& member) {
            return std::count_if(problems.cbegin(), problems.cend(), [&](const TemplateProblem& problem) {
                return problem.code == code && problem.field.endsWith(QString::fromUtf8(member));
            });
        };
        QVERIFY2(count(u"template.missing"_s, name) == 1, qPrintable(listed(problems)));
        QVERIFY2(count(u"template.unknownKey"_s, "zz" + name) == 1, qPrintable(listed(problems)));
        ++members;
    }
    QVERIFY(members > 120);
}

void TestCentre::floodsAreBounded_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QByteArray manyMembers = "{";
    for (int at = 0; at < 5000; ++at)
        manyMembers += "\"k" + QByteArray::number(at) + "\":0,";
    QTest::newRow("too large") << QByteArray(1024LL * 1024 + 1, ' ') << u"template.tooLarge"_s;
    QTest::newRow("only blanks") << QByteArray(1024LL * 1024, ' ') << u"template.syntax"_s;
    QTest::newRow("too deep") << QByteArray(100'000, '[') << u"template.tooDeep"_s;
    QTest::newRow("sixteen deep") << QByteArray(16, '[') + QByteArray(16, ']') << u"template.wrongType"_s;
    QTest::newRow("long list") << QByteArray("[") + QByteArray("0,").repeated(5000) << u"template.tooMany"_s;
    QTest::newRow("many members") << manyMembers << u"template.tooMany"_s;
    QTest::newRow("long key") << QByteArray("{\"") + QByteArray(5000, 'k') + "\":0}" << u"template.textTooLong"_s;
    QTest::newRow("number overflow") << QByteArray("1e999") << u"template.syntax"_s;
    QTest::newRow("null") << QByteArray("null") << u"template.wrongType"_s;
}

void TestCentre::floodsAreBounded()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, code);
    const auto loaded = loadCentre(json, u"flood.json"_s);
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().size() == 1, qPrintable(listed(loaded.error())));
    QCOMPARE(loaded.error().first().code, code);
}

/// A centre that was founded before has none of these members: it loads, keeps its bytes, and behaves as its members say.
void TestCentre::whatEarlierFilesDoNotHave()
{
    const auto earlier = loadCentre(smallCentre(), u"small.json"_s);
    QVERIFY(earlier);
    const QByteArray written = toJson(*earlier);
    for (const char* member : {"missedOffersAtMost", "returnHeadStartMinutes", "quickOutcome", "returnsByItself"})
        QVERIFY2(!written.contains(member), member);
    QCOMPARE(earlier->missedCallPauseOf(earlier->places.first()), earlier->queue.missedCallPauseMinutes);
    QCOMPARE(earlier->overtakingMinutes(), 15);
    QVERIFY(!earlier->quickOutcome()); // none of this centre's serves
    CentreDefinition later = *earlier;
    later.places.first().missedCallPauseMinutes = 0;
    later.holdReasons.first().returnsByItself = true;
    later.queue.missedOffersAtMost = 0;
    later.queue.returnHeadStartMinutes = 30;
    later.queue.quickOutcome = later.outcomes.first().key;
    const auto again = loadCentre(toJson(later), u"later.json"_s);
    QVERIFY2(again, qPrintable(listed(again ? TemplateProblems() : again.error())));
    QVERIFY(*again == later);
    QCOMPARE(again->missedCallPauseOf(again->places.first()), 0);
    QCOMPARE(again->overtakingMinutes(), 30);
    QCOMPARE(again->quickOutcome(), &again->outcomes.first());
}

void TestCentre::lookups()
{
    const auto loaded = loadCentre(smallCentre(), u"small.json"_s);
    QVERIFY(loaded);
    QCOMPARE(loaded->findPlace(u"window2")->repeatCallLimit, 3);
    QVERIFY(!loaded->findPlace(u"window3"));
    QVERIFY(loaded->findService(u"advice")->has(ServiceFlag::Confidential));
    QVERIFY(!loaded->findService(u"advice")->has(ServiceFlag::SilentCall));
    QCOMPARE(loaded->seriesOf(u"advice")->key, u"legal"_s);
    QVERIFY(!loaded->seriesOf(u"nothing"));
    const QList<const Place*> serving = loaded->placesServing(u"guidance");
    QCOMPARE(serving.size(), 2);
    QCOMPARE(serving.first()->key, u"window2"_s); // by order, not by place in the file
    QCOMPARE(loaded->placesServing(u"advice").size(), 1);
    QCOMPARE(loaded->ordinaryPriority()->key, u"ordinary"_s);
    QCOMPARE(loaded->findSeries(u"general")->format(7), u"A007"_s);
    QCOMPARE(loaded->openingHours.spansOn(1), (QList<TimeSpan>{{510, 720}, {840, 1050}}));
    QVERIFY(loaded->openingHours.spansOn(7).isEmpty());
    QVERIFY(loaded->openingHours.isClosedDay(QDate(2026, 5, 6)));
    QVERIFY(!loaded->openingHours.isClosedDay(QDate(2026, 5, 7)));
}

void TestCentre::permissions_data()
{
    QTest::addColumn<QString>("permission");
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("permitted");
    QTest::newRow("exact") << u"ticket.call"_s << u"ticket.call"_s << true;
    QTest::newRow("other") << u"ticket.call"_s << u"ticket.callNext"_s << false;
    QTest::newRow("family") << u"ticket.*"_s << u"ticket.call"_s << true;
    QTest::newRow("family below") << u"ticket.*"_s << u"ticket.hold.end"_s << true;
    QTest::newRow("longer family") << u"ticket.*"_s << u"ticketing.call"_s << false;
    QTest::newRow("family itself") << u"ticket.*"_s << u"ticket."_s << false;
    QTest::newRow("everything") << u"*"_s << u"centre.change"_s << true;
}

void TestCentre::permissions()
{
    QFETCH(QString, permission);
    QFETCH(QString, action);
    QFETCH(bool, permitted);
    Role role;
    role.permissions = {permission};
    QCOMPARE(role.permits(action), permitted);
}

QTEST_APPLESS_MAIN(TestCentre)
#include "tst_centre.moc"
