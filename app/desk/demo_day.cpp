// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/demo_day.h"

#include "core/base/json_fields.h"
#include "core/domain/centre/opening.h"
#include "core/services/api/administration.h"
#include "core/services/api/appointments.h"
#include "core/services/api/counter.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int secondsPerMinute = 60;
constexpr int minutesPerHour = 60;
constexpr int friday = 5;

int minuteOf(const QString& text)
{
    const QTime time = QTime::fromString(text, u"HH:mm"_s);
    return time.hour() * minutesPerHour + time.minute();
}

QDate newestWorkday(int offsetMinutes)
{
    QDate day = QDateTime::currentDateTimeUtc().addSecs(static_cast<qint64>(offsetMinutes) * secondsPerMinute).date();
    while (day.dayOfWeek() > friday)
        day = day.addDays(-1);
    return day;
}

QString text(const QJsonObject& object, const char* name)
{
    return object.value(QLatin1StringView(name)).toString();
}

} // namespace

Result<DemoDay> DemoDay::read(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(ErrorKind::Corrupt, u"demo.unreadable"_s);
    return DemoDay(document.object());
}

DemoOperator DemoDay::demoOperator() const
{
    const QJsonObject found = m_day.value(u"operator"_s).toObject();
    return {text(found, "login"), text(found, "displayName"), text(found, "place"), text(found, "pin")};
}

DemoOperator DemoDay::administrator() const
{
    const QJsonObject found = m_day.value(u"administrator"_s).toObject();
    return {text(found, "login"), text(found, "displayName"), {}, {}};
}

Instant DemoDay::beginning(int offsetMinutes) const
{
    return instantOf(newestWorkday(offsetMinutes), minuteOf(text(m_day, "begins")), offsetMinutes);
}

Result<void> DemoDay::makeAccounts(LocalGateway& gateway, const Session& administrator)
{
    const QString pin = demoOperator().pin;
    for (const auto& value : m_day.value(u"staff"_s).toArray()) {
        const QJsonObject account = value.toObject();
        ONEDOOR_TRY(gateway
                        .send(administrator, AccountCreate{text(account, "login"), text(account, "displayName"), {u"roomStaff"_s}, SecretKind::Pin, pin})
                        .result());
    }
    const DemoOperator demo = demoOperator();
    ONEDOOR_TRY(gateway
                    .send(administrator, AccountCreate{demo.login, demo.displayName, {u"receptionist"_s, u"roomStaff"_s, u"administrator"_s},
                                                       SecretKind::Pin, pin})
                    .result());
    return {};
}

Result<Session> DemoDay::play(LocalGateway& gateway, const Session& administrator, DemoClock& clock)
{
    const int offset = gateway.centreNow()->offsetMinutes;
    const QDate day = newestWorkday(offset);
    int minute = minuteOf(text(m_day, "begins"));
    ONEDOOR_TRY(makeAccounts(gateway, administrator));

    ONEDOOR_ASSIGN(Session demo, gateway.sessionOf(demoOperator().login).result());
    demo.place = demoOperator().place;
    std::vector<Desk> desks;
    desks.push_back({demo});
    for (const auto& value : m_day.value(u"staff"_s).toArray()) {
        ONEDOOR_ASSIGN(Session session, gateway.sessionOf(text(value.toObject(), "login")).result());
        session.place = text(value.toObject(), "place");
        desks.push_back({session});
    }
    for (const Desk& desk : desks)
        ONEDOOR_TRY(gateway.send(desk.session, PlaceStaff{desk.session.place, false}).result());

    ONEDOOR_TRY(book(gateway, demo, day, offset));
    const QJsonArray visits = m_day.value(u"visits"_s).toArray();
    qsizetype next = 0;
    for (const int last = minuteOf(text(m_day, "now")); minute <= last; ++minute) {
        clock.set(instantOf(day, minute, offset));
        for (; next < visits.size() && minuteOf(text(visits.at(next).toObject(), "at")) <= minute; ++next)
            ONEDOOR_TRY(arrive(gateway, demo, visits.at(next).toObject()));
        ONEDOOR_TRY(comeFor(gateway, demo, minute));
        for (Desk& desk : desks)
            ONEDOOR_TRY(work(gateway, desk, minute));
    }
    clock.run();
    return demo;
}

