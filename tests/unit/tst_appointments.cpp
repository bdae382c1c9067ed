// SPDX-License-Identifier: GPL-3.0-or-later
// Appointments against the real gateway: what is free, what is refused and why, and where somebody stands who comes for one. Answers
// queue.md section 5: complaints 14 (editing an appointment moves nobody in the queue; counted from its minute, to the second), 22 (two
// booked into one slot) and 29 (who is expected is there before any search).
#include "core/services/api/appointments.h"

#include "core/base/random.h"
#include "core/domain/appointment/appointment_decide.h"
#include "core/domain/appointment/appointment_slots.h"
#include "core/services/api/counter.h"
#include "core/services/api/erasure.h"
#include "core/services/error_text.h"
#include "tests/support/demo_centre.h"

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

Instant at(const char* time, const char* day = "2026-03-02")
{
    return Instant::fromIso(QString::fromLatin1(day) + u'T' + QString::fromLatin1(time) + u":00+08:00"_s);
}

} // namespace

class TestAppointments : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nameAndPhoneAreEnough();
    void nobodyIsBookedIntoATakenSlot();
    void refusalsSayWhy_data();
    void refusalsSayWhy();
    void aPlaceIsTakenForEveryService();
    void capacityIsPerMomentNotPerOverlap();
    void freeTimesLieInOpeningHours();
    void movingKeepsItsOwnTimeFree();
    void cancellingFreesTheTimeAndCanBeTakenBack();
    void whoIsExpectedIsFoundFirst();
    void standing_data();
    void standing();
    void waitsFromItsMinute();
    void lateWithinTheWindowAsIfThere();
    void tooLateLikeAnybodyElse();
    void othersStandWhereTheyStood();
    void editingMovesNobody();
    void whoDoesNotComeCountsAsMissed();
    void comesAfterAll();
    void oneTicketForOneAppointment();
    void otherPersonIsRefused();
    void ordinaryRegistrationKeepsIt();
    void keptForItsPlace();
    void surviveARestartAndARebuild();
    void erasingNamesTheAppointment();
    void rightsAreTheRoles();

private:
    AppointmentBook wish(const QString& name, Instant begins, const QString& service = u"legalAdvice"_s);
    AppointmentRow book(const AppointmentBook& wish) { return DemoCentre::wait(m_demo->gateway().send(m_desk, wish)).row; }
    AppointmentRow book(const QString& name, const char* time) { return book(wish(name, at(time))); }
    template <typename Act>
    QString refusal(const Act& act)
    {
        const auto outcome = DemoCentre::outcome(m_demo->gateway().send(m_desk, act));
        return outcome ? QString() : outcome.error().code;
    }
    VisitReply arrive(const AppointmentRow& row) { return DemoCentre::wait(m_demo->gateway().send(m_desk, AppointmentArrive{row.appointment})); }
    std::vector<TicketRow> queue() { return DemoCentre::wait(m_demo->gateway().ask(m_desk, QueueWaiting{u"legalAdvice"_s})).tickets; }
    QStringList order();
    AppointmentRow shown(const AppointmentRow& row);

    std::unique_ptr<DemoCentre> m_demo;
    Session m_desk;
};

void TestAppointments::init()
{
    CentreDefinition centre = DemoCentre::shipped();
    centre.appointments = AppointmentSettings{.earlyMinutes = 30, .lateMinutes = 15, .headStartMinutes = 0, .lengthMinutes = 30, .capacity = 1,
                                              .stepMinutes = 30, .daysAhead = 14, .services = {{u"legalAid"_s, 60, 2}}};
    m_demo = std::make_unique<DemoCentre>(centre);
    m_desk = m_demo->session("wang.fang", u"window1"_s);
}

AppointmentBook TestAppointments::wish(const QString& name, Instant begins, const QString& service)
{
    AppointmentBook book;
    book.newPerson = PersonInput{.name = name, .documentKind = DocumentKind::None, .phone = u"13871234567"_s};
    book.service = service;
    book.beginsAt = begins;
    book.note = u"租房押金"_s;
    return book;
}

QStringList TestAppointments::order()
{
    QStringList names;
    for (const TicketRow& row : queue())
        names << row.name;
    return names;
}

