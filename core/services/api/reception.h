// SPDX-License-Identifier: GPL-3.0-or-later
// Commands and queries of the reception desk. Each is a described struct with its stable name and the type of its answer; run them
// through Gateway::send and Gateway::ask, or as one JSON object a line through `onedoorctl exec`.
#pragma once

#include "core/base/error.h"
#include "core/domain/rows.h"

namespace onedoor {

/// What a desk asks of a visitor (来访登记表); the same fields as the event.
using PersonInput = PersonRegistered;

struct PersonReply {
    PersonId person;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
    }
};

/// Takes down a person without a visit. Errors: identity.* (person.documentNumber), phone.* (person.phone), text.*.
struct PersonRegister {
    static constexpr const char* name = "person.register";
    using Reply = PersonReply;
    PersonInput person;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
    }
};

/// Changes only the fields that are given.
struct PersonCorrect {
    static constexpr const char* name = "person.correct";
    using Reply = PersonReply;
    PersonId person;
    PersonCorrected correction;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
        visit(field("correction").required(), self.correction);
    }
};

/// A stop behind the first one.
struct StopInput {
    QString service; ///< key
    QString place;   ///< key; only there; empty: any place of the service

    friend bool operator==(const StopInput&, const StopInput&) = default;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("service").required(), self.service);
        visit(field("place"), self.place);
    }
};

/// Who comes for the visitor and holds the ticket.
struct HelperInput {
    QString name;
    HelperRelation relation = HelperRelation::Family;
    QString phone;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(personal("name").required(), self.name);
        visit(field("relation"), self.relation);
        visit(personal("phone"), self.phone);
    }
};

struct VisitReply {
    VisitId visit;
    QString visitNumber;
    PersonId person;
    TicketId ticket;
    QString number;
    std::uint32_t ahead = 0;     ///< tickets that stand before this one for the same service
    std::vector<QString> places; ///< keys of the places that may call it
    QString lastAct;             ///< of a ticket that was done at once: what ticket.undo would take back
    std::vector<QString> stops;  ///< keys of the services behind the first one

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("visit"), self.visit);
        visitor(field("visitNumber"), self.visitNumber);
        visitor(field("person"), self.person);
        visitor(field("ticket"), self.ticket);
        visitor(field("number"), self.number);
        visitor(field("ahead"), self.ahead);
        visitor(field("places"), self.places);
        visitor(field("lastAct"), self.lastAct);
        visitor(field("stops"), self.stops);
    }
};

/// Registers a visit with its matter and issues the queue ticket, in one durable act. Either `person` is given (a returning visitor)
/// or `newPerson`. When this answers, the ticket is on the disk.
struct VisitRegister {
    static constexpr const char* name = "visit.register";
    using Reply = VisitReply;
    std::optional<PersonId> person;
    std::optional<PersonInput> newPerson;
    QString service;  ///< key
    QString priority; ///< key; empty: the ordinary one
    QString summary;
    QString claim;
    QString problemPlace;
    QDate problemDate;
    QString respondent;
    QString materials;
    PendingElsewhere pendingElsewhere = PendingElsewhere::Unasked;
    std::uint32_t headcount = 1;
    std::vector<PersonId> representatives;
    bool urgent = false;
    bool threat = false;
    bool confidential = false;
    std::vector<PersonInput> newRepresentatives; ///< who is not known by id; together with `representatives` at most five
    bool escort = false;     ///< see VisitNeedsRecorded
    bool hearing = false;
    bool wheelchair = false;
    std::optional<HelperInput> helper;
    std::vector<StopInput> stops; ///< behind `service`
    bool doneAtOnce = false; ///< served and finished by the same act, at the session's place: see ticket.quickServe
    QString outcome;         ///< key, of what is done at once; empty: the centre's outcome for that
    std::optional<AppointmentId> appointment; ///< that the visitor came for: of the same person and of today

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("newPerson"), self.newPerson);
        visit(field("service").required(), self.service);
        visit(field("priority"), self.priority);
        visit(personal("summary").required().lines(2000), self.summary);
        visit(personal("claim").lines(2000), self.claim);
        visit(personal("problemPlace"), self.problemPlace);
        visit(field("problemDate"), self.problemDate);
        visit(personal("respondent"), self.respondent);
        visit(personal("materials").lines(500), self.materials);
        visit(field("pendingElsewhere"), self.pendingElsewhere);
        visit(field("headcount"), self.headcount);
        visit(field("representatives").atMost(5), self.representatives);
        visit(field("urgent"), self.urgent);
        visit(field("threat"), self.threat);
        visit(field("confidential"), self.confidential);
        visit(field("newRepresentatives").atMost(5), self.newRepresentatives);
        visit(field("escort"), self.escort);
        visit(field("hearing"), self.hearing);
        visit(field("wheelchair"), self.wheelchair);
        visit(field("helper"), self.helper);
        visit(field("stops").atMost(stopsAtMost), self.stops);
        visit(field("doneAtOnce"), self.doneAtOnce);
        visit(field("outcome"), self.outcome);
        visit(field("appointment"), self.appointment);
    }
};

