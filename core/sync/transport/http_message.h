// SPDX-License-Identifier: GPL-3.0-or-later
// Requests and answers as sync sees them: no wire, no compression, whole bodies. Plain values, any thread.
#pragma once

#include "core/base/error.h"
#include "core/sync/transport/node_key.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <chrono>
#include <optional>
#include <utility>

namespace onedoor {

enum class HttpMethod { Get, Post, Put, Delete };

/// What a server was asked.
/// Whether a body travels in Zstandard. Never: of what is packed or encrypted already. WherePays: unless the connection is quicker than packing.
enum class Packing : unsigned char { Never, WherePays, Always };

struct HttpRequest {
    HttpMethod method = HttpMethod::Get;
    QString path;                             ///< decoded, without the query; begins with '/'
    QList<std::pair<QString, QString>> query; ///< decoded, in order
    std::optional<NodeKey> peer;              ///< proved in the handshake; says who it is, not that it may
    QString remoteAddress;                    ///< for limits and logs of failures, never for rights
    QByteArray contentType;
    QByteArray body; ///< unpacked

    /// The first of that name, or empty.
    QString queryValue(QStringView name) const;
};

/// What a server answers.
struct HttpAnswer {
    int status = 200;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/octet-stream");
    Packing packing = Packing::WherePays;

    /// {"error":{"kind":…,"code":…}} and the status that goes with the kind. Facts and field stay here.
    static HttpAnswer refusal(const Error& error);
    static HttpAnswer refusal(int status, const Error& error);
};

/// What a client asks.
struct HttpRequestOut {
    HttpMethod method = HttpMethod::Get;
    QByteArray target; ///< path and query as they stand on the wire, encoded; begins with '/'
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/octet-stream");
    Packing packing = Packing::WherePays;
    /// For how long nothing may move: a window without 64 KiB of progress or the end of the message ends the request.
    std::chrono::milliseconds timeout = std::chrono::seconds(30);
    qsizetype maxResponse = qsizetype(8) * 1024 * 1024; ///< bytes, packed and unpacked
    /// May be sent once more when a kept-alive connection turns out to be dead before a byte of the answer came. True for whatever
    /// does no harm when it happens twice.
    bool repeatable = false;
};

/// What a client was answered, of whatever status.
struct HttpResponseIn {
    int status = 0;
    QByteArray contentType;
    QByteArray body; ///< unpacked
    NodeKey server;  ///< who answered; new to the client while it pairs by fingerprint

    bool isSuccess() const { return status >= 200 && status < 300; }
    /// The error in the body of a refusal; a code of its own for a status without a readable body. Nothing for a success.
    std::optional<Error> error() const;
};

} // namespace onedoor
