// SPDX-License-Identifier: GPL-3.0-or-later
// Described structs as JSON: what is written reads back, what is wrong is refused by path, and the schema says what is read.
#include "core/base/json_fields.h"
#include "core/base/json_text.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace onedoor {

enum class Colour { None, Red, DarkBlue };
template <>
struct EnumWords<Colour> {
    static constexpr std::array values{std::pair{Colour::None, "none"}, std::pair{Colour::Red, "red"}, std::pair{Colour::DarkBlue, "darkBlue"}};
};

struct Inner {
    QString name;
    QString remark;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(personal("name").required().atMost(10), self.name);
        visit(field("remark").lines(20), self.remark);
    }
};

struct Base {
    QString ticket;
    Id<struct ThingTag> thing;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ticket").required(), self.ticket);
        visit(field("thing"), self.thing);
    }
};
struct Derived : Base {
    static constexpr const char* name = "derived";
};

struct Everything {
    QString text;
    bool flag = false;
    std::uint32_t count = 0;
    std::int64_t signedCount = 0;
    std::uint8_t small = 0;
    Colour colour = Colour::None;
    Id<struct ThingTag> thing;
    RawId raw;
    QDate day;
    Instant at;
    std::optional<QString> maybe;
    std::optional<QDate> maybeDay;
    std::vector<QString> names;
    std::vector<Inner> inners;
    std::optional<Inner> inner;
    QJsonObject free;
    QByteArray bytes;
    QString pass;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("text"), self.text);
        visit(field("flag"), self.flag);
        visit(field("count"), self.count);
        visit(field("signedCount"), self.signedCount);
        visit(field("small"), self.small);
        visit(field("colour"), self.colour);
        visit(field("thing"), self.thing);
        visit(field("raw"), self.raw);
        visit(field("day"), self.day);
        visit(field("at"), self.at);
        visit(field("maybe"), self.maybe);
        visit(field("maybeDay"), self.maybeDay);
        visit(field("names").atMost(3), self.names);
        visit(field("inners"), self.inners);
        visit(field("inner"), self.inner);
        visit(field("free"), self.free);
        visit(field("bytes").atMost(8), self.bytes);
        visit(secretField("pass").atMost(20), self.pass);
    }
};

} // namespace onedoor

using namespace onedoor;

namespace {

constexpr int china = 8 * 60;

QJsonObject parsed(const QByteArray& text)
{
    const auto object = parseJsonObject(text);
    return object ? *object : QJsonObject{{u"unreadable"_s, true}};
}

} // namespace

class TestJsonFields : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackWhatItWrote();
    void writesNullForNothing();
    void derivedUsesTheFieldsOfItsBase();
    void secretsStayAsTypedAndAreNotWritten();
    void refusesByPath_data();
    void refusesByPath();
    void namesTheNearestField();
    void refusesTexts_data();
    void refusesTexts();
    void schemaSaysWhatIsRead();
    void refusesBrokenText_data();
    void refusesBrokenText();
    void boundsHostileText();
};

void TestJsonFields::readsBackWhatItWrote()
{
    Everything value;
    value.text = u"王芳"_s;
    value.flag = true;
    value.count = 4'000'000'000U;
    value.signedCount = std::numeric_limits<std::int64_t>::min();
    value.small = 255;
    value.colour = Colour::DarkBlue;
    value.thing = *Id<struct ThingTag>::fromString(u"0123456789abcdef0123456789abcdef");
    value.raw = value.thing.raw;
    value.day = QDate(2026, 3, 2);
    value.at = Instant::fromIso(u"2026-03-02T09:00:00.250+08:00"_s);
    value.maybe = QString();
    value.maybeDay = QDate();
    value.names = {u"a"_s, u"b"_s};
    value.inners = {{u"x"_s, u"one\ntwo"_s}};
    value.inner = Inner{u"y"_s, {}};
    value.free = {{u"k"_s, 1}};
    value.bytes = QByteArray("\0\xff", 2);

    const QJsonObject written = toJson(value, china);
    QCOMPARE(written.value(u"at").toString(), u"2026-03-02T09:00:00.250+08:00"_s);
    QCOMPARE(written.value(u"day").toString(), u"2026-03-02"_s);
    const auto again = fromJson<Everything>(parsed(toJsonLine(written)));
    QVERIFY2(again, again ? "" : qPrintable(again.error().code + u' ' + again.error().field));
    QCOMPARE(toJsonLine(toJson(*again, china)), toJsonLine(written));
    QCOMPARE(again->signedCount, value.signedCount);
    QCOMPARE(again->bytes, value.bytes);
    QVERIFY(again->maybeDay.has_value());
}

