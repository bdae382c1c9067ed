// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/counter_page.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/route_words.h"
#include "ui/pages/counter/counter_scan.h"
#include "ui/pages/counter/finish_sheet.h"
#include "ui/pages/counter/hold_sheet.h"
#include "ui/pages/counter/place_bar.h"
#include "ui/pages/counter/queue_lists.h"
#include "ui/pages/counter/route_sheet.h"
#include "ui/pages/counter/transfer_sheet.h"
#include "ui/pages/counter/visitor_card.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/scan_catcher.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

CounterPage::CounterPage(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_centre(gateway.centre()), m_board(gateway, session, clock),
      m_console(gateway, session, m_board), m_actions(new CounterActions(this)), m_takeOver(new QAction(tr("Take over the place"), this)),
      m_bar(new PlaceBar(m_centre, m_actions->morePlaces())), m_message(new Banner(Tone::Danger, {})), m_conflict(new Banner(Tone::Warning, {})),
      m_limit(new Banner(Tone::Warning, {})),
      m_visitor(new VisitorCard(m_centre, clock)), m_lists(new QueueLists(m_board))
{
    setObjectName(u"counterPage"_s);
    layOut();
    connectConsole();
    connectScanner();
    showBoard(m_board.board());
    setFocusProxy(m_lists->waitingTable());
    if (!session.place.isEmpty())
        m_console.sitDown(session.place, false);
}

void CounterPage::layOut()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::large);
    column->setSpacing(space::medium);
    column->addWidget(m_bar);
    m_message->setClosable(true);
    m_message->hide();
    m_conflict->addAction(m_takeOver);
    m_conflict->hide();
    m_limit->addAction(action(CounterAct::Miss));
    m_limit->hide();
    column->addWidget(m_message);
    column->addWidget(m_conflict);
    column->addWidget(m_limit);
    auto* body = new QHBoxLayout;
    body->setSpacing(space::large);
    auto* left = new QVBoxLayout;
    left->setSpacing(space::medium);
    left->addWidget(m_visitor, 1);
    m_actionCard = makeActionCard();
    left->addWidget(m_actionCard);
    body->addLayout(left, 9);
    body->addWidget(m_lists, 14);
    column->addLayout(body, 1);
    m_lists->addWaitingAction(action(CounterAct::CallChosen));
    m_lists->addOtherAction(action(CounterAct::Resume));
}

QWidget* CounterPage::makeActionCard()
{
    auto* card = new Card;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::small);
    grid->setVerticalSpacing(space::tight); // six rows, and no scroll bar on a low screen
    const auto add = [&](CounterAct act, int row, int column) {
        auto* button = new ActionButton(action(act));
        m_buttons.insert(act, button);
        grid->addWidget(button, row, column);
    };
    add(CounterAct::CallNext, 0, 0);
    add(CounterAct::Recall, 0, 1);
    add(CounterAct::Begin, 1, 0);
    add(CounterAct::Miss, 1, 1);
    add(CounterAct::Finish, 2, 0);
    add(CounterAct::Hold, 2, 1);
    add(CounterAct::Transfer, 3, 0);
    add(CounterAct::Requeue, 3, 1);
    add(CounterAct::QuickServe, 4, 0);
    grid->addWidget(new ActionButton(undoAction(), Variant::Quiet), 4, 1);
    add(CounterAct::Plan, 5, 0);
    grid->addWidget(new ActionButton(historyAction(), Variant::Quiet), 5, 1);
    card->body()->addLayout(grid);
    return card;
}

