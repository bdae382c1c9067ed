// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/past/past_lists.h"

#include "ui/models/local_name.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace onedoor {

namespace {

constexpr int visitorWidth = 108;
constexpr int serviceWidth = 190;
constexpr int staffWidth = 96;
constexpr int servicesWidth = 220;
constexpr int placesStretch = 4;
constexpr int listsStretch = 5;

} // namespace

PastLists::PastLists(const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent), m_centre(centre), m_places(centre), m_waiting(QueueModel::Kind::Waiting, centre), m_held(QueueModel::Kind::Held, centre),
      m_missed(QueueModel::Kind::Missed, centre), m_placeHeading(new SectionHeading(tr("Windows and rooms"))),
      m_waitingHeading(new SectionHeading(tr("Waiting"))), m_services(new QComboBox), m_tabs(new QTabBar), m_stack(new QStackedWidget)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::large);
    row->addWidget(makePlaces(), placesStretch);
    auto* column = new QVBoxLayout;
    column->setSpacing(space::medium);
    column->addWidget(makeQueue(), 3);
    column->addWidget(makeOthers(), 2);
    row->addLayout(column, listsStretch);
}

QWidget* PastLists::makePlaces()
{
    m_placeTable = new DataTable;
    m_placeTable->setTicketColumn(PastPlaceModel::Number);
    m_placeTable->setNumberColumns({PastPlaceModel::Minutes});
    m_placeTable->setMutedColumns({PastPlaceModel::Staff});
    m_placeTable->setBadgeColumn(PastPlaceModel::State, [this](const QModelIndex& index) { return m_places.state(index.row()); });
    m_placeTable->setKeyRole(PastPlaceModel::KeyRole);
    m_placeTable->setModel(&m_places);
    m_placeTable->setStretchColumn(PastPlaceModel::Name);
    m_placeTable->setFixedColumn(PastPlaceModel::Staff, scaled(staffWidth));
    m_placeTable->setAccessibleName(tr("Windows and rooms"));
    follow(m_placeTable);
    auto* card = new Card(nullptr, false);
    m_placeHeading->setContentsMargins(space::medium, space::small, space::small, 0);
    card->body()->addWidget(m_placeHeading);
    card->body()->addWidget(m_placeTable, 1);
    return card;
}

QWidget* PastLists::makeQueue()
{
    m_waitingTable = makeTable(&m_waiting, tr("Waiting, in calling order"));
    m_waitingTable->emptyState()->setContent(Icons::Check, tr("Nobody was waiting"));
    m_services->setAccessibleName(tr("Service"));
    m_services->setMinimumWidth(scaled(servicesWidth));
    connect(m_services, &QComboBox::activated, this, &PastLists::showWaiting);
    auto* card = new Card(nullptr, false);
    m_waitingHeading->setContentsMargins(space::medium, space::small, space::small, 0);
    m_waitingHeading->addTrailing(m_services);
    card->body()->addWidget(m_waitingHeading);
    card->body()->addWidget(m_waitingTable, 1);
    return card;
}

QWidget* PastLists::makeOthers()
{
    auto* card = new Card(nullptr, false);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(space::medium, space::small, space::small, 0);
    line->addWidget(m_tabs);
    line->addStretch(1);
    card->body()->addLayout(line);
    card->body()->addWidget(m_stack, 1);
    DataTable* held = makeTable(&m_held, tr("On hold"));
    held->emptyState()->setContent(Icons::Hold, tr("Nobody was on hold"));
    DataTable* missed = makeTable(&m_missed, tr("Missed"));
    missed->emptyState()->setContent(Icons::NoShow, tr("Nobody had missed a call that day"));
    for (DataTable* table : {held, missed}) {
        m_stack->addWidget(table);
        m_tabs->addTab(QString());
    }
    m_tabs->setDrawBase(false);
    m_tabs->setAccessibleName(tr("Other lists"));
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    return card;
}

DataTable* PastLists::makeTable(QueueModel* model, const QString& name)
{
    auto* table = new DataTable;
    table->setTicketColumn(QueueModel::Number);
    table->setNumberColumns({QueueModel::Minutes});
    table->setMutedColumns({QueueModel::Reason});
    table->setKeyRole(QueueModel::TicketRole);
    table->setModel(model);
    table->setStretchColumn(QueueModel::Reason);
    table->setFixedColumn(QueueModel::Visitor, scaled(visitorWidth));
    table->setFixedColumn(QueueModel::Service, scaled(serviceWidth));
    table->setAccessibleName(name);
    follow(table);
    return table;
}

/// One choice on the whole page: choosing in one list takes it from the others.
void PastLists::follow(DataTable* table)
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
    connect(table, &QAbstractItemView::activated, this, &PastLists::opened);
}

QString PastLists::chosen() const
{
    if (!m_active)
        return {};
    const QModelIndexList rows = m_active->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return {};
    const int role = m_active == m_placeTable ? int(PastPlaceModel::TicketRole) : int(QueueModel::TicketRole);
    return m_active->model()->index(rows.constFirst().row(), 0).data(role).toString();
}

void PastLists::show(const PastHall& hall)
{
    m_hall = hall;
    m_places.setPlaces(hall.places, hall.time);
    m_held.setRows(hall.held, hall.time);
    m_missed.setRows(hall.missed, hall.time);
    const auto busy = std::count_if(hall.places.begin(), hall.places.end(), [](const PastPlace& each) { return !each.present.empty(); });
    m_placeHeading->setCount(tr("%1 busy").arg(busy));
    m_tabs->setTabText(0, tr("On hold %1").arg(hall.held.size()));
    m_tabs->setTabText(1, tr("Missed %1").arg(hall.missed.size()));
    showServices();
    showWaiting();
    Q_EMIT choiceChanged();
}

/// Every service for which anybody waited, with how many; the chosen one stays, also when nobody does.
void PastLists::showServices()
{
    const QString kept = m_services->currentData().toString();
    m_services->clear();
    m_services->addItem(tr("All services"), QString());
    for (const Service& service : m_centre.services) {
        const auto counted = std::find_if(m_hall.services.begin(), m_hall.services.end(), [&](const PastService& each) { return each.service == service.key; });
        const std::uint32_t waiting = counted == m_hall.services.end() ? 0 : counted->waiting;
        if (waiting > 0 || service.key == kept)
            m_services->addItem(tr("%1: %2", "service, people waiting").arg(localName(service)).arg(waiting), service.key);
    }
    m_services->setCurrentIndex(std::max(0, m_services->findData(kept)));
}

void PastLists::showWaiting()
{
    const QString service = m_services->currentData().toString();
    std::vector<TicketRow> rows = m_hall.waiting;
    if (!service.isEmpty())
        std::erase_if(rows, [&](const TicketRow& row) { return row.service != service; });
    m_waitingHeading->setCount(QString::number(rows.size()));
    m_waiting.setRows(std::move(rows), m_hall.time);
}

} // namespace onedoor

#include "moc_past_lists.cpp"