AppointmentRow TestAppointments::shown(const AppointmentRow& row)
{
    const QDate day = row.beginsAt.dateAt(m_demo->gateway().centre().offsetMinutes);
    for (const AppointmentRow& each : DemoCentre::wait(m_demo->gateway().ask(m_desk, AppointmentList{day})).appointments) {
        if (each.appointment == row.appointment)
            return each;
    }
    return {};
}

void TestAppointments::nameAndPhoneAreEnough()
{
    const AppointmentRow row = book(u"周敏"_s, "10:00");
    QCOMPARE(row.name, u"周敏"_s);
    QCOMPARE(row.phone, u"138****4567"_s);
    QCOMPARE(row.lengthMinutes, 30u);
    QCOMPARE(row.status, AppointmentStatus::Expected);
    QCOMPARE(row.bookedName, u"王芳"_s);
    AppointmentBook nobody = wish(u"周敏"_s, at("10:30"));
    nobody.newPerson.reset();
    QCOMPARE(refusal(nobody), u"visit.noPerson"_s);
}

/// Complaint 22 (TheQ PR #405: a race on booking slots).
void TestAppointments::nobodyIsBookedIntoATakenSlot()
{
    std::vector<QFuture<Result<AppointmentReply>>> all;
    for (int each = 0; each < 20; ++each)
        all.push_back(m_demo->gateway().send(m_desk, wish(u"来访人%1"_s.arg(each), at("10:00"))));
    int booked = 0;
    for (auto& each : all) {
        const auto outcome = DemoCentre::outcome(each);
        booked += outcome ? 1 : 0;
        if (!outcome) {
            QCOMPARE(outcome.error().code, u"appointment.full"_s);
            QCOMPARE(outcome.error().facts.value(u"next"_s).toLongLong(), qint64(at("10:30").milliseconds));
            QVERIFY(errorText(outcome.error(), m_demo->gateway().centre()).contains(u"10:30"_s));
        }
    }
    QCOMPARE(booked, 1);
}

void TestAppointments::refusalsSayWhy_data()
{
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("next");
    QTest::newRow("over already") << u"2026-03-02T08:30:00+08:00"_s << u"appointment.past"_s << QString();
    QTest::newRow("lunch") << u"2026-03-02T12:00:00+08:00"_s << u"appointment.closed"_s << u"2026-03-02T14:00:00+08:00"_s;
    QTest::newRow("reaches into lunch") << u"2026-03-02T11:45:00+08:00"_s << u"appointment.closed"_s << u"2026-03-02T14:00:00+08:00"_s;
    QTest::newRow("night: the next day") << u"2026-03-02T19:00:00+08:00"_s << u"appointment.closed"_s << u"2026-03-03T08:30:00+08:00"_s;
    QTest::newRow("Saturday: the Monday after") << u"2026-03-07T10:00:00+08:00"_s << u"appointment.closed"_s << u"2026-03-09T08:30:00+08:00"_s;
    QTest::newRow("too far ahead") << u"2026-03-17T10:00:00+08:00"_s << u"appointment.tooFarAhead"_s << QString();
    QTest::newRow("free") << u"2026-03-16T10:00:00+08:00"_s << QString() << QString();
}

void TestAppointments::refusalsSayWhy()
{
    QFETCH(QString, when);
    QFETCH(QString, code);
    QFETCH(QString, next);
    const auto outcome = DemoCentre::outcome(m_demo->gateway().send(m_desk, wish(u"周敏"_s, Instant::fromIso(when))));
    QCOMPARE(outcome ? QString() : outcome.error().code, code);
    if (!outcome)
        QCOMPARE(outcome.error().facts.value(u"next"_s).toLongLong(), qint64(Instant::fromIso(next).milliseconds));
}

void TestAppointments::aPlaceIsTakenForEveryService()
{
    AppointmentBook first = wish(u"周敏"_s, at("10:00"), u"legalAid"_s);
    first.place = u"window6"_s;
    (void)book(first);
    AppointmentBook other = wish(u"吴刚"_s, at("10:30"), u"legalAdvice"_s); // the first one takes an hour
    other.place = u"window6"_s;
    QCOMPARE(refusal(other), u"appointment.full"_s);
    other.place = u"window1"_s;
    QCOMPARE(refusal(other), u"appointment.placeServesNot"_s);
    other.place.clear();
    QCOMPARE(refusal(other), QString());
}

