// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets of one kind as a console lists them: waiting in calling order, held, missed or done. Holds value rows and changes only
// what changed, so that selection and scroll position survive. The centre must outlive it; UI thread. Every row says why it stands
// where it stands (core/services/queue_text.h), and counts down to when a visitor comes back.
#pragma once

#include "core/services/api/waiting.h"

#include <QAbstractTableModel>
#include <QSet>

namespace onedoor {

class QueueModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Kind { Waiting, Held, Missed, Done };
    enum Column { Number, Visitor, Service, Reason, Minutes, ColumnCount };
    enum Role {
        TicketRole = Qt::UserRole + 1, ///< id of the ticket: names the row across refreshes
        NumberRole,
        NewRole,                       ///< came with the last refresh
        LevelRole,                     ///< WaitLevel of the minutes, as a number
    };

    QueueModel(Kind kind, const CentreDefinition& centre, QObject* parent = nullptr);

    void setRows(std::vector<TicketRow> rows, Instant now);
    /// Empties it: what comes next is no news, however much it is.
    void clear();
    /// When each ticket is expected to be called; of tickets that are not listed nothing is kept.
    void setEstimates(const EstimateList& estimates);
    /// Counts the minutes on without new rows, and takes the mark of news away after a while.
    void setNow(Instant now);
    /// Things of the centre have other names now.
    void reword();
    const TicketRow* rowAt(int row) const;
    const TicketRow* find(TicketId ticket) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Signals;
    QString text(const TicketRow& row, int column) const;
    QString reason(const TicketRow& row) const;
    QString countdown(const TicketRow& row) const;
    QString expectedCall(const TicketRow& row) const;
    QString wayOn(const TicketRow& row) const;
    qint64 minutes(const TicketRow& row) const;
    QString visitor(const TicketRow& row) const;
    QString timeOf(Instant instant) const;

    Kind m_kind;
    const CentreDefinition& m_centre;
    std::vector<TicketRow> m_rows;
    QSet<TicketId> m_new;
    QHash<TicketId, Instant> m_callAt;
    Instant m_now;
    Instant m_newSince;
    bool m_filled = false;
};

} // namespace onedoor
