// SPDX-License-Identifier: GPL-3.0-or-later
// Identity documents and telephone numbers. All numbers are invented, on the unused region 420199.
#include "core/base/identity.h"
#include "core/base/phone.h"

#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

using Kind = DocumentKind;
Q_DECLARE_METATYPE(onedoor::DocumentKind)
Q_DECLARE_METATYPE(onedoor::Sex)
Q_DECLARE_METATYPE(onedoor::PhoneKind)

class TestIdentity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void everyOtherCheckCharacterIsRefused();
    void everySingleDigitErrorIsFound();
    void unknownRegionOnlyWarns();
    void formerNumberIsWidened();
    void formerForeignCard();
    void passport();
    void withoutDocument();
    void kindNamesRoundTrip();
    void guessesTheKind_data();
    void guessesTheKind();
    void readsPhones_data();
    void readsPhones();
    void refusesPhones_data();
    void refusesPhones();

private:
    const QDate m_today{2026, 3, 2};
};

void TestIdentity::reads_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("input");
    QTest::addColumn<Kind>("found");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<Sex>("sex");
    const auto row = [](const char* name, Kind kind, const QString& input, Kind found, const QString& number, QDate birth, Sex sex) {
        QTest::newRow(name) << kind << input << found << number << birth << sex;
    };
    row("male", Kind::ResidentId, u"420199198001010019"_s, Kind::ResidentId, u"420199198001010019"_s, {1980, 1, 1}, Sex::Male);
    row("female", Kind::ResidentId, u"420199198001011222"_s, Kind::ResidentId, u"420199198001011222"_s, {1980, 1, 1}, Sex::Female);
    row("leap day", Kind::ResidentId, u"42019920000229122X"_s, Kind::ResidentId, u"42019920000229122X"_s, {2000, 2, 29}, Sex::Female);
    row("old", Kind::ResidentId, u"42019919490312122X"_s, Kind::ResidentId, u"42019919490312122X"_s, {1949, 3, 12}, Sex::Female);
    row("infant", Kind::ResidentId, u"420199202506300176"_s, Kind::ResidentId, u"420199202506300176"_s, {2025, 6, 30}, Sex::Male);
    row("small x", Kind::ResidentId, u"42019919800101006x"_s, Kind::ResidentId, u"42019919800101006X"_s, {1980, 1, 1}, Sex::Female);
    row("blanks", Kind::ResidentId, u" 420199 1980 0101 0019 "_s, Kind::ResidentId, u"420199198001010019"_s, {1980, 1, 1}, Sex::Male);
    row("hyphens", Kind::ResidentId, u"420199-19800101-001–9"_s, Kind::ResidentId, u"420199198001010019"_s, {1980, 1, 1}, Sex::Male);
    row("full width", Kind::ResidentId, u"４２０１９９１９８００１０１００６Ｘ"_s, Kind::ResidentId, u"42019919800101006X"_s, {1980, 1, 1}, Sex::Female);
    row("multiplication sign", Kind::ResidentId, u"42019919800101006×"_s, Kind::ResidentId, u"42019919800101006X"_s, {1980, 1, 1}, Sex::Female);
    row("Roman ten", Kind::ResidentId, u"42019919800101006Ⅹ"_s, Kind::ResidentId, u"42019919800101006X"_s, {1980, 1, 1}, Sex::Female);
    row("invisible mark of a messenger", Kind::ResidentId, u"\u202D420199198001010019\u202C"_s, Kind::ResidentId, u"420199198001010019"_s, {1980, 1, 1}, Sex::Male);
    const Kind hongKong = Kind::HongKongMacaoResidencePermit;
    row("Hong Kong", hongKong, u"810000198001010014"_s, hongKong, u"810000198001010014"_s, {1980, 1, 1}, Sex::Male);
    row("Macao", hongKong, u"82000019800101122x"_s, hongKong, u"82000019800101122X"_s, {1980, 1, 1}, Sex::Female);
    row("Taiwan", Kind::TaiwanResidencePermit, u"830000200002290015"_s, Kind::TaiwanResidencePermit, u"830000200002290015"_s, {2000, 2, 29}, Sex::Male);
    row("permit typed as resident", Kind::ResidentId, u"830000200002290015"_s, Kind::TaiwanResidencePermit, u"830000200002290015"_s, {2000, 2, 29}, Sex::Male);
    const Kind foreign = Kind::ForeignPermanentResident;
    row("foreigner", foreign, u"911161198807070158"_s, foreign, u"911161198807070158"_s, {1988, 7, 7}, Sex::Male);
    row("foreigner typed as resident", Kind::ResidentId, u"91184019901231122X"_s, foreign, u"91184019901231122X"_s, {1990, 12, 31}, Sex::Female);
}

