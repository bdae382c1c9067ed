// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the accounts page. Holds value rows; the page fills it with the answer of AccountList. Owned by the page; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/rows.h"

#include <QAbstractTableModel>

namespace onedoor {

class AccountModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Login, Roles, Secret, State, ColumnCount };
    static constexpr int keyRole = Qt::UserRole + 1;

    explicit AccountModel(const CentreDefinition& centre, QObject* parent = nullptr);
    void setAccounts(std::vector<AccountRow> accounts);
    const AccountRow* at(int row) const;
    int rowOf(const QString& login) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const AccountRow& account, int column) const;

    const CentreDefinition& m_centre;
    std::vector<AccountRow> m_accounts;
};

} // namespace onedoor
