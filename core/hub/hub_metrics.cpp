// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/hub_metrics.h"

#include <numeric>

namespace onedoor::hub {

namespace {

void line(QByteArray& out, const char* name, const CentreId& centre, const QByteArray& value, const QByteArray& more = {})
{
    out += QByteArray(name) + "{centre=\"" + centre.toString().toLatin1() + '"' + more + "} " + value + '\n';
}

QByteArray number(std::uint64_t value)
{
    return QByteArray::number(qulonglong(value));
}

} // namespace

void HubMetrics::answered(const CentreId& centre, std::chrono::microseconds took, bool refused)
{
    const double seconds = std::chrono::duration<double>(took).count();
    const std::lock_guard lock(m_mutex);
    OfCentre& of = m_centres[centre];
    ++of.requests;
    of.refused += refused ? 1 : 0;
    of.seconds += seconds;
    for (std::size_t at = 0; at < bounds.size(); ++at)
        of.within[at] += seconds <= bounds[at] ? 1 : 0;
}

void HubMetrics::took(const CentreId& centre, std::uint64_t events)
{
    const std::lock_guard lock(m_mutex);
    m_centres[centre].events += events;
}

void HubMetrics::backlogOf(const CentreId& centre, const NodeId& node, std::uint64_t events)
{
    const std::lock_guard lock(m_mutex);
    m_centres[centre].backlog[node] = events;
}

void HubMetrics::refusedStranger()
{
    const std::lock_guard lock(m_mutex);
    ++m_strangers;
}

QByteArray HubMetrics::text(const std::vector<Held>& held, int connections) const
{
    const std::lock_guard lock(m_mutex);
    QByteArray out = "# TYPE onedoor_connections gauge\nonedoor_connections " + QByteArray::number(connections)
        + "\n# TYPE onedoor_strangers_refused_total counter\nonedoor_strangers_refused_total " + number(m_strangers) + '\n';
    out += "# TYPE onedoor_events_total counter\n";
    for (const Held& each : held)
        line(out, "onedoor_events_total", each.centre, number(each.events));
    out += "# TYPE onedoor_streams gauge\n";
    for (const Held& each : held)
        line(out, "onedoor_streams", each.centre, number(each.streams));
    out += "# TYPE onedoor_listeners gauge\n";
    for (const Held& each : held)
        line(out, "onedoor_listeners", each.centre, number(each.listeners));
    const auto counters = [&](const char* name, const char* type, auto value) {
        out += QByteArray("# TYPE ") + name + ' ' + type + '\n';
        for (const auto& [centre, of] : m_centres)
            line(out, name, centre, value(of));
    };
    counters("onedoor_requests_total", "counter", [](const OfCentre& of) { return number(of.requests); });
    counters("onedoor_refused_total", "counter", [](const OfCentre& of) { return number(of.refused); });
    counters("onedoor_taken_events_total", "counter", [](const OfCentre& of) { return number(of.events); });
    counters("onedoor_backlog_events", "gauge", [](const OfCentre& of) {
        return number(std::accumulate(of.backlog.begin(), of.backlog.end(), std::uint64_t(0), [](std::uint64_t sum, const auto& each) { return sum + each.second; }));
    });
    out += "# TYPE onedoor_request_seconds histogram\n";
    for (const auto& [centre, of] : m_centres) {
        for (std::size_t at = 0; at < bounds.size(); ++at)
            line(out, "onedoor_request_seconds_bucket", centre, number(of.within[at]), ",le=\"" + QByteArray::number(bounds[at]) + '"');
        line(out, "onedoor_request_seconds_bucket", centre, number(of.requests), ",le=\"+Inf\"");
        line(out, "onedoor_request_seconds_sum", centre, QByteArray::number(of.seconds, 'f', 6));
        line(out, "onedoor_request_seconds_count", centre, number(of.requests));
    }
    return out;
}

} // namespace onedoor::hub
