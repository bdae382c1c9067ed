// SPDX-License-Identifier: GPL-3.0-or-later
// "Saved on this PC, last at 10:32": what the store has really committed, in words. Asks nothing that the operator may not ask.
// Owned by the status line; gateway and clock outlive it; UI thread.
#pragma once

#include "core/base/clock.h"
#include "core/services/gateway.h"
#include "ui/widgets/status_line.h"

namespace onedoor {

class SaveStatus final : public StatusPiece {
    Q_OBJECT
public:
    SaveStatus(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent = nullptr);

private:
    void say(Instant lastSaved);

    Gateway& m_gateway;
};

} // namespace onedoor
