// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/appointment_form.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/lookup_text.h"
#include "ui/models/when_ready.h"
#include "ui/models/words.h"
#include "ui/widgets/choice_field.h"
#include "ui/widgets/lookup_controller.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/theme/theme.h"

#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

const QString anyPlace = u"*"_s;

} // namespace

AppointmentForm::AppointmentForm(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_clock(clock), m_who(new LookupField),
      m_finder(new LookupController(gateway, session, m_who, LookupModel::Offers::NewVisitorToo)), m_name(new TextField), m_phone(new TextField),
      m_service(new ChoiceField(serviceChoices(gateway.centre()), tr("Service"))), m_place(new ChoiceField({}, tr("Place"))), m_day(new TextField),
      m_time(new ChoiceField({}, tr("Time"))), m_note(new TextField)
{
    makeFields();
    m_place->setChoices(placeChoices());
    m_place->setKey(anyPlace);
    connect(m_finder, &LookupController::personChosen, this, &AppointmentForm::choosePerson);
    connect(m_finder, &LookupController::newVisitor, this, &AppointmentForm::takeText);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_person.reset(); }); // somebody else now
    connect(m_phone, &QLineEdit::textEdited, this, [this] { m_person.reset(); });
    connect(m_service, &ChoiceField::changed, this, [this] {
        m_place->setChoices(placeChoices());
        if (m_place->key().isEmpty())
            m_place->setKey(anyPlace);
        askFreeTimes();
    });
    connect(m_place, &ChoiceField::changed, this, &AppointmentForm::askFreeTimes);
    connect(m_day, &QLineEdit::editingFinished, this, &AppointmentForm::askFreeTimes);
    connect(m_note, &TextField::submitted, this, &AppointmentForm::submitted);
}

