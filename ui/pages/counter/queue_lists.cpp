// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/queue_lists.h"

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QStackedWidget>
#include <utility>

namespace onedoor {

namespace {

constexpr int visitorWidth = 118;
constexpr int serviceWidthAtLeast = 140;
constexpr double serviceShare = 0.3; ///< of the table: the names of most services fit on a small screen too

/// The minutes waited; from the centre's thresholds on so that nobody overlooks them.
BadgeValue waitBadge(const QModelIndex& index)
{
    const QString minutes = index.data().toString();
    switch (WaitLevel(index.data(QueueModel::LevelRole).toInt())) {
    case WaitLevel::Short: return {Icons::Clock, minutes, Tone::Muted};
    case WaitLevel::Long: return {Icons::Clock, minutes, Tone::Warning};
    case WaitLevel::VeryLong: return {Icons::Warning, minutes, Tone::Danger};
    }
    return {};
}

} // namespace

QueueLists::QueueLists(CounterBoard& board, QWidget* parent)
    : QWidget(parent), m_board(board), m_heading(new SectionHeading(tr("Waiting"))), m_why(new QLabel), m_tabs(new QTabBar), m_stack(new QStackedWidget),
      m_otherActions(new QWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    auto* queue = new Card(nullptr, false);
    m_heading->setContentsMargins(space::medium, space::small, space::small, 0);
    m_waiting = makeTable(QueueModel::Kind::Waiting, board.waiting());
    queue->body()->addWidget(m_heading);
    queue->body()->addWidget(m_waiting, 1);
    m_why->setWordWrap(true);
    m_why->setContentsMargins(space::medium, space::tight, space::medium, space::small);
    m_why->hide();
    queue->body()->addWidget(m_why);
    connect(this, &QueueLists::choiceChanged, this, &QueueLists::showWhy);
    connect(&board, &CounterBoard::updated, this, &QueueLists::showWhy);
    auto* rest = new Card(nullptr, false);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(space::medium, space::small, space::small, 0);
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_otherActions);
    auto* actions = new QHBoxLayout(m_otherActions);
    actions->setContentsMargins(0, 0, 0, 0);
    rest->body()->addLayout(row);
    rest->body()->addWidget(m_stack, 1);
    for (const auto& [kind, model] : {std::pair{QueueModel::Kind::Held, board.held()}, std::pair{QueueModel::Kind::Missed, board.missed()},
                                      std::pair{QueueModel::Kind::Done, board.done()}}) {
        m_others.append(makeTable(kind, model));
        m_stack->addWidget(m_others.back());
        m_tabs->addTab(QString());
    }
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Other lists"));
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    column->addWidget(queue, 3);
    column->addWidget(rest, 2);
    connect(&board, &CounterBoard::updated, this, &QueueLists::updateCounts);
    updateCounts();
}

DataTable* QueueLists::makeTable(QueueModel::Kind kind, QueueModel* model)
{
    auto* table = new DataTable;
    table->setTicketColumn(QueueModel::Number);
    table->setNumberColumns({QueueModel::Minutes});
    table->setMutedColumns({QueueModel::Reason});
    table->setHighlightRole(QueueModel::NewRole);
    table->setKeyRole(QueueModel::TicketRole);
    // Connected before the view, which moves the choice to the neighbour of a row that goes.
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this, table](const QModelIndex&, int first, int last) {
        m_chosenGoes = table->currentRow() >= first && table->currentRow() <= last;
    });
    table->setModel(model);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this, table] {
        if (std::exchange(m_chosenGoes, false))
            table->selectionModel()->clear(); // a key must never hit a visitor whom nobody chose
    });
    table->setStretchColumn(QueueModel::Reason);
    table->setFixedColumn(QueueModel::Visitor, scaled(visitorWidth));
    table->setFixedColumn(QueueModel::Service, scaled(serviceWidthAtLeast));
    switch (kind) {
    case QueueModel::Kind::Waiting:
        table->setBadgeColumn(QueueModel::Minutes, waitBadge);
        table->setAccessibleName(tr("Waiting, in calling order"));
        table->emptyState()->setContent(Icons::Check, tr("Nobody is waiting"), tr("For the services of this place."));
        break;
    case QueueModel::Kind::Held:
        table->setAccessibleName(tr("On hold"));
        table->emptyState()->setContent(Icons::Hold, tr("Nobody is on hold"));
        break;
    case QueueModel::Kind::Missed:
        table->setAccessibleName(tr("Missed"));
        table->emptyState()->setContent(Icons::NoShow, tr("Nobody missed a call today"));
        break;
    case QueueModel::Kind::Done:
        table->setAccessibleName(tr("Done today"));
        table->emptyState()->setContent(Icons::Finish, tr("Nothing finished here today"));
        break;
    }
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, table] { chooseIn(table); });
    connect(table, &QAbstractItemView::activated, this, [this, kind] { Q_EMIT opened(kind); });
    return table;
}

