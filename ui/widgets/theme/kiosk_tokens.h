// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of public kiosks: a light ground, because they stand in bright halls, and a contrast of 7:1 for every text (WCAG 2.2 AAA).
// They do not follow the desk's look. Plain values, any thread.
#pragma once

#include "ui/widgets/theme/tokens.h"

namespace onedoor {

Tokens kioskTokens();

} // namespace onedoor
