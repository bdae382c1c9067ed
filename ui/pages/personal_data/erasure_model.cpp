// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/erasure_model.h"

#include "ui/models/day_text.h"
#include "ui/models/words.h"

#include <algorithm>

namespace onedoor {

namespace {

/// Word of it came ahead of the event that says who decided it, when and why.
bool isToldInFull(const PersonErasureReply& erasure)
{
    return erasure.erasedAt.milliseconds != 0;
}

} // namespace

ErasureModel::ErasureModel(int offsetMinutes, QObject* parent) : QAbstractTableModel(parent), m_offsetMinutes(offsetMinutes)
{
}

void ErasureModel::setErasures(std::vector<PersonErasureReply> erasures)
{
    beginResetModel();
    m_rows = std::move(erasures);
    endResetModel();
}

const PersonErasureReply* ErasureModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_rows[std::size_t(row)];
}

int ErasureModel::rowOf(PersonId person) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const PersonErasureReply& row) { return row.person == person; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

BadgeValue ErasureModel::state(int row) const
{
    const PersonErasureReply* erasure = at(row);
    if (!erasure)
        return {};
    if (erasure->state == ErasurePhase::Complete)
        return {Icons::Check, tr("Everywhere"), Tone::Success};
    return {Icons::Clock, isToldInFull(*erasure) ? tr("%n PC(s) pending", nullptr, int(erasure->pending.size())) : tr("Under way"), Tone::Warning};
}

QString ErasureModel::confirmed(const PersonErasureReply& erasure)
{
    QStringList names;
    for (const ErasureNode& node : erasure.done)
        names << (!node.isSelf ? node.name : node.name.isEmpty() ? tr("this PC") : tr("%1 (this PC)").arg(node.name));
    return names.isEmpty() ? tr("none yet", "PCs that have confirmed") : names.join(tr(", ", "between names of PCs"));
}

QString ErasureModel::waiting(const PersonErasureReply& erasure) const
{
    if (!isToldInFull(erasure))
        return tr("Details are still on their way");
    QStringList names;
    for (const ErasureNode& node : erasure.pending) {
        const QString name = node.name.isEmpty() ? tr("this PC") : node.name;
        names << (node.lastHeard.milliseconds == 0 ? tr("%1 (not heard of yet)").arg(name)
                                                   : tr("%1 (last heard of %2)").arg(name, momentText(node.lastHeard, m_offsetMinutes)));
    }
    return names.isEmpty() ? tr("none", "PCs that are pending") : names.join(tr(", ", "between names of PCs"));
}

int ErasureModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ErasureModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ErasureModel::data(const QModelIndex& index, int role) const
{
    const PersonErasureReply* erasure = index.isValid() ? at(index.row()) : nullptr;
    if (!erasure)
        return {};
    if (role == keyRole)
        return erasure->person.toString();
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && index.column() == Waiting))
        return {};
    switch (index.column()) {
    case When: return isToldInFull(*erasure) ? momentText(erasure->erasedAt, m_offsetMinutes) : QString();
    case Reason: return isToldInFull(*erasure) ? words::of(erasure->reason) : QString();
    case Who: return erasure->erasedBy;
    case State: return state(index.row()).word;
    case Waiting: return waiting(*erasure);
    default: return {};
    }
}

QVariant ErasureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("Erased");
    case Reason: return tr("Reason");
    case Who: return tr("By");
    case State: return tr("State");
    case Waiting: return tr("Still pending");
    default: return {};
    }
}

} // namespace onedoor

#include "moc_erasure_model.cpp"
