// SPDX-License-Identifier: GPL-3.0-or-later
// CentreDefinition: everything that makes one centre this centre and not another: its units, zones, places, services, number
// series, roles and texts. It is read from resources/centres/<name>.json (centre_loader.h) when a centre is founded, and
// changed by events since (centre_state.h); who runs it hands out snapshots that never change (gateway.h). Plain values, any thread.
// Units: minutes of the local day (0 = midnight), minutes, seconds, square metres, as each field says.
// Every named thing has a stable `key` for code, journal and JSON, and a Chinese and an English name for people.
// The lists mirror the vocabulary of domain.md section 5; Regulation on Letters and Visits (信访工作条例) art. 15, 20, 29–31.
#pragma once

#include "core/domain/centre/day_settings.h"
#include "core/domain/centre/appointment_settings.h"
#include "core/domain/centre/kiosk_settings.h"
#include "core/domain/centre/triage_rule.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

namespace onedoor {

enum class UnitKind { Centre, Studio, Mediation, Tribunal, Department, Room };
enum class Presence {
    Resident, ///< 常驻: has a seat here every working day
    Rotating, ///< 轮驻: sits here on rostered days
    OnCall,   ///< 随叫随驻: comes when called
};
enum class PlaceKind { Window, Room, Studio, Tribunal };
enum class HoldKind {
    PapersBack,   ///< papers handed back; may resume at any place that serves the matter
    PapersKept,   ///< papers stay here; resumes at the same place only
    InternalStep, ///< the centre itself has to do something first
};
enum class ServiceFlag {
    Confidential,  ///< sealed compartment: absent from other people's search, counts and lists
    ByAppointment, ///< normally booked ahead; walk-ins are told so
    SilentCall,    ///< shown on the board, never spoken
};

/// Half-open span of the local day, in minutes since midnight.
struct TimeSpan {
    int beginMinute = 0;
    int endMinute = 0;
    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

struct WeekdayHours {
    int weekday = 0; ///< 1 = Monday … 7 = Sunday, as in QDate::dayOfWeek()
    QList<TimeSpan> spans;
    friend bool operator==(const WeekdayHours&, const WeekdayHours&) = default;
};

/// A day on which this centre stays shut although the calendar says work: a move, a power cut.
struct ClosedDay {
    QDate date;
    QString name, nameEnglish;
    friend bool operator==(const ClosedDay&, const ClosedDay&) = default;
};

struct OpeningHours {
    QList<WeekdayHours> weekdays;       ///< a weekday that is not listed is closed
    QList<TimeSpan> makeUpWorkday;      ///< hours of a Saturday or Sunday that is worked (调休上班); empty: closed
    bool closedOnPublicHolidays = true; ///< the public calendar decides which days these are
    QList<ClosedDay> closedDays;
    /// The spans of an ordinary week; empty when closed. Does not look at holidays or closed days.
    QList<TimeSpan> spansOn(int weekday) const;
    bool isClosedDay(QDate date) const;
    friend bool operator==(const OpeningHours&, const OpeningHours&) = default;
};

/// A part of the building.
struct Zone {
    QString key, name, nameEnglish;
    friend bool operator==(const Zone&, const Zone&) = default;
};

/// Whoever does the work: a centre, studio, mediation committee, tribunal or resident department.
struct Unit {
    QString key, name, nameEnglish;
    UnitKind kind = UnitKind::Department;
    Presence presence = Presence::Resident;
    friend bool operator==(const Unit&, const Unit&) = default;
};

/// Where people are called to.
struct Place {
    QString key, name, nameEnglish;
    QString shortLabel, shortLabelEnglish; ///< as on board and ticket
    PlaceKind kind = PlaceKind::Window;
    QString zone;            ///< Zone::key
    QString unit;            ///< Unit::key
    QStringList services;    ///< Service::key; what may be called to this place
    int repeatCallLimit = 0; ///< calls after the first before the ticket counts as missed
    static constexpr int asTheCentre = -1;
    int missedCallPauseMinutes = asTheCentre; ///< of who was missed here; see QueueSettings
    int order = 0;           ///< position in lists and on the board, ascending, unique
    friend bool operator==(const Place&, const Place&) = default;
};

/// What a person may come for.
struct Service {
    QString key, name, nameEnglish;
    QString description, descriptionEnglish;
    QString unit;         ///< Unit::key that is responsible
    QString series;       ///< Series::key of its ticket numbers
    int usualMinutes = 0; ///< planning value until the centre has its own figures
    QStringList keywords; ///< words people say at the desk, for search
    QList<ServiceFlag> flags;
    bool has(ServiceFlag flag) const { return flags.contains(flag); }
    friend bool operator==(const Service&, const Service&) = default;
};

/// A row of ticket numbers; the printed number is prefix + number with at least `digits` digits.
struct Series {
    QString key, name, nameEnglish;
    QString prefix; ///< one to three capital letters
    int firstNumber = 0;
    int lastNumber = 0;
    int digits = 0;
    bool restartsDaily = true; ///< at the local midnight of the centre
    int blockSize = 0;         ///< numbers granted to a desk at once
    /// As printed. `letter`: of the node that gives out numbers of its own range because it is cut off.
    QString format(int number, const QString& letter = {}) const;
    friend bool operator==(const Series&, const Series&) = default;
};

/// Weight is a head start: the minutes of waiting credited when the ticket is issued. Waiting counts alike for all after that, so nobody is
/// overtaken by somebody who came more than the largest head start of the centre later: CentreDefinition::overtakingMinutes().
struct Priority {
    QString key, name, nameEnglish;
    int weight = 0; ///< minutes; exactly one priority has 0, the ordinary one
    friend bool operator==(const Priority&, const Priority&) = default;
};

/// How serving a ticket ended.
struct Outcome {
    QString key, name, nameEnglish;
    bool served = true;       ///< false: the person left before being helped; not counted as served
    bool opensMatter = false; ///< a matter goes on after the ticket is finished
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct HoldReason {
    QString key, name, nameEnglish;
    HoldKind kind = HoldKind::PapersBack;
    int remindAfterMinutes = 0;  ///< how long it usually takes; the desk is reminded of the held ticket after this time
    bool returnsByItself = false; ///< after that time the visitor waits again, with QueueSettings::returnHeadStartMinutes
    friend bool operator==(const HoldReason&, const HoldReason&) = default;
};

struct Role {
    QString key, name, nameEnglish;
    QStringList permissions; ///< command and query names: "ticket.call", "ticket.*" or "*"
    /// True when one of the permissions covers the command or query called `action`.
    bool permits(QStringView action) const;
    friend bool operator==(const Role&, const Role&) = default;
};

struct TicketTexts {
    QString header, headerEnglish;
    QString footer, footerEnglish;
    friend bool operator==(const TicketTexts&, const TicketTexts&) = default;
};

struct DisplaySettings {
    int secondsPerCall = 0; ///< how long one call stays large on the board
    int recentCalls = 0;    ///< how many earlier calls stay listed
    int rowsMaximum = 0;    ///< rows on one screen
    QString spokenCall;     ///< what is said after the chime, with {number} and {place} in it; empty: the chime alone
    friend bool operator==(const DisplaySettings&, const DisplaySettings&) = default;
};

struct QueueSettings {
    int missedCallPauseMinutes = 0; ///< a missed ticket is not offered again by "call next" for this long; a place may say otherwise
    int missedOffersAtMost = 1;     ///< after how many missed calls a ticket is offered again by itself; afterwards only by hand
    int returnHeadStartMinutes = 0; ///< at least this head start has who comes back from a hold by itself
    QString quickOutcome;           ///< Outcome::key of "done at once"; empty: the first that serves and opens no matter
    int undoMinutes = 0;            ///< a wrong call, finish or transfer may be taken back for this long
    // Of waiting times, as they are told: centres founded before these existed have the values here.
    int longWaitMinutes = 30;      ///< from here on a wait is shown as long
    int veryLongWaitMinutes = 90;  ///< and from here as very long
    int estimateDays = 40;         ///< past days that estimates are learned from
    friend bool operator==(const QueueSettings&, const QueueSettings&) = default;
};

struct CentreDefinition {
    int format = 0; ///< version of the file's shape
    QString code;   ///< six digits of the administrative division (GB/T 2260)
    QString name, nameEnglish;
    int offsetMinutes = 0; ///< local time minus UTC
    int floorAreaSquareMetres = 0;
    QString regions; ///< file with sub-districts and communities, relative to resources/
    OpeningHours openingHours;
    QList<Zone> zones;
    QList<Unit> units;
    QList<Series> series;
    QList<Service> services;
    QList<Place> places;
    QList<Priority> priorities;
    QList<Outcome> outcomes;
    QList<HoldReason> holdReasons;
    QList<Role> roles;
    TicketTexts ticket;
    DisplaySettings display;
    QueueSettings queue;
    KioskSettings kiosk;
    DaySettings day;
    QList<TriageRule> triage; ///< empty in centres founded before: then the keywords of the services alone lead the way
    AppointmentSettings appointments;

