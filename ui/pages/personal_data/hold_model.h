// SPDX-License-Identifier: GPL-3.0-or-later
// The legal holds on a person, the newest first, those that were lifted or ran out too. Owned by the page; UI thread.
#pragma once

#include "core/services/api/erasure.h"
#include "ui/widgets/badge.h"

#include <QAbstractTableModel>

namespace onedoor {

class HoldModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Reason, Until, Placed, State, ColumnCount };
    static constexpr int keyRole = Qt::UserRole;

    explicit HoldModel(int offsetMinutes, QObject* parent = nullptr);
    /// As the query gives them, oldest first.
    void setHolds(std::vector<HoldRow> holds);
    const HoldRow* at(int row) const;
    BadgeValue state(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    int m_offsetMinutes;
    std::vector<HoldRow> m_rows;
};

} // namespace onedoor
