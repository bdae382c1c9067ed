// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/transaction.h"

namespace onedoor::sqlite {

using namespace Qt::StringLiterals;

Result<Transaction> Transaction::begin(Database& database, TransactionKind kind)
{
    if (kind == TransactionKind::Write) {
        ONEDOOR_TRY(database.run("BEGIN IMMEDIATE"));
        return Transaction(database);
    }
    ONEDOOR_TRY(database.run("BEGIN DEFERRED"));
    Transaction transaction(database);
    ONEDOOR_ASSIGN(Statement firstRead, database.cached("SELECT count(*) FROM sqlite_schema")); // the snapshot starts here
    ONEDOOR_TRY(firstRead.run());
    return transaction;
}

Transaction::~Transaction()
{
    rollback();
}

Result<void> Transaction::commit()
{
    if (!m_database)
        return fail(ErrorKind::Internal, u"store.noTransaction"_s);
    Result<void> committed = m_database->run("COMMIT");
    if (committed)
        m_database = nullptr;
    else
        rollback();
    return committed;
}

void Transaction::rollback()
{
    // A full disk or a read error has often rolled back already.
    if (m_database && m_database->inTransaction())
        static_cast<void>(m_database->run("ROLLBACK"));
    m_database = nullptr;
}

} // namespace onedoor::sqlite
