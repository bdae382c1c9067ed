// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/failure.h"

#include <sqlite3.h>

namespace onedoor::sqlite {

using namespace Qt::StringLiterals;

namespace {

struct Meaning {
    ErrorKind kind;
    QString code;
};

Meaning meaningOf(int resultCode)
{
    switch (resultCode & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return {ErrorKind::Corrupt, u"store.damaged"_s};
    case SQLITE_FULL: return {ErrorKind::Full, u"store.full"_s};
    case SQLITE_IOERR: return {ErrorKind::Io, u"store.io"_s};
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM: return {ErrorKind::Io, u"store.readOnly"_s};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorKind::Busy, u"store.busy"_s};
    case SQLITE_CONSTRAINT: return {ErrorKind::Conflict, u"store.constraint"_s};
    case SQLITE_TOOBIG: return {ErrorKind::Invalid, u"store.tooBig"_s};
    default: return {ErrorKind::Internal, u"store.internal"_s};
    }
}

} // namespace

Unexpected failure(int resultCode, const QString& path, const QString& detail)
{
    const Meaning meaning = meaningOf(resultCode);
    QVariantMap facts{{u"resultCode"_s, resultCode}, {u"reason"_s, QString::fromUtf8(sqlite3_errstr(resultCode))}};
    if (!path.isEmpty())
        facts.insert(u"path"_s, path);
    if (!detail.isEmpty())
        facts.insert(u"detail"_s, detail);
    return fail(meaning.kind, meaning.code, {}, facts);
}

Unexpected failure(int resultCode, sqlite3* connection)
{
    return failure(resultCode, QString::fromUtf8(sqlite3_db_filename(connection, "main")));
}

} // namespace onedoor::sqlite
