// SPDX-License-Identifier: GPL-3.0-or-later
// One page of the first-run assistant: what it is called, what it says, and what happens on "Next". A step keeps what was typed
// when the reader goes back and forth. Owned by the WelcomePage; UI thread.
#pragma once

#include "ui/models/store_door.h"

#include <QPushButton>
#include <QWidget>

namespace onedoor {

/// What the steps collect; owned by the WelcomePage.
struct WelcomeDraft {
    CentreDefinition centre;
    QString folder;
    StoreEntry store;
    QString recoveryKey; ///< gone once it is proven
};

class WelcomeStep : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    virtual QString title() const = 0;
    virtual QString explanation() const = 0;
    /// Empty: the step has no "Next", its own controls go on.
    virtual QString nextText() const { return tr("&Next"); }
    virtual bool mayGoBack() const { return true; }
    /// The step has come into view: bring it up to date and put the focus.
    virtual void enter() = 0;
    /// "Next" was pressed: say what is wrong, or emit done(), now or later.
    virtual void submit() = 0;
    /// "Back" was pressed: true when the step went back within itself.
    virtual bool stepBack() { return false; }
    /// Work is under way that "Back" would stop.
    virtual bool mayStop() const { return false; }
    /// Nothing is left to do here but "Next": it takes the focus.
    virtual bool isOver() const { return false; }
    /// A second act of this step, to stand beside "Next" where it is always in view; or none.
    virtual QPushButton* otherAct() const { return nullptr; }

Q_SIGNALS:
    void done();
    /// Title, buttons or explanation are to be read again.
    void changed();
    /// Work has begun that must be waited for; empty: it is over.
    void working(const QString& what);
};

} // namespace onedoor
