// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/finish_sheet.h"

#include "ui/models/local_name.h"
#include "ui/models/route_words.h"
#include "ui/pages/counter/choice_list.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace onedoor {

FinishSheet::FinishSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page)
    : TaskSheet(tr("Finish"), tr("Finish"), ticket, page), m_outcomes(new ChoiceList(tr("Outcome"))),
      m_outcomeField(new FormField(tr("Outcome"), m_outcomes)), m_note(new TextField),
      m_handover(new TextField), m_endsRoute(new QCheckBox(tr("Ends here: no further stop")))
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
    m_handover->setMaxLength(longestNote);
    auto* handover = new FormField(tr("Hand-over note"), m_handover);
    const QString next = words::nextStop(ticket, centre);
    handover->setHint(tr("Goes on to %1 with the same number. The note is shown to whoever calls there.").arg(next));
    form()->addWidget(handover);
    form()->addWidget(m_endsRoute);
    for (QWidget* each : std::initializer_list<QWidget*>{handover, m_endsRoute})
        each->setVisible(!next.isEmpty());
    form()->addStretch(1);
    connect(m_endsRoute, &QCheckBox::toggled, handover, &QWidget::setDisabled);
    connect(m_handover, &TextField::submitted, this, [this] { submit(); });
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
    Q_EMIT wanted(outcome, m_note->text(), m_endsRoute->isChecked() ? QString() : m_handover->text(), m_endsRoute->isChecked());
}

} // namespace onedoor

#include "moc_finish_sheet.cpp"
