// SPDX-License-Identifier: GPL-3.0-or-later
// A port for a server of a test's own: free now, another one for each test that runs, and below those that the system gives to whoever connects.
#pragma once

#include <QCoreApplication>
#include <QTcpServer>

namespace onedoor {

/// One and the same for as long as the test runs; a test with several servers counts on from it.
inline std::uint16_t freePort()
{
    static const std::uint16_t port = [] {
        constexpr qint64 first = 20'000;
        constexpr qint64 count = 12'000;
        constexpr qint64 step = 97;
        for (qint64 at = 0; at < count; ++at) {
            const auto tried = std::uint16_t(first + (QCoreApplication::applicationPid() + at * step) % count);
            if (QTcpServer().listen(QHostAddress::Any, tried))
                return tried;
        }
        qFatal("no free port");
    }();
    return port;
}

} // namespace onedoor
