// SPDX-License-Identifier: GPL-3.0-or-later
// Every act of a console as a QAction with its key, so that menu, buttons, key list and tests speak of the same thing. Keys are
// function keys or go with Ctrl, work anywhere in the window, and do not repeat while held down. Child of the page; UI thread.
#pragma once

#include "ui/models/counter_acts.h"

#include <QAction>
#include <map>

namespace onedoor {

class CounterActions final : public QObject {
    Q_OBJECT
public:
    explicit CounterActions(QWidget* page);

    QAction* action(CounterAct act) const { return m_actions.at(act); }
    QAction* undo() const { return m_undo; }
    QAction* history() const { return m_history; }
    QAction* nextList() const { return m_nextList; }
    QAction* nextPlace() const { return m_nextPlace; }
    QAction* morePlaces() const { return m_morePlaces; }

    /// `isBusy`: a request runs or a sheet is open; then nothing may be pressed.
    void enable(const PlaceBoard& board, const TicketRow* chosen, bool isBusy, bool canUndo);

Q_SIGNALS:
    void triggered(onedoor::CounterAct act);

private:
    QAction* add(const QString& text, const QKeySequence& keys, const QString& help);
    void addAct(CounterAct act, const QString& text, const QKeySequence& keys, const QString& help);

    QWidget* m_page;
    std::map<CounterAct, QAction*> m_actions;
    QAction* m_undo;
    QAction* m_history;
    QAction* m_nextList;
    QAction* m_nextPlace;
    QAction* m_morePlaces;
};

} // namespace onedoor
