// SPDX-License-Identifier: GPL-3.0-or-later
// The manager's live board (值班看板): today's figures, each service and each place with its warnings in words and colour, who is away, the
// alarms, what was closed by rule; and the closing of the day, which can be taken back. Follows the hall by itself. Emits a ticket's id when
// its history is wanted. Owned by its parent; gateway and session outlive it; UI thread.
#pragma once

#include "ui/pages/board/board_watch.h"

#include <QWidget>

class QAction;
class QLabel;

namespace onedoor {

class Badge;
class Banner;
class BoardFigures;
class BoardTables;
enum class Icons;
struct DayClosing;

class BoardPage final : public QWidget {
    Q_OBJECT
public:
    BoardPage(Gateway& gateway, const Session& session, QWidget* parent = nullptr);
    BoardTables* tables() const { return m_tables; }

Q_SIGNALS:
    /// A ticket's id.
    void ticketHistoryWanted(const QString& ticket);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QAction* makeAction(Icons name, const QString& text, const QKeySequence& keys, std::function<void()> act);
    QWidget* makeHead();
    void onShown();
    void sayDay();
    void sayMessage();
    void openClosing();
    void onClosed(const DayClosing& closing);
    void reopen();
    void openDay();
    void complain(const Error& error);

    Gateway& m_gateway;
    const Session& m_session;
    BoardWatch m_watch;
    Banner* m_failure;
    Banner* m_forgotten;
    Banner* m_closed;
    QLabel* m_day;
    Badge* m_level;
    BoardFigures* m_figures;
    BoardTables* m_tables;
    QAction* m_close = nullptr;
    QAction* m_history = nullptr;
};

} // namespace onedoor
