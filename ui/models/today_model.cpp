// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/today_model.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/route_words.h"
#include "ui/models/words.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

TodayModel::TodayModel(const CentreDefinition& centre, const Clock& clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_centre(centre)
    , m_clock(clock)
{
}

int TodayModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TodayModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TodayModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TicketRow& row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(row, index.column());
    case KeyRole: return row.ticket.toString();
    case FreshRole: return m_fresh.contains(row.ticket);
    default: return {};
    }
}

QString TodayModel::text(const TicketRow& row, int column) const
{
    switch (column) {
    case StatusColumn: return words::of(row.status);
    case NumberColumn: return row.number;
    case NameColumn: return row.headcount > 1 ? tr("%1 +%2").arg(words::visitor(row)).arg(row.headcount - 1) : words::visitor(row);
    case ServiceColumn: return localName(m_centre.findService(row.service), row.service);
    case NoteColumn: return words::notesOn(row).join(u" · "_s);
    case PlaceColumn: {
        const QString& key = row.place.isEmpty() ? row.toPlace : row.place;
        const Place* place = m_centre.findPlace(key);
        return place ? localShortLabel(*place) : key;
    }
    case ArrivedColumn: return timeText(row.arrivedAt, m_centre.offsetMinutes);
    case WaitColumn: return words::duration(waitedSeconds(row));
    default: return {};
    }
}

QVariant TodayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StatusColumn: return tr("Status");
    case NumberColumn: return tr("Number");
    case NameColumn: return tr("Name");
    case ServiceColumn: return tr("Service");
    case NoteColumn: return tr("Note");
    case PlaceColumn: return tr("Place");
    case ArrivedColumn: return tr("Arrived");
    case WaitColumn: return tr("Waited");
    default: return {};
    }
}

void TodayModel::apply(std::vector<TicketRow> rows)
{
    QSet<TicketId> before;
    for (const TicketRow& row : m_rows)
        before.insert(row.ticket);
    QSet<TicketId> kept;
    for (const TicketRow& row : rows)
        kept.insert(row.ticket);
    removeGone(kept);
    if (m_filled) {
        for (TicketId ticket : kept - before)
            m_fresh.insert(ticket);
    }
    for (std::size_t target = 0; target < rows.size(); ++target)
        placeRow(static_cast<int>(target), std::move(rows[target]), before);
    m_filled = true;
}

void TodayModel::removeGone(const QSet<TicketId>& kept)
{
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (kept.contains(at(last).ticket))
            continue;
        int first = last;
        while (first > 0 && !kept.contains(at(first - 1).ticket))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void TodayModel::placeRow(int target, TicketRow row, const QSet<TicketId>& before)
{
    if (!before.contains(row.ticket))
        return insertRow(target, std::move(row));
    if (at(target).ticket != row.ticket) {
        const auto found = std::find_if(
            m_rows.begin() + target, m_rows.end(), [&](const TicketRow& candidate) { return candidate.ticket == row.ticket; });
        if (found == m_rows.end())
            return; // the same ticket twice in one snapshot: the first one stands
        beginMoveRows({}, int(found - m_rows.begin()), int(found - m_rows.begin()), {}, target);
        std::rotate(m_rows.begin() + target, found, found + 1);
        endMoveRows();
    }
    change(target, std::move(row));
}

void TodayModel::insertRow(int target, TicketRow row)
{
    beginInsertRows({}, target, target);
    m_rows.insert(m_rows.begin() + target, std::move(row));
    endInsertRows();
}

void TodayModel::change(int row, TicketRow value)
{
    TicketRow& present = m_rows[static_cast<std::size_t>(row)];
    if (present == value)
        return;
    present = std::move(value);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void TodayModel::forgetFresh()
{
    if (m_fresh.isEmpty())
        return;
    m_fresh.clear();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {FreshRole});
}

void TodayModel::tick()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, WaitColumn), index(rowCount() - 1, WaitColumn), {Qt::DisplayRole});
}

int TodayModel::rowOf(TicketId ticket) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const TicketRow& row) { return row.ticket == ticket; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

std::uint32_t TodayModel::ahead(const TicketRow& ticket) const
{
    return static_cast<std::uint32_t>(std::count_if(m_rows.begin(), m_rows.end(), [&](const TicketRow& row) {
        return row.status == TicketStatus::Waiting && row.service == ticket.service && row.queueTime < ticket.queueTime;
    }));
}

std::size_t TodayModel::countOf(TicketStatus status) const
{
    return static_cast<std::size_t>(
        std::count_if(m_rows.begin(), m_rows.end(), [&](const TicketRow& row) { return row.status == status; }));
}

std::int64_t TodayModel::waitedSeconds(const TicketRow& row) const
{
    return row.waitedBy(m_clock.now());
}

void TodayModel::reword()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace onedoor

#include "moc_today_model.cpp"
