// SPDX-License-Identifier: GPL-3.0-or-later
// One appointment as it is typed: who, what for, when. Only free times can be chosen; which these are is asked anew when service, place or
// day change, and again when somebody else books. Nothing typed is cleared by a refusal. Owned by the page; UI thread.
#pragma once

#include "core/services/api/appointments.h"
#include "core/services/gateway.h"
#include "ui/models/choice_model.h"
#include "ui/widgets/form_field.h"

#include <QWidget>


namespace onedoor {

class ChoiceField;
class LookupController;
class LookupField;
class TextField;

class AppointmentForm final : public QWidget {
    Q_OBJECT
public:
    AppointmentForm(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent = nullptr);

    /// Empty, for a day.
    void startNew(QDate day);
    void show(const AppointmentRow& row);
    /// What stands here can't be changed: it is over.
    void setLocked(bool locked);
    void focusFirst();
    /// Marks what is missing; true when nothing is.
    bool check();
    AppointmentBook booking() const;
    AppointmentChange change() const;
    const std::optional<AppointmentRow>& shown() const { return m_shown; }
    /// True when the error belongs to a field here, which shows it then.
    bool setError(const Error& error, const QString& sentence);
    void askFreeTimes();
    /// Something differs from what is recorded: it must not be replaced under the typing hand.
    bool isTouched() const;
    void reword();

Q_SIGNALS:
    void submitted();

private:
    void makeFields();
    void choosePerson(const PersonRow& person);
    void takeText(const QString& text);
    void showFreeTimes(const FreeTimes& free);
    std::vector<Choice> placeChoices() const;
    QDate typedDay() const;

    Gateway& m_gateway;
    const Session& m_session;
    const Clock& m_clock;
    std::optional<AppointmentRow> m_shown; ///< none: a new one
    std::optional<PersonId> m_person;      ///< somebody who is known
    LookupField* m_who;
    LookupController* m_finder;
    TextField* m_name;
    TextField* m_phone;
    ChoiceField* m_service;
    ChoiceField* m_place;
    TextField* m_day;
    ChoiceField* m_time;
    TextField* m_note;
    FormField* m_whoField;
    FormField* m_nameField;
    FormField* m_phoneField;
    FormField* m_serviceField;
    FormField* m_placeField;
    FormField* m_dayField;
    FormField* m_timeField;
    FormField* m_noteField;
    std::uint64_t m_question = 0;
    bool m_locked = false;
};

} // namespace onedoor
