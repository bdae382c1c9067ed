// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/node_queries.h"

namespace onedoor::queries {

Result<std::vector<NodeRow>> nodes(ViewsStore& views)
{
    std::vector<NodeRow> rows;
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT node, name, letter, public_key, enrolled_at, revoked_at, reason FROM nodes"
                                                                     " ORDER BY enrolled_at, node"));
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return rows;
        rows.push_back({.node = NodeId(select.id(0)),
                        .name = select.text(1),
                        .letter = select.text(2),
                        .publicKey = select.blob(3).toByteArray(),
                        .enrolledAt = {select.integer(4)},
                        .revokedAt = {select.integer(5)},
                        .reason = select.text(6)});
    }
}

Result<std::vector<QString>> lettersInUse(ViewsStore& views)
{
    ONEDOOR_ASSIGN(const std::vector<NodeRow> all, nodes(views));
    std::vector<QString> letters;
    for (const NodeRow& row : all)
        letters.push_back(row.letter);
    return letters;
}

} // namespace onedoor::queries
