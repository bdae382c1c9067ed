// SPDX-License-Identifier: GPL-3.0-or-later
// What came of an hour without network on the invented morning: another PC finished a matter that was passed on here, corrected the
// same visitor's telephone and called somebody who was called here. Blocks its thread; for a store whose morning was played.
#pragma once

#include "core/services/local_gateway.h"

#include <QJsonObject>

namespace onedoor {

/// `plan`: "elsewhere" of the list in resources/demo/day.json. `administrator` may correct visitors. The newest act of the other PC is at
/// `now`.
Result<void> addDemoConflicts(LocalGateway& gateway, const Session& administrator, const QJsonObject& plan, Random& random, Instant now);

} // namespace onedoor
