// SPDX-License-Identifier: GPL-3.0-or-later
// The modules of a QR code (ISO/IEC 18004), made by libqrencode: correction level M, the smallest version that holds the text.
// Plain value, any thread. A text that is empty or too long for a QR code gives a matrix of size 0.
#pragma once

#include <QString>
#include <vector>

namespace onedoor {

struct QrMatrix {
    int size = 0; ///< modules along one edge, without the quiet zone
    std::vector<bool> modules;

    bool isDark(int column, int row) const { return modules[std::size_t(row) * std::size_t(size) + std::size_t(column)]; }
};

/// Clear paper that every reader needs around the code, in modules.
inline constexpr int qrQuietModules = 4;

QrMatrix qrMatrix(const QString& text);

} // namespace onedoor
