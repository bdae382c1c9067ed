// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/person_queries.h"

#include "core/base/mask.h"
#include "core/base/text.h"
#include "core/store/sqlite/transaction.h"
#include "core/store/views/lookup_keys.h"
#include "core/store/views/person_groups.h"

#include <algorithm>

namespace onedoor::queries {

namespace {

constexpr int candidatesAtMost = 200; ///< of one key kind: more is not a look-up but a list

QDate dateOf(std::int64_t julianDay)
{
    return julianDay == 0 ? QDate() : QDate::fromJulianDay(julianDay);
}

Result<void> collect(ViewsStore& views, const QString& prefix, std::vector<std::int64_t>& numbers)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT person FROM lookup WHERE key >= ?1 AND key < ?2 LIMIT ?3"));
    const QString end = prefix + QString::fromUcs4(U"\U0010FFFF");
    select.bindAll(prefix, end, candidatesAtMost);
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        numbers.push_back(select.integer(0));
    }
}

/// One who answers to what was typed. As little as it takes to tell who comes first: each page read costs a deciphering.
struct Candidate {
    std::int64_t number = 0;
    RawId person{};
    std::uint32_t visits = 0;
    std::int64_t lastArrival = 0; ///< milliseconds since 1970; 0: never here
    QDate lastVisit;
    QString todayNumber;
    const ExpectedToday::mapped_type* expected = nullptr;
};

/// What one record adds to what is known of the human being.
Result<void> countVisits(ViewsStore& views, PersonId person, QDate today, Candidate& known)
{
    ONEDOOR_ASSIGN(sqlite::Statement visits, views.database().cached("SELECT count(*), max(arrived_at), day FROM visits WHERE person = ?1"));
    ONEDOOR_TRY(visits.bind(1, person).step());
    known.visits += std::uint32_t(visits.integer(0));
    const QDate lastVisit = dateOf(visits.integer(2)); // of the row with the largest arrived_at: so SQLite has it
    if (visits.integer(1) > known.lastArrival) {
        known.lastArrival = visits.integer(1);
        known.lastVisit = lastVisit;
    }
    if (lastVisit != today || !known.todayNumber.isEmpty())
        return {};
    ONEDOOR_ASSIGN(sqlite::Statement ticket,
                   views.database().cached("SELECT t.number FROM visits AS v JOIN tickets AS t ON t.visit = v.visit"
                                           " WHERE v.person = ?1 AND v.day = ?2 AND t.status < 5 ORDER BY t.issued_at DESC LIMIT 1"));
    ONEDOOR_ASSIGN(const bool found, ticket.bindAll(person, today.toJulianDay()).step());
    if (found)
        known.todayNumber = ticket.text(0);
    return {};
}

Result<Candidate> candidate(ViewsStore& views, std::int64_t number, QDate today, const ExpectedToday& expected = {})
{
    Candidate known{.number = number, .person = {}, .visits = 0, .lastArrival = 0, .lastVisit = {}, .todayNumber = {}, .expected = nullptr};
    ONEDOOR_ASSIGN(sqlite::Statement person,
                   views.database().cached("SELECT person FROM persons INDEXED BY persons_by_number WHERE number = ?1"));
    ONEDOOR_TRY(person.bind(1, number).step());
    known.person = person.id(0);
    if (const auto found = expected.find(PersonId(known.person)); found != expected.end())
        known.expected = &found->second;
    ONEDOOR_ASSIGN(const std::vector<PersonId> group, personGroup(views, PersonId(known.person)));
    for (const PersonId& each : group)
        ONEDOOR_TRY(countVisits(views, each, today, known));
    return known;
}

