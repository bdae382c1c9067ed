// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/past/place_model.h"

#include "ui/models/local_name.h"
#include "ui/models/row_changes.h"
#include "ui/models/words.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t secondsPerMinute = 60;

Instant sinceOf(const TicketRow& ticket)
{
    return ticket.status == TicketStatus::Serving && ticket.begunAt ? ticket.begunAt : ticket.calledAt;
}

} // namespace

PastPlaceModel::PastPlaceModel(const CentreDefinition& centre, QObject* parent) : QAbstractTableModel(parent), m_centre(centre)
{
}

void PastPlaceModel::setPlaces(std::vector<PastPlace> places, Instant time)
{
    struct Signals {
        PastPlaceModel* model;
        void beginRemove(int row) { model->beginRemoveRows({}, row, row); }
        void endRemove() { model->endRemoveRows(); }
        void beginInsert(int row) { model->beginInsertRows({}, row, row); }
        void endInsert() { model->endInsertRows(); }
        void beginMove(int from, int to) { model->beginMoveRows({}, from, from, {}, to); }
        void endMove() { model->endMoveRows(); }
        void changed(int row) { Q_EMIT model->dataChanged(model->index(row, 0), model->index(row, ColumnCount - 1)); }
    };
    std::vector<Row> rows;
    rows.reserve(places.size());
    for (PastPlace& place : places)
        rows.push_back({std::move(place), time});
    applyRowChanges(
        m_rows, std::move(rows), Signals{this}, [](const Row& row) { return row.place.place; },
        [this](const Row& one, const Row& other) {
            for (int column = 0; column < ColumnCount; ++column) {
                if (text(one, column) != text(other, column))
                    return false;
            }
            return true;
        });
}

BadgeValue PastPlaceModel::stateOf(const Row& row)
{
    if (row.place.present.empty())
        return row.place.staffedBy.isEmpty() ? BadgeValue{} : BadgeValue{Icons::Check, tr("Free"), Tone::Muted};
    const TicketStatus status = row.place.present.front().status;
    return status == TicketStatus::Called ? BadgeValue{Icons::Call, words::of(status), Tone::Info} : BadgeValue{Icons::Begin, words::of(status), Tone::Success};
}

BadgeValue PastPlaceModel::state(int row) const
{
    return row >= 0 && row < rowCount() ? stateOf(m_rows[std::size_t(row)]) : BadgeValue{};
}

int PastPlaceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PastPlaceModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PastPlaceModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(row, index.column());
    case KeyRole: return row.place.place;
    case TicketRole: return row.place.present.empty() ? QString() : row.place.present.front().ticket.toString();
    default: return {};
    }
}

QVariant PastPlaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Window or room");
    case Staff: return tr("Staff");
    case Number: return tr("Number");
    case State: return tr("State");
    case Minutes: return tr("Since (min)");
    default: return {};
    }
}

QString PastPlaceModel::text(const Row& row, int column) const
{
    switch (column) {
    case Name: {
        const Place* place = m_centre.findPlace(row.place.place);
        return place ? localShortLabel(*place) : row.place.place;
    }
    case Staff: return row.place.staffedBy;
    case Number: {
        QStringList numbers;
        for (const TicketRow& ticket : row.place.present)
            numbers.append(ticket.number);
        return numbers.join(u" / "_s);
    }
    case State: return stateOf(row).word;
    case Minutes:
        return row.place.present.empty() ? QString()
                                         : QString::number(std::max<std::int64_t>(0, row.time.secondsSince(sinceOf(row.place.present.front())) / secondsPerMinute));
    default: return {};
    }
}

} // namespace onedoor

#include "moc_place_model.cpp"
