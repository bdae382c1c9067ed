// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator changes in the running centre: one item at a time. Record: the centre's own id, like centre.founded.
// The item is canonical JSON in the shape of a centre file (centre_fields.h), so that what was said can be read without this program.
#pragma once

#include "core/base/fields.h"
#include "core/domain/ids.h"

#include <string>

namespace onedoor {

struct CentreChanged {
    static constexpr const char* type = "centre.changed";
    static constexpr std::uint32_t version = 1;
    QString section;                  ///< "places", "openingHours", …: centreSections()
    QString key;                      ///< of the item; empty: the section's one value, or the order of its list
    QString item;                     ///< as it is from now on; empty: removed
    StreamId undoneStream;            ///< with the sequence: the change that this one takes back; null: none
    std::uint64_t undoneSequence = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("section").atMost(40), self.section);
        visit(field("key").atMost(40), self.key);
        visit(field("item").lines(60'000), self.item);
        visit(field("undoneStream"), self.undoneStream);
        visit(field("undoneSequence"), self.undoneSequence);
    }
    /// What two who do not know of each other may not both change: the item, not the event's own fields (core/journal/fold_fields.h).
    std::string changedThing() const { return section.toStdString() + '/' + key.toStdString(); }
};

} // namespace onedoor
