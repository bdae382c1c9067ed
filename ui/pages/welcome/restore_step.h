// SPDX-License-Identifier: GPL-3.0-or-later
// A backup becomes a working store again: which backup, into which folder, opened by whom; then the check and the copy, which can be
// stopped; then what was proven. Owned by the WelcomePage; UI thread.
#pragma once

#include "ui/pages/welcome/welcome_step.h"

class QLabel;
class QStackedWidget;

namespace onedoor {

class Banner;
class Card;
class FormField;
class SecretField;
class SegmentedControl;
class TextField;

class RestoreStep final : public WelcomeStep {
    Q_OBJECT
public:
    RestoreStep(StoreDoor& door, WelcomeDraft& draft, QWidget* parent = nullptr);
    QString title() const override;
    QString explanation() const override;
    QString nextText() const override { return isDone() ? tr("&Start working") : tr("&Restore"); }
    bool mayGoBack() const override { return !isDone(); }
    bool mayStop() const override { return m_busy; }
    bool isOver() const override { return isDone(); }
    void enter() override;
    void submit() override;
    bool stepBack() override;
    /// The folder of a backup or a file in it.
    void chooseBackup(const QString& path);

private:
    QWidget* makeForm();
    QWidget* makeResult();
    bool isDone() const;
    bool byRecoveryKey() const;
    void follow();
    void askBackup();
    bool check();
    void start();
    void onProgress(int percent);
    void onRestored(const Result<RestoredStore>& restored);
    void refuse(const Error& error);

    StoreDoor& m_door;
    WelcomeDraft& m_draft;
    BackupFacts m_facts;
    QStackedWidget* m_sheets;
    Banner* m_message;
    TextField* m_backup;
    QLabel* m_about;
    Card* m_aboutCard;
    TextField* m_folder;
    SegmentedControl* m_way;
    TextField* m_key;
    TextField* m_login;
    SecretField* m_password;
    SecretField* m_again;
    FormField* m_backupField;
    FormField* m_folderField;
    FormField* m_keyField;
    FormField* m_loginField;
    FormField* m_passwordField;
    FormField* m_againField;
    QLabel* m_result;
    bool m_busy = false;
};

} // namespace onedoor
