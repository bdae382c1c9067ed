// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/visit_draft.h"

#include "ui/models/day_text.h"

namespace onedoor {

QStringList changedFields(const PersonInput& known, const PersonInput& now)
{
    QStringList names;
    PersonEntry::eachField([&names, before = PersonEntry::from(known), after = PersonEntry::from(now)](const char* name, auto member) {
        if (before.*member != after.*member)
            names.append(QString::fromLatin1(name));
    });
    return names;
}

PersonEntry withChanges(PersonEntry mine, const PersonInput& known, const PersonInput& now)
{
    PersonEntry::eachField([&mine, before = PersonEntry::from(known), after = PersonEntry::from(now)](const char*, auto member) {
        if (before.*member != after.*member)
            mine.*member = after.*member;
    });
    return mine;
}

PersonEntry PersonEntry::from(const PersonInput& known)
{
    PersonEntry entry;
    entry.name = known.name;
    entry.documentKind = known.documentKind;
    entry.documentNumber = known.documentNumber;
    entry.sex = known.sex;
    entry.birth = dayText(known.birth);
    entry.phone = known.phone;
    entry.address = known.address;
    entry.regionCode = known.regionCode;
    entry.ethnicGroup = known.ethnicGroup;
    entry.workUnit = known.workUnit;
    entry.occupation = known.occupation;
    return entry;
}

std::optional<PersonCorrected> correctionOf(const PersonInput& known, const PersonInput& now)
{
    PersonCorrected correction;
    bool any = false;
    const auto compare = [&any](auto& target, const auto& before, const auto& after) {
        if (before == after)
            return;
        target = after;
        any = true;
    };
    compare(correction.name, known.name, now.name);
    compare(correction.documentKind, known.documentKind, now.documentKind);
    compare(correction.documentNumber, known.documentNumber, now.documentNumber);
    compare(correction.sex, known.sex, now.sex);
    compare(correction.birth, known.birth, now.birth);
    compare(correction.phone, known.phone, now.phone);
    compare(correction.address, known.address, now.address);
    compare(correction.regionCode, known.regionCode, now.regionCode);
    compare(correction.ethnicGroup, known.ethnicGroup, now.ethnicGroup);
    compare(correction.workUnit, known.workUnit, now.workUnit);
    compare(correction.occupation, known.occupation, now.occupation);
    return any ? std::optional(std::move(correction)) : std::nullopt;
}

} // namespace onedoor
