// SPDX-License-Identifier: GPL-3.0-or-later
// Interrupts serving: one digit says why, and the reason decides where the visitor may resume. UI thread.
#pragma once

#include "ui/pages/counter/task_sheet.h"

namespace onedoor {

class ChoiceList;
class FormField;

class HoldSheet final : public TaskSheet {
    Q_OBJECT
public:
    HoldSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page);

Q_SIGNALS:
    void wanted(const QString& reason);

protected:
    void submit() override;

private:

    ChoiceList* m_reasons;
    FormField* m_field;
};

} // namespace onedoor
