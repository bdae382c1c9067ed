// SPDX-License-Identifier: GPL-3.0-or-later
// Printed numbers come from granted blocks: gaps are legal, duplicates are not. Record: the series' business day (numberingRecord).
#pragma once

#include "core/base/fields.h"
#include "core/domain/ids.h"

#include <QDate>

namespace onedoor {

/// The hall host gives one stream the right to use first…last; epoch fences a returning host.
struct NumbersGranted {
    static constexpr const char* type = "numbers.granted";
    static constexpr std::uint32_t version = 1;
    QString series;
    QDate day;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    StreamId holder;
    std::uint64_t epoch = 1;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("series"), self.series);
        visit(field("day"), self.day);
        visit(field("first"), self.first);
        visit(field("last"), self.last);
        visit(field("holder"), self.holder);
        visit(field("epoch"), self.epoch);
    }
};

struct NumberTaken {
    static constexpr const char* type = "number.taken";
    static constexpr std::uint32_t version = 1;
    std::uint32_t ordinal = 0;
    TicketId ticket;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("ordinal"), self.ordinal);
        visit(field("ticket"), self.ticket);
    }
};

} // namespace onedoor
