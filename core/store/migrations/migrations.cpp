// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations/migrations.h"

#include "core/store/sqlite/transaction.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

// Resources of a static library register themselves only when asked by name; the macro must stand outside any namespace.
static void registerMigrationResources()
{
    Q_INIT_RESOURCE(store_migrations);
}

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

Result<MigrationScript> readScript(const QDir& folder, const QString& fileName, int expectedNumber)
{
    static const QRegularExpression shape(u"^(\\d{3})_([a-z0-9_]+)\\.sql$"_s);
    const QRegularExpressionMatch match = shape.match(fileName);
    if (!match.hasMatch() || match.capturedView(1).toInt() != expectedNumber)
        return fail(ErrorKind::Internal, u"store.migrationName"_s, {}, {{u"path"_s, folder.filePath(fileName)}});
    QFile file(folder.filePath(fileName));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, u"store.io"_s, {}, {{u"path"_s, file.fileName()}});
    return MigrationScript{expectedNumber, match.captured(2), QString::fromUtf8(file.readAll())};
}

Result<void> claimFile(sqlite::Database& database, int version, int applicationId)
{
    ONEDOOR_ASSIGN(const int found, database.applicationId());
    if (found == applicationId)
        return {};
    if (version == 0 && found == 0)
        return database.setApplicationId(applicationId);
    return fail(ErrorKind::Corrupt, u"store.foreignFile"_s, {},
                {{u"path"_s, database.path()}, {u"found"_s, found}, {u"wanted"_s, applicationId}});
}

Result<void> apply(sqlite::Database& database, const MigrationScript& script)
{
    ONEDOOR_ASSIGN(sqlite::Transaction transaction, sqlite::Transaction::begin(database));
    Result<void> applied = database.execute(script.sql);
    if (applied && !database.inTransaction())
        applied = fail(ErrorKind::Internal, u"store.migrationCommits"_s); // a script with its own COMMIT is not all or nothing
    if (applied)
        applied = database.setUserVersion(script.number);
    if (applied)
        applied = transaction.commit();
    if (!applied)
        applied.error().facts.insert(u"script"_s, u"%1_%2"_s.arg(script.number, 3, 10, QChar(u'0')).arg(script.name));
    return applied;
}

} // namespace

Result<std::vector<MigrationScript>> embeddedMigrations(StoreFile file)
{
    registerMigrationResources();
    return readMigrations(file == StoreFile::Journal ? u":/onedoor/migrations/journal"_s
                                                     : u":/onedoor/migrations/views"_s);
}

Result<std::vector<MigrationScript>> readMigrations(const QString& path)
{
    const QDir folder(path);
    std::vector<MigrationScript> scripts;
    for (const QString& fileName : folder.entryList(QDir::Files, QDir::Name)) {
        ONEDOOR_ASSIGN(MigrationScript script, readScript(folder, fileName, int(scripts.size()) + 1));
        scripts.push_back(std::move(script));
    }
    return scripts;
}

Result<void> migrate(sqlite::Database& database, std::span<const MigrationScript> scripts, int applicationId)
{
    ONEDOOR_ASSIGN(const int version, database.userVersion());
    const int known = scripts.empty() ? 0 : scripts.back().number;
    ONEDOOR_TRY(claimFile(database, version, applicationId));
    if (version > known) {
        return fail(ErrorKind::Unsupported, u"store.newerSchema"_s, {},
                    {{u"path"_s, database.path()}, {u"found"_s, version}, {u"known"_s, known}});
    }
    for (const MigrationScript& script : scripts) {
        if (script.number > version)
            ONEDOOR_TRY(apply(database, script));
    }
    return {};
}

} // namespace onedoor
