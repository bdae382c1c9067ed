// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/handlers/people.h"

#include "core/base/identity.h"
#include "core/base/phone.h"
#include "core/services/api/reception.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/store/views/person_groups.h"
#include "core/store/views/person_queries.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// What the input says and the known person does not: only that becomes a correction.
template <typename T>
std::optional<T> changed(const T& known, const T& input, bool isGiven)
{
    return isGiven && input != known ? std::optional<T>(input) : std::nullopt;
}

PersonCorrected difference(const PersonRegistered& known, const PersonRegistered& input)
{
    PersonCorrected correction;
    correction.name = changed(known.name, input.name, !input.name.isEmpty());
    correction.ethnicGroup = changed(known.ethnicGroup, input.ethnicGroup, !input.ethnicGroup.isEmpty());
    correction.phone = changed(known.phone, input.phone, !input.phone.isEmpty());
    correction.address = changed(known.address, input.address, !input.address.isEmpty());
    correction.regionCode = changed(known.regionCode, input.regionCode, !input.regionCode.isEmpty());
    correction.workUnit = changed(known.workUnit, input.workUnit, !input.workUnit.isEmpty());
    correction.occupation = changed(known.occupation, input.occupation, !input.occupation.isEmpty());
    return correction;
}

bool isNothing(const PersonCorrected& correction)
{
    bool nothing = true;
    PersonCorrected::fields(correction, [&](const Field&, const auto& member) { nothing = nothing && !member.has_value(); });
    return nothing;
}

Result<void> checkDocument(DocumentKind& kind, QString& number, QDate& birth, Sex& sex, QDate today, const QString& prefix)
{
    ONEDOOR_ASSIGN(const IdentityDocument document, parseIdentity(kind, number, today, prefix + u"documentNumber"_s));
    kind = document.kind;
    number = document.number;
    if (document.birth)
        birth = *document.birth;
    if (document.sex)
        sex = *document.sex;
    return {};
}

Result<void> checkPhone(QString& phone, const QString& prefix)
{
    if (phone.isEmpty())
        return {};
    ONEDOOR_ASSIGN(const auto parsed, parsePhone(phone, prefix + u"phone"_s));
    phone = parsed.number;
    return {};
}

} // namespace

Result<PersonRegistered> checkedPerson(const PersonRegistered& input, QDate today, const QString& prefix)
{
    PersonRegistered person = input;
    const QString path = prefix.isEmpty() ? QString() : QString(prefix + u'.');
    ONEDOOR_TRY(cleanFields(person, prefix));
    ONEDOOR_TRY(checkDocument(person.documentKind, person.documentNumber, person.birth, person.sex, today, path));
    ONEDOOR_TRY(checkPhone(person.phone, path));
    if (person.birth.isValid() && person.birth > today)
        return fail(ErrorKind::Invalid, u"person.birthInFuture"_s, path + u"birth"_s);
    return person;
}

Result<PersonFound> findOrRegister(CommandScope& scope, const PersonRegistered& checked)
{
    std::optional<PersonId> known;
    if (!checked.documentNumber.isEmpty()) {
        ONEDOOR_ASSIGN(known, queries::personByDocument(scope.views(), checked.documentNumber));
    }
    if (!known) {
        const PersonId fresh(scope.writer().makeId(scope.now()));
        return PersonFound{fresh, {{fresh.raw, checked, fresh}}, true};
    }
    ONEDOOR_ASSIGN(const PersonState state, scope.state<PersonState>(known->raw));
    const PersonCorrected correction = difference(state.known, checked);
    ONEDOOR_ASSIGN(const PersonId kept, queries::keptPerson(scope.views(), *known));
    PersonFound found{kept, {}, false}; // what has changed is written where the document is: so that taking a merge back gives it back
    if (!isNothing(correction))
        found.drafts.push_back({known->raw, correction, *known});
    return found;
}

Result<PersonReply> handle(CommandScope& scope, const PersonRegister& command)
{
    ONEDOOR_ASSIGN(const PersonRegistered checked, checkedPerson(command.person, scope.today(), u"person"_s));
    ONEDOOR_ASSIGN(const PersonFound found, findOrRegister(scope, checked));
    ONEDOOR_TRY(scope.append(found.drafts));
    return PersonReply{found.person};
}

Result<PersonReply> handle(CommandScope& scope, const PersonCorrect& command)
{
    ONEDOOR_ASSIGN(const PersonState state, scope.state<PersonState>(command.person.raw));
    if (!state.exists())
        return fail(ErrorKind::NotFound, u"person.unknown"_s, u"person"_s);
    if (state.isErased())
        return fail(ErrorKind::Conflict, u"person.erased"_s, u"person"_s);
    if (state.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"person"_s);
    PersonCorrected correction = command.correction;
    ONEDOOR_TRY(cleanFields(correction, u"correction"_s));
    const QString nameField = u"correction.name"_s;
    if (correction.name && correction.name->isEmpty())
        return fail(ErrorKind::Invalid, u"text.required"_s, nameField);
    if (correction.phone)
        ONEDOOR_TRY(checkPhone(*correction.phone, u"correction."_s));
    if (correction.documentKind || correction.documentNumber) {
        DocumentKind kind = correction.documentKind.value_or(state.known.documentKind);
        QString number = correction.documentNumber.value_or(kind == DocumentKind::None ? QString() : state.known.documentNumber);
        QDate birth = correction.birth.value_or(state.known.birth);
        Sex sex = correction.sex.value_or(state.known.sex);
        ONEDOOR_TRY(checkDocument(kind, number, birth, sex, scope.today(), u"correction."_s));
        correction.documentKind = kind;
        correction.documentNumber = number;
        correction.birth = birth;
        correction.sex = sex;
    }
    if (!isNothing(correction))
        ONEDOOR_TRY(scope.append({{command.person.raw, correction, command.person}}));
    return PersonReply{command.person};
}

Result<PersonFound> givenPerson(CommandScope& scope, const std::optional<PersonId>& person, const std::optional<PersonInput>& newPerson)
{
    if (person && newPerson)
        return fail(ErrorKind::Invalid, u"visit.twoPersons"_s, u"newPerson"_s);
    if (newPerson) {
        ONEDOOR_ASSIGN(const PersonRegistered checked, checkedPerson(*newPerson, scope.today(), u"newPerson"_s));
        return findOrRegister(scope, checked);
    }
    if (!person)
        return fail(ErrorKind::Invalid, u"visit.noPerson"_s, u"person"_s);
    ONEDOOR_ASSIGN(const PersonState state, scope.state<PersonState>(person->raw));
    if (!state.exists())
        return fail(ErrorKind::NotFound, u"person.unknown"_s, u"person"_s);
    if (state.isErased())
        return fail(ErrorKind::Conflict, u"person.erased"_s, u"person"_s);
    ONEDOOR_ASSIGN(const PersonId kept, queries::keptPerson(scope.views(), *person));
    return PersonFound{kept, {}, false};
}

template QFuture<Result<PersonRegister::Reply>> Gateway::send(const Session&, PersonRegister);
template QFuture<Result<PersonCorrect::Reply>> Gateway::send(const Session&, PersonCorrect);

} // namespace onedoor
