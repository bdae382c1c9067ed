// SPDX-License-Identifier: GPL-3.0-or-later
// Who is likely the same person and who is not, by the shipped weights: one row for each sentence of resources/person/README.md. All people
// are invented.
#include "core/domain/person/similarity.h"

#include <QFile>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

QByteArray shipped()
{
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/person/similarity.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString identity(const QString& first17)
{
    return first17 + *residentCheckCharacter(first17);
}

struct Facts {
    QString name = {};
    QString number = {}; ///< a resident's, if any
    QString phone = {};
    QDate birth = {};
    QString address = {};
    Sex sex = Sex::Unknown;
};

PersonRegistered person(const Facts& facts)
{
    return {.name = facts.name, .documentKind = facts.number.isEmpty() ? DocumentKind::None : DocumentKind::ResidentId, .documentNumber = facts.number,
            .sex = facts.sex, .birth = facts.birth, .phone = facts.phone, .address = facts.address};
}

QString words(const Similarity& similarity)
{
    QStringList all;
    for (const SimilarityPoint& each : similarity.reasons)
        all << QString::fromLatin1(wordOf(each.reason));
    return all.join(u' ');
}

} // namespace

Q_DECLARE_METATYPE(Facts)

class TestSimilarity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sameOrNot_data();
    void sameOrNot();
    void reasonsAddUp();
    void namesTurnRound_data();
    void namesTurnRound();
    void wrongRulesAreRefused_data();
    void wrongRulesAreRefused();

private:
    SimilarityRules m_rules;
};

void TestSimilarity::initTestCase()
{
    const auto rules = readSimilarityRules(shipped());
    QVERIFY2(rules, rules ? "" : qPrintable(rules.error().field));
    m_rules = *rules;
}

void TestSimilarity::sameOrNot_data()
{
    QTest::addColumn<Facts>("one");
    QTest::addColumn<Facts>("other");
    QTest::addColumn<bool>("likely");
    QTest::addColumn<QString>("reasons");
    const QString phone = u"13871205566"_s;
    const QString street = u"吴家山街试验路8号"_s;
    const QDate birth(1968, 3, 2);
    const QString number = identity(u"42019919680302003"_s);
    const QString otherNumber = identity(u"42019919690302003"_s);
    const auto row = [](const char* name, const Facts& one, const Facts& other, bool likely, const QString& reasons) {
        QTest::newRow(name) << one << other << likely << reasons;
    };

    // The same
    row("same number, another name", {u"王芳"_s, number}, {u"王小芳"_s, number}, true, u"sameDocument"_s);
    row("former number", {u"王芳"_s, number}, {u"王芳"_s, u"420199680302003"_s}, true, u"formerDocument sameName"_s);
    row("number with blanks and a small x", {u"李强"_s, u"42019919790821004X"_s}, {u"李强"_s, u"420199 19790821 004x"_s}, true, u"sameDocument sameName"_s);
    row("taken down by ear, same telephone", {u"王芳"_s, {}, phone}, {u"王方"_s, {}, phone}, true, u"samePhone soundsAlike"_s);
    row("taken down by ear, same birth", {u"王芳"_s, {}, {}, birth}, {u"王方"_s, {}, {}, birth}, true, u"sameBirth soundsAlike"_s);
    row("polyphone surname", {u"单丽"_s, {}, phone}, {u"善丽"_s, {}, phone}, true, u"samePhone soundsAlike"_s);
    row("pinyin of a passport", {u"张三"_s, {}, {}, birth}, {u"Zhang San"_s, {}, {}, birth}, true, u"sameBirth soundsAlike"_s);
    row("same name and telephone", {u"张伟"_s, {}, phone}, {u"张伟"_s, {}, u"+86 138-7120-5566"_s}, true, u"samePhone sameName"_s);
    row("same name and address", {u"张伟"_s, {}, {}, {}, street}, {u"张伟"_s, {}, {}, {}, u"吴家山街 试验路８号"_s}, true, u"sameName sameAddress"_s);
    row("same name and birth", {u"张伟"_s, {}, {}, birth}, {u"张伟"_s, {}, {}, birth}, true, u"sameBirth sameName"_s);
    row("given name first", {u"芳王"_s, {}, phone}, {u"王芳"_s, {}, phone}, true, u"samePhone nameOrder"_s);
    row("parts of a name the other way round", {u"买买提·艾力"_s, {}, {}, birth}, {u"艾力·买买提"_s, {}, {}, birth}, true, u"sameBirth nameOrder"_s);
    row("half of a compound surname", {u"欧阳明"_s, {}, phone}, {u"欧明"_s, {}, phone}, true, u"samePhone shortSurname"_s);
    row("compound surname, given name first", {u"明月欧阳"_s, {}, phone}, {u"欧阳明月"_s, {}, phone}, true, u"samePhone nameOrder"_s);
    row("one character, telephone and birth", {u"张建国"_s, {}, phone, birth}, {u"张建团"_s, {}, phone, birth}, true, u"samePhone sameBirth oneCharacter"_s);

    // Not the same
    row("two 张伟 with numbers of their own", {u"张伟"_s, number}, {u"张伟"_s, otherNumber}, false, u"sameName otherDocument"_s);
    row("two 张伟 of one household with numbers of their own", {u"张伟"_s, number, phone, birth, street}, {u"张伟"_s, otherNumber, phone, birth, street}, false,
        u"samePhone sameBirth sameName sameAddress otherDocument"_s);
    row("two 张伟, nothing else known", {u"张伟"_s}, {u"张伟"_s}, false, u"sameName"_s);
    row("father and son", {u"张建国"_s, {}, phone, {}, street}, {u"张小明"_s, {}, phone, {}, street}, false, u"samePhone sameAddress"_s);
    row("brothers", {u"张建国"_s, {}, phone, {}, street}, {u"张建军"_s, {}, phone, {}, street}, false, u"samePhone oneCharacter sameAddress"_s);
    row("brothers whose births are known", {u"张建国"_s, {}, phone, birth, street}, {u"张建军"_s, {}, phone, birth.addYears(3), street}, false,
        u"samePhone oneCharacter sameAddress otherBirth"_s);
    row("sounds alike in one street", {u"王芳"_s, {}, {}, {}, street}, {u"王方"_s, {}, {}, {}, street}, false, u"soundsAlike sameAddress"_s);
    row("husband and wife", {u"王芳"_s, {}, phone, {}, street, Sex::Female}, {u"李强"_s, {}, phone, {}, street, Sex::Male}, false,
        u"samePhone sameAddress otherSex"_s);
    row("name and telephone, but another sex", {u"张明"_s, {}, phone, {}, {}, Sex::Male}, {u"张明"_s, {}, phone, {}, {}, Sex::Female}, false,
        u"samePhone sameName otherSex"_s);
    row("name and birth of others", {u"张伟"_s, {}, {}, birth, street}, {u"张伟"_s, {}, {}, birth.addDays(1), street}, false, u"sameName sameAddress otherBirth"_s);
    row("one character of two", {u"王芳"_s, {}, {}, birth}, {u"王萍"_s, {}, {}, birth}, false, u"sameBirth"_s);
    row("nothing given", {}, {}, false, QString());
}

