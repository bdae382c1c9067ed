// SPDX-License-Identifier: GPL-3.0-or-later
// What a centre wants of its kiosks (自助取号机): what they offer and ask, and how long they wait for an answer. Part of the centre's
// definition; a centre that says nothing gets the defaults. Plain values, any thread. Units: seconds, as the names say; the defaults
// follow the MIIT specification for ageing-friendly self-service: time enough for slow hands, and nothing left for the next person.
#pragma once

#include <QList>
#include <QStringList>

namespace onedoor {

enum class KioskIdentity {
    Nothing,  ///< a ticket without a question
    Optional, ///< asked, and may be passed over
    Required, ///< no ticket without a document number
};

/// How many tickets of a service a day are issued before the kiosk says that the rest come to the desk.
struct KioskLimit {
    QString service; ///< Service::key
    int tickets = 0;
    friend bool operator==(const KioskLimit&, const KioskLimit&) = default;
};

struct KioskSettings {
    QStringList services; ///< Service::key, in the order in which they are offered; empty: all of them
    KioskIdentity identity = KioskIdentity::Optional;
    bool asksForPhone = true;  ///< who gives no document number may give a telephone number
    int idleSeconds = 60;      ///< without a touch before the warning
    int warningSeconds = 20;   ///< from the warning until everything is wiped
    QList<KioskLimit> dailyLimits;

    /// 0: no limit.
    int limitOf(QStringView service) const
    {
        for (const KioskLimit& each : dailyLimits) {
            if (each.service == service)
                return each.tickets;
        }
        return 0;
    }
    bool offers(const QString& service) const { return services.isEmpty() || services.contains(service); }
    friend bool operator==(const KioskSettings&, const KioskSettings&) = default;
};

} // namespace onedoor
