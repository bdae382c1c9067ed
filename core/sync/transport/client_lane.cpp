// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/client_lane.h"

#include "core/sync/transport/client_connection.h"

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

constexpr std::size_t mostWaiting = 1024;

} // namespace

ClientLane::ClientLane(std::shared_ptr<ClientShared> shared) : m_shared(std::move(shared)) {}

void ClientLane::add(HttpRequestOut request, Answered answered)
{
    if (m_waiting.size() >= mostWaiting)
        return answered(Unexpected(m_shared->failure(ErrorKind::Busy, u"sync.busy"_s)));
    m_waiting.push_back({std::move(request), std::move(answered)});
    next();
}

void ClientLane::next()
{
    if (m_busy || m_waiting.empty())
        return;
    m_busy = true;
    m_reused = m_connection && m_connection->isUsable();
    if (m_reused)
        exchange();
    else
        connect();
}

void ClientLane::connect()
{
    if (m_connection)
        m_connection->close();
    m_connection = std::make_shared<ClientConnection>(m_shared);
    m_connection->open([self = shared_from_this()](const std::optional<Error>& error) {
        if (error)
            self->tellFirst(Unexpected(*error));
        else
            self->exchange();
    });
}

void ClientLane::exchange()
{
    m_connection->exchange(m_waiting.front().request, [self = shared_from_this()](Result<HttpResponseIn> result) {
        self->finished(std::move(result));
    });
}

void ClientLane::finished(Result<HttpResponseIn> result)
{
    Pending& first = m_waiting.front();
    const bool diedUnused =
        !result && result.error().code == u"sync.closed" && m_reused && m_connection->wasUnanswered();
    if (diedUnused && first.request.repeatable && !first.repeated) {
        first.repeated = true;
        m_reused = false;
        return connect();
    }
    tellFirst(std::move(result));
}

void ClientLane::tellFirst(Result<HttpResponseIn> result)
{
    const Answered tell = std::move(m_waiting.front().answered);
    m_waiting.pop_front();
    m_busy = false;
    tell(std::move(result)); // may add, cancel or end the client
    next();
}

void ClientLane::cancelAll()
{
    if (m_connection)
        m_connection->close(); // from here on it tells nothing
    m_connection.reset();
    m_busy = false;
    const std::deque<Pending> cancelled = std::move(m_waiting);
    m_waiting.clear();
    for (const Pending& each : cancelled)
        each.answered(Unexpected(m_shared->failure(ErrorKind::Io, u"sync.closed"_s)));
}

} // namespace onedoor
