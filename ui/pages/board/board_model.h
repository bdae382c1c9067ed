// SPDX-License-Identifier: GPL-3.0-or-later
// One table of the board: lines of words, with the state as badges. Changes only what changed from one look to the next, so that a choice
// and the scroll position stay. UI thread.
#pragma once

#include "ui/widgets/badge.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <vector>

namespace onedoor {

struct BoardLine {
    QString key;    ///< names the line across looks
    QString ticket; ///< id, or number of today; empty: the line is about none
    QStringList cells; ///< the state's is what its badge says, in full
    BadgeValue badge;  ///< of the state column; without a word: none
};

class BoardModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole + 1, TicketRole };

    BoardModel(QStringList headers, int stateColumn, QObject* parent = nullptr);
    void setLines(std::vector<BoardLine> lines);
    BadgeValue badge(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_headers;
    int m_stateColumn;
    std::vector<BoardLine> m_lines;
};

} // namespace onedoor
