// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/kiosk_keeper.h"

#include "core/services/api/kiosk.h"
#include "ui/pages/kiosk/kiosk_display.h"
#include "ui/shell/language.h"
#include "ui/shell/page_catalogue.h"
#include "ui/shell/preferences.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QVBoxLayout>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

bool isKioskRole(const Role& role)
{
    return role.permits(QString::fromLatin1(KioskIssue::name)) && !role.permits(u"visit.register"_s) && !role.permits(u"person.lookup"_s);
}

/// On a PC with two screens the desk keeps the first one.
QScreen* screenOfKiosk()
{
    const QList<QScreen*> screens = QGuiApplication::screens();
    for (QScreen* screen : screens) {
        if (screen != QGuiApplication::primaryScreen())
            return screen;
    }
    return QGuiApplication::primaryScreen();
}

} // namespace

std::optional<Session> kioskSession(const Session& session, const CentreDefinition& centre)
{
    if (!permits(session, centre, QString::fromLatin1(KioskIssue::name)))
        return std::nullopt;
    const auto role = std::find_if(centre.roles.begin(), centre.roles.end(), isKioskRole);
    if (role == centre.roles.end())
        return std::nullopt;
    Session kiosk = session;
    kiosk.roles = {role->key};
    kiosk.place.clear();
    return kiosk;
}

bool isKioskAccount(const Session& session, const CentreDefinition& centre)
{
    return !session.roles.isEmpty() && std::all_of(session.roles.begin(), session.roles.end(), [&](const QString& key) {
        const Role* role = centre.findRole(key);
        return role != nullptr && isKioskRole(*role);
    });
}

KioskWindow::KioskWindow(const ShellParts& parts, const StoreEntry& store, const QString& label)
    : QWidget(nullptr, Qt::Window | Qt::FramelessWindowHint), m_store(store), m_display(nullptr)
{
    m_display = new KioskDisplay({*m_store.gateway, m_store.session, parts.clock, parts.random, parts.printer, label});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    // The sizes inside follow the window, so they must not hold it open.
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->addWidget(m_display);
    setWindowTitle(m_display->windowTitle());
    connect(m_display, &KioskDisplay::languageToggleWanted, this, [&language = parts.language] { language.toggle(); });
    connect(
        m_display, &KioskDisplay::left, this,
        [this] {
            m_leaving = true;
            Q_EMIT left();
        },
        Qt::QueuedConnection);
}

KioskWindow::~KioskWindow()
{
    delete m_display; // holds references into m_store
}

void KioskWindow::fillScreen()
{
    setGeometry(screenOfKiosk()->geometry());
    showFullScreen();
    raise();
    activateWindow();
}

void KioskWindow::closeEvent(QCloseEvent* event)
{
    // When the system shuts down it closes every window; it must not be held up.
    if (m_leaving || qApp->isSavingSession())
        event->accept();
    else
        event->ignore();
}

void KioskWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && isVisible() && !isFullScreen() && !m_leaving)
        QMetaObject::invokeMethod(this, &KioskWindow::fillScreen, Qt::QueuedConnection);
    else if (event->type() == QEvent::LanguageChange)
        setWindowTitle(tr("Kiosk – OneDoor"));
}

KioskKeeper::KioskKeeper(const ShellParts& parts, QObject* parent) : QObject(parent), m_parts(parts) {}

KioskKeeper::~KioskKeeper()
{
    delete m_window; // left by nobody: it comes back
}

bool KioskKeeper::wasOpen() const
{
    return m_parts.preferences.kioskOpen();
}

bool KioskKeeper::open(const StoreEntry& store)
{
    const std::optional<Session> session = kioskSession(store.session, store.gateway->centre());
    if (!session)
        return false;
    if (!m_window) {
        m_window = new KioskWindow(m_parts, {store.gateway, *session}, m_parts.preferences.kioskLabel());
        connect(m_window, &KioskWindow::left, this, [this] {
            m_parts.preferences.setKioskOpen(false);
            m_window->deleteLater();
            m_window->hide();
            m_window = nullptr;
            Q_EMIT left();
        });
    }
    m_parts.preferences.setKioskLogin(isKioskAccount(store.session, store.gateway->centre()) ? store.session.login : QString());
    m_parts.preferences.setKioskOpen(true);
    m_window->fillScreen();
    return true;
}

} // namespace onedoor

#include "moc_kiosk_keeper.cpp"
