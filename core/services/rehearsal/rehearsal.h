// SPDX-License-Identifier: GPL-3.0-or-later
// Fills a rehearsal store with believable days through the same commands that the pages use: two arrival peaks a day, more people on
// Mondays, places that open late, stay empty or work slowly, breaks at noon, people who come again, missed calls, holds, transfers, undone
// mistakes, tickets left over at closing time. A discrete-event simulation: the clock jumps from one happening to the next. The same seed
// gives the same days. One thread, that of the runner.
#pragma once

#include "core/services/command_runner.h"
#include "core/services/rehearsal/population.h"

namespace onedoor {

struct RehearsalPlan {
    QDate firstDay;              ///< days on which the centre is closed are passed over
    int days = 1;                ///< 1 … 3660
    int visitorsPerDay = 300;    ///< mean; 1 … 20,000
    std::uint64_t seed = 1;
    std::size_t eventsPerCommit = 1'000;
    int appointmentsPerDay = 0; ///< wished for, besides the visitors; what is taken is refused
};

struct RehearsalCount {
    int days = 0;
    std::uint64_t events = 0;
    std::uint64_t visits = 0;
    std::uint64_t calls = 0;
    std::uint64_t missed = 0;
    std::uint64_t held = 0;
    std::uint64_t transferred = 0;
    std::uint64_t undone = 0;
    std::uint64_t leftOver = 0; ///< withdrawn at closing time
};

/// After each durable commit: the own stream's last sequence and the counts so far. False stops the rehearsal.
using RehearsalProgress = std::function<bool(std::uint64_t sequence, const RehearsalCount& count)>;

/// Conflict "rehearsal.realStore" is the caller's to check: this writes into whatever runner it is given.
/// `operators` are accounts that may register and call; each place is given one.
Result<RehearsalCount> rehearse(CommandRunner& runner, ManualClock& clock, const CentreDefinition& centre, const Population& population,
                                const std::vector<Session>& operators, const RehearsalPlan& plan, const RehearsalProgress& progress = {});

} // namespace onedoor
