// SPDX-License-Identifier: GPL-3.0-or-later
// Between Beast's words and ours. Pure functions, inside core/sync/transport only.
#pragma once

#include "core/sync/transport/http_message.h"

#include <boost/beast/core/string_type.hpp>
#include <boost/beast/http/verb.hpp>
#include <string_view>

namespace onedoor::http_words {

std::optional<HttpMethod> method(boost::beast::http::verb verb);
boost::beast::http::verb verb(HttpMethod method);
/// Decoded, without the query.
QString path(std::string_view target);
QList<std::pair<QString, QString>> query(std::string_view target);
/// Whether a comma-separated header names a token.
bool lists(boost::beast::string_view header, std::string_view token);
QByteArray bytes(boost::beast::string_view text);
boost::beast::string_view view(const QByteArray& bytes);

} // namespace onedoor::http_words
