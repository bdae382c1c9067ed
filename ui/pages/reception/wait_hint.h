// SPDX-License-Identifier: GPL-3.0-or-later
// Tells at the visit form how long the chosen service would take now, and again when the queue moves. A late answer to an earlier question is
// dropped; without an answer nothing is said. Owned by the page; the others must outlive it. UI thread.
#pragma once

#include "core/services/gateway.h"

#include <QTimer>

namespace onedoor {

class MatterSection;

class WaitHint final : public QObject {
    Q_OBJECT
public:
    WaitHint(Gateway& gateway, const Session& session, MatterSection& matter, QObject* parent);

private:
    void choose(const QString& service, const QString& priority);
    void ask();

    Gateway& m_gateway;
    const Session& m_session;
    MatterSection& m_matter;
    QString m_service, m_priority;
    QTimer m_soon;
    std::uint64_t m_question = 0;
};

} // namespace onedoor