void TestJsonFields::writesNullForNothing()
{
    const QJsonObject written = toJson(Everything{}, china);
    for (const QString& name : {u"thing"_s, u"raw"_s, u"day"_s, u"at"_s, u"maybe"_s, u"inner"_s})
        QVERIFY2(written.contains(name) && written.value(name).isNull(), qPrintable(name));
    QVERIFY(fromJson<Everything>(written)); // null is the same as leaving out
}

void TestJsonFields::derivedUsesTheFieldsOfItsBase()
{
    const auto value = fromJson<Derived>({{u"ticket"_s, u"A001"_s}});
    QVERIFY(value);
    QCOMPARE(value->ticket, u"A001"_s);
    QCOMPARE(schemaOf<Derived>().size(), 2);
    const auto missing = fromJson<Derived>({});
    QCOMPARE(missing.error().code, u"json.missing"_s);
    QCOMPARE(missing.error().field, u"ticket"_s);
}

void TestJsonFields::secretsStayAsTypedAndAreNotWritten()
{
    const auto value = fromJson<Everything>({{u"pass"_s, u" two  blanks "_s}});
    QVERIFY(value);
    QCOMPARE(value->pass, u" two  blanks "_s);
    QVERIFY(!toJson(*value, china).contains(u"pass"));
    QCOMPARE(fromJson<Everything>({{u"pass"_s, QString(21, u'x')}}).error().code, u"text.tooLong"_s);
}

void TestJsonFields::refusesByPath_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* text, const QString& code, const QString& at) { QTest::newRow(text) << QByteArray(text) << code << at; };
    row(R"({"txt":"a"})", u"json.unknownField"_s, u"txt"_s);
    row(R"({"inner":{"nmae":"a"}})", u"json.unknownField"_s, u"inner.nmae"_s);
    row(R"({"inner":{}})", u"json.missing"_s, u"inner.name"_s);
    row(R"({"inner":{"name":null}})", u"json.missing"_s, u"inner.name"_s);
    row(R"({"inners":[{"name":"a"},{"name":7}]})", u"json.wrongType"_s, u"inners[1].name"_s);
    row(R"({"inners":{"name":"a"}})", u"json.wrongType"_s, u"inners"_s);
    row(R"({"inner":[]})", u"json.wrongType"_s, u"inner"_s);
    row(R"({"text":1})", u"json.wrongType"_s, u"text"_s);
    row(R"({"flag":"true"})", u"json.wrongType"_s, u"flag"_s);
    row(R"({"flag":1})", u"json.wrongType"_s, u"flag"_s);
    row(R"({"count":"1"})", u"json.wrongType"_s, u"count"_s);
    row(R"({"count":1.5})", u"json.wrongType"_s, u"count"_s);
    row(R"({"count":-1})", u"json.outOfRange"_s, u"count"_s);
    row(R"({"count":4294967296})", u"json.outOfRange"_s, u"count"_s);
    row(R"({"small":256})", u"json.outOfRange"_s, u"small"_s);
    row(R"({"signedCount":9223372036854775808})", u"json.outOfRange"_s, u"signedCount"_s);
    row(R"({"signedCount":1e300})", u"json.outOfRange"_s, u"signedCount"_s);
    row(R"({"colour":"blue"})", u"json.unknownWord"_s, u"colour"_s);
    row(R"({"colour":2})", u"json.wrongType"_s, u"colour"_s);
    row(R"({"thing":"0123"})", u"json.malformed"_s, u"thing"_s);
    row(R"({"thing":"0123456789abcdef0123456789abcdeg"})", u"json.malformed"_s, u"thing"_s);
    row(R"({"thing":"00000000000000000000000000000000"})", u"json.malformed"_s, u"thing"_s);
    row(R"({"day":"2026-02-30"})", u"json.malformed"_s, u"day"_s);
    row(R"({"day":"2026-2-3"})", u"json.malformed"_s, u"day"_s);
    row(R"({"day":20260302})", u"json.wrongType"_s, u"day"_s);
    row(R"({"at":"2026-03-02T09:00:00"})", u"json.malformed"_s, u"at"_s);
    row(R"({"at":"yesterday"})", u"json.malformed"_s, u"at"_s);
    row(R"({"names":["a","b","c","d"]})", u"json.tooMany"_s, u"names"_s);
    row(R"({"names":["a",""]})", u"text.required"_s, u"names[1]"_s);
    row(R"({"names":["a",null]})", u"json.wrongType"_s, u"names[1]"_s);
    row(R"({"free":[]})", u"json.wrongType"_s, u"free"_s);
    row(R"({"bytes":"?"})", u"json.malformed"_s, u"bytes"_s);
    row(R"({"bytes":"AAAAAAAAAAAAAAAA"})", u"json.tooMany"_s, u"bytes"_s);
}

