// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/board_model.h"

#include "ui/models/row_changes.h"

namespace onedoor {

namespace {

bool isSame(const BadgeValue& one, const BadgeValue& other)
{
    return one.icon == other.icon && one.word == other.word && one.tone == other.tone;
}

bool isSame(const BoardLine& one, const BoardLine& other)
{
    return one.cells == other.cells && one.ticket == other.ticket && isSame(one.badge, other.badge);
}

} // namespace

BoardModel::BoardModel(QStringList headers, int stateColumn, QObject* parent)
    : QAbstractTableModel(parent), m_headers(std::move(headers)), m_stateColumn(stateColumn)
{
}

void BoardModel::setLines(std::vector<BoardLine> lines)
{
    struct Signals {
        BoardModel* model;
        void beginRemove(int row) { model->beginRemoveRows({}, row, row); }
        void endRemove() { model->endRemoveRows(); }
        void beginInsert(int row) { model->beginInsertRows({}, row, row); }
        void endInsert() { model->endInsertRows(); }
        void beginMove(int from, int to) { model->beginMoveRows({}, from, from, {}, to); }
        void endMove() { model->endMoveRows(); }
        void changed(int row) { Q_EMIT model->dataChanged(model->index(row, 0), model->index(row, model->columnCount() - 1)); }
    };
    applyRowChanges(
        m_lines, std::move(lines), Signals{this}, [](const BoardLine& line) { return line.key; },
        [](const BoardLine& one, const BoardLine& other) { return isSame(one, other); });
}

BadgeValue BoardModel::badge(int row) const
{
    return row >= 0 && row < rowCount() ? m_lines[std::size_t(row)].badge : BadgeValue{};
}

int BoardModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int BoardModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant BoardModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const BoardLine& line = m_lines[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return line.cells.value(index.column());
    case Qt::ToolTipRole: return index.column() == m_stateColumn ? line.cells.value(index.column()) : QVariant();
    case KeyRole: return line.key;
    case TicketRole: return line.ticket;
    default: return {};
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_headers.value(section)) : QVariant();
}

} // namespace onedoor

#include "moc_board_model.cpp"
