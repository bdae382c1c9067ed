// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/gateway.h"

namespace onedoor {

Gateway::~Gateway() = default;

} // namespace onedoor
