// SPDX-License-Identifier: GPL-3.0-or-later
// Changes which stops a visitor still makes. A stop that was planned for one place, or leads back from a side trip, stays so while it is
// named. UI thread.
#pragma once

#include "core/services/api/reception.h"
#include "ui/pages/counter/task_sheet.h"

namespace onedoor {

class RouteEdit;

class RouteSheet final : public TaskSheet {
    Q_OBJECT
public:
    RouteSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page);

Q_SIGNALS:
    void wanted(const std::vector<onedoor::StopInput>& stops);

protected:
    void submit() override;

private:
    std::vector<StopRow> m_planned;
    RouteEdit* m_stops;
};

} // namespace onedoor