/// Two that follow each other are never there at the same time: a third one that overlaps both has room for one.
void TestAppointments::capacityIsPerMomentNotPerOverlap()
{
    for (const char* time : {"09:00", "10:00"})
        (void)book(wish(u"来访人"_s + QString::fromLatin1(time), at(time), u"legalAid"_s));
    QCOMPARE(refusal(wish(u"周敏"_s, at("09:30"), u"legalAid"_s)), QString());
    QCOMPARE(refusal(wish(u"吴刚"_s, at("09:30"), u"legalAid"_s)), u"appointment.full"_s);
    QCOMPARE(refusal(wish(u"吴刚"_s, at("11:00"), u"legalAid"_s)), QString());
}

void TestAppointments::freeTimesLieInOpeningHours()
{
    (void)book(u"周敏"_s, "10:00");
    const FreeTimes free = DemoCentre::wait(m_demo->gateway().ask(m_desk, AppointmentFree{u"legalAdvice"_s}));
    QCOMPARE(free.times.size(), 6u + 7u - 1u); // 9:00 to 11:30 and 14:00 to 17:00, without 10:00
    QCOMPARE(free.times.front(), at("09:00"));
    QCOMPARE(free.times.back(), at("17:00"));
    QVERIFY(std::find(free.times.begin(), free.times.end(), at("10:00")) == free.times.end());
    const FreeTimes weekend = DemoCentre::wait(m_demo->gateway().ask(m_desk, AppointmentFree{u"legalAdvice"_s, {}, QDate(2026, 3, 7)}));
    QVERIFY(weekend.times.empty());
    QCOMPARE(weekend.next, at("08:30", "2026-03-09"));
    for (const Instant time : free.times) // what is offered is granted
        QCOMPARE(refusal(wish(u"来访人"_s + time.toIso(480), time)), QString());
    QVERIFY(DemoCentre::wait(m_demo->gateway().ask(m_desk, AppointmentFree{u"legalAdvice"_s})).times.empty());
}

void TestAppointments::movingKeepsItsOwnTimeFree()
{
    const AppointmentRow first = book(u"周敏"_s, "10:00");
    const AppointmentRow second = book(u"吴刚"_s, "11:00");
    QCOMPARE(refusal(AppointmentChange{second.appointment, {}, {}, at("10:00")}), u"appointment.full"_s);
    const auto moved = DemoCentre::wait(m_demo->gateway().send(m_desk, AppointmentChange{first.appointment, {}, {}, at("10:15")}));
    QCOMPARE(moved.row.beginsAt, at("10:15"));
    QCOMPARE(moved.before.beginsAt, at("10:00"));
    QCOMPARE(refusal(AppointmentChange{first.appointment, {}, {}, moved.before.beginsAt}), QString()); // undone
    QCOMPARE(refusal(AppointmentChange{first.appointment, {}, {}, {}, {}, QString()}), u"text.required"_s);
}

void TestAppointments::cancellingFreesTheTimeAndCanBeTakenBack()
{
    const AppointmentRow first = book(u"周敏"_s, "10:00");
    const AppointmentReply cancelled = DemoCentre::wait(m_demo->gateway().send(m_desk, AppointmentCancel{first.appointment, CancelReason::Visitor, u"来电取消"_s}));
    QCOMPARE(cancelled.row.status, AppointmentStatus::Cancelled);
    QCOMPARE(cancelled.row.cancelNote, u"来电取消"_s);
    QCOMPARE(refusal(AppointmentCancel{first.appointment}), u"appointment.cancelled"_s);
    QCOMPARE(refusal(AppointmentArrive{first.appointment}), u"appointment.cancelled"_s);
    const AppointmentRow second = book(u"吴刚"_s, "10:00");
    QCOMPARE(refusal(AppointmentRestore{first.appointment}), u"appointment.full"_s);
    QCOMPARE(refusal(AppointmentCancel{second.appointment}), QString());
    QCOMPARE(refusal(AppointmentRestore{first.appointment}), QString());
    QCOMPARE(shown(first).status, AppointmentStatus::Expected);
    QCOMPARE(refusal(AppointmentRestore{first.appointment}), u"appointment.notCancelled"_s);
}