void AppointmentForm::makeFields()
{
    m_who->setPlaceholderText(tr("Name, pinyin or telephone"));
    m_service->setPlaceholderText(tr("Name, pinyin or keyword"));
    m_time->setEmptyText(tr("No free time matches"));
    m_whoField = new FormField(tr("&Look up"), m_who);
    m_nameField = new FormField(tr("Na&me"), m_name);
    m_phoneField = new FormField(tr("Tele&phone"), m_phone);
    m_serviceField = new FormField(tr("Ser&vice"), m_service);
    m_placeField = new FormField(tr("Pla&ce"), m_place);
    m_dayField = new FormField(tr("&Day"), m_day);
    m_timeField = new FormField(tr("&Time"), m_time);
    m_noteField = new FormField(tr("Wh&at it is about"), m_note);
    for (FormField* each : {m_nameField, m_serviceField, m_dayField, m_timeField, m_noteField})
        each->setRequired(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    column->addWidget(m_whoField);
    auto* who = new QHBoxLayout;
    who->setSpacing(space::medium);
    who->addWidget(m_nameField, 1);
    who->addWidget(m_phoneField, 1);
    column->addLayout(who);
    column->addWidget(m_serviceField);
    column->addWidget(m_placeField);
    auto* when = new QHBoxLayout;
    when->setSpacing(space::medium);
    when->addWidget(m_dayField, 1);
    when->addWidget(m_timeField, 1);
    column->addLayout(when);
    column->addWidget(m_noteField);
}

std::vector<Choice> AppointmentForm::placeChoices() const
{
    std::vector<Choice> choices{{anyPlace, tr("Any place"), {}, {}, {}}};
    for (const Place* place : m_gateway.centre().placesServing(m_service->key()))
        choices.push_back({place->key, localName(*place), localShortLabel(*place), {}, {place->name, place->nameEnglish}});
    return choices;
}

void AppointmentForm::reword()
{
    m_service->setChoices(serviceChoices(m_gateway.centre()));
    m_place->setChoices(placeChoices());
}

QDate AppointmentForm::typedDay() const
{
    return readDay(m_day->text()).value_or(QDate());
}

void AppointmentForm::startNew(QDate day)
{
    m_shown.reset();
    m_person.reset();
    setLocked(false);
    m_who->clear();
    for (TextField* each : {m_name, m_phone, m_note})
        each->clear();
    for (FormField* each : {m_nameField, m_phoneField, m_serviceField, m_placeField, m_dayField, m_timeField, m_noteField})
        each->setError({});
    m_whoField->setVisible(true);
    m_service->setKey({});
    m_place->setKey(anyPlace);
    m_day->setText(dayText(day));
    m_time->setKey({});
    m_noteField->setHint({});
    askFreeTimes();
}

void AppointmentForm::show(const AppointmentRow& row)
{
    const int offset = m_gateway.centre().offsetMinutes;
    startNew(row.beginsAt.dateAt(offset));
    m_shown = row;
    m_person = row.person;
    m_whoField->setVisible(false);
    m_name->setText(words::visitor(row.name));
    m_phone->setText(row.phone);
    m_service->setKey(row.service);
    m_place->setKey(row.place.isEmpty() ? anyPlace : row.place);
    m_note->setText(row.note);
    const Service* service = m_gateway.centre().findService(row.service);
    if (service != nullptr && service->has(ServiceFlag::Confidential))
        m_noteField->setHint(tr("Confidential: what is recorded is not shown. Empty leaves it as it is."));
    setLocked(row.status == AppointmentStatus::Kept || row.status == AppointmentStatus::Cancelled);
    askFreeTimes();
}

void AppointmentForm::setLocked(bool locked)
{
    m_locked = locked;
    const bool known = m_shown.has_value(); // whoever is on show stays: another person is another appointment
    for (TextField* each : {m_name, m_phone})
        each->setReadOnly(locked || known);
    for (QWidget* each : {static_cast<QWidget*>(m_service), static_cast<QWidget*>(m_place), static_cast<QWidget*>(m_time)})
        each->setEnabled(!locked);
    m_day->setReadOnly(locked);
    m_note->setReadOnly(locked);
}

void AppointmentForm::focusFirst()
{
    if (!m_shown)
        m_who->setFocus(Qt::OtherFocusReason);
    else
        m_day->setFocus(Qt::OtherFocusReason);
}

void AppointmentForm::choosePerson(const PersonRow& person)
{
    m_person = person.person;
    m_name->setText(person.name);
    m_phone->setText(person.phone);
    m_who->clear();
    m_service->setFocus(Qt::OtherFocusReason);
}

void AppointmentForm::takeText(const QString& text)
{
    const PersonRegistered typed = personFromText(text);
    m_person.reset();
    m_name->setText(typed.name);
    m_phone->setText(typed.phone);
    m_who->clear();
    (typed.name.isEmpty() ? m_name : m_phone)->setFocus(Qt::OtherFocusReason);
}

void AppointmentForm::askFreeTimes()
{
    const std::uint64_t question = ++m_question;
    const QDate day = typedDay();
    if (m_service->key().isEmpty() || !day.isValid())
        return m_time->setChoices({});
    AppointmentFree free{m_service->key(), m_place->key() == anyPlace ? QString() : m_place->key(), day, 0, {}};
    if (m_shown) {
        free.moved = m_shown->appointment;
        if (m_shown->service == free.service)
            free.lengthMinutes = m_shown->lengthMinutes;
    }
    whenReady(m_gateway.ask(m_session, free), this, [this, question](const Result<FreeTimes>& times) {
        if (question == m_question && times)
            showFreeTimes(*times);
    });
}

void AppointmentForm::showFreeTimes(const FreeTimes& free)
{
    const int offset = m_gateway.centre().offsetMinutes;
    std::vector<Choice> choices;
    const auto add = [&](Instant time, const QString& detail) {
        choices.push_back({QString::number(time.milliseconds), timeText(time, offset), detail, {}, {}});
    };
    std::vector<Instant> times = free.times;
    const bool ownDay = m_shown && m_shown->beginsAt.dateAt(offset) == free.day;
    if (ownDay && std::find(times.begin(), times.end(), m_shown->beginsAt) == times.end())
        times.insert(std::lower_bound(times.begin(), times.end(), m_shown->beginsAt), m_shown->beginsAt); // it is over, or beside the grid
    for (const Instant time : times)
        add(time, ownDay && time == m_shown->beginsAt ? tr("as it is now") : QString());
    const QString chosen = m_time->key();
    m_time->setChoices(choices);
    if (m_time->key().isEmpty() && chosen.isEmpty() && ownDay)
        m_time->setKey(QString::number(m_shown->beginsAt.milliseconds));
    const QLocale words;
    m_dayField->setHint(words.toString(free.day, u"dddd"_s));
    if (times.empty() && free.next)
        m_timeField->setHint(tr("Nothing is free on this day. Next: %1 %2").arg(dayText(free.next.dateAt(offset)), timeText(free.next, offset)));
    else
        m_timeField->setHint(tr("%n free · %1 min each", nullptr, int(free.times.size())).arg(free.lengthMinutes));
}

bool AppointmentForm::isTouched() const
{
    if (!m_shown)
        return true;
    const QString place = m_shown->place.isEmpty() ? anyPlace : m_shown->place;
    const bool isMoved = !m_time->key().isEmpty() && m_time->key() != QString::number(m_shown->beginsAt.milliseconds);
    return m_day->isModified() || m_note->isModified() || m_service->key() != m_shown->service || m_place->key() != place || isMoved;
}

bool AppointmentForm::check()
{
    m_service->settle();
    m_time->settle();
    m_nameField->setError(m_name->text().trimmed().isEmpty() ? tr("Whose appointment is it?") : QString());
    m_serviceField->setError(m_service->key().isEmpty() ? tr("Choose a service from the list.") : QString());
    m_dayField->setError(typedDay().isValid() ? QString() : tr("Please type a day such as 2026-03-02."));
    m_timeField->setError(m_time->key().isEmpty() ? tr("Choose a free time from the list.") : QString());
    const bool needsNote = !m_shown || !m_shown->note.isEmpty();
    m_noteField->setError(needsNote && m_note->text().trimmed().isEmpty() ? tr("Say in a few words what it is about.") : QString());
    for (FormField* each : {m_nameField, m_serviceField, m_dayField, m_timeField, m_noteField}) {
        if (each->error().isEmpty())
            continue;
        each->editor()->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

AppointmentBook AppointmentForm::booking() const
{
    AppointmentBook book;
    book.person = m_person;
    if (!m_person)
        book.newPerson = PersonInput{.name = m_name->text().trimmed(), .documentKind = DocumentKind::None, .phone = m_phone->text().trimmed()};
    book.service = m_service->key();
    book.place = m_place->key() == anyPlace ? QString() : m_place->key();
    book.beginsAt = {m_time->key().toLongLong()};
    book.note = m_note->text().trimmed();
    return book;
}

AppointmentChange AppointmentForm::change() const
{
    const AppointmentBook now = booking();
    AppointmentChange change{m_shown->appointment, now.service, now.place, now.beginsAt, std::nullopt, std::nullopt};
    if (now.service != m_shown->service)
        change.lengthMinutes = std::uint32_t(m_gateway.centre().appointments.lengthOf(now.service));
    if (!now.note.isEmpty())
        change.note = now.note;
    return change;
}

bool AppointmentForm::setError(const Error& error, const QString& sentence)
{
    const std::pair<QString, FormField*> fields[] = {{u"newPerson.name"_s, m_nameField}, {u"newPerson.phone"_s, m_phoneField}, {u"service"_s, m_serviceField},
                                                     {u"place"_s, m_placeField},         {u"beginsAt"_s, m_timeField},         {u"note"_s, m_noteField}};
    for (const auto& [name, field] : fields) {
        if (name != error.field)
            continue;
        field->setError(sentence);
        field->editor()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

} // namespace onedoor

#include "moc_appointment_form.cpp"
