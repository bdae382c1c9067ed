// SPDX-License-Identifier: GPL-3.0-or-later
// Cleaning what people type, folding it for comparison, and masking it for other eyes.
#include "core/base/mask.h"
#include "core/base/text.h"

#include <QElapsedTimer>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr TextRule line{.maximumCharacters = 10};
constexpr TextRule folding{.maximumCharacters = 10, .foldWidth = true};
constexpr TextRule paragraph{.maximumCharacters = 40, .allowLineBreaks = true};

QString withUnits(std::initializer_list<char16_t> units)
{
    QString text;
    for (const char16_t unit : units)
        text += QChar(unit);
    return text;
}

} // namespace

class TestText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatIsGood_data();
    void keepsWhatIsGood();
    void refusesWhatIsHostile_data();
    void refusesWhatIsHostile();
    void requiredMeansRequired();
    void countsCharactersNotUnits();
    void staysFastOnHugeInput_data();
    void staysFastOnHugeInput();
    void foldsForSearch_data();
    void foldsForSearch();
    void masksNames_data();
    void masksNames();
    void masksPhones_data();
    void masksPhones();
    void masksDocuments_data();
    void masksDocuments();
};

void TestText::keepsWhatIsGood_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("clean");
    QTest::addColumn<int>("rule"); // 0 line, 1 folding, 2 paragraph
    QTest::newRow("plain") << u"张三"_s << u"张三"_s << 0;
    QTest::newRow("empty") << u""_s << u""_s << 0;
    QTest::newRow("blanks only") << u" \u3000\t\n"_s << u""_s << 0;
    QTest::newRow("blanks around") << u" \u3000张三\u00A0\n"_s << u"张三"_s << 0;
    QTest::newRow("blanks inside") << u"John \u3000\t Doe"_s << u"John Doe"_s << 0;
    QTest::newRow("minority dot") << u"买买提·艾力"_s << u"买买提·艾力"_s << 0;
    QTest::newRow("extension B") << u"李\U00020BB7"_s << u"李\U00020BB7"_s << 0;
    QTest::newRow("extension H") << u"\U00031350"_s << u"\U00031350"_s << 0;
    QTest::newRow("private use") << u"\uE863"_s << u"\uE863"_s << 0;
    QTest::newRow("variation selector") << u"葛\U000E0100"_s << u"葛\U000E0100"_s << 0;
    QTest::newRow("joiner in Uyghur") << u"م\u200Cم"_s << u"م\u200Cم"_s << 0;
    QTest::newRow("decomposed") << u"Ame\u0301lie"_s << u"Am\u00E9lie"_s << 0;
    QTest::newRow("compatibility ideograph") << u"\uF9D1"_s << u"\u516D"_s << 0;
    QTest::newRow("debris of copying") << u"\uFEFF张\u200B三\u00AD"_s << u"张三"_s << 0;
    QTest::newRow("break hidden by debris") << u"张三\n\u200B"_s << u"张三"_s << 0;
    QTest::newRow("full width kept") << u"Ａ１"_s << u"Ａ１"_s << 0;
    QTest::newRow("full width folded") << u"Ａｂ１２"_s << u"Ab12"_s << 1;
    QTest::newRow("full-width marks stay") << u"（Ａ），！"_s << u"（A），！"_s << 1;
    QTest::newRow("folded, then composed") << u"ｅ\u0301"_s << u"\u00E9"_s << 1;
    QTest::newRow("lines") << u"一 \r\n  二\r三\n\n四\v五\u2028六\n"_s << u"一\n二\n三\n\n四\n五\n六"_s << 2;
}

void TestText::keepsWhatIsGood()
{
    QFETCH(const QString, input);
    QFETCH(const QString, clean);
    QFETCH(const int, rule);
    const TextRule rules[] = {line, folding, paragraph};
    const auto once = cleanText(input, u"f"_s, rules[rule]);
    QVERIFY(once);
    QCOMPARE(*once, clean);
    QCOMPARE(cleanText(*once, u"f"_s, rules[rule]), once);
}