void CounterPage::connectConsole()
{
    connect(m_actions, &CounterActions::triggered, this, &CounterPage::press);
    connect(undoAction(), &QAction::triggered, &m_console, &CounterConsole::undo);
    connect(historyAction(), &QAction::triggered, this, &CounterPage::wantHistory);
    connect(m_actions->nextList(), &QAction::triggered, m_lists, &QueueLists::focusNextList);
    connect(m_takeOver, &QAction::triggered, this, [this] { m_console.sitDown(m_wantedPlace, true); });
    connectBar();
    connect(m_lists, &QueueLists::choiceChanged, this, &CounterPage::enableActions);
    connect(m_lists, &QueueLists::opened, this, [this](QueueModel::Kind kind) {
        QAction* wanted = action(kind == QueueModel::Kind::Held ? CounterAct::Resume : CounterAct::CallChosen);
        if (kind != QueueModel::Kind::Done && wanted->isEnabled())
            wanted->trigger();
    });
    connect(&m_board, &CounterBoard::updated, this, [this] { showBoard(m_board.board()); });
    connect(&m_board, &CounterBoard::failed, this, &CounterPage::onRefused);
    connect(&m_console, &CounterConsole::busyChanged, this, &CounterPage::enableActions);
    connect(&m_console, &CounterConsole::acted, this, &CounterPage::onActed);
    connect(&m_console, &CounterConsole::refused, this, &CounterPage::onRefused);
    connect(&m_console, &CounterConsole::seatTaken, this, &CounterPage::onSeatTaken);
    connect(&m_console, &CounterConsole::undoCameTooLate, this, [this](const Error& error) { say(Tone::Warning, errorText(error, m_centre)); });
    connect(&m_console, &CounterConsole::undone, this, [this](const TicketRow& ticket) {
        m_message->hide();
        m_limit->hide();
        Toast::show(this, tr("%1: the last act was taken back").arg(ticket.number), nullptr, Tone::Info);
    });
    connect(&m_console, &CounterConsole::satDown, this, [this](const QString& place) {
        m_message->hide();
        m_conflict->hide();
        m_limit->hide();
        m_lists->waitingTable()->setFocus();
        Q_EMIT placeChanged(place);
    });
    connect(&m_gateway, &Gateway::changed, m_bar, [this](const ChangeSet& changes) {
        if (changes.centre)
            m_bar->offerAnew();
    }, Qt::QueuedConnection);
    connect(&m_console, &CounterConsole::left, this, [this] { Q_EMIT placeChanged({}); });
}

void CounterPage::connectBar()
{
    connect(m_bar, &PlaceBar::placeChosen, this, [this](const QString& place) {
        const std::vector<QString>& also = m_board.also();
        if (std::find(also.begin(), also.end(), place) != also.end())
            m_console.goTo(place);
        else
            m_console.sitDown(place, false);
    });
    connect(m_bar, &PlaceBar::leaveWanted, &m_console, &CounterConsole::leave);
    connect(m_bar, &PlaceBar::moreWanted, this, [this](const QString& place) { m_console.lookAfter(place, false); });
    connect(m_bar, &PlaceBar::seatChosen, &m_console, &CounterConsole::goTo);
    connect(m_actions->morePlaces(), &QAction::triggered, m_bar, &PlaceBar::offerPlaces);
    connect(m_actions->nextPlace(), &QAction::triggered, this, &CounterPage::goToNextPlace);
    connect(&m_console, &CounterConsole::lookingAfter, this, [this] { m_message->hide(); });
    connect(&m_board, &CounterBoard::cameBack, this, &CounterPage::onCameBack);
}

/// Round and round: the one that stood first of the others comes to the front, and who was there goes to their end.
void CounterPage::goToNextPlace()
{
    std::vector<QString> others = m_board.also();
    if (others.empty() || m_console.isBusy())
        return;
    const QString next = others.front();
    m_console.goTo(next);
    others = m_board.also();
    std::rotate(others.begin(), others.begin() + 1, others.end());
    m_board.setAlso(std::move(others));
}

void CounterPage::onCameBack(const TicketRow& ticket)
{
    const QString text = ticket.returned == Returned::FromHold ? tr("%1 waits again: the time on hold is over") : tr("%1 waits again after a missed call");
    Toast::show(this, text.arg(ticket.number), nullptr, Tone::Info);
}

/// In a sheet something is being written down: a scan changes nothing then, and leaves nothing in its fields.
void CounterPage::connectScanner()
{
    auto* scanner = new ScanCatcher(this);
    auto* scan = new CounterScan(m_gateway, m_session, m_board, m_console, this);
    const auto unlessWriting = [this](auto act) {
        if (m_sheet)
            m_sheet->showRefusal(tr("A scan was not taken: please finish here first."));
        else
            act();
    };
    connect(scanner, &ScanCatcher::slipScanned, this, [=](TicketId ticket) { unlessWriting([=] { scan->slip(ticket); }); });
    connect(scanner, &ScanCatcher::scanned, this, [=](const QString& number) { unlessWriting([=] { scan->card(number); }); });
    connect(scan, &CounterScan::told, this, [this](const QString& text) { say(Tone::Warning, text); });
    connect(scan, &CounterScan::failed, this, &CounterPage::onRefused);
}

