// SPDX-License-Identifier: GPL-3.0-or-later
// Colours have names: no literal colour stands in ui/ or app/ outside ui/widgets/theme.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression& literalColour()
{
    // Hex notation, QColor and friends made from numbers or text, style sheet functions, Qt's named colours.
    static const QRegularExpression pattern(QStringList{u"#[0-9A-Fa-f]{6}\\b"_s, u"[\"']#[0-9A-Fa-f]{3,8}[\"']"_s,
        u"\\bQColor\\s*[({]\\s*[u0-9\"]?[0-9\"]"_s, u"\\bqRgba?\\s*\\(\\s*[0-9]"_s,
        u"\\bfrom(?:Rgb|Hsv|Hsl)F?\\s*\\(\\s*[0-9]"_s, u"\\brgba?\\(\\s*[0-9]"_s,
        u"\\bQt::(?:red|green|blue|cyan|magenta|yellow|gray|black|white|lightGray)\\b"_s,
        u"\\bQt::dark(?:Red|Green|Blue|Cyan|Magenta|Yellow|Gray)\\b"_s}.join(u'|'));
    return pattern;
}

/// "file:line: text" of every literal colour in one source text.
QStringList findings(const QString& name, const QString& text)
{
    QStringList result;
    int number = 0;
    for (const QString& line : text.split(u'\n')) {
        ++number;
        if (literalColour().match(line).hasMatch())
            result.append(u"%1:%2: %3"_s.arg(name).arg(number).arg(line.trimmed()));
    }
    return result;
}

} // namespace

class TestNoLiteralColours : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void patternSees_data();
    void patternSees();
    void sourcesHaveNone();
};

void TestNoLiteralColours::patternSees_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isColour");
    QTest::newRow("three numbers") << u"const QColor red(0); painter.setPen(QColor(255, 0, 0));"_s << true;
    QTest::newRow("hex text") << u"label->setStyleSheet(u\"color: #ff0000\"_s);"_s << true;
    QTest::newRow("named by Qt") << u"painter.fillRect(rect, Qt::darkRed);"_s << true;
    QTest::newRow("white") << u"painter.setPen(Qt::white);"_s << true;
    QTest::newRow("braces") << u"QColor{12, 12, 12}"_s << true;
    QTest::newRow("css function") << u"color: rgba(0, 0, 0, 50%)"_s << true;
    QTest::newRow("token") << u"painter.setPen(tokens().muted);"_s << false;
    QTest::newRow("copy") << u"QColor edge = t.ink(tone);"_s << false;
    QTest::newRow("include") << u"#include <QColor>"_s << false;
    QTest::newRow("transparent") << u"Qt::transparent"_s << false;
}

void TestNoLiteralColours::patternSees()
{
    QFETCH(QString, line);
    QFETCH(bool, isColour);
    QCOMPARE(!findings(u"x"_s, line).isEmpty(), isColour);
}

void TestNoLiteralColours::sourcesHaveNone()
{
    const QString root = QStringLiteral(ONEDOOR_SOURCE_DIR);
    QStringList found;
    int seen = 0;
    for (const QString& folder : {u"/ui"_s, u"/app"_s}) {
        QDirIterator files(root + folder, {u"*.cpp"_s, u"*.h"_s, u"*.ui"_s, u"*.qss"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString name = files.next();
            if (name.contains(u"/ui/widgets/theme/"_s))
                continue;
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            found += findings(name.mid(root.size() + 1), QString::fromUtf8(file.readAll()));
            ++seen;
        }
    }
    QVERIFY(seen > 5);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_APPLESS_MAIN(TestNoLiteralColours)
#include "tst_no_literal_colours.moc"