void TestAppointments::whoIsExpectedIsFoundFirst()
{
    for (int each = 0; each < 30; ++each)
        (void)m_demo->visit(m_desk, u"周敏"_s);
    const AppointmentRow row = book(u"周敏"_s, "10:00");
    for (const QString& text : {u"周敏"_s, u"zhoumin"_s, u"4567"_s}) {
        const LookupReply found = DemoCentre::wait(m_demo->gateway().ask(m_desk, PersonLookup{text, 40}));
        const auto expected = std::find_if(found.persons.begin(), found.persons.end(), [&](const PersonRow& each) { return each.appointment == row.appointment; });
        QVERIFY2(expected != found.persons.end(), qPrintable(text));
        QCOMPARE(expected->appointedAt, at("10:00"));
    }
    const AppointmentRows expected = DemoCentre::wait(m_demo->gateway().ask(m_desk, AppointmentList{{}, true}));
    QCOMPARE(expected.appointments.size(), 1u);
    (void)arrive(row);
    QVERIFY(DemoCentre::wait(m_demo->gateway().ask(m_desk, AppointmentList{{}, true})).appointments.empty());
    const LookupReply found = DemoCentre::wait(m_demo->gateway().ask(m_desk, PersonLookup{u"4567"_s}));
    QVERIFY(found.persons.front().appointment.isNull()); // came already
}

void TestAppointments::standing_data()
{
    QTest::addColumn<qint64>("seconds"); // of the arrival after the minute
    QTest::addColumn<int>("standing");
    const auto row = [](const char* title, qint64 seconds, AppointmentStanding standing) { QTest::newRow(title) << seconds << int(standing); };
    row("before the window", -30 * 60 - 1, AppointmentStanding::TooEarly);
    row("window opens", -30 * 60, AppointmentStanding::OnTime);
    row("on the second", 0, AppointmentStanding::OnTime);
    row("a second late", 1, AppointmentStanding::Late);
    row("last second of the window", 15 * 60, AppointmentStanding::Late);
    row("a second too late", 15 * 60 + 1, AppointmentStanding::TooLate);
}

void TestAppointments::standing()
{
    QFETCH(qint64, seconds);
    QFETCH(int, standing);
    const AppointmentBooked booked{.beginsAt = at("10:00"), .earlyMinutes = 30, .lateMinutes = 15};
    QCOMPARE(int(standingOf(booked, booked.beginsAt.plusSeconds(seconds))), standing);
}

/// Complaint 14 (ZMSKVR-1493: counted a minute late): in the queue as of the minute itself.
void TestAppointments::waitsFromItsMinute()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    m_demo->clock().set(at("09:40"));
    const VisitReply reply = arrive(row);
    m_demo->clock().set(at("09:59").plusSeconds(59));
    (void)m_demo->visit(m_desk, u"前一秒"_s);
    m_demo->clock().set(at("10:00").plusSeconds(1));
    (void)m_demo->visit(m_desk, u"后一秒"_s);
    QCOMPARE(order(), (QStringList{u"前一秒"_s, u"预约人"_s, u"后一秒"_s}));
    const TicketRow ticket = queue()[1];
    QCOMPARE(ticket.number, reply.number);
    QCOMPARE(ticket.arrivedAt, at("09:40"));
    QCOMPARE(ticket.queueTime, at("10:00"));
    QCOMPARE(ticket.waitingSince, at("10:00"));
    QVERIFY(ticket.appointment && ticket.appointment->standing == AppointmentStanding::OnTime);
    QVERIFY2(ticket.why.contains(u"waits from the appointment at 10:00"_s), qPrintable(ticket.why));
    QCOMPARE(shown(row).status, AppointmentStatus::Kept);
    QCOMPARE(shown(row).number, reply.number);
}

void TestAppointments::lateWithinTheWindowAsIfThere()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    m_demo->clock().set(at("10:05"));
    (void)m_demo->visit(m_desk, u"先到"_s);
    m_demo->clock().set(at("10:15"));
    const VisitReply reply = arrive(row);
    QCOMPARE(reply.ahead, 0u);
    QCOMPARE(order(), (QStringList{u"预约人"_s, u"先到"_s}));
}

