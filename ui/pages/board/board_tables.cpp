// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/board_tables.h"

#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <algorithm>

namespace onedoor {

using namespace boardlines;

namespace {

constexpr int staffWidth = 66;
constexpr int forecastWidth = 116;
constexpr int serviceWidth = 150;
constexpr int placesStretch = 2;
constexpr int listsStretch = 3;

} // namespace

BoardTables::BoardTables(const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent), m_centre(centre), m_services(serviceHeaders(), ServiceState), m_places(placeHeaders(), SeatState),
      m_away(awayHeaders(), AwayState), m_alarms(alarmHeaders(), AlarmPhase), m_closings(closingHeaders(), ClosingState),
      m_serviceHeading(new SectionHeading(tr("Services"))), m_placeHeading(new SectionHeading(tr("Windows and rooms"))), m_tabs(new QTabBar),
      m_stack(new QStackedWidget)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::large);
    auto* column = new QVBoxLayout;
    column->setSpacing(space::medium);
    column->addWidget(makeServices(), 3);
    column->addWidget(makeOthers(), 2);
    row->addLayout(column, listsStretch);
    row->addWidget(makePlaces(), placesStretch);
}

DataTable* BoardTables::makeTable(BoardModel& model, int stateColumn, const QString& name)
{
    auto* table = new DataTable;
    table->setKeyRole(BoardModel::KeyRole);
    table->setBadgeColumn(stateColumn, [&model](const QModelIndex& index) { return model.badge(index.row()); });
    table->setModel(&model);
    table->setAccessibleName(name);
    follow(table);
    return table;
}

QWidget* BoardTables::makeServices()
{
    m_serviceTable = makeTable(m_services, ServiceState, tr("Services"));
    m_serviceTable->setNumberColumns({ServiceWaiting, ServiceLongest, ServicePlaces, ServiceAway});
    m_serviceTable->setMutedColumns({ServiceForecast});
    m_serviceTable->setColumnLimit(ServiceForecast, forecastWidth);
    m_serviceTable->setStretchColumn(ServiceName);
    m_serviceTable->emptyState()->setContent(Icons::List, tr("No service is offered"));
    auto* card = new Card(nullptr, false);
    m_serviceHeading->setContentsMargins(space::medium, space::small, space::small, 0);
    card->body()->addWidget(m_serviceHeading);
    card->body()->addWidget(m_serviceTable, 1);
    return card;
}

QWidget* BoardTables::makePlaces()
{
    m_placeTable = makeTable(m_places, SeatState, tr("Windows and rooms"));
    m_placeTable->setTicketColumn(SeatNumber);
    m_placeTable->setNumberColumns({SeatMinutes});
    m_placeTable->setMutedColumns({SeatStaff});
    m_placeTable->setStretchColumn(SeatName);
    m_placeTable->setFixedColumn(SeatStaff, scaled(staffWidth));
    auto* card = new Card(nullptr, false);
    m_placeHeading->setContentsMargins(space::medium, space::small, space::small, 0);
    card->body()->addWidget(m_placeHeading);
    card->body()->addWidget(m_placeTable, 1);
    return card;
}

QWidget* BoardTables::makeOthers()
{
    DataTable* away = makeTable(m_away, AwayState, tr("On hold and missed"));
    away->setTicketColumn(AwayNumber);
    away->setMutedColumns({AwayReason});
    away->setStretchColumn(AwayReason);
    away->setFixedColumn(AwayService, scaled(serviceWidth));
    away->emptyState()->setContent(Icons::Check, tr("Nobody is on hold or has missed a call"));
    DataTable* alarms = makeTable(m_alarms, AlarmPhase, tr("Alarms"));
    alarms->setStretchColumn(AlarmSentence);
    alarms->emptyState()->setContent(Icons::Shield, tr("No alarm today"));
    DataTable* closings = makeTable(m_closings, ClosingState, tr("Closed by rule and carried over"));
    closings->setTicketColumn(ClosingNumber);
    closings->setStretchColumn(ClosingReason);
    closings->setFixedColumn(ClosingService, scaled(serviceWidth));
    closings->emptyState()->setContent(Icons::Check, tr("Nothing is left of earlier days"));
    for (DataTable* table : {away, alarms, closings}) {
        m_stack->addWidget(table);
        m_tabs->addTab(QString());
    }
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Other lists"));
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    auto* card = new Card(nullptr, false);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(space::medium, space::small, space::small, 0);
    line->addWidget(m_tabs);
    line->addStretch(1);
    card->body()->addLayout(line);
    card->body()->addWidget(m_stack, 1);
    return card;
}

/// One choice on the whole page: choosing in one table takes it from the others.
void BoardTables::follow(DataTable* table)
{
    m_tables.append(table);
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, table] {
        if (table->selectionModel()->hasSelection()) {
            m_active = table;
            for (DataTable* other : std::as_const(m_tables)) {
                if (other != table)
                    other->selectionModel()->clear();
            }
        }
        Q_EMIT choiceChanged();
    });
    connect(table, &QAbstractItemView::activated, this, &BoardTables::opened);
}

QString BoardTables::chosen() const
{
    const QModelIndexList rows = m_active ? m_active->selectionModel()->selectedRows() : QModelIndexList();
    return rows.isEmpty() ? QString() : rows.constFirst().data(BoardModel::TicketRole).toString();
}

void BoardTables::show(const Board& board)
{
    m_services.setLines(services(board, m_centre));
    m_places.setLines(places(board, m_centre));
    m_away.setLines(away(board, m_centre));
    m_alarms.setLines(alarms(board, m_centre));
    m_closings.setLines(closings(board, m_centre));
    const auto warned = std::count_if(board.services.begin(), board.services.end(), [](const BoardService& each) { return each.level != BoardLevel::Calm; });
    m_serviceHeading->setCount(warned == 0 ? QString() : tr("%n with a warning", nullptr, int(warned)));
    const auto busy = std::count_if(board.places.begin(), board.places.end(), [](const BoardPlace& each) { return !each.number.isEmpty(); });
    m_placeHeading->setCount(tr("%1 busy").arg(busy));
    m_tabs->setTabText(0, tr("Away %1").arg(board.away.size()));
    m_tabs->setTabText(1, tr("Alarms %1").arg(board.alarms.size()));
    m_tabs->setTabText(2, tr("Earlier days %1").arg(board.byRule.size() + board.carried.size()));
    Q_EMIT choiceChanged();
}

} // namespace onedoor

#include "moc_board_tables.cpp"
