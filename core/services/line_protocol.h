// SPDX-License-Identifier: GPL-3.0-or-later
// Drives OneDoor without a window: one JSON object a line in, one a line out, in the same order.
//   {"at": "2026-03-02T09:00:00+08:00", "as": "wang.fang", "id": 7, "do": "ticket.call", "ticket": "A012", "place": "window1"}
//   {"ok": true, "id": 7, …the reply's fields}
//   {"ok": false, "id": 7, "line": 3, "error": {"kind", "code", "field", "message", "facts"}}
// at: only in a rehearsal store; sets the time before the act. as: login of the account that acts; absent: the signed-in one.
// id: a text or number of the caller, given back. Blank lines get no answer. A wrong line never stops those behind it.
// An account that sat down with place.staff keeps its place for the lines behind, so that these may leave `place` out.
// Lines run one after another: the answer of one is durable before the next is read. Blocks the calling thread, so never the UI's;
// the gateway must run its work on threads of its own. One owner, one thread; the gateway must outlive it.
#pragma once

#include "core/services/gateway.h"

#include <QByteArrayView>
#include <QHash>
#include <QIODevice>
#include <QJsonObject>
#include <functional>

namespace onedoor {

class LineProtocol {
public:
    static constexpr qsizetype longestLine = qsizetype(1024) * 1024; ///< bytes, without the line break

    /// `sessionOf` gets an empty login for the signed-in account. `setTime` is only called in a rehearsal store.
    LineProtocol(Gateway& gateway, std::function<Result<Session>(const QString& login)> sessionOf,
                 std::function<Result<void>(Instant)> setTime);

    struct Outcome {
        quint64 answered = 0;
        quint64 refused = 0; ///< answers with "ok": false, among those
        bool written = true; ///< false when `out` no longer takes answers
    };
    /// Answers every line until `in` ends or `out` fails.
    Outcome run(QIODevice& in, QIODevice& out);

    /// Answers one line; `lineNumber` counts from 1.
    QJsonObject answerLine(QByteArrayView line, quint64 lineNumber);

private:
    struct Line {
        QByteArray text;
        bool isTooLong = false;
    };
    static bool readLine(QIODevice& in, Line& line);
    Result<QJsonObject> perform(QJsonObject request);
    void rememberPlace(const Session& session, const QString& act, const QJsonObject& reply);
    QJsonObject refusal(const Error& error, quint64 lineNumber) const;

    Gateway& m_gateway;
    std::function<Result<Session>(const QString&)> m_sessionOf;
    std::function<Result<void>(Instant)> m_setTime;
    QHash<QString, QString> m_places; ///< login → key of the place
};

} // namespace onedoor
