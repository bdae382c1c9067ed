// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/conflict_watch.h"

#include "core/services/api/conflicts.h"
#include "ui/models/when_ready.h"

namespace onedoor {

ConflictWatch::ConflictWatch(Gateway& gateway, const Session& session, QObject* parent) : QObject(parent), m_gateway(gateway), m_session(session)
{
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.conflicts)
            ask();
    });
    ask();
}

void ConflictWatch::ask()
{
    whenReady(m_gateway.ask(m_session, ConflictCount{}), this, [this](const Result<ConflictCountReply>& reply) {
        if (reply)
            Q_EMIT counted(reply->open);
    });
}

} // namespace onedoor

#include "moc_conflict_watch.cpp"
