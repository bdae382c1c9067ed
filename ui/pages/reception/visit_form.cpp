// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/visit_form.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/words.h"
#include "ui/pages/reception/matter_section.h"
#include "ui/pages/reception/past_visits_panel.h"
#include "ui/pages/reception/person_section.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int pastPixels = 300;
constexpr int narrowPastPixels = 220;
constexpr int roomyPixels = 900; // below this the fields need the room more than the past
constexpr int widestSheetPixels = 1240; // wider lines of fields would be hard to follow

} // namespace

VisitForm::VisitForm(const CentreDefinition& centre, const Clock& clock, QAction* registering, QAction* doneAtOnce, QAction* leaving,
                     QAction* takingKnown, QWidget* parent)
    : QWidget(parent)
    , m_centre(centre)
    , m_clock(clock)
    , m_title(new QLabel)
    , m_repeat(new Badge(Icons::History, QString(), Tone::Info))
    , m_already(new Banner(Tone::Warning, QString()))
    , m_changed(new Banner(Tone::Warning, QString()))
    , m_known(new Banner(Tone::Info, QString()))
    , m_errors(new ErrorSummary)
    , m_refused(new Banner(Tone::Danger, QString()))
    , m_area(new QScrollArea)
    , m_person(new PersonSection(centre))
    , m_matter(new MatterSection(centre))
    , m_past(new PastVisitsPanel(centre))
    , m_register(new ActionButton(registering, Variant::Primary))
    , m_doneAtOnce(new ActionButton(doneAtOnce))
{
    build(leaving, takingKnown);
    connect(m_person, &PersonSection::edited, this, &VisitForm::personTyped);
    connect(m_known, &Banner::closed, this, &VisitForm::knownDismissed);
    connect(m_person, &PersonSection::submitted, this, &VisitForm::submitted);
    connect(m_matter, &MatterSection::submitted, this, &VisitForm::submitted);
    connect(m_past, &PastVisitsPanel::sameMatter, this, &VisitForm::takeOver);
}

void VisitForm::build(QAction* leaving, QAction* takingKnown)
{
    auto* sheet = new Card;
    sheet->body()->setSpacing(space::small);
    sheet->body()->addWidget(makeHeader(leaving));
    m_changed->addAction(makeChoice(tr("&Load it"), &VisitForm::loadChanged));
    m_changed->addAction(makeChoice(tr("&Keep mine"), &VisitForm::keepMine));
    m_known->addAction(takingKnown);
    m_known->setClosable(true);
    for (QWidget* message : std::initializer_list<QWidget*>{m_already, m_changed, m_known, m_refused, m_errors}) {
        message->hide();
        sheet->body()->addWidget(message);
    }
    auto* fields = new QWidget;
    fields->setProperty("page", true);
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, space::small, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_person);
    column->addWidget(m_matter);
    column->addStretch(1);
    m_area->setWidget(fields);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    sheet->body()->addWidget(m_area, 1);
    sheet->body()->addWidget(makeFooter());

    m_past->setMinimumWidth(scaled(pastPixels));
    sheet->setMaximumWidth(scaled(widestSheetPixels));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::large);
    row->addWidget(sheet, 4);
    row->addWidget(m_past, 1);
    row->addStretch(0);
}

void VisitForm::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_past->setMinimumWidth(scaled(width() < scaled(roomyPixels) ? narrowPastPixels : pastPixels));
}

QWidget* VisitForm::makeHeader(QAction* leaving)
{
    auto* header = new QWidget;
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    setType(m_title, Type::Title, true);
    m_title->setTextFormat(Qt::PlainText);
    row->addWidget(m_title);
    row->addWidget(m_repeat);
    row->addStretch(1);
    row->addWidget(new ActionButton(leaving, Variant::Quiet));
    return header;
}

QWidget* VisitForm::makeFooter()
{
    auto* footer = new QWidget;
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(0, space::tight, 0, 0);
    auto* required = new QLabel(tr("* must be filled in"));
    setType(required, Type::Caption);
    setTone(required, Tone::Muted);
    required->setWordWrap(true); // gives way to the buttons at large type
    row->addWidget(required, 1);
    row->addWidget(m_doneAtOnce);
    row->addWidget(m_register);
    return footer;
}