Result<PersonRow> personRow(ViewsStore& views, const Candidate& known)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT name, sex, birth, document_kind, document_number, phone FROM persons WHERE number = ?1"));
    ONEDOOR_TRY(select.bind(1, known.number).step());
    PersonRow row;
    row.person = PersonId(known.person);
    row.name = select.text(0);
    row.sex = static_cast<Sex>(select.integer(1));
    row.birth = dateOf(select.integer(2));
    row.documentKind = static_cast<DocumentKind>(select.integer(3));
    row.documentTail = select.text(4).right(4);
    row.phone = maskPhone(select.text(5));
    row.visits = known.visits;
    row.lastVisit = known.lastVisit;
    row.todayNumber = known.todayNumber;
    if (known.expected != nullptr)
        std::tie(row.appointment, row.appointedAt) = *known.expected;
    return row;
}

Result<void> addVisitsOf(ViewsStore& views, PersonId id, int limit, std::vector<VisitOfPerson>& visits)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT v.visit, v.visit_number, v.day, v.arrived_at, m.service, m.summary,"
                                           " (SELECT t.outcome FROM tickets AS t WHERE t.visit = v.visit ORDER BY t.issued_at DESC LIMIT 1),"
                                           " v.confidential FROM visits AS v LEFT JOIN matters AS m ON m.matter = v.matter"
                                           " WHERE v.person = ?1 ORDER BY v.arrived_at DESC LIMIT ?2"));
    select.bindAll(id, limit);
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        visits.push_back({VisitId(select.id(0)), select.text(1), dateOf(select.integer(2)), {select.integer(3)}, select.text(4), select.text(5),
                          select.text(6), select.integer(7) != 0});
    }
}

AccountRow accountRow(const sqlite::Statement& from)
{
    AccountRow row;
    row.account = AccountId(from.id(0));
    row.login = from.text(1);
    row.displayName = from.text(2);
    const QStringList roles = from.text(3).split(u' ', Qt::SkipEmptyParts);
    row.roles = {roles.begin(), roles.end()};
    row.secretKind = static_cast<SecretKind>(from.integer(4));
    row.enabled = from.integer(5) != 0;
    return row;
}

} // namespace

Result<std::vector<PersonRow>> lookupPersons(ViewsStore& views, const QString& text, QDate today, int limit, const ExpectedToday& expected)
{
    // One moment for all of it, so that each of many small selects need not take a lock of its own.
    ONEDOOR_ASSIGN(const sqlite::Transaction moment, sqlite::Transaction::begin(views.database(), sqlite::TransactionKind::Read));
    std::vector<std::int64_t> numbers;
    for (const QString& prefix : lookupPrefixes(text))
        ONEDOOR_TRY(collect(views, prefix, numbers));
    ONEDOOR_ASSIGN(numbers, numbersOfKept(views, std::move(numbers)));
    std::vector<Candidate> candidates;
    candidates.reserve(numbers.size());
    for (const std::int64_t number : numbers) {
        ONEDOOR_ASSIGN(Candidate known, candidate(views, number, today, expected));
        candidates.push_back(std::move(known));
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return std::tuple(a.todayNumber.isEmpty() && a.expected == nullptr, b.lastArrival)
            < std::tuple(b.todayNumber.isEmpty() && b.expected == nullptr, a.lastArrival);
    });
    if (candidates.size() > std::size_t(limit))
        candidates.resize(std::size_t(limit));
    std::vector<PersonRow> rows;
    rows.reserve(candidates.size());
    for (const Candidate& known : candidates) {
        ONEDOOR_ASSIGN(PersonRow row, personRow(views, known));
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::optional<PersonRegistered>> person(ViewsStore& views, PersonId id)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT name, document_kind, document_number, sex, birth, ethnic_group, phone, address,"
                                           " region_code, work_unit, occupation FROM persons WHERE person = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, id).step());
    if (!found)
        return std::nullopt;
    PersonRegistered known;
    known.name = select.text(0);
    known.documentKind = static_cast<DocumentKind>(select.integer(1));
    known.documentNumber = select.text(2);
    known.sex = static_cast<Sex>(select.integer(3));
    known.birth = dateOf(select.integer(4));
    known.ethnicGroup = select.text(5);
    known.phone = select.text(6);
    known.address = select.text(7);
    known.regionCode = select.text(8);
    known.workUnit = select.text(9);
    known.occupation = select.text(10);
    return known;
}

