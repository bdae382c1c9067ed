// SPDX-License-Identifier: GPL-3.0-or-later
// All windows of one program and what they show: first run, sign-in or work, the same in every window, because one person works at one
// PC. The hall display goes on while the desk is locked: it shows nothing that is not public. Owned by the composition root;
// UI thread.
#pragma once

#include "ui/pages/reception/draft_keeper.h"
#include "ui/pages/reception/draft_shelf.h"
#include "ui/shell/hall_keeper.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/kiosk_keeper.h"
#include "ui/shell/shell_parts.h"

#include <QPointer>
#include <functional>

namespace onedoor {

class MainWindow;
class SignInPage;
class WorkFrame;

class Desk final : public QObject {
    Q_OBJECT
public:
    explicit Desk(const ShellParts& parts, QObject* parent = nullptr);
    ~Desk() override;

    void startWelcome();
    void startSignIn(const QString& folder);
    void startWork(const StoreEntry& store, const QString& folder);
    /// Says in a window why the program can't go on; closing it ends the program.
    void showFault(const QString& title, const QString& text, std::function<void()> retry);

    /// One more window that shows what the others show; `page` is the key of the page to open with.
    MainWindow* openWindow(const QString& page = {});
    QWidget* openHallDisplay();
    /// The hall display opens by itself as soon as somebody has signed in, as it does when it was open at the last end.
    void wantHallDisplay() { m_hallWanted = true; }
    /// In place of the desk on the only screen, beside it on the second one. False when the account may not.
    bool openKiosk();
    /// The kiosk opens by itself as soon as somebody has signed in, as it does when it was open at the last end.
    void wantKiosk() { m_kioskWanted = true; }
    KioskWindow* kiosk() const { return m_kiosk.window(); }
    /// Brings a window to the front, for a second start of the program.
    void raiseWindow();
    void lock(const QString& notice = {});
    bool isLocked() const { return m_state == State::SignIn; }
    QList<MainWindow*> windows() const;
    const StoreEntry& store() const { return m_store; }
    QString folder() const { return m_folder; }

Q_SIGNALS:
    void storeOpened(const QString& folder);

private:
    enum class State { Welcome, SignIn, Work };
    bool isLast(const MainWindow* window) const;
    void fill(MainWindow* window);
    void showWork(MainWindow* window, const QString& page);
    QWidget* makeSignIn();
    void onOpened(const StoreEntry& store);
    void onLanguageChanged();
    void onTextScaleChosen(double scale);
    WorkFrame* makeFrame();
    QString storeName() const;
    void openHall(HallKeeper::Opening opening);
    void bringHallBack();
    void bringKioskBack();
    void onKioskLeft();

    ShellParts m_parts;
    State m_state = State::Welcome;
    QString m_folder;
    QString m_notice;
    StoreEntry m_store;
    DraftShelf m_drafts;
    DraftKeeper m_draftKeeper;
    QList<QPointer<MainWindow>> m_windows;
    HallKeeper m_hall;
    bool m_hallWanted = false;
    KioskKeeper m_kiosk;
    bool m_kioskWanted = false;
    IdleWatch m_idle;
};

} // namespace onedoor
