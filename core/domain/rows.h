// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that queries answer with: immutable snapshots for pages, models and the command line. Plain values, any thread.
#pragma once

#include "core/domain/account/account_state.h"
#include "core/domain/person/person_events.h"
#include "core/domain/ticket/ticket_state.h"
#include "core/domain/visit/visit_events.h"
#include "core/domain/visit/visit_needs_events.h"

#include <QJsonObject>

namespace onedoor {

/// How a waiting ticket that was called before came to wait again by itself.
enum class Returned { No, FromHold, FromMiss };
template <>
struct EnumWords<Returned> {
    static constexpr std::array values{std::pair{Returned::No, "no"}, std::pair{Returned::FromHold, "fromHold"},
                                       std::pair{Returned::FromMiss, "fromMiss"}};
};

/// A stop of a visit's way through the centre. The present one is the ticket itself.
struct StopRow {
    QString service; ///< key
    QString place;   ///< key; where it was, or is kept for
    bool isPassed = false;
    bool isBack = false; ///< of a side trip
    QString outcome;     ///< key; of a passed one that was finished there
    Instant endedAt;

    friend bool operator==(const StopRow&, const StopRow&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service"), self.service);
        visit(field("place"), self.place);
        visit(field("isPassed"), self.isPassed);
        visit(field("isBack"), self.isBack);
        visit(field("outcome"), self.outcome);
        visit(field("endedAt"), self.endedAt);
    }
};

/// One queue ticket with what a list, a console or a slip needs of its visit.
struct TicketRow {
    TicketId ticket;
    QString number;
    TicketStatus status = TicketStatus::Waiting;
    PrintStatus print = PrintStatus::Issued;
    QString service; ///< key
    VisitId visit;
    QString visitNumber;
    PersonId person;
    QString name; ///< the visitor's, unmasked: never for public screens
    Sex sex = Sex::Unknown;
    std::uint32_t headcount = 1;
    bool repeat = false;
    bool urgent = false;
    bool threat = false;
    bool confidential = false;
    QString priority; ///< key
    std::uint32_t headStartMinutes = 0;
    Instant arrivedAt;
    Instant issuedAt;
    Instant queueTime; ///< order in the queue, earlier first
    QString place;     ///< key; where it is called, served or held
    QString toPlace;   ///< key; kept for this place
    std::uint32_t calls = 0;
    Instant calledAt;
    Instant begunAt;
    Instant heldAt;
    std::int64_t servedSeconds = 0;
    QString holdReason;
    QString handoverNote;
    QString outcome;
    QString finishNote;
    Instant endedAt;
    bool canUndo = false;
    QString summary; ///< of the matter
    std::int64_t waitedSeconds = 0; ///< finished stretches of waiting, holds and time away left out
    Instant waitingSince;           ///< when the present stretch began; null while it does not wait
    Instant returnsAt;              ///< held or missed: when it waits again by itself; null: only by hand
    Instant expectedAt;             ///< held: when the visitor is expected back, by itself or by hand
    std::uint32_t returnHeadStartMinutes = 0; ///< at least this head start, since a hold with a timer
    std::uint32_t misses = 0;
    Returned returned = Returned::No; ///< the row says "waiting" because its time was up
    std::optional<TicketAppointed> appointment; ///< of who came for one; filled in where `why` is
    QString why;                      ///< in words: why it stands where it stands; filled in by queue.waiting, place.show and ticket.show
    std::vector<StopRow> stops; ///< of a ticket with a route: those passed, then those to come
    bool escort = false;        ///< VisitNeedsRecorded
    bool hearing = false;
    bool wheelchair = false;
    QString helperName; ///< who holds the ticket for the visitor; empty: nobody else
    HelperRelation helperRelation = HelperRelation::Family;
    QString helperPhone;
    bool isHidden = false; ///< confidential, and not for the eyes of who asks: name, matter and notes are left out

    /// How long it has waited by now: time on hold, or away after a missed call, is nobody's waiting.
    std::int64_t waitedBy(Instant now) const
    {
        const Instant since = waitingSince ? waitingSince : arrivedAt;
        return waitedSeconds + (status == TicketStatus::Waiting ? std::max<std::int64_t>(0, now.secondsSince(since)) : 0);
    }