void TestJsonFields::refusesByPath()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const auto value = fromJson<Everything>(parsed(text));
    QVERIFY(!value);
    QCOMPARE(value.error().kind, ErrorKind::Invalid);
    QCOMPARE(value.error().code, code);
    QCOMPARE(value.error().field, field);
}

void TestJsonFields::namesTheNearestField()
{
    const Error typo = fromJson<Everything>({{u"inner"_s, QJsonObject{{u"nmae"_s, u"a"_s}}}}).error();
    QCOMPARE(typo.facts.value(u"nearest"_s).toString(), u"name"_s);
    const Error word = fromJson<Everything>({{u"colour"_s, u"Darkblue"_s}}).error();
    QCOMPARE(word.facts.value(u"nearest"_s).toString(), u"darkBlue"_s);
    const Error hostile = fromJson<Everything>({{QString(u'\u202e' + u"x\n"_s), 1}}).error();
    QVERIFY(!hostile.field.contains(u'\u202e') && !hostile.field.contains(u'\n'));
}

void TestJsonFields::refusesTexts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("10 MB") << QString(10'000'000, u'王') << u"text.tooLong"_s;
    QTest::newRow("one too many") << QString(11, u'a') << u"text.tooLong"_s;
    QTest::newRow("empty") << QString() << u"text.required"_s;
    QTest::newRow("blanks") << u"   "_s << u"text.required"_s;
    QTest::newRow("nul") << QString(u"a"_s + QChar(u'\0')) << u"text.nul"_s;
    QTest::newRow("bell") << u"a\u0007"_s << u"text.controlCharacter"_s;
    QTest::newRow("override") << u"a\u202eb"_s << u"text.bidirectionalControl"_s;
    QTest::newRow("lone surrogate") << QString(u"a"_s + QChar(0xd800)) << u"text.brokenSurrogate"_s;
    QTest::newRow("line break") << u"a\nb"_s << u"text.lineBreak"_s;
}

void TestJsonFields::refusesTexts()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    const auto value = fromJson<Everything>({{u"inner"_s, QJsonObject{{u"name"_s, name.isNull() ? u""_s : name}}}});
    QVERIFY(!value);
    QCOMPARE(value.error().code, code);
    QCOMPARE(value.error().field, u"inner.name"_s);
}

