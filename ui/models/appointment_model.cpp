// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/appointment_model.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/words.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

AppointmentModel::AppointmentModel(const CentreDefinition& centre, QObject* parent) : QAbstractTableModel(parent), m_centre(centre)
{
}

void AppointmentModel::apply(std::vector<AppointmentRow> rows)
{
    const bool same = rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const auto& one, const auto& other) {
        return one.appointment == other.appointment;
    });
    if (!same) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        const auto position = std::size_t(row);
        if (rows[position] == m_rows[position])
            continue;
        m_rows[position] = std::move(rows[position]);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

const AppointmentRow* AppointmentModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[std::size_t(row)] : nullptr;
}

int AppointmentModel::rowOf(AppointmentId appointment) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const AppointmentRow& row) { return row.appointment == appointment; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int AppointmentModel::countOf(AppointmentStatus status) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [status](const AppointmentRow& row) { return row.status == status; }));
}

int AppointmentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AppointmentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AppointmentModel::data(const QModelIndex& index, int role) const
{
    const AppointmentRow* row = at(index.row());
    if (row == nullptr)
        return {};
    if (role == keyRole)
        return row->appointment.toString();
    return role == Qt::DisplayRole ? QVariant(text(*row, index.column())) : QVariant();
}

QString AppointmentModel::timesOf(const AppointmentRow& row, int offsetMinutes)
{
    return timeText(row.beginsAt, offsetMinutes) + QChar(0x2013) + timeText(row.endsAt(), offsetMinutes);
}

QString AppointmentModel::wordOfStatus(AppointmentStatus status)
{
    switch (status) {
    case AppointmentStatus::Expected: return tr("Expected");
    case AppointmentStatus::Kept: return tr("Came");
    case AppointmentStatus::Cancelled: return tr("Cancelled");
    case AppointmentStatus::Missed: return tr("Did not come");
    }
    return {};
}

QString AppointmentModel::text(const AppointmentRow& row, int column) const
{
    switch (column) {
    case TimeColumn: return timesOf(row, m_centre.offsetMinutes);
    case StateColumn: return wordOfStatus(row.status);
    case NameColumn: return words::visitor(row.name);
    case PhoneColumn: return row.phone;
    case ServiceColumn: return localName(m_centre.findService(row.service), row.service);
    case PlaceColumn: {
        const Place* place = m_centre.findPlace(row.place);
        return place != nullptr ? localShortLabel(*place) : row.place;
    }
    case TicketColumn: return row.number;
    default: return {};
    }
}

QVariant AppointmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case TimeColumn: return tr("Time");
    case StateColumn: return tr("State");
    case NameColumn: return tr("Name");
    case PhoneColumn: return tr("Telephone");
    case ServiceColumn: return tr("Service");
    case PlaceColumn: return tr("Place");
    case TicketColumn: return tr("Ticket");
    default: return {};
    }
}

} // namespace onedoor

#include "moc_appointment_model.cpp"
