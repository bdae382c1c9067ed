// SPDX-License-Identifier: GPL-3.0-or-later
// Ports for servers of a test's own: free now, others for each test that runs, and below those that the system gives to whoever connects.
#pragma once

#include <QCoreApplication>
#include <QTcpServer>

namespace onedoor {

/// The first of eight, the same for as long as the test runs. A neighbouring process gets eight others.
inline std::uint16_t freePort()
{
    static const std::uint16_t port = [] {
        constexpr qint64 first = 20'000;
        constexpr qint64 ports = 8;
        constexpr qint64 tests = 1'500;
        for (qint64 at = 0; at < tests; ++at) {
            const auto tried = std::uint16_t(first + (QCoreApplication::applicationPid() + at) % tests * ports);
            if (QTcpServer().listen(QHostAddress::Any, tried))
                return tried;
        }
        qFatal("no free port");
    }();
    return port;
}

} // namespace onedoor