void TestJsonFields::schemaSaysWhatIsRead()
{
    const QJsonArray schema = schemaOf<Everything>();
    QHash<QString, QJsonObject> byName;
    for (const QJsonValue each : schema)
        byName.insert(each.toObject().value(u"name").toString(), each.toObject());
    QCOMPARE(byName.size(), toJson(Everything{}, china).size() + 1); // and the secret
    QCOMPARE(byName.value(u"colour"_s).value(u"values").toArray(), (QJsonArray{u"none"_s, u"red"_s, u"darkBlue"_s}));
    QCOMPARE(byName.value(u"small"_s).value(u"maximum").toInt(), 255);
    QCOMPARE(byName.value(u"names"_s).value(u"limit").toInt(), 3);
    QCOMPARE(byName.value(u"names"_s).value(u"item").toObject().value(u"type").toString(), u"text"_s);
    const QJsonObject name = byName.value(u"inner"_s).value(u"fields").toArray().first().toObject();
    QCOMPARE(name.value(u"name").toString(), u"name"_s);
    QVERIFY(name.value(u"required").toBool() && name.value(u"personal").toBool());
    QCOMPARE(name.value(u"limit").toInt(), 10);
    QVERIFY(byName.value(u"pass"_s).value(u"secret").toBool());
}

void TestJsonFields::refusesBrokenText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("offset");
    QTest::newRow("nothing") << QByteArray() << u"json.syntax"_s << 0;
    QTest::newRow("cut") << QByteArray(R"({"a":)") << u"json.syntax"_s << 5;
    QTest::newRow("comma") << QByteArray(R"({"a":1,})") << u"json.syntax"_s << 7;
    QTest::newRow("behind") << QByteArray(R"({} {})") << u"json.syntax"_s << 3;
    QTest::newRow("broken UTF-8") << QByteArray("{\"a\":\"\xff\"}") << u"json.syntax"_s << 6;
    QTest::newRow("lone surrogate") << QByteArray(R"({"a":"\ud800"})") << u"json.syntax"_s << 12;
    QTest::newRow("list") << QByteArray("[1]") << u"json.notObject"_s << -1;
    QTest::newRow("number") << QByteArray("7") << u"json.notObject"_s << -1;
    QTest::newRow("doubled") << QByteArray(R"({"a":1,"a":2})") << u"json.duplicate"_s << -1;
    QTest::newRow("huge number") << QByteArray(R"({"a":1e999})") << u"json.syntax"_s << -2;
}

void TestJsonFields::refusesBrokenText()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    QFETCH(int, offset);
    const auto object = parseJsonObject(text);
    QVERIFY(!object);
    QCOMPARE(object.error().code, code);
    if (offset >= 0)
        QCOMPARE(object.error().facts.value(u"offset"_s).toInt(), offset);
}

void TestJsonFields::boundsHostileText()
{
    QByteArray deep = "{\"a\":" + QByteArray(100'000, '[');
    QCOMPARE(parseJsonObject(deep).error().code, u"json.tooDeep"_s);
    QByteArray many = "{";
    for (int i = 0; i < 1000; ++i)
        many += "\"k" + QByteArray::number(i) + "\":1,";
    QCOMPARE(parseJsonObject(QByteArray(many + "\"z\":1}")).error().code, u"json.tooMany"_s);
    QCOMPARE(parseJsonObject(QByteArray("{\"" + QByteArray(200, 'k') + "\":1}")).error().code, u"json.keyTooLong"_s);
    QCOMPARE(parseJsonObject(QByteArray(jsonBytesMaximum + 1, ' ')).error().code, u"json.tooLarge"_s);
    const auto path = parseJsonObject(R"({"a":[1,{"b":1,"b":2}]})");
    QCOMPARE(path.error().field, u"a[1].b"_s);
}

QTEST_APPLESS_MAIN(TestJsonFields)
#include "tst_json_fields.moc"
