// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/http_message.h"

#include <algorithm>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

constexpr qsizetype longestCode = 100;

int statusOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return 400;
    case ErrorKind::NotFound: return 404;
    case ErrorKind::Conflict: return 409;
    case ErrorKind::Forbidden: return 403;
    case ErrorKind::Busy: return 503;
    case ErrorKind::Full: return 507;
    case ErrorKind::Io: return 500;
    case ErrorKind::Corrupt: return 422;
    case ErrorKind::Unsupported: return 501;
    case ErrorKind::WrongKey: return 403;
    case ErrorKind::Internal: return 500;
    }
    return 500;
}

std::optional<ErrorKind> kindNamed(const std::string& name)
{
    for (int kind = 0; kind <= int(ErrorKind::Internal); ++kind) {
        if (errorKindName(ErrorKind(kind)) == QLatin1String(name.data(), qsizetype(name.size())))
            return ErrorKind(kind);
    }
    return std::nullopt;
}

/// Only the shape of a code of ours gets in: it chooses a sentence and stands in logs.
bool isCode(const std::string& text)
{
    return !text.empty() && qsizetype(text.size()) <= longestCode
           && std::all_of(text.begin(), text.end(), [](char each) {
                  return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9')
                         || each == '.';
              });
}

std::optional<Error> errorIn(const QByteArray& body)
{
    const auto json = nlohmann::json::parse(body.cbegin(), body.cend(), nullptr, false);
    if (!json.is_object() || !json.contains("error") || !json["error"].is_object())
        return std::nullopt;
    const nlohmann::json& error = json["error"];
    if (!error.contains("kind") || !error["kind"].is_string() || !error.contains("code") || !error["code"].is_string())
        return std::nullopt;
    const std::optional<ErrorKind> kind = kindNamed(error["kind"].get<std::string>());
    const auto code = error["code"].get<std::string>();
    if (!kind || !isCode(code))
        return std::nullopt;
    return Error{*kind, QString::fromStdString(code), {}, {}};
}

} // namespace

QString HttpRequest::queryValue(QStringView name) const
{
    for (const auto& [key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

HttpAnswer HttpAnswer::refusal(const Error& error)
{
    return refusal(statusOf(error.kind), error);
}

HttpAnswer HttpAnswer::refusal(int status, const Error& error)
{
    HttpAnswer answer;
    answer.status = status;
    answer.contentType = QByteArrayLiteral("application/json");
    const nlohmann::json json = {
        {"error", {{"kind", errorKindName(error.kind).data()}, {"code", error.code.toStdString()}}}};
    answer.body = QByteArray::fromStdString(json.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace));
    return answer;
}

std::optional<Error> HttpResponseIn::error() const
{
    if (isSuccess())
        return std::nullopt;
    if (std::optional<Error> told = errorIn(body))
        return told;
    return Error{ErrorKind::Corrupt, u"sync.badResponse"_s, {}, {{u"status"_s, status}}};
}

} // namespace onedoor