void TestAppointments::tooLateLikeAnybodyElse()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    m_demo->clock().set(at("10:10"));
    (void)m_demo->visit(m_desk, u"先到"_s);
    m_demo->clock().set(at("10:16"));
    const VisitReply reply = arrive(row);
    QCOMPARE(reply.ahead, 1u);
    QCOMPARE(order(), (QStringList{u"先到"_s, u"预约人"_s}));
    QVERIFY2(queue()[1].why.contains(u"came too late for it"_s), qPrintable(queue()[1].why));
    QCOMPARE(queue()[1].queueTime, at("10:16"));
}

/// Complaint 1 and 2: an appointment that comes in changes nobody else's arrival, number or order among each other.
void TestAppointments::othersStandWhereTheyStood()
{
    SeededRandom random(7);
    std::vector<AppointmentRow> rows;
    for (const char* time : {"09:30", "10:00", "10:30", "11:00"})
        rows.push_back(book(u"预约"_s + QString::fromLatin1(time), time));
    QStringList others;
    std::map<QString, std::pair<Instant, Instant>> stood;
    for (int minute = 0; minute < 120; minute += 5) {
        m_demo->clock().set(at("09:00").plusSeconds(60 * minute));
        const QString name = u"来访%1"_s.arg(minute);
        (void)m_demo->visit(m_desk, name);
        others << name;
        if (random.below(3) == 0 && !rows.empty()) {
            (void)arrive(rows.back());
            rows.pop_back();
        }
        QStringList seen;
        for (const TicketRow& row : queue()) {
            if (row.appointment)
                continue;
            seen << row.name;
            const auto known = stood.try_emplace(row.name, row.arrivedAt, row.queueTime).first->second;
            QCOMPARE(row.arrivedAt, known.first);
            QCOMPARE(row.queueTime, known.second);
        }
        QCOMPARE(seen, others);
    }
    QVERIFY(rows.size() < 4);
}

/// Complaint 14 (ZMSKVR-1061: editing an appointment slides it down the queue).
void TestAppointments::editingMovesNobody()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    m_demo->clock().set(at("09:50"));
    (void)arrive(row);
    QCOMPARE(refusal(AppointmentChange{row.appointment, {}, {}, at("11:00")}), u"appointment.kept"_s);
    QCOMPARE(queue().front().queueTime, at("10:00"));
}

void TestAppointments::whoDoesNotComeCountsAsMissed()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    m_demo->clock().set(at("10:15"));
    QCOMPARE(shown(row).status, AppointmentStatus::Expected);
    m_demo->clock().set(at("10:15").plusSeconds(1));
    QCOMPARE(shown(row).status, AppointmentStatus::Missed);
    QCOMPARE(DemoCentre::wait(m_demo->gateway().ask(m_desk, AppointmentList{{}, true})).appointments.size(), 1u); // may still come
}

void TestAppointments::comesAfterAll()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    m_demo->clock().set(at("16:00"));
    (void)arrive(row);
    QCOMPARE(shown(row).status, AppointmentStatus::Kept);
    const AppointmentRow tomorrow = book(wish(u"吴刚"_s, at("10:00", "2026-03-03")));
    QCOMPARE(refusal(AppointmentArrive{tomorrow.appointment}), u"appointment.otherDay"_s);
}

/// Complaint 25 and 36: a second press issues no second ticket; one that was withdrawn may be followed by another.
void TestAppointments::oneTicketForOneAppointment()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    m_demo->clock().set(at("09:50"));
    const VisitReply reply = arrive(row);
    const auto again = DemoCentre::outcome(m_demo->gateway().send(m_desk, AppointmentArrive{row.appointment}));
    QVERIFY(!again);
    QCOMPARE(again.error().code, u"appointment.kept"_s);
    QCOMPARE(again.error().facts.value(u"who"_s).toString(), u"王芳"_s);
    QCOMPARE(queue().size(), 1u);
    DemoCentre::wait(m_demo->gateway().send(m_desk, TicketWithdraw{{reply.number, {}}}));
    QCOMPARE(refusal(AppointmentArrive{row.appointment}), QString());
    QCOMPARE(queue().size(), 1u);
}

