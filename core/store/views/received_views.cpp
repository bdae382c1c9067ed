// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/received_views.h"

#include "core/store/journal/stored_record.h"
#include "core/store/sqlite/transaction.h"

#include <QFile>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

bool isOurOwnTrouble(const Error& error)
{
    return error.kind == ErrorKind::Full || error.kind == ErrorKind::Busy || error.kind == ErrorKind::Internal;
}

Result<QStringList> schemaOf(sqlite::Database& database)
{
    QStringList schema;
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   database.prepare(u"SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"_s));
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return schema;
        schema << select.text(0) + u' ' + select.text(1) + u' ' + select.text(2) + u' ' + select.text(3);
    }
}

void removeFiles(const QString& path)
{
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(path + ending);
}

/// Of views that this program makes: no trigger, no view and no table besides, and no other meaning under a known name.
Result<QStringList> schemaOfOurs(const QString& beside, sqlite::CipherKey key)
{
    const QString path = beside + u".schema"_s;
    removeFiles(path);
    const auto make = [&]() -> Result<QStringList> {
        ONEDOOR_ASSIGN(ViewsStore empty, ViewsStore::open(path, {.mode = sqlite::OpenMode::ReadWriteCreate,
                                                                 .key = std::move(key),
                                                                 .synchronous = sqlite::Synchronous::Normal}));
        return schemaOf(empty.database());
    };
    Result<QStringList> schema = make();
    removeFiles(path);
    return schema;
}

Result<bool> check(const QString& path, JournalStore& journal, const std::function<sqlite::CipherKey()>& key)
{
    ONEDOOR_ASSIGN(ViewsStore views, ViewsStore::open(path, {.mode = sqlite::OpenMode::ReadOnly, .key = key()}));
    ONEDOOR_ASSIGN(const int kind, views.database().applicationId());
    ONEDOOR_ASSIGN(const QStringList found, schemaOf(views.database()));
    ONEDOOR_ASSIGN(const QStringList ours, schemaOfOurs(path, key()));
    if (kind != ViewsStore::applicationId || found != ours)
        return false;
    ONEDOOR_ASSIGN(const Frontier frontier, views.frontier());
    ONEDOOR_ASSIGN(const QByteArray hash, journal.hashAt(frontier.arrival));
    if (frontier.arrival == 0 || hash != frontier.hash)
        return false;
    ONEDOOR_TRY(views.database().quickCheck());
    return true;
}

} // namespace

Result<bool> areOfJournal(const QString& views, JournalStore& journal, const std::function<sqlite::CipherKey()>& key)
{
    const Result<bool> checked = check(views, journal, key);
    if (checked || isOurOwnTrouble(checked.error()))
        return checked;
    return false;
}

namespace {

Result<std::vector<RawId>> idsOf(sqlite::Database& views, sqlite::StaticSql sql)
{
    std::vector<RawId> ids;
    ONEDOOR_ASSIGN(sqlite::Statement select, views.cached(sql));
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return ids;
        ids.push_back(select.id(0));
    }
}

template <typename State>
Result<void> putAnew(const std::vector<RawId>& ids, JournalStore& journal, Sealer& sealer, ViewsStore& views)
{
    for (const RawId& id : ids) {
        ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(journal, sealer, id));
        const auto* state = std::get_if<State>(&folded.state);
        if (state != nullptr && !state->id.isNull())
            ONEDOOR_TRY(views.put(id, folded));
    }
    return {};
}

} // namespace

Result<void> renewRights(JournalStore& journal, Sealer& sealer, ViewsStore& views)
{
    sqlite::Database& database = views.database();
    ONEDOOR_ASSIGN(const std::vector<RawId> accounts, idsOf(database, "SELECT account FROM accounts"));
    ONEDOOR_ASSIGN(const std::vector<RawId> nodes, idsOf(database, "SELECT node FROM nodes"));
    ONEDOOR_ASSIGN(sqlite::Transaction transaction, sqlite::Transaction::begin(database));
    ONEDOOR_TRY(database.run("DELETE FROM accounts"));
    ONEDOOR_TRY(database.run("DELETE FROM nodes"));
    ONEDOOR_TRY(putAnew<AccountState>(accounts, journal, sealer, views));
    ONEDOOR_TRY(putAnew<NodeState>(nodes, journal, sealer, views));
    return transaction.commit();
}

} // namespace onedoor
