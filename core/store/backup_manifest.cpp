// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup_manifest.h"

#include "core/base/json_fields.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <memory>
#include <openssl/evp.h>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestManifest = 16 * 1024 * 1024;

Unexpected unreadable(const QString& path, const QString& part)
{
    return fail(ErrorKind::Corrupt, u"backup.manifest"_s, {}, {{u"path"_s, path}, {u"part"_s, part}});
}

/// Names are ours and of this folder only: a forged manifest must not make us read or copy anything else.
bool isPlainName(const QString& name)
{
    return name == u"journal.db"_s || name == u"keyslots.json"_s || name == u"views.db"_s;
}

/// By a library that uses the processor's own instructions for it: eight times as fast as Qt's, which counts for a journal of gigabytes.
Result<QByteArray> sha256Of(QFile& file)
{
    constexpr qsizetype pieceBytes = qsizetype(1) << 20;
    const auto unhashed = [] { return fail(ErrorKind::Internal, u"store.internal"_s, {}, {{u"reason"_s, u"sha256"_s}}); };
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> hash(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    if (!hash || EVP_DigestInit_ex(hash.get(), EVP_sha256(), nullptr) != 1)
        return unhashed();
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    for (;;) {
        const qint64 got = file.read(piece.data(), piece.size());
        if (got < 0)
            return fail(ErrorKind::Io, u"store.io"_s, {}, {{u"path"_s, file.fileName()}});
        if (got == 0)
            break;
        if (EVP_DigestUpdate(hash.get(), piece.constData(), std::size_t(got)) != 1)
            return unhashed();
    }
    QByteArray digest(EVP_MD_get_size(EVP_sha256()), Qt::Uninitialized);
    if (EVP_DigestFinal_ex(hash.get(), reinterpret_cast<unsigned char*>(digest.data()), nullptr) != 1)
        return unhashed();
    return digest;
}

} // namespace

QString manifestPath(const QString& folder)
{
    return folder + u"/manifest.json"_s;
}

Result<void> writeManifest(const QString& folder, const BackupManifest& manifest, Durability durability)
{
    constexpr int utc = 0;
    return writeFileAtomically(manifestPath(folder), QJsonDocument(toJson(manifest, utc)).toJson(), durability);
}

Result<BackupManifest> readManifest(const QString& folder)
{
    const QString path = manifestPath(folder);
    ONEDOOR_ASSIGN(const QByteArray bytes, readSmallFile(path, largestManifest));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return unreadable(path, u"json"_s);
    const int format = document.object().value(u"format"_s).toInt();
    if (format > int(BackupManifest::currentFormat))
        return fail(ErrorKind::Unsupported, u"backup.newerFormat"_s, {}, {{u"path"_s, path}, {u"found"_s, format}});
    Result<BackupManifest> manifest = fromJson<BackupManifest>(document.object());
    if (!manifest)
        return unreadable(path, manifest.error().field);
    for (const BackupFile& file : manifest->files) {
        if (!isPlainName(file.name))
            return unreadable(path, file.name);
    }
    return manifest;
}

Result<BackupFile> describeFile(const QString& folder, const QString& name)
{
    QFile file(folder + u'/' + name);
    if (!file.exists())
        return fail(ErrorKind::NotFound, u"store.missing"_s, {}, {{u"path"_s, file.fileName()}});
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorKind::Io, u"store.io"_s, {}, {{u"path"_s, file.fileName()}});
    ONEDOOR_ASSIGN(const QByteArray digest, sha256Of(file));
    return BackupFile{name, std::uint64_t(file.size()), QString::fromLatin1(digest.toHex())};
}

Result<BackupFile> measureFile(const QString& folder, const QString& name)
{
    const QFileInfo file(folder + u'/' + name);
    if (!file.isFile())
        return fail(ErrorKind::NotFound, u"store.missing"_s, {}, {{u"path"_s, file.filePath()}});
    return BackupFile{name, std::uint64_t(file.size()), {}};
}

Result<void> checkFiles(const QString& folder, const BackupManifest& manifest, Hashes hashes)
{
    for (const BackupFile& file : manifest.files) {
        const bool isHashed = hashes == Hashes::Required || !file.sha256.isEmpty();
        ONEDOOR_ASSIGN(const BackupFile found, isHashed ? describeFile(folder, file.name) : measureFile(folder, file.name));
        if (found.sha256 != file.sha256 || found.size != file.size)
            return fail(ErrorKind::Corrupt, u"backup.changed"_s, {}, {{u"path"_s, QString(folder + u'/' + file.name)}});
    }
    return {};
}

} // namespace onedoor