void TestText::refusesWhatIsHostile_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("character");
    QTest::newRow("nul") << withUnits({u'a', 0, u'b'}) << u"text.nul"_s << 2 << QString();
    QTest::newRow("bell") << u"a\u0007"_s << u"text.controlCharacter"_s << 2 << u"U+0007"_s;
    QTest::newRow("escape") << u"\u001B[31m"_s << u"text.controlCharacter"_s << 1 << u"U+001B"_s;
    QTest::newRow("delete") << u"张\u007F"_s << u"text.controlCharacter"_s << 2 << u"U+007F"_s;
    QTest::newRow("C1") << u"\u0090"_s << u"text.controlCharacter"_s << 1 << u"U+0090"_s;
    QTest::newRow("non-character") << withUnits({u'a', 0xFFFF}) << u"text.controlCharacter"_s << 2 << u"U+FFFF"_s;
    QTest::newRow("position counts blanks in front") << u"  a\u0007"_s << u"text.controlCharacter"_s << 4 << u"U+0007"_s;
    QTest::newRow("position counts code points") << u"\U00020BB7\u0007"_s << u"text.controlCharacter"_s << 2 << u"U+0007"_s;
    QTest::newRow("override") << u"a\u202Eb"_s << u"text.bidirectionalControl"_s << 2 << u"U+202E"_s;
    QTest::newRow("isolate") << u"\u2066b"_s << u"text.bidirectionalControl"_s << 1 << u"U+2066"_s;
    QTest::newRow("mark") << u"b\u200F"_s << u"text.bidirectionalControl"_s << 2 << u"U+200F"_s;
    QTest::newRow("tag letter") << u"a\U000E0041"_s << u"text.invisibleCharacter"_s << 2 << u"U+E0041"_s;
    QTest::newRow("annotation") << u"a\uFFF9"_s << u"text.invisibleCharacter"_s << 2 << u"U+FFF9"_s;
    QTest::newRow("lone high") << withUnits({u'a', 0xD842}) << u"text.brokenSurrogate"_s << 2 << QString();
    QTest::newRow("lone low") << withUnits({0xDFB7, u'a'}) << u"text.brokenSurrogate"_s << 1 << QString();
    QTest::newRow("wrong order") << withUnits({0xDFB7, 0xD842}) << u"text.brokenSurrogate"_s << 1 << QString();
    QTest::newRow("two lines in one") << u"a\nb"_s << u"text.lineBreak"_s << 2 << QString();
    QTest::newRow("stacked marks") << QString(u'a' + QString(31, QChar(0x0300))) << u"text.tooManyMarks"_s << 32 << u"U+0300"_s;
}

void TestText::refusesWhatIsHostile()
{
    QFETCH(const QString, input);
    QFETCH(const int, position);
    const auto refused = cleanText(input, u"person.name"_s, line);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Invalid);
    QTEST(refused.error().code, "code");
    QCOMPARE(refused.error().field, u"person.name"_s);
    QCOMPARE(refused.error().facts.value(u"position"_s).toInt(), position);
    QTEST(refused.error().facts.value(u"character"_s).toString(), "character");
}

void TestText::requiredMeansRequired()
{
    const TextRule rule{.maximumCharacters = 5, .required = true};
    QCOMPARE(cleanText(u" \u200B "_s, u"f"_s, rule).error().code, u"text.required"_s);
    QVERIFY(cleanText(u"x"_s, u"f"_s, rule));
}

void TestText::countsCharactersNotUnits()
{
    const TextRule rule{.maximumCharacters = 3};
    QVERIFY(cleanText(u"\U00020BB7\U00020BB7\U00020BB7"_s, u"f"_s, rule));
    QVERIFY(cleanText(u"e\u0301e\u0301e\u0301"_s, u"f"_s, rule));
    const auto refused = cleanText(u"\U00020BB7\U00020BB7\U00020BB7\U00020BB7"_s, u"f"_s, rule);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"text.tooLong"_s);
    QCOMPARE(refused.error().facts.value(u"limit"_s).toInt(), 3);
    QCOMPARE(refused.error().facts.value(u"length"_s).toInt(), 4);
}

void TestText::staysFastOnHugeInput_data()
{
    constexpr qsizetype units = 5LL * 1024 * 1024; // ten megabytes
    QTest::addColumn<QString>("input");
    QTest::newRow("letters") << QString(units, u'a');
    QTest::newRow("blanks, then a letter") << QString(QString(units, u' ') + u'a' + QString(units, u' '));
    QTest::newRow("combining marks") << QString(u'a' + QString(units, QChar(0x0300)));
    QTest::newRow("lone surrogates") << QString(units, QChar(0xD800));
}

