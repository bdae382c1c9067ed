// SPDX-License-Identifier: GPL-3.0-or-later
// Who is here today: one row per ticket, in the order of the query. A new snapshot is applied as the fewest row changes (removed,
// moved, inserted, changed), matched by ticket, so that selection, scroll position and an open editor survive a refresh. Value rows
// only; owned by the page; UI thread. The clock and the centre must outlive the model.
#pragma once

#include "core/base/clock.h"
#include "core/domain/centre/centre_definition.h"
#include "core/domain/rows.h"

#include <QAbstractTableModel>
#include <QSet>

namespace onedoor {

class TodayModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { StatusColumn, NumberColumn, NameColumn, ServiceColumn, NoteColumn, PlaceColumn, ArrivedColumn, WaitColumn, ColumnCount };
    enum Role { KeyRole = Qt::UserRole, FreshRole };

    TodayModel(const CentreDefinition& centre, const Clock& clock, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Rows that were not there in the snapshot before are fresh until the next forgetFresh(); nothing is fresh in the first one.
    void apply(std::vector<TicketRow> rows);
    void forgetFresh();
    /// Things of the centre have other names now.
    void reword();
    /// The waiting times, read from the clock again.
    void tick();

    const TicketRow& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// -1 when the ticket is not listed.
    int rowOf(TicketId ticket) const;
    /// Waiting tickets that stand before this one for the same service.
    std::uint32_t ahead(const TicketRow& ticket) const;
    std::size_t countOf(TicketStatus status) const;
    /// Until the call for whoever was called, until now for whoever waits, never negative.
    std::int64_t waitedSeconds(const TicketRow& row) const;

private:
    void removeGone(const QSet<TicketId>& kept);
    void placeRow(int target, TicketRow row, const QSet<TicketId>& before);
    void insertRow(int target, TicketRow row);
    void change(int row, TicketRow value);
    QString text(const TicketRow& row, int column) const;

    const CentreDefinition& m_centre;
    const Clock& m_clock;
    std::vector<TicketRow> m_rows;
    QSet<TicketId> m_fresh;
    bool m_filled = false;
};

} // namespace onedoor
