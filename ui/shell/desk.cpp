// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desk.h"

#include "ui/pages/signin/signin_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_catalogue.h"
#include "ui/shell/preferences.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/card.h"
#include "ui/widgets/help/page_help.h"

#include <QAction>
#include <QDir>
#include <QGuiApplication>
#include <QScreen>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// On a screen hardly larger than the window, title bar and frame would push the status line off it: such a screen is filled.
/// A platform without a screen has no frames either.
void showFitting(QWidget* window)
{
    constexpr QSize frame{16, 48};
    const QSize room = window->screen()->availableSize();
    const QSize wanted = window->size() + frame;
    const bool isTight = room.width() < wanted.width() || room.height() < wanted.height();
    if (isTight && QGuiApplication::platformName() != u"offscreen")
        window->showMaximized();
    else
        window->show();
}

} // namespace

Desk::Desk(const ShellParts& parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_draftKeeper(m_drafts, parts.door), m_hall(parts.preferences), m_hallWanted(m_hall.wasOpen()),
      m_kiosk(parts), m_kioskWanted(m_kiosk.wasOpen())
{
    connect(&m_parts.language, &Language::changed, this, &Desk::onLanguageChanged);
    connect(&m_kiosk, &KioskKeeper::left, this, &Desk::onKioskLeft);
    connect(&m_idle, &IdleWatch::idle, this, [this] {
        if (m_state == State::Work)
            lock(tr("Locked because nobody touched keyboard or mouse for %n minute(s)", nullptr, m_idle.minutes()));
    });
}

Desk::~Desk()
{
    // Before the parts and the store that the windows refer to.
    for (const QPointer<MainWindow>& window : std::as_const(m_windows))
        delete window;
    m_draftKeeper.keepNow(); // with what their pages put on the shelf
}

QList<MainWindow*> Desk::windows() const
{
    QList<MainWindow*> open;
    for (const QPointer<MainWindow>& window : m_windows)
        if (window)
            open.append(window);
    return open;
}

void Desk::startWelcome()
{
    m_state = State::Welcome;
    if (windows().isEmpty())
        openWindow();
    else
        for (MainWindow* window : windows())
            fill(window);
}

void Desk::startSignIn(const QString& folder)
{
    m_state = State::SignIn;
    m_folder = folder;
    m_store = {};
    if (windows().isEmpty())
        openWindow();
    else
        for (MainWindow* window : windows())
            fill(window);
}

void Desk::startWork(const StoreEntry& store, const QString& folder)
{
    m_folder = folder;
    const CentreDefinition& centre = store.gateway->centre();
    m_parts.preferences.setCentreName(folder, centre.name, centre.nameEnglish);
    if (!store.gateway->isRehearsal())
        m_parts.preferences.setLastStore(folder);
    onOpened(store);
    Q_EMIT storeOpened(folder);
    if (windows().isEmpty())
        openWindow();
    bringHallBack();
    bringKioskBack();
}

void Desk::onOpened(const StoreEntry& store)
{
    const QString place = m_store.session.account == store.session.account ? m_store.session.place : QString();
    m_store = store;
    if (m_store.session.place.isEmpty())
        m_store.session.place = place;
    m_draftKeeper.signedIn(m_store);
    m_state = State::Work;
    m_notice.clear();
    m_idle.setMinutes(m_parts.preferences.idleMinutes());
    for (MainWindow* window : windows())
        if (!window->resume(store.session.account))
            showWork(window, window->frame() ? window->frame()->currentPage() : QString());
}

void Desk::lock(const QString& notice)
{
    m_state = State::SignIn;
    m_notice = notice;
    m_idle.setMinutes(0);
    for (MainWindow* window : windows())
        fill(window);
}

MainWindow* Desk::openWindow(const QString& page)
{
    auto* window = new MainWindow;
    m_windows.removeAll(nullptr);
    m_windows.append(window);
    window->askBeforeClosing([this, window] { return isLast(window) && !m_draftKeeper.canKeepAll(); });
    if (m_state == State::Work)
        showWork(window, page);
    else
        fill(window);
    showFitting(window);
    return window;
}

/// A form of a window that closes stays with the others.
bool Desk::isLast(const MainWindow* window) const
{
    const QList<MainWindow*> open = windows();
    return std::none_of(open.begin(), open.end(), [window](const MainWindow* other) { return other != window && other->isVisible(); });
}

void Desk::fill(MainWindow* window)
{
    if (m_state == State::SignIn) {
        window->showGate(makeSignIn(), tr("Sign in – OneDoor"));
        return;
    }
    if (m_state == State::Work) {
        showWork(window, window->frame() ? window->frame()->currentPage() : QString());
        return;
    }
    auto* page = new WelcomePage(m_parts.door, m_parts.random);
    connect(page, &WelcomePage::finished, this, &Desk::startWork);
    connect(page, &WelcomePage::storeChosen, this, &Desk::startSignIn);
    new PageHelp(page, page, [] { return u"welcome"_s; });
    window->showGate(page, tr("Welcome – OneDoor"));
}

QWidget* Desk::makeSignIn()
{
    auto* page = new SignInPage(m_parts.door, m_folder, m_parts.preferences.centreName(m_folder));
    page->setLogin(m_store.session.login);
    page->setNotice(m_notice);
    connect(page, &SignInPage::opened, this, [this](const StoreEntry& store) { startWork(store, m_folder); });
    connect(page, &SignInPage::otherStoreWanted, this, &Desk::startWelcome);
    new PageHelp(page, page, [] { return u"signin"_s; });
    return page;
}

void Desk::showWork(MainWindow* window, const QString& page)
{
    WorkFrame* frame = makeFrame();
    window->showWork(frame);
    if (m_parts.door.unreadConfirmation() && frame->showPage(u"accounts"_s))
        return; // where it is told whether the new recovery key holds
    if (!page.isEmpty())
        frame->showPage(page);
}

WorkFrame* Desk::makeFrame()
{
    auto* frame = new WorkFrame(m_parts, m_store, storeName(), m_drafts);
    connect(frame, &WorkFrame::lockWanted, this, [this] { lock(); });
    connect(frame, &WorkFrame::newWindowWanted, this, &Desk::openWindow);
    connect(frame, &WorkFrame::hallDisplayWanted, this, &Desk::openHallDisplay);
    connect(frame, &WorkFrame::kioskWanted, this, &Desk::openKiosk, Qt::QueuedConnection);
    connect(frame, &WorkFrame::textScaleChosen, this, &Desk::onTextScaleChosen, Qt::QueuedConnection); // the menu is one of what is made anew
    connect(frame, &WorkFrame::idleMinutesChosen, this, [this](int minutes) {
        m_parts.preferences.setIdleMinutes(minutes);
        m_idle.setMinutes(minutes);
    });
    return frame;
}

QString Desk::storeName() const
{
    return QDir(m_folder).dirName();
}

QWidget* Desk::openHallDisplay()
{
    if (m_state == State::Work)
        openHall(HallKeeper::Opening::ByHand);
    return m_hall.hall();
}

void Desk::openHall(HallKeeper::Opening opening)
{
    QWidget* hall = m_hall.hall();
    if (!hall) {
        hall = makeHallDisplay(m_parts, m_store);
        hall->setWindowIcon(appIcon());
    }
    m_hall.open(hall, opening);
}

/// Once a start: what somebody closes by hand stays closed.
void Desk::bringHallBack()
{
    const bool wanted = std::exchange(m_hallWanted, false);
    if (wanted && !m_hall.hall() && permits(m_store.session, m_store.gateway->centre(), u"display.show"_s))
        openHall(HallKeeper::Opening::AtStart);
}

bool Desk::openKiosk()
{
    if (m_state != State::Work || !m_kiosk.open(m_store))
        return false;
    // On the only screen nothing of the desk is left behind the kiosk, and nobody stays signed in for whoever comes to it.
    if (QGuiApplication::screens().size() == 1 || isKioskAccount(m_store.session, m_store.gateway->centre())) {
        lock();
        for (MainWindow* window : windows())
            window->hide();
    }
    return true;
}

/// Once a start, and for an account that can do nothing else.
void Desk::bringKioskBack()
{
    const bool wanted = std::exchange(m_kioskWanted, false) || isKioskAccount(m_store.session, m_store.gateway->centre());
    if (wanted && !m_kiosk.window())
        openKiosk();
}

void Desk::onKioskLeft()
{
    for (MainWindow* window : windows())
        showFitting(window);
    raiseWindow();
}

void Desk::raiseWindow()
{
    if (m_kiosk.window() && !windows().isEmpty() && !windows().constLast()->isVisible())
        return; // a second start of the program is no way out of the kiosk
    const QList<MainWindow*> open = windows();
    if (open.isEmpty())
        return;
    open.constLast()->raise();
    open.constLast()->activateWindow();
}

void Desk::onLanguageChanged()
{
    if (!m_kiosk.window()) // there the visitor chooses, and for themselves only
        m_parts.preferences.setLanguage(m_parts.language.current());
    for (MainWindow* window : windows())
        fill(window);
}

void Desk::onTextScaleChosen(double scale)
{
    m_parts.preferences.setTextScale(scale);
    m_parts.theme.setTextScale(scale);
    // Sizes are measured when widgets are made.
    for (MainWindow* window : windows())
        fill(window);
}

void Desk::showFault(const QString& title, const QString& text, std::function<void()> retry)
{
    MainWindow* window = windows().isEmpty() ? new MainWindow : windows().constFirst();
    if (!m_windows.contains(window))
        m_windows.append(window);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    auto* message = new EmptyState(Icons::Lock, title, text);
    auto* again = new QAction(icon(Icons::Redo), tr("&Try again"), page);
    again->setShortcut(Qt::Key_F5);
    page->addAction(again);
    message->setAction(again);
    connect(again, &QAction::triggered, this, std::move(retry));
    column->addWidget(message);
    window->showGate(page, tr("OneDoor"));
    window->show();
}

} // namespace onedoor

#include "moc_desk.cpp"
