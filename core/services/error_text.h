// SPDX-License-Identifier: GPL-3.0-or-later
// What people read when something was refused: one short sentence that says what was wrong, who was first and what to do next.
// The language is that of the installed translator, names of places and services that of the default QLocale, times those of the
// centre's clock. Texts of facts are shown as they are: callers keep personal data out of facts (error.h). Pure functions; any
// thread once the translator is installed. Never fails: a code without a sentence gets that of its kind.
#pragma once

#include "core/base/error.h"
#include "core/domain/centre/centre_definition.h"

#include <QStringList>

namespace onedoor {

/// Facts with a meaning: place, toPlace, service and series are keys, places and services lists of them; at and since are UTC milliseconds; status is a ticket's state.
QString errorText(const Error& error, const CentreDefinition& centre);

/// Every code that has a sentence of its own, in order; for tests and help.
QStringList codesWithErrorText();

} // namespace onedoor
