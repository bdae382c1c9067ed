// SPDX-License-Identifier: GPL-3.0-or-later
// One human being who was taken down twice: this record is folded into another one, and can be taken out of it again. Record and subject:
// the person that is folded in. Nothing of either record changes by it; what belongs together is worked out when it is asked for
// (person_group.h). Plain values, any thread.
#pragma once

#include "core/base/fields.h"
#include "core/domain/ids.h"

namespace onedoor {

/// From now on the kept person stands for this one.
struct PersonMerged {
    static constexpr const char* type = "person.merged";
    static constexpr std::uint32_t version = 1;
    PersonId kept;
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("kept"), self.kept);
        visit(personal("reason").lines(500), self.reason);
    }
};

/// Takes this person out of the kept one again. It names that one, so that it can't take back a merge which its author never saw.
struct PersonUnmerged {
    static constexpr const char* type = "person.unmerged";
    static constexpr std::uint32_t version = 1;
    PersonId kept;
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("kept"), self.kept);
        visit(personal("reason").lines(500), self.reason);
    }
};

} // namespace onedoor
