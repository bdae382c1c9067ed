// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the matter (来访登记表, lower part) and of the ticket: what troubles the visitor, which service, how many came. Owned by
// the visit form; UI thread.
#pragma once

#include "core/domain/triage/triage.h"
#include "ui/pages/reception/visit_draft.h"
#include "ui/widgets/form_field.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QAction;
class QGridLayout;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace onedoor {

class ChoiceField;
class Disclosure;
class RouteEdit;
class TextField;

class MatterSection final : public QWidget {
    Q_OBJECT
public:
    MatterSection(const CentreDefinition& centre, QWidget* parent = nullptr);
    /// The centre's services and priorities changed: offers the new ones, keeps what is chosen.
    void offerAnew();

    void setToday(QDate today) { m_today = today; }
    void setEntry(const MatterEntry& entry);
    MatterEntry entry() const;
    void check();
    /// Writes what was entered into the command; meaningful after check() found nothing.
    void fill(VisitRegister& command) const;

    const QList<FormField*>& fields() const { return m_fields; }
    FormField* fieldNamed(const QString& name) const;
    void clearErrors();
    /// Opens the part of the section that hides this field.
    void reveal(FormField* field);
    void focusSummary();
    /// How long the chosen service takes, in words; empty: not known.
    void showWait(const QString& words);
    QWidget* firstWidget() const;

    /// The page's action that takes the suggestion over; stands beside it.
    void offerSuggestions(QAction* taking);
    /// What the words of the matter lead to; without stops: nothing. What is chosen already is no news.
    void showSuggestion(const TriageSuggestion& suggestion);
    /// Service and further stops as suggested; the focus stays where it is.
    void takeSuggestion();

Q_SIGNALS:
    void submitted();
    void summaryTyped();
    /// Service or priority changed; keys.
    void serviceChosen(const QString& service, const QString& priority);

private:
    FormField* add(QGridLayout* grid, const QString& name, const QString& label, QWidget* editor, int row, int column, int span);
    TextField* makeText(int characters);
    void build();
    QWidget* makeFlags();
    void buildMore();
    void chain();
    void sayHint();
    QWidget* makeSuggestion();
    void updateSuggestion();
    void buildOthers(QGridLayout* grid);
    void checkOthers();
    void fillOthers(VisitRegister& command) const;
    QStringList representatives() const;

    const CentreDefinition& m_centre;
    QDate m_today;
    QPlainTextEdit* m_summary;
    ChoiceField* m_service;
    QComboBox* m_priority;
    QSpinBox* m_headcount;
    QCheckBox* m_urgent;
    QCheckBox* m_threat;
    QCheckBox* m_confidential;
    QCheckBox* m_escort;
    QCheckBox* m_hearing;
    QCheckBox* m_wheelchair;
    RouteEdit* m_stops;
    FormField* m_stopsField = nullptr;
    Disclosure* m_stopsButton = nullptr;
    QWidget* m_suggestionRow = nullptr;
    QLabel* m_suggestionText = nullptr;
    QAction* m_taking = nullptr;
    TriageSuggestion m_suggestion;
    TextField* m_representatives;
    TextField* m_helperName;
    QComboBox* m_helperRelation;
    TextField* m_helperPhone;
    TextField* m_claim;
    TextField* m_respondent;
    TextField* m_problemPlace;
    TextField* m_problemDate;
    QComboBox* m_pending;
    TextField* m_materials;
    QWidget* m_more;
    Disclosure* m_moreButton = nullptr;
    QList<FormField*> m_fields;
    QString m_wait;
};

} // namespace onedoor
