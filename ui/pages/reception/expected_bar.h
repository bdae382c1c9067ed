// SPDX-License-Identifier: GPL-3.0-or-later
// One line above the desk: who is expected today and has not come yet, the next one by name. Takes no room where nobody is expected. Asks
// again when appointments or tickets change, and as time goes on; late answers are dropped. UI thread.
#pragma once

#include "core/services/api/appointments.h"
#include "core/services/gateway.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;

namespace onedoor {

class ExpectedBar final : public QWidget {
    Q_OBJECT
public:
    /// `list`: the action that lists them; not owned.
    ExpectedBar(Gateway& gateway, const Session& session, QAction* list, QWidget* parent = nullptr);

    const std::vector<AppointmentRow>& rows() const { return m_rows; }
    bool isEmpty() const { return m_rows.empty(); }
    /// nullptr: not expected, or no more.
    const AppointmentRow* find(AppointmentId appointment) const;
    void refresh();

Q_SIGNALS:
    void refreshed();

private:
    void describe();

    Gateway& m_gateway;
    const Session& m_session;
    std::vector<AppointmentRow> m_rows;
    QLabel* m_text;
    QTimer m_minute;
    std::uint64_t m_question = 0;
};

} // namespace onedoor
