// SPDX-License-Identifier: GPL-3.0-or-later
// The tree keeps the house rules, and each rule catches what it is there to catch.
#include "tests/structure/source_rules.h"

#include <QTest>

using namespace onedoor::structure;
using namespace Qt::StringLiterals;

namespace {

using Rule = QStringList (*)(const SourceFiles&);

Rule ruleNamed(const QString& name)
{
    static const QHash<QString, Rule> rules = {
        {u"licence"_s, licenceFaults},           {u"han"_s, hanFaults},       {u"machine"_s, machineFaults},
        {u"leftForLater"_s, leftForLaterFaults}, {u"length"_s, lengthFaults}, {u"nestedLoop"_s, nestedLoopFaults},
    };
    return rules.value(name);
}

void row(const char* title, const QString& rule, const QString& path, const QString& text, int faults)
{
    QTest::newRow(title) << rule << path << text << faults;
}

} // namespace

class TestSourceRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void treeKeepsTheRule_data();
    void treeKeepsTheRule();
    void ruleJudges_data();
    void ruleJudges();

private:
    void licenceRows();
    void hanRows();
    void textRows();
    void loopRows();
};

void TestSourceRules::treeKeepsTheRule_data()
{
    QTest::addColumn<QString>("rule");
    for (const char* rule : {"licence", "han", "machine", "leftForLater", "length", "nestedLoop"})
        QTest::newRow(rule) << QString::fromLatin1(rule);
}

void TestSourceRules::treeKeepsTheRule()
{
    QFETCH(QString, rule);
    const SourceFiles files = readTree(QStringLiteral(ONEDOOR_SOURCE_DIR));
    QVERIFY(files.size() > 20);
    const QStringList faults = ruleNamed(rule)(files);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestSourceRules::ruleJudges_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("faults");
    licenceRows();
    hanRows();
    textRows();
    loopRows();
}

void TestSourceRules::licenceRows()
{
    const QString spdx = u"SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
    row("source without licence", u"licence"_s, u"core/base/a.cpp"_s, u"int a;\n"_s, 1);
    row("script without licence", u"licence"_s, u".ci/run"_s, u"#!/bin/sh\nexit\n"_s, 1);
    row("SQL without licence", u"licence"_s, u"core/store/001_a.sql"_s, u"SELECT 1;\n"_s, 1);
    row("CMake without licence", u"licence"_s, u"core/CMakeLists.txt"_s, u"\n"_s, 1);
    row("licence far below", u"licence"_s, u"a.cpp"_s, u"\n\n\n// "_s + spdx, 1);
    row("licence behind the interpreter", u"licence"_s, u"packaging/a.sh"_s, u"#!/bin/sh\n# "_s + spdx, 0);
    row("data needs none", u"licence"_s, u"resources/a.json"_s, u"{}"_s, 0);
}

void TestSourceRules::hanRows()
{
    const QString path = u"ui/pages/a/a.cpp"_s;
    row("Han behind a comment", u"han"_s, path, u"/* 门 */ f(\"门\"); // \" 门\n"_s, 1);
    row("Han in a literal", u"han"_s, path, u"f(\"门\");\n"_s, 1);
    row("Han beyond the basic plane", u"han"_s, path, u"f(\"\U00020BB7\");\n"_s, 1);
    row("Han in a raw literal", u"han"_s, path, u"f(uR\"x(\"门)x\"_s);\n"_s, 1);
    row("Han behind a translation call", u"han"_s, path, u"f(tr(\"a\"), \"门\");\n"_s, 1);
    row("Han in a name", u"han"_s, path, u"int 门 = 0;\n"_s, 1);
    row("two lines, two faults", u"han"_s, path, u"f(\"门\");\nf(\"户\");\n"_s, 2);
    row("Han behind a digit separator", u"han"_s, path, u"int a = 1'000; f(\"门\");\n"_s, 1);
    row("Han in tr", u"han"_s, path, u"f(tr(\"a(\\\"门\"));\n"_s, 0);
    row("Han in translate", u"han"_s, path, u"QCoreApplication::translate(\"A\", \"门\");\n"_s, 0);
    row("Han in a comment", u"han"_s, path, u"int a; // 门\n"_s, 0);
    row("Han in a test", u"han"_s, u"tests/unit/tst_a.cpp"_s, u"f(\"门\");\n"_s, 0);
    row("marks are not Han", u"han"_s, path, u"f(\"…·—，\"); // ≥ 3\n"_s, 0);
}

