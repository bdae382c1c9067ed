// SPDX-License-Identifier: GPL-3.0-or-later
// A claim on its way to the hall host and its answer, as JSON. Bodies come from outside: bounded by parseJsonObject, exact. Pure, any thread.
#pragma once

#include "core/domain/event_meta.h"
#include "core/services/session.h"

#include "core/base/error.h"

#include <QJsonObject>

namespace onedoor {

/// POST /v1/claim: {"login", "place", "do", "id", "parameters": {…}}
struct ClaimRequest {
    QString login;
    QString place;
    QString name;
    QString id; ///< the same for each attempt of one claim: it is done once
    QJsonObject parameters;
};
QByteArray toBytes(const ClaimRequest& request);
/// Corrupt "sync.badMessage".
Result<ClaimRequest> claimRequestFrom(const QByteArray& body);

/// {"reply": {…}, "stream", "sequence"} or {"error": {"kind", "code", "field", "facts"}}; stream and sequence: where the host's own
/// stream stood afterwards, so that the asking PC can wait until it has it.
struct ClaimAnswer {
    Result<QJsonObject> reply;
    EventRef until;
};
QByteArray toBytes(const ClaimAnswer& answer);
Result<ClaimAnswer> claimAnswerFrom(const QByteArray& body);

} // namespace onedoor
