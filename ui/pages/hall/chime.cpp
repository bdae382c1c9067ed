// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hall/chime.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace onedoor {

namespace {

struct Tone {
    double hertz;
    double beginSeconds;
};
/// A falling major third: heard through talk, and nobody takes it for an alarm.
constexpr std::array tones{Tone{659.26, 0.0}, Tone{523.25, 0.45}};
constexpr double lastSeconds = std::chrono::duration<double>(chimeLength).count();
constexpr double attackSeconds = 0.008;  // a tone that starts at once clicks
constexpr double releaseSeconds = 0.05;
constexpr double decayPerSecond = 4.5;
constexpr double overtone = 0.25;
constexpr double loudness = 0.45;        // two tones and their overtones stay below full scale

double toneAt(const Tone& tone, double seconds)
{
    const double age = seconds - tone.beginSeconds;
    if (age <= 0)
        return 0;
    const double phase = 2 * std::numbers::pi * tone.hertz * age;
    const double shape = std::min(1.0, age / attackSeconds) * std::exp(-decayPerSecond * age);
    return shape * (std::sin(phase) + overtone * std::sin(2 * phase)) / (1 + overtone);
}

} // namespace

QByteArray chimeSamples(int rate, int channels)
{
    const auto frames = static_cast<std::size_t>(std::max(rate, 1) * lastSeconds);
    const auto perFrame = static_cast<std::size_t>(std::max(channels, 1));
    QByteArray bytes(static_cast<qsizetype>(frames * perFrame * sizeof(std::int16_t)), Qt::Uninitialized);
    auto* out = reinterpret_cast<std::int16_t*>(bytes.data());
    for (std::size_t frame = 0; frame < frames; ++frame) {
        const double seconds = static_cast<double>(frame) / std::max(rate, 1);
        double value = 0;
        for (const Tone& tone : tones)
            value += toneAt(tone, seconds);
        value *= std::min(1.0, (lastSeconds - seconds) / releaseSeconds);
        const auto sample = static_cast<std::int16_t>(std::lround(std::clamp(value * loudness, -1.0, 1.0) * INT16_MAX));
        out = std::fill_n(out, perFrame, sample);
    }
    return bytes;
}

} // namespace onedoor