void TestText::staysFastOnHugeInput()
{
    QFETCH(const QString, input);
    QElapsedTimer timer;
    timer.start();
    const auto cleaned = cleanText(input, u"f"_s, paragraph);
    QVERIFY(cleaned ? *cleaned == u"a"_s : cleaned.error().code == u"text.tooLong"_s);
    QVERIFY2(timer.elapsed() < 2000, "cleaning is not linear");
    const QString folded = foldForSearch(input);
    QVERIFY(folded.size() <= input.size());
    QVERIFY2(timer.elapsed() < 20000, "folding is not linear");
}

void TestText::foldsForSearch_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("width") << u"ＡＢ１"_s << u"ab1"_s << true;
    QTest::newRow("case") << u"John"_s << u"JOHN"_s << true;
    QTest::newRow("blanks") << u"张 三"_s << u"张\u3000三"_s << true;
    QTest::newRow("hyphens") << u"0719-888"_s << u"0719－888"_s << true;
    QTest::newRow("bullet") << u"买买提·艾力"_s << u"买买提•艾力"_s << true;
    QTest::newRow("katakana dot") << u"买买提・艾力"_s << u"买买提艾力"_s << true;
    QTest::newRow("point") << u"买买提.艾力"_s << u"买买提‧艾力"_s << true;
    QTest::newRow("numbers keep their point") << u"3.5"_s << u"35"_s << false;
    QTest::newRow("invisible") << u"张\u200B三"_s << u"张三"_s << true;
    QTest::newRow("other people") << u"张三"_s << u"张山"_s << false;
}

void TestText::foldsForSearch()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, same);
    QCOMPARE(foldForSearch(one) == foldForSearch(other), same);
}

void TestText::masksNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("masked");
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("one") << u"张"_s << u"*"_s;
    QTest::newRow("two") << u"张三"_s << u"张*"_s;
    QTest::newRow("three") << u"张建国"_s << u"张*国"_s;
    QTest::newRow("four") << u"张王建国"_s << u"张**国"_s;
    QTest::newRow("two, like a compound surname") << u"欧阳"_s << u"欧*"_s;
    QTest::newRow("compound, one") << u"欧阳锋"_s << u"欧阳*"_s;
    QTest::newRow("compound, two") << u"欧阳建华"_s << u"欧阳*华"_s;
    QTest::newRow("minority") << u"买买提·艾力"_s << u"买*·艾*"_s;
    QTest::newRow("latin") << u"John Smith"_s << u"J* S*"_s;
    QTest::newRow("latin one word") << u"Anna"_s << u"A*"_s;
    QTest::newRow("outside the plane") << u"\U00020BB7\U00020BB7"_s << u"\U00020BB7*"_s;
}

void TestText::masksNames()
{
    QFETCH(const QString, name);
    QTEST(maskName(name), "masked");
}

void TestText::masksPhones_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("masked");
    QTest::newRow("mobile") << u"13812345678"_s << u"138****5678"_s;
    QTest::newRow("landline 7") << u"0719-8886666"_s << u"0719-****666"_s;
    QTest::newRow("landline 8") << u"027-88866667"_s << u"027-*****667"_s;
    QTest::newRow("extension") << u"0719-8886666-801"_s << u"0719-****666"_s;
    QTest::newRow("local") << u"8886666"_s << u"*****66"_s;
    QTest::newRow("abroad") << u"+85291234567"_s << u"**********67"_s;
    QTest::newRow("short") << u"12345"_s << u"*****"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void TestText::masksPhones()
{
    QFETCH(const QString, phone);
    QTEST(maskPhone(phone), "masked");
}

void TestText::masksDocuments_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("masked");
    QTest::newRow("resident") << u"42019919800101006X"_s << u"420***********006X"_s;
    QTest::newRow("former") << u"420199800101006"_s << u"420********1006"_s;
    QTest::newRow("passport") << u"E12345678"_s << u"E******78"_s;
    QTest::newRow("short") << u"E1234"_s << u"*****"_s;
}

void TestText::masksDocuments()
{
    QFETCH(const QString, number);
    QTEST(maskDocument(number), "masked");
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
