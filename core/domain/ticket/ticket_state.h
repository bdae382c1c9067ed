// SPDX-License-Identifier: GPL-3.0-or-later
// What a queue ticket is now: the fold of its events. Plain value, any thread.
#pragma once

#include "core/domain/ticket/closing_events.h"
#include "core/domain/ticket/route_events.h"
#include "core/domain/ticket/ticket_appointment.h"
#include "core/domain/ticket/ticket_events.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace onedoor {

enum class TicketStatus { Waiting, Called, Serving, Held, Missed, Finished, Withdrawn };
template <>
struct EnumWords<TicketStatus> {
    static constexpr std::array values{std::pair{TicketStatus::Waiting, "waiting"}, std::pair{TicketStatus::Called, "called"},
                                       std::pair{TicketStatus::Serving, "serving"}, std::pair{TicketStatus::Held, "held"},
                                       std::pair{TicketStatus::Missed, "missed"}, std::pair{TicketStatus::Finished, "finished"},
                                       std::pair{TicketStatus::Withdrawn, "withdrawn"}};
};

enum class PrintStatus { Issued, Printed, Failed };
template <>
struct EnumWords<PrintStatus> {
    static constexpr std::array values{std::pair{PrintStatus::Issued, "issued"}, std::pair{PrintStatus::Printed, "printed"},
                                       std::pair{PrintStatus::Failed, "failed"}};
};

/// A stop of a planned way that lies behind.
struct PassedStop {
    QString service;
    QString place;
    QString outcome; ///< key; empty: sent on from there before it was finished
    Instant endedAt;

    friend bool operator==(const PassedStop&, const PassedStop&) = default;
};

/// The part of a ticket that an undo puts back.
struct TicketProgress {
    TicketStatus status = TicketStatus::Waiting;
    QString service;
    QString place;   ///< where it is called, served or held; empty while it waits
    QString toPlace; ///< transferred to this place only; empty: any place of the service
    std::uint32_t calls = 0; ///< how often it was called or recalled since it last waited
    Instant calledAt;
    Instant begunAt;
    Instant heldAt;
    std::int64_t servedSeconds = 0; ///< finished stretches of serving, holds left out
    std::int64_t waitedSeconds = 0; ///< finished stretches of waiting; time on hold or away after a missed call is nobody's waiting
    Instant waitingSince;           ///< when the present or last stretch of waiting began
    Instant returnsAt;              ///< held or missed: waits again from then on; null: only by hand
    std::uint32_t returnHeadStartMinutes = 0; ///< that a hold with a timer gave, until serving begins again
    std::uint32_t misses = 0;       ///< calls that nobody answered
    HoldKind holdKind = HoldKind::PapersBack;
    QString holdReason;
    QString handoverNote;
    QString outcome;
    QString finishNote;
    Instant endedAt;     ///< finished, missed or withdrawn
    AccountId lastActor; ///< who did the last act: "who was first"
    Instant lastActAt;
    bool provisional = false;
    std::vector<RouteStop> ahead;   ///< stops still to come, the next first
    std::vector<PassedStop> passed; ///< only of tickets that have a route

    friend bool operator==(const TicketProgress&, const TicketProgress&) = default;
};

struct TicketState {
    TicketId id;
    QString number;
    QString series;
    std::uint32_t ordinal = 0;
    QDate day;
    VisitId visit;
    PersonId person;
    StreamId issuedIn; ///< whose ticket it is when its PC is cut off from the hall host
    Instant issuedAt;
    Instant arrivedAt; ///< never changes: not by transfer, not by requeue
    QString priority;
    std::uint32_t headStartMinutes = 0;
    std::optional<TicketAppointed> appointment;
    PrintStatus print = PrintStatus::Issued;
    std::uint32_t prints = 0;
    TicketProgress progress;
    bool needsUpdate = false; ///< holds an event of a newer program: read only

    struct Act {
        EventRef ref;
        const char* type;
        std::shared_ptr<const TicketProgress> before; ///< never null
    };
    static constexpr std::size_t undoDepth = 10;
    std::vector<Act> acts; ///< the last acts, newest last: what undo may take back
    struct Carried {
        QString number; ///< before
        QDate day;
        TicketStatus was;
        Instant at;
        AccountId by;
    };
    std::vector<Carried> carriedFrom; ///< each time that it was carried over to another day, the first first
    ClosingAct closedAs = ClosingAct::NotServed; ///< why it ended with its day; says something only while that is its last act

    /// Where the ticket stands in the queue: earlier goes first. Waiting counts alike for all, so nobody starves. The larger head start
    /// counts, not the sum: so nobody is overtaken by whoever came more than the largest head start of the centre later.
    /// An appointment counts from its minute: for who came early no earlier, for who is a little late as if he had been there.
    Instant queueTime() const
    {
        const std::uint32_t larger = std::max(headStartMinutes, progress.returnHeadStartMinutes);
        if (!appointment || !appointment->counts())
            return arrivedAt.plusSeconds(-60 * std::int64_t(larger));
        return std::min(appointment->appointedAt, waitsFrom().plusSeconds(-60 * std::int64_t(std::max(larger, appointment->headStartMinutes))));
    }
    /// Since when its waiting counts: nobody is overtaken by whoever waits from more than the largest head start of the centre later.
    Instant waitsFrom() const
    {
        return appointment && appointment->counts() ? std::max(arrivedAt, appointment->appointedAt) : arrivedAt;
    }
    /// Its time is up: on hold or missed by the record, and waiting again for everybody. A missed one only on its own business day.
    bool hasReturned(Instant now, QDate today) const
    {
        const bool mayReturn = progress.status == TicketStatus::Held || (progress.status == TicketStatus::Missed && day == today);
        return mayReturn && progress.returnsAt && progress.returnsAt <= now;
    }
    bool exists() const { return issuedAt.milliseconds != 0; }
    bool isAtPlace() const
    {
        return progress.status == TicketStatus::Called || progress.status == TicketStatus::Serving;
    }
    bool isOver() const
    {
        return progress.status == TicketStatus::Finished || progress.status == TicketStatus::Withdrawn;
    }
};

void evolve(TicketState& state, const TicketIssued& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketPrinted& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketPrintFailed& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketCalled& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketRecalled& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketBegun& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketHeld& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketResumed& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketMissed& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketRequeued& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketTransferred& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketFinished& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketWithdrawn& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketHeldUntil& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketMissedUntil& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketQuickServed& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketClosed& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketClosedByRule& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketCarriedOver& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketReverted& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketRoutePlanned& event, const EventMeta& meta);
void evolve(TicketState& state, const TicketSentAside& event, const EventMeta& meta);

// --- parts of an evolve that more than one event needs ------------------------------------------------------------------
/// Opens an act: remembers what was, so that it can be taken back, and who did it.
TicketProgress& beginAct(TicketState& state, const char* type, const EventMeta& meta);
/// From here to another service; who waited goes on waiting.
void moveOn(TicketProgress& progress, const QString& service, const QString& toPlace, const QString& note, Instant now);
/// What lies behind is remembered for tickets that have a route.
void leaveStop(TicketProgress& progress, Instant now);
/// Takes the stop off those to come, if it is one; its head start.
std::uint32_t reachStop(TicketProgress& progress, const QString& service, const QString& toPlace);
void evolve(TicketState& state, const TicketAppointed& event, const EventMeta& meta);

} // namespace onedoor
