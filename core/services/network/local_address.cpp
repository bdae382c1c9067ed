// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/local_address.h"

#include <QNetworkInterface>
#include <algorithm>
#include <array>

namespace onedoor {

namespace {

/// RFC 1918: what the PCs of a hall have.
bool isPrivate(const QHostAddress& address)
{
    static const std::array subnets{QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")), QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
                                    QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16"))};
    return std::any_of(subnets.begin(), subnets.end(), [&](const auto& subnet) { return address.isInSubnet(subnet); });
}

} // namespace

QString localAddress()
{
    QString found;
    for (const QNetworkInterface& card : QNetworkInterface::allInterfaces()) {
        const QNetworkInterface::InterfaceFlags flags = card.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry& entry : card.addressEntries()) {
            const QHostAddress address = entry.ip();
            if (address.protocol() != QAbstractSocket::IPv4Protocol)
                continue;
            if (isPrivate(address))
                return address.toString();
            found = address.toString();
        }
    }
    return found.isEmpty() ? QStringLiteral("127.0.0.1") : found;
}

} // namespace onedoor
