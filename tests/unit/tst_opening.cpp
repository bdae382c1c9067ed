// SPDX-License-Identifier: GPL-3.0-or-later
// When a centre is open: the week, midday breaks, public holidays, make-up workdays and days that the centre itself is shut.
#include "core/domain/centre/opening.h"

#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int offset = 480;

OpeningHours hours()
{
    OpeningHours all;
    for (int weekday = 1; weekday <= 5; ++weekday)
        all.weekdays.append({weekday, {{510, 720}, {840, 1050}}});
    all.makeUpWorkday = {{540, 720}};
    all.closedDays = {{QDate(2026, 5, 6), u"搬迁"_s, u"Moving"_s}};
    return all;
}

} // namespace

class TestOpening : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opens_data();
    void opens();
    void holidaysCountOnlyWhereTheCentreSaysSo();
    void shippedCalendarIsRead();
    void neverOpenIsSaid();
};

void TestOpening::opens_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("closes");
    QTest::addColumn<QString>("opensAt");
    QTest::newRow("morning") << u"2026-03-02T09:00:00+08:00"_s << u"2026-03-02T12:00:00+08:00"_s << QString();
    QTest::newRow("first minute") << u"2026-03-02T08:30:00+08:00"_s << u"2026-03-02T12:00:00+08:00"_s << QString();
    QTest::newRow("before") << u"2026-03-02T08:29:59+08:00"_s << QString() << u"2026-03-02T08:30:00+08:00"_s;
    QTest::newRow("midday break begins") << u"2026-03-02T12:00:00+08:00"_s << QString() << u"2026-03-02T14:00:00+08:00"_s;
    QTest::newRow("evening") << u"2026-03-02T17:30:00+08:00"_s << QString() << u"2026-03-03T08:30:00+08:00"_s;
    QTest::newRow("Friday evening") << u"2026-03-06T18:00:00+08:00"_s << QString() << u"2026-03-09T08:30:00+08:00"_s;
    QTest::newRow("Saturday") << u"2026-03-07T10:00:00+08:00"_s << QString() << u"2026-03-09T08:30:00+08:00"_s;
    QTest::newRow("Saturday that is worked") << u"2026-02-28T10:00:00+08:00"_s << u"2026-02-28T12:00:00+08:00"_s << QString();
    QTest::newRow("Spring Festival") << u"2026-02-16T10:00:00+08:00"_s << QString() << u"2026-02-24T08:30:00+08:00"_s;
    QTest::newRow("shut for a day") << u"2026-05-06T10:00:00+08:00"_s << QString() << u"2026-05-07T08:30:00+08:00"_s;
}

void TestOpening::opens()
{
    QFETCH(QString, now);
    QFETCH(QString, closes);
    QFETCH(QString, opensAt);
    const Opening opening = openingAt(hours(), Instant::fromIso(now), offset, PublicCalendar::shipped());
    QCOMPARE(opening.isOpen, !closes.isEmpty());
    QCOMPARE(opening.closesAt, Instant::fromIso(closes));
    QCOMPARE(opening.opensAt, Instant::fromIso(opensAt));
}

void TestOpening::holidaysCountOnlyWhereTheCentreSaysSo()
{
    OpeningHours always = hours();
    always.closedOnPublicHolidays = false;
    QVERIFY(openingAt(always, Instant::fromIso(u"2026-02-16T10:00:00+08:00"_s), offset, PublicCalendar::shipped()).isOpen);
}

void TestOpening::shippedCalendarIsRead()
{
    const PublicCalendar& calendar = PublicCalendar::shipped();
    QVERIFY(calendar.isDayOff(QDate(2026, 10, 1)));
    QVERIFY(calendar.isMakeUpWorkday(QDate(2026, 10, 10)));
    QVERIFY(calendar.isDayOff(QDate(2019, 1, 1)));
    QVERIFY(!calendar.isDayOff(QDate(2026, 3, 2)));
    QVERIFY(!calendar.isDayOff(QDate(2027, 2, 6))); // no notice yet: plain weeks
}

void TestOpening::neverOpenIsSaid()
{
    const Opening opening = openingAt({}, Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s), offset, {});
    QVERIFY(!opening.isOpen);
    QVERIFY(!opening.opensAt);
}

QTEST_APPLESS_MAIN(TestOpening)
#include "tst_opening.moc"
