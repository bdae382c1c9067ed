// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's page: who may sign in and with which roles. A list at the left, one account at the right; an account is never
// deleted, only disabled, because the record names it. Owned by its parent; gateway, door and session outlive it; UI thread.
#pragma once

#include "ui/models/store_door.h"

#include <QWidget>

class QAction;

namespace onedoor {

class AccountForm;
class AccountModel;
class Banner;
class DataTable;
class SectionHeading;
class Sheet;
struct AccountReply;
struct AccountRow;

class AccountsPage final : public QWidget {
    Q_OBJECT
public:
    AccountsPage(Gateway& gateway, const Session& session, StoreDoor& door, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum class Task { Change, New, Secret };
    void makeActions();
    QWidget* makeList();
    QWidget* makeEditor();
    void refresh();
    void start(Task task);
    void showCurrent();
    void save();
    void toggleEnabled();
    void renewRecoveryKey();
    void readConfirmation();
    void dismiss(const QString& login);
    void admit(const QString& login, const QString& password);
    void onSaved(const QString& login, const QString& message, const Result<AccountReply>& reply);
    void say(const Result<void>& outcome, const QString& message);
    const AccountRow* current() const;

    Gateway& m_gateway;
    const Session& m_session;
    StoreDoor& m_door;
    Task m_task = Task::Change;
    QString m_wanted; ///< login to be selected after the next refresh
    AccountModel* m_model;
    DataTable* m_table;
    SectionHeading* m_heading;
    SectionHeading* m_title;
    AccountForm* m_form;
    Banner* m_message;
    QAction* m_new;
    QAction* m_save;
    QAction* m_secret;
    QAction* m_toggle;
    QAction* m_recovery;
    Sheet* m_sheet = nullptr;
    bool m_busy = false;
    bool m_refreshing = false;
};

} // namespace onedoor
