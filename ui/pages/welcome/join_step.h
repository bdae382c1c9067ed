// SPDX-License-Identifier: GPL-3.0-or-later
// This PC joins a centre that works already: the pairing code that its administrator shows, what this PC is called, and who signs in; then
// the copy of the centre's records, which can be stopped and goes on where it was left. Owned by the WelcomePage; UI thread.
#pragma once

#include "ui/pages/welcome/welcome_step.h"
#include "ui/widgets/theme/tokens.h"

#include <QTimer>

namespace onedoor {

class Banner;
class Button;
class FormField;
class SecretField;
class TextField;

class JoinStep final : public WelcomeStep {
    Q_OBJECT
public:
    JoinStep(StoreDoor& door, WelcomeDraft& draft, QWidget* parent = nullptr);
    QString title() const override;
    QString explanation() const override;
    QString nextText() const override { return tr("&Join"); }
    bool mayStop() const override { return m_busy; }
    void enter() override;
    void submit() override;
    bool stepBack() override;

Q_SIGNALS:
    /// The copy stands here, but nobody was signed in: that is left to the sign-in page.
    void storeChosen(const QString& folder);

private:
    /// What is missing in a code, or wrong with it, by the part that the error names.
    static QString partText(const Error& error);
    void readCode();
    bool check();
    void start();
    void sayProgress();
    void onJoined(const Result<StoreEntry>& entry);
    void refuse(const Error& error);
    void say(Tone tone, const QString& text);
    void followPairing();
    void startOver();

    StoreDoor& m_door;
    WelcomeDraft& m_draft;
    Banner* m_message;
    TextField* m_code;
    TextField* m_name;
    TextField* m_folder;
    TextField* m_login;
    SecretField* m_password;
    FormField* m_codeField;
    FormField* m_nameField;
    FormField* m_folderField;
    FormField* m_loginField;
    FormField* m_passwordField;
    Button* m_otherCode;
    QTimer m_timer;
    bool m_busy = false;
};

} // namespace onedoor
