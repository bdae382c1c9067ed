// SPDX-License-Identifier: GPL-3.0-or-later
// The sex of a person as documents state it. Plain value, any thread.
// Source: GB/T 2261.1-2003, whose codes are 0 unknown, 1 male, 2 female, 9 not stated. We keep 9 as Unknown: nobody at the
// desk can act on the difference.
#pragma once

namespace onedoor {

enum class Sex {
    Unknown = 0,
    Male = 1,
    Female = 2,
};

} // namespace onedoor
