// SPDX-License-Identifier: GPL-3.0-or-later
// What this PC has learned of waiting, kept in memory: disposable, as the journal holds the days that it was learned from. It is learned on
// the reader thread of the first estimate of a day, from the days before, and stays for the day; who asks meanwhile gets yesterday's, or
// none. No command waits for it. Shared by the reader threads. Errors: those of the database.
#pragma once

#include "core/domain/waiting/waiting_model.h"
#include "core/store/reader.h"

#include <memory>
#include <mutex>

namespace onedoor {

class WaitingMemory {
public:
    /// Null: nothing is known yet; estimates are planning values then.
    Result<std::shared_ptr<const WaitingModel>> modelFor(Reader& reader, const CentreDefinition& centre, const WaitingFrame& frame, Instant now);

    /// The days before `today`, as many as the centre wants and memory bears; without a memory, for one use.
    static Result<WaitingModel> learn(Reader& reader, const CentreDefinition& centre, const WaitingFrame& frame, QDate today);

private:
    struct Known {
        QDate day;
        QStringList services, places; ///< positions mean these
        std::shared_ptr<const WaitingModel> model;
    };
    bool fits(const WaitingFrame& frame) const { return m_known.services == frame.services && m_known.places == frame.places; }

    std::mutex m_mutex;
    Known m_known;           ///< guarded by m_mutex
    bool m_learning = false; ///< guarded by m_mutex
};

} // namespace onedoor
