// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's tables: made and brought up to date by the program, from the numbered scripts in this folder, each in a transaction of its
// own. Several processes may try at once; the row of onedoor.schema_step lets one go first. Scripts only add, so that processes of the
// version before go on working meanwhile; a script that they could not work with says so in `oldestFor`.
// Errors: those of Connection; Unsupported "hub.newerSchema" (facts found, known); Forbidden "hub.mayNotMigrate" when the role may not
// make tables: another role must run `onedoor-hub --postgres URI --migrate` first.
#pragma once

#include "core/hub/postgres/connection.h"

namespace onedoor::hub {

/// What this program knows.
int newestSchemaStep();
/// Does nothing when all is there, and needs no right to make tables then.
Result<void> bringSchemaUpToDate(postgres::Connection& connection);

} // namespace onedoor::hub
