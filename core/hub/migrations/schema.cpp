// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/migrations/schema.h"

#include <QFile>

// Resources of a static library register themselves only when asked by name; the macro must stand outside any namespace.
static void registerHubMigrations()
{
    Q_INIT_RESOURCE(hub_migrations);
}

namespace onedoor::hub {

using namespace Qt::StringLiterals;
using postgres::Connection;
using postgres::Parameters;
using postgres::Rows;
using postgres::Transaction;

namespace {

struct Step {
    const char* file;
    int oldestFor; ///< the oldest program, by the newest step that it knows, which can work with the tables after this step
};
constexpr Step steps[] = {
    {":/onedoor/hub/001_centres.sql", 1},
    {":/onedoor/hub/002_erased.sql", 2}, // an older program would go on taking keys of people who were erased
};

struct Found {
    int step = 0;
    int oldestFor = 0;
};

bool isState(const Error& error, QStringView state)
{
    return error.code == u"hub.database" && error.facts.value(u"state"_s).toString() == state;
}

/// Nothing when there are no tables yet.
Result<std::optional<Found>> lookUp(Connection& connection)
{
    const Result<Rows> rows = connection.query("SELECT step, oldest_for FROM onedoor.schema_step WHERE name = 'hub'");
    if (!rows) {
        if (isState(rows.error(), u"42P01") || isState(rows.error(), u"3F000")) // no such table, no such schema
            return std::optional<Found>();
        return Unexpected(rows.error());
    }
    if (rows->count() == 0)
        return std::optional<Found>();
    return std::optional(Found{int(rows->number(0, 0)), int(rows->number(0, 1))});
}

/// The one table without a centre: it holds one row and is read once at each start. Where tables are distributed it stays local.
Result<void> makeStepTable(Connection& connection)
{
    // Where an administrator made the schema, the role that owns it may not make others, not even one that is there.
    ONEDOOR_ASSIGN(const Rows schema, connection.query("SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = 'onedoor'"));
    const Result<void> made = connection.execute(QByteArray(schema.count() == 0 ? "CREATE SCHEMA IF NOT EXISTS onedoor;" : "")
                                                 + "CREATE TABLE IF NOT EXISTS onedoor.schema_step"
                                                 " (name text PRIMARY KEY, step bigint NOT NULL, oldest_for bigint NOT NULL);"
                                                 "INSERT INTO onedoor.schema_step VALUES ('hub', 0, 0) ON CONFLICT DO NOTHING;");
    // Two processes at the same moment: PostgreSQL lets one of them fail, and then the table is there.
    if (!made && (isState(made.error(), u"23505") || isState(made.error(), u"42P07") || isState(made.error(), u"42710")))
        return connection.execute("INSERT INTO onedoor.schema_step VALUES ('hub', 0, 0) ON CONFLICT DO NOTHING;");
    return made;
}

Result<void> apply(Connection& connection, int number)
{
    const Step& step = steps[number - 1];
    QFile file(QString::fromLatin1(step.file));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"store.internal"_s);
    ONEDOOR_TRY(connection.execute(file.readAll()));
    ONEDOOR_TRY(connection.query("UPDATE onedoor.schema_step SET step = $1, oldest_for = $2 WHERE name = 'hub'",
                                 Parameters().number(number).number(step.oldestFor)));
    return {};
}

Result<bool> applyNext(Connection& connection)
{
    ONEDOOR_ASSIGN(Transaction transaction, Transaction::begin(connection, Transaction::Kind::ReadWrite));
    ONEDOOR_ASSIGN(const Rows row, connection.query("SELECT step FROM onedoor.schema_step WHERE name = 'hub' FOR UPDATE"));
    const int found = row.count() == 0 ? 0 : int(row.number(0, 0));
    if (found >= newestSchemaStep())
        return false;
    ONEDOOR_TRY(apply(connection, found + 1));
    ONEDOOR_TRY(transaction.commit());
    return true;
}

Result<void> migrate(Connection& connection)
{
    ONEDOOR_TRY(makeStepTable(connection));
    for (bool more = true; more;) {
        ONEDOOR_ASSIGN(more, applyNext(connection));
    }
    return {};
}

} // namespace

int newestSchemaStep()
{
    return int(std::size(steps));
}

Result<void> bringSchemaUpToDate(Connection& connection)
{
    registerHubMigrations();
    ONEDOOR_ASSIGN(const std::optional<Found> found, lookUp(connection));
    if (found && found->oldestFor > newestSchemaStep())
        return fail(ErrorKind::Unsupported, u"hub.newerSchema"_s, {}, {{u"found"_s, found->step}, {u"known"_s, newestSchemaStep()}});
    if (found && found->step >= newestSchemaStep())
        return {};
    const Result<void> migrated = migrate(connection);
    if (!migrated && isState(migrated.error(), u"42501"))
        return fail(ErrorKind::Forbidden, u"hub.mayNotMigrate"_s);
    return migrated;
}

} // namespace onedoor::hub
