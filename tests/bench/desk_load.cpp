// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/desk_load.h"

#include "core/services/network/node_link.h"

#include <algorithm>
#include <cstdio>
#include <future>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds betweenLooks{50}; ///< for desks that have something to do though nothing came
constexpr std::chrono::milliseconds longestRest{5};
constexpr std::chrono::seconds underWay{20};

/// The seed of the pen's key pair.
TlsIdentity identityOf(const QByteArray& name, Random& random)
{
    std::array<unsigned char, TlsIdentity::seedSize> seed{};
    std::copy_n(name.begin(), std::min<std::size_t>(std::size_t(name.size()), seed.size()), seed.begin());
    return must(TlsIdentity::fromSeed(seed, random));
}

QByteArray nameOf(const CentreId& centre, std::size_t desk)
{
    return centre.toString().left(24).toLatin1() + '-' + QByteArray::number(qulonglong(desk));
}

} // namespace

LoadCentre::LoadCentre(const QByteArray& name, int desks, const hub::HubIdentity& hub) : centre(RawId::named(name))
{
    for (int at = 0; at < desks; ++at)
        pens.emplace_back(centre, nameOf(centre, std::size_t(at)));
    hub::Pen& founder = pens.front();
    founder.write(CentreFounded{.code = QString::fromLatin1(name), .name = QString::fromLatin1(name), .definition = u"{}"_s, .rehearsal = true}, centre.raw);
    for (std::size_t at = 1; at < pens.size(); ++at)
        founder.write(hub::enrolmentOf(pens[at]), pens[at].node().raw);
    NodeEnrolled server = hub::enrolmentOf(founder);
    server.name = u"hub"_s;
    server.publicKey = hub.key().toBytes();
    founder.write(server, hub.node.raw);
}

sync::Batch LoadCentre::openings() const
{
    sync::Batch batch;
    for (const hub::Pen& pen : pens)
        batch.parts.push_back(pen.all());
    return batch;
}

sync::Membership LoadCentre::founders() const
{
    sync::Membership members(centre);
    members.trust(pens.front().node(), pens.front().publicKey());
    return members;
}

DeskLoad::DeskLoad(const Setup& setup) : m_setup(setup)
{
    for (LoadCentre& centre : m_setup.centres)
        addCentre(centre);
    plan();
    m_thread.start([this] { return turn(); });
}

DeskLoad::~DeskLoad()
{
    m_thread.stop();
    m_desks.clear();
}

void DeskLoad::addCentre(LoadCentre& centre)
{
    m_networks.push_back(m_networks.empty() ? std::make_shared<NetworkThread>() : m_networks.front());
    const sync::Batch openings = centre.openings();
    for (std::size_t at = 0; at < centre.pens.size(); ++at) {
        m_logs.push_back(std::make_unique<LightLog>(centre.pens[at], centre.founders(), [this](const EventRef& event) { noteTaken(event); }));
        (void)must(m_logs.back()->take(openings));
        m_desks.push_back(must(LightDesk::make({.log = *m_logs.back(), .thread = m_thread, .clock = m_clock, .random = m_random,
                                                .identity = identityOf(nameOf(centre.centre, at), m_random), .hub = m_setup.hub,
                                                .network = m_networks.back(), .onError = [this](const QString& word) { ++m_faults[word]; }})));
    }
}

/// All centres' acts in the order in which they are due.
void DeskLoad::plan()
{
    std::size_t first = 0;
    for (std::size_t centre = 0; centre < m_setup.centres.size(); ++centre) {
        for (const RehearsedAct& act : m_setup.times[centre])
            m_plan.push_back({Time::duration(act.at) / m_setup.speed, m_desks[first + std::size_t(act.desk)].get(), &act.events});
        first += m_setup.centres[centre].pens.size();
    }
    std::stable_sort(m_plan.begin(), m_plan.end(), [](const Due& one, const Due& other) { return one.at < other.at; });
}

template <typename Answer>
Answer DeskLoad::onThread(std::function<Answer()> task)
{
    std::promise<Answer> promise;
    std::future<Answer> future = promise.get_future();
    m_thread.post([&] { promise.set_value(task()); });
    return future.get();
}

bool DeskLoad::waitFor(std::chrono::milliseconds patience, const std::function<bool()>& happened)
{
    const Time::time_point until = Time::now() + patience;
    while (!onThread<bool>(happened)) {
        if (Time::now() > until)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return true;
}

bool DeskLoad::connect(std::chrono::seconds patience)
{
    return waitFor(patience, [this] { return std::all_of(m_desks.begin(), m_desks.end(), [](const auto& desk) { return desk->isReady(); }); });
}

void DeskLoad::work(std::chrono::seconds length)
{
    onThread<bool>([&] {
        m_length = length;
        m_begin = Time::now();
        return true;
    });
    std::this_thread::sleep_for(length);
    (void)waitFor(underWay, [this] { return (m_next == m_plan.size() || m_plan[m_next].at >= m_length) && m_latencies.size() == m_expected; });
    onThread<bool>([&] {
        m_begin.reset();
        for (const auto& [word, times] : m_faults)
            std::fprintf(stderr, "hub_pg_desks: %s, %llu times\n", qPrintable(word), qulonglong(times));
        return true;
    });
}

std::uint64_t DeskLoad::errors() const
{
    std::uint64_t all = m_expected - m_latencies.size();
    for (const auto& fault : m_faults)
        all += fault.second;
    return all;
}

std::chrono::milliseconds DeskLoad::turn()
{
    actIfDue();
    const Time::time_point now = Time::now();
    if (now >= m_lookAt) {
        m_lookAt = now + betweenLooks;
        for (const std::unique_ptr<LightDesk>& desk : m_desks) {
            if (desk->isDue(steadyNow()))
                desk->turn();
        }
    }
    return longestRest;
}

void DeskLoad::actIfDue()
{
    if (!m_begin)
        return;
    const Time::duration passed = Time::now() - *m_begin;
    for (; m_next < m_plan.size() && m_plan[m_next].at <= passed && m_plan[m_next].at < m_length; ++m_next) {
        const Due& due = m_plan[m_next];
        // From when it was due, not from when this thread got round to it.
        m_due.emplace(due.desk->act(*due.events), *m_begin + due.at);
        ++m_acts;
        m_events += due.events->size();
        m_expected += m_setup.centres.front().pens.size() - 1;
    }
}

void DeskLoad::noteTaken(const EventRef& event)
{
    const auto due = m_due.find(event);
    if (due != m_due.end())
        m_latencies.push_back(std::chrono::duration<double, std::micro>(Time::now() - due->second).count());
}

} // namespace onedoor::bench
