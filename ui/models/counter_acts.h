// SPDX-License-Identifier: GPL-3.0-or-later
// What a console may offer at this moment, judged from what it shows. It spares people presses that must fail; the core decides for
// itself and is the only judge. Pure functions, any thread.
#pragma once

#include "core/services/api/counter.h"

namespace onedoor {

enum class CounterAct { CallNext, CallChosen, Recall, Begin, Hold, Resume, Miss, Requeue, Transfer, Finish, QuickServe, Plan };
inline constexpr std::array allCounterActs{CounterAct::CallNext, CounterAct::CallChosen, CounterAct::Recall, CounterAct::Begin,
                                           CounterAct::Hold,     CounterAct::Resume,     CounterAct::Miss,   CounterAct::Requeue,
                                           CounterAct::Transfer, CounterAct::Finish, CounterAct::QuickServe, CounterAct::Plan};

/// `chosen`: the row that is selected in one of the lists, nullptr when none. Calling again is offered past the limit of the place too: the
/// press says that there is a limit, and what to do instead.
bool mayOffer(CounterAct act, const PlaceBoard& board, const TicketRow* chosen);

/// The ticket that the act concerns: the current visitor, or the chosen row for acts on a list. Null when there is none.
const TicketRow* targetOf(CounterAct act, const PlaceBoard& board, const TicketRow* chosen);

/// What the place will most likely do next: shown as the primary button.
CounterAct likelyAct(const PlaceBoard& board);

} // namespace onedoor
