// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/person_card.h"

#include "ui/models/day_text.h"
#include "ui/models/words.h"
#include "ui/pages/personal_data/person_reader.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

PersonCard::PersonCard(const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent), m_centre(centre), m_name(new QLabel), m_verdict(new Banner(Tone::Info, {})),
      m_empty(new EmptyState(Icons::Shield, tr("Nobody is chosen"), tr("Look a person up to see what is kept, to give out a copy, or to erase it.")))
{
    setType(m_name, Type::Title, true);
    m_name->setWordWrap(true);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_empty, 1);
    column->addWidget(m_name);
    column->addWidget(m_verdict);
    column->addStretch(0);
    showNobody();
}

void PersonCard::showNobody()
{
    m_empty->show();
    m_name->hide();
    m_verdict->hide();
    setFacts({});
}

void PersonCard::show(const KeptPerson& person)
{
    m_empty->hide();
    m_name->setText(person.isErased() ? tr("Erased person") : person.known.name);
    m_name->show();
    sayVerdict(person);
    m_verdict->show();
    setFacts(factsOf(person));
}

void PersonCard::sayVerdict(const KeptPerson& person)
{
    if (person.isErased()) {
        const QString when = momentText(person.erasure.erasedAt, m_centre.offsetMinutes);
        if (const int left = int(person.erasure.leftBehind.size()); left > 0)
            m_verdict->setMessage(Tone::Danger, tr("Erased on %1 by %2, but %n record(s) that another PC merged into it meanwhile are still there. Look them up and "
                                                   "erase them too.", nullptr, left).arg(when, person.erasure.erasedBy));
        else if (person.erasure.state == ErasurePhase::Complete)
            m_verdict->setMessage(Tone::Success, tr("Erased on %1 by %2, on every PC.").arg(when, person.erasure.erasedBy));
        else
            m_verdict->setMessage(Tone::Warning, tr("Erased on %1 by %2. %n PC(s) still pending.", nullptr, int(person.erasure.pending.size())).arg(when, person.erasure.erasedBy));
    } else if (const HoldRow* hold = person.standingHold()) {
        m_verdict->setMessage(Tone::Warning, hold->until.isValid() ? tr("Can't be erased: a legal hold stands until %1. Reason: %2").arg(dayText(hold->until), hold->reason)
                                                                   : tr("Can't be erased: a legal hold stands until it is lifted. Reason: %1").arg(hold->reason));
    } else if (!person.openTicket.isEmpty()) {
        m_verdict->setMessage(Tone::Warning, tr("Can't be erased yet: ticket %1 of this person is not over. Finish or withdraw it first.").arg(person.openTicket));
    } else {
        m_verdict->setMessage(Tone::Success, tr("Nothing stands against erasing the data."));
    }
}

QList<PersonCard::Fact> PersonCard::factsOf(const KeptPerson& person) const
{
    const PersonInput& known = person.known;
    QList<Fact> facts;
    const auto add = [&](const QString& label, const QString& text) {
        if (!text.isEmpty())
            facts.append({label, text});
    };
    if (!known.documentNumber.isEmpty()) {
        add(tr("Document"), words::of(known.documentKind));
        add(tr("Number"), known.documentNumber);
    }
    add(tr("Birth"), dayText(known.birth));
    add(tr("Telephone"), known.phone);
    add(tr("Address"), known.address);
    add(tr("Work unit"), known.workUnit);
    add(tr("Visits"), person.visits.empty() ? QString() : tr("%n visit(s), the last on %1", nullptr, int(person.visits.size())).arg(dayText(person.visits.front().day)));
    if (!person.merged.empty())
        add(tr("Merged records"), person.mergedNames().join(tr(", ", "between names")));
    return facts;
}

void PersonCard::setFacts(const QList<Fact>& facts)
{
    delete m_facts;
    m_facts = new QWidget;
    auto* grid = new QGridLayout(m_facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::tight);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Fact& fact : facts) {
        auto* label = new QLabel(fact.label);
        setTone(label, Tone::Muted);
        auto* text = new QLabel(fact.text);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(text, row++, 1);
    }
    // Above the stretch, below the verdict.
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->insertWidget(column->count() - 1, m_facts);
    m_facts->setVisible(!facts.isEmpty());
}

} // namespace onedoor

#include "moc_person_card.cpp"