void TestAppointments::otherPersonIsRefused()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    VisitRegister visit;
    visit.newPerson = PersonInput{.name = u"别人"_s, .documentKind = DocumentKind::None};
    visit.service = u"legalAdvice"_s;
    visit.summary = u"咨询"_s;
    visit.appointment = row.appointment;
    QCOMPARE(refusal(visit), u"appointment.otherPerson"_s);
    QVERIFY(queue().empty());
}

void TestAppointments::ordinaryRegistrationKeepsIt()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    m_demo->clock().set(at("09:55"));
    VisitRegister visit;
    visit.person = row.person;
    visit.service = u"legalAdvice"_s;
    visit.summary = u"另有说明"_s;
    visit.appointment = row.appointment;
    const VisitReply reply = DemoCentre::wait(m_demo->gateway().send(m_desk, visit));
    QCOMPARE(shown(row).number, reply.number);
    QCOMPARE(queue().front().queueTime, at("10:00"));
}

void TestAppointments::keptForItsPlace()
{
    AppointmentBook wished = wish(u"预约人"_s, at("10:00"));
    wished.place = u"gongxinStudio"_s;
    const AppointmentRow row = book(wished);
    m_demo->clock().set(at("10:00"));
    const VisitReply reply = arrive(row);
    QCOMPARE(reply.places, std::vector<QString>{u"gongxinStudio"_s});
    const Session lawyer = m_demo->session("li.jun", u"window6"_s);
    const auto called = DemoCentre::outcome(m_demo->gateway().send(lawyer, TicketCallNext{u"window6"_s}));
    QVERIFY(!called && called.error().code == u"queue.empty"_s);
    const Session studio = m_demo->session("zhao.min", u"gongxinStudio"_s);
    QCOMPARE(DemoCentre::wait(m_demo->gateway().send(studio, TicketCallNext{u"gongxinStudio"_s})).ticket.number, reply.number);
}

void TestAppointments::surviveARestartAndARebuild()
{
    const AppointmentRow kept = book(u"预约人"_s, "10:00");
    const AppointmentRow expected = book(u"周敏"_s, "11:00");
    m_demo->clock().set(at("09:50"));
    (void)arrive(kept);
    const AppointmentRow keptBefore = shown(kept);
    const AppointmentRow expectedBefore = shown(expected);
    const std::vector<TicketRow> before = queue();
    m_demo->close();
    for (const QString& file : QDir(m_demo->paths().folder).entryList({u"views*"_s}, QDir::Files))
        QVERIFY(QFile::remove(QDir(m_demo->paths().folder).filePath(file)));
    m_demo->reopen();
    QVERIFY(shown(kept) == keptBefore);
    QVERIFY(shown(expected) == expectedBefore);
    QVERIFY(queue() == before);
}

void TestAppointments::erasingNamesTheAppointment()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    const Session admin = m_demo->session("admin");
    const auto erased = DemoCentre::outcome(m_demo->gateway().send(admin, PersonErase{row.person, ErasureReason::ConsentWithdrawn, u"预约人"_s}));
    QVERIFY(!erased);
    QCOMPARE(erased.error().code, u"person.isExpected"_s);
    DemoCentre::wait(m_demo->gateway().send(m_desk, AppointmentCancel{row.appointment}));
    QVERIFY(DemoCentre::outcome(m_demo->gateway().send(admin, PersonErase{row.person, ErasureReason::ConsentWithdrawn, u"预约人"_s})));
    QVERIFY(shown(row).name.isEmpty());
    QVERIFY(shown(row).note.isEmpty());
}

void TestAppointments::rightsAreTheRoles()
{
    const AppointmentRow row = book(u"预约人"_s, "10:00");
    const Session room = m_demo->session("li.jun", u"window6"_s);
    QVERIFY(DemoCentre::outcome(m_demo->gateway().ask(room, AppointmentList{})));
    const auto cancelled = DemoCentre::outcome(m_demo->gateway().send(room, AppointmentCancel{row.appointment}));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, u"session.notPermitted"_s);
}

QTEST_GUILESS_MAIN(TestAppointments)
#include "tst_appointments.moc"
