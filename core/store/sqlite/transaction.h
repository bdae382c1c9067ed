// SPDX-License-Identifier: GPL-3.0-or-later
// A transaction that is undone unless committed. Write takes the write lock at once (BEGIN IMMEDIATE), so that a second writer
// is found out at the start and not half-way; Read pins one snapshot for several queries. Not nested. Same thread as its
// Database, which it must not outlive and which must not be moved meanwhile.
#pragma once

#include "core/store/sqlite/database.h"

namespace onedoor::sqlite {

enum class TransactionKind { Write, Read };

class Transaction {
public:
    static Result<Transaction> begin(Database& database, TransactionKind kind = TransactionKind::Write);
    ~Transaction();
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// After an error everything is undone.
    Result<void> commit();
    void rollback();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database; ///< null once it is over
};

} // namespace onedoor::sqlite
