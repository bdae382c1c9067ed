// SPDX-License-Identifier: GPL-3.0-or-later
// Ends serving: which outcome, and a note for the record. Digit, then Enter; no outcome is chosen beforehand. UI thread.
#pragma once

#include "ui/pages/counter/task_sheet.h"

namespace onedoor {

class ChoiceList;
class FormField;
class TextField;

class FinishSheet final : public TaskSheet {
    Q_OBJECT
public:
    FinishSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page);

Q_SIGNALS:
    void wanted(const QString& outcome, const QString& note);

protected:
    void submit() override;

private:
    ChoiceList* m_outcomes;
    FormField* m_outcomeField;
    TextField* m_note;
};

} // namespace onedoor
