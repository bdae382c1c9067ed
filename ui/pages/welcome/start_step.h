// SPDX-License-Identifier: GPL-3.0-or-later
// The first question: a new centre, one that works already on other PCs, a store on this PC, or a backup of one. Owned by the WelcomePage; UI thread.
#pragma once

#include "ui/pages/welcome/welcome_step.h"

class QLabel;

namespace onedoor {

class Banner;
class ChoiceButton;

class StartStep final : public WelcomeStep {
    Q_OBJECT
public:
    explicit StartStep(StoreDoor& door, QWidget* parent = nullptr);
    QString title() const override;
    QString explanation() const override;
    QString nextText() const override { return {}; }
    bool mayGoBack() const override { return false; }
    void enter() override;
    void submit() override {}
    /// Looks whether a store is there; opens it or says that none is.
    void chooseFolder(const QString& folder);

Q_SIGNALS:
    void storeChosen(const QString& folder);
    void restoreWanted();
    void joinWanted();

private:
    void askFolder();

    StoreDoor& m_door;
    ChoiceButton* m_create;
    ChoiceButton* m_join;
    ChoiceButton* m_open;
    ChoiceButton* m_restore;
    Banner* m_message;
};

} // namespace onedoor
