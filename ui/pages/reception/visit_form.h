// SPDX-License-Identifier: GPL-3.0-or-later
// The visit form: visitor, matter and ticket on one sheet, former visits beside it. It holds what was typed, says beside each field
// what is wrong, collects that in a summary which takes focus, and clears nothing. It sends nothing: the page does. UI thread.
#pragma once

#include "core/base/clock.h"
#include "core/domain/centre/centre_definition.h"
#include "ui/pages/reception/visit_draft.h"

#include <QWidget>

class QAction;
class QLabel;
class QScrollArea;

namespace onedoor {

class ActionButton;
class Badge;
class Banner;
class ErrorSummary;
class FormField;
class MatterSection;
class PastVisitsPanel;
class PersonSection;

class VisitForm final : public QWidget {
    Q_OBJECT
public:
    /// The actions are the page's.
    VisitForm(const CentreDefinition& centre, const Clock& clock, QAction* registering, QAction* doneAtOnce, QAction* leaving, QAction* takingKnown,
              QWidget* parent = nullptr);

    void openNew(const PersonInput& begun);
    /// The centre's services and priorities changed.
    void offerAnew();
    void openReturning(const PersonDetails& person, const QString& todayNumber);
    /// The new visitor turns out to be somebody who is known: what was typed stays where the record says nothing, and so does the matter.
    void becomeReturning(const PersonDetails& person, const QString& todayNumber);
    bool isNewVisitor() const { return !m_opened.returning; }
    void restore(const VisitDraft& draft);
    VisitDraft draft() const;
    /// Whether anything was typed since it was opened.
    bool isTouched() const;
    bool isOpenFor(PersonId person) const;
    /// A number from the card reader; false when this form has one already.
    bool takeScan(const QString& number);

    /// The matter of a former visit into the fields; from the newest one with Ctrl+R.
    void sameMatterAsLast();
    void fillMatter(const MatterRecorded& matter);
    /// What the appointment says, where nothing is typed yet.
    void fillAppointment(const QString& service, const QString& summary);

    /// Marks what can't be right and shows the summary; true when all may be sent.
    bool check();
    VisitRegister command() const;
    PersonInput person() const;
    /// What the service refused, beside the field it names.
    void showError(const Error& error);
    /// Who may be this new visitor; empty: nobody. Quiet: it takes no focus and stops nothing.
    void showKnown(const QString& text);
    /// The person's corrected details have been recorded.
    void setKnown(const PersonInput& known);
    /// The person's record was changed elsewhere: says who did what and when, and leaves every field as it is until somebody chooses.
    void showChanged(const PersonDetails& now, const QString& author, Instant at);
    void focusFirst();
    MatterSection& matter() { return *m_matter; }
    void focusNextSection(bool forward);

Q_SIGNALS:
    void submitted();
    void sameMatterChosen(onedoor::VisitId visit);
    void personTyped();
    void knownDismissed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build(QAction* leaving, QAction* takingKnown);
    QWidget* makeHeader(QAction* leaving);
    QWidget* makeFooter();
    void showHeader();
    void begin(VisitDraft draft);
    void takeOver(const VisitSummary& visit);
    QAction* makeChoice(const QString& text, void (VisitForm::*slot)());
    void loadChanged();
    void keepMine();
    QList<FormField*> allFields() const;
    bool showErrors();

    const CentreDefinition& m_centre;
    const Clock& m_clock;
    VisitDraft m_opened;
    QLabel* m_title;
    Badge* m_repeat;
    Banner* m_already;
    Banner* m_changed;
    Banner* m_known;
    PersonDetails m_now; ///< what the record held when it was last said that it was changed
    ErrorSummary* m_errors;
    Banner* m_refused;
    QScrollArea* m_area;
    PersonSection* m_person;
    MatterSection* m_matter;
    PastVisitsPanel* m_past;
    ActionButton* m_register;
    ActionButton* m_doneAtOnce;
};

} // namespace onedoor
