// SPDX-License-Identifier: GPL-3.0-or-later
// One measured figure beside its baseline, and the line that it prints. Samples are microseconds, or microseconds per event.
#pragma once

#include <QJsonObject>
#include <QString>
#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace onedoor::bench {

using Samples = std::vector<double>;

double median(Samples samples);
double percentile(Samples samples, double part); ///< part 0…1

/// Microseconds that `work` takes.
template <typename Work>
double timed(Work&& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
}

/// How a figure is judged.
struct Bound {
    double atMost = 0;     ///< of the ratio of medians; 0: not judged so
    double atLeast = 0;    ///< of the ratio baseline / measured; 0: not judged so
    double p99AtMost = 0;  ///< of measured p99 / baseline median; 0: not judged so
    double p99Microseconds = 0;    ///< absolute; 0: not judged so
    double p95Microseconds = 0;    ///< absolute; 0: not judged so
    double medianMicroseconds = 0; ///< absolute; 0: not judged so
    std::optional<std::uint64_t> errors = {}; ///< none may have been; without: not judged so
};

/// {"key", "median", "p99", "unit", "baseline", "ratio", "bound", "holds"}, and "p95" and "errors" where they are judged, one line on standard
/// output; true when it holds.
bool report(const QString& key, const Samples& measured, const Samples& baseline, const Bound& bound);

/// A share or a ratio between the two ends, with what else is worth knowing: {"key", "value", "bound", "holds", …}.
bool reportShare(const QString& key, double value, std::pair<double, double> ends, const QJsonObject& beside);

} // namespace onedoor::bench
