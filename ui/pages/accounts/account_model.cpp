// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/accounts/account_model.h"

#include "ui/models/local_name.h"

namespace onedoor {

AccountModel::AccountModel(const CentreDefinition& centre, QObject* parent) : QAbstractTableModel(parent), m_centre(centre)
{
}

void AccountModel::setAccounts(std::vector<AccountRow> accounts)
{
    beginResetModel();
    m_accounts = std::move(accounts);
    endResetModel();
}

const AccountRow* AccountModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_accounts[static_cast<std::size_t>(row)] : nullptr;
}

int AccountModel::rowOf(const QString& login) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (at(row)->login == login)
            return row;
    return -1;
}

int AccountModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_accounts.size());
}

int AccountModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccountModel::data(const QModelIndex& index, int role) const
{
    const AccountRow* account = at(index.row());
    if (!account)
        return {};
    if (role == keyRole)
        return account->login;
    if (role == Qt::DisplayRole)
        return text(*account, index.column());
    return {};
}

QString AccountModel::text(const AccountRow& account, int column) const
{
    switch (column) {
    case Name: return account.displayName;
    case Login: return account.login;
    case Secret: return account.secretKind == SecretKind::Pin ? tr("PIN") : tr("Password");
    case State: return account.enabled ? tr("Active") : tr("Disabled");
    case Roles: break;
    default: return {};
    }
    QStringList roles;
    for (const QString& key : account.roles) {
        const auto role = std::find_if(m_centre.roles.begin(), m_centre.roles.end(), [&](const Role& one) { return one.key == key; });
        roles.append(role == m_centre.roles.end() ? key : localName(*role));
    }
    return roles.join(tr(", ", "between roles"));
}

QVariant AccountModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Name: return tr("Name");
    case Login: return tr("Login");
    case Roles: return tr("Roles");
    case Secret: return tr("Signs in with");
    case State: return tr("State");
    default: return {};
    }
}

} // namespace onedoor

#include "moc_account_model.cpp"
