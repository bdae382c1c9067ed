// SPDX-License-Identifier: GPL-3.0-or-later
// Ends serving: which outcome, and a note for the record. Digit, then Enter; no outcome is chosen beforehand. With
// stops still to come the sheet says where the visitor goes next and takes a note for whoever calls there. UI thread.
#pragma once

#include "ui/pages/counter/task_sheet.h"

class QCheckBox;

namespace onedoor {

class ChoiceList;
class FormField;
class TextField;


class FinishSheet final : public TaskSheet {
    Q_OBJECT
public:
    FinishSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page);

Q_SIGNALS:
    /// `endsRoute`: the visitor needs none of the stops still to come.
    void wanted(const QString& outcome, const QString& note, const QString& handover, bool endsRoute);

protected:
    void submit() override;

private:
    ChoiceList* m_outcomes;
    FormField* m_outcomeField;
    TextField* m_note;
    TextField* m_handover;
    QCheckBox* m_endsRoute;
};

} // namespace onedoor
