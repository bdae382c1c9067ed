// SPDX-License-Identifier: GPL-3.0-or-later
// How quickly a connection moves bytes, as the operating system has measured it, and whether it is worth while to pack what goes over it:
// between two programs of one computer, or over ten gigabits, packing takes longer than what it saves. Any thread.
#pragma once

#include <optional>

namespace onedoor {

/// Bytes a second at which the other side lately confirmed what was sent; nothing where the system does not say, or has not seen enough.
std::optional<double> wireSpeed(int socket);

/// True also when nothing is known of the wire.
bool isPackingWorthWhile(std::optional<double> bytesASecond);

} // namespace onedoor
