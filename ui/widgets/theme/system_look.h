// SPDX-License-Identifier: GPL-3.0-or-later
// What the operating system asks for: light, dark or high contrast, and how large text should be. Qt 6.4 tells a Windows program
// neither the contrast setting nor the text scale, so they are read where Windows keeps them. UI thread; never fails, falls back
// to light at 1.0.
#pragma once

namespace onedoor {

struct SystemLook {
    bool dark = false;
    bool highContrast = false;
    double textScale = 1.0; // 1.0 … 2.25 on Windows

    friend bool operator==(const SystemLook&, const SystemLook&) = default;
};

/// Call before the first Theme exists: on other systems than Windows the answer comes from the palette the platform gave us.
SystemLook readSystemLook();

} // namespace onedoor
