// SPDX-License-Identifier: GPL-3.0-or-later
// The emergency alarm on every desk, above everything else on the pages: where, since when, by whom, who is on the way; "On my way", and
// "All clear" with a note. At the desk that raised it the line is quiet and makes no sound: whoever threatens somebody there must not be
// told. Stays away from accounts that can't answer, and from public screens altogether. Owned by the work frame; everything it refers to
// outlives it; UI thread.
#pragma once

#include "core/services/api/alarm.h"
#include "core/services/gateway.h"

#include <QWidget>

class QVBoxLayout;

namespace onedoor {

class AlarmBanner final : public QWidget {
    Q_OBJECT
public:
    /// `host`: what the sheet of "All clear" lies over.
    AlarmBanner(Gateway& gateway, const Session& session, QWidget* host, QWidget* parent = nullptr);
    /// From the place where the operator sits. Pressed again it raises no second one.
    void raiseAlarm();

Q_SIGNALS:
    /// Somebody else raised one: worth a sound and a raised window.
    void raised();

private:
    void ask();
    void showAlarms(const std::vector<AlarmRow>& alarms);
    QWidget* lineFor(const AlarmRow& alarm);
    QString sentence(const AlarmRow& alarm, bool isMine) const;
    void openClearing(const AlarmRow& alarm);
    template <typename Command>
    void act(const Command& command);

    Gateway& m_gateway;
    const Session& m_session;
    QWidget* m_host;
    QVBoxLayout* m_column;
    std::vector<AlarmRow> m_alarms;
};

} // namespace onedoor
