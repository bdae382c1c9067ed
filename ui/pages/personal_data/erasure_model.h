// SPDX-License-Identifier: GPL-3.0-or-later
// The erasures of the centre, the newest first, with the PCs that have confirmed and those that have still to destroy their key. Nobody's
// name can be told any more. Owned by the page; UI thread.
#pragma once

#include "core/services/api/erasure.h"
#include "ui/widgets/badge.h"

#include <QAbstractTableModel>

namespace onedoor {

class ErasureModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, Reason, Who, State, Waiting, ColumnCount };
    static constexpr int keyRole = Qt::UserRole;

    explicit ErasureModel(int offsetMinutes, QObject* parent = nullptr);
    void setErasures(std::vector<PersonErasureReply> erasures);
    const PersonErasureReply* at(int row) const;
    int rowOf(PersonId person) const;
    BadgeValue state(int row) const;

    /// "Front desk (this PC), Window 2".
    static QString confirmed(const PersonErasureReply& erasure);
    /// "Window 3 (last heard of 2026-03-02 09:00)".
    QString waiting(const PersonErasureReply& erasure) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    int m_offsetMinutes;
    std::vector<PersonErasureReply> m_rows;
};

} // namespace onedoor
