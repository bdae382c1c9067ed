// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/conflict_queries.h"

#include <cstring>

namespace onedoor::queries {

Result<std::vector<ConflictPlace>> conflicts(ViewsStore& views, bool open, int limit)
{
    std::vector<ConflictPlace> rows;
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT conflict, record FROM conflicts WHERE is_open = ?1"
                                                                     " ORDER BY CASE WHEN is_open THEN at ELSE resolved_at END DESC, conflict LIMIT ?2"));
    select.bind(1, open).bind(2, limit);
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return rows;
        ConflictPlace place{{}, select.id(1)};
        const QByteArrayView id = select.blob(0);
        std::memcpy(place.conflict.data(), id.data(), std::min(std::size_t(id.size()), place.conflict.size()));
        rows.push_back(place);
    }
}

Result<std::uint64_t> openConflicts(ViewsStore& views)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT count(*) FROM conflicts WHERE is_open = 1"));
    ONEDOOR_TRY(select.step());
    return std::uint64_t(select.integer(0));
}

Result<RawId> recordOfConflict(ViewsStore& views, const Hash& conflict)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, views.database().cached("SELECT record FROM conflicts WHERE conflict = ?1"));
    ONEDOOR_ASSIGN(const bool found, select.bind(1, viewOf(conflict)).step());
    return found ? select.id(0) : RawId();
}

} // namespace onedoor::queries
