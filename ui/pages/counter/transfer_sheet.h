// SPDX-License-Identifier: GPL-3.0-or-later
// Sends the visitor on: the service by typing any part of its name, a place of it or any, and a note for whoever calls next. Number
// and arrival time stay, and the sheet says so. UI thread.
#pragma once

#include "ui/models/choice_model.h"
#include "ui/pages/counter/task_sheet.h"

class QCheckBox;
class QComboBox;

namespace onedoor {

class FormField;
class LookupField;
class TextField;

class TransferSheet final : public TaskSheet {
    Q_OBJECT
public:
    TransferSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page);

Q_SIGNALS:
    /// `toPlace` empty: any place of the service. `back`: and then here again.
    void wanted(const QString& service, const QString& toPlace, const QString& note, bool back);

protected:
    void submit() override;

private:
    void choose(const Choice* choice);

    const CentreDefinition& m_centre;
    ChoiceModel m_services;
    QString m_service; ///< key of the chosen one, empty while somebody types
    LookupField* m_lookup;
    FormField* m_serviceField;
    QComboBox* m_place;
    TextField* m_note;
    QCheckBox* m_back;
};

} // namespace onedoor
