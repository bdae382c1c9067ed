// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the visit form, as typed: nothing is lost by leaving the form, and an error clears nothing. Lives in memory only,
// because a draft on the disk would be personal data outside the store. Plain values; UI thread.
#pragma once

#include "core/services/api/reception.h"

namespace onedoor {

struct PersonEntry {
    QString name;
    DocumentKind documentKind = DocumentKind::ResidentId;
    QString documentNumber;
    Sex sex = Sex::Unknown;
    QString birth; ///< as typed
    QString phone;
    QString address;
    QString regionCode;
    QString ethnicGroup;
    QString workUnit;
    QString occupation;

    static PersonEntry from(const PersonInput& known);
    friend bool operator==(const PersonEntry&, const PersonEntry&) = default;
};

struct MatterEntry {
    QString summary;
    QString claim;
    QString problemPlace;
    QString problemDate; ///< as typed
    QString respondent;
    QString materials;
    PendingElsewhere pendingElsewhere = PendingElsewhere::Unasked;
    QString service;
    QString priority;
    int headcount = 1;
    bool urgent = false;
    bool threat = false;
    bool confidential = false;

    friend bool operator==(const MatterEntry&, const MatterEntry&) = default;
};

struct VisitDraft {
    std::optional<PersonDetails> returning; ///< empty: a new visitor
    QString todayNumber;                    ///< ticket that the returning visitor holds already
    PersonEntry person;
    MatterEntry matter;
};

/// The names of the fields that differ, as errors name them.
QStringList changedFields(const PersonInput& known, const PersonInput& now);
/// `mine` with the fields that were changed elsewhere as they are now; every other one stays as it was typed.
PersonEntry withChanges(PersonEntry mine, const PersonInput& known, const PersonInput& now);
/// Only what differs; nothing when nothing does.
std::optional<PersonCorrected> correctionOf(const PersonInput& known, const PersonInput& now);

} // namespace onedoor
