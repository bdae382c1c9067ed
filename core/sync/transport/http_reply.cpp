// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/http_reply_route.h"

using namespace Qt::StringLiterals;

namespace onedoor {

HttpReply::HttpReply(std::unique_ptr<Route> route) : m_route(std::move(route)) {}

HttpReply::~HttpReply()
{
    if (m_route)
        refuse({ErrorKind::Internal, u"sync.unanswered"_s, {}, {}});
}

HttpReply::HttpReply(HttpReply&&) noexcept = default;

HttpReply& HttpReply::operator=(HttpReply&& other) noexcept
{
    if (this != &other) {
        const HttpReply before = std::move(*this); // answers 500 when nobody did
        m_route = std::move(other.m_route);
    }
    return *this;
}

void HttpReply::send(HttpAnswer answer)
{
    if (const auto route = std::move(m_route))
        route->send(std::move(answer));
}

} // namespace onedoor
