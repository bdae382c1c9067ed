// SPDX-License-Identifier: GPL-3.0-or-later
// How long somebody who does something at any moment waits for the UI thread: another thread posts an event to it every millisecond, whether
// the one before was answered or not, so a stall counts as often as it lasts milliseconds. Owner: the benchmark; made and destroyed on the
// UI thread, whose event loop runs in between.
#pragma once

#include "tests/bench/figure.h"

#include <QObject>
#include <atomic>
#include <thread>

namespace onedoor::bench {

class StallProbe {
public:
    StallProbe();
    ~StallProbe();
    StallProbe(const StallProbe&) = delete;
    StallProbe& operator=(const StallProbe&) = delete;

    /// From now on each sample goes in there; nowhere when null. UI thread.
    void recordInto(Samples* samples) { m_samples = samples; }

private:
    void knock();

    QObject m_door; ///< what is posted to
    Samples* m_samples = nullptr;
    std::atomic<bool> m_isEnding{false};
    std::thread m_thread;
};

} // namespace onedoor::bench
