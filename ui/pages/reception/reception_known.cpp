// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the reception page that think along while somebody is typed: who is known already, and where the matter leads.
#include "ui/pages/reception/reception_page.h"

#include "ui/models/similar_words.h"
#include "ui/models/when_ready.h"
#include "ui/pages/reception/known_already.h"
#include "ui/pages/reception/matter_section.h"
#include "ui/pages/reception/person_watch.h"
#include "ui/pages/reception/triage_hint.h"
#include "ui/pages/reception/visit_form.h"
#include "ui/widgets/page_keys.h"

#include <QAction>

namespace onedoor {

void ReceptionPage::connectKnown()
{
    connect(m_form, &VisitForm::personTyped, this, [this] {
        if (isFormOpen() && m_form->isNewVisitor())
            m_known->look(m_form->person());
    });
    connect(m_form, &VisitForm::knownDismissed, m_known, &KnownAlready::dismiss);
    connect(m_known, &KnownAlready::changed, this, &ReceptionPage::showKnown);
}

void ReceptionPage::connectTriage()
{
    auto* taking = new QAction(tr("Take it"), this);
    taking->setShortcut(Qt::Key_F4);
    taking->setStatusTip(tr("Takes the suggested service and stops over"));
    taking->setProperty("group", tr("Reception"));
    connect(taking, &QAction::triggered, this, [this] { m_form->matter().takeSuggestion(); });
    bindPageKeys(taking, this);
    m_form->matter().offerSuggestions(taking);
    new TriageHint(m_gateway, m_session, m_form->matter(), this);
}

void ReceptionPage::showKnown()
{
    const std::vector<SimilarPerson>& likely = m_known->likely();
    m_takeKnown->setEnabled(isFormOpen() && !likely.empty());
    if (likely.empty())
        return m_form->showKnown({});
    const SimilarPerson& first = likely.front();
    QString text = tr("Perhaps already known: %1. Why: %2").arg(similarwords::who(first.person), similarwords::why(first.reasons));
    if (likely.size() > 1)
        text += u'\n' + tr("and %n more", nullptr, int(likely.size()) - 1);
    m_form->showKnown(text);
}

/// What was typed stays where the record holds nothing, and so does the matter.
void ReceptionPage::takeKnown()
{
    if (!isFormOpen() || m_known->likely().empty())
        return;
    const PersonRow person = m_known->likely().front().person;
    const std::uint64_t opening = ++m_opening;
    whenReady(m_gateway.ask(m_session, PersonShow{person.person}), this, [this, opening, person](const Result<PersonDetails>& details) {
        if (opening != m_opening)
            return;
        if (!details)
            return showFailure(details.error());
        m_form->becomeReturning(*details, person.todayNumber);
        m_watch->watch(details->person, false);
        m_known->stop();
        updateActions();
        m_form->focusFirst();
    });
}

} // namespace onedoor
