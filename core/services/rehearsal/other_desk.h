// SPDX-License-Identifier: GPL-3.0-or-later
// Acts of another PC of the centre, as they come in after the network between the two was cut: for demonstrations and tests of what
// happens when two people do something to one record without knowing of each other. A stream of its own, written by the same rules.
// The thread of the runner; the writer must not be inside a transaction.
#pragma once

#include "core/services/command_runner.h"

namespace onedoor {

class OtherDesk {
public:
    /// Opens the PC's stream at `now`.
    static Result<OtherDesk> open(CommandRunner& runner, const QString& pcName, Random& random, Instant now);

    struct Act {
        RawId record;
        std::vector<EventRef> knew; ///< the record's heads as they were when the network was cut
        AccountId actor;
        Instant at;
        Event event;
        PersonId subject; ///< whose key seals the personal fields; null when the event has none
    };
    /// Writes the act down and lets it arrive here: what changed by that.
    Result<ChangeSet> act(CommandRunner& runner, const Act& act);

    /// The heads of a record after its first `count` events in order of arrival: what somebody knew who was cut off then.
    static Result<std::vector<EventRef>> headsAfter(CommandRunner& runner, const RawId& record, std::size_t count);

private:
    explicit OtherDesk(StreamId stream) : m_stream(stream) {}

    StreamId m_stream;
    StreamHead m_head;
    HybridClock m_clock;
};

} // namespace onedoor
