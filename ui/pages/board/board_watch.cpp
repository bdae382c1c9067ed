// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/board_watch.h"

#include "ui/models/when_ready.h"

namespace onedoor {

namespace {

constexpr int soon = 200;     ///< milliseconds: several changes are shown together
constexpr int often = 15'000; ///< milliseconds

} // namespace

BoardWatch::BoardWatch(Gateway& gateway, const Session& session, QObject* parent) : QObject(parent), m_gateway(gateway), m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, &BoardWatch::ask);
    m_often.setInterval(often);
    connect(&m_often, &QTimer::timeout, this, &BoardWatch::ask);
    connect(
        &m_gateway, &Gateway::changed, this,
        [this](const ChangeSet& changes) {
            const bool concerns = changes.tickets || changes.places || changes.alarms || changes.days || changes.centre || changes.accounts;
            if (concerns && m_looking && !m_soon.isActive())
                m_soon.start();
        },
        Qt::QueuedConnection);
}

void BoardWatch::setLooking(bool looking)
{
    m_looking = looking;
    if (!looking)
        return m_often.stop();
    m_often.start();
    ask();
}

void BoardWatch::refresh()
{
    ask();
}

void BoardWatch::ask()
{
    m_askAgain = m_asking;
    if (std::exchange(m_asking, true))
        return;
    whenReady(m_gateway.ask(m_session, BoardLive{}), this, [this](const Result<Board>& reply) {
        m_asking = false;
        if (!reply) {
            Q_EMIT failed(reply.error());
        } else {
            m_board = *reply;
            Q_EMIT shown();
        }
        if (m_askAgain)
            ask();
    });
}

} // namespace onedoor

#include "moc_board_watch.cpp"
