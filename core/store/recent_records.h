// SPDX-License-Identifier: GPL-3.0-or-later
// Records that were folded or asked for lately, so that the next event of theirs need not read all those before it. Two generations: what a
// whole generation did not ask for is let go. So weeks of others' events pass through a few megabytes. Owns them; one thread at a time.
#pragma once

#include "core/base/kept_hash.h"
#include "core/journal/fold.h"

#include <unordered_map>

namespace onedoor {

struct RecentRecord : FoldedRecord {
    bool isUnwritten = false; ///< its owner still has to show what it is now
};

class RecentRecords {
public:
    /// Null when it is not here. Stays where it is until letGo() or clear().
    RecentRecord* find(const RawId& record);
    /// In the place of what is known of it; whether that is unwritten stays.
    RecentRecord& keep(const RawId& record, FoldedRecord folded);
    /// Only where nobody holds a record: begins a new generation when this one is large.
    void letGo();
    void clear();

private:
    using Records = std::unordered_map<RawId, RecentRecord, KeptHash>;
    Records m_young;
    Records m_old;
};

} // namespace onedoor