void TestIdentity::reads()
{
    QFETCH(const Kind, kind);
    QFETCH(const QString, input);
    const auto document = parseIdentity(kind, input, m_today, u"f"_s);
    QVERIFY2(document, document ? "" : qPrintable(document.error().code));
    QTEST(document->kind, "found");
    QTEST(document->number, "number");
    QTEST(document->birth.value_or(QDate()), "birth");
    QTEST(document->sex.value_or(Sex::Unknown), "sex");
    QVERIFY(!document->former);
    QVERIFY(!document->unknownRegion);
}

void TestIdentity::refuses_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("fact");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* name, Kind kind, const QString& input, const QString& code, const QString& fact, const QString& value) {
        QTest::newRow(name) << kind << input << code << fact << value;
    };
    const Kind resident = Kind::ResidentId;
    row("empty", resident, u" - "_s, u"identity.required"_s, {}, {});
    row("17", resident, u"42019919800101001"_s, u"identity.length"_s, u"expected"_s, u"18, 15"_s);
    row("19", resident, u"4201991980010100190"_s, u"identity.length"_s, u"length"_s, u"19"_s);
    row("permit of 15", Kind::TaiwanResidencePermit, u"830000800101001"_s, u"identity.length"_s, u"expected"_s, u"18"_s);
    row("huge", resident, QString(5'000'000, u'1'), u"identity.length"_s, u"length"_s, u"5000000"_s);
    row("letter O", resident, u"42O199198001010019"_s, u"identity.character"_s, u"position"_s, u"3"_s);
    row("X inside", resident, u"4201991980010100X9"_s, u"identity.character"_s, u"position"_s, u"17"_s);
    row("Arabic digits", resident, u"٤٢٠١٩٩١٩٨٠٠١٠١٠٠١٩"_s, u"identity.character"_s, u"position"_s, u"1"_s);
    row("check", resident, u"420199198001010018"_s, u"identity.checkCharacter"_s, u"expected"_s, u"9"_s);
    row("check X", resident, u"420199198001010060"_s, u"identity.checkCharacter"_s, u"expected"_s, u"X"_s);
    row("30 February", resident, u"420199198002300018"_s, u"identity.date"_s, u"reason"_s, u"nonexistent"_s);
    row("future", resident, u"420199202701010019"_s, u"identity.date"_s, u"reason"_s, u"future"_s);
    row("long ago", resident, u"420199180001010013"_s, u"identity.date"_s, u"reason"_s, u"tooEarly"_s);
    row("former, 31 April", resident, u"420199800431001"_s, u"identity.date"_s, u"reason"_s, u"nonexistent"_s);
    row("not Taiwan", Kind::TaiwanResidencePermit, u"810000198001010014"_s, u"identity.prefix"_s, u"expected"_s, u"83"_s);
    row("not Hong Kong", Kind::HongKongMacaoResidencePermit, u"420199198001010019"_s, u"identity.prefix"_s, u"expected"_s, u"81, 82"_s);
    row("not foreign", Kind::ForeignPermanentResident, u"420199198001010019"_s, u"identity.prefix"_s, u"expected"_s, u"9"_s);
    row("passport short", Kind::Passport, u"E123"_s, u"identity.length"_s, u"expected"_s, u"5…20"_s);
    row("passport letters", Kind::Passport, u"ABCDEFG"_s, u"identity.character"_s, {}, {});
    row("passport Chinese", Kind::Passport, u"E1234567号"_s, u"identity.character"_s, u"position"_s, u"9"_s);
    row("none, but a number", Kind::None, u"E1234567"_s, u"identity.notExpected"_s, {}, {});
}

void TestIdentity::refuses()
{
    QFETCH(const Kind, kind);
    QFETCH(const QString, input);
    QFETCH(const QString, fact);
    const auto refused = parseIdentity(kind, input, m_today, u"person.documentNumber"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Invalid);
    QTEST(refused.error().code, "code");
    QCOMPARE(refused.error().field, u"person.documentNumber"_s);
    if (!fact.isEmpty())
        QTEST(refused.error().facts.value(fact).toString(), "value");
}

void TestIdentity::everyOtherCheckCharacterIsRefused()
{
    for (const QChar check : u"0123456789X"_s) {
        const bool right = check == u'9';
        QCOMPARE(parseIdentity(Kind::ResidentId, u"42019919800101001"_s + check, m_today, {}).has_value(), right);
    }
}

