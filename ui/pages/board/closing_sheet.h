// SPDX-License-Identifier: GPL-3.0-or-later
// Closing the day: what is still open, each with what the centre's rule proposes, changed by a choice where the manager knows better. Only
// what is listed is closed; whoever came since is listed the next time. Lives until closed; everything it refers to outlives it; UI thread.
#pragma once

#include "core/services/api/day.h"
#include "core/services/gateway.h"
#include "ui/widgets/sheet.h"

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace onedoor {

class Banner;
class Button;

class ClosingSheet final : public Sheet {
    Q_OBJECT
public:
    ClosingSheet(Gateway& gateway, const Session& session, QWidget* page);
    /// What stands beside each ticket now, in the order of the list.
    std::vector<ClosingChoice> choices() const;

Q_SIGNALS:
    void dayClosed(const onedoor::DayClosing& closing);

private:
    void ask();
    void showOutline(const DayOutline& outline);
    QWidget* lineFor(const OpenTicket& open);
    QWidget* makeAll();
    void submit();
    QString introduction() const;
    void complain(const Error& error);

    Gateway& m_gateway;
    const Session& m_session;
    DayOutline m_outline;
    QLabel* m_intro;
    Banner* m_refusal;
    QVBoxLayout* m_list;
    Button* m_close;
    std::vector<std::pair<TicketId, QComboBox*>> m_choices;
};

} // namespace onedoor