void CounterPage::showBoard(const PlaceBoard& board)
{
    if (board.place.isEmpty()) {
        m_visitor->showNobody(nullptr, 0, false);
    } else {
        m_bar->showPlace(board);
        if (board.current)
            m_visitor->showVisitor(*board.current);
        else
            m_visitor->showNobody(board.waiting.empty() ? nullptr : &board.waiting.front(), board.waiting.size(), board.staffedByMe);
    }
    enableActions();
}

void CounterPage::enableActions()
{
    const bool isBusy = m_console.isBusy() || m_sheet;
    if (isBusy && !m_sheet && QApplication::focusWidget() && isAncestorOf(QApplication::focusWidget()))
        m_focus = QApplication::focusWidget();
    m_actions->enable(m_board.board(), m_lists->chosen(), isBusy, m_console.canUndo());
    historyAction()->setEnabled(!m_sheet && shownTicket());
    m_takeOver->setEnabled(!m_console.isBusy());
    m_bar->setEnabled(!isBusy);
    const CounterAct likely = likelyAct(m_board.board());
    for (auto button = m_buttons.cbegin(); button != m_buttons.cend(); ++button)
        setVariant(button.value(), button.key() == likely ? Variant::Primary : Variant::Secondary);
    if (m_sheet)
        m_sheet->setBusy(m_console.isBusy());
    if (!isBusy)
        keepFocus();
}

/// A button that was pressed is switched off while the request runs and would lose the focus to whatever comes next.
void CounterPage::keepFocus()
{
    QWidget* before = std::exchange(m_focus, nullptr);
    if (!before || before->hasFocus())
        return;
    if (before->isEnabled() && before->isVisible())
        before->setFocus();
    else if (m_actionCard->isAncestorOf(before))
        m_buttons.value(likelyAct(m_board.board()))->setFocus();
}

void CounterPage::press(CounterAct act)
{
    const TicketRow* target = targetOf(act, m_board.board(), m_lists->chosen());
    if (!target)
        return;
    if (act == CounterAct::Hold || act == CounterAct::Transfer || act == CounterAct::Finish || act == CounterAct::Plan)
        openSheet(act, *target);
    else if (act == CounterAct::QuickServe)
        m_console.quickServe(*target);
    else
        m_console.act(act, target->ticket);
}

const TicketRow* CounterPage::shownTicket() const
{
    const PlaceBoard& board = m_board.board();
    const TicketRow* chosen = m_lists->chosen();
    return chosen || !board.current ? chosen : &*board.current;
}

void CounterPage::wantHistory()
{
    if (const TicketRow* ticket = shownTicket())
        Q_EMIT historyWanted(ticket->visit);
}

void CounterPage::openSheet(CounterAct act, const TicketRow& ticket)
{
    const TicketId id = ticket.ticket;
    if (act == CounterAct::Hold) {
        auto* sheet = new HoldSheet(m_centre, ticket, this);
        connect(sheet, &HoldSheet::wanted, this, [this, id](const QString& reason) { m_console.hold(id, reason); });
        m_sheet = sheet;
    } else if (act == CounterAct::Transfer) {
        auto* sheet = new TransferSheet(m_centre, ticket, this);
        connect(sheet, &TransferSheet::wanted, this,
                [this, id](const QString& service, const QString& place, const QString& note, bool back) { m_console.transfer(id, service, place, note, back); });
        m_sheet = sheet;
    } else if (act == CounterAct::Plan) {
        auto* sheet = new RouteSheet(m_centre, ticket, this);
        connect(sheet, &RouteSheet::wanted, this, [this, id](const std::vector<StopInput>& stops) { m_console.plan(id, stops); });
        m_sheet = sheet;
    } else {
        auto* sheet = new FinishSheet(m_centre, ticket, this);
        connect(sheet, &FinishSheet::wanted, this,
                [this, id](const QString& outcome, const QString& note, const QString& handover, bool endsRoute) {
                    m_console.finish(id, outcome, note, handover, endsRoute);
                });
        m_sheet = sheet;
    }
    connect(m_sheet, &Sheet::closed, this, [this, sheet = m_sheet.data()] {
        m_sheet.clear();
        sheet->deleteLater();
        enableActions();
    });
    m_message->hide();
    m_sheet->openSheet();
    enableActions();
}

