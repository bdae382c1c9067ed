// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/save_status.h"

#include "core/services/api/administration.h"
#include "ui/models/day_text.h"
#include "ui/models/when_ready.h"

namespace onedoor {

SaveStatus::SaveStatus(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent)
    : StatusPiece(Icons::Check, tr("Saved on this PC"), Tone::Success, parent), m_gateway(gateway)
{
    setFocusPolicy(Qt::NoFocus);
    connect(&gateway, &Gateway::changed, this, [this, &clock] { say(clock.now()); });
    whenReady(gateway.ask(session, StoreStatus{}), this, [this](const Result<StoreStatusReply>& reply) {
        if (reply && reply->lastEventAt) // not everybody may ask; then the next commit says it
            say(reply->lastEventAt);
    });
}

void SaveStatus::say(Instant lastSaved)
{
    const QString time = timeText(lastSaved, m_gateway.centre().offsetMinutes);
    setState(Icons::Check, tr("Saved on this PC, last at %1").arg(time), Tone::Success);
}

} // namespace onedoor

#include "moc_save_status.cpp"
