// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/http_words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace onedoor::http_words {

namespace http = boost::beast::http;

namespace {

QString decoded(std::string_view text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(QByteArray(text.data(), qsizetype(text.size()))));
}

} // namespace

std::optional<HttpMethod> method(http::verb verb)
{
    switch (verb) {
    case http::verb::get: return HttpMethod::Get;
    case http::verb::post: return HttpMethod::Post;
    case http::verb::put: return HttpMethod::Put;
    case http::verb::delete_: return HttpMethod::Delete;
    default: return std::nullopt;
    }
}

http::verb verb(HttpMethod method)
{
    switch (method) {
    case HttpMethod::Get: return http::verb::get;
    case HttpMethod::Post: return http::verb::post;
    case HttpMethod::Put: return http::verb::put;
    case HttpMethod::Delete: return http::verb::delete_;
    }
    return http::verb::get;
}

QString path(std::string_view target)
{
    return decoded(target.substr(0, target.find('?')));
}

QList<std::pair<QString, QString>> query(std::string_view target)
{
    QList<std::pair<QString, QString>> pairs;
    std::size_t from = target.find('?');
    while (from != std::string_view::npos) {
        const std::size_t next = target.find('&', from + 1);
        const std::string_view pair = target.substr(from + 1, next == std::string_view::npos ? next : next - from - 1);
        const std::size_t equals = std::min(pair.find('='), pair.size());
        if (!pair.empty())
            pairs.append({decoded(pair.substr(0, equals)), decoded(pair.substr(std::min(equals + 1, pair.size())))});
        from = next;
    }
    return pairs;
}

bool lists(boost::beast::string_view header, std::string_view token)
{
    const QByteArray all = bytes(header);
    for (const QByteArray& each : all.split(',')) {
        const QByteArray name = each.left(each.indexOf(';')).trimmed();
        if (name.compare(QByteArray(token.data(), qsizetype(token.size())), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QByteArray bytes(boost::beast::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

boost::beast::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace onedoor::http_words
