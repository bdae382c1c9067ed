// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the conflicts page: of what record, what the two did, when. Holds value rows; the page fills it with the answer of
// ConflictList, and rows that stay keep their place in the view. Owned by the page; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/services/api/conflicts.h"
#include "ui/widgets/badge.h"

#include <QAbstractTableModel>

namespace onedoor {

class ConflictModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Record, Acts, State, When, ColumnCount };
    static constexpr int keyRole = Qt::UserRole + 1;

    explicit ConflictModel(const CentreDefinition& centre, QObject* parent = nullptr);
    void setConflicts(std::vector<ConflictRow> conflicts);
    const ConflictRow* at(int row) const;
    /// The row of a conflict, -1 when it is not here.
    int rowOf(const QString& conflict) const;
    BadgeValue state(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ConflictRow& row, int column) const;

    const CentreDefinition& m_centre;
    std::vector<ConflictRow> m_rows;
};

} // namespace onedoor
