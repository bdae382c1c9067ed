// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery key: shown once in large groups, printed, hidden again, and proven. Two groups are typed from the paper; together with
// the others they must open the key slots on disk before the assistant goes on. Owned by the WelcomePage; UI thread.
#pragma once

#include "core/base/random.h"
#include "ui/pages/welcome/welcome_step.h"

#include <array>

class QLabel;
class QStackedWidget;

namespace onedoor {

class Banner;
class Button;
class FormField;
class TextField;

class RecoveryStep final : public WelcomeStep {
    Q_OBJECT
public:
    RecoveryStep(StoreDoor& door, WelcomeDraft& draft, Random& random, QWidget* parent = nullptr);
    QString title() const override;
    QString explanation() const override;
    QString nextText() const override;
    bool mayGoBack() const override { return isAsking(); }
    void enter() override;
    void submit() override;
    bool stepBack() override;
    /// Numbers from 1 of the two groups that are asked for.
    std::array<int, 2> askedGroups() const { return m_asked; }

private:
    bool isAsking() const;
    QWidget* makeKeySheet();
    QWidget* makeProofSheet();
    void showKey();
    void ask();
    void print();
    void prove();
    void onProven(const Result<void>& proven);

    StoreDoor& m_door;
    WelcomeDraft& m_draft;
    Random& m_random;
    QStackedWidget* m_sheets;
    QList<QLabel*> m_groups;
    std::array<TextField*, 2> m_typed{};
    std::array<FormField*, 2> m_fields{};
    std::array<int, 2> m_asked{1, 2};
    Banner* m_message;
    Button* m_print;
    bool m_busy = false;
};

} // namespace onedoor
