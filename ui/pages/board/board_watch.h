// SPDX-License-Identifier: GPL-3.0-or-later
// The board as it is now: asked when something changes in the hall and four times a minute, because waits grow by themselves. One question is
// on its way at a time. Only while somebody looks. Owned by the page; gateway and session outlive it; UI thread.
#pragma once

#include "core/services/api/board.h"
#include "core/services/gateway.h"

#include <QObject>
#include <QTimer>

namespace onedoor {

class BoardWatch final : public QObject {
    Q_OBJECT
public:
    BoardWatch(Gateway& gateway, const Session& session, QObject* parent = nullptr);
    const Board& board() const { return m_board; }
    void setLooking(bool looking);
    void refresh();

Q_SIGNALS:
    void shown();
    void failed(const onedoor::Error& error);

private:
    void ask();

    Gateway& m_gateway;
    const Session& m_session;
    Board m_board;
    QTimer m_soon;
    QTimer m_often;
    bool m_looking = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace onedoor
