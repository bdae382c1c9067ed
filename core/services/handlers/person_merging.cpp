// SPDX-License-Identifier: GPL-3.0-or-later
// Likely duplicates, and folding two records of one human being into one.
#include "core/services/api/person_merging.h"

#include "core/base/phone.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/scopes.h"
#include "core/services/similarity_rules.h"
#include "core/store/journal/stored_record.h"
#include "core/store/views/person_groups.h"
#include "core/store/views/person_queries.h"

#include <QHash>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int candidatesAKey = 150; ///< of one name: the newest; older namesakes without another sign in common are no likely duplicates
constexpr int similarAtMost = 20;

Result<PersonState> mergeable(CommandScope& scope, PersonId person, const QString& field)
{
    ONEDOOR_ASSIGN(const PersonState state, scope.state<PersonState>(person.raw));
    if (!state.exists() && !state.isErased())
        return fail(ErrorKind::NotFound, u"person.unknown"_s, field);
    if (state.isErased())
        return fail(ErrorKind::Conflict, u"person.erased"_s, field);
    if (state.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, field);
    return state;
}

Result<void> standsForItself(CommandScope& scope, PersonId person, const QString& field)
{
    ONEDOOR_ASSIGN(const PersonId kept, queries::keptPerson(scope.views(), person));
    if (kept == person)
        return {};
    ONEDOOR_ASSIGN(const std::optional<PersonRegistered> known, queries::person(scope.views(), kept));
    return fail(ErrorKind::Conflict, u"merge.mergedAlready"_s, field, {{u"name"_s, known ? known->name : QString()}, {u"kept"_s, kept.toString()}});
}

Result<PersonMergeReply> replyFor(CommandScope& scope, PersonId person)
{
    PersonMergeReply reply{.person = person, .kept = {}, .records = {}};
    ONEDOOR_ASSIGN(reply.records, queries::personGroup(scope.views(), person));
    reply.kept = reply.records.front();
    return reply;
}

/// As much of what somebody is typing as can be read already.
PersonRegistered readable(const PersonRegistered& typed, QDate today)
{
    PersonRegistered person = typed;
    person.name = typed.name.simplified().left(100);
    person.address = typed.address.simplified().left(200);
    const auto phone = parsePhone(typed.phone.left(40), {});
    person.phone = phone ? phone->number : QString();
    const DocumentKind kind = typed.documentKind == DocumentKind::None ? likelyDocumentKind(typed.documentNumber.left(40)) : typed.documentKind;
    const auto document = parseIdentity(kind, typed.documentNumber.left(40), today, {});
    person.documentKind = document ? document->kind : DocumentKind::None;
    person.documentNumber = document ? document->number : QString();
    if (document && document->birth)
        person.birth = *document->birth;
    if (document && document->sex)
        person.sex = *document->sex;
    return person;
}

struct Like {
    PersonRegistered known;
    std::vector<PersonId> own; ///< records of the same human being: no duplicates any more
};

Result<Like> whoIsMeant(QueryScope& scope, const PersonSimilar& query)
{
    if (query.person.has_value() == query.input.has_value())
        return fail(ErrorKind::Invalid, u"similar.nobody"_s, u"person"_s);
    if (query.input)
        return Like{readable(*query.input, scope.today()), {}};
    Like like;
    ONEDOOR_ASSIGN(like.own, queries::personGroup(scope.views(), *query.person));
    ONEDOOR_ASSIGN(const std::optional<PersonRegistered> known, queries::person(scope.views(), like.own.front()));
    if (!known)
        return fail(ErrorKind::NotFound, u"person.unknown"_s, u"person"_s);
    like.known = *known;
    return like;
}

struct Match {
    PersonId kept;
    Similarity similarity;
};

/// Whoever was folded in is compared too, and told as the person who stands for all of them.
Result<std::vector<Match>> likelyMatches(QueryScope& scope, const Like& like, const SimilarityRules& rules)
{
    ONEDOOR_ASSIGN(const auto candidates, queries::similarCandidates(scope.views(), like.known, candidatesAKey));
    std::vector<Match> matches;
    for (const queries::SimilarCandidate& each : candidates) {
        if (std::find(like.own.begin(), like.own.end(), each.person) != like.own.end() || each.known.name.isEmpty())
            continue;
        Similarity found = similarity(like.known, each.known, rules);
        if (found.score < rules.likely)
            continue;
        ONEDOOR_ASSIGN(const PersonId kept, queries::keptPerson(scope.views(), each.person));
        const auto before = std::find_if(matches.begin(), matches.end(), [&](const Match& match) { return match.kept == kept; });
        if (before == matches.end())
            matches.push_back({kept, std::move(found)});
        else if (before->similarity.score < found.score)
            before->similarity = std::move(found);
    }
    std::sort(matches.begin(), matches.end(),
              [](const Match& a, const Match& b) { return std::tuple(-a.similarity.score, a.kept) < std::tuple(-b.similarity.score, b.kept); });
    return matches;
}

} // namespace

