// SPDX-License-Identifier: GPL-3.0-or-later
// The accounts of the colleagues, one after the other; may be left empty and done later. Owned by the WelcomePage; UI thread.
#pragma once

#include "core/services/api/administration.h"
#include "ui/pages/welcome/welcome_step.h"

class QVBoxLayout;

namespace onedoor {

class AccountForm;
class Banner;
class Button;
class Card;

class PeopleStep final : public WelcomeStep {
    Q_OBJECT
public:
    PeopleStep(StoreDoor& door, WelcomeDraft& draft, QWidget* parent = nullptr);
    QString title() const override;
    QString explanation() const override;
    QString nextText() const override { return tr("&Start working"); }
    bool mayGoBack() const override { return false; }
    QPushButton* otherAct() const override;
    void enter() override;
    void submit() override { Q_EMIT done(); }

private:
    void add();
    void onAdded(const AccountCreate& sent, const Result<AccountReply>& reply);
    void list(const AccountCreate& account);

    StoreDoor& m_door;
    WelcomeDraft& m_draft;
    QVBoxLayout* m_left;
    QVBoxLayout* m_people;
    AccountForm* m_form = nullptr; ///< made when the centre is known
    Banner* m_message;
    Button* m_add;
    bool m_busy = false;
};

} // namespace onedoor
