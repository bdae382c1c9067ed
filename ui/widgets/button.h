// SPDX-License-Identifier: GPL-3.0-or-later
// Push buttons of the product. Button is a QPushButton that Enter presses while it has the focus, and that never becomes the Enter default by accident; ActionButton shows and
// triggers a QAction, with its shortcut as a key cap inside. Owned by their parent; UI thread. The action must outlive the button
// or be destroyed with the window (the button then disables itself).
#pragma once

#include "ui/widgets/icons/icon.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QPointer>
#include <QPushButton>

class QKeyEvent;

namespace onedoor {

/// Enter alone, pressed and not held: what presses the focused button, in every window and without a default button.
bool isPlainEnter(const QKeyEvent* event);

class Button : public QPushButton {
    Q_OBJECT
public:
    explicit Button(const QString& text, Variant variant = Variant::Secondary, QWidget* parent = nullptr);
    Button(Icons name, const QString& text, Variant variant = Variant::Secondary, QWidget* parent = nullptr);
    /// An icon alone: the label becomes accessible name and tool tip.
    static Button* iconOnly(Icons name, const QString& label, QWidget* parent = nullptr);
    /// Shows the key as a cap inside the button; binding the key is the caller's or the action's business.
    void setKeys(const QKeySequence& keys);
    /// Without the cap: where room is short, the word stays and the key goes.
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

class ActionButton : public Button {
    Q_OBJECT
public:
    explicit ActionButton(QAction* action, Variant variant = Variant::Secondary, QWidget* parent = nullptr);
    QAction* action() const { return m_action; }

private:
    void follow();

    QPointer<QAction> m_action;
    bool m_hiddenByAction = false;
};

} // namespace onedoor
