// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal/past_days.h"

namespace onedoor {

namespace {

/// The time of the first event after `arrival`; nothing when there is none.
Result<std::optional<Instant>> timeAfter(JournalStore& journal, std::int64_t arrival)
{
    std::optional<Instant> time;
    ONEDOOR_TRY(journal.eachAfter(
        arrival,
        [&](const JournalRow& row) -> Result<void> {
            ONEDOOR_ASSIGN(const Envelope envelope, decodeStoredEnvelope(row.envelope));
            time = envelope.time.instant();
            return {};
        },
        1));
    return time;
}

/// An arrival before which everything is older than `from`.
Result<std::int64_t> arrivalBefore(JournalStore& journal, Instant from)
{
    ONEDOOR_ASSIGN(const auto newest, journal.newest());
    std::int64_t low = 0;
    std::int64_t high = newest.first;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        ONEDOOR_ASSIGN(const std::optional<Instant> time, timeAfter(journal, middle));
        if (time && *time < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool isEveryday(QByteArrayView type)
{
    return (type.startsWith("ticket.") && !type.startsWith("ticket.print")) || type.startsWith("place.");
}

} // namespace

Result<void> eachBetween(JournalStore& journal, Instant from, Instant until, const std::function<void(const Event&, const EventMeta&)>& visit)
{
    ONEDOOR_ASSIGN(const std::int64_t begin, arrivalBefore(journal, from));
    ONEDOOR_ASSIGN(const std::int64_t end, arrivalBefore(journal, until));
    // What stands at the two ends is asked for its own time.
    constexpr std::int64_t slack = 1;
    return journal.eachAfter(
        std::max<std::int64_t>(0, begin - slack),
        [&](const JournalRow& row) -> Result<void> {
            ONEDOOR_ASSIGN(const Envelope envelope, decodeStoredEnvelope(row.envelope));
            const Instant at = envelope.time.instant();
            if (at < from || at >= until || !isEveryday(envelope.type))
                return {};
            const ReadEvent read = readEvent(envelope, nullptr);
            visit(read.event, metaOf(envelope));
            return {};
        },
        end - begin + 2 * slack);
}

} // namespace onedoor
