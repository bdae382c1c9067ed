// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_store.h"

#include "core/domain/centre/centre_loader.h"
#include "core/services/api/counter.h"
#include "tests/bench/figure.h"

#include <QDir>
#include <QFile>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

CentreDefinition shippedCentre()
{
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("bench: the shipped centre can't be read");
    auto loaded = loadCentre(file.readAll(), u"dongxihu.json"_s);
    if (!loaded)
        qFatal("bench: the shipped centre is not valid");
    for (Series& series : loaded->series)
        series.lastNumber = 9'999; // more than a day's visitors for one service
    return std::move(*loaded);
}

} // namespace

BenchStore::BenchStore(Options options)
    : m_options(std::move(options)), m_folder(QDir::currentPath() + u"/onedoor-bench-XXXXXX"_s), m_centre(shippedCentre()),
      m_population(must(Population::load()))
{
    const CentreFounded founded{m_centre.code, m_centre.name, QString::fromUtf8(toJson(m_centre)), true};
    OpenedStore store = must(createStore(access(), founded, m_clock.now(), m_random));
    m_runner = std::make_unique<CommandRunner>(std::move(store), std::make_shared<const CentreDefinition>(m_centre), m_clock);
    for (int at = 0; at < 24; ++at)
        m_operators.push_back({AccountId::make(m_clock.now(), m_random), u"bench%1"_s.arg(at), {}, {u"receptionist"_s, u"roomStaff"_s}, {}});
}

StoreAccess BenchStore::access() const
{
    return {.paths = paths(), .key = m_key, .cipher = m_options.cipher, .nodeName = u"bench"_s, .software = u"bench"_s,
            .reachDisk = m_options.reachDisk};
}

void BenchStore::rehearseAtLeast(std::uint64_t events)
{
    RehearsalPlan plan{.firstDay = QDate(2026, 3, 2), .days = 3660, .visitorsPerDay = 300, .seed = 11};
    const auto enough = [&](std::uint64_t sequence, const RehearsalCount&) { return sequence < events; };
    must(rehearse(*m_runner, m_clock, m_centre, m_population, m_operators, plan, enough));
}

void BenchStore::rehearseDays(int days)
{
    const RehearsalPlan plan{.firstDay = QDate(2026, 3, 2), .days = days, .visitorsPerDay = 300, .seed = 12};
    m_clock.set(Instant::fromIso(QStringLiteral("2026-03-02T07:00:00+08:00")));
    must(rehearse(*m_runner, m_clock, m_centre, m_population, m_operators, plan));
}

VisitRegister BenchStore::visitor(const QString& service)
{
    m_clock.advanceSeconds(1);
    VisitRegister visit;
    visit.newPerson = m_population.person(m_people, QDate(2026, 3, 2));
    visit.service = service;
    visit.summary = m_population.matter(m_people, visit.service);
    return visit;
}

void BenchStore::withdraw(const std::vector<TicketId>& tickets)
{
    must(m_runner->begin());
    for (const TicketId& ticket : tickets)
        must(m_runner->run(m_operators.front(), TicketWithdraw{{ticket.toString(), {}}}));
    must(m_runner->commit());
}

TicketId BenchStore::registerOne(const VisitRegister& visit, bool alone)
{
    if (alone)
        must(m_runner->begin());
    const VisitReply reply = must(m_runner->run(m_operators.front(), visit));
    if (alone)
        must(m_runner->commit());
    return reply.ticket;
}

std::vector<StoredEvent> BenchStore::events()
{
    std::vector<StoredEvent> stored;
    must(m_runner->writer().journal().eachAfter(0, [&](const JournalRow& row) -> Result<void> {
        const Envelope envelope = must(decodeEnvelope(row.envelope));
        stored.push_back({envelope.record.view().toByteArray(), row.hash.toByteArray(), row.envelope.toByteArray()});
        return {};
    }));
    return stored;
}

double BenchStore::reopen(bool withoutViews)
{
    close();
    if (withoutViews) {
        for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(paths().views() + ending);
    }
    OpenedStore store;
    const double took = timed([&] { store = must(openStore(access(), m_clock.now(), m_random)); });
    m_runner = std::make_unique<CommandRunner>(std::move(store), std::make_shared<const CentreDefinition>(m_centre), m_clock);
    return took;
}

} // namespace onedoor::bench