void VisitForm::showHeader()
{
    const bool returning = m_opened.returning.has_value();
    m_title->setText(returning ? words::visitor(m_opened.returning->known.name) : tr("New visitor"));
    const int visits = returning ? static_cast<int>(m_opened.returning->visits.size()) : 0;
    m_repeat->setVisible(visits > 0);
    m_repeat->setValue({Icons::History, tr("%n former visits", nullptr, visits), Tone::Info});
    m_already->setVisible(!m_opened.todayNumber.isEmpty());
    m_already->setMessage(Tone::Warning, tr("Holds ticket %1 today already. Register again only for another matter.").arg(m_opened.todayNumber));
    m_changed->hide();
    m_known->hide();
    m_refused->hide();
    m_errors->setErrors({});
    m_past->setVisible(returning);
    m_past->setVisits(returning ? m_opened.returning->visits : std::vector<VisitSummary>());
}

void VisitForm::begin(VisitDraft draft)
{
    const QDate today = m_clock.now().dateAt(m_centre.offsetMinutes);
    m_person->setToday(today);
    m_matter->setToday(today);
    m_opened = std::move(draft);
    if (m_opened.begunAt == Instant())
        m_opened.begunAt = m_clock.now();
    showHeader();
    m_person->setEntry(m_opened.person);
    m_matter->setEntry(m_opened.matter);
    m_area->ensureVisible(0, 0);
    // As the fields now show it: normalising a known number is no typing.
    m_opened.person = m_person->entry();
    m_opened.matter = m_matter->entry();
}

void VisitForm::offerAnew()
{
    m_matter->offerAnew();
}

void VisitForm::openNew(const PersonInput& begun)
{
    VisitDraft draft;
    draft.person = PersonEntry::from(begun);
    if (begun.documentNumber.isEmpty())
        draft.person.documentKind = DocumentKind::ResidentId;
    begin(std::move(draft));
}

void VisitForm::openReturning(const PersonDetails& person, const QString& todayNumber)
{
    VisitDraft draft;
    draft.returning = person;
    draft.todayNumber = todayNumber;
    draft.person = PersonEntry::from(person.known);
    if (person.known.documentNumber.isEmpty())
        draft.person.documentKind = DocumentKind::ResidentId;
    if (!person.visits.empty())
        draft.matter.service = person.visits.front().service;
    begin(std::move(draft));
}

void VisitForm::becomeReturning(const PersonDetails& person, const QString& todayNumber)
{
    const VisitDraft typed = draft();
    openReturning(person, todayNumber);
    m_opened.begunAt = typed.begunAt;
    PersonEntry entry = m_person->entry();
    PersonEntry::eachField([&](const char*, auto member) {
        if constexpr (std::is_same_v<std::decay_t<decltype(entry.*member)>, QString>) {
            if ((entry.*member).isEmpty())
                entry.*member = typed.person.*member;
        }
    });
    m_person->setEntry(entry);
    MatterEntry matter = typed.matter;
    if (matter.service.isEmpty())
        matter.service = m_opened.matter.service;
    m_matter->setEntry(matter);
}

void VisitForm::showKnown(const QString& text)
{
    m_known->setVisible(!text.isEmpty());
    if (!text.isEmpty())
        m_known->setMessage(Tone::Info, text);
}

void VisitForm::restore(const VisitDraft& draft)
{
    const VisitDraft typed = draft;
    if (typed.returning)
        openReturning(*typed.returning, typed.todayNumber);
    else
        openNew({});
    m_opened.begunAt = typed.begunAt;
    m_person->setEntry(typed.person);
    m_matter->setEntry(typed.matter);
}

VisitDraft VisitForm::draft() const
{
    return {m_opened.returning, m_opened.todayNumber, m_person->entry(), m_matter->entry(), m_opened.begunAt};
}

bool VisitForm::isTouched() const
{
    return m_person->entry() != m_opened.person || m_matter->entry() != m_opened.matter;
}

bool VisitForm::isOpenFor(PersonId person) const
{
    return m_opened.returning && m_opened.returning->person == person;
}

bool VisitForm::takeScan(const QString& number)
{
    if (m_person->hasDocument())
        return false;
    m_person->fillDocument(number);
    m_person->focusFirstEmpty();
    return true;
}

void VisitForm::sameMatterAsLast()
{
    if (m_opened.returning && !m_opened.returning->visits.empty() && !m_opened.returning->visits.front().confidential)
        takeOver(m_opened.returning->visits.front());
}

void VisitForm::takeOver(const VisitSummary& visit)
{
    MatterEntry entry = m_matter->entry();
    entry.summary = visit.summary;
    entry.service = visit.service;
    m_matter->setEntry(entry);
    m_matter->focusSummary();
    Q_EMIT sameMatterChosen(visit.visit);
}

