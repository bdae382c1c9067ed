// SPDX-License-Identifier: GPL-3.0-or-later
// From one snapshot of rows to the next in the fewest model signals, so that a view keeps its selection and its scroll position.
// The model gives a `Rows` with the present rows and the four moves; keys are unique within a snapshot. UI thread.
#pragma once

#include <QAbstractItemModel>
#include <algorithm>
#include <vector>

namespace onedoor {

/// `keyOf(row)` names a row across snapshots, `isSame(before, now)` says whether it needs painting again. Must be called from the
/// model itself: `begin…`/`end…` are its protected functions, handed in as `Signals`.
template <typename Row, typename Signals, typename KeyOf, typename IsSame>
void applyRowChanges(std::vector<Row>& rows, std::vector<Row> next, Signals&& signals, KeyOf keyOf, IsSame isSame)
{
    const auto find = [&keyOf](const std::vector<Row>& among, std::size_t from, const Row& wanted) {
        const auto found = std::find_if(among.begin() + static_cast<std::ptrdiff_t>(from), among.end(),
                                        [&](const Row& row) { return keyOf(row) == keyOf(wanted); });
        return static_cast<std::size_t>(found - among.begin());
    };
    for (std::size_t at = rows.size(); at-- > 0;) {
        if (find(next, 0, rows[at]) < next.size())
            continue;
        signals.beginRemove(int(at));
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
        signals.endRemove();
    }
    for (std::size_t at = 0; at < next.size(); ++at) {
        const std::size_t from = find(rows, at, next[at]);
        if (from == rows.size()) {
            signals.beginInsert(int(at));
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), std::move(next[at]));
            signals.endInsert();
            continue;
        }
        if (from != at) {
            signals.beginMove(int(from), int(at));
            std::rotate(rows.begin() + static_cast<std::ptrdiff_t>(at), rows.begin() + static_cast<std::ptrdiff_t>(from),
                        rows.begin() + static_cast<std::ptrdiff_t>(from) + 1);
            signals.endMove();
        }
        const bool same = isSame(rows[at], next[at]);
        rows[at] = std::move(next[at]);
        if (!same)
            signals.changed(int(at));
    }
}

} // namespace onedoor
