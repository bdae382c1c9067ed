// SPDX-License-Identifier: GPL-3.0-or-later
// Readings of names, their polyphones, and the order of a name list. All names are invented.
#include "core/base/pinyin.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>
#include <algorithm>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestPinyin : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void likeliestReading_data();
    void likeliestReading();
    void otherReadingsAreFoundToo_data();
    void otherReadingsAreFoundToo();
    void readingsAreBoundedAndDistinct();
    void nothingToRead();
    void everyCommonCharacterHasAReading();
    void sortsLikeAList();
    void compoundSurnames();
    void foldsWhatIsTyped_data();
    void foldsWhatIsTyped();
    void isFast();
};

void TestPinyin::likeliestReading_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("full");
    QTest::addColumn<QString>("initials");
    QTest::newRow("plain") << u"张三"_s << u"zhangsan"_s << u"zs"_s;
    QTest::newRow("shan") << u"单志强"_s << u"shanzhiqiang"_s << u"szq"_s;
    QTest::newRow("qiu") << u"仇小明"_s << u"qiuxiaoming"_s << u"qxm"_s;
    QTest::newRow("xie") << u"解红"_s << u"xiehong"_s << u"xh"_s;
    QTest::newRow("ou") << u"区文"_s << u"ouwen"_s << u"ow"_s;
    QTest::newRow("zha") << u"查良"_s << u"zhaliang"_s << u"zl"_s;
    QTest::newRow("zeng") << u"曾军"_s << u"zengjun"_s << u"zj"_s;
    QTest::newRow("zhai") << u"翟勇"_s << u"zhaiyong"_s << u"zy"_s;
    QTest::newRow("piao") << u"朴哲"_s << u"piaozhe"_s << u"pz"_s;
    QTest::newRow("yue") << u"乐山"_s << u"yueshan"_s << u"ys"_s;
    QTest::newRow("le in a given name") << u"张乐"_s << u"zhangle"_s << u"zl"_s;
    QTest::newRow("not a surname here") << u"张单"_s << u"zhangdan"_s << u"zd"_s;
    QTest::newRow("yuchi") << u"尉迟敬"_s << u"yuchijing"_s << u"ycj"_s;
    QTest::newRow("moqi") << u"万俟文"_s << u"moqiwen"_s << u"mqw"_s;
    QTest::newRow("zhangsun") << u"长孙明"_s << u"zhangsunming"_s << u"zsm"_s;
    QTest::newRow("ouyang") << u"欧阳建华"_s << u"ouyangjianhua"_s << u"oyjh"_s;
    QTest::newRow("ü") << u"吕丽"_s << u"lvli"_s << u"ll"_s;
    QTest::newRow("minority") << u"买买提·艾力"_s << u"maimaitiaili"_s << u"mmtal"_s;
    QTest::newRow("no surname rule in transliteration") << u"单·艾力"_s << u"danaili"_s << u"dal"_s;
    QTest::newRow("latin") << u"John SMITH"_s << u"johnsmith"_s << u"js"_s;
    QTest::newRow("full-width latin") << u"Ａｎｎａ"_s << u"anna"_s << u"a"_s;
    QTest::newRow("mixed") << u"李Anna"_s << u"lianna"_s << u"la"_s;
    QTest::newRow("extension A") << u"李㐆"_s << u"liyin"_s << u"ly"_s;
    QTest::newRow("extension B, from our list") << u"李\U00020BB7"_s << u"liji"_s << u"lj"_s;
    QTest::newRow("extension B, from Unihan") << u"李\U00020009"_s << u"liqiu"_s << u"lq"_s;
    QTest::newRow("blank inside") << u"张 三"_s << u"zhangsan"_s << u"zs"_s;
}

void TestPinyin::likeliestReading()
{
    QFETCH(const QString, name);
    const auto found = readings(name);
    QVERIFY(!found.empty());
    QTEST(found.front().full, "full");
    QTEST(found.front().initials, "initials");
}

void TestPinyin::otherReadingsAreFoundToo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("full");
    QTest::newRow("dan") << u"单志强"_s << u"danzhiqiang"_s;
    QTest::newRow("chan") << u"单志强"_s << u"chanzhiqiang"_s;
    QTest::newRow("chou") << u"仇小明"_s << u"chouxiaoming"_s;
    QTest::newRow("jie") << u"解红"_s << u"jiehong"_s;
    QTest::newRow("qu") << u"区文"_s << u"quwen"_s;
    QTest::newRow("hang") << u"李行"_s << u"lihang"_s;
    QTest::newRow("zhang") << u"李长春"_s << u"lizhangchun"_s;
    QTest::newRow("both ends") << u"单长乐"_s << u"shanzhangle"_s;
    QTest::newRow("surname of one of two") << u"单于明"_s << u"shanyuming"_s;
    QTest::newRow("wei") << u"尉迟敬"_s << u"weichijing"_s;
    QTest::newRow("tan") << u"覃明"_s << u"tanming"_s;
    QTest::newRow("mu") << u"牟明"_s << u"muming"_s;
}

