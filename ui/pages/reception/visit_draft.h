// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the visit form, as typed: nothing is lost by leaving the form, and an error clears nothing. Plain values; UI thread.
// On the disk it is only as core/store/kept_drafts.h seals it.
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
    /// each(name, member): the fields by the names that errors have for them.
    template <typename Each>
    static void eachField(Each each)
    {
        each("name", &PersonEntry::name);
        each("documentKind", &PersonEntry::documentKind);
        each("documentNumber", &PersonEntry::documentNumber);
        each("phone", &PersonEntry::phone);
        each("sex", &PersonEntry::sex);
        each("birth", &PersonEntry::birth);
        each("regionCode", &PersonEntry::regionCode);
        each("address", &PersonEntry::address);
        each("ethnicGroup", &PersonEntry::ethnicGroup);
        each("workUnit", &PersonEntry::workUnit);
        each("occupation", &PersonEntry::occupation);
    }
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
    bool escort = false;
    bool hearing = false;
    bool wheelchair = false;
    QStringList stops; ///< services behind the first one
    QString representatives; ///< as typed
    QString helperName;
    HelperRelation helperRelation = HelperRelation::Family;
    QString helperPhone;

    template <typename Each>
    static void eachField(Each each)
    {
        each("summary", &MatterEntry::summary);
        each("claim", &MatterEntry::claim);
        each("problemPlace", &MatterEntry::problemPlace);
        each("problemDate", &MatterEntry::problemDate);
        each("respondent", &MatterEntry::respondent);
        each("materials", &MatterEntry::materials);
        each("pendingElsewhere", &MatterEntry::pendingElsewhere);
        each("service", &MatterEntry::service);
        each("priority", &MatterEntry::priority);
        each("headcount", &MatterEntry::headcount);
        each("urgent", &MatterEntry::urgent);
        each("threat", &MatterEntry::threat);
        each("confidential", &MatterEntry::confidential);
        each("escort", &MatterEntry::escort);
        each("hearing", &MatterEntry::hearing);
        each("wheelchair", &MatterEntry::wheelchair);
        each("stops", &MatterEntry::stops);
        each("newRepresentatives", &MatterEntry::representatives);
        each("helperName", &MatterEntry::helperName);
        each("helperRelation", &MatterEntry::helperRelation);
        each("helperPhone", &MatterEntry::helperPhone);
    }
    friend bool operator==(const MatterEntry&, const MatterEntry&) = default;
};

struct VisitDraft {
    std::optional<PersonDetails> returning; ///< empty: a new visitor
    QString todayNumber;                    ///< ticket that the returning visitor holds already
    PersonEntry person;
    MatterEntry matter;
    Instant begunAt;
};

/// The names of the fields that differ, as errors name them.
QStringList changedFields(const PersonInput& known, const PersonInput& now);
/// `mine` with the fields that were changed elsewhere as they are now; every other one stays as it was typed.
PersonEntry withChanges(PersonEntry mine, const PersonInput& known, const PersonInput& now);
/// Only what differs; nothing when nothing does.
std::optional<PersonCorrected> correctionOf(const PersonInput& known, const PersonInput& now);

} // namespace onedoor