void TestIdentity::everySingleDigitErrorIsFound()
{
    const QString good = u"420199198001010019"_s;
    for (qsizetype at = 0; at < 17; ++at) {
        for (char16_t digit = u'0'; digit <= u'9'; ++digit) {
            QString other = good;
            other[at] = QChar(digit);
            QCOMPARE(parseIdentity(Kind::ResidentId, other, m_today, {}).has_value(), other == good);
        }
    }
}

void TestIdentity::unknownRegionOnlyWarns()
{
    const auto document = parseIdentity(Kind::ResidentId, u"009999198001010012"_s, m_today, {});
    QVERIFY(document);
    QVERIFY(document->unknownRegion);
}

void TestIdentity::formerNumberIsWidened()
{
    const auto document = parseIdentity(Kind::ResidentId, u"420199 800101 001"_s, m_today, {});
    QVERIFY(document);
    QCOMPARE(document->number, u"420199198001010019"_s);
    QCOMPARE(document->birth, std::optional(QDate(1980, 1, 1)));
    QCOMPARE(document->sex, std::optional(Sex::Male));
    QVERIFY(document->former);
}

void TestIdentity::formerForeignCard()
{
    const auto document = parseIdentity(Kind::ForeignPermanentResident, u"deu 4201 8807 0701 2"_s, m_today, {});
    QVERIFY(!document); // eleven digits
    const auto card = parseIdentity(Kind::ForeignPermanentResident, u"deu 4201 8807 0701 25"_s, m_today, {});
    QVERIFY(!card); // fourteen digits
    const auto good = parseIdentity(Kind::ForeignPermanentResident, u"deu 4201 8807 0712"_s, m_today, {});
    QVERIFY(good);
    QCOMPARE(good->number, u"DEU420188070712"_s);
    QVERIFY(good->former);
    QVERIFY(!good->birth);
}

void TestIdentity::passport()
{
    const auto document = parseIdentity(Kind::Passport, u" e 1234-5678 "_s, m_today, {});
    QVERIFY(document);
    QCOMPARE(document->number, u"E12345678"_s);
    QVERIFY(!document->birth);
    QVERIFY(!document->sex);
}

void TestIdentity::withoutDocument()
{
    const auto document = parseIdentity(Kind::None, u"  "_s, m_today, {});
    QVERIFY(document);
    QCOMPARE(*document, IdentityDocument{});
}

void TestIdentity::kindNamesRoundTrip()
{
    for (const Kind kind : {Kind::ResidentId, Kind::HongKongMacaoResidencePermit, Kind::TaiwanResidencePermit,
                            Kind::ForeignPermanentResident, Kind::Passport, Kind::None})
        QCOMPARE(documentKindFromName(QString(documentKindName(kind))), std::optional(kind));
    QVERIFY(!documentKindFromName(u"library card"));
}

void TestIdentity::guessesTheKind_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("resident") << u"4201991980 01010019"_s << Kind::ResidentId;
    QTest::newRow("former") << u"420199800101001"_s << Kind::ResidentId;
    QTest::newRow("Macao") << u"820000198001010016"_s << Kind::HongKongMacaoResidencePermit;
    QTest::newRow("Taiwan") << u"830000198001010018"_s << Kind::TaiwanResidencePermit;
    QTest::newRow("foreigner") << u"911161198807070158"_s << Kind::ForeignPermanentResident;
    QTest::newRow("former foreigner") << u"DEU420188070712"_s << Kind::ForeignPermanentResident;
    QTest::newRow("passport") << u"EA1234567"_s << Kind::Passport;
    QTest::newRow("nothing") << u"张三"_s << Kind::None;
}

void TestIdentity::guessesTheKind()
{
    QFETCH(const QString, input);
    QTEST(likelyDocumentKind(input), "kind");
}

