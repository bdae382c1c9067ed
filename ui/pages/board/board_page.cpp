// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/board_page.h"

#include "core/services/api/day.h"
#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/day_words.h"
#include "ui/models/when_ready.h"
#include "ui/pages/board/board_figures.h"
#include "ui/pages/board/board_tables.h"
#include "ui/pages/board/closing_sheet.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/page_keys.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QHBoxLayout>

namespace onedoor {

namespace {

constexpr int undoMilliseconds = 30'000;

BadgeValue badgeOf(BoardLevel level)
{
    switch (level) {
    case BoardLevel::Calm: return {Icons::Check, words::of(level), Tone::Success};
    case BoardLevel::Warning: return {Icons::Warning, words::of(level), Tone::Warning};
    case BoardLevel::Critical: return {Icons::Error, words::of(level), Tone::Danger};
    }
    return {};
}

} // namespace

BoardPage::BoardPage(Gateway& gateway, const Session& session, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_watch(gateway, session), m_failure(new Banner(Tone::Danger, {})),
      m_forgotten(new Banner(Tone::Warning, {})), m_closed(new Banner(Tone::Info, {})), m_day(new QLabel), m_level(new Badge(badgeOf(BoardLevel::Calm))),
      m_figures(new BoardFigures), m_tables(new BoardTables(gateway.centre()))
{
    m_close = makeAction(Icons::Lock, tr("Close the day…"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] { openClosing(); });
    m_history = makeAction(Icons::History, tr("History"), Qt::CTRL | Qt::Key_H, [this] {
        if (const QString ticket = m_tables->chosen(); !ticket.isEmpty())
            Q_EMIT ticketHistoryWanted(ticket);
    });
    m_history->setEnabled(false);
    auto* takeBack = new QAction(icon(Icons::Undo), tr("Take the closing back"), this);
    connect(takeBack, &QAction::triggered, this, &BoardPage::reopen);
    m_closed->addAction(takeBack);
    auto* byRule = new QAction(icon(Icons::Check), tr("Close them by the rule"), this);
    connect(byRule, &QAction::triggered, this, &BoardPage::openDay);
    m_forgotten->addAction(byRule);
    m_failure->setClosable(true);
    connect(m_failure, &Banner::closed, m_failure, &QWidget::hide);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::large);
    column->setSpacing(space::medium);
    for (Banner* banner : {m_failure, m_forgotten, m_closed}) {
        banner->hide();
        column->addWidget(banner);
    }
    column->addWidget(makeHead());
    column->addWidget(m_tables, 1);
    setFocusProxy(m_tables->serviceTable());
    connect(&m_watch, &BoardWatch::shown, this, &BoardPage::onShown);
    connect(&m_watch, &BoardWatch::failed, this, &BoardPage::complain);
    connect(m_tables, &BoardTables::opened, m_history, &QAction::trigger);
    connect(m_tables, &BoardTables::choiceChanged, this, [this] { m_history->setEnabled(!m_tables->chosen().isEmpty()); });
}

QAction* BoardPage::makeAction(Icons name, const QString& text, const QKeySequence& keys, std::function<void()> act)
{
    auto* action = new QAction(icon(name), text, this);
    action->setShortcut(keys);
    bindPageKeys(action, this);
    connect(action, &QAction::triggered, this, std::move(act));
    return action;
}

QWidget* BoardPage::makeHead()
{
    auto* card = new Card;
    auto* row = new QHBoxLayout;
    row->setSpacing(space::medium);
    row->addWidget(m_level);
    auto* today = new QVBoxLayout;
    today->setSpacing(space::tight);
    setTone(m_day, Tone::Muted);
    setType(m_day, Type::Caption);
    m_day->setWordWrap(true);
    today->addWidget(m_figures, 0, Qt::AlignLeft);
    today->addWidget(m_day);
    row->addLayout(today, 1);
    row->addWidget(new ActionButton(m_history));
    row->addWidget(new ActionButton(m_close, Variant::Primary));
    card->body()->addLayout(row);
    return card;
}

void BoardPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_watch.setLooking(true);
}

void BoardPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_watch.setLooking(false);
}

void BoardPage::onShown()
{
    m_failure->hide();
    m_figures->show(m_watch.board().counts);
    m_level->setValue(badgeOf(m_watch.board().level));
    m_tables->show(m_watch.board());
    sayDay();
    sayMessage();
}

void BoardPage::sayDay()
{
    const Board& board = m_watch.board();
    const int offset = m_gateway.centre().offsetMinutes;
    const QString asOf = timeText(board.asOf, offset);
    if (board.isOpen)
        m_day->setText(tr("Open until %1 · as of %2").arg(timeText(board.closesAt, offset), asOf));
    else if (board.opensAt)
        m_day->setText(tr("Closed until %1 · as of %2").arg(momentText(board.opensAt, offset), asOf));
    else
        m_day->setText(tr("Closed · as of %1").arg(asOf));
}

void BoardPage::sayMessage()
{
    const Board& board = m_watch.board();
    m_forgotten->setVisible(board.forgotten > 0);
    if (board.forgotten > 0)
        m_forgotten->setMessage(Tone::Warning, tr("%n ticket(s) of earlier days are still open.", nullptr, int(board.forgotten)));
    const bool isClosed = board.closing && !board.closing->reopenedAt;
    m_closed->setVisible(isClosed);
    if (isClosed)
        m_closed->setMessage(Tone::Info, tr("The day was closed at %1 by %2: %3.")
                                             .arg(timeText(board.closing->closedAt, m_gateway.centre().offsetMinutes), board.closing->closedName,
                                                  words::closingText(board.closing->closed, board.closing->carried, board.closing->nextDay)));
}

void BoardPage::openClosing()
{
    auto* sheet = new ClosingSheet(m_gateway, m_session, this);
    connect(sheet, &ClosingSheet::dayClosed, this, &BoardPage::onClosed);
    sheet->openSheet();
}

void BoardPage::onClosed(const DayClosing& closing)
{
    auto* undo = new QAction(tr("Undo"), this);
    connect(undo, &QAction::triggered, this, &BoardPage::reopen);
    Toast* toast = Toast::show(this, tr("The day is closed: %1.").arg(words::closingText(closing.closed, closing.carried, closing.nextDay)), undo,
                               Tone::Success, undoMilliseconds);
    connect(toast, &QObject::destroyed, undo, &QObject::deleteLater);
    m_watch.refresh();
}

void BoardPage::reopen()
{
    whenReady(m_gateway.send(m_session, DayReopen{}), this, [this](const Result<DayReopening>& reply) {
        if (!reply)
            return complain(reply.error());
        const QString restored = tr("%n ticket(s) stand where they stood.", nullptr, int(reply->restored));
        const QString left = tr("%n ticket(s) had been acted on since.", nullptr, int(reply->left));
        Toast::show(this, reply->left == 0 ? restored : tr("%1 %2", "two sentences").arg(restored, left));
        m_watch.refresh();
    });
}

void BoardPage::openDay()
{
    whenReady(m_gateway.send(m_session, DayOpen{}), this, [this](const Result<DayOpening>& reply) {
        if (!reply)
            return complain(reply.error());
        Toast::show(this, tr("%n ticket(s) of earlier days were closed by rule.", nullptr, int(reply->closedByRule)));
        m_watch.refresh();
    });
}

void BoardPage::complain(const Error& error)
{
    m_failure->setMessage(Tone::Danger, errorText(error, m_gateway.centre()));
    m_failure->show();
}

} // namespace onedoor

#include "moc_board_page.cpp"