    /// These return nullptr for an unknown key; the pointer lives as long as this definition.
    const Zone* findZone(QStringView key) const;
    const Unit* findUnit(QStringView key) const;
    const Place* findPlace(QStringView key) const;
    const Service* findService(QStringView key) const;
    const Series* findSeries(QStringView key) const;
    const Priority* findPriority(QStringView key) const;
    const Outcome* findOutcome(QStringView key) const;
    const HoldReason* findHoldReason(QStringView key) const;
    const Role* findRole(QStringView key) const;

    /// The series of the service's tickets; nullptr when the service is unknown.
    const Series* seriesOf(QStringView service) const;
    /// The places to which the service's tickets may be called, in display order.
    QList<const Place*> placesServing(QStringView service) const;
    /// The bound on being overtaken, in minutes: whoever waits goes before everybody who came more than this much later.
    int overtakingMinutes() const;
    /// How long who was missed at this place is not offered again.
    int missedCallPauseOf(const Place& place) const;
    /// How a matter ends that is done at once; nullptr when the centre has no such outcome.
    const Outcome* quickOutcome() const;
    /// The priority without a head start; nullptr only in a definition that was not loaded.
    const Priority* ordinaryPriority() const;

    friend bool operator==(const CentreDefinition&, const CentreDefinition&) = default;
};

} // namespace onedoor
