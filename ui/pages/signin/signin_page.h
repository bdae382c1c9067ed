// SPDX-License-Identifier: GPL-3.0-or-later
// Who are you: login and password or PIN, at the start of the day and when operators change. One field takes either secret; the door
// finds out which it is. After too many wrong ones it counts down the wait that the service asks for; a store that another computer
// left locked is taken over after a confirmation. "Forgot" opens the way with the recovery key, which sets an administrator's password anew. Nothing typed
// is cleared by a refusal except the secret. Owned by its parent; UI thread.
#pragma once

#include "ui/models/store_door.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace onedoor {

class Banner;
class Button;
class Card;
class ErrorSummary;
class FormField;
class ProgressStrip;
class SecretField;
class Sheet;
class TextField;

class SignInPage final : public QWidget {
    Q_OBJECT
public:
    /// `centreName` heads the page; it is empty while nobody has opened the store on this PC.
    SignInPage(StoreDoor& door, const QString& folder, const QString& centreName, QWidget* parent = nullptr);
    /// Prefills the login and puts the focus into the secret: the same person comes back.
    void setLogin(const QString& login);
    /// A message above the form, for example why the page was locked.
    void setNotice(const QString& text);
    void showRecovery(bool recovery);

Q_SIGNALS:
    void opened(const onedoor::StoreEntry& store);
    void otherStoreWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeSignIn();
    QWidget* makeRecovery();
    QWidget* makeHead(const QString& centreName);
    void signIn();
    void onAnswer(const Result<StoreEntry>& answer);
    void recover();
    void onRecovered(const Result<StoreEntry>& answer);
    void setBusy(const QString& what);
    void waitFor(const QString& login, int seconds);
    void countDown();
    void offerTakeOver(const Error& error);
    void takeOver();

    StoreDoor& m_door;
    QString m_folder;
    QStackedWidget* m_sheets;
    Banner* m_notice;
    ProgressStrip* m_progress;
    QLabel* m_work;
    TextField* m_login = nullptr;
    SecretField* m_secret = nullptr;
    FormField* m_loginField = nullptr;
    FormField* m_secretField = nullptr;
    ErrorSummary* m_errors = nullptr;
    TextField* m_key = nullptr;
    TextField* m_administrator = nullptr;
    SecretField* m_newPassword = nullptr;
    SecretField* m_again = nullptr;
    QList<FormField*> m_recoveryFields;
    Button* m_enter = nullptr;
    Sheet* m_sheet = nullptr;
    QTimer m_ticking;
    QDeadlineTimer m_free;  ///< when the next attempt may be made
    QString m_waitingLogin; ///< with this login; others are free
    bool m_busy = false;
};

} // namespace onedoor
