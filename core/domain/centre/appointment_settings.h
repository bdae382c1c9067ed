// SPDX-License-Identifier: GPL-3.0-or-later
// What a centre says of appointments (预约): how long one takes, how many at once, and how early or late somebody may come for it. Part of
// the centre's definition; a centre that says nothing gets the defaults. Plain values, any thread. Units: minutes and days, as the names say.
// What the rules were when an appointment was made is kept with it: a change of these breaks nothing that somebody was told.
#pragma once

#include <QList>
#include <QString>

namespace onedoor {

/// A service that differs from the others.
struct AppointmentRule {
    QString service; ///< Service::key
    int lengthMinutes = 0;
    int capacity = 0; ///< appointments at the same time
    friend bool operator==(const AppointmentRule&, const AppointmentRule&) = default;
};

struct AppointmentSettings {
    int earlyMinutes = 30;    ///< who comes up to this much early waits from the appointed minute on
    int lateMinutes = 15;     ///< who comes up to this much late still does; who comes later waits like anybody else
    int headStartMinutes = 0; ///< credited upon the appointed minute, as a priority is; the larger of the two counts
    int lengthMinutes = 30;
    int capacity = 1;         ///< appointments of a service at the same time; a place never has more than one
    int stepMinutes = 15;     ///< free times are offered in this grid, from the beginning of each stretch of opening hours
    int daysAhead = 60;       ///< appointments are made for at most so many days ahead
    QList<AppointmentRule> services;

    const AppointmentRule* ruleOf(const QString& service) const
    {
        for (const AppointmentRule& each : services) {
            if (each.service == service)
                return &each;
        }
        return nullptr;
    }
    int lengthOf(const QString& service) const
    {
        const AppointmentRule* rule = ruleOf(service);
        return rule != nullptr ? rule->lengthMinutes : lengthMinutes;
    }
    int capacityOf(const QString& service) const
    {
        const AppointmentRule* rule = ruleOf(service);
        return rule != nullptr ? rule->capacity : capacity;
    }
    friend bool operator==(const AppointmentSettings&, const AppointmentSettings&) = default;
};

} // namespace onedoor
