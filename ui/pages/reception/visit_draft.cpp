// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/visit_draft.h"

#include "ui/models/day_text.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

template <typename Each>
void eachField(Each each)
{
    each(u"name"_s, &PersonEntry::name);
    each(u"documentKind"_s, &PersonEntry::documentKind);
    each(u"documentNumber"_s, &PersonEntry::documentNumber);
    each(u"phone"_s, &PersonEntry::phone);
    each(u"sex"_s, &PersonEntry::sex);
    each(u"birth"_s, &PersonEntry::birth);
    each(u"regionCode"_s, &PersonEntry::regionCode);
    each(u"address"_s, &PersonEntry::address);
    each(u"ethnicGroup"_s, &PersonEntry::ethnicGroup);
    each(u"workUnit"_s, &PersonEntry::workUnit);
    each(u"occupation"_s, &PersonEntry::occupation);
}

} // namespace

QStringList changedFields(const PersonInput& known, const PersonInput& now)
{
    QStringList names;
    eachField([&names, before = PersonEntry::from(known), after = PersonEntry::from(now)](const QString& name, auto member) {
        if (before.*member != after.*member)
            names.append(name);
    });
    return names;
}

PersonEntry withChanges(PersonEntry mine, const PersonInput& known, const PersonInput& now)
{
    eachField([&mine, before = PersonEntry::from(known), after = PersonEntry::from(now)](const QString&, auto member) {
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
