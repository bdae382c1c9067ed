// SPDX-License-Identifier: GPL-3.0-or-later
// One human being who was taken down more than once: who may it be, folding two records into one, and taking that back. Likely duplicates
// are for everybody who registers people; merging needs an administrator's rights, which "person.*" does not cover (core/domain/centre).
// A merge changes nothing of either record: look-up, visits, holds, erasure and export see both as one person while it stands.
#pragma once

#include "core/base/error.h"
#include "core/domain/person/similarity.h"
#include "core/domain/rows.h"

namespace onedoor {

struct SimilarPerson {
    PersonRow person;
    int score = 0;        ///< 0 … 100
    bool certain = false; ///< it would need a good reason to doubt it
    std::vector<SimilarityPoint> reasons;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("score"), self.score);
        visit(field("certain"), self.certain);
        visit(field("reasons"), self.reasons);
    }
};

struct SimilarReply {
    std::vector<SimilarPerson> persons; ///< the likeliest first

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("persons"), self.persons);
    }
};

/// Who is known already and may be this person: somebody who is known (`person`), or somebody who is being typed (`input`; what can't be
/// read yet counts as not given). Errors: person.unknown, similar.nobody (neither or both are given).
struct PersonSimilar {
    static constexpr const char* name = "person.similar";
    using Reply = SimilarReply;
    std::optional<PersonId> person;
    std::optional<PersonRegistered> input;
    std::uint32_t limit = 5; ///< 1 … 20

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("input"), self.input);
        visit(field("limit"), self.limit);
    }
};

struct PersonMergeReply {
    PersonId person;
    PersonId kept;                 ///< who stands for the person now; the person itself after a merge was taken back
    std::vector<PersonId> records; ///< of the kept person, itself first

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("kept"), self.kept);
        visit(field("records"), self.records);
    }
};

/// Folds `person` into `into`. Errors: person.unknown, person.erased, merge.same, merge.mergedAlready {name} (field person or into:
/// that record was folded into another one, which is named), record.needsUpdate, text.*.
struct PersonMerge {
    static constexpr const char* name = "person.merge";
    using Reply = PersonMergeReply;
    PersonId person;
    PersonId into;
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
        visit(field("into").required(), self.into);
        visit(personal("reason").required().lines(500), self.reason);
    }
};

/// Takes the person out of the one it was folded into; all is as before. Errors: person.unknown, person.erased, merge.notMerged.
struct PersonUnmerge {
    static constexpr const char* name = "person.unmerge";
    using Reply = PersonMergeReply;
    PersonId person;
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
        visit(personal("reason").lines(500), self.reason);
    }
};

/// One record that was folded in.
struct MergedRow {
    PersonId person;
    PersonRegistered known;
    PersonId into;
    Instant mergedAt;
    QString mergedBy; ///< display name
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person"), self.person);
        visit(field("known"), self.known);
        visit(field("into"), self.into);
        visit(field("mergedAt"), self.mergedAt);
        visit(field("mergedBy"), self.mergedBy);
        visit(personal("reason").lines(500), self.reason);
    }
};

struct PersonMergesReply {
    PersonId kept;
    std::vector<MergedRow> merged; ///< the records folded into it, directly or over another one

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("kept"), self.kept);
        visit(field("merged"), self.merged);
    }
};

/// Which records make up this person, whichever of them is given. Errors: person.unknown.
struct PersonMerges {
    static constexpr const char* name = "person.merges";
    using Reply = PersonMergesReply;
    PersonId person;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("person").required(), self.person);
    }
};

class CommandScope;
class QueryScope;
Result<PersonMergeReply> handle(CommandScope& scope, const PersonMerge& command);
Result<PersonMergeReply> handle(CommandScope& scope, const PersonUnmerge& command);
Result<SimilarReply> answer(QueryScope& scope, const PersonSimilar& query);
Result<PersonMergesReply> answer(QueryScope& scope, const PersonMerges& query);

} // namespace onedoor
