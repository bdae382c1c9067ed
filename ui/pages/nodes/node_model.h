// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the page of the hall's PCs: what the records say of each, and what this PC has heard of it. Owned by the page; UI thread.
#pragma once

#include "core/services/api/nodes.h"
#include "ui/models/network_door.h"
#include "ui/widgets/badge.h"

#include <QAbstractTableModel>

namespace onedoor {

class NodeModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Letter, State, LastContact, ClockOffset, Backlog, Confirmed, ColumnCount };
    static constexpr int keyRole = Qt::UserRole + 1;

    explicit NodeModel(int offsetMinutes, QObject* parent = nullptr);
    void setNodes(std::vector<NodeRow> nodes);
    void setView(const NetworkView& view);
    const NodeRow* at(int row) const;
    QList<BadgeValue> badges(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Contact of this PC with the one in that row, whichever of the two asks the other.
    struct Heard {
        Instant lastContact;
        std::int64_t clockOffset = 0;
        std::optional<std::uint64_t> backlog;
        bool isConnected = false;
    };
    std::optional<Heard> heard(const NodeRow& node) const;
    QString text(const NodeRow& node, int column) const;

    int m_offsetMinutes;
    std::vector<NodeRow> m_nodes;
    NetworkView m_view;
};

} // namespace onedoor
