// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/today_panel.h"

#include "ui/models/wait_words.h"
#include "ui/models/when_ready.h"
#include "ui/pages/reception/ticket_badges.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/segmented_control.h"

#include <QItemSelectionModel>
#include <QVBoxLayout>
#include <utility>

namespace onedoor {

namespace {

constexpr int bundleMilliseconds = 50;
constexpr int tickMilliseconds = 20'000;
constexpr int freshMilliseconds = 6'000;
constexpr int roomyPixels = 900;
constexpr int placePixels = 600;
constexpr int widestNamePixels = 150; // ten characters: one long name must not push the services off the screen

} // namespace

TodayPanel::TodayPanel(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent)
    : Card(parent)
    , m_gateway(gateway)
    , m_session(session)
    , m_model(new TodayModel(gateway.centre(), clock, this))
    , m_heading(new SectionHeading(tr("Here today")))
    , m_filter(new SegmentedControl(tr("Which tickets")))
    , m_table(new DataTable)
{
    build();
    m_soon.setSingleShot(true);
    m_soon.setInterval(bundleMilliseconds);
    m_fresh.setSingleShot(true);
    m_fresh.setInterval(freshMilliseconds);
    m_minute.start(tickMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &TodayPanel::refresh);
    connect(&m_minute, &QTimer::timeout, m_model, &TodayModel::tick);
    connect(&m_fresh, &QTimer::timeout, m_model, &TodayModel::forgetFresh);
    connect(m_filter, &SegmentedControl::currentChanged, this, &TodayPanel::refresh);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { Q_EMIT ticketChosen(m_model->at(index.row())); });
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) { Q_EMIT ticketChosen(m_model->at(index.row())); });
    connect(&gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.centre)
            m_model->reword();
        if (changes.tickets || changes.persons || changes.centre)
            m_soon.start();
    }, Qt::QueuedConnection);
    refresh();
}

void TodayPanel::build()
{
    m_filter->addSegment(tr("Still here"), true);
    m_filter->addSegment(tr("All"), false);
    m_heading->addTrailing(m_filter);
    m_table->setAccessibleName(tr("Who is here today"));
    // Connected before the view, which moves its cursor to the neighbour of a row that goes: nobody chose that one.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex&, int first, int last) {
        m_chosenGoes = m_table->currentRow() >= first && m_table->currentRow() <= last;
    });
    m_table->setModel(m_model);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (std::exchange(m_chosenGoes, false))
            m_table->setCurrentIndex({});
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TodayPanel::onSelection);
    m_table->setBadgeColumn(TodayModel::StatusColumn,
                            [this](const QModelIndex& index) { return badgeOf(m_model->at(index.row()).status); });
    m_table->setBadgesColumn(TodayModel::NoteColumn, [this](const QModelIndex& index) { return noteBadgesOf(m_model->at(index.row())); });
    m_table->setBadgeColumn(TodayModel::WaitColumn, [this](const QModelIndex& index) {
        return waitBadgeOf(m_model->at(index.row()).status, words::levelOfWait(m_gateway.centre().queue, m_model->waitedSeconds(m_model->at(index.row()))),
                           index.data().toString());
    });
    m_table->setTicketColumn(TodayModel::NumberColumn);
    m_table->setNumberColumns({TodayModel::ArrivedColumn, TodayModel::WaitColumn});
    m_table->setMutedColumns({TodayModel::ArrivedColumn});
    m_table->setHighlightRole(TodayModel::FreshRole);
    m_table->setKeyRole(TodayModel::KeyRole);
    m_table->setStretchColumn(TodayModel::ServiceColumn);
    m_table->setColumnLimit(TodayModel::NameColumn, scaled(widestNamePixels));
    body()->addWidget(m_heading);
    body()->addWidget(m_table, 1);
}

void TodayPanel::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    // The wait says the same, and the details have the time: a small screen needs the room for the service.
    m_table->setColumnHidden(TodayModel::ArrivedColumn, width() < scaled(roomyPixels));
    m_table->setColumnHidden(TodayModel::PlaceColumn, width() < scaled(placePixels)); // the details have it too
}

void TodayPanel::refresh()
{
    const std::uint64_t question = ++m_question;
    whenReady(m_gateway.ask(m_session, VisitsToday{m_filter->currentData().toBool()}), this, [this, question](const Result<TicketList>& answer) {
        if (question == m_question)
            show(answer);
    });
}

void TodayPanel::show(const Result<TicketList>& answer)
{
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    const bool first = m_model->rowCount() == 0;
    m_model->apply(answer->tickets);
    if (first)
        m_table->setStretchColumn(TodayModel::ServiceColumn); // measures the other columns by the rows that are there now
    m_fresh.start();
    describe();
    if (m_wanted && m_model->rowOf(m_wanted) >= 0)
        select(std::exchange(m_wanted, {}));
    Q_EMIT refreshed();
}

void TodayPanel::describe()
{
    m_heading->setCount(tr("%1 waiting, %2 being served").arg(m_model->countOf(TicketStatus::Waiting)).arg(m_model->countOf(TicketStatus::Serving)));
    const bool onlyOpen = m_filter->currentData().toBool();
    m_table->emptyState()->setContent(Icons::People, onlyOpen ? tr("Nobody is waiting") : tr("Nobody has come today"),
                                      tr("Whoever is registered appears here."));
}

void TodayPanel::onSelection()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (m_chosenGoes || rows.isEmpty())
        return;
    m_wanted = {};
    Q_EMIT ticketLit(m_model->at(rows.constFirst().row()));
}

void TodayPanel::chooseNone()
{
    m_wanted = {};
    m_table->selectionModel()->clear();
}

void TodayPanel::select(TicketId ticket)
{
    const int row = m_model->rowOf(ticket);
    if (row < 0) {
        chooseNone();
        m_wanted = ticket; // registered a moment ago: it comes with the next answer
        return;
    }
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
}

} // namespace onedoor

#include "moc_today_panel.cpp"
