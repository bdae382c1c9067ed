// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/connection.h"

#include "core/store/sqlite/failure.h"

#include <QDir>
#include <QFileInfo>
#include <array>
#include <cstring>
#include <sodium.h>
#include <sqlite3.h>

namespace onedoor::sqlite {

using namespace Qt::StringLiterals;

namespace {

constexpr int openingMilliseconds = 5'000;
constexpr int readingMilliseconds = 1'000;

int openFlags(OpenMode mode)
{
    // One thread per connection, so SQLite's own mutexes would only cost time.
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
    case OpenMode::ReadWriteCreate: return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case OpenMode::ReadWrite: return common | SQLITE_OPEN_READWRITE;
    case OpenMode::ReadOnly: return common | SQLITE_OPEN_READONLY;
    }
    return common | SQLITE_OPEN_READONLY;
}

int codecOf(Cipher cipher)
{
    return cipher == Cipher::ChaCha20 ? CODEC_TYPE_CHACHA20 : CODEC_TYPE_AEGIS;
}

/// Which of the AEGIS family, as the cipher library numbers them.
bool chooseAlgorithm(sqlite3* handle, Cipher cipher)
{
    if (codecOf(cipher) != CODEC_TYPE_AEGIS)
        return true;
    constexpr int aegis256 = 4;
    constexpr int aegis256x2 = 5;
    const int algorithm = cipher == Cipher::Aegis256 ? aegis256 : aegis256x2;
    return sqlite3mc_config_cipher(handle, "aegis", "algorithm", algorithm) == algorithm;
}

/// "raw:" and 64 hexadecimal digits: the form in which the cipher takes a key without stretching it.
struct KeyText {
    static constexpr std::size_t prefix = 4;
    std::array<char, prefix + secretKeySize * 2 + 1> text{};

    explicit KeyText(const SecretKey& key)
    {
        std::memcpy(text.data(), "raw:", prefix);
        sodium_bin2hex(text.data() + prefix, text.size() - prefix, key.bytes().data(), key.bytes().size());
    }
    ~KeyText() { sodium_memzero(text.data(), text.size()); }
    KeyText(const KeyText&) = delete;
    KeyText& operator=(const KeyText&) = delete;
    int size() const { return int(text.size()) - 1; }
};

} // namespace

/// The write-ahead log is moved into the file when the program is idle; this is for days that are never idle.
int Database::Connection::afterCommit(void* context, sqlite3* handle, const char* schema, int logPages)
{
    constexpr int logPagesAtMost = 16'384; // 64 MiB
    static_cast<Connection*>(context)->logPages = logPages;
    if (logPages >= logPagesAtMost)
        (void)sqlite3_wal_checkpoint_v2(handle, schema, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr); // the commit stands either way
    return SQLITE_OK;
}

Database::Connection::~Connection()
{
    for (auto& [text, statement] : cache)
        sqlite3_finalize(statement.handle);
    sqlite3_close_v2(handle);
}

Result<void> Database::Connection::execute(const char* sql)
{
    const int resultCode = sqlite3_exec(handle, sql, nullptr, nullptr, nullptr);
    if (resultCode != SQLITE_OK)
        return failure(resultCode, path, QString::fromUtf8(sqlite3_errmsg(handle)));
    return {};
}

Result<void> Database::Connection::connect(const QString& filePath, const OpenOptions& options, CipherKey fileKey)
{
    path = filePath;
    key = std::move(fileKey);
    if (options.mode != OpenMode::ReadWriteCreate && options.fileSystem == nullptr && !QFileInfo::exists(path))
        return fail(ErrorKind::NotFound, u"store.missing"_s, {}, {{u"path"_s, path}});
    const int resultCode = sqlite3_open_v2(QDir::toNativeSeparators(path).toUtf8().constData(), &handle,
                                           openFlags(options.mode), options.fileSystem);
    if (resultCode != SQLITE_OK)
        return failure(resultCode, path);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, openingMilliseconds);
    if (options.fileSystem != nullptr) // so that its log needs no memory to share
        ONEDOOR_TRY(execute("PRAGMA locking_mode=EXCLUSIVE"));
    return applyKey();
}

Result<void> Database::Connection::applyKey()
{
    if (key.cipher == Cipher::None)
        return {};
    const int codec = codecOf(key.cipher);
    if (sqlite3mc_config(handle, "cipher", codec) != codec || !chooseAlgorithm(handle, key.cipher))
        return fail(ErrorKind::Internal, u"store.internal"_s, {}, {{u"reason"_s, u"cipher not available"_s}});
    const KeyText text(key.key);
    const int resultCode = sqlite3_key(handle, text.text.data(), text.size());
    if (resultCode != SQLITE_OK)
        return failure(resultCode, path);
    return {};
}

Result<void> Database::Connection::proveKey()
{
    Result<void> read = execute("SELECT count(*) FROM sqlite_schema");
    // The first page cannot be told from noise under a wrong key, so that is what its failure is called. Whoever knows from
    // keyslots.json that the key is right reads it as a damaged first page.
    if (!read && read.error().kind == ErrorKind::Corrupt && key.cipher != Cipher::None
        && (sqlite3_errcode(handle) & 0xff) == SQLITE_NOTADB) {
        read.error().kind = ErrorKind::WrongKey;
        read.error().code = u"store.wrongKey"_s;
    }
    return read;
}

Result<void> Database::Connection::startWriteAheadLog()
{
    sqlite3_stmt* statement = nullptr;
    int resultCode = sqlite3_prepare_v2(handle, "PRAGMA journal_mode=WAL", -1, &statement, nullptr);
    bool started = false;
    if (resultCode == SQLITE_OK) {
        resultCode = sqlite3_step(statement);
        started = resultCode == SQLITE_ROW
                  && std::strcmp(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)), "wal") == 0;
    }
    sqlite3_finalize(statement);
    if (started)
        return {};
    if (resultCode != SQLITE_ROW)
        return failure(resultCode, path);
    return fail(ErrorKind::Io, u"store.io"_s, {},
                {{u"path"_s, path}, {u"reason"_s, u"this file system cannot hold a write-ahead log"_s}});
}

Result<void> Database::Connection::prepareForWork(const OpenOptions& options)
{
    const bool writes = options.mode != OpenMode::ReadOnly;
    if (writes)
        ONEDOOR_TRY(execute("PRAGMA page_size=4096")); // counts only while the file is still empty
    ONEDOOR_TRY(proveKey());
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_wal_hook(handle, &afterCommit, this);
    const QString settings = u"PRAGMA cache_size=-%1; PRAGMA synchronous=%2; PRAGMA foreign_keys=ON; "
                             "PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=67108864"_s.arg(
                                 QString::number(options.cacheKibibytes),
                                 options.synchronous == Synchronous::Full ? u"FULL"_s : u"NORMAL"_s);
    ONEDOOR_TRY(execute(settings.toUtf8().constData()));
    // SQLite falls back to reading when it may not write; a writer has to hear of it now and not at the first visitor.
    if (writes && sqlite3_db_readonly(handle, "main") != 0)
        return failure(SQLITE_READONLY, path);
    if (writes)
        ONEDOOR_TRY(startWriteAheadLog());
    sqlite3_busy_timeout(handle, options.busyMilliseconds.value_or(writes ? 0 : readingMilliseconds));
    return {};
}

} // namespace onedoor::sqlite
