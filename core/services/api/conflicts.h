// SPDX-License-Identifier: GPL-3.0-or-later
// Commands and queries about what two people did to one record without knowing of each other, and what an authorised person says of
// it. A conflict is known by its id, which is the same on every PC. Needs an administrator's rights.
#pragma once

#include "core/base/error.h"
#include "core/domain/event_traits.h"
#include "core/domain/rows.h"

namespace onedoor {

/// One act of a person, on one side of a conflict or beneath it.
struct ConflictAct {
    StreamId stream;
    std::uint64_t sequence = 0;
    QString type; ///< event type: "ticket.called"
    Instant at;
    AccountId actor;
    QString actorName;
    QString pc;    ///< name of the PC it was done at
    QString place; ///< key of the window or room; empty: none
    QJsonObject details;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("stream"), self.stream);
        visit(field("sequence"), self.sequence);
        visit(field("type"), self.type);
        visit(field("at"), self.at);
        visit(field("actor"), self.actor);
        visit(field("actorName"), self.actorName);
        visit(field("pc"), self.pc);
        visit(field("place"), self.place);
        visit(field("details"), self.details);
    }
};

struct ConflictRow {
    QString conflict; ///< 64 hexadecimal digits
    RawId record;
    QString kind;   ///< "ticket", "person", "account", "place", "visit", "matter", "numbers", "pc", "host", "stream", "centre"
    QString title;  ///< a ticket's number, a person's or an account's name, a place's key
    QString person; ///< whom a ticket, a visit or a matter is about
    MergeRule rule = MergeRule::FirstClaimWins;
    Instant at; ///< of the later rival
    bool isOpen = true;
    bool isDisputed = false; ///< two people judged differently without knowing of each other: the first verdict counts meanwhile
    bool isFixed = false;    ///< the first stands whatever people say; they take note of it
    std::vector<ConflictAct> rivals; ///< the two, the earlier one first
    std::uint32_t counts = 0;        ///< which of the rivals has effect now, counted from 1
    QString judgedBy;                ///< who resolved it, the last of them
    Instant judgedAt;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("conflict"), self.conflict);
        visit(field("record"), self.record);
        visit(field("kind"), self.kind);
        visit(field("title"), self.title);
        visit(field("person"), self.person);
        visit(field("rule"), self.rule);
        visit(field("at"), self.at);
        visit(field("isOpen"), self.isOpen);
        visit(field("isDisputed"), self.isDisputed);
        visit(field("isFixed"), self.isFixed);
        visit(field("rivals"), self.rivals);
        visit(field("counts"), self.counts);
        visit(field("judgedBy"), self.judgedBy);
        visit(field("judgedAt"), self.judgedAt);
    }
};

struct ConflictListReply {
    std::vector<ConflictRow> conflicts;
    std::uint64_t open = 0; ///< how many wait for a person in all

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("conflicts"), self.conflicts);
        visit(field("open"), self.open);
    }
};

/// Those that wait for a person, the newest first; `resolved`: those that were judged instead. 200 at most.
struct ConflictList {
    static constexpr const char* name = "conflict.list";
    using Reply = ConflictListReply;
    bool resolved = false;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("resolved"), self.resolved);
    }
};

/// How many wait for a person.
struct ConflictCountReply {
    std::uint64_t open = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("open"), self.open);
    }
};

struct ConflictCount {
    static constexpr const char* name = "conflict.count";
    using Reply = ConflictCountReply;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

/// The record as one rival, and what was built upon it alone, left it.
struct ConflictVersion {
    std::vector<ConflictAct> acts; ///< since the base, in order; the rival among them
    QJsonObject values; ///< of the record

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("acts"), self.acts);
        visit(field("values"), self.values);
    }
};

/// One judgement that counts.
struct ConflictVerdict {
    AccountId actor;
    QString actorName;
    Instant at;
    QString pc;
    std::uint32_t stands = 0; ///< which of the rivals, counted from 1

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("actor"), self.actor);
        visit(field("actorName"), self.actorName);
        visit(field("at"), self.at);
        visit(field("pc"), self.pc);
        visit(field("stands"), self.stands);
    }
};

struct ConflictReply {
    ConflictRow conflict;
    QJsonObject base;                      ///< the record as both authors knew it
    std::vector<ConflictVersion> versions; ///< two, in the order of the rivals
    std::vector<QString> disputed;         ///< names of the fields in which the versions differ
    std::vector<QString> changed;          ///< names of the fields that either changed, those in dispute first
    std::vector<ConflictVerdict> verdicts; ///< several when their authors did not know of each other

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("conflict"), self.conflict);
        visit(field("base"), self.base);
        visit(field("versions"), self.versions);
        visit(field("disputed"), self.disputed);
        visit(field("changed"), self.changed);
        visit(field("verdicts"), self.verdicts);
    }
};

/// Both versions side by side. Errors: conflict.unknown.
struct ConflictGet {
    static constexpr const char* name = "conflict.get";
    using Reply = ConflictReply;
    QString conflict;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("conflict").required().atMost(64), self.conflict);
    }
};

struct ConflictJudgedReply {
    QString conflict;
    std::uint64_t open = 0; ///< how many still wait for a person

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("conflict"), self.conflict);
        visit(field("open"), self.open);
    }
};

/// Says which rival stands: what was done upon the other alone has no effect any more. `again`: although somebody has said so already.
/// Errors: conflict.unknown, conflict.notRival, conflict.resolvedAlready {who, at}, conflict.fixedByRule, record.needsUpdate.
struct ConflictResolve {
    static constexpr const char* name = "conflict.resolve";
    using Reply = ConflictJudgedReply;
    QString conflict;
    StreamId stream; ///< with `sequence`: the rival that stands
    std::uint64_t sequence = 0;
    bool again = false;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("conflict").required().atMost(64), self.conflict);
        visit(field("stream").required(), self.stream);
        visit(field("sequence").required(), self.sequence);
        visit(field("again"), self.again);
    }
};

/// Takes the judgement back: the conflict waits for a person again. Errors: conflict.unknown, conflict.notResolved.
struct ConflictReopen {
    static constexpr const char* name = "conflict.reopen";
    using Reply = ConflictJudgedReply;
    QString conflict;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("conflict").required().atMost(64), self.conflict);
    }
};

class CommandScope;
class QueryScope;
Result<ConflictListReply> answer(QueryScope& scope, const ConflictList& query);
Result<ConflictCountReply> answer(QueryScope& scope, const ConflictCount& query);
Result<ConflictReply> answer(QueryScope& scope, const ConflictGet& query);
Result<ConflictJudgedReply> handle(CommandScope& scope, const ConflictResolve& command);
Result<ConflictJudgedReply> handle(CommandScope& scope, const ConflictReopen& command);

} // namespace onedoor
