// SPDX-License-Identifier: GPL-3.0-or-later
// Every refusal that the core can give has a sentence, in both languages, and the sentences put in the facts that they have.
#include "core/services/error_text.h"

#include "core/base/clock.h"
#include "core/domain/centre/centre_loader.h"
#include "core/services/errors/error_sentences.h"

#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace onedoor;

namespace {

QString readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The dotted codes in statements that refuse: fail(…), refuse(…), report(…), ErrorKind::…, .code = ….
QStringList codesIn(const QString& source)
{
    static const QRegularExpression comments(u"//[^\n]*"_s);
    static const QRegularExpression refusals(u"\\b(?:fail|refuse|report|Error\\{|ErrorKind::\\w+|\\.code\\s*=)[^;]*;"_s);
    static const QRegularExpression code(u"(?:u|QStringLiteral\\()\"([a-z][A-Za-z]*\\.[a-z][A-Za-z]*)\""_s);
    static const QRegularExpression fieldBehindCode(u"(\"[a-z]\\w*\\.\\w+\"(?:_s|\\))),\\s*u\"[\\w.]+\"_s"_s);
    QString text = source;
    text.remove(comments);
    text.replace(fieldBehindCode, u"\\1"_s); // a field's path looks like a code and stands behind one
    QStringList codes;
    for (auto statement = refusals.globalMatch(text); statement.hasNext();) {
        for (auto each = code.globalMatch(statement.next().captured()); each.hasNext();)
            codes.append(each.next().captured(1));
    }
    return codes;
}

QStringList codesWithoutSentence(const QStringList& codes)
{
    const QStringList known = codesWithErrorText();
    QStringList missing;
    for (const QString& each : codes) {
        if (!known.contains(each) && !missing.contains(each))
            missing.append(each);
    }
    return missing;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(u"\\{\\w+\\}"_s);
    QStringList found;
    for (auto each = pattern.globalMatch(text); each.hasNext();)
        found.append(each.next().captured());
    found.sort();
    return found;
}

std::vector<errorsentences::Sentence> everySentence()
{
    std::vector<errorsentences::Sentence> all;
    for (const auto& table : {errorsentences::appointmentSentences(), errorsentences::centreSentences(), errorsentences::deskSentences(), errorsentences::inputSentences(), errorsentences::kioskSentences(), errorsentences::networkSentences(), errorsentences::storeSentences(),
                              errorsentences::templateSentences(), errorsentences::kindSentences()})
        all.insert(all.end(), table.begin(), table.end());
    return all;
}

} // namespace

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void everyCodeHasASentence();
    void scannerFindsPlantedCodes();
    void theLastSentenceOfACodeNeedsNoFact();
    void everyKindSpeaks();
    void putsInFacts();
    void saysWhoWasFirst();
    void neverShowsAnEmptyFact();
    void speaksChinese();

private:
    CentreDefinition m_centre;
};

