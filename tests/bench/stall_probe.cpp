// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/stall_probe.h"

namespace onedoor::bench {

namespace {

using Time = std::chrono::steady_clock;
constexpr std::chrono::milliseconds betweenKnocks{1};

} // namespace

StallProbe::StallProbe() : m_thread([this] { knock(); }) {}

StallProbe::~StallProbe()
{
    m_isEnding = true;
    m_thread.join();
}

void StallProbe::knock()
{
    Time::time_point next = Time::now();
    while (!m_isEnding) {
        next += betweenKnocks;
        std::this_thread::sleep_until(next);
        // From when it really went out: that this thread had to wait for the processor is not the window's fault.
        QMetaObject::invokeMethod(
            &m_door,
            [this, posted = Time::now()] {
                if (m_samples)
                    m_samples->push_back(std::chrono::duration<double, std::micro>(Time::now() - posted).count());
            },
            Qt::QueuedConnection);
    }
}

} // namespace onedoor::bench
