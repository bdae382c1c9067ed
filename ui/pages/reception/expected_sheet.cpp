// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/expected_sheet.h"

#include "ui/models/appointment_model.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"

#include <QVBoxLayout>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int panelWidth = 620;

} // namespace

ExpectedSheet::ExpectedSheet(const CentreDefinition& centre, const std::vector<AppointmentRow>& rows, QWidget* page)
    : Sheet(page, tr("Who is expected today")), m_model(new AppointmentModel(centre, this)), m_table(new DataTable), m_refusal(new Banner(Tone::Danger, {})),
      m_issue(new Button(Icons::Ticket, tr("Has come: issue ticket"), Variant::Primary))
{
    setPanelWidth(panelWidth);
    m_table->setModel(m_model);
    m_table->setKeyRole(AppointmentModel::keyRole);
    m_table->setAccessibleName(tr("Who is expected today"));
    m_table->setNumberColumns({AppointmentModel::TimeColumn});
    m_table->setStretchColumn(AppointmentModel::ServiceColumn);
    m_table->setMutedColumns({AppointmentModel::PhoneColumn});
    m_table->setBadgeColumn(AppointmentModel::StateColumn, [this](const QModelIndex& index) {
        const AppointmentRow* row = m_model->at(index.row());
        const bool isMissed = row != nullptr && row->status == AppointmentStatus::Missed;
        return BadgeValue{isMissed ? Icons::NoShow : Icons::Clock, index.data().toString(), isMissed ? Tone::Danger : Tone::Info};
    });
    m_table->setColumnHidden(AppointmentModel::PlaceColumn, true);
    m_table->setColumnHidden(AppointmentModel::TicketColumn, true);
    m_table->emptyState()->setContent(Icons::Calendar, tr("Nobody is expected any more"), tr("Appointments of today appear here until the visitor has come."));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::medium);
    column->addWidget(m_refusal);
    column->addWidget(m_table, 1);
    m_refusal->hide();
    setContent(content);
    auto* cancel = new Button(tr("Cancel"), Variant::Quiet);
    connect(cancel, &QPushButton::clicked, this, &Sheet::closeSheet);
    connect(m_issue, &QPushButton::clicked, this, &ExpectedSheet::submit);
    connect(m_table, &QAbstractItemView::activated, this, &ExpectedSheet::submit);
    addButton(cancel);
    addButton(m_issue);
    m_issue->setIcon(icon(Icons::Ticket, Tone::OnAccent));
    setRows(rows);
    const auto next = std::find_if(rows.begin(), rows.end(), [](const AppointmentRow& row) { return row.status == AppointmentStatus::Expected; });
    m_table->selectRow(next == rows.end() ? 0 : int(next - rows.begin()));
}

void ExpectedSheet::setRows(const std::vector<AppointmentRow>& rows)
{
    m_model->apply(rows);
    m_issue->setEnabled(!rows.empty());
}

void ExpectedSheet::submit()
{
    const AppointmentRow* row = m_model->at(m_table->currentRow());
    if (row != nullptr && m_issue->isEnabled())
        Q_EMIT hasCome(*row);
}

void ExpectedSheet::showRefusal(const QString& text)
{
    m_refusal->setMessage(Tone::Danger, text);
    m_refusal->show();
}

void ExpectedSheet::setBusy(bool busy)
{
    m_issue->setEnabled(!busy && m_model->rowCount() > 0);
}

} // namespace onedoor

#include "moc_expected_sheet.cpp"