void TestErrorText::initTestCase()
{
    const auto loaded = loadCentre(readAll(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json")).toUtf8(), u"dongxihu.json"_s);
    QVERIFY(loaded);
    m_centre = *loaded;
    cleanup();
}

void TestErrorText::cleanup()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestErrorText::everyCodeHasASentence()
{
    QStringList codes;
    QDirIterator files(QStringLiteral(ONEDOOR_SOURCE_DIR "/core"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        codes += codesIn(readAll(files.next()));
    QVERIFY2(codes.size() > 100, "the scanner finds too little to be believed");
    const QStringList missing = codesWithoutSentence(codes);
    QVERIFY2(missing.isEmpty(), qPrintable(u"no sentence for: "_s + missing.join(u", "_s)));
}

void TestErrorText::scannerFindsPlantedCodes()
{
    const QStringList found = codesIn(u"return fail(ErrorKind::Conflict,\n  u\"planted.one\"_s, {});\n"
                                      "return refuse(ticket, u\"planted.two\"_s);\n"
                                      "case 3: return {ErrorKind::Full, u\"planted.three\"_s};\n"
                                      "error.code = u\"planted.four\"_s;\n"
                                      "x = fail(ErrorKind::Invalid, QStringLiteral(\"planted.five\"), path);\n"
                                      "// fail(ErrorKind::Invalid, u\"planted.comment\"_s);\n"
                                      "const auto file = u\"journal.db\"_s;\n"_s);
    QStringList distinct = found;
    distinct.removeDuplicates();
    QCOMPARE(distinct, (QStringList{u"planted.one"_s, u"planted.two"_s, u"planted.three"_s, u"planted.four"_s, u"planted.five"_s}));
    QCOMPARE(codesWithoutSentence(distinct), distinct);
}

void TestErrorText::theLastSentenceOfACodeNeedsNoFact()
{
    QHash<QString, errorsentences::Sentence> last;
    for (const auto& each : everySentence())
        last.insert(QString::fromLatin1(each.code.data(), qsizetype(each.code.size())), each);
    for (auto each = last.cbegin(); each != last.cend(); ++each) {
        const QString source = QString::fromUtf8(each->source);
        QVERIFY2(placeholders(source).isEmpty() && each->when.empty(), qPrintable(each.key()));
        QVERIFY2(source.endsWith(u'.') && source.size() < 160, qPrintable(each.key()));
        QCOMPARE(errorText({ErrorKind::Invalid, each.key(), {}, {}}, m_centre), source);
    }
}

void TestErrorText::everyKindSpeaks()
{
    for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
        const QString text = errorText({ErrorKind(kind), u"no.such"_s, {}, {}}, m_centre);
        QVERIFY2(text.endsWith(u'.') && text.contains(u' '), qPrintable(text));
    }
}

void TestErrorText::putsInFacts()
{
    const Error tooLong{ErrorKind::Invalid, u"text.tooLong"_s, u"person.name"_s, {{u"limit"_s, 100}, {u"length"_s, 140}}};
    QCOMPARE(errorText(tooLong, m_centre), u"At most 100 characters fit here; there are 140. Please shorten it."_s);
    const Error date{ErrorKind::Invalid, u"identity.date"_s, {}, {{u"reason"_s, u"future"_s}}};
    QVERIFY(errorText(date, m_centre).contains(u"future"_s));
    const Error type{ErrorKind::Invalid, u"json.wrongType"_s, {}, {{u"expected"_s, u"integer"_s}, {u"found"_s, u"text"_s}}};
    QCOMPARE(errorText(type, m_centre), u"This field takes a whole number, but got text."_s);
}

void TestErrorText::saysWhoWasFirst()
{
    const Place& place = m_centre.places.first();
    const QVariantMap facts{{u"number"_s, u"A012"_s},
                            {u"place"_s, place.key},
                            {u"who"_s, u"王芳"_s},
                            {u"status"_s, u"called"_s},
                            {u"at"_s, qint64(Instant::fromIso(u"2026-03-02T09:05:59+08:00"_s).milliseconds)}};
    const Error error{ErrorKind::Conflict, u"ticket.alreadyCalled"_s, u"ticket"_s, facts};
    QCOMPARE(errorText(error, m_centre),
             QString(u"王芳 already called ticket A012 to "_s + place.shortLabelEnglish + u" at 09:05. Please call another one."_s));
}

void TestErrorText::neverShowsAnEmptyFact()
{
    QVariantMap facts{{u"number"_s, u"A012"_s}, {u"who"_s, QString()}, {u"place"_s, QString()}, {u"at"_s, 0}};
    for (const auto& each : everySentence()) {
        const QString text = errorText({ErrorKind::Conflict, QString::fromLatin1(each.code.data(), qsizetype(each.code.size())), {}, facts}, m_centre);
        QVERIFY2(!text.contains(u'{') && !text.contains(u"  "_s) && !text.contains(u"“”"_s), qPrintable(text));
    }
}

void TestErrorText::speaksChinese()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/onedoor_zh_CN.qm"_s));
    for (const auto& each : everySentence()) {
        const QString text = translator.translate("ErrorText", each.source);
        QVERIFY2(!text.isEmpty(), each.source);
        QCOMPARE(placeholders(text), placeholders(QString::fromUtf8(each.source)));
    }
    QCoreApplication::installTranslator(&translator);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const Error error{ErrorKind::Conflict, u"queue.empty"_s, {}, {{u"place"_s, m_centre.places.first().key}}};
    QCOMPARE(errorText(error, m_centre), QString(m_centre.places.first().shortLabel + u"当前没有等候人员。"_s));
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_error_text.moc"
