// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of a centre file: for every struct of centre_definition.h its members in JSON order, with their bounds.
// `describe` is called with a TemplateReader or a TemplateWriter; adding a field here adds it to both. No state, any thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/centre/template_reader.h"

#include <concepts>

namespace onedoor {

namespace centrewords {
using namespace Qt::StringLiterals;
inline constexpr FieldWords<int, 7> weekday{{{"monday"_L1, 1},
                                             {"tuesday"_L1, 2},
                                             {"wednesday"_L1, 3},
                                             {"thursday"_L1, 4},
                                             {"friday"_L1, 5},
                                             {"saturday"_L1, 6},
                                             {"sunday"_L1, 7}}};
inline constexpr FieldWords<UnitKind, 6> unitKind{{{"centre"_L1, UnitKind::Centre},
                                                   {"studio"_L1, UnitKind::Studio},
                                                   {"mediation"_L1, UnitKind::Mediation},
                                                   {"tribunal"_L1, UnitKind::Tribunal},
                                                   {"department"_L1, UnitKind::Department},
                                                   {"room"_L1, UnitKind::Room}}};
inline constexpr FieldWords<Presence, 3> presence{
    {{"resident"_L1, Presence::Resident}, {"rotating"_L1, Presence::Rotating}, {"onCall"_L1, Presence::OnCall}}};
inline constexpr FieldWords<PlaceKind, 4> placeKind{{{"window"_L1, PlaceKind::Window},
                                                     {"room"_L1, PlaceKind::Room},
                                                     {"studio"_L1, PlaceKind::Studio},
                                                     {"tribunal"_L1, PlaceKind::Tribunal}}};
inline constexpr FieldWords<HoldKind, 3> holdKind{{{"papersBack"_L1, HoldKind::PapersBack},
                                                   {"papersKept"_L1, HoldKind::PapersKept},
                                                   {"internalStep"_L1, HoldKind::InternalStep}}};
inline constexpr FieldWords<ServiceFlag, 3> serviceFlag{{{"confidential"_L1, ServiceFlag::Confidential},
                                                         {"byAppointment"_L1, ServiceFlag::ByAppointment},
                                                         {"silentCall"_L1, ServiceFlag::SilentCall}}};
inline constexpr FieldWords<ClosingAct, 5> closingAct{{{"carryOver"_L1, ClosingAct::CarryOver},
                                                       {"notServed"_L1, ClosingAct::NotServed},
                                                       {"left"_L1, ClosingAct::Left},
                                                       {"served"_L1, ClosingAct::Served},
                                                       {"mistake"_L1, ClosingAct::Mistake}}};
inline constexpr FieldWords<KioskIdentity, 3> kioskIdentity{
    {{"nothing"_L1, KioskIdentity::Nothing}, {"optional"_L1, KioskIdentity::Optional}, {"required"_L1, KioskIdentity::Required}}};
} // namespace centrewords

namespace centrelimits {
inline constexpr int format = 1;
inline constexpr int key = 40;
inline constexpr int name = 60;
inline constexpr int nameEnglish = 120;
inline constexpr int shortLabel = 12;
inline constexpr int shortLabelEnglish = 20;
inline constexpr int text = 300;
inline constexpr int keyword = 20;
inline constexpr int file = 120;
inline constexpr int stops = 6; ///< of one way through the centre
inline constexpr int minutesOfDay = 24 * 60;
inline constexpr int missedCallPause = 120;
inline constexpr int secondsPerCallMinimum = 15; ///< a call must stay readable for the slowest reader
inline constexpr int boardRowsMaximum = 7;       ///< more cannot be read from the back of a hall
} // namespace centrelimits

template <typename T, typename Of>
concept MaybeConst = std::same_as<std::remove_const_t<T>, Of>;

template <typename Fields, typename T>
void describeNames(Fields& fields, T& value)
{
    using namespace Qt::StringLiterals;
    fields.text("name"_L1, value.name, FieldPattern::Chinese, centrelimits::name);
    fields.text("nameEnglish"_L1, value.nameEnglish, FieldPattern::English, centrelimits::nameEnglish);
}

template <typename Fields, typename T>
void describeKeyAndNames(Fields& fields, T& value)
{
    using namespace Qt::StringLiterals;
    fields.text("key"_L1, value.key, FieldPattern::Key, centrelimits::key);
    describeNames(fields, value);
}

void describe(auto& fields, MaybeConst<TimeSpan> auto& span)
{
    using namespace Qt::StringLiterals;
    fields.timeOfDay("begin"_L1, span.beginMinute);
    fields.timeOfDay("end"_L1, span.endMinute);
}

void describe(auto& fields, MaybeConst<WeekdayHours> auto& day)
{
    using namespace Qt::StringLiterals;
    fields.word("weekday"_L1, day.weekday, centrewords::weekday);
    fields.list("spans"_L1, day.spans, FieldBounds{1, 4});
}

void describe(auto& fields, MaybeConst<ClosedDay> auto& day)
{
    using namespace Qt::StringLiterals;
    fields.date("date"_L1, day.date);
    describeNames(fields, day);
}

void describe(auto& fields, MaybeConst<OpeningHours> auto& hours)
{
    using namespace Qt::StringLiterals;
    fields.list("weekdays"_L1, hours.weekdays, FieldBounds{1, 7});
    fields.list("makeUpWorkday"_L1, hours.makeUpWorkday, FieldBounds{0, 4});
    fields.flag("closedOnPublicHolidays"_L1, hours.closedOnPublicHolidays);
    fields.list("closedDays"_L1, hours.closedDays, FieldBounds{0, 200});
}

void describe(auto& fields, MaybeConst<Zone> auto& zone)
{
    describeKeyAndNames(fields, zone);
}

void describe(auto& fields, MaybeConst<Unit> auto& unit)
{
    using namespace Qt::StringLiterals;
    describeKeyAndNames(fields, unit);
    fields.word("kind"_L1, unit.kind, centrewords::unitKind);
    fields.word("presence"_L1, unit.presence, centrewords::presence);
}

void describe(auto& fields, MaybeConst<Series> auto& series)
{
    using namespace Qt::StringLiterals;
    describeKeyAndNames(fields, series);
    fields.text("prefix"_L1, series.prefix, FieldPattern::Prefix, 3);
    fields.number("firstNumber"_L1, series.firstNumber, FieldBounds{0, 99'999});
    fields.number("lastNumber"_L1, series.lastNumber, FieldBounds{1, 99'999});
    fields.number("digits"_L1, series.digits, FieldBounds{1, 5});
    fields.flag("restartsDaily"_L1, series.restartsDaily);
    fields.number("blockSize"_L1, series.blockSize, FieldBounds{1, 1000});
}

void describe(auto& fields, MaybeConst<Service> auto& service)
{
    using namespace Qt::StringLiterals;
    describeKeyAndNames(fields, service);
    fields.text("description"_L1, service.description, FieldPattern::Chinese, centrelimits::text);
    fields.text("descriptionEnglish"_L1, service.descriptionEnglish, FieldPattern::English, centrelimits::text);
    fields.text("unit"_L1, service.unit, FieldPattern::Key, centrelimits::key);
    fields.text("series"_L1, service.series, FieldPattern::Key, centrelimits::key);
    fields.number("usualMinutes"_L1, service.usualMinutes, FieldBounds{1, 480});
    fields.texts("keywords"_L1, service.keywords, FieldPattern::Plain, centrelimits::keyword, FieldBounds{1, 40});
    fields.words("flags"_L1, service.flags, centrewords::serviceFlag);
}

void describe(auto& fields, MaybeConst<Place> auto& place)
{
    using namespace Qt::StringLiterals;
    describeKeyAndNames(fields, place);
    fields.text("shortLabel"_L1, place.shortLabel, FieldPattern::Chinese, centrelimits::shortLabel);
    fields.text("shortLabelEnglish"_L1, place.shortLabelEnglish, FieldPattern::English,
                centrelimits::shortLabelEnglish);
    fields.word("kind"_L1, place.kind, centrewords::placeKind);
    fields.text("zone"_L1, place.zone, FieldPattern::Key, centrelimits::key);
    fields.text("unit"_L1, place.unit, FieldPattern::Key, centrelimits::key);
    fields.texts("services"_L1, place.services, FieldPattern::Key, centrelimits::key, FieldBounds{1, 100});
    fields.number("repeatCallLimit"_L1, place.repeatCallLimit, FieldBounds{0, 10});
    fields.optional("missedCallPauseMinutes"_L1, place.missedCallPauseMinutes != Place::asTheCentre, [&] {
        fields.number("missedCallPauseMinutes"_L1, place.missedCallPauseMinutes, FieldBounds{0, centrelimits::missedCallPause});
    });
    fields.number("order"_L1, place.order, FieldBounds{0, 100'000});
}

void describe(auto& fields, MaybeConst<Priority> auto& priority)
{
    using namespace Qt::StringLiterals;
    describeKeyAndNames(fields, priority);
    fields.number("weight"_L1, priority.weight, FieldBounds{0, centrelimits::minutesOfDay});
}

void describe(auto& fields, MaybeConst<Outcome> auto& outcome)
{
    using namespace Qt::StringLiterals;
    describeKeyAndNames(fields, outcome);
    fields.flag("served"_L1, outcome.served);
    fields.flag("opensMatter"_L1, outcome.opensMatter);
}

void describe(auto& fields, MaybeConst<HoldReason> auto& reason)
{
    using namespace Qt::StringLiterals;
    describeKeyAndNames(fields, reason);
    fields.word("kind"_L1, reason.kind, centrewords::holdKind);
    fields.number("remindAfterMinutes"_L1, reason.remindAfterMinutes, FieldBounds{1, centrelimits::minutesOfDay});
    fields.optional("returnsByItself"_L1, reason.returnsByItself, [&] { fields.flag("returnsByItself"_L1, reason.returnsByItself); });
}

void describe(auto& fields, MaybeConst<Role> auto& role)
{
    using namespace Qt::StringLiterals;
    describeKeyAndNames(fields, role);
    fields.texts("permissions"_L1, role.permissions, FieldPattern::Permission, 80, FieldBounds{1, 200});
}

void describe(auto& fields, MaybeConst<TicketTexts> auto& ticket)
{
    using namespace Qt::StringLiterals;
    fields.text("header"_L1, ticket.header, FieldPattern::Chinese, centrelimits::name);
    fields.text("headerEnglish"_L1, ticket.headerEnglish, FieldPattern::English, centrelimits::nameEnglish);
    fields.text("footer"_L1, ticket.footer, FieldPattern::Chinese, centrelimits::text);
    fields.text("footerEnglish"_L1, ticket.footerEnglish, FieldPattern::English, centrelimits::text);
}

void describe(auto& fields, MaybeConst<DisplaySettings> auto& display)
{
    using namespace Qt::StringLiterals;
    fields.number("secondsPerCall"_L1, display.secondsPerCall, FieldBounds{centrelimits::secondsPerCallMinimum, 300});
    fields.number("recentCalls"_L1, display.recentCalls, FieldBounds{0, 20});
    fields.number("rowsMaximum"_L1, display.rowsMaximum, FieldBounds{1, centrelimits::boardRowsMaximum});
    fields.optional("spokenCall"_L1, !display.spokenCall.isEmpty(),
                    [&] { fields.text("spokenCall"_L1, display.spokenCall, FieldPattern::Chinese, centrelimits::name); });
}

void describe(auto& fields, MaybeConst<QueueSettings> auto& queue)
{
    using namespace Qt::StringLiterals;
    const QueueSettings usual;
    fields.number("missedCallPauseMinutes"_L1, queue.missedCallPauseMinutes, FieldBounds{0, centrelimits::missedCallPause});
    fields.optional("missedOffersAtMost"_L1, queue.missedOffersAtMost != usual.missedOffersAtMost,
                    [&] { fields.number("missedOffersAtMost"_L1, queue.missedOffersAtMost, FieldBounds{0, 10}); });
    fields.optional("returnHeadStartMinutes"_L1, queue.returnHeadStartMinutes != usual.returnHeadStartMinutes, [&] {
        fields.number("returnHeadStartMinutes"_L1, queue.returnHeadStartMinutes, FieldBounds{0, centrelimits::minutesOfDay});
    });
    fields.optional("quickOutcome"_L1, !queue.quickOutcome.isEmpty(),
                    [&] { fields.text("quickOutcome"_L1, queue.quickOutcome, FieldPattern::Key, centrelimits::key); });
    fields.number("undoMinutes"_L1, queue.undoMinutes, FieldBounds{0, 120});
    fields.numberOrDefault("longWaitMinutes"_L1, queue.longWaitMinutes, FieldBounds{1, centrelimits::minutesOfDay});
    fields.numberOrDefault("veryLongWaitMinutes"_L1, queue.veryLongWaitMinutes, FieldBounds{1, centrelimits::minutesOfDay});
    fields.numberOrDefault("estimateDays"_L1, queue.estimateDays, FieldBounds{0, 366});
}

void describe(auto& fields, MaybeConst<KioskLimit> auto& limit)
{
    using namespace Qt::StringLiterals;
    fields.text("service"_L1, limit.service, FieldPattern::Key, centrelimits::key);
    fields.number("tickets"_L1, limit.tickets, FieldBounds{1, 100'000});
}

void describe(auto& fields, MaybeConst<KioskSettings> auto& kiosk)
{
    using namespace Qt::StringLiterals;
    fields.texts("services"_L1, kiosk.services, FieldPattern::Key, centrelimits::key, FieldBounds{0, 200});
    fields.word("identity"_L1, kiosk.identity, centrewords::kioskIdentity);
    fields.flag("asksForPhone"_L1, kiosk.asksForPhone);
    fields.number("idleSeconds"_L1, kiosk.idleSeconds, FieldBounds{20, 600});
    fields.number("warningSeconds"_L1, kiosk.warningSeconds, FieldBounds{20, 120});
    fields.list("dailyLimits"_L1, kiosk.dailyLimits, FieldBounds{0, 200});
}

void describe(auto& fields, MaybeConst<DaySettings> auto& day)
{
    using namespace Qt::StringLiterals;
    constexpr FieldBounds people{1, 1000};
    constexpr FieldBounds minutes{1, centrelimits::minutesOfDay};
    fields.word("waiting"_L1, day.waiting, centrewords::closingAct);
    fields.word("called"_L1, day.called, centrewords::closingAct);
    fields.word("serving"_L1, day.serving, centrewords::closingAct);
    fields.word("held"_L1, day.held, centrewords::closingAct);
    fields.word("missed"_L1, day.missed, centrewords::closingAct);
    fields.number("forgottenAfterDays"_L1, day.forgottenAfterDays, FieldBounds{0, 30});
    fields.flag("forgottenServingIsServed"_L1, day.forgottenServingIsServed);
    fields.number("crowdedPerPlace"_L1, day.crowdedPerPlace, people);
    fields.number("veryCrowdedPerPlace"_L1, day.veryCrowdedPerPlace, people);
    fields.number("calledMinutes"_L1, day.calledMinutes, minutes);
    fields.number("longServiceMinutes"_L1, day.longServiceMinutes, minutes);
    fields.number("veryLongServiceMinutes"_L1, day.veryLongServiceMinutes, minutes);
    fields.number("lateHoldMinutes"_L1, day.lateHoldMinutes, minutes);
    fields.number("veryLateHoldMinutes"_L1, day.veryLateHoldMinutes, minutes);
}

void describe(auto& fields, MaybeConst<TriageRule> auto& rule)
{
    using namespace Qt::StringLiterals;
    describeKeyAndNames(fields, rule);
    fields.texts("words"_L1, rule.words, FieldPattern::Plain, centrelimits::keyword, FieldBounds{1, 60});
    fields.optional("with"_L1, !rule.with.isEmpty(),
                    [&] { fields.texts("with"_L1, rule.with, FieldPattern::Plain, centrelimits::keyword, FieldBounds{0, 60}); });
    fields.number("weight"_L1, rule.weight, FieldBounds{1, 100});
    fields.texts("stops"_L1, rule.stops, FieldPattern::Key, centrelimits::key, FieldBounds{1, centrelimits::stops});
}

void describe(auto& fields, MaybeConst<AppointmentRule> auto& rule)
{
    using namespace Qt::StringLiterals;
    fields.text("service"_L1, rule.service, FieldPattern::Key, centrelimits::key);
    fields.number("lengthMinutes"_L1, rule.lengthMinutes, FieldBounds{5, 480});
    fields.number("capacity"_L1, rule.capacity, FieldBounds{1, 100});
}

void describe(auto& fields, MaybeConst<AppointmentSettings> auto& appointments)
{
    using namespace Qt::StringLiterals;
    fields.number("earlyMinutes"_L1, appointments.earlyMinutes, FieldBounds{0, 240});
    fields.number("lateMinutes"_L1, appointments.lateMinutes, FieldBounds{0, 240});
    fields.number("headStartMinutes"_L1, appointments.headStartMinutes, FieldBounds{0, centrelimits::minutesOfDay});
    fields.number("lengthMinutes"_L1, appointments.lengthMinutes, FieldBounds{5, 480});
    fields.number("capacity"_L1, appointments.capacity, FieldBounds{1, 100});
    fields.number("stepMinutes"_L1, appointments.stepMinutes, FieldBounds{5, 240});
    fields.number("daysAhead"_L1, appointments.daysAhead, FieldBounds{0, 366});
    fields.list("services"_L1, appointments.services, FieldBounds{0, 200});
}

void describe(auto& fields, MaybeConst<CentreDefinition> auto& centre)
{
    using namespace Qt::StringLiterals;
    fields.number("format"_L1, centre.format, FieldBounds{centrelimits::format, centrelimits::format});
    fields.text("code"_L1, centre.code, FieldPattern::DivisionCode, 6);
    describeNames(fields, centre);
    fields.number("offsetMinutes"_L1, centre.offsetMinutes, FieldBounds{-12 * 60, 14 * 60});
    fields.number("floorAreaSquareMetres"_L1, centre.floorAreaSquareMetres, FieldBounds{1, 10'000'000});
    fields.text("regions"_L1, centre.regions, FieldPattern::File, centrelimits::file);
    fields.object("openingHours"_L1, centre.openingHours);
    fields.list("zones"_L1, centre.zones, FieldBounds{1, 50});
    fields.list("units"_L1, centre.units, FieldBounds{1, 200});
    fields.list("series"_L1, centre.series, FieldBounds{1, 60});
    fields.list("services"_L1, centre.services, FieldBounds{1, 200});
    fields.list("places"_L1, centre.places, FieldBounds{1, 300});
    fields.list("priorities"_L1, centre.priorities, FieldBounds{1, 20});
    fields.list("outcomes"_L1, centre.outcomes, FieldBounds{1, 40});
    fields.list("holdReasons"_L1, centre.holdReasons, FieldBounds{1, 40});
    fields.list("roles"_L1, centre.roles, FieldBounds{1, 40});
    fields.object("ticket"_L1, centre.ticket);
    fields.object("display"_L1, centre.display);
    fields.object("queue"_L1, centre.queue);
    fields.optional("kiosk"_L1, centre.kiosk != KioskSettings(), [&] { fields.object("kiosk"_L1, centre.kiosk); });
    fields.optional("day"_L1, centre.day != DaySettings(), [&] { fields.object("day"_L1, centre.day); });
    fields.optional("triage"_L1, !centre.triage.isEmpty(), [&] { fields.list("triage"_L1, centre.triage, FieldBounds{0, 200}); });
    fields.optional("appointments"_L1, centre.appointments != AppointmentSettings(),
                    [&] { fields.object("appointments"_L1, centre.appointments); });
}

} // namespace onedoor