Result<std::optional<PersonRow>> personRowOf(ViewsStore& views, PersonId id, QDate today)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT number FROM persons WHERE person = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, id).step());
    if (!found)
        return std::optional<PersonRow>();
    ONEDOOR_ASSIGN(const Candidate known, candidate(views, select.integer(0), today));
    ONEDOOR_ASSIGN(PersonRow row, personRow(views, known));
    return std::optional(std::move(row));
}

Result<std::optional<PersonId>> personByDocument(ViewsStore& views, const QString& documentNumber)
{
    QString key = foldForSearch(documentNumber);
    std::reverse(key.begin(), key.end());
    key.prepend(QLatin1Char('d'));
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT person FROM persons WHERE number ="
                                           " (SELECT person FROM lookup WHERE key = ?1 ORDER BY person LIMIT 1)"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, key).step());
    return found ? std::optional(PersonId(select.id(0))) : std::nullopt;
}

Result<std::uint32_t> visitCount(ViewsStore& views, PersonId id)
{
    ONEDOOR_ASSIGN(const std::vector<PersonId> group, personGroup(views, id));
    std::uint32_t visits = 0;
    for (const PersonId& each : group) {
        ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT count(*) FROM visits WHERE person = ?1"));
        ONEDOOR_TRY(select.bind(1, each).step());
        visits += std::uint32_t(select.integer(0));
    }
    return visits;
}

Result<std::vector<VisitOfPerson>> visitsOfPerson(ViewsStore& views, PersonId id, int limit)
{
    ONEDOOR_ASSIGN(const std::vector<PersonId> group, personGroup(views, id));
    std::vector<VisitOfPerson> visits;
    for (const PersonId& each : group)
        ONEDOOR_TRY(addVisitsOf(views, each, limit, visits));
    std::stable_sort(visits.begin(), visits.end(), [](const auto& a, const auto& b) { return a.arrivedAt > b.arrivedAt; });
    if (visits.size() > std::size_t(limit))
        visits.resize(std::size_t(limit));
    return visits;
}

Result<std::vector<RawId>> recordsOfPerson(ViewsStore& views, PersonId id)
{
    std::vector<RawId> records;
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT matter FROM matters WHERE person = ?1"
                                                                     " UNION ALL SELECT ticket FROM tickets WHERE person = ?1"
                                                                     " UNION ALL SELECT appointment FROM appointments WHERE person = ?1"));
    select.bind(1, id);
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return records;
        records.push_back(select.id(0));
    }
}

Result<RawId> matterOfVisit(ViewsStore& views, VisitId visit)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT matter FROM visits WHERE visit = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, visit).step());
    return found ? select.id(0) : RawId{};
}

Result<std::optional<AccountFound>> accountByLogin(ViewsStore& views, const QString& login)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT account, login, display_name, roles, secret_kind, enabled, verifier FROM accounts"
                                           " WHERE login = ?1"));
    const QString folded = login.trimmed().toLower();
    ONEDOOR_ASSIGN(const bool found, select.bind(1, folded).step());
    return found ? std::optional(AccountFound{accountRow(select), select.text(6)}) : std::nullopt;
}

Result<std::vector<AccountRow>> accounts(ViewsStore& views)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   views.database().cached("SELECT account, login, display_name, roles, secret_kind, enabled FROM accounts ORDER BY login"));
    std::vector<AccountRow> rows;
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return rows;
        rows.push_back(accountRow(select));
    }
}

Result<QString> displayName(ViewsStore& views, AccountId account)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT display_name FROM accounts WHERE account = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, account).step());
    return found ? select.text(0) : QString();
}

Result<AccountId> staffedBy(ViewsStore& views, const QString& place)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT staffed_by FROM places WHERE place = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, place).step());
    return found ? AccountId(select.id(0)) : AccountId();
}

} // namespace onedoor::queries