void TestPinyin::otherReadingsAreFoundToo()
{
    QFETCH(const QString, name);
    QFETCH(const QString, full);
    const auto found = readings(name);
    QVERIFY(std::any_of(found.begin(), found.end(), [&](const NameReading& each) { return each.full == full; }));
    QVERIFY(found.front().full != full);
}

void TestPinyin::readingsAreBoundedAndDistinct()
{
    const auto found = readings(u"单行长乐重朝露茜"_s);
    QCOMPARE(found.size(), std::size_t(mostReadings));
    QSet<QString> seen;
    for (const NameReading& each : found)
        seen.insert(each.full);
    QCOMPARE(seen.size(), qsizetype(mostReadings));
    const auto huge = readings(QString(5'000'000, QChar(0x884C)));
    QCOMPARE(huge.size(), std::size_t(mostReadings));
    QCOMPARE(huge.front().initials.size(), mostReadCharacters);
}

void TestPinyin::nothingToRead()
{
    QVERIFY(readings({}).empty());
    QVERIFY(readings(u"· - *"_s).empty());
    QVERIFY(readings(QString(3, QChar(0xD800))).empty());
    QCOMPARE(sortKey({}), QString());
}

void TestPinyin::everyCommonCharacterHasAReading()
{
    int unread = 0;
    for (char16_t character = 0x4E00; character <= 0x9FA5; ++character) {
        for (const NameReading& each : readings(QString(QChar(character)))) {
            const bool plain = std::all_of(each.full.begin(), each.full.end(), [](QChar letter) { return letter >= u'a' && letter <= u'z'; });
            QVERIFY2(plain, qPrintable(each.full));
        }
        unread += readings(QString(QChar(character))).empty() ? 1 : 0;
    }
    QVERIFY2(unread < 30, qPrintable(QString::number(unread)));
}

void TestPinyin::sortsLikeAList()
{
    const QStringList sorted{u"Anna"_s,   u"艾力"_s,   u"李丹"_s,     u"李丹阳"_s, u"李娜"_s, u"黎安"_s,
                             u"吕布"_s,   u"欧阳锋"_s, u"单志强"_s,   u"王五"_s,   u"张三"_s, u"张四"_s,
                             u"章一"_s,   u"仉安"_s};
    QStringList shuffled = sorted;
    std::reverse(shuffled.begin(), shuffled.end());
    std::sort(shuffled.begin(), shuffled.end(), [](const QString& one, const QString& other) { return sortKey(one) < sortKey(other); });
    // 李 is third tone, 黎 second: the tone decides before the given name does.
    QStringList expected = sorted;
    expected.move(5, 2);
    QCOMPARE(shuffled, expected);
}

void TestPinyin::compoundSurnames()
{
    QVERIFY(isCompoundSurname(u"欧阳"));
    QVERIFY(isCompoundSurname(u"诸葛"));
    QVERIFY(!isCompoundSurname(u"张三"));
    QVERIFY(!isCompoundSurname(u"欧"));
    QVERIFY(!isCompoundSurname(u"欧阳锋"));
}

void TestPinyin::foldsWhatIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("folded");
    QTest::newRow("case and blanks") << u"Zhang San"_s << u"zhangsan"_s;
    QTest::newRow("apostrophe") << u"xi'an"_s << u"xian"_s;
    QTest::newRow("tones") << u"zhāng sān"_s << u"zhangsan"_s;
    QTest::newRow("tone digits") << u"zhang1 san1"_s << u"zhangsan"_s;
    QTest::newRow("ü") << u"lü bu"_s << u"lvbu"_s;
    QTest::newRow("ǚ") << u"lǚbù"_s << u"lvbu"_s;
    QTest::newRow("colon") << u"lu:bu"_s << u"lvbu"_s;
    QTest::newRow("passport") << u"LYU BU"_s << u"lvbu"_s;
    QTest::newRow("lin yu") << u"linyu"_s << u"linyu"_s;
    QTest::newRow("full width") << u"ｚｓ"_s << u"zs"_s;
}

void TestPinyin::foldsWhatIsTyped()
{
    QFETCH(const QString, typed);
    QTEST(foldPinyinQuery(typed), "folded");
}

void TestPinyin::isFast()
{
    QElapsedTimer timer;
    timer.start();
    for (int count = 0; count < 10'000; ++count)
        QVERIFY(!readings(u"张建国"_s).empty());
    QVERIFY2(timer.elapsed() < 5000, "ten thousand names take more than five seconds");
}

QTEST_APPLESS_MAIN(TestPinyin)
#include "tst_pinyin.moc"
