// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery key: shown once in large groups, printed, hidden again, and proven. Two groups are typed from the paper; together with
// the others they must open the key slots on disk before the assistant goes on. Owned by the WelcomePage; UI thread.
#pragma once

#include "core/base/random.h"
#include "ui/pages/welcome/welcome_step.h"

#include <array>

class QStackedWidget;

namespace onedoor {

class Banner;
class RecoveryKeyView;
class RecoveryProof;

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
    std::array<int, 2> askedGroups() const;

private:
    bool isAsking() const;
    void showKey();
    void ask();
    void prove();
    void onProven(const Result<void>& proven);

    StoreDoor& m_door;
    WelcomeDraft& m_draft;
    Random& m_random;
    QStackedWidget* m_sheets;
    RecoveryKeyView* m_view;
    RecoveryProof* m_proof;
    Banner* m_message;
    bool m_busy = false;
};

} // namespace onedoor
