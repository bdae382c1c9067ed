// SPDX-License-Identifier: GPL-3.0-or-later
// The way from a centre file to a CentreDefinition and back. Takes bytes, not paths: whoever owns the resources reads them.
// Any thread; no exception leaves; input of any kind ends in a definition or in problems.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/centre/template_problem.h"

#include <QByteArray>

namespace onedoor {

/// The definition, or all that is wrong with the file. `fileName` only names the file in the problems.
TemplateResult<CentreDefinition> loadCentre(const QByteArray& json, const QString& fileName);

/// The same for the definition of a centre that is at work, after a change (centre_change.h): a service that no place offers is allowed.
TemplateResult<CentreDefinition> loadRunningCentre(const QByteArray& json);

/// Canonical UTF-8: equal definitions give equal bytes, and loadCentre() of a valid definition gives it back.
QByteArray toJson(const CentreDefinition& centre);

} // namespace onedoor
