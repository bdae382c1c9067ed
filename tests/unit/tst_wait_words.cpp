// SPDX-License-Identifier: GPL-3.0-or-later
// An estimate in words, in both languages: round minutes, never seconds; very short, very long, too late, planned. Complaints 9 and 27.
#include "ui/models/wait_words.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestWaitWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ranges_data();
    void ranges();
    void everyPairReads();
    void slipSaysOnlyWhatIsMeant();
    void levels();

private:
    void speak(bool chinese)
    {
        QCoreApplication::removeTranslator(&m_translator);
        if (chinese && m_translator.load(u":/i18n/onedoor_zh_CN.qm"_s))
            QCoreApplication::installTranslator(&m_translator);
    }
    QTranslator m_translator;
};

void TestWaitWords::ranges_data()
{
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("chinese");
    const auto minutes = [](double low, double high, const char* english, const char* chinese) {
        QTest::newRow(english) << int(low * 60) << int(high * 60) << QString::fromUtf8(english) << QString::fromUtf8(chinese);
    };
    minutes(0, 1, "under 5 minutes", "5分钟以内");
    minutes(1, 11, "under 10 minutes", "10分钟以内");
    minutes(9, 24, "10–25 minutes", "10–25分钟");
    minutes(14.5, 15.5, "about 15 minutes", "约15分钟");
    minutes(41, 68, "40–70 minutes", "40–70分钟");
    minutes(62, 118, "60–120 minutes", "60–120分钟");
    minutes(33, 190, "35 minutes to more than 2 hours", "35分钟至2小时以上");
    minutes(2, 180, "up to more than 2 hours", "时间不定，可能2小时以上");
    minutes(120, 200, "more than 2 hours", "2小时以上");
}

void TestWaitWords::ranges()
{
    QFETCH(const int, low);
    QFETCH(const int, high);
    const WaitEstimate estimate{.lowSeconds = low, .likelySeconds = (low + high) / 2, .highSeconds = high, .learned = true};
    speak(false);
    QTEST(words::wait(estimate), "english");
    QCOMPARE(words::waitBriefly(estimate), words::wait(estimate));
    speak(true);
    QTEST(words::wait(estimate), "chinese");
}

/// No pair of ends gives an empty, backward or seconds-long text.
void TestWaitWords::everyPairReads()
{
    speak(false);
    for (int low = 0; low < 9'000; low += 37) {
        for (int high = low; high < 20'000; high += 411) {
            const QString text = words::wait({.lowSeconds = low, .likelySeconds = low, .highSeconds = high, .learned = true});
            QVERIFY(!text.isEmpty() && text.size() < 40);
            const QStringList ends = text.section(u' ', 0, 0).split(u'–');
            if (ends.size() == 2)
                QVERIFY2(ends[0].toInt() < ends[1].toInt(), qPrintable(text));
            QVERIFY2(!text.startsWith(u'0') && !text.contains(u'-'), qPrintable(text));
        }
    }
}

void TestWaitWords::slipSaysOnlyWhatIsMeant()
{
    WaitEstimate estimate{.lowSeconds = 600, .likelySeconds = 1'000, .highSeconds = 1'500, .learned = true};
    speak(true);
    QCOMPARE(words::waitOnSlip(estimate), u"预计等候：10–25分钟"_s);
    estimate.learned = false;
    QCOMPARE(words::waitOnSlip(estimate), u"按计划用时估算约需等候：10–25分钟"_s);
    QCOMPARE(words::wait(estimate), u"10–25分钟（按计划用时估算）"_s);
    estimate.learned = estimate.mayMissClosing = true;
    QCOMPARE(words::waitOnSlip(estimate), u"预计等候：10–25分钟，下班前可能轮不到"_s);
    estimate.state = WaitState::NotToday;
    QCOMPARE(words::waitOnSlip(estimate), u"今日下班前可能轮不到，请咨询工作人员"_s);
    estimate.state = WaitState::AtOnce;
    QCOMPARE(words::waitOnSlip(estimate), u"马上为您叫号，请留意"_s);
    estimate.state = WaitState::Unstaffed;
    QVERIFY(words::waitOnSlip(estimate).isEmpty());
    QVERIFY(words::waitBriefly(estimate).isEmpty());
    QCOMPARE(words::wait(estimate), u"目前无人值守"_s);
    speak(false);
    QCOMPARE(words::wait(estimate), u"Nobody serves this at the moment"_s);
}

void TestWaitWords::levels()
{
    const QueueSettings settings{.longWaitMinutes = 30, .veryLongWaitMinutes = 90};
    QCOMPARE(words::levelOfWait(settings, 10 * 60), WaitLevel::Short);
    QCOMPARE(words::levelOfWait(settings, 30 * 60), WaitLevel::Long);
    QCOMPARE(words::levelOfWait(settings, 3 * 3'600), WaitLevel::VeryLong);
}

QTEST_GUILESS_MAIN(TestWaitWords)
#include "tst_wait_words.moc"
