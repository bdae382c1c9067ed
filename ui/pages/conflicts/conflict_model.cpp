// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/conflict_model.h"

#include "ui/models/day_text.h"
#include "ui/models/row_changes.h"
#include "ui/pages/conflicts/conflict_words.h"

namespace onedoor {

ConflictModel::ConflictModel(const CentreDefinition& centre, QObject* parent) : QAbstractTableModel(parent), m_centre(centre)
{
}

void ConflictModel::setConflicts(std::vector<ConflictRow> conflicts)
{
    struct Signals {
        ConflictModel* model;
        void beginRemove(int row) { model->beginRemoveRows({}, row, row); }
        void endRemove() { model->endRemoveRows(); }
        void beginInsert(int row) { model->beginInsertRows({}, row, row); }
        void endInsert() { model->endInsertRows(); }
        void beginMove(int from, int to) { model->beginMoveRows({}, from, from, {}, to); }
        void endMove() { model->endMoveRows(); }
        void changed(int row) { Q_EMIT model->dataChanged(model->index(row, 0), model->index(row, ColumnCount - 1)); }
    };
    applyRowChanges(
        m_rows, std::move(conflicts), Signals{this}, [](const ConflictRow& row) { return row.conflict; },
        [](const ConflictRow& one, const ConflictRow& other) {
            return std::tuple(one.title, one.person, one.at, one.counts, one.judgedAt, one.isDisputed)
                == std::tuple(other.title, other.person, other.at, other.counts, other.judgedAt, other.isDisputed);
        });
}

const ConflictRow* ConflictModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[std::size_t(row)] : nullptr;
}

int ConflictModel::rowOf(const QString& conflict) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const ConflictRow& row) { return row.conflict == conflict; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

BadgeValue ConflictModel::state(int row) const
{
    const ConflictRow* conflict = at(row);
    if (!conflict)
        return {};
    if (!conflict->isOpen)
        return {Icons::Check, conflictwords::version(conflict->counts == 2 ? 1 : 0), Tone::Success};
    if (conflict->isDisputed)
        return {Icons::Warning, tr("Decided twice"), Tone::Danger};
    return conflict->isFixed ? BadgeValue{Icons::Info, tr("Take note"), Tone::Info} : BadgeValue{Icons::Scales, tr("Open"), Tone::Warning};
}

int ConflictModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ConflictModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConflictModel::data(const QModelIndex& index, int role) const
{
    const ConflictRow* row = at(index.row());
    if (!row)
        return {};
    if (role == keyRole)
        return row->conflict;
    if (role == Qt::DisplayRole)
        return text(*row, index.column());
    if (role == Qt::ToolTipRole && index.column() == When)
        return momentText(row->at, m_centre.offsetMinutes);
    return {};
}

QString ConflictModel::text(const ConflictRow& row, int column) const
{
    switch (column) {
    case Record: {
        const QString record = conflictwords::record(row, m_centre);
        return row.person.isEmpty() || row.kind == u"matter" ? record : tr("%1 · %2", "record and visitor").arg(record, row.person);
    }
    case Acts: return conflictwords::acts(row);
    case State: return state(rowOf(row.conflict)).word;
    case When: return timeText(row.at, m_centre.offsetMinutes);
    default: return {};
    }
}

QVariant ConflictModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Record: return tr("Record");
    case Acts: return tr("What was done");
    case State: return tr("Decision");
    case When: return tr("Time");
    default: return {};
    }
}

} // namespace onedoor

#include "moc_conflict_model.cpp"
