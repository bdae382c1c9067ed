// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/live_news.h"

#include <algorithm>

namespace onedoor::hub {

namespace {

constexpr std::size_t streamsInOneMessage = 1000; ///< well below a live message's limit

void add(std::vector<sync::News>& messages, const StreamId& stream, std::uint64_t sequence)
{
    if (messages.empty() || messages.back().heads.size() >= streamsInOneMessage)
        messages.emplace_back();
    messages.back().heads.emplace(stream, sequence);
}

} // namespace

/// What was announced before it was listened to was told to nobody else, and its host may have asked before that.
void LiveNews::opened(const LiveConnectionPtr& connection)
{
    const std::vector<CentreId> of = m_keys.centresOf(connection->peer());
    std::vector<sync::News> messages;
    {
        const std::lock_guard lock(m_mutex);
        m_listeners.push_back(connection);
        for (const CentreId& centre : of) {
            if (const auto told = m_told.find(centre); told != m_told.end()) {
                for (const auto& [stream, sequence] : told->second)
                    add(messages, stream, sequence);
            }
        }
    }
    for (const sync::News& news : messages)
        (void)connection->send(encode(news));
}

void LiveNews::closed(const LiveConnectionPtr& connection)
{
    const std::lock_guard lock(m_mutex);
    std::erase(m_listeners, connection);
}

void LiveNews::announce(const CentreId& centre, const sync::Frontier& heads)
{
    std::vector<sync::News> messages;
    std::vector<LiveConnectionPtr> listeners;
    {
        const std::lock_guard lock(m_mutex);
        sync::Frontier& told = m_told[centre];
        for (const auto& [stream, sequence] : heads) {
            std::uint64_t& known = told[stream];
            if (known >= sequence)
                continue;
            known = sequence;
            add(messages, stream, sequence);
        }
        listeners = m_listeners;
    }
    for (const sync::News& news : messages) {
        const QByteArray message = encode(news);
        for (const LiveConnectionPtr& listener : listeners) {
            const std::vector<CentreId> of = m_keys.centresOf(listener->peer());
            if (std::find(of.begin(), of.end(), centre) != of.end())
                (void)listener->send(message);
        }
    }
}

std::set<CentreId> LiveNews::centres() const
{
    std::vector<LiveConnectionPtr> listeners;
    {
        const std::lock_guard lock(m_mutex);
        listeners = m_listeners;
    }
    std::set<CentreId> all;
    for (const LiveConnectionPtr& listener : listeners) {
        const std::vector<CentreId> of = m_keys.centresOf(listener->peer());
        all.insert(of.begin(), of.end());
    }
    return all;
}

std::size_t LiveNews::listenersOf(const CentreId& centre) const
{
    const std::lock_guard lock(m_mutex);
    return std::size_t(std::count_if(m_listeners.begin(), m_listeners.end(), [&](const LiveConnectionPtr& listener) {
        const std::vector<CentreId> of = m_keys.centresOf(listener->peer());
        return std::find(of.begin(), of.end(), centre) != of.end();
    }));
}

} // namespace onedoor::hub
