// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal/happened.h"

namespace onedoor {

namespace {

Result<std::vector<std::int64_t>> streamNumbers(sqlite::Database& database)
{
    std::vector<std::int64_t> numbers;
    ONEDOOR_ASSIGN(sqlite::Statement select, database.cached("SELECT number FROM streams"));
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return numbers;
        numbers.push_back(select.integer(0));
    }
}

Result<std::int64_t> lastSequence(sqlite::Database& database, std::int64_t stream)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, database.cached("SELECT sequence FROM events WHERE stream = ?1 ORDER BY sequence DESC LIMIT 1"));
    ONEDOOR_ASSIGN(const bool row, select.bind(1, stream).step());
    return row ? select.integer(0) : 0;
}

/// All events of the stream from this sequence on happened at `time` or later, and none before it.
Result<std::int64_t> firstFrom(sqlite::Database& database, std::int64_t stream, std::int64_t last, Instant time)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   database.cached("SELECT sequence, envelope FROM events WHERE stream = ?1 AND sequence >= ?2 ORDER BY sequence LIMIT 1"));
    std::int64_t low = 1;
    std::int64_t high = last + 1;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        ONEDOOR_ASSIGN(const bool row, select.bindAll(stream, middle).step());
        const std::int64_t found = row ? select.integer(0) : high; // withheld events leave gaps
        if (found >= high) {
            select.reset();
            high = middle;
            continue;
        }
        ONEDOOR_ASSIGN(const Envelope envelope, decodeStoredEnvelope(select.blob(1)));
        const bool isEarlier = envelope.time.instant() < time;
        select.reset();
        if (isEarlier)
            low = found + 1;
        else
            high = middle;
    }
    return low;
}

Result<std::int64_t> arrivalBefore(sqlite::Database& database, std::int64_t stream, std::int64_t sequence)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   database.cached("SELECT arrival FROM events WHERE stream = ?1 AND sequence < ?2 ORDER BY sequence DESC LIMIT 1"));
    ONEDOOR_ASSIGN(const bool row, select.bindAll(stream, sequence).step());
    return row ? select.integer(0) : 0;
}

} // namespace

Result<std::int64_t> eachHappened(JournalStore& journal, Instant from, Instant until, const std::function<Result<void>(Envelope&)>& visit)
{
    sqlite::Database& database = journal.database();
    std::int64_t newestBefore = 0;
    ONEDOOR_ASSIGN(const std::vector<std::int64_t> streams, streamNumbers(database));
    for (const std::int64_t stream : streams) {
        ONEDOOR_ASSIGN(const std::int64_t last, lastSequence(database, stream));
        ONEDOOR_ASSIGN(const std::int64_t first, firstFrom(database, stream, last, from));
        ONEDOOR_ASSIGN(const std::int64_t end, firstFrom(database, stream, last, until));
        ONEDOOR_ASSIGN(const std::int64_t before, arrivalBefore(database, stream, first));
        newestBefore = std::max(newestBefore, before);
        ONEDOOR_ASSIGN(sqlite::Statement select, database.cached("SELECT envelope FROM events WHERE stream = ?1 AND sequence >= ?2 AND sequence < ?3"
                                                                 " ORDER BY sequence"));
        select.bindAll(stream, first, end);
        for (;;) {
            ONEDOOR_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            ONEDOOR_ASSIGN(Envelope envelope, decodeStoredEnvelope(select.blob(0)));
            ONEDOOR_TRY(visit(envelope));
        }
    }
    return newestBefore;
}

} // namespace onedoor
