// SPDX-License-Identifier: GPL-3.0-or-later
// The first-run assistant: from nothing to a working centre, to one that other PCs have, to a store that exists, or
// to one that comes out of a backup. One question a screen, Back keeps what was
// typed, nothing blocks while keys are made. The shell shows it when no store is known. Owned by its parent; UI thread.
#pragma once

#include "core/base/random.h"
#include "ui/pages/welcome/welcome_step.h"

class QLabel;
class QStackedWidget;

namespace onedoor {

class Button;
class ProgressStrip;
class RecoveryStep;
class StartStep;

class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    WelcomePage(StoreDoor& door, Random& random, QWidget* parent = nullptr);
    ~WelcomePage() override;
    int stepIndex() const;
    /// For tests and the picture tour.
    WelcomeStep* step(int index) const { return m_steps.at(index); }
    void goTo(int index);
    /// The steps that stand beside the road to a new centre.
    int restoreIndex() const { return int(m_steps.size()) - 2; }
    int joinIndex() const { return int(m_steps.size()) - 1; }
    WelcomeDraft& draft() { return m_draft; }

Q_SIGNALS:
    /// A store was made, its recovery key is proven, somebody is signed in.
    void finished(const onedoor::StoreEntry& store, const QString& folder);
    /// A folder with a store was chosen: sign in there.
    void storeChosen(const QString& folder);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addStep(WelcomeStep* step);
    QWidget* makeFooter();
    void follow();
    void onStepChanged();
    void showFromTop();
    void showFocused();
    void back();
    void setWorking(const QString& what);
    void onStepDone();

    WelcomeDraft m_draft;
    QList<WelcomeStep*> m_steps;
    QStackedWidget* m_stack;
    QLabel* m_place;
    QLabel* m_title;
    QLabel* m_explanation;
    ProgressStrip* m_progress;
    QLabel* m_work;
    Button* m_back;
    Button* m_next;
};

} // namespace onedoor
