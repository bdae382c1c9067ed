// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/wire_speed.h"

#include <cstddef>

#ifdef __linux__
#include <linux/tcp.h> // the newer fields are not in netinet/tcp.h, and the two don't go together
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace onedoor {

namespace {

/// Level 1 packs some 350 MB a second, unpacks 1 GB, and leaves five eighths of a batch of events: from here on the rest of it is sent sooner
/// than it is packed. A gigabit brings 117 MB.
constexpr double quickerThanPacking = 130e6;

} // namespace

std::optional<double> wireSpeed([[maybe_unused]] int socket)
{
#ifdef __linux__
    tcp_info info{};
    socklen_t size = sizeof info;
    const bool isTold = getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0
        && size >= offsetof(tcp_info, tcpi_delivery_rate) + sizeof info.tcpi_delivery_rate;
    if (isTold && info.tcpi_delivery_rate != 0)
        return double(info.tcpi_delivery_rate);
#endif
    return std::nullopt;
}

bool isPackingWorthWhile(std::optional<double> bytesASecond)
{
    return !bytesASecond || *bytesASecond < quickerThanPacking;
}

} // namespace onedoor
