// SPDX-License-Identifier: GPL-3.0-or-later
// The windows and rooms at one moment: who sat there, who was called or served, and since when. Changes only what changed from one moment
// to the next. The centre outlives it; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/services/api/past.h"
#include "ui/widgets/badge.h"

#include <QAbstractTableModel>

namespace onedoor {

class PastPlaceModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Staff, Number, State, Minutes, ColumnCount };
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< of the place: names the row across moments
        TicketRole,                 ///< id of the ticket there; empty: none
    };

    explicit PastPlaceModel(const CentreDefinition& centre, QObject* parent = nullptr);
    void setPlaces(std::vector<PastPlace> places, Instant time);
    BadgeValue state(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        PastPlace place;
        Instant time;
    };
    QString text(const Row& row, int column) const;
    static BadgeValue stateOf(const Row& row);

    const CentreDefinition& m_centre;
    std::vector<Row> m_rows;
};

} // namespace onedoor
