// SPDX-License-Identifier: GPL-3.0-or-later
// A person's rights under the 个人信息保护法: all that is kept is told (45), and erased (47) unless a legal hold stands against it. Needs an
// administrator's rights: "person.*" does not cover these (core/domain/centre). What an erasure can't reach is said in core/store/README.md.
#pragma once

#include "core/base/error.h"
#include "core/domain/person/erasure_events.h"
#include "core/domain/rows.h"

namespace onedoor {

enum class ErasurePhase { None, Pending, Complete };
template <>
struct EnumWords<ErasurePhase> {
    static constexpr std::array values{std::pair{ErasurePhase::None, "none"}, std::pair{ErasurePhase::Pending, "pending"},
                                       std::pair{ErasurePhase::Complete, "complete"}};
};

/// One PC and whether it has destroyed the person's key.
struct ErasureNode {
    NodeId node;
    QString name;
    bool isSelf = false;
    Instant lastHeard; ///< time of the newest event that it wrote, as far as it is here; none: it never wrote

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node"), self.node);
        visit(field("name"), self.name);
        visit(field("isSelf"), self.isSelf);
        visit(field("lastHeard"), self.lastHeard);
    }
};

struct PersonErasureReply {
    PersonId person;
    ErasurePhase state = ErasurePhase::None;
    Instant erasedAt;
    QString erasedBy; ///< display name
    ErasureReason reason = ErasureReason::PurposeAchieved;
    std::vector<ErasureNode> done;
    std::vector<ErasureNode> pending; ///< PCs that have not said yet that their key is gone
    std::vector<PersonId> merged;     ///< records folded into this person: they go, or went, with it
    std::vector<PersonId> leftBehind; ///< folded in at another PC that did not know of the erasure: still there, as people of their own

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("state"), self.state);
        visit(field("erasedAt"), self.erasedAt);
        visit(field("erasedBy"), self.erasedBy);
        visit(field("reason"), self.reason);
        visit(field("done"), self.done);
        visit(field("pending"), self.pending);
        visit(field("merged"), self.merged);
        visit(field("leftBehind"), self.leftBehind);
    }
};

/// Destroys the person's key here at once and on every other PC as soon as it is reached. Can't be taken back. A person who is erased
/// already stays so, and the answer says how far it is.
/// Records that were folded into the person are erased with it, and a hold or an open ticket of any of them stands against it.
/// Errors: person.unknown, person.notConfirmed (confirm), person.onHold {reason, until}, person.inHall {number, day}, merge.mergedAlready {name}.
struct PersonErase {
    static constexpr const char* name = "person.erase";
    using Reply = PersonErasureReply;
    PersonId person;
    ErasureReason reason = ErasureReason::PurposeAchieved;
    QString confirm; ///< the person's name as it is known here, typed by whoever decides

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
        visit(field("reason").required(), self.reason);
        visit(personal("confirm").required().atMost(100), self.confirm);
    }
};

/// How far the erasure of a person is.
struct PersonErasure {
    static constexpr const char* name = "person.erasure";
    using Reply = PersonErasureReply;
    PersonId person;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
    }
};

struct PersonErasuresReply {
    std::vector<PersonErasureReply> erasures; ///< the newest first

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("erasures"), self.erasures);
    }
};

/// The erasures of the centre; nobody's name can be told any more.
struct PersonErasures {
    static constexpr const char* name = "person.erasures";
    using Reply = PersonErasuresReply;
    bool onlyPending = false;
    std::uint32_t limit = 100; ///< 1 … 1000

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("onlyPending"), self.onlyPending);
        visit(field("limit"), self.limit);
    }
};

struct PersonHoldReply {
    PersonId person;
    HoldId hold;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("hold"), self.hold);
    }
};

/// A legal hold: the person can't be erased while it stands. Errors: person.unknown, person.erased, hold.past (until), text.*.
struct PersonHold {
    static constexpr const char* name = "person.hold";
    using Reply = PersonHoldReply;
    PersonId person;
    QString reason;
    QDate until; ///< the last day; none: until it is lifted

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
        visit(personal("reason").required().lines(500), self.reason);
        visit(field("until"), self.until);
    }
};

