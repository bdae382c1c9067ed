// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/arrived_events.h"

namespace onedoor {

namespace {

constexpr qsizetype bytesAtMost = 16 << 20; ///< of envelopes

} // namespace

void ArrivedEvents::add(std::vector<ArrivedEvent> events)
{
    const std::lock_guard lock(m_mutex);
    for (ArrivedEvent& event : events) {
        if (m_bytes >= bytesAtMost)
            return;
        m_bytes += event.envelope.size();
        m_events.push_back(std::move(event));
    }
}

std::vector<ArrivedEvent> ArrivedEvents::takeAfter(std::int64_t after, std::int64_t last, std::size_t atMost)
{
    std::vector<ArrivedEvent> taken;
    taken.reserve(atMost);
    const std::lock_guard lock(m_mutex);
    while (!m_events.empty() && taken.size() < atMost) {
        ArrivedEvent& first = m_events.front();
        const bool isNext = first.arrival == after + 1 && first.arrival <= last;
        if (!isNext && first.arrival > after)
            break;
        m_bytes -= first.envelope.size();
        if (isNext) {
            ++after;
            taken.push_back(std::move(first));
        }
        m_events.pop_front(); // or it was read from the journal before it came here
    }
    return taken;
}

void ArrivedEvents::clear()
{
    const std::lock_guard lock(m_mutex);
    m_events.clear();
    m_bytes = 0;
}

} // namespace onedoor