    friend bool operator==(const TicketRow&, const TicketRow&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("ticket"), self.ticket);
        visitor(field("number"), self.number);
        visitor(field("status"), self.status);
        visitor(field("print"), self.print);
        visitor(field("service"), self.service);
        visitor(field("visit"), self.visit);
        visitor(field("visitNumber"), self.visitNumber);
        visitor(field("person"), self.person);
        visitor(field("name"), self.name);
        visitor(field("sex"), self.sex);
        visitor(field("headcount"), self.headcount);
        visitor(field("repeat"), self.repeat);
        visitor(field("urgent"), self.urgent);
        visitor(field("threat"), self.threat);
        visitor(field("confidential"), self.confidential);
        visitor(field("priority"), self.priority);
        visitor(field("headStartMinutes"), self.headStartMinutes);
        visitor(field("arrivedAt"), self.arrivedAt);
        visitor(field("issuedAt"), self.issuedAt);
        visitor(field("queueTime"), self.queueTime);
        visitor(field("place"), self.place);
        visitor(field("toPlace"), self.toPlace);
        visitor(field("calls"), self.calls);
        visitor(field("calledAt"), self.calledAt);
        visitor(field("begunAt"), self.begunAt);
        visitor(field("heldAt"), self.heldAt);
        visitor(field("servedSeconds"), self.servedSeconds);
        visitor(field("holdReason"), self.holdReason);
        visitor(field("handoverNote").lines(500), self.handoverNote);
        visitor(field("outcome"), self.outcome);
        visitor(field("finishNote").lines(500), self.finishNote);
        visitor(field("endedAt"), self.endedAt);
        visitor(field("canUndo"), self.canUndo);
        visitor(field("summary").lines(2000), self.summary);
        visitor(field("waitedSeconds"), self.waitedSeconds);
        visitor(field("waitingSince"), self.waitingSince);
        visitor(field("returnsAt"), self.returnsAt);
        visitor(field("expectedAt"), self.expectedAt);
        visitor(field("returnHeadStartMinutes"), self.returnHeadStartMinutes);
        visitor(field("misses"), self.misses);
        visitor(field("returned"), self.returned);
        visitor(field("why").lines(500), self.why);
        visitor(field("stops"), self.stops);
        visitor(field("escort"), self.escort);
        visitor(field("hearing"), self.hearing);
        visitor(field("wheelchair"), self.wheelchair);
        visitor(field("helperName"), self.helperName);
        visitor(field("helperRelation"), self.helperRelation);
        visitor(field("helperPhone"), self.helperPhone);
        visitor(field("isHidden"), self.isHidden);
        visitor(field("appointment"), self.appointment);
    }
};

/// A person in look-up results, with what tells one namesake from another.
struct PersonRow {
    PersonId person;
    QString name;
    Sex sex = Sex::Unknown;
    QDate birth;
    DocumentKind documentKind = DocumentKind::None;
    QString documentTail; ///< the last four characters
    QString phone;        ///< masked: "138****5678"
    std::uint32_t visits = 0;
    QDate lastVisit;
    QString todayNumber; ///< number of a ticket of today that is not over, empty when none
    AppointmentId appointment; ///< of today, for which the person has not come yet; null when none
    Instant appointedAt;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("person"), self.person);
        visitor(field("name"), self.name);
        visitor(field("sex"), self.sex);
        visitor(field("birth"), self.birth);
        visitor(field("documentKind"), self.documentKind);
        visitor(field("documentTail"), self.documentTail);
        visitor(field("phone"), self.phone);
        visitor(field("visits"), self.visits);
        visitor(field("lastVisit"), self.lastVisit);
        visitor(field("todayNumber"), self.todayNumber);
        visitor(field("appointment"), self.appointment);
        visitor(field("appointedAt"), self.appointedAt);
    }
};

/// One step of a record's history, as the journal proves it.
struct HistoryRow {
    Instant at;
    AccountId actor;
    QString actorName;
    QString type; ///< event type: "ticket.called"
    QJsonObject details; ///< the event's own fields; personal ones only for those who may read them
    QString stream;
    std::uint64_t sequence = 0;
    QString hash; ///< BLAKE2b-256 of the envelope, hexadecimal
    bool erased = false;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("at"), self.at);
        visitor(field("actor"), self.actor);
        visitor(field("actorName"), self.actorName);
        visitor(field("type"), self.type);
        visitor(field("details"), self.details);
        visitor(field("stream"), self.stream);
        visitor(field("sequence"), self.sequence);
        visitor(field("hash"), self.hash);
        visitor(field("erased"), self.erased);
    }
};

struct AccountRow {
    AccountId account;
    QString login;
    QString displayName;
    std::vector<QString> roles;
    SecretKind secretKind = SecretKind::Password;
    bool enabled = true;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("account"), self.account);
        visitor(field("login"), self.login);
        visitor(field("displayName"), self.displayName);
        visitor(field("roles"), self.roles);
        visitor(field("secretKind"), self.secretKind);
        visitor(field("enabled"), self.enabled);
    }
};

/// One PC of the centre.
struct NodeRow {
    NodeId node;
    QString name;
    QString letter; ///< of the numbers that it prints when it is cut off
    QByteArray publicKey;
    Instant enrolledAt;
    Instant revokedAt; ///< not yet: it still belongs
    QString reason;
    bool isHost = false;
    bool isSelf = false;
    bool isHub = false;                ///< serves the centre
    std::vector<QString> compartments; ///< what it may hold
    std::uint64_t confirmed = 0; ///< that many entries of this PC it has by its signed word
    Instant confirmedAt;         ///< by its clock

    friend bool operator==(const NodeRow&, const NodeRow&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("node"), self.node);
        visitor(field("name"), self.name);
        visitor(field("letter"), self.letter);
        visitor(field("publicKey"), self.publicKey);
        visitor(field("enrolledAt"), self.enrolledAt);
        visitor(field("revokedAt"), self.revokedAt);
        visitor(field("reason"), self.reason);
        visitor(field("isHost"), self.isHost);
        visitor(field("isSelf"), self.isSelf);
        visitor(field("isHub"), self.isHub);
        visitor(field("compartments"), self.compartments);
        visitor(field("confirmed"), self.confirmed);
        visitor(field("confirmedAt"), self.confirmedAt);
    }
};

} // namespace onedoor
