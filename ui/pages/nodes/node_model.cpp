// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/nodes/node_model.h"

#include "ui/models/day_text.h"
#include "ui/models/network_words.h"

#include <algorithm>

namespace onedoor {

NodeModel::NodeModel(int offsetMinutes, QObject* parent) : QAbstractTableModel(parent), m_offsetMinutes(offsetMinutes)
{
}

void NodeModel::setNodes(std::vector<NodeRow> nodes)
{
    // This PC first, those that were shut out last.
    std::stable_sort(nodes.begin(), nodes.end(), [](const NodeRow& one, const NodeRow& other) {
        return std::pair(bool(one.revokedAt), !one.isSelf) < std::pair(bool(other.revokedAt), !other.isSelf);
    });
    const bool areSame = std::equal(nodes.begin(), nodes.end(), m_nodes.begin(), m_nodes.end(),
                                    [](const NodeRow& one, const NodeRow& other) { return one.node == other.node; });
    if (!areSame)
        beginResetModel();
    m_nodes = std::move(nodes);
    if (!areSame)
        endResetModel();
    else if (!m_nodes.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void NodeModel::setView(const NetworkView& view)
{
    m_view = view;
    if (!m_nodes.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const NodeRow* NodeModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_nodes[std::size_t(row)] : nullptr;
}

std::optional<NodeModel::Heard> NodeModel::heard(const NodeRow& node) const
{
    if (node.isSelf)
        return std::nullopt;
    for (const NodeContact& contact : m_view.contacts)
        if (contact.node == node.node)
            return Heard{contact.lastContact, contact.clockOffset, contact.backlog, contact.isConnected};
    if (node.isHost && m_view.link != NetworkView::Link::None)
        return Heard{m_view.lastContact, m_view.clockOffset, m_view.waiting, m_view.link == NetworkView::Link::Following && !m_view.isCutOff};
    return std::nullopt;
}

QList<BadgeValue> NodeModel::badges(int row) const
{
    const NodeRow* node = at(row);
    if (!node)
        return {};
    QList<BadgeValue> badges;
    if (node->isSelf)
        badges.append({Icons::Display, tr("This PC"), Tone::Info});
    if (node->isHost)
        badges.append({Icons::Home, tr("Host"), Tone::Accent});
    if (node->isHub)
        badges.append({Icons::Upload, tr("Hub"), Tone::Accent});
    if (node->compartments.size() == 1)
        badges.append({Icons::EyeOff, tr("No restricted records"), Tone::Muted});
    if (node->revokedAt) {
        badges.append({Icons::Lock, tr("Shut out"), Tone::Danger});
        return badges;
    }
    if (const std::optional<Heard> known = heard(*node))
        badges.append(known->isConnected ? BadgeValue{Icons::Link, tr("Connected"), Tone::Success}
                                         : BadgeValue{Icons::SyncOff, tr("Not connected"), Tone::Warning});
    else if (!node->isSelf && !node->isHub && m_view.role == NetworkView::Role::Host)
        badges.append({Icons::Clock, tr("Not heard of since the start"), Tone::Muted});
    return badges;
}

int NodeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_nodes.size());
}

int NodeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NodeModel::data(const QModelIndex& index, int role) const
{
    const NodeRow* node = at(index.row());
    if (!node)
        return {};
    if (role == keyRole)
        return node->node.toString();
    if (role == Qt::DisplayRole)
        return text(*node, index.column());
    if (role == Qt::ToolTipRole && node->revokedAt)
        return node->reason;
    if (role == Qt::ToolTipRole && index.column() == Confirmed && node->confirmedAt)
        return tr("It has signed that it keeps this PC's entries up to number %1.").arg(node->confirmed);
    return {};
}

QString NodeModel::text(const NodeRow& node, int column) const
{
    const std::optional<Heard> known = heard(node);
    switch (column) {
    case Name: return node.name;
    case Letter: return node.letter;
    case State: {
        QStringList words;
        for (int row = 0; row < rowCount(); ++row)
            if (at(row) == &node)
                for (const BadgeValue& badge : badges(row))
                    words.append(badge.word);
        return words.join(tr(", ", "between states"));
    }
    case LastContact:
        if (node.revokedAt)
            return tr("Shut out on %1: %2").arg(momentText(node.revokedAt, m_offsetMinutes), node.reason);
        return known && known->lastContact ? momentText(known->lastContact, m_offsetMinutes) : QString();
    case ClockOffset: return known ? clockOffsetText(known->clockOffset) : QString();
    case Backlog: return known && known->backlog ? QString::number(*known->backlog) : QString();
    case Confirmed: return node.confirmedAt ? momentText(node.confirmedAt, m_offsetMinutes) : QString();
    default: return {};
    }
}

QVariant NodeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name: return tr("Name");
    case Letter: return tr("Letter");
    case State: return tr("State");
    case LastContact: return tr("Last contact");
    case ClockOffset: return tr("Clock");
    case Backlog: return tr("Waiting");
    case Confirmed: return tr("Receipt");
    default: return {};
    }
}

} // namespace onedoor

#include "moc_node_model.cpp"
