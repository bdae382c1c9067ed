// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/finish_sheet.h"

#include "ui/models/local_name.h"
#include "ui/pages/counter/choice_list.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"

#include <QVBoxLayout>

namespace onedoor {

FinishSheet::FinishSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page)
    : TaskSheet(tr("Finish"), tr("Finish"), ticket, page), m_outcomes(new ChoiceList(tr("Outcome"))),
      m_outcomeField(new FormField(tr("Outcome"), m_outcomes)), m_note(new TextField)
{
    constexpr int longestNote = 500;
    for (const Outcome& outcome : centre.outcomes)
        m_outcomes->addChoice(outcome.key, localName(outcome));
    m_outcomeField->setRequired(true);
    m_outcomeField->setHint(tr("Press its digit, then Enter."));
    m_note->setMaxLength(longestNote);
    auto* note = new FormField(tr("Note for the record"), m_note);
    form()->addWidget(m_outcomeField);
    form()->addWidget(note);
    form()->addStretch(1);
    connect(m_outcomes, &ChoiceList::confirmed, this, [this] { submit(); });
    connect(m_note, &TextField::submitted, this, [this] { submit(); });
}

void FinishSheet::submit()
{
    if (!doButton()->isEnabled())
        return;
    const QString outcome = m_outcomes->chosenKey();
    m_outcomeField->setError(outcome.isEmpty() ? tr("Choose how it ended.") : QString());
    if (outcome.isEmpty()) {
        m_outcomes->setFocus();
        return;
    }
    Q_EMIT wanted(outcome, m_note->text());
}

} // namespace onedoor
