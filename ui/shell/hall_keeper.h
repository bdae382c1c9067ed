// SPDX-License-Identifier: GPL-3.0-or-later
// Where the hall display stands and whether it comes back: full screen on the second screen when there is one, a window on a single
// screen, and after a restart of the program as it was left. Closed by hand it stays closed. Follows screens that are plugged in or
// taken away, so that it never covers the desk's only screen. Owned by the desk; preferences outlive it; UI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QScreen;

namespace onedoor {

class Preferences;

class HallKeeper final : public QObject {
    Q_OBJECT
public:
    explicit HallKeeper(Preferences& preferences, QObject* parent = nullptr);
    ~HallKeeper() override;

    enum class Opening {
        ByHand,   ///< somebody wants to see it now
        AtStart,  ///< nobody asked: it takes neither the focus nor the front
    };
    /// Takes the window.
    void open(QWidget* hall, Opening opening);
    QWidget* hall() const { return m_hall; }
    /// It was on show when the program ended.
    bool wasOpen() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    static QScreen* secondScreen();
    void place(Opening opening);
    void remember();

    Preferences& m_preferences;
    QPointer<QWidget> m_hall;
    bool m_placing = false;
};

} // namespace onedoor
