// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the page that shows who may be the same person, merges two records and takes a merge back.
#include "ui/pages/personal_data/personal_data_page.h"

#include "core/services/error_text.h"
#include "ui/models/when_ready.h"
#include "ui/pages/personal_data/duplicate_model.h"
#include "ui/pages/personal_data/merge_sheet.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/toast.h"

#include <QVBoxLayout>

namespace onedoor {

namespace {

constexpr int duplicateHeight = 110; ///< at least

} // namespace

QWidget* PersonalDataPage::makeDuplicates()
{
    m_duplicateTable->setModel(m_duplicates);
    m_duplicateTable->setKeyRole(DuplicateModel::keyRole);
    m_duplicateTable->setMutedColumns({DuplicateModel::Facts});
    m_duplicateTable->setBadgeColumn(DuplicateModel::State, [this](const QModelIndex& index) { return m_duplicates->state(index.row()); });
    m_duplicateTable->setStretchColumn(DuplicateModel::Why);
    m_duplicateTable->setMinimumHeight(scaled(duplicateHeight));
    m_duplicateTable->setAccessibleName(tr("Records of the same person"));
    m_duplicateTable->emptyState()->setContent(Icons::People, tr("Nobody else is near"), tr("Records that may be the same person are listed here, with the reasons."));
    connect(m_duplicateTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PersonalDataPage::follow);
    auto* heading = new SectionHeading(tr("Taken down twice?"));
    heading->addTrailing(new ActionButton(m_merge, Variant::Quiet));
    heading->addTrailing(new ActionButton(m_unmerge, Variant::Quiet));
    auto* card = new Card(nullptr, false);
    card->body()->addWidget(m_duplicateTable);
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(heading);
    column->addWidget(card, 1);
    return whole;
}

void PersonalDataPage::showDuplicates(const KeptPerson& person)
{
    m_duplicates->setRows(person.merged, person.likely);
    if (m_duplicateTable->currentRow() < 0 && m_duplicates->rowCount() > 0)
        m_duplicateTable->selectRow(0);
}

void PersonalDataPage::followDuplicates(bool isKnown)
{
    const int row = m_duplicateTable->currentRow();
    m_merge->setEnabled(isKnown && m_duplicates->likelyAt(row));
    m_unmerge->setEnabled(isKnown && m_duplicates->mergedAt(row));
}

void PersonalDataPage::mergeChosen()
{
    const SimilarPerson* likely = m_duplicates->likelyAt(m_duplicateTable->currentRow());
    if (!m_person || !likely)
        return;
    const PersonDetails one{m_person->person, m_person->known, m_person->visits, m_person->records};
    whenReady(m_gateway.ask(m_session, PersonShow{likely->person.person}), this, [this, one](const Result<PersonDetails>& other) {
        if (!other)
            return complain(other.error());
        if (!m_person || m_person->person != one.person)
            return;
        auto* sheet = new MergeSheet(this, m_gateway, m_session, one, *other);
        connect(sheet, &MergeSheet::merged, this, &PersonalDataPage::onMerged);
        sheet->openSheet();
    });
}

void PersonalDataPage::onMerged(const PersonMergeReply& reply)
{
    m_lastMerged = reply.person;
    choose(reply.kept);
    Toast::show(this, tr("The records are one person now"), m_undoMerge);
}

void PersonalDataPage::unmergeChosen()
{
    if (const MergedRow* merged = m_duplicates->mergedAt(m_duplicateTable->currentRow()))
        unmerge(merged->person);
}

void PersonalDataPage::undoMerge()
{
    if (m_lastMerged)
        unmerge(*m_lastMerged);
}

void PersonalDataPage::unmerge(PersonId person)
{
    whenReady(m_gateway.send(m_session, PersonUnmerge{person, {}}), this, [this](const Result<PersonMergeReply>& reply) {
        m_lastMerged.reset();
        if (!reply)
            return complain(reply.error());
        Toast::show(this, tr("The merge was taken back; both records are as before"), nullptr, Tone::Info);
        readPerson();
    });
}

} // namespace onedoor
