// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk asks of the views about people, visits, accounts and places. Free functions over a ViewsStore, on its thread.
#pragma once

#include "core/domain/rows.h"
#include "core/store/views/views_store.h"

#include <map>

namespace onedoor::queries {

/// Appointment and its time, by person: the record that stands for it.
using ExpectedToday = std::map<PersonId, std::pair<AppointmentId, Instant>>;

/// People whom the text may mean, at most `limit`: those who are here or expected today first, then those seen last.
/// `today` is the business day.
Result<std::vector<PersonRow>> lookupPersons(ViewsStore& views, const QString& text, QDate today, int limit, const ExpectedToday& expected = {});
Result<std::optional<PersonRegistered>> person(ViewsStore& views, PersonId id);
/// The same row for one person, whose visits under other records count too; nothing when nobody has this id.
Result<std::optional<PersonRow>> personRowOf(ViewsStore& views, PersonId id, QDate today);
/// The record with exactly this document number, merged or not; numbers are stored normalised.
Result<std::optional<PersonId>> personByDocument(ViewsStore& views, const QString& documentNumber);
/// Of all records of the human being.
Result<std::uint32_t> visitCount(ViewsStore& views, PersonId id);

/// One earlier visit of a person, for the list beside the form.
struct VisitOfPerson {
    VisitId visit;
    QString visitNumber;
    QDate day;
    Instant arrivedAt;
    QString service;
    QString summary;
    QString outcome;
    bool confidential = false;
};
/// Of all records of the human being, the newest first.
Result<std::vector<VisitOfPerson>> visitsOfPerson(ViewsStore& views, PersonId id, int limit);
/// Matters and tickets of this record alone, whose events may be sealed for the person.
Result<std::vector<RawId>> recordsOfPerson(ViewsStore& views, PersonId id);
Result<RawId> matterOfVisit(ViewsStore& views, VisitId visit);

struct AccountFound {
    AccountRow row;
    QString verifier;
};
Result<std::optional<AccountFound>> accountByLogin(ViewsStore& views, const QString& login);
Result<std::vector<AccountRow>> accounts(ViewsStore& views);
Result<QString> displayName(ViewsStore& views, AccountId account);
/// Null when nobody is signed in there.
Result<AccountId> staffedBy(ViewsStore& views, const QString& place);

} // namespace onedoor::queries
