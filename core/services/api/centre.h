// SPDX-License-Identifier: GPL-3.0-or-later
// Commands and queries that change the running centre: one item at a time, at once on every PC, each to be taken back. Need an
// administrator's rights by name: an older centre's "centre.*" does not cover them (Role::permits). Sections and errors:
// core/domain/centre/centre_change.h and centre_decide.h; text.* and json.* for what the item's texts may hold.
#pragma once

#include "core/base/error.h"
#include "core/domain/rows.h"

namespace onedoor {

/// The change as the journal holds it: to take it back.
struct CentreChangeReply {
    QString section;
    QString key; ///< of a new item: the one that it got
    StreamId stream;
    std::uint64_t sequence = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("section"), self.section);
        visit(field("key"), self.key);
        visit(field("stream"), self.stream);
        visit(field("sequence"), self.sequence);
    }
};

/// Adds an item or changes one. Members that are not given stay as they are; a new item needs all but `key`, which is made from its
/// English name when it is not given.
struct CentreChange {
    static constexpr const char* name = "centre.change";
    using Reply = CentreChangeReply;
    QString section;
    QString key; ///< empty: a new item, or the section's one value
    QJsonObject item;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("section").required().atMost(40), self.section);
        visit(field("key").atMost(40), self.key);
        visit(field("item").required(), self.item);
    }
};

struct CentreRemove {
    static constexpr const char* name = "centre.remove";
    using Reply = CentreChangeReply;
    QString section;
    QString key;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("section").required().atMost(40), self.section);
        visit(field("key").required().atMost(40), self.key);
    }
};

/// Puts the items of a section into this order; those that are not named follow in theirs.
struct CentreArrange {
    static constexpr const char* name = "centre.arrange";
    using Reply = CentreChangeReply;
    QString section;
    std::vector<QString> keys;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("section").required().atMost(40), self.section);
        visit(field("keys").required().atMost(300), self.keys);
    }
};

/// Takes a change back; without `stream` and `sequence` the newest of one's own that stands. Refused when somebody has changed the same
/// item since. A taking back can be taken back itself.
struct CentreUndo {
    static constexpr const char* name = "centre.undo";
    using Reply = CentreChangeReply;
    StreamId stream;
    std::uint64_t sequence = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("stream"), self.stream);
        visit(field("sequence"), self.sequence);
    }
};

struct CentreHistoryRow {
    StreamId stream;
    std::uint64_t sequence = 0;
    Instant at;
    AccountId actor;
    QString actorName;
    QString section;
    QString key;
    QJsonObject before; ///< empty: it was not there; of an order {"keys": […]}
    QJsonObject after;  ///< empty: removed
    bool undoes = false;  ///< it took another change back
    bool undone = false;  ///< it was taken back
    bool canUndo = false; ///< nobody has changed the same item since
    QString problem;      ///< code of why it has no effect: what others did before, unknown to its author, does not allow it

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("stream"), self.stream);
        visit(field("sequence"), self.sequence);
        visit(field("at"), self.at);
        visit(field("actor"), self.actor);
        visit(field("actorName"), self.actorName);
        visit(field("section"), self.section);
        visit(field("key"), self.key);
        visit(field("before"), self.before);
        visit(field("after"), self.after);
        visit(field("undoes"), self.undoes);
        visit(field("undone"), self.undone);
        visit(field("canUndo"), self.canUndo);
        visit(field("problem"), self.problem);
    }
};

struct CentreHistoryReply {
    std::vector<CentreHistoryRow> changes;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("changes"), self.changes);
    }
};

/// The newest changes first, 200 at most.
struct CentreHistory {
    static constexpr const char* name = "centre.history";
    using Reply = CentreHistoryReply;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

struct CentreUseReply {
    std::vector<QString> places;   ///< keys of places that belong to the item or offer it
    std::vector<QString> services; ///< keys of services that belong to it
    QString staffedBy;             ///< name of who sits there
    std::uint32_t waiting = 0;     ///< visitors who depend on it
    std::uint32_t atPlaces = 0;    ///< called or being served
    std::uint32_t held = 0;
    std::uint32_t givenToday = 0;  ///< numbers, of a series

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("places"), self.places);
        visit(field("services"), self.services);
        visit(field("staffedBy"), self.staffedBy);
        visit(field("waiting"), self.waiting);
        visit(field("atPlaces"), self.atPlaces);
        visit(field("held"), self.held);
        visit(field("givenToday"), self.givenToday);
    }
};

/// What leans on an item at this moment: to be seen before it is changed or removed.
struct CentreUsage {
    static constexpr const char* name = "centre.usage";
    using Reply = CentreUseReply;
    QString section;
    QString key;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("section").required().atMost(40), self.section);
        visit(field("key").required().atMost(40), self.key);
    }
};

class CommandScope;
class QueryScope;
Result<CentreChangeReply> handle(CommandScope& scope, const CentreChange& command);
Result<CentreChangeReply> handle(CommandScope& scope, const CentreRemove& command);
Result<CentreChangeReply> handle(CommandScope& scope, const CentreArrange& command);
Result<CentreChangeReply> handle(CommandScope& scope, const CentreUndo& command);
Result<CentreHistoryReply> answer(QueryScope& scope, const CentreHistory& query);
Result<CentreUseReply> answer(QueryScope& scope, const CentreUsage& query);

} // namespace onedoor