Result<void> DemoDay::arrive(LocalGateway& gateway, const Session& receptionist, const QJsonObject& visit)
{
    ONEDOOR_ASSIGN(const VisitRegister command, fromJson<VisitRegister>(visit.value(u"register"_s).toObject()));
    ONEDOOR_ASSIGN(const VisitReply reply, gateway.send(receptionist, command).result());
    m_visits.insert(reply.number, visit);
    ONEDOOR_TRY(gateway.send(receptionist, TicketRecordPrint{reply.number, true, u"slip"_s, {}}).result());
    return {};
}

Result<void> DemoDay::book(LocalGateway& gateway, const Session& receptionist, QDate day, int offsetMinutes)
{
    for (const auto& value : m_day.value(u"appointments"_s).toArray()) {
        const QJsonObject appointment = value.toObject();
        AppointmentBook command;
        command.newPerson = PersonInput{.name = text(appointment, "name"), .documentKind = DocumentKind::None, .phone = text(appointment, "phone")};
        command.service = text(appointment, "service");
        command.place = text(appointment, "place");
        command.beginsAt = instantOf(day, minuteOf(text(appointment, "at")), offsetMinutes);
        command.note = text(appointment, "summary");
        const Result<AppointmentReply> booked = gateway.send(receptionist, command).result();
        if (booked)
            m_booked.emplace_back(booked->row.appointment, appointment);
        else if (booked.error().code != u"appointment.closed"_s) // a public holiday that is no weekend
            return Unexpected(booked.error());
    }
    return {};
}

Result<void> DemoDay::comeFor(LocalGateway& gateway, const Session& receptionist, int minute)
{
    for (const auto& [id, appointment] : m_booked) {
        if (!appointment.contains(u"comes"_s) || minuteOf(text(appointment, "comes")) != minute)
            continue;
        ONEDOOR_ASSIGN(const VisitReply reply, gateway.send(receptionist, AppointmentArrive{id}).result());
        m_visits.insert(reply.number, appointment);
        ONEDOOR_TRY(gateway.send(receptionist, TicketRecordPrint{reply.number, true, u"slip"_s, {}}).result());
    }
    return {};
}

Result<void> DemoDay::work(LocalGateway& gateway, Desk& desk, int minute)
{
    if (!desk.ticket.isEmpty() && !desk.serving)
        return begin(gateway, desk, minute);
    if (minute < desk.busyUntil)
        return {};
    if (!desk.ticket.isEmpty())
        ONEDOOR_TRY(conclude(gateway, desk));
    const Result<TicketReply> called = gateway.send(desk.session, TicketCallNext{desk.session.place}).result();
    if (!called)
        return called.error().code == u"queue.empty"_s ? Result<void>() : Result<void>(Unexpected(called.error()));
    desk.ticket = called->ticket.number;
    desk.visit = m_visits.value(desk.ticket);
    return {};
}

Result<void> DemoDay::begin(LocalGateway& gateway, Desk& desk, int minute)
{
    TicketAtPlace at;
    at.ticket = desk.ticket;
    at.place = desk.session.place;
    if (desk.visit.value(u"missed"_s).toBool()) {
        ONEDOOR_TRY(gateway.send(desk.session, TicketRecall{at}).result());
        ONEDOOR_TRY(gateway.send(desk.session, TicketMiss{at}).result());
        desk.ticket.clear();
        return {};
    }
    ONEDOOR_TRY(gateway.send(desk.session, TicketBegin{at}).result());
    desk.serving = true;
    desk.busyUntil = minute + desk.visit.value(u"minutes"_s).toInt();
    return {};
}

Result<void> DemoDay::conclude(LocalGateway& gateway, Desk& desk)
{
    const QString ticket = std::exchange(desk.ticket, {});
    desk.serving = false;
    const QString hold = text(desk.visit, "hold");
    const QString transfer = text(desk.visit, "transfer");
    const QString place = desk.session.place;
    const bool first = !m_held.contains(ticket);
    m_held.append(ticket);
    if (!hold.isEmpty() && first)
        ONEDOOR_TRY(gateway.send(desk.session, TicketHold{ticket, place, hold}).result());
    else if (!transfer.isEmpty() && first)
        ONEDOOR_TRY(gateway.send(desk.session, TicketTransfer{ticket, place, transfer, {}, {}}).result());
    else
        ONEDOOR_TRY(gateway.send(desk.session, TicketFinish{ticket, place, text(desk.visit, "outcome"), {}}).result());
    return {};
}

} // namespace onedoor
