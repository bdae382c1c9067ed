// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/line_protocol.h"

#include "core/base/json_fields.h"
#include "core/base/json_text.h"
#include "core/services/api/counter.h"
#include "core/services/catalogue.h"
#include "core/services/error_text.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

constexpr qsizetype longestRequestId = 200;

/// The words of a line that are not parameters of its act.
struct Envelope {
    Instant at;
    QString as;
    QString act;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("at"), self.at);
        visit(field("as").atMost(40), self.as);
        visit(field("do").required().atMost(80), self.act);
    }
};

QJsonObject takeEnvelope(QJsonObject& request)
{
    QJsonObject envelope;
    const Envelope none;
    Envelope::fields(none, [&](const Field& each, const auto&) {
        const QJsonValue taken = request.take(QLatin1StringView(each.name));
        if (!taken.isUndefined())
            envelope.insert(QLatin1StringView(each.name), taken);
    });
    return envelope;
}

bool isRequestId(const QJsonValue& id)
{
    return id.isDouble() || (id.isString() && id.toString().size() <= longestRequestId);
}

QByteArrayView withoutLineEnd(QByteArrayView line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line;
}

QJsonValue factValue(const QString& name, const QVariant& fact, int offsetMinutes)
{
    if (name == u"at" || name == u"since")
        return Instant{fact.toLongLong()}.toIso(offsetMinutes);
    return QJsonValue::fromVariant(fact);
}

} // namespace

LineProtocol::LineProtocol(Gateway& gateway, std::function<Result<Session>(const QString&)> sessionOf,
                           std::function<Result<void>(Instant)> setTime)
    : m_gateway(gateway), m_sessionOf(std::move(sessionOf)), m_setTime(std::move(setTime))
{
}

LineProtocol::Outcome LineProtocol::run(QIODevice& in, QIODevice& out)
{
    Outcome outcome;
    Line line;
    for (quint64 lineNumber = 1; outcome.written && readLine(in, line); ++lineNumber) {
        if (lineNumber == 1 && line.text.startsWith("\xef\xbb\xbf"))
            line.text.remove(0, 3); // what some editors put in front of UTF-8
        if (!line.isTooLong && QByteArrayView(line.text).trimmed().isEmpty())
            continue;
        const QJsonObject answer = line.isTooLong
            ? refusal({ErrorKind::Invalid, u"exec.lineTooLong"_s, {}, {{u"limit"_s, longestLine}}}, lineNumber)
            : answerLine(line.text, lineNumber);
        ++outcome.answered;
        if (!answer.value(u"ok").toBool())
            ++outcome.refused;
        const QByteArray text = toJsonLine(answer).append('\n');
        outcome.written = out.write(text) == text.size();
    }
    return outcome;
}

bool LineProtocol::readLine(QIODevice& in, Line& line)
{
    line.text = in.readLine(longestLine + 2); // readLine keeps one byte for a NUL of its own
    line.isTooLong = line.text.size() > longestLine && !line.text.endsWith('\n');
    QByteArray rest = line.text;
    while (line.isTooLong && !rest.isEmpty() && !rest.endsWith('\n'))
        rest = in.readLine(longestLine);
    return !line.text.isEmpty();
}

QJsonObject LineProtocol::answerLine(QByteArrayView line, quint64 lineNumber)
{
    Result<QJsonObject> request = parseJsonObject(withoutLineEnd(line));
    if (!request)
        return refusal(request.error(), lineNumber);
    const QJsonValue id = request->take(u"id");
    const bool hasId = !id.isUndefined() && !id.isNull();
    if (hasId && !isRequestId(id))
        return refusal({ErrorKind::Invalid, u"json.wrongType"_s, u"id"_s, {{u"expected"_s, u"text"_s}, {u"found"_s, u"object"_s}}}, lineNumber);
    const Result<QJsonObject> reply = perform(std::move(*request));
    QJsonObject answer = reply ? *reply : refusal(reply.error(), lineNumber);
    answer.insert(u"ok"_s, reply.has_value());
    if (hasId)
        answer.insert(u"id"_s, id);
    return answer;
}

Result<QJsonObject> LineProtocol::perform(QJsonObject request)
{
    ONEDOOR_ASSIGN(const Envelope envelope, fromJson<Envelope>(takeEnvelope(request)));
    if (envelope.at && !m_gateway.isRehearsal())
        return fail(ErrorKind::Invalid, u"exec.atNotAllowed"_s, u"at"_s);
    ONEDOOR_ASSIGN(Session session, m_sessionOf(envelope.as));
    session.place = m_places.value(session.login, session.place);
    if (envelope.at)
        ONEDOOR_TRY(m_setTime(envelope.at));
    QFuture<Result<QJsonObject>> future = runByName(m_gateway, session, envelope.act, request);
    future.waitForFinished();
    if (future.resultCount() == 0)
        return fail(ErrorKind::Internal, u"exec.noAnswer"_s);
    Result<QJsonObject> reply = future.takeResult();
    if (reply)
        rememberPlace(session, envelope.act, *reply);
    return reply;
}

void LineProtocol::rememberPlace(const Session& session, const QString& act, const QJsonObject& reply)
{
    if (act == QLatin1StringView(PlaceStaff::name))
        m_places.insert(session.login, reply.value(u"place").toString());
    else if (act == QLatin1StringView(PlaceLeave::name))
        m_places.remove(session.login);
}

QJsonObject LineProtocol::refusal(const Error& error, quint64 lineNumber) const
{
    QJsonObject facts;
    for (auto fact = error.facts.cbegin(); fact != error.facts.cend(); ++fact)
        facts.insert(fact.key(), factValue(fact.key(), fact.value(), m_gateway.centre().offsetMinutes));
    const QJsonObject body{{u"kind"_s, errorKindName(error.kind)},
                           {u"code"_s, error.code},
                           {u"field"_s, error.field},
                           {u"message"_s, errorText(error, m_gateway.centre())},
                           {u"facts"_s, facts}};
    return {{u"ok"_s, false}, {u"line"_s, qint64(lineNumber)}, {u"error"_s, body}};
}

} // namespace onedoor