/// Errors: hold.unknown, hold.lifted {who, at}, person.erased.
struct PersonReleaseHold {
    static constexpr const char* name = "person.releaseHold";
    using Reply = PersonHoldReply;
    PersonId person;
    HoldId hold;
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
        visit(field("hold").required(), self.hold);
        visit(personal("reason").lines(500), self.reason);
    }
};

struct HoldRow {
    HoldId hold;
    QString reason;
    QDate until;
    bool stands = false;
    Instant placedAt;
    QString placedBy; ///< display name
    Instant liftedAt;
    QString liftedBy;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("hold"), self.hold);
        visit(personal("reason").lines(500), self.reason);
        visit(field("until"), self.until);
        visit(field("stands"), self.stands);
        visit(field("placedAt"), self.placedAt);
        visit(field("placedBy"), self.placedBy);
        visit(field("liftedAt"), self.liftedAt);
        visit(field("liftedBy"), self.liftedBy);
    }
};

struct PersonHoldsReply {
    std::vector<HoldRow> holds; ///< oldest first

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("holds"), self.holds);
    }
};

/// The legal holds on a person, those that were lifted or ran out too. Errors: person.unknown.
struct PersonHolds {
    static constexpr const char* name = "person.holds";
    using Reply = PersonHoldsReply;
    PersonId person;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
    }
};

struct ExportedVisit {
    VisitId visit;
    VisitRegistered known;
    MatterRecorded matter;
    std::vector<TicketRow> tickets;
    std::vector<HistoryRow> history; ///< of the visit, its matter and its tickets

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("visit"), self.visit);
        visitor(field("known"), self.known);
        visitor(field("matter"), self.matter);
        visitor(field("tickets"), self.tickets);
        visitor(field("history"), self.history);
    }
};

/// A record that was folded into the person: what was taken down there.
struct ExportedRecord {
    PersonId person;
    Instant registeredAt;
    PersonRegistered known;
    std::vector<HistoryRow> history;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("registeredAt"), self.registeredAt);
        visit(field("known"), self.known);
        visit(field("history"), self.history);
    }
};

struct PersonExportReply {
    PersonId person;
    Instant exportedAt;
    QString centre; ///< name
    Instant registeredAt;
    PersonRegistered known;
    PersonErasureReply erasure;
    std::vector<HoldRow> holds;
    std::vector<HistoryRow> history;        ///< of the person itself, with every correction
    std::vector<ExportedVisit> visits;      ///< oldest first
    std::vector<QString> representedIn;     ///< numbers of others' visits in which this person spoke for the group
    std::vector<HistoryRow> appointments;   ///< every step of the person's appointments
    std::vector<ExportedRecord> merged;     ///< records folded into this one; their visits and holds stand with the others

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("exportedAt"), self.exportedAt);
        visit(field("centre"), self.centre);
        visit(field("registeredAt"), self.registeredAt);
        visit(field("known"), self.known);
        visit(field("erasure"), self.erasure);
        visit(field("holds"), self.holds);
        visit(field("history"), self.history);
        visit(field("visits"), self.visits);
        visit(field("representedIn"), self.representedIn);
        visit(field("merged"), self.merged);
        visit(field("appointments"), self.appointments);
    }
};

/// All that the journal knows of a person. Reads the whole journal once. Errors: person.unknown.
struct PersonExport {
    static constexpr const char* name = "person.export";
    using Reply = PersonExportReply;
    PersonId person;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
    }
};

class CommandScope;
class QueryScope;
Result<PersonErasureReply> handle(CommandScope& scope, const PersonErase& command);
Result<PersonHoldReply> handle(CommandScope& scope, const PersonHold& command);
Result<PersonHoldReply> handle(CommandScope& scope, const PersonReleaseHold& command);
Result<PersonErasureReply> answer(QueryScope& scope, const PersonErasure& query);
Result<PersonErasuresReply> answer(QueryScope& scope, const PersonErasures& query);
Result<PersonHoldsReply> answer(QueryScope& scope, const PersonHolds& query);
Result<PersonExportReply> answer(QueryScope& scope, const PersonExport& query);

} // namespace onedoor