void CounterPage::onActed(CounterAct act, const TicketRow& ticket)
{
    m_message->hide();
    m_limit->hide();
    if (m_sheet)
        m_sheet->closeSheet();
    Toast::show(this, sentenceOf(act, ticket), undoAction());
}

void CounterPage::onRefused(const Error& error)
{
    const QString text = errorText(error, m_centre);
    if (m_sheet)
        m_sheet->showRefusal(text);
    else if (error.code == u"ticket.callLimit"_s)
        sayLimit(text);
    else
        say(Tone::Danger, text);
}

void CounterPage::onSeatTaken(const QString& place, const Error& error)
{
    m_wantedPlace = place;
    m_conflict->setMessage(Tone::Warning, errorText(error, m_centre));
    m_conflict->show();
}

void CounterPage::sayLimit(const QString& text)
{
    m_message->hide();
    m_limit->setMessage(Tone::Warning, text);
    m_limit->show();
}

void CounterPage::say(Tone tone, const QString& text)
{
    m_message->setMessage(tone, text);
    m_message->show();
}

/// The way goes on: the visitor asks, and the desk can say it.
QString CounterPage::wentOn(const TicketRow& ticket) const
{
    QStringList places;
    for (const Place* place : m_centre.placesServing(ticket.service)) {
        if (ticket.toPlace.isEmpty() || ticket.toPlace == place->key)
            places.append(localShortLabel(*place));
    }
    return tr("%1 is done here and goes on to %2 (%3)")
        .arg(ticket.number, localName(m_centre.findService(ticket.service), ticket.service), places.join(tr(", ", "between the labels of places")));
}

QString CounterPage::sentenceOf(CounterAct act, const TicketRow& ticket) const
{
    if ((act == CounterAct::Finish || act == CounterAct::QuickServe) && ticket.status == TicketStatus::Waiting)
        return wentOn(ticket);
    const auto sentence = [&ticket](const QString& text) { return text.arg(ticket.number); };
    switch (act) {
    case CounterAct::CallNext:
    case CounterAct::CallChosen: return sentence(tr("%1 is called"));
    case CounterAct::Recall: return sentence(tr("%1 is called again"));
    case CounterAct::Begin: return sentence(tr("%1: serving has begun"));
    case CounterAct::Hold: return sentence(tr("%1 is on hold"));
    case CounterAct::Resume: return sentence(tr("%1: serving goes on"));
    case CounterAct::Miss: return sentence(tr("%1 did not come"));
    case CounterAct::QuickServe:
        return tr("%1 is done: %2").arg(ticket.number, localName(m_centre.findOutcome(ticket.outcome), ticket.outcome));
    case CounterAct::Requeue: return sentence(tr("%1 waits again"));
    case CounterAct::Transfer:
        if (!ticket.stops.empty() && std::any_of(ticket.stops.begin(), ticket.stops.end(), [](const StopRow& each) { return each.isBack && !each.isPassed; }))
            return tr("%1 goes to %2 and comes back here").arg(ticket.number, localName(m_centre.findService(ticket.service), ticket.service));
        return tr("%1 goes on to %2").arg(ticket.number, localName(m_centre.findService(ticket.service), ticket.service));
    case CounterAct::Plan: return sentence(words::nextStop(ticket, m_centre).isEmpty() ? tr("%1 has no further stop") : tr("%1: the stops are planned"));
    case CounterAct::Finish:
        return tr("%1 finished: %2").arg(ticket.number, localName(m_centre.findOutcome(ticket.outcome), ticket.outcome));
    }
    return {};
}

} // namespace onedoor

#include "moc_counter_page.cpp"
