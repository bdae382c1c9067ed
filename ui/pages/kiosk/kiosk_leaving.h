// SPDX-License-Identifier: GPL-3.0-or-later
// Staff wants to leave the kiosk: login, then password or PIN, checked by the gateway under its limit for wrong ones. Owned by the display;
// UI thread.
#pragma once

#include "core/services/gateway.h"
#include "ui/pages/kiosk/kiosk_measure.h"

#include <optional>

namespace onedoor {

class KioskScreen;

class KioskLeaving final : public QObject {
    Q_OBJECT
public:
    explicit KioskLeaving(Gateway& gateway, QObject* parent = nullptr);

    void begin();
    bool isUnderWay() const { return m_step != Step::None; }
    /// The question that is due.
    KioskScreen* makeScreen(const KioskMeasure& measure);
    void stop();

Q_SIGNALS:
    /// Another question is due, or none any more.
    void changed();
    void allowed();

private:
    enum class Step { None, Login, Secret, Checking };
    void check(const QString& secret);

    Gateway& m_gateway;
    Step m_step = Step::None;
    QString m_login;
    std::optional<Error> m_fault;
};

} // namespace onedoor
