// SPDX-License-Identifier: GPL-3.0-or-later
// Who sits at a window or in a room. Record: the place (placeRecord).
#pragma once

#include "core/base/fields.h"
#include "core/domain/ids.h"

namespace onedoor {

struct PlaceStaffed {
    static constexpr const char* type = "place.staffed";
    static constexpr std::uint32_t version = 1;
    QString place;
    AccountId account;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("account"), self.account);
    }
};

struct PlaceLeft {
    static constexpr const char* type = "place.left";
    static constexpr std::uint32_t version = 1;
    QString place;
    AccountId account;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("place"), self.place);
        visit(field("account"), self.account);
    }
};

} // namespace onedoor
