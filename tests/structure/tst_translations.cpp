// SPDX-License-Identifier: GPL-3.0-or-later
// The translation files are complete, say what the sources say, and are in the program; planted gaps are found.
#include "tests/structure/translation_rules.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace onedoor::structure;
using namespace Qt::StringLiterals;

namespace {

const QStringList productFolders{u"core"_s, u"ui"_s, u"app"_s};
const QHash<QString, int> languages = {{u"zh_CN"_s, 1}, {u"en"_s, 2}};

SourceFile readFile(const QString& path, const QString& name)
{
    QFile file(path);
    return {name, file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString()};
}

struct Reading {
    SourceFile file;
    QStringList complaints; ///< texts that no class will look up at run time
};

QStringList complaintsIn(const QString& output)
{
    const QStringList lines = output.split(u'\n');
    QStringList complaints;
    std::ranges::copy_if(lines, std::back_inserter(complaints), [](const QString& line) {
        return line.contains(u"lacks Q_OBJECT") || line.contains(u"without context");
    });
    return complaints;
}

/// What lupdate finds in `folders` now, with the options of the target update_translations.
Reading readSources(const QString& root, const QStringList& folders, const QString& language)
{
    const QTemporaryDir folder;
    const QString name = u"onedoor_%1.ts"_s.arg(language);
    QStringList arguments = QStringList{u"-silent"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"."_s} + folders;
    if (language == u"en")
        arguments.append(u"-pluralonly"_s);
    QProcess lupdate;
    lupdate.setWorkingDirectory(root);
    lupdate.start(QStringLiteral(ONEDOOR_LUPDATE), arguments << u"-ts"_s << folder.filePath(name));
    if (!lupdate.waitForFinished(120'000) || lupdate.exitCode() != 0)
        return {};
    return {readFile(folder.filePath(name), name), complaintsIn(QString::fromUtf8(lupdate.readAllStandardError()))};
}

QString document(const QString& message)
{
    return u"<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE TS><TS version=\"2.1\"><context><name>Page</name>%1"
           "</context></TS>"_s.arg(message);
}

QString message(const QString& source, const QString& translation)
{
    return u"<message><source>%1</source>%2</message>"_s.arg(source, translation);
}

QString plural(const QString& source, const QStringList& forms)
{
    return u"<message numerus=\"yes\"><source>%1</source><translation><numerusform>%2</numerusform></translation></message>"_s
        .arg(source, forms.join(u"</numerusform><numerusform>"_s));
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void filesAreComplete();
    void filesSayWhatTheSourcesSay_data();
    void filesSayWhatTheSourcesSay();
    void textWithoutContextIsFound();
    void filesAreInTheProgram();
    void ruleJudges_data();
    void ruleJudges();
    void driftIsFound();
};

void TestTranslations::filesAreComplete()
{
    const SourceFiles files = readTree(QStringLiteral(ONEDOOR_SOURCE_DIR));
    const auto translations =
        std::ranges::count_if(files, [](const SourceFile& file) { return file.suffix() == u"ts"; });
    QCOMPARE(translations, languages.size());
    const QStringList faults = translationFaults(files, languages);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::filesSayWhatTheSourcesSay_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("zh_CN") << u"zh_CN"_s;
    QTest::newRow("en") << u"en"_s;
}

void TestTranslations::filesSayWhatTheSourcesSay()
{
    QFETCH(QString, language);
    const Reading fresh = readSources(QStringLiteral(ONEDOOR_SOURCE_DIR), productFolders, language);
    QVERIFY2(fresh.file.text.contains(u"<TS "), "lupdate gave no file");
    QVERIFY2(fresh.complaints.isEmpty(), qPrintable(fresh.complaints.join(u'\n')));
    const QString path = u"translations/onedoor_%1.ts"_s.arg(language);
    const QStringList faults =
        driftFaults(readFile(QStringLiteral(ONEDOOR_SOURCE_DIR) + u'/' + path, path), fresh.file);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::textWithoutContextIsFound()
{
    const QTemporaryDir root;
    QFile source(root.filePath(u"a.cpp"_s));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write("class A : public QWidget { void f() { tr(\"Lost\"); } };\nQString s = tr(\"Lost too\");\n");
    source.close();
    const Reading reading = readSources(root.path(), {u"a.cpp"_s}, u"zh_CN"_s);
    QCOMPARE(reading.complaints.size(), 2);
}

void TestTranslations::filesAreInTheProgram()
{
    for (const QString& language : languages.keys())
        QVERIFY2(QFile::exists(u":/i18n/onedoor_%1.qm"_s.arg(language)), qPrintable(language));
}

void TestTranslations::ruleJudges_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("faults");
    const QString chinese = u"translations/onedoor_zh_CN.ts"_s;
    const QString english = u"translations/onedoor_en.ts"_s;
    const auto row = [](const char* title, const QString& path, const QString& body, int faults) {
        QTest::newRow(title) << path << document(body) << faults;
    };
    row("finished", chinese, message(u"Call"_s, u"<translation>叫号</translation>"_s), 0);
    row("unfinished", chinese, message(u"Call"_s, u"<translation type=\"unfinished\">叫号</translation>"_s), 1);
    row("vanished", chinese, message(u"Call"_s, u"<translation type=\"vanished\">叫号</translation>"_s), 1);
    row("empty", chinese, message(u"Call"_s, u"<translation></translation>"_s), 1);
    row("blank", chinese, message(u"Call"_s, u"<translation> </translation>"_s), 1);
    row("no translation", chinese, message(u"Call"_s, {}), 1);
    row("placeholder kept", chinese, message(u"%1 of %2"_s, u"<translation>%2之%1</translation>"_s), 0);
    row("placeholder lost", chinese, message(u"%1 of %2"_s, u"<translation>第%1</translation>"_s), 1);
    row("placeholder invented", chinese, message(u"Call %1"_s, u"<translation>叫%1号%2</translation>"_s), 1);
    row("one form", chinese, plural(u"%n visits of %1"_s, {u"%1共%n人次"_s}), 0);
    row("one form too many", chinese, plural(u"%n visits"_s, {u"%n人次"_s, u"%n人次"_s}), 1);
    row("two forms", english, plural(u"%n visit(s)"_s, {u"one visit"_s, u"%n visits"_s}), 0);
    row("one form too few", english, plural(u"%n visit(s)"_s, {u"%n visits"_s}), 1);
    row("empty form", english, plural(u"%n visit(s)"_s, {u"%n visit"_s, {}}), 1);
    row("unknown language", u"translations/onedoor_fr.ts"_s, {}, 1);
    QTest::newRow("broken file") << chinese << u"<TS><context>"_s << 1;
    QTest::newRow("no translation file") << u"README.md"_s << u"<TS>"_s << 0;
}

void TestTranslations::ruleJudges()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, faults);
    const QStringList found = translationFaults({{path, text}}, languages);
    QVERIFY2(found.size() == faults, qPrintable(found.join(u'\n')));
}

void TestTranslations::driftIsFound()
{
    const SourceFile kept{u"kept.ts"_s, document(message(u"Old"_s, {}) + message(u"Both"_s, {}))};
    const SourceFile fresh{u"fresh.ts"_s, document(message(u"New"_s, {}) + message(u"Both"_s, {}))};
    QCOMPARE(driftFaults(kept, fresh).size(), 2);
    QCOMPARE(driftFaults(kept, kept), QStringList());
}

QTEST_APPLESS_MAIN(TestTranslations)
#include "tst_translations.moc"
