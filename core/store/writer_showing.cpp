// SPDX-License-Identifier: GPL-3.0-or-later
// The writer's part in showing what other nodes wrote: the views follow the journal, at once or, of large batches, on a thread beside it.
#include "core/store/writer.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace onedoor {

namespace {

constexpr std::int64_t catchUpChunk = 20'000; ///< events per transaction when somebody waits for all of them
constexpr std::int64_t besideChunk = 8'000;   ///< and when an act may come meanwhile: it waits some 20 ms. In fewer, records are written again and again
constexpr std::int64_t eventsAtOnce = 500;    ///< between two looks at whether somebody waits

/// Above every id that was made before, below every one that is made then or later.
RawId earliestId(Instant time)
{
    constexpr int timeBits = 48; // RFC 9562 section 5.7
    RawId id;
    for (int at = 0; at < timeBits / 8; ++at)
        id.bytes[std::size_t(at)] = static_cast<unsigned char>(std::uint64_t(time.milliseconds) >> (timeBits - 8 - 8 * at));
    return id;
}

} // namespace

bool Writer::viewsAreBehind()
{
    joinShowing();
    return m_isShowing || m_viewsBehind != Behind::No;
}

bool Writer::showMore()
{
    joinShowing();
    if (m_isShowing)
        return true;
    if (m_viewsBehind == Behind::No)
        return false;
    if (const Result<void> before = std::exchange(m_shownSoFar, {}); !before) // for now it can't be: the next act or rest tries again
        return false;
    if (!canReadBeside())
        return catchUpSome(catchUpChunk) && m_viewsBehind != Behind::No;
    m_isShowing = true;
    m_hasStoredMore = false;
    m_mustStopShowing = false;
    m_hasShownAll = false;
    m_errand.start([this] { showBeside(); });
    return true;
}

bool Writer::canReadBeside()
{
    if (!m_beside && m_openJournal) {
        if (Result<JournalStore> journal = m_openJournal())
            m_beside = std::make_unique<Beside>(std::move(*journal), m_wrappingKey.copy(), m_random);
    }
    return m_beside != nullptr;
}

/// On the errand's thread.
void Writer::showBeside()
{
    const Source source{m_beside->journal, m_beside->keys};
    while (!m_mustStopShowing && m_shownSoFar && m_viewsBehind != Behind::No) {
        m_shownSoFar = source.keys.heedErasures();
        if (m_shownSoFar)
            m_shownSoFar = catchUpSome(source, besideChunk);
    }
    m_hasShownAll = true;
}

/// What was shown beside belongs to the writer thread again, if it is done.
void Writer::joinShowing()
{
    if (!m_isShowing || !m_hasShownAll)
        return;
    m_errand.wait();
    m_isShowing = false;
    if (m_hasStoredMore && m_viewsBehind == Behind::No)
        m_viewsBehind = Behind::CatchingUp;
}

void Writer::stopShowing()
{
    if (!m_isShowing)
        return;
    m_mustStopShowing = true;
    m_errand.wait();
    joinShowing();
    m_mustStopShowing = false;
    m_shownSoFar = {}; // whoever stopped it goes on by itself
}

Result<void> Writer::catchUp(const std::function<void(std::int64_t)>& progress)
{
    stopShowing();
    const bool wasBehind = m_viewsBehind != Behind::No;
    while (m_viewsBehind != Behind::No) {
        ONEDOOR_TRY(catchUpSome(own(), catchUpChunk));
        if (progress)
            progress(m_shown);
    }
    return wasBehind ? renewErased() : Result<void>();
}

Result<void> Writer::catchUpSome(std::int64_t atMost)
{
    stopShowing();
    return catchUpSome(own(), atMost);
}

/// The next events, out of memory or out of the journal.
Result<void> Writer::absorbSome(Source source, std::int64_t last, std::int64_t atMost)
{
    const auto take = [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_TRY(absorb(source, row.arrival, row.envelope));
        m_shown = row.arrival;
        std::memcpy(m_shownHash.data(), row.hash.data(), std::min(m_shownHash.size(), std::size_t(row.hash.size())));
        return {};
    };
    const std::vector<ArrivedEvent> arrived = m_arrived.takeAfter(m_shown, last, std::size_t(atMost));
    for (const ArrivedEvent& event : arrived)
        ONEDOOR_TRY(take({event.arrival, viewOf(event.hash), event.envelope}));
    return arrived.empty() ? source.journal.eachAfter(m_shown, take, atMost) : Result<void>();
}

/// Before others' events go into the journal of which the views show everything: ids grow with time, so that a new record mostly is above
/// all that were there, and nobody need look for earlier events of it. Ids made from names don't; those below the bound only raise it.
void Writer::noteGreatest(Instant now)
{
    constexpr std::int64_t daySeconds = 86'400;
    m_bound = earliestId(now.plusSeconds(daySeconds));
    const Result<RawId> greatest = m_journal.greatestRecord(m_bound);
    if (greatest)
        m_greatest = *greatest;
    else
        m_bound = {};
}

/// Of each record whose event is shown next: whether no other event of it can have been shown.
bool Writer::isAboveAll(const RawId& record)
{
    const bool isAbove = m_viewsBehind == Behind::CatchingUp && record > m_greatest && record < m_bound;
    if (isAbove)
        m_greatest = record;
    return isAbove;
}

Result<void> Writer::catchUpSome(Source source, std::int64_t atMost)
{
    if (m_viewsBehind != Behind::CatchingUp) { // else the records in memory are what the views show
        m_records.clear();
        m_bound = {};
    }
    ONEDOOR_ASSIGN(const Frontier frontier, m_views.frontier());
    // One moment of the journal: all events up to the newest of it can be read, and no look-up takes a lock of its own.
    ONEDOOR_ASSIGN(const sqlite::Transaction moment, sqlite::Transaction::begin(source.journal.database(), sqlite::TransactionKind::Read));
    ONEDOOR_ASSIGN(const auto newest, source.journal.newest());
    m_shown = frontier.arrival;
    if (m_shown == newest.first) {
        m_viewsBehind = Behind::No;
        return {};
    }
    ONEDOOR_TRY(m_views.database().run("BEGIN IMMEDIATE"));
    const auto finish = [&]() -> Result<void> {
        std::int64_t left = atMost;
        do {
            ONEDOOR_TRY(absorbSome(source, newest.first, std::min(left, eventsAtOnce)));
            left -= eventsAtOnce;
        } while (left > 0 && m_shown < newest.first && !m_mustStopShowing);
        ONEDOOR_TRY(putTouched());
        for (const PersonId& person : std::exchange(m_toRenew, {}))
            ONEDOOR_TRY(renewRecordsOf(source, person, m_shown));
        ONEDOOR_TRY(putTouched());
        ONEDOOR_TRY(m_views.setFrontier(m_shown, viewOf(m_shownHash)));
        return m_views.database().run("COMMIT");
    };
    if (const Result<void> outcome = finish(); !outcome) {
        (void)m_views.database().run("ROLLBACK");
        m_records.clear();
        m_unwritten.clear();
        m_toRenew.clear();
        m_viewsBehind = Behind::Yes;
        return outcome;
    }
    m_records.letGo();
    m_viewsBehind = m_shown == newest.first ? Behind::No : Behind::CatchingUp;
    return {};
}

} // namespace onedoor
