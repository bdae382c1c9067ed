// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/hold_model.h"

#include "ui/models/day_text.h"

#include <algorithm>

namespace onedoor {

HoldModel::HoldModel(int offsetMinutes, QObject* parent) : QAbstractTableModel(parent), m_offsetMinutes(offsetMinutes)
{
}

void HoldModel::setHolds(std::vector<HoldRow> holds)
{
    std::reverse(holds.begin(), holds.end());
    beginResetModel();
    m_rows = std::move(holds);
    endResetModel();
}

const HoldRow* HoldModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_rows[std::size_t(row)];
}

BadgeValue HoldModel::state(int row) const
{
    const HoldRow* hold = at(row);
    if (!hold)
        return {};
    if (hold->stands)
        return {Icons::Scales, tr("Stands"), Tone::Warning};
    return hold->liftedAt.milliseconds != 0 ? BadgeValue{Icons::Undo, tr("Lifted"), Tone::Muted} : BadgeValue{Icons::Clock, tr("Has ended"), Tone::Muted};
}

int HoldModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HoldModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HoldModel::data(const QModelIndex& index, int role) const
{
    const HoldRow* hold = index.isValid() ? at(index.row()) : nullptr;
    if (!hold)
        return {};
    if (role == keyRole)
        return hold->hold.toString();
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && index.column() == Reason))
        return {};
    switch (index.column()) {
    case Reason: return hold->reason.simplified();
    case Until:
        if (hold->liftedAt.milliseconds != 0)
            return tr("%1, lifted by %2").arg(momentText(hold->liftedAt, m_offsetMinutes), hold->liftedBy);
        return hold->until.isValid() ? dayText(hold->until) : tr("it is lifted", "stands until");
    case Placed: return tr("%1, %2", "when, who").arg(momentText(hold->placedAt, m_offsetMinutes), hold->placedBy);
    case State: return state(index.row()).word;
    default: return {};
    }
}

QVariant HoldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Reason: return tr("Reason of the hold");
    case Until: return tr("Until");
    case Placed: return tr("Placed");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace onedoor

#include "moc_hold_model.cpp"
