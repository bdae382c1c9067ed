// SPDX-License-Identifier: GPL-3.0-or-later
// The first account, an administrator's, and the making of the store, which takes some seconds. Owned by the WelcomePage; UI thread.
#pragma once

#include "ui/pages/welcome/welcome_step.h"

namespace onedoor {

class ErrorSummary;
class FormField;
class SecretField;
class TextField;

class AdministratorStep final : public WelcomeStep {
    Q_OBJECT
public:
    AdministratorStep(StoreDoor& door, WelcomeDraft& draft, QWidget* parent = nullptr);
    QString title() const override;
    QString explanation() const override;
    QString nextText() const override { return tr("Create the &store"); }
    void enter() override;
    void submit() override;

private:
    bool check();
    void onFounded(const Result<FoundedStore>& founded);
    QList<FormField*> fields() const;

    StoreDoor& m_door;
    WelcomeDraft& m_draft;
    ErrorSummary* m_errors;
    TextField* m_name;
    TextField* m_login;
    SecretField* m_password;
    SecretField* m_again;
    FormField* m_nameField;
    FormField* m_loginField;
    FormField* m_passwordField;
    FormField* m_againField;
    bool m_busy = false;
};

} // namespace onedoor