Result<SimilarReply> answer(QueryScope& scope, const PersonSimilar& query)
{
    const Result<SimilarityRules>& rules = similarityRules();
    if (!rules)
        return Unexpected(rules.error());
    ONEDOOR_ASSIGN(const Like like, whoIsMeant(scope, query));
    ONEDOOR_ASSIGN(std::vector<Match> matches, likelyMatches(scope, like, *rules));
    const auto limit = std::size_t(std::clamp(int(query.limit), 1, similarAtMost));
    SimilarReply reply;
    for (Match& match : matches) {
        ONEDOOR_ASSIGN(const std::optional<PersonRow> row, queries::personRowOf(scope.views(), match.kept, scope.today()));
        if (row)
            reply.persons.push_back({*row, match.similarity.score, match.similarity.score >= rules->certain, std::move(match.similarity.reasons)});
        if (reply.persons.size() == limit)
            break;
    }
    return reply;
}

Result<PersonMergesReply> answer(QueryScope& scope, const PersonMerges& query)
{
    ONEDOOR_ASSIGN(const std::vector<PersonId> group, queries::personGroup(scope.views(), query.person));
    ONEDOOR_ASSIGN(const std::optional<PersonRegistered> known, queries::person(scope.views(), group.front()));
    if (!known)
        return fail(ErrorKind::NotFound, u"person.unknown"_s, u"person"_s);
    PersonMergesReply reply{.kept = group.front(), .merged = {}};
    for (std::size_t at = 1; at < group.size(); ++at) {
        ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(scope.reader().journal(), scope.reader().sealer(), group[at].raw));
        const PersonState state = stateAs<PersonState>(folded.state);
        const MergeState* merge = state.merge();
        if (merge == nullptr)
            continue;
        MergedRow row{.person = group[at], .known = state.known, .into = merge->kept, .mergedAt = merge->at, .mergedBy = {}, .reason = merge->reason};
        ONEDOOR_ASSIGN(row.mergedBy, queries::displayName(scope.views(), merge->by));
        reply.merged.push_back(std::move(row));
    }
    return reply;
}

Result<PersonMergeReply> handle(CommandScope& scope, const PersonMerge& raw)
{
    PersonMerge command = raw;
    ONEDOOR_TRY(cleanFields(command));
    if (command.person == command.into)
        return fail(ErrorKind::Invalid, u"merge.same"_s, u"into"_s);
    ONEDOOR_TRY(mergeable(scope, command.person, u"person"_s));
    ONEDOOR_TRY(mergeable(scope, command.into, u"into"_s));
    ONEDOOR_TRY(standsForItself(scope, command.person, u"person"_s));
    ONEDOOR_TRY(standsForItself(scope, command.into, u"into"_s));
    ONEDOOR_TRY(scope.append({{command.person.raw, PersonMerged{command.into, command.reason}, command.person}}));
    return replyFor(scope, command.person);
}

Result<PersonMergeReply> handle(CommandScope& scope, const PersonUnmerge& raw)
{
    PersonUnmerge command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const PersonState state, mergeable(scope, command.person, u"person"_s));
    if (state.merges.empty())
        return fail(ErrorKind::Conflict, u"merge.notMerged"_s, u"person"_s);
    ONEDOOR_ASSIGN(const PersonId kept, queries::keptPerson(scope.views(), command.person));
    Drafts drafts;
    for (const MergeState& merge : state.merges) // more than one when two PCs merged unaware of each other: none of them may come to life
        drafts.push_back({command.person.raw, PersonUnmerged{merge.kept, command.reason}, command.person});
    // Of a ring the kept person has an arrow too; left alone it would fold that one into this.
    ONEDOOR_ASSIGN(const PersonState keptState, scope.state<PersonState>(kept.raw));
    for (const MergeState& merge : kept == command.person ? std::vector<MergeState>() : keptState.merges)
        drafts.push_back({kept.raw, PersonUnmerged{merge.kept, command.reason}, kept});
    ONEDOOR_TRY(scope.append(drafts));
    return replyFor(scope, command.person);
}

template QFuture<Result<PersonSimilar::Reply>> Gateway::ask(const Session&, PersonSimilar);
template QFuture<Result<PersonMerges::Reply>> Gateway::ask(const Session&, PersonMerges);
template QFuture<Result<PersonMerge::Reply>> Gateway::send(const Session&, PersonMerge);
template QFuture<Result<PersonUnmerge::Reply>> Gateway::send(const Session&, PersonUnmerge);

} // namespace onedoor
