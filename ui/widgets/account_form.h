// SPDX-License-Identifier: GPL-3.0-or-later
// The form of one account: name, login, roles, and how its owner proves who they are. Used where accounts are made, on first run and
// later by administrators. It judges nothing: the caller sends what it holds and hands refusals back to setError(). Holds a copy of
// the centre's roles; owned by its parent; UI thread.
#pragma once

#include "core/services/api/administration.h"
#include "ui/widgets/text_field.h"

class QCheckBox;
class QRadioButton;

namespace onedoor {

class FormField;

class AccountForm : public QWidget {
    Q_OBJECT
public:
    AccountForm(const CentreDefinition& centre, QWidget* parent = nullptr);

    /// The roles have other names now.
    void nameRoles(const CentreDefinition& centre);
    /// Empties the form for a new account.
    void startNew(const QStringList& roles = {});
    /// Shows an account; its login can't be changed and its secret is not asked for.
    void showAccount(const AccountRow& account);
    /// Shows only the two fields of a new secret for this account.
    void startSecret(const AccountRow& account);

    AccountCreate creation() const;
    AccountChange change() const;
    AccountSetSecret newSecret() const;

    /// Says beside the field what is missing; false when something is.
    bool check();
    void clearErrors();
    /// Puts a refusal beside the field that it names; false when no field here is meant.
    bool setError(const Error& error, const QString& sentence);
    QList<FormField*> fields() const;
    void focusFirst();

Q_SIGNALS:
    /// Enter in one of the fields.
    void submitted();

private:
    enum class Mode { New, Change, Secret };
    void setMode(Mode mode);
    void setKind(SecretKind kind);
    SecretKind kind() const;
    std::vector<QString> checkedRoles() const;
    QWidget* makeRoles(const CentreDefinition& centre);
    QWidget* makeKinds();

    Mode m_mode = Mode::New;
    TextField* m_name;
    TextField* m_login;
    SecretField* m_secret;
    QList<QCheckBox*> m_roles; ///< objectName is the role's key
    QRadioButton* m_password;
    QRadioButton* m_pin;
    FormField* m_nameField;
    FormField* m_loginField;
    FormField* m_rolesField;
    FormField* m_kindField;
    FormField* m_secretField;
};

} // namespace onedoor
