// SPDX-License-Identifier: GPL-3.0-or-later
// A short message at the bottom of the window, or where it covers no button, about something that has just been done, with a button to undo it. Never takes
// focus, never blocks; Tab reaches its button; it stays while the pointer or the focus is on it; the focus goes back to where it was. One per window: a newer one takes
// the place of the older, whose undo stays on Ctrl+Z. Owned by the window and gone when its time is up; UI thread.
#pragma once

#include "ui/widgets/theme/tokens.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QAction;
class QHBoxLayout;
class QLabel;

namespace onedoor {

class Button;

class Toast final : public QFrame {
    Q_OBJECT
public:
    static constexpr int usualMilliseconds = 8000;

    /// anchor: any widget of the window. The action is not owned; triggering it by any way closes the toast.
    static Toast* show(QWidget* anchor, const QString& text, QAction* action = nullptr, Tone tone = Tone::Success,
        int milliseconds = usualMilliseconds);
    /// One more button, with the same terms.
    void addAction(QAction* action);
    QString text() const { return accessibleName(); }
    void dismiss();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Toast(QWidget* window, const QString& text, QAction* action, Tone tone, int milliseconds);
    void place();
    void holdOrRun();
    void noteFocus(QWidget* old, QWidget* now);
    bool coversAction(const QRect& place) const;

    QSize wantedIn(const QSize& room);

    Button* m_close = nullptr;
    QHBoxLayout* m_row;
    QLabel* m_label;
    QTimer m_time;
    QPointer<QWidget> m_returnTo; ///< where the focus came from
};

} // namespace onedoor
