// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/person_groups.h"

#include "core/domain/person/person_group.h"
#include "core/store/sqlite/transaction.h"
#include "core/store/views/lookup_keys.h"
#include "core/store/views/person_queries.h"

#include <algorithm>

namespace onedoor::queries {

namespace {

/// An arrow to somebody who is erased, or whose record is not here yet, leads nowhere: the name would be looked for in vain.
Result<PersonId> keptDirectly(ViewsStore& views, PersonId person)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT kept FROM merges JOIN persons ON person = kept WHERE merged = ?1 AND name <> ''"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, person).step());
    return found ? PersonId(select.id(0)) : PersonId();
}

Result<std::vector<PersonId>> mergedDirectly(ViewsStore& views, PersonId kept)
{
    std::vector<PersonId> merged;
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT merged FROM merges WHERE kept = ?1 ORDER BY merged"));
    select.bind(1, kept);
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return merged;
        merged.push_back(PersonId(select.id(0)));
    }
}

Result<bool> anyMerge(ViewsStore& views)
{
    ONEDOOR_ASSIGN(sqlite::Statement any, views.database().cached("SELECT 1 FROM merges LIMIT 1"));
    return any.step();
}

Result<void> collectExactly(ViewsStore& views, const QString& key, int limit, std::vector<std::int64_t>& numbers)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT person FROM lookup WHERE key = ?1 ORDER BY person DESC LIMIT ?2"));
    select.bindAll(key, limit);
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        numbers.push_back(select.integer(0));
    }
}

Result<PersonId> personNumbered(ViewsStore& views, std::int64_t number)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT person FROM persons INDEXED BY persons_by_number WHERE number = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, number).step());
    return found ? PersonId(select.id(0)) : PersonId();
}

/// What is compared of a person, out of one row: each page read costs a deciphering.
Result<std::optional<SimilarCandidate>> candidateNumbered(ViewsStore& views, std::int64_t number)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT person, name, document_kind, document_number, sex, birth, phone, address FROM persons WHERE number = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, number).step());
    if (!found)
        return std::optional<SimilarCandidate>();
    SimilarCandidate candidate{PersonId(select.id(0)), {}};
    candidate.known.name = select.text(1);
    candidate.known.documentKind = static_cast<DocumentKind>(select.integer(2));
    candidate.known.documentNumber = select.text(3);
    candidate.known.sex = static_cast<Sex>(select.integer(4));
    if (const std::int64_t birth = select.integer(5); birth != 0)
        candidate.known.birth = QDate::fromJulianDay(birth);
    candidate.known.phone = select.text(6);
    candidate.known.address = select.text(7);
    return std::optional(std::move(candidate));
}

} // namespace

Result<PersonId> keptPerson(ViewsStore& views, PersonId person)
{
    ONEDOOR_ASSIGN(const bool any, anyMerge(views));
    if (!any)
        return person;
    return keptOf(person, [&](PersonId each) { return keptDirectly(views, each); });
}

Result<std::vector<PersonId>> personGroup(ViewsStore& views, PersonId person)
{
    ONEDOOR_ASSIGN(const bool any, anyMerge(views));
    if (!any)
        return std::vector{person};
    ONEDOOR_ASSIGN(const PersonId kept, keptPerson(views, person));
    const auto mergedInto = [&](PersonId each) -> Result<std::vector<PersonId>> {
        ONEDOOR_ASSIGN(std::vector<PersonId> merged, mergedDirectly(views, each));
        // What an erased person had taken in stands for itself again.
        Result<void> outcome;
        std::erase_if(merged, [&](PersonId candidate) {
            const auto direct = keptDirectly(views, candidate);
            if (!direct)
                outcome = Unexpected(direct.error());
            return !direct || *direct != each;
        });
        if (!outcome)
            return Unexpected(outcome.error());
        return merged;
    };
    return groupUnder(kept, mergedInto);
}

Result<std::vector<std::int64_t>> numbersOfKept(ViewsStore& views, std::vector<std::int64_t> numbers)
{
    ONEDOOR_ASSIGN(const bool any, anyMerge(views));
    for (std::int64_t& number : numbers) {
        if (!any)
            break;
        ONEDOOR_ASSIGN(const PersonId person, personNumbered(views, number));
        ONEDOOR_ASSIGN(const PersonId kept, keptPerson(views, person));
        ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT number FROM persons WHERE person = ?1"));
        ONEDOOR_ASSIGN(const bool found, select.bind(1, kept).step());
        if (found)
            number = select.integer(0);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

Result<std::vector<PersonId>> leftBehind(ViewsStore& views, PersonId erased)
{
    ONEDOOR_ASSIGN(std::vector<PersonId> merged, mergedDirectly(views, erased));
    Result<void> outcome;
    std::erase_if(merged, [&](PersonId each) {
        const auto known = person(views, each);
        if (!known)
            outcome = Unexpected(known.error());
        return !known || !*known || (*known)->name.isEmpty();
    });
    if (!outcome)
        return Unexpected(outcome.error());
    return merged;
}

Result<std::vector<SimilarCandidate>> similarCandidates(ViewsStore& views, const PersonRegistered& like, int limit)
{
    ONEDOOR_ASSIGN(const sqlite::Transaction moment, sqlite::Transaction::begin(views.database(), sqlite::TransactionKind::Read));
    std::vector<std::int64_t> numbers;
    for (const QString& key : similarKeys(like))
        ONEDOOR_TRY(collectExactly(views, key, limit, numbers));
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::vector<SimilarCandidate> candidates;
    candidates.reserve(numbers.size());
    for (const std::int64_t number : numbers) {
        ONEDOOR_ASSIGN(std::optional<SimilarCandidate> found, candidateNumbered(views, number));
        if (found)
            candidates.push_back(std::move(*found));
    }
    return candidates;
}

} // namespace onedoor::queries