void TestSimilarity::sameOrNot()
{
    QFETCH(Facts, one);
    QFETCH(Facts, other);
    const Similarity there = similarity(person(one), person(other), m_rules);
    const Similarity back = similarity(person(other), person(one), m_rules);
    QTEST(words(there), "reasons");
    QCOMPARE(words(back), words(there));
    QCOMPARE(back.score, there.score);
    QTEST(there.score >= m_rules.likely, "likely");
}

void TestSimilarity::reasonsAddUp()
{
    const Facts facts{u"王芳"_s, identity(u"42019919680302002"_s), u"13871205566"_s, QDate(1968, 3, 2), u"试验路8号"_s, Sex::Female};
    const Similarity all = similarity(person(facts), person(facts), m_rules);
    QCOMPARE(all.score, 100); // at most
    QCOMPARE(words(all), u"sameDocument samePhone sameBirth sameName sameAddress"_s);
    const Similarity some = similarity(person({u"王芳"_s, {}, u"13871205566"_s}), person({u"王方"_s, {}, u"13871205566"_s}), m_rules);
    QCOMPARE(some.score, m_rules.pointsOf(SimilarityReason::SamePhone) + m_rules.pointsOf(SimilarityReason::SoundsAlike));
}

void TestSimilarity::namesTurnRound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("turned");
    QTest::newRow("two characters") << u"王芳"_s << u"芳王"_s;
    QTest::newRow("three") << u"王小芳"_s << u"小芳王"_s;
    QTest::newRow("compound surname") << u"欧阳明月"_s << u"明月欧阳"_s;
    QTest::newRow("compound surname alone") << u"欧阳"_s << u"阳欧"_s;
    QTest::newRow("rare character") << u"\U00020bb7野"_s << u"野\U00020bb7"_s;
    QTest::newRow("parts") << u"买买提·艾力"_s << u"艾力 买买提"_s;
    QTest::newRow("one character") << u"王"_s << u"王"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TestSimilarity::namesTurnRound()
{
    QFETCH(QString, name);
    QTEST(swappedName(name), "turned");
}

void TestSimilarity::wrongRulesAreRefused_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("field");
    QTest::newRow("a reason is missing") << QByteArray("\"samePhone\": 28,") << QByteArray() << u"points.samePhone"_s;
    QTest::newRow("a reason is unknown") << QByteArray("\"samePhone\": 28,") << QByteArray("\"samePhone\": 28, \"sameHair\": 3,") << u"points"_s;
    QTest::newRow("no number") << QByteArray("\"samePhone\": 28,") << QByteArray("\"samePhone\": \"28\",") << u"points.samePhone"_s;
    QTest::newRow("half a point") << QByteArray("\"samePhone\": 28,") << QByteArray("\"samePhone\": 28.5,") << u"points.samePhone"_s;
    QTest::newRow("limits the wrong way round") << QByteArray("\"likely\": 50") << QByteArray("\"likely\": 95") << u"likely"_s;
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("[") << u"points.sameDocument"_s;
}

void TestSimilarity::wrongRulesAreRefused()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QByteArray json = shipped();
    const qsizetype at = json.indexOf(before);
    QVERIFY(at >= 0);
    json.replace(at, before.size(), after);
    const auto rules = readSimilarityRules(json);
    QVERIFY(!rules);
    QCOMPARE(rules.error().code, u"similarity.rules"_s);
    QTEST(rules.error().field, "field");
}

QTEST_GUILESS_MAIN(TestSimilarity)
#include "tst_similarity.moc"
