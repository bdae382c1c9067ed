// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/hub_identity.h"

#include "core/store/atomic_file.h"
#include "core/store/secret_key.h"

#include <QFile>

namespace onedoor::hub {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 1024;

Result<void> makeFile(const QString& path, Random& random)
{
    SecretKey seed = SecretKey::generate(random);
    QByteArray line = QByteArray::fromRawData(reinterpret_cast<const char*>(seed.bytes().data()), secretKeySize).toHex() + '\n';
    const QString fresh = path + u".new"_s;
    QFile file(fresh);
    // The rights before the secret: nobody can read it in between.
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(line) == line.size() && file.flush();
    wipe(line);
    file.close();
    if (!isWritten)
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, path}});
    return replaceFile(fresh, path, Durability::Synced);
}

} // namespace

Result<HubIdentity> HubIdentity::fromSeed(std::span<const unsigned char, TlsIdentity::seedSize> seed, Random& random)
{
    ONEDOOR_ASSIGN(TlsIdentity certificate, TlsIdentity::fromSeed(seed, random));
    const NodeId node(RawId::named(QByteArray("hub:" + certificate.nodeKey().toBytes())));
    return HubIdentity{node, std::move(certificate)};
}

Result<HubIdentity> HubIdentity::fromFile(const QString& path, Random& random)
{
    if (!QFile::exists(path))
        ONEDOOR_TRY(makeFile(path, random));
    ONEDOOR_ASSIGN(QByteArray line, readSmallFile(path, largestFile));
    QByteArray bytes = QByteArray::fromHex(line.trimmed());
    const std::optional<SecretKey> seed = SecretKey::fromBytes(bytes);
    wipe(line);
    wipe(bytes);
    if (!seed)
        return fail(ErrorKind::Corrupt, u"hub.keyFile"_s, {}, {{u"path"_s, path}});
    return fromSeed(seed->bytes(), random);
}

} // namespace onedoor::hub
