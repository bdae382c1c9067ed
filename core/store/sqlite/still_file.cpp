// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/still_file.h"

#include "core/store/sqlite/bare_file.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace onedoor::sqlite {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageBytes = 4096; ///< connection.cpp
constexpr int pieceBytes = 1 << 20;

Result<void> copyBytes(const BareFile& source, QFile& target, const Database::Progress& progress)
{
    ONEDOOR_ASSIGN(const qint64 size, source.size());
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    for (qint64 at = 0; at < size; at += piece.size()) {
        piece.resize(qsizetype(std::min(qint64(pieceBytes), size - at)));
        ONEDOOR_TRY(source.read(at, piece.data(), piece.size()));
        if (target.write(piece) != piece.size())
            return fail(ErrorKind::Full, u"store.full"_s, {}, {{u"path"_s, target.fileName()}});
        if (progress && !progress(int((at + piece.size()) / pageBytes), int(size / pageBytes)))
            return fail(ErrorKind::Busy, u"store.backupStopped"_s, {}, {{u"path"_s, target.fileName()}});
    }
    return {};
}

} // namespace

Result<StillFile> StillFile::hold(const QString& path, CipherKey key)
{
    ONEDOOR_ASSIGN(Database opened, Database::open(path, {.mode = OpenMode::ReadOnly, .key = std::move(key)}));
    auto held = std::make_unique<Held>(std::move(opened));
    ONEDOOR_ASSIGN(Transaction reading, Transaction::begin(held->database, TransactionKind::Read));
    held->reading.emplace(std::move(reading));
    held->lastWritten = QFileInfo(path).lastModified();
    return StillFile(std::move(held));
}

Result<void> StillFile::copyTo(const QString& target, const Database::Progress& progress) const
{
    BareFile source;
    ONEDOOR_TRY(source.open(path()));
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, target}});
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    ONEDOOR_TRY(copyBytes(source, file, progress));
    return checkStill();
}

QString StillFile::path() const
{
    return m_held->database.path();
}

Result<void> StillFile::checkStill() const
{
    if (QFileInfo(path()).lastModified() == m_held->lastWritten)
        return {};
    return fail(ErrorKind::Busy, u"store.busy"_s, {}, {{u"path"_s, path()}});
}

} // namespace onedoor::sqlite
