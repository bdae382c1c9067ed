// SPDX-License-Identifier: GPL-3.0-or-later
// The two falling tones before a call, made by calculation, so that no recording has to be shipped. Pure function, any thread.
#pragma once

#include <QByteArray>
#include <chrono>

namespace onedoor {

inline constexpr std::chrono::milliseconds chimeLength{1300};

/// Signed 16-bit samples in the machine's byte order, channels interleaved, as long as chimeLength, starting and ending in silence.
/// `rate`: samples per second and channel, `channels`: 1 or more.
QByteArray chimeSamples(int rate, int channels);

} // namespace onedoor