void TestSourceRules::textRows()
{
    const QString slash = u"/"_s; // joined at run time, so that this file keeps the rule it proves
    row("path of a machine", u"machine"_s, u"README.md"_s, u"see "_s + slash + u"home/wang/onedoor\n"_s, 1);
    row("work folder", u"machine"_s, u"packaging/a.sh"_s, u"cd "_s + slash + u"work/x\n"_s, 1);
    row("registry", u"machine"_s, u"packaging/sqlite/package-lock.json"_s, u"https://registry."_s + u"npmjs.org"_s, 1);
    row("relative folder", u"machine"_s, u"packaging/a.sh"_s, u"cd build"_s + slash + u"work/x; cd ${here}"_s + slash + u"work/y\n"_s,
        0);
    row("system path", u"machine"_s, u"a.cmake"_s, u"/usr/share/fonts\n"_s, 0);
    row("mark in C++", u"leftForLater"_s, u"core/base/a.cpp"_s, u"// TO"_s + u"DO later\n"_s, 1);
    row("mark in SQL", u"leftForLater"_s, u"core/store/a.sql"_s, u"-- FIX"_s + u"ME\n"_s, 1);
    row("mark in a script", u"leftForLater"_s, u"packaging/a.sh"_s, u"# HA"_s + u"CK\n"_s, 1);
    row("part of a word", u"leftForLater"_s, u"core/base/a.cpp"_s, u"SHACK, XXXX\n"_s, 0);
    row("500 lines", u"length"_s, u"core/base/a.cpp"_s, QString(500, u'\n'), 1);
    row("499 lines", u"length"_s, u"ui/shell/a.cpp"_s, QString(499, u'\n'), 0);
    row("long test", u"length"_s, u"tests/unit/a.cpp"_s, QString(900, u'\n'), 0);
}

void TestSourceRules::loopRows()
{
    row("dialog", u"nestedLoop"_s, u"ui/pages/a/a.cpp"_s, u"dialog.exec();\n"_s, 1);
    row("menu", u"nestedLoop"_s, u"ui/widgets/a.cpp"_s, u"menu->exec(event->globalPos());\n"_s, 1);
    row("base class", u"nestedLoop"_s, u"app/desk/a.cpp"_s, u"QDialog::exec ();\n"_s, 1);
    row("local loop in core", u"nestedLoop"_s, u"core/sync/a.cpp"_s, u"QEventLoop loop;\n"_s, 1);
    row("pumping", u"nestedLoop"_s, u"ui/shell/a.cpp"_s, u"qApp->processEvents();\n"_s, 1);
    row("local loop in main", u"nestedLoop"_s, u"app/desk/main.cpp"_s, u"QEventLoop loop;\n"_s, 1);
    row("the one loop", u"nestedLoop"_s, u"app/desk/main.cpp"_s, u"return QApplication::exec();\n"_s, 0);
    row("SQL statement", u"nestedLoop"_s, u"core/store/a.cpp"_s, u"statement.exec();\n"_s, 0);
}

void TestSourceRules::ruleJudges()
{
    QFETCH(QString, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, faults);
    const QStringList found = ruleNamed(rule)({{path, text}});
    QVERIFY2(found.size() == faults, qPrintable(found.join(u'\n')));
}

QTEST_APPLESS_MAIN(TestSourceRules)
#include "tst_source_rules.moc"
