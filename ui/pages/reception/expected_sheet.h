// SPDX-License-Identifier: GPL-3.0-or-later
// Who is expected today: choose one, Enter, and the ticket is there. Lives until closed; UI thread.
#pragma once

#include "core/domain/appointment/appointment_row.h"
#include "core/domain/centre/centre_definition.h"
#include "ui/widgets/sheet.h"

namespace onedoor {

class AppointmentModel;
class Banner;
class Button;
class DataTable;

class ExpectedSheet final : public Sheet {
    Q_OBJECT
public:
    ExpectedSheet(const CentreDefinition& centre, const std::vector<AppointmentRow>& rows, QWidget* page);

    void setRows(const std::vector<AppointmentRow>& rows);
    void showRefusal(const QString& text);
    void setBusy(bool busy);

Q_SIGNALS:
    void hasCome(const onedoor::AppointmentRow& row);

private:
    void submit();

    AppointmentModel* m_model;
    DataTable* m_table;
    Banner* m_refusal;
    Button* m_issue;
};

} // namespace onedoor