/// Another ticket for a visit that is here already.
struct TicketIssue {
    static constexpr const char* name = "ticket.issue";
    using Reply = VisitReply;
    VisitId visit;
    QString service;
    QString priority;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("visit").required(), self.visit);
        visitor(field("service").required(), self.service);
        visitor(field("priority"), self.priority);
    }
};

// --- queries ------------------------------------------------------------------------------------------------------------

struct LookupReply {
    std::vector<PersonRow> persons;
    std::vector<TicketRow> tickets; ///< of today, when the text is or begins a ticket number

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("persons"), self.persons);
        visit(field("tickets"), self.tickets);
    }
};

/// Anything that may identify a visitor: name or part of it, pinyin, initials, phone or ID number or the tail of one, ticket number.
struct PersonLookup {
    static constexpr const char* name = "person.lookup";
    using Reply = LookupReply;
    QString text;
    std::uint32_t limit = 20; ///< 1 … 100

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("text").required().atMost(100), self.text);
        visit(field("limit"), self.limit);
    }
};

struct VisitSummary {
    VisitId visit;
    QString visitNumber;
    QDate day;
    Instant arrivedAt;
    QString service;
    QString summary;
    QString outcome; ///< key, of the visit's last ticket
    bool confidential = false; ///< then the summary is not told here

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("visit"), self.visit);
        visitor(field("visitNumber"), self.visitNumber);
        visitor(field("day"), self.day);
        visitor(field("arrivedAt"), self.arrivedAt);
        visitor(field("service"), self.service);
        visitor(field("summary").lines(2000), self.summary);
        visitor(field("outcome"), self.outcome);
        visitor(field("confidential"), self.confidential);
    }
};

struct PersonDetails {
    PersonId person; ///< who stands for the person that was asked for: another one when it was merged
    PersonInput known;
    std::vector<VisitSummary> visits; ///< newest first, at most 50
    std::vector<PersonId> records;    ///< of this human being, the one above first

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("person"), self.person);
        visitor(field("known"), self.known);
        visitor(field("visits"), self.visits);
        visitor(field("records"), self.records);
    }
};

struct PersonShow {
    static constexpr const char* name = "person.show";
    using Reply = PersonDetails;
    PersonId person;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
    }
};

struct TicketList {
    std::vector<TicketRow> tickets;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("tickets"), self.tickets);
    }
};

/// Who is here today: every ticket of the business day, newest arrival first. `onlyOpen` leaves out finished and withdrawn ones.
struct VisitsToday {
    static constexpr const char* name = "visit.today";
    using Reply = TicketList;
    bool onlyOpen = false;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("onlyOpen"), self.onlyOpen);
    }
};

struct VisitDetails {
    VisitId visit;
    VisitRegistered known;
    MatterRecorded matter;
    PersonInput person;
    std::vector<TicketRow> tickets;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("visit"), self.visit);
        visitor(field("known"), self.known);
        visitor(field("matter"), self.matter);
        visitor(field("person"), self.person);
        visitor(field("tickets"), self.tickets);
    }
};

struct VisitShow {
    static constexpr const char* name = "visit.show";
    using Reply = VisitDetails;
    VisitId visit;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("visit").required(), self.visit);
    }
};

struct HistoryReply {
    std::vector<HistoryRow> entries; ///< oldest first

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("entries"), self.entries);
    }
};

/// The whole history of a visit: its own events, its matter's, its person's and its tickets', in the order they happened.
struct VisitHistory {
    static constexpr const char* name = "visit.history";
    using Reply = HistoryReply;
    VisitId visit;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("visit").required(), self.visit);
    }
};

// --- the work behind them, found by Gateway::send and Gateway::ask ------------------------------------------------------
class CommandScope;
class QueryScope;
Result<PersonRegister::Reply> handle(CommandScope& scope, const PersonRegister& command);
Result<PersonCorrect::Reply> handle(CommandScope& scope, const PersonCorrect& command);
Result<VisitRegister::Reply> handle(CommandScope& scope, const VisitRegister& command);
Result<TicketIssue::Reply> handle(CommandScope& scope, const TicketIssue& command);
Result<PersonLookup::Reply> answer(QueryScope& scope, const PersonLookup& query);
Result<PersonShow::Reply> answer(QueryScope& scope, const PersonShow& query);
Result<VisitsToday::Reply> answer(QueryScope& scope, const VisitsToday& query);
Result<VisitShow::Reply> answer(QueryScope& scope, const VisitShow& query);
Result<VisitHistory::Reply> answer(QueryScope& scope, const VisitHistory& query);

} // namespace onedoor
