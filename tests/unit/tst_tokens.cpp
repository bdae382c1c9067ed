// SPDX-License-Identifier: GPL-3.0-or-later
// Every palette keeps the WCAG contrast that its use asks for.
#include "ui/widgets/theme/tokens.h"

#include <QTest>

using namespace onedoor;

Q_DECLARE_METATYPE(onedoor::Tokens)

class TestTokens : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ratioIsThatOfTheStandard();
    void contrast_data();
    void contrast();
};

void TestTokens::ratioIsThatOfTheStandard()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void TestTokens::contrast_data()
{
    QTest::addColumn<Tokens>("tokens");
    QTest::addColumn<double>("textFloor");
    QTest::newRow("light") << lightTokens() << 4.5;
    QTest::newRow("dark") << darkTokens() << 4.5;
    QTest::newRow("high contrast") << highContrastTokens() << 7.0;
    QTest::newRow("hall display") << hallTokens() << 7.0;
}

void TestTokens::contrast()
{
    QFETCH(Tokens, tokens);
    QFETCH(double, textFloor);
    constexpr double graphicsFloor = 3.0;
    const auto pairs = usedPairs(tokens);
    QVERIFY(pairs.size() > 50);
    for (const TokenPair& pair : pairs) {
        const double ratio = contrastRatio(pair.foreground, pair.background);
        const double floor = pair.text ? textFloor : graphicsFloor;
        QVERIFY2(ratio >= floor, qPrintable(QStringLiteral("%1: %2 < %3").arg(pair.name).arg(ratio).arg(floor)));
    }
}

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
