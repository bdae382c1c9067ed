// SPDX-License-Identifier: GPL-3.0-or-later
// The console of one window or room: who is here, who stands where in the queue, and every act of calling under a function key. Acts
// that can be taken back are never asked twice: they are done, said, and undone with Ctrl+Z. A refusal is shown where one looks, with
// the reason and who was first. Gateway, session and clock must outlive the page; UI thread.
#pragma once

#include "core/base/clock.h"
#include "ui/models/counter_board.h"
#include "ui/pages/counter/counter_actions.h"
#include "ui/pages/counter/counter_console.h"
#include "ui/widgets/theme/tokens.h"

#include <QPointer>
#include <QWidget>

class QGridLayout;

namespace onedoor {

class Banner;
class PlaceBar;
class QueueLists;
class TaskSheet;
class VisitorCard;

class CounterPage final : public QWidget {
    Q_OBJECT
public:
    /// Sits down at the session's place, when it has one.
    CounterPage(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent = nullptr);

    const QString& place() const { return m_board.place(); }
    QAction* action(CounterAct act) const { return m_actions->action(act); }
    QAction* historyAction() const { return m_actions->history(); }
    QAction* undoAction() const { return m_actions->undo(); }
    CounterBoard& board() { return m_board; }

Q_SIGNALS:
    /// Somebody sat down here, or with an empty key: left.
    void placeChanged(const QString& place);
    /// Everything that happened to this visit: the chosen one's, else the current visitor's.
    void historyWanted(const onedoor::VisitId& visit);

private:
    void layOut();
    QWidget* makeActionCard();
    void connectConsole();
    void connectScanner();
    void showBoard(const PlaceBoard& board);
    void enableActions();
    void press(CounterAct act);
    const TicketRow* shownTicket() const;
    void wantHistory();
    void openSheet(CounterAct act, const TicketRow& ticket);
    void onActed(CounterAct act, const TicketRow& ticket);
    void onRefused(const Error& error);
    void onSeatTaken(const QString& place, const Error& error);
    void say(Tone tone, const QString& text);
    void sayLimit(const QString& text);
    void onCameBack(const TicketRow& ticket);
    void goToNextPlace();
    void connectBar();
    void keepFocus();
    QString wentOn(const TicketRow& ticket) const;
    QString sentenceOf(CounterAct act, const TicketRow& ticket) const;

    Gateway& m_gateway;
    const Session& m_session;
    const CentreDefinition& m_centre;
    CounterBoard m_board;
    CounterConsole m_console;
    CounterActions* m_actions;
    QAction* m_takeOver;
    PlaceBar* m_bar;
    Banner* m_message;
    Banner* m_conflict;
    Banner* m_limit; ///< called as often as the place allows; offers what to do instead
    VisitorCard* m_visitor;
    QueueLists* m_lists;
    QWidget* m_actionCard = nullptr;
    QHash<CounterAct, QWidget*> m_buttons;
    QPointer<TaskSheet> m_sheet;
    QPointer<QWidget> m_focus; ///< where the focus was when a request switched its widget off
    QString m_wantedPlace;     ///< that somebody else sits at
};

} // namespace onedoor
