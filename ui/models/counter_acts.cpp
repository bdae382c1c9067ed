// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/counter_acts.h"

#include <algorithm>

namespace onedoor {

namespace {

bool isCurrent(const PlaceBoard& board, TicketStatus status)
{
    return board.current && board.current->status == status;
}

bool isChosen(const TicketRow* chosen, std::initializer_list<TicketStatus> statuses)
{
    return chosen && std::find(statuses.begin(), statuses.end(), chosen->status) != statuses.end();
}

/// The chosen one, or the only one there is.
const TicketRow* heldTarget(const PlaceBoard& board, const TicketRow* chosen)
{
    if (isChosen(chosen, {TicketStatus::Held}))
        return chosen;
    return board.held.size() == 1 ? &board.held.front() : nullptr;
}

/// Of all the places that the console looks after.
bool hasFreePlace(const PlaceBoard& board)
{
    return !board.current || std::any_of(board.also.begin(), board.also.end(), [](const PlaceSeat& seat) { return seat.staffedByMe && !seat.current; });
}

/// The chosen one; without a choice whoever stands first, unless somebody is here and could be meant.
const TicketRow* quickTarget(const PlaceBoard& board, const TicketRow* chosen)
{
    if (isChosen(chosen, {TicketStatus::Waiting, TicketStatus::Missed}))
        return chosen;
    return !chosen && !board.current && !board.waiting.empty() ? &board.waiting.front() : nullptr;
}

} // namespace

bool mayOffer(CounterAct act, const PlaceBoard& board, const TicketRow* chosen)
{
    if (!board.staffedByMe)
        return false;
    switch (act) {
    case CounterAct::CallNext:
        return hasFreePlace(board) && !board.waiting.empty();
    case CounterAct::CallChosen:
        return hasFreePlace(board) && isChosen(chosen, {TicketStatus::Waiting, TicketStatus::Missed});
    case CounterAct::Recall:
    case CounterAct::Begin:
    case CounterAct::Miss:
        return isCurrent(board, TicketStatus::Called);
    case CounterAct::Hold:
    case CounterAct::Finish:
        return isCurrent(board, TicketStatus::Serving);
    case CounterAct::Resume:
        return !board.current && heldTarget(board, chosen);
    case CounterAct::Requeue:
        return board.current || isChosen(chosen, {TicketStatus::Held, TicketStatus::Missed});
    case CounterAct::Transfer:
    case CounterAct::Plan:
        return board.current || isChosen(chosen, {TicketStatus::Waiting, TicketStatus::Held, TicketStatus::Missed});
    case CounterAct::QuickServe:
        return quickTarget(board, chosen);
    }
    return false;
}

const TicketRow* targetOf(CounterAct act, const PlaceBoard& board, const TicketRow* chosen)
{
    const TicketRow* current = board.current ? &*board.current : nullptr;
    switch (act) {
    case CounterAct::CallNext:
        return board.waiting.empty() ? nullptr : &board.waiting.front();
    case CounterAct::CallChosen:
        return chosen;
    case CounterAct::QuickServe:
        return quickTarget(board, chosen);
    case CounterAct::Resume:
        return heldTarget(board, chosen);
    case CounterAct::Requeue:
    case CounterAct::Transfer:
    case CounterAct::Plan:
        return current ? current : chosen;
    default:
        return current;
    }
}

CounterAct likelyAct(const PlaceBoard& board)
{
    if (isCurrent(board, TicketStatus::Called))
        return CounterAct::Begin;
    return isCurrent(board, TicketStatus::Serving) ? CounterAct::Finish : CounterAct::CallNext;
}

} // namespace onedoor
