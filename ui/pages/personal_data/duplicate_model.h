// SPDX-License-Identifier: GPL-3.0-or-later
// Records of one human being: those that were merged into the chosen person, then those that are likely to be the same. Owns its rows; UI
// thread. An immutable snapshot each time: nothing here decides.
#pragma once

#include "core/services/api/person_merging.h"
#include "ui/widgets/badge.h"

#include <QAbstractTableModel>

namespace onedoor {

class DuplicateModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Facts, Why, State, ColumnCount };
    static constexpr int keyRole = Qt::UserRole;

    DuplicateModel(int offsetMinutes, QObject* parent);
    void setRows(std::vector<MergedRow> merged, std::vector<SimilarPerson> likely);
    /// Of the row; nullptr when it is of the other kind, or not there.
    const MergedRow* mergedAt(int row) const;
    const SimilarPerson* likelyAt(int row) const;
    BadgeValue state(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString mergedText(const MergedRow& row, int column) const;
    static QString likelyText(const SimilarPerson& row, int column);

    int m_offsetMinutes;
    std::vector<MergedRow> m_merged;
    std::vector<SimilarPerson> m_likely;
};

} // namespace onedoor
