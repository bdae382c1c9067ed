// SPDX-License-Identifier: GPL-3.0-or-later
// One change of a centre's definition, carried out upon the file's own shape and judged by the same reader and checks as a centre file.
// The same change upon the same definition gives the same outcome on every PC. Pure functions, any thread.
//
// Sections with a list (zones, units, series, services, places, priorities, outcomes, holdReasons, triage, roles) change one item by its key; the
// empty key stands for the order of the list, as a JSON list of keys. The others (about, openingHours, ticket, display, queue) are one
// item each, with an empty key. A place's number in the order belongs to the order, not to the place. Of roles only the names change:
// what a role may do is part of how the centre was founded.
// A service that no place offers is allowed here, unlike in a file: otherwise none could be added or removed, one item at a time.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/centre/centre_events.h"
#include "core/domain/centre/template_problem.h"

#include <QStringList>

namespace onedoor {

/// Those with a list first; "about" holds the centre's names and floor area.
const QStringList& centreSections();
bool isCentreList(QStringView section);

/// The item as canonical JSON on one line; for a list's empty key its order. Empty: there is no such item.
QString centreItem(const CentreDefinition& centre, const QString& section, const QString& key);

/// The definition after the change, or why it can't be. Codes beside those of a file (template_problem.h):
/// centre.unknownSection{section} centre.unknownItem{key} centre.notRemovable centre.roleIsFixed
TemplateResult<CentreDefinition> changedCentre(const CentreDefinition& centre, const CentreChanged& change);

} // namespace onedoor