void VisitForm::fillAppointment(const QString& service, const QString& summary)
{
    MatterEntry entry = m_matter->entry();
    if (entry.service.isEmpty())
        entry.service = service;
    if (entry.summary.isEmpty())
        entry.summary = summary;
    if (entry != m_matter->entry())
        m_matter->setEntry(entry);
}

void VisitForm::fillMatter(const MatterRecorded& matter)
{
    MatterEntry entry = m_matter->entry();
    const auto fill = [](QString& target, const QString& known) {
        if (target.isEmpty())
            target = known;
    };
    fill(entry.claim, matter.claim);
    fill(entry.respondent, matter.respondent);
    fill(entry.problemPlace, matter.problemPlace);
    fill(entry.problemDate, dayText(matter.problemDate));
    if (entry.pendingElsewhere == PendingElsewhere::Unasked)
        entry.pendingElsewhere = matter.pendingElsewhere;
    if (entry != m_matter->entry())
        m_matter->setEntry(entry);
}

QList<FormField*> VisitForm::allFields() const
{
    return m_person->fields() + m_matter->fields();
}

bool VisitForm::showErrors()
{
    for (FormField* field : allFields()) {
        if (field->error().isEmpty())
            continue;
        m_person->reveal(field);
        m_matter->reveal(field);
    }
    return m_errors->setErrorsOf(allFields());
}

bool VisitForm::check()
{
    m_refused->hide();
    m_person->check();
    m_matter->check();
    return !showErrors();
}

VisitRegister VisitForm::command() const
{
    VisitRegister command;
    if (m_opened.returning)
        command.person = m_opened.returning->person;
    else
        command.newPerson = m_person->input();
    m_matter->fill(command);
    return command;
}

PersonInput VisitForm::person() const
{
    return m_person->input();
}

void VisitForm::showError(const Error& error)
{
    const QString name = error.field.section(u'.', -1);
    FormField* field = m_person->fieldNamed(name);
    if (!field)
        field = m_matter->fieldNamed(name);
    if (field) {
        field->setError(errorText(error, m_centre));
        showErrors();
        return;
    }
    m_refused->setMessage(Tone::Danger, errorText(error, m_centre));
    m_refused->show();
    m_register->setFocus(Qt::OtherFocusReason);
}

void VisitForm::setKnown(const PersonInput& known)
{
    if (m_opened.returning)
        m_opened.returning->known = known;
}

QAction* VisitForm::makeChoice(const QString& text, void (VisitForm::*slot)())
{
    auto* action = new QAction(text, this);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void VisitForm::showChanged(const PersonDetails& now, const QString& author, Instant at)
{
    if (!isOpenFor(now.person))
        return;
    const PersonInput& known = m_opened.returning->known;
    QStringList fields;
    for (const QString& name : changedFields(known, now.known))
        fields.append(m_person->fieldNamed(name)->label());
    m_changed->setVisible(!fields.isEmpty());
    if (fields.isEmpty())
        return;
    m_now = now;
    const QString what = fields.join(tr(", ", "between the names of fields"));
    m_changed->setMessage(Tone::Warning,
                          author.isEmpty()
                              ? tr("%1 was changed at another window just now: %2. What you typed stands.").arg(known.name, what)
                              : tr("%1 was changed at another window by %2 at %3: %4. What you typed stands.")
                                    .arg(known.name, author, timeText(at, m_centre.offsetMinutes), what));
}

void VisitForm::loadChanged()
{
    const PersonInput before = m_opened.returning->known;
    m_person->setEntry(withChanges(m_person->entry(), before, m_now.known));
    m_opened.person = withChanges(m_opened.person, before, m_now.known);
    m_opened.returning = m_now;
    m_title->setText(m_now.known.name);
    m_changed->hide();
    focusFirst();
}

/// What is sent is only what was typed here, so the other window's changes of other fields stand too.
void VisitForm::keepMine()
{
    m_changed->hide();
    focusFirst();
}

void VisitForm::focusFirst()
{
    if (m_opened.returning)
        m_matter->focusSummary();
    else
        m_person->focusFirstEmpty();
}

void VisitForm::focusNextSection(bool forward)
{
    const bool inPerson = m_person->isAncestorOf(focusWidget());
    const bool inMatter = m_matter->isAncestorOf(focusWidget());
    if (forward ? inPerson : !inMatter && !inPerson)
        m_matter->focusSummary();
    else if (forward && inMatter)
        m_register->setFocus(Qt::TabFocusReason);
    else
        m_person->focusFirstEmpty();
}

} // namespace onedoor

#include "moc_visit_form.cpp"