void TestIdentity::readsPhones_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<PhoneKind>("kind");
    QTest::addColumn<QString>("number");
    QTest::newRow("mobile") << u"13812345678"_s << PhoneKind::Mobile << u"13812345678"_s;
    QTest::newRow("+86") << u"+86 138-1234-5678"_s << PhoneKind::Mobile << u"13812345678"_s;
    QTest::newRow("0086") << u"0086 13812345678"_s << PhoneKind::Mobile << u"13812345678"_s;
    QTest::newRow("86") << u"8613812345678"_s << PhoneKind::Mobile << u"13812345678"_s;
    QTest::newRow("full width") << u"＋８６１３８１２３４５６７８"_s << PhoneKind::Mobile << u"13812345678"_s;
    QTest::newRow("messenger marks") << u"\u202A138 1234 5678\u202C"_s << PhoneKind::Mobile << u"13812345678"_s;
    QTest::newRow("landline") << u"(0719) 8886666"_s << PhoneKind::Landline << u"0719-8886666"_s;
    QTest::newRow("Wuhan") << u"02788866667"_s << PhoneKind::Landline << u"027-88866667"_s;
    QTest::newRow("Beijing") << u"010-88866667"_s << PhoneKind::Landline << u"010-88866667"_s;
    QTest::newRow("area with 8") << u"075588866667"_s << PhoneKind::Landline << u"0755-88866667"_s;
    QTest::newRow("+86 landline") << u"+86 719 8886666"_s << PhoneKind::Landline << u"0719-8886666"_s;
    QTest::newRow("+86 0 landline") << u"+86 0719 8886666"_s << PhoneKind::Landline << u"0719-8886666"_s;
    QTest::newRow("+86 Beijing") << u"+86 10 88866667"_s << PhoneKind::Landline << u"010-88866667"_s;
    QTest::newRow("extension word") << u"0719-8886666转801"_s << PhoneKind::Landline << u"0719-8886666-801"_s;
    QTest::newRow("extension hyphen") << u"0719-8886666-801"_s << PhoneKind::Landline << u"0719-8886666-801"_s;
    QTest::newRow("extension behind 8 digits") << u"0755-88866667-80"_s << PhoneKind::Landline << u"0755-88866667-80"_s;
    QTest::newRow("extension of one digit") << u"0719-8886666-8"_s << PhoneKind::Landline << u"0719-8886666-8"_s;
    QTest::newRow("local") << u"888 6666"_s << PhoneKind::Landline << u"8886666"_s;
    QTest::newRow("service") << u"400-888-6666"_s << PhoneKind::ServiceLine << u"400-8886666"_s;
    QTest::newRow("local with extension") << u"8886666转801"_s << PhoneKind::Landline << u"8886666-801"_s;
    QTest::newRow("service with extension") << u"400 8886666转8"_s << PhoneKind::ServiceLine << u"400-8886666-8"_s;
    QTest::newRow("abroad") << u"+852 9123 4567"_s << PhoneKind::Abroad << u"+85291234567"_s;
    QTest::newRow("abroad 00") << u"00 852 9123 4567"_s << PhoneKind::Abroad << u"+85291234567"_s;
}

void TestIdentity::readsPhones()
{
    QFETCH(const QString, input);
    const auto phone = parsePhone(input, u"f"_s);
    QVERIFY2(phone, phone ? "" : qPrintable(phone.error().code));
    QTEST(phone->kind, "kind");
    QTEST(phone->number, "number");
    if (phone->kind != PhoneKind::Abroad)
        QCOMPARE(parsePhone(phone->number, u"f"_s), phone);
}

void TestIdentity::refusesPhones_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << u" - "_s << u"phone.required"_s;
    QTest::newRow("ten") << u"1381234567"_s << u"phone.length"_s;
    QTest::newRow("twelve") << u"138123456789"_s << u"phone.length"_s;
    QTest::newRow("12x") << u"12812345678"_s << u"phone.prefix"_s;
    QTest::newRow("letters") << u"1381234567a"_s << u"phone.character"_s;
    QTest::newRow("two pluses") << u"++8613812345678"_s << u"phone.character"_s;
    QTest::newRow("two numbers") << u"13812345678/13912345678"_s << u"phone.character"_s;
    QTest::newRow("bad area") << u"0119-8886666"_s << u"phone.prefix"_s;
    QTest::newRow("local with 1") << u"0719-1886666"_s << u"phone.prefix"_s;
    QTest::newRow("short local") << u"888666"_s << u"phone.length"_s;
    QTest::newRow("only 86") << u"+86"_s << u"phone.length"_s;
    QTest::newRow("only an area") << u"0719"_s << u"phone.length"_s;
    QTest::newRow("zero") << u"0"_s << u"phone.prefix"_s;
    QTest::newRow("short abroad") << u"+8521234"_s << u"phone.length"_s;
    QTest::newRow("extension abroad") << u"+852 9123 4567转8"_s << u"phone.length"_s;
    QTest::newRow("huge") << QString(5'000'000, u'1') << u"phone.length"_s;
}

void TestIdentity::refusesPhones()
{
    QFETCH(const QString, input);
    const auto refused = parsePhone(input, u"person.phone"_s);
    QVERIFY(!refused);
    QTEST(refused.error().code, "code");
    QCOMPARE(refused.error().field, u"person.phone"_s);
}

QTEST_APPLESS_MAIN(TestIdentity)
#include "tst_identity.moc"
