// SPDX-License-Identifier: GPL-3.0-or-later
// One series on one business day: which blocks were granted to whom, and which number of each was taken last.
#pragma once

#include "core/domain/decide.h"
#include "core/domain/numbering/numbering_events.h"

namespace onedoor {

struct NumberingState {
    struct Block {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
        StreamId holder;
        std::uint64_t next = 0; ///< the lowest number of the block that no ticket has
    };
    QString series;
    QDate day;
    std::vector<Block> blocks;
    bool needsUpdate = false;
};

void evolve(NumberingState& state, const NumbersGranted& event, const EventMeta& meta);
void evolve(NumberingState& state, const NumberTaken& event, const EventMeta& meta);

/// How a series runs: from the centre's definition.
struct NumberingRule {
    QString series;
    std::uint32_t first = 1;
    std::uint32_t last = 999;
    std::uint32_t blockSize = 20;
};

struct NumberDecision {
    std::optional<NumbersGranted> grant; ///< a new block, when this node holds none with a number left
    std::uint32_t ordinal = 0;
};

/// The next number for this node: from its own block, or from a new one above every block granted so far. Never count + 1.
/// A grant that overlaps one which stands already has no effect: gaps are legal, duplicates are not.
/// Conflict "numbering.noBlock": no number is left and this node may not grant itself any.
Result<NumberDecision> decideNumber(const NumberingState& state, const NumberingRule& rule, const DecideContext& context);

/// What to grant so that `holder` has at least `enough` numbers; nothing when it has. After a loss the host grants itself a block first,
/// so that the numbers passed over are passed over once. Conflict "host.notHere": this node grants nothing.
Result<std::vector<NumbersGranted>> decideGrant(const NumberingState& state, const NumberingRule& rule, const DecideContext& context,
                                                StreamId holder, std::uint32_t enough);

} // namespace onedoor
