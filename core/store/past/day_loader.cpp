// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/past/day_loader.h"

#include "core/domain/centre/opening.h"
#include "core/store/journal/happened.h"
#include "core/store/views/past_queries.h"

namespace onedoor {

namespace {

/// Sittings before the day that tell who sat there when it began; more than one only for what arrived out of order.
constexpr std::size_t eventsBefore = 16;

enum class Kind { Other, Ticket, Place, Verdict };

Kind kindOf(const QByteArray& type)
{
    if (type.startsWith("ticket."))
        return Kind::Ticket;
    if (type.startsWith("place."))
        return Kind::Place;
    return type == ConflictResolved::type ? Kind::Verdict : Kind::Other;
}

FoldInput closedInputOf(Envelope& envelope)
{
    Event event = readEvent(envelope, nullptr).event;
    return {{envelope.ref, std::move(envelope.parents), envelope.time}, metaOf(envelope), std::move(event)};
}

} // namespace

DayLoader::DayLoader(JournalStore& journal, ViewsStore& views, QDate date, int offsetMinutes)
    : m_journal(journal), m_views(views), m_day{date, midnightOf(date, offsetMinutes), midnightOf(date.addDays(1), offsetMinutes), {}, {}}
{
}

Result<void> DayLoader::load(const QStringList& places)
{
    Groups groups;
    ONEDOOR_ASSIGN(const std::int64_t newestBefore, eachHappened(m_journal, m_day.begin, m_day.end, [&](Envelope& envelope) -> Result<void> {
                       const Kind kind = kindOf(envelope.type);
                       if (kind == Kind::Other)
                           return {};
                       Group& group = groups[envelope.record];
                       group.isPlace = group.isPlace || kind == Kind::Place;
                       group.isWhole = group.isWhole || envelope.type == TicketIssued::type;
                       group.events.push_back(closedInputOf(envelope));
                       return {};
                   }));
    ONEDOOR_ASSIGN(const std::vector<RawId> open, queries::leftOpen(m_views, m_day.date, m_day.end));
    for (const RawId& ticket : open)
        groups.try_emplace(ticket);
    for (const QString& place : places)
        groups[placeRecord(place)].isPlace = true;
    for (auto& [record, group] : groups)
        ONEDOOR_TRY(keep(record, group, newestBefore));
    return {};
}

Result<void> DayLoader::keep(const RawId& record, Group& group, std::int64_t newestBefore)
{
    if (group.isPlace) {
        ONEDOOR_TRY(readBefore(record, newestBefore, group.events));
        m_day.places.insert_or_assign(record, timelineOf<PlaceState>(group.events));
        m_placeEvents.insert_or_assign(record, std::move(group.events));
        return {};
    }
    if (!group.isWhole)
        return readTicket(record);
    m_day.tickets.insert_or_assign(record, timelineOf<TicketState>(std::move(group.events)));
    return {};
}

/// All that happened with the ticket until the day was over.
Result<void> DayLoader::readTicket(const RawId& ticket)
{
    std::vector<FoldInput> events;
    ONEDOOR_TRY(m_journal.eachOfRecord(ticket, [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(Envelope envelope, decodeStoredEnvelope(row.envelope));
        if (envelope.time.instant() < m_day.end)
            events.push_back(closedInputOf(envelope));
        return {};
    }));
    Timeline<TicketState> timeline = timelineOf<TicketState>(std::move(events));
    if (timeline.moments.empty())
        m_day.tickets.erase(ticket); // a verdict about another kind of record
    else
        m_day.tickets.insert_or_assign(ticket, std::move(timeline));
    return {};
}

/// The place's newest events before the day: backwards from where the last of them can stand.
Result<void> DayLoader::readBefore(const RawId& place, std::int64_t newestBefore, std::vector<FoldInput>& events)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   m_journal.database().cached("SELECT envelope FROM events WHERE record = ?1 AND arrival <= ?2 ORDER BY arrival DESC"));
    select.bindAll(place, newestBefore);
    for (std::size_t left = eventsBefore; left > 0;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        ONEDOOR_ASSIGN(Envelope envelope, decodeStoredEnvelope(select.blob(0)));
        if (envelope.time.instant() >= m_day.begin)
            continue;
        events.push_back(closedInputOf(envelope));
        --left;
    }
    return {};
}

void DayLoader::note(const Envelope& envelope)
{
    const Kind kind = kindOf(envelope.type);
    if (kind == Kind::Other || envelope.time.instant() >= m_day.end)
        return;
    const auto place = m_placeEvents.find(envelope.record);
    if (kind == Kind::Place || place != m_placeEvents.end()) {
        std::vector<FoldInput>& events = place != m_placeEvents.end() ? place->second : m_placeEvents[envelope.record];
        Envelope copy = envelope;
        events.push_back(closedInputOf(copy));
        m_day.places.insert_or_assign(envelope.record, timelineOf<PlaceState>(events));
        return;
    }
    m_noted.insert(envelope.record);
}

Result<void> DayLoader::readNoted()
{
    for (const RawId& ticket : std::exchange(m_noted, {}))
        ONEDOOR_TRY(readTicket(ticket));
    return {};
}

} // namespace onedoor
