// SPDX-License-Identifier: GPL-3.0-or-later
// An invented morning at the shipped centre, played through the same commands as the pages send: visitors come in by the list in
// resources/demo/day.json, and every staffed place calls, serves, holds, passes on and finishes. Blocks its thread until the
// morning is over: not for the UI thread of a running program.
#pragma once

#include "app/desk/demo_clock.h"
#include "core/services/local_gateway.h"

#include <QJsonObject>

namespace onedoor {

struct DemoOperator {
    QString login;
    QString displayName;
    QString place;
    QString pin;
};

class DemoDay {
public:
    /// The list and the centre's clock: the newest working day that has reached the list's "now" is played.
    static Result<DemoDay> read(const QByteArray& json);
    DemoOperator demoOperator() const;
    /// Who founds the store; without place and PIN.
    DemoOperator administrator() const;
    /// What another PC did while it was cut off.
    QJsonObject elsewhere() const { return m_day.value(QLatin1StringView("elsewhere")).toObject(); }
    /// When the morning begins; set the clock to it before the store is founded, because a store's time never runs back.
    Instant beginning(int offsetMinutes) const;
    /// The first account of the store is `administrator`; makes the others and plays the morning.
    Result<Session> play(LocalGateway& gateway, const Session& administrator, DemoClock& clock);

private:
    struct Desk {
        Session session;
        QJsonObject visit; ///< of the ticket that is served
        QString ticket;
        int busyUntil = 0; ///< minute of the day
        bool serving = false;
    };
    explicit DemoDay(QJsonObject day) : m_day(std::move(day)) {}
    Result<void> makeAccounts(LocalGateway& gateway, const Session& administrator);
    Result<void> arrive(LocalGateway& gateway, const Session& receptionist, const QJsonObject& visit);
    Result<void> book(LocalGateway& gateway, const Session& receptionist, QDate day, int offsetMinutes);
    /// Those who come for an appointment at this minute.
    Result<void> comeFor(LocalGateway& gateway, const Session& receptionist, int minute);
    Result<void> work(LocalGateway& gateway, Desk& desk, int minute);
    Result<void> begin(LocalGateway& gateway, Desk& desk, int minute);
    Result<void> conclude(LocalGateway& gateway, Desk& desk);

    QJsonObject m_day;
    QHash<QString, QJsonObject> m_visits; ///< by ticket number
    std::vector<std::pair<AppointmentId, QJsonObject>> m_booked;
    QStringList m_held;                   ///< numbers that have been on hold already
};

} // namespace onedoor
