// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/claim_message.h"

#include "core/base/json_text.h"

#include <array>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestWord = 200;

Unexpected badClaim()
{
    return fail(ErrorKind::Corrupt, u"sync.badMessage"_s, {}, {{u"message"_s, u"claim"_s}});
}

QJsonObject jsonOf(const Error& error)
{
    return {{u"kind"_s, errorKindName(error.kind)},
            {u"code"_s, error.code},
            {u"field"_s, error.field},
            {u"facts"_s, QJsonObject::fromVariantMap(error.facts)}};
}

Error errorFrom(const QJsonObject& object)
{
    static constexpr std::array kinds{ErrorKind::Invalid, ErrorKind::NotFound, ErrorKind::Conflict, ErrorKind::Forbidden, ErrorKind::Busy,
                                      ErrorKind::Full, ErrorKind::Io, ErrorKind::Corrupt, ErrorKind::Unsupported, ErrorKind::WrongKey,
                                      ErrorKind::Internal};
    const QString kind = object.value(u"kind"_s).toString();
    const auto named = std::find_if(kinds.begin(), kinds.end(), [&](ErrorKind each) { return kind == errorKindName(each); });
    return {named == kinds.end() ? ErrorKind::Internal : *named, object.value(u"code"_s).toString().left(longestWord),
            object.value(u"field"_s).toString().left(longestWord), object.value(u"facts"_s).toObject().toVariantMap()};
}

} // namespace

QByteArray toBytes(const ClaimRequest& request)
{
    return toJsonLine({{u"login"_s, request.login},
                       {u"place"_s, request.place},
                       {u"do"_s, request.name},
                       {u"id"_s, request.id},
                       {u"parameters"_s, request.parameters}});
}

Result<ClaimRequest> claimRequestFrom(const QByteArray& body)
{
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object)
        return badClaim();
    const ClaimRequest request{object->value(u"login"_s).toString().left(longestWord), object->value(u"place"_s).toString().left(longestWord),
                               object->value(u"do"_s).toString().left(longestWord), object->value(u"id"_s).toString().left(longestWord),
                               object->value(u"parameters"_s).toObject()};
    if (request.login.isEmpty() || request.name.isEmpty() || request.id.isEmpty())
        return badClaim();
    return request;
}

QByteArray toBytes(const ClaimAnswer& answer)
{
    QJsonObject object{{u"stream"_s, answer.until.stream.toString()}, {u"sequence"_s, QString::number(answer.until.sequence)}};
    if (answer.reply)
        object.insert(u"reply"_s, *answer.reply);
    else
        object.insert(u"error"_s, jsonOf(answer.reply.error()));
    return toJsonLine(object);
}

Result<ClaimAnswer> claimAnswerFrom(const QByteArray& body)
{
    const Result<QJsonObject> object = parseJsonObject(body);
    if (!object)
        return badClaim();
    const std::optional<StreamId> stream = StreamId::fromString(object->value(u"stream"_s).toString());
    bool isNumber = false;
    const qulonglong sequence = object->value(u"sequence"_s).toString().toULongLong(&isNumber);
    const QJsonValue reply = object->value(u"reply"_s);
    const QJsonValue error = object->value(u"error"_s);
    if (!stream || !isNumber || reply.isObject() == error.isObject())
        return badClaim();
    ClaimAnswer answer{QJsonObject(), {*stream, sequence}};
    if (reply.isObject())
        answer.reply = reply.toObject();
    else
        answer.reply = Unexpected(errorFrom(error.toObject()));
    return answer;
}

} // namespace onedoor
