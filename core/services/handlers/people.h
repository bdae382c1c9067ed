// SPDX-License-Identifier: GPL-3.0-or-later
// Checks and lookups of people that several commands share. Writer thread.
#pragma once

#include "core/services/api/reception.h"
#include "core/services/scopes.h"

namespace onedoor {

/// Cleans every text, checks document and phone, derives birth and sex from the document. `prefix` leads the field paths.
Result<PersonRegistered> checkedPerson(const PersonRegistered& input, QDate today, const QString& prefix);

struct PersonFound {
    PersonId person;
    Drafts drafts;  ///< registers the person, or takes over what has changed
    bool isNew = false;
};
/// The person with this document if there is one already (who stands for it, when it was merged), else a new one. Nobody is taken down twice for the same document.
Result<PersonFound> findOrRegister(CommandScope& scope, const PersonRegistered& checked);
/// Whom a command is about: somebody known, or somebody it describes; exactly one of the two. Invalid "visit.twoPersons" and
/// "visit.noPerson", NotFound "person.unknown", Conflict "person.erased", and what checkedPerson refuses.
Result<PersonFound> givenPerson(CommandScope& scope, const std::optional<PersonId>& person, const std::optional<PersonInput>& newPerson);

} // namespace onedoor
