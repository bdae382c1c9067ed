// SPDX-License-Identifier: GPL-3.0-or-later
// Events that the journal has taken a moment ago, on their way from the thread that stores them to the one that shows them: it need not read
// back what is in memory anyway. Nothing is lost when something is missing here; the journal has it. Bounded; between threads.
#pragma once

#include "core/journal/envelope.h"

#include <deque>
#include <mutex>
#include <vector>

namespace onedoor {

struct ArrivedEvent {
    std::int64_t arrival = 0;
    Hash hash{};
    QByteArray envelope;
};

class ArrivedEvents {
public:
    /// Committed to the journal, in order of arrival. What there is no room for is left out.
    void add(std::vector<ArrivedEvent> events);
    /// Up to `atMost` events that follow `after` without a gap, none beyond `last`. Empty: ask the journal.
    std::vector<ArrivedEvent> takeAfter(std::int64_t after, std::int64_t last, std::size_t atMost);
    /// The journal may give an arrival number anew.
    void clear();

private:
    std::mutex m_mutex;
    std::deque<ArrivedEvent> m_events; ///< guarded by m_mutex, like the next
    qsizetype m_bytes = 0;
};

} // namespace onedoor
