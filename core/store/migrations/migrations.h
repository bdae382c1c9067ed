// SPDX-License-Identifier: GPL-3.0-or-later
// Brings a store file to the newest schema: numbered scripts, each in one immediate transaction together with the new
// user_version, so that a crash between two leaves a file of a known version. Scripts are embedded from
// core/store/migrations/{journal,views}/NNN_name.sql and never change once released. Runs on the writer's thread.
// Errors: Unsupported "store.newerSchema" (facts found, known), Corrupt "store.foreignFile" (facts found, wanted), and those of
// sqlite/database.h with the script's name in facts.
#pragma once

#include "core/base/error.h"
#include "core/store/sqlite/database.h"

#include <QString>
#include <span>
#include <vector>

namespace onedoor {

struct MigrationScript {
    int number = 0; ///< 1, 2, 3 … without gaps
    QString name;   ///< "events"
    QString sql;
};

enum class StoreFile { Journal, Views };

/// The scripts that this program carries for a file.
Result<std::vector<MigrationScript>> embeddedMigrations(StoreFile file);

/// NNN_name.sql of a folder or resource path, in order. Internal "store.migrationName" for a stray file, a gap or a double.
Result<std::vector<MigrationScript>> readMigrations(const QString& folder);

/// Applies what is missing. `applicationId` marks the file as ours and of one kind: set on an empty file, compared on others.
Result<void> migrate(sqlite::Database& database, std::span<const MigrationScript> scripts, int applicationId);

} // namespace onedoor
