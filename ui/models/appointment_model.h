// SPDX-License-Identifier: GPL-3.0-or-later
// The appointments of a day as rows of a table. Holds value rows; whoever shows it fills it with the answer of AppointmentList. What
// somebody comes for is not in the list: that is for the details. Owned by its page; UI thread; the centre must outlive it.
#pragma once

#include "core/domain/appointment/appointment_row.h"
#include "core/domain/centre/centre_definition.h"

#include <QAbstractTableModel>

namespace onedoor {

class AppointmentModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, StateColumn, NameColumn, PhoneColumn, ServiceColumn, PlaceColumn, TicketColumn, ColumnCount };
    static constexpr int keyRole = Qt::UserRole + 1;

    explicit AppointmentModel(const CentreDefinition& centre, QObject* parent = nullptr);
    /// Keeps the rows that stay: what changed is told row by row.
    void apply(std::vector<AppointmentRow> rows);
    const AppointmentRow* at(int row) const;
    /// -1: not in the list.
    int rowOf(AppointmentId appointment) const;
    int countOf(AppointmentStatus status) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// "10:00–10:30".
    static QString timesOf(const AppointmentRow& row, int offsetMinutes);
    static QString wordOfStatus(AppointmentStatus status);

private:
    QString text(const AppointmentRow& row, int column) const;

    const CentreDefinition& m_centre;
    std::vector<AppointmentRow> m_rows;
};

} // namespace onedoor