void QueueLists::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    shareWidth();
}

void QueueLists::shareWidth()
{
    const int service = std::max(scaled(serviceWidthAtLeast), static_cast<int>(width() * serviceShare));
    QList<DataTable*> all = m_others;
    all.append(m_waiting);
    for (DataTable* table : std::as_const(all))
        table->setFixedColumn(QueueModel::Service, service);
}

DataTable* QueueLists::table(QueueModel::Kind kind) const
{
    return kind == QueueModel::Kind::Waiting ? m_waiting : m_others.at(qsizetype(kind) - 1);
}

void QueueLists::showKind(QueueModel::Kind kind)
{
    if (kind != QueueModel::Kind::Waiting)
        m_tabs->setCurrentIndex(int(kind) - 1);
}

void QueueLists::focusNextList()
{
    const int next = m_others.at(m_tabs->currentIndex())->hasFocus() ? m_tabs->currentIndex() + 1 : 0;
    if (next == m_tabs->count())
        return m_waiting->setFocus(Qt::ShortcutFocusReason);
    m_tabs->setCurrentIndex(next);
    m_others.at(next)->setFocus(Qt::ShortcutFocusReason);
}

/// One choice on the whole page: choosing in one list takes it from the others, so that a key never hits a forgotten row.
void QueueLists::chooseIn(DataTable* table)
{
    if (table->selectionModel()->hasSelection() && !m_chosenGoes) {
        m_active = table;
        QList<DataTable*> others = m_others;
        others.append(m_waiting);
        for (DataTable* other : std::as_const(others)) {
            if (other != table)
                other->selectionModel()->clear();
        }
    }
    Q_EMIT choiceChanged();
}

const TicketRow* QueueLists::chosen() const
{
    if (m_chosenGoes || !m_active)
        return nullptr;
    // Not the current row: Qt says that the selection changed before it moves the cursor.
    const QModelIndexList rows = m_active->selectionModel()->selectedRows();
    const auto* model = qobject_cast<const QueueModel*>(m_active->model());
    return model && !rows.isEmpty() ? model->rowAt(rows.constFirst().row()) : nullptr;
}

/// The column is narrow on a small screen; nothing that matters may hide behind three dots.
void QueueLists::showWhy()
{
    const TicketRow* row = chosen();
    const QModelIndexList selected = row ? m_active->selectionModel()->selectedRows(QueueModel::Reason) : QModelIndexList();
    const QString why = selected.isEmpty() ? QString() : selected.constFirst().data().toString();
    m_why->setText(row ? tr("%1: %2").arg(row->number, why) : QString());
    m_why->setVisible(row && row->status != TicketStatus::Finished);
}

void QueueLists::addWaitingAction(QAction* action)
{
    m_heading->addTrailing(new ActionButton(action));
}

void QueueLists::addOtherAction(QAction* action)
{
    m_otherActions->layout()->addWidget(new ActionButton(action));
}

void QueueLists::updateCounts()
{
    const PlaceBoard& board = m_board.board();
    const QString waiting = QString::number(m_board.waiting()->rowCount());
    // What the order promises to everybody in it, where people look who ask why somebody else went first.
    m_heading->setCount(board.overtakingMinutes == 0 ? waiting : tr("%1 · precedence at most %n min", nullptr, int(board.overtakingMinutes)).arg(waiting));
    m_tabs->setTabText(0, tr("On hold %1").arg(m_board.held()->rowCount()));
    m_tabs->setTabText(1, tr("Missed %1").arg(m_board.missed()->rowCount()));
    m_tabs->setTabText(2, tr("Done today %1").arg(m_board.board().servedToday));
}

} // namespace onedoor

#include "moc_queue_lists.cpp"
