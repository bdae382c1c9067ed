// SPDX-License-Identifier: GPL-3.0-or-later
// How many conflicts wait for a person, now and whenever that may have changed. Owned by the frame that shows it; gateway and session
// outlive it; UI thread.
#pragma once

#include "core/services/gateway.h"

namespace onedoor {

class ConflictWatch final : public QObject {
    Q_OBJECT
public:
    ConflictWatch(Gateway& gateway, const Session& session, QObject* parent);

Q_SIGNALS:
    void counted(std::uint64_t open);

private:
    void ask();

    Gateway& m_gateway;
    const Session& m_session;
};

} // namespace onedoor
