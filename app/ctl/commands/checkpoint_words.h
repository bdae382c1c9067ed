// SPDX-License-Identifier: GPL-3.0-or-later
// What onedoorctl says of a journal that was held against a checkpoint. Main thread.
#pragma once

#include "core/store/checkpoint.h"

namespace onedoor {

/// "9f31…/42: …", one line for each stream that is not as the checkpoint saw it.
QString lineOf(const CheckpointFinding& finding);
/// Who signed it, when, and what came of it.
QString verdictOf(const CheckpointReport& report);

} // namespace onedoor
