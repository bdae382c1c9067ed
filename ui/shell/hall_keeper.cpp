// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/hall_keeper.h"

#include "ui/shell/preferences.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>

namespace onedoor {

namespace {

constexpr QSize usualSize{1280, 720};

} // namespace

HallKeeper::HallKeeper(Preferences& preferences, QObject* parent) : QObject(parent), m_preferences(preferences)
{
    const auto follow = [this] {
        if (m_hall)
            place(Opening::AtStart);
    };
    // Queued: while the signal is on its way the list of screens is between two states.
    connect(qApp, &QGuiApplication::screenAdded, this, follow, Qt::QueuedConnection);
    connect(qApp, &QGuiApplication::screenRemoved, this, follow, Qt::QueuedConnection);
}

HallKeeper::~HallKeeper()
{
    delete m_hall; // not closed by anybody: it comes back
}

bool HallKeeper::wasOpen() const
{
    return m_preferences.hallDisplay().open;
}

QScreen* HallKeeper::secondScreen()
{
    const QList<QScreen*> screens = QGuiApplication::screens();
    for (QScreen* screen : screens) {
        if (screen != QGuiApplication::primaryScreen())
            return screen;
    }
    return nullptr;
}

void HallKeeper::open(QWidget* hall, Opening opening)
{
    if (m_hall != hall) {
        m_hall = hall;
        m_hall->setAttribute(Qt::WA_DeleteOnClose);
        m_hall->installEventFilter(this);
    }
    place(opening);
    remember();
}

void HallKeeper::place(Opening opening)
{
    m_placing = true;
    QScreen* second = secondScreen();
    const HallMemory memory = m_preferences.hallDisplay();
    const bool restores = opening == Opening::AtStart && memory.open;
    const bool fills = second ? !restores || memory.fullScreen || memory.alone : restores && memory.fullScreen && memory.alone;
    m_hall->setAttribute(Qt::WA_ShowWithoutActivating, second || opening == Opening::AtStart);
    if (second)
        m_hall->setGeometry(fills ? second->geometry() : QRect(second->geometry().topLeft(), usualSize));
    if (fills) {
        m_hall->showFullScreen();
    } else {
        m_hall->showNormal();
        m_hall->resize(usualSize);
    }
    if (opening == Opening::ByHand)
        m_hall->raise();
    m_placing = false;
}

void HallKeeper::remember()
{
    m_preferences.setHallDisplay({true, m_hall->isFullScreen(), secondScreen() == nullptr});
}

bool HallKeeper::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_hall && !m_placing) {
        if (event->type() == QEvent::WindowStateChange)
            remember();
        // When the system shuts down it closes every window; that is nobody's wish.
        else if (event->type() == QEvent::Close && !qApp->isSavingSession())
            m_preferences.setHallDisplay({});
    }
    return QObject::eventFilter(watched, event);
}

} // namespace onedoor

#include "moc_hall_keeper.cpp"
