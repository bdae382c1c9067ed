// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/counter_actions.h"

#include "ui/widgets/icons/icon.h"
#include "ui/widgets/page_keys.h"

#include <QWidget>

namespace onedoor {

namespace {

Icons iconOf(CounterAct act)
{
    switch (act) {
    case CounterAct::CallNext: return Icons::Call;
    case CounterAct::CallChosen: return Icons::Bell;
    case CounterAct::Recall: return Icons::Recall;
    case CounterAct::Begin:
    case CounterAct::Resume: return Icons::Begin;
    case CounterAct::Hold: return Icons::Hold;
    case CounterAct::Miss: return Icons::NoShow;
    case CounterAct::Requeue: return Icons::Queue;
    case CounterAct::Transfer: return Icons::Transfer;
    case CounterAct::Finish: return Icons::Finish;
    case CounterAct::QuickServe: return Icons::Check;
    case CounterAct::Plan: return Icons::Link;
    }
    return Icons::Info;
}

} // namespace

CounterActions::CounterActions(QWidget* page) : QObject(page), m_page(page)
{
    addAct(CounterAct::CallNext, tr("Call next"), QKeySequence(Qt::Key_F2), tr("Calls the visitor who stands first"));
    addAct(CounterAct::Recall, tr("Call again"), QKeySequence(Qt::Key_F3), tr("Announces the called visitor once more"));
    addAct(CounterAct::Begin, tr("Begin"), QKeySequence(Qt::Key_F4), tr("The visitor has come to this place"));
    addAct(CounterAct::Hold, tr("Hold…"), QKeySequence(Qt::Key_F6), tr("Interrupts serving for a reason; the visitor comes back"));
    addAct(CounterAct::Miss, tr("No-show"), QKeySequence(Qt::Key_F7), tr("The visitor was called and did not come"));
    addAct(CounterAct::Transfer, tr("Transfer…"), QKeySequence(Qt::Key_F8), tr("On to another service; number and arrival time stay"));
    addAct(CounterAct::Finish, tr("Finish…"), QKeySequence(Qt::Key_F9), tr("Ends serving with its outcome"));
    addAct(CounterAct::CallChosen, tr("Call chosen"), QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Calls the visitor selected in the list"));
    addAct(CounterAct::Resume, tr("Resume"), QKeySequence(Qt::CTRL | Qt::Key_R), tr("Goes on with the visitor on hold that is selected, or with the only one"));
    addAct(CounterAct::Requeue, tr("Back to queue"), QKeySequence(Qt::CTRL | Qt::Key_B), tr("The visitor waits again; the arrival time stays"));
    addAct(CounterAct::QuickServe, tr("Done at once"), QKeySequence(Qt::CTRL | Qt::Key_D), tr("Serves and finishes in one step: the visitor selected, or whoever stands first"));
    addAct(CounterAct::Plan, tr("Stops…"), QKeySequence(Qt::Key_F5), tr("Which stops the visitor still makes, with the same number"));
    m_undo = add(tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), tr("Takes back the last act at this console"));
    m_undo->setIcon(icon(Icons::Undo));
    m_nextList = add(tr("Next list"), QKeySequence(Qt::CTRL | Qt::Key_J), tr("To the visitors waiting, on hold, missed, done"));
    m_nextList->setEnabled(true);
    m_nextPlace = add(tr("Next place"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), tr("To the next of the places that you look after"));
    m_morePlaces = add(tr("More places…"), QKeySequence(Qt::CTRL | Qt::Key_M), tr("Look after further windows or rooms from here"));
    m_morePlaces->setIcon(icon(Icons::Plus));
    m_history = add(tr("History"), QKeySequence(Qt::CTRL | Qt::Key_H), tr("Shows every step of the visit that is selected, or of the visitor who is here"));
    m_history->setIcon(icon(Icons::History));
}

QAction* CounterActions::add(const QString& text, const QKeySequence& keys, const QString& help)
{
    auto* action = new QAction(text, this);
    action->setShortcut(keys);
    action->setAutoRepeat(false); // a key held down calls one visitor, not five
    action->setStatusTip(help);
    action->setProperty("group", tr("Calling"));
    action->setEnabled(false);
    bindPageKeys(action, m_page);
    return action;
}

void CounterActions::addAct(CounterAct act, const QString& text, const QKeySequence& keys, const QString& help)
{
    QAction* action = add(text, keys, help);
    action->setIcon(icon(iconOf(act)));
    connect(action, &QAction::triggered, this, [this, act] { Q_EMIT triggered(act); });
    m_actions.emplace(act, action);
}

void CounterActions::enable(const PlaceBoard& board, const TicketRow* chosen, bool isBusy, bool canUndo)
{
    for (const auto& [act, action] : m_actions)
        action->setEnabled(!isBusy && mayOffer(act, board, chosen));
    m_undo->setEnabled(!isBusy && canUndo);
    m_nextPlace->setEnabled(!isBusy && !board.also.empty());
    m_morePlaces->setEnabled(!isBusy && board.staffedByMe);
}

} // namespace onedoor

#include "moc_counter_actions.cpp"
