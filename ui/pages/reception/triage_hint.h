// SPDX-License-Identifier: GPL-3.0-or-later
// Asks, while the matter is being typed, which stops it will make, and shows the strongest suggestion at the form. It waits until the typing
// rests and drops late answers; without an answer nothing is said. Owned by the page; the others must outlive it. UI thread.
#pragma once

#include "core/services/gateway.h"

#include <QTimer>

namespace onedoor {

class MatterSection;

class TriageHint final : public QObject {
    Q_OBJECT
public:
    TriageHint(Gateway& gateway, const Session& session, MatterSection& matter, QObject* parent);

private:
    void ask();

    Gateway& m_gateway;
    const Session& m_session;
    MatterSection& m_matter;
    QTimer m_rest;
    std::uint64_t m_question = 0;
};

} // namespace onedoor
