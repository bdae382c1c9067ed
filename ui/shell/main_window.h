// SPDX-License-Identifier: GPL-3.0-or-later
// One window of the desk. It shows the gate (first run or sign-in) or the work frame; a frame stays behind the gate while its operator
// is away, so that what they typed is there when they come back, and is gone when somebody else comes. Owned by itself
// (deleted on close); UI thread.
#pragma once

#include "ui/shell/shell_parts.h"

#include <QPointer>
#include <QWidget>
#include <functional>

class QStackedWidget;

namespace onedoor {

class Sheet;
class WorkFrame;

class MainWindow final : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;
    /// Takes the page and covers the work with it.
    void showGate(QWidget* page, const QString& title);
    /// Takes the frame.
    void showWork(WorkFrame* frame);
    /// Takes the gate away; false when there is no frame of this account behind it.
    bool resume(const AccountId& account);
    /// losesText: whether closing this window now loses what somebody typed; then the window asks first.
    void askBeforeClosing(std::function<bool()> losesText) { m_losesText = std::move(losesText); }
    QWidget* gate() const { return m_gate; }
    WorkFrame* frame() const { return m_frame; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void askToDiscard();
    void nameAfterPage();
    void dropGate();

    QStackedWidget* m_stack;
    QPointer<QWidget> m_gate;
    QPointer<WorkFrame> m_frame;
    std::function<bool()> m_losesText;
    QPointer<Sheet> m_question;
    bool m_discards = false;
};

} // namespace onedoor
