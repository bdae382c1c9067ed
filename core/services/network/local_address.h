// SPDX-License-Identifier: GPL-3.0-or-later
// Under which address other PCs of the hall most likely reach this one. Any thread.
#pragma once

#include <QString>

namespace onedoor {

/// The first private IPv4 address of a network card that is up; "127.0.0.1" without any.
QString localAddress();

} // namespace onedoor
