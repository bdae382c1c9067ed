// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/network_settings.h"

#include "core/base/json_text.h"
#include "core/store/atomic_file.h"

#include <QFile>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 16 * 1024;
constexpr int currentFormat = 1;

Unexpected damaged(const QString& path)
{
    return fail(ErrorKind::Corrupt, u"network.settingsDamaged"_s, {}, {{u"path"_s, path}});
}

std::optional<std::uint16_t> portFrom(const QJsonValue& value)
{
    const int port = value.toInt(-1);
    return port >= 1 && port <= 65535 ? std::optional(std::uint16_t(port)) : std::nullopt;
}

std::optional<PeerAddress> peerFrom(const QJsonObject& object)
{
    const auto port = portFrom(object.value(u"port"_s));
    const Result<NodeKey> key = NodeKey::fromBytes(QByteArray::fromHex(object.value(u"key"_s).toString().toLatin1()));
    const QString host = object.value(u"host"_s).toString();
    if (!port || !key || host.isEmpty() || host.size() > 255)
        return std::nullopt;
    return PeerAddress{host, *port, *key};
}

QJsonObject jsonOf(const PeerAddress& peer)
{
    return {{u"host"_s, peer.host}, {u"port"_s, peer.port}, {u"key"_s, QString::fromLatin1(peer.key.toBytes().toHex())}};
}

} // namespace

Result<NetworkSettings> NetworkSettings::read(const StorePaths& paths)
{
    NetworkSettings settings;
    if (!QFile::exists(paths.network()))
        return settings;
    ONEDOOR_ASSIGN(const QByteArray bytes, readSmallFile(paths.network(), largestFile));
    const Result<QJsonObject> object = parseJsonObject(bytes);
    if (!object || object->value(u"format"_s).toInt() != currentFormat)
        return damaged(paths.network());
    settings.serves = object->value(u"serves"_s).toBool();
    settings.advertisedHost = object->value(u"advertisedHost"_s).toString().left(255);
    const auto port = portFrom(object->value(u"port"_s));
    if (!port)
        return damaged(paths.network());
    settings.port = *port;
    if (const QJsonValue host = object->value(u"host"_s); host.isObject()) {
        settings.host = peerFrom(host.toObject());
        if (!settings.host)
            return damaged(paths.network());
    }
    if (const QJsonValue hub = object->value(u"hub"_s); hub.isObject()) {
        settings.hub = peerFrom(hub.toObject());
        if (!settings.hub)
            return damaged(paths.network());
    }
    return settings;
}

Result<void> NetworkSettings::write(const StorePaths& paths) const
{
    QJsonObject object{{u"format"_s, currentFormat}, {u"serves"_s, serves}, {u"port"_s, port}, {u"advertisedHost"_s, advertisedHost}};
    if (host)
        object.insert(u"host"_s, jsonOf(*host));
    if (hub)
        object.insert(u"hub"_s, jsonOf(*hub));
    return writeFileAtomically(paths.network(), toJsonLine(object), Durability::Synced);
}

} // namespace onedoor
