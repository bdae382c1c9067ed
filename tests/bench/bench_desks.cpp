// SPDX-License-Identifier: GPL-3.0-or-later
// hub_pg_desks: 400 desks of 20 centres at one process of onedoor-hub on PostgreSQL, over TLS, twenty times as fast as the busiest part of
// rehearsed days of 300 visitors; from when an act was due until each other desk of its centre had judged and taken it. Beside it one row
// made durable in the same database, four times a second, meanwhile. The hub and PostgreSQL are the real programs in processes of their own
// on this machine's disk; the desks are light ones in this process (light_desk.h says what they lack).
// ONEDOOR_BENCH_DESKS_SECONDS: for how long, instead of five minutes.
#include "core/hub/centres.h"
#include "core/hub/hub_log.h"
#include "core/hub/migrations/schema.h"
#include "tests/bench/desk_load.h"
#include "tests/support/postgres_server.h"

#include <QFile>
#include <QProcess>
#include <cstdio>

namespace onedoor::bench {

using namespace Qt::StringLiterals;
using postgres::Connection;

namespace {

constexpr int centreCount = 20;
constexpr int desksInCentre = 20;
constexpr int speed = 20;
constexpr int fiveMinutes = 300;

std::chrono::seconds wantedLength()
{
    const int seconds = qEnvironmentVariableIntValue("ONEDOOR_BENCH_DESKS_SECONDS");
    return std::chrono::seconds(seconds > 0 ? seconds : fiveMinutes);
}

/// The hub as an administrator starts it.
class HubProgram {
public:
    HubProgram(const QString& uri, const QString& keyFile)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LC_ALL"_s, u"C"_s);
        m_program.setProcessEnvironment(environment);
        m_program.setProcessChannelMode(QProcess::MergedChannels);
        m_program.start(QStringLiteral(ONEDOOR_BINARY_DIR "/bin/onedoor-hub"),
                        {u"--postgres"_s, uri, u"--key"_s, keyFile, u"--name"_s, u"bench"_s, u"--address"_s, u"127.0.0.1"_s, u"--port"_s, u"0"_s});
        QByteArray said;
        const QByteArray words("served on port ");
        while (!said.contains("Fingerprint") && m_program.waitForReadyRead(30'000))
            said += m_program.readAll();
        const QByteArray after = said.mid(said.indexOf(words) + words.size());
        m_port = after.left(after.indexOf('.')).toUShort();
        if (m_port == 0)
            qFatal("bench: the hub did not start: %s", said.constData());
    }
    ~HubProgram()
    {
        m_program.terminate();
        if (!m_program.waitForFinished(10'000))
            m_program.kill();
    }
    HubProgram(const HubProgram&) = delete;
    HubProgram& operator=(const HubProgram&) = delete;

    std::uint16_t port() const { return m_port; }
    /// Of processor time so far.
    double seconds() const
    {
        QFile file(u"/proc/%1/stat"_s.arg(m_program.processId()));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QByteArray line = file.readAll();
        const QList<QByteArray> words = line.mid(line.lastIndexOf(')') + 2).split(' ');
        return (words.value(11).toDouble() + words.value(12).toDouble()) / double(::sysconf(_SC_CLK_TCK));
    }

private:
    QProcess m_program;
    std::uint16_t m_port = 0;
};

/// The hub serves the centres, and has their beginnings.
void letIn(const QString& uri, const hub::HubIdentity& identity, const std::deque<LoadCentre>& centres)
{
    const auto connection = must(Connection::open(uri));
    must(hub::bringSchemaUpToDate(*connection));
    SystemRandom random;
    const SystemClock clock;
    hub::MemberCache cache;
    for (const LoadCentre& centre : centres) {
        const hub::Pen& founder = centre.pens.front();
        must(hub::admit(*connection, cache, identity, must(hub::invite(*connection, clock, random)),
                        {.centre = centre.centre, .name = centre.centre.toString(), .node = founder.node(), .key = founder.publicKey(),
                         .founder = founder.node(), .founderKey = founder.publicKey()},
                        clock.now()));
        const auto log = must(hub::HubLog::open(*connection, cache, identity.node, centre.centre));
        const sync::Taken taken = must(log->take(centre.openings()));
        if (!taken.refusals.empty())
            qFatal("bench: a centre's beginning was refused: %s", qPrintable(taken.refusals.front().code));
    }
}

/// One row at a time, durable, as long as it lives.
class RawRows {
public:
    explicit RawRows(const QString& uri) : m_connection(must(Connection::open(uri)))
    {
        must(m_connection->execute("CREATE TABLE raw (centre uuid, stream uuid, sequence bigint, hash bytea, envelope bytea, PRIMARY KEY (centre, stream, sequence))"));
        m_thread = std::thread([this] { run(); });
    }
    ~RawRows() { stop(); }
    RawRows(const RawRows&) = delete;
    RawRows& operator=(const RawRows&) = delete;

    const Samples& stop()
    {
        m_isStopping = true;
        if (m_thread.joinable())
            m_thread.join();
        return m_samples;
    }

private:
    void run()
    {
        const RawId id = RawId::named(QByteArray("raw"));
        for (std::int64_t sequence = 1; !m_isStopping; ++sequence) {
            const auto row = postgres::Parameters().id(id).id(id).number(sequence).bytes(QByteArray(32, 'h')).bytes(QByteArray(400, 'e'));
            m_samples.push_back(timed([&] { (void)must(m_connection->query("INSERT INTO raw VALUES ($1, $2, $3, $4, $5)", row)); }));
            std::this_thread::sleep_for(std::chrono::milliseconds(250));
        }
    }
    std::unique_ptr<Connection> m_connection;
    std::atomic<bool> m_isStopping{false};
    Samples m_samples;
    std::thread m_thread;
};

std::vector<RehearsedTime> rehearsedTimes(std::chrono::seconds length)
{
    BenchStore store;
    return busiestTimes(store, centreCount, length * speed, desksInCentre);
}

} // namespace

bool benchHubDesks()
{
    PostgresServer server(true);
    if (!server.runs()) {
        std::fprintf(stderr, "hub_pg_desks is left out: %s\n", qPrintable(server.reason()));
        return true;
    }
    const std::chrono::seconds length = wantedLength();
    const std::vector<RehearsedTime> times = rehearsedTimes(length);
    QTemporaryDir folder;
    SystemRandom random;
    const hub::HubIdentity identity = must(hub::HubIdentity::fromFile(folder.filePath(u"hub.key"_s), random));
    std::deque<LoadCentre> centres;
    for (int at = 0; at < centreCount; ++at)
        centres.emplace_back("centre" + QByteArray::number(at), desksInCentre, identity);
    const QString uri = server.newDatabase();
    letIn(uri, identity, centres);
    const HubProgram program(uri, folder.filePath(u"hub.key"_s));
    DeskLoad load({.centres = centres, .times = times, .hub = {u"127.0.0.1"_s, program.port(), identity.key()}, .speed = speed});
    if (!load.connect(std::chrono::seconds(60)))
        qFatal("bench: not all desks reach the hub");
    RawRows raw(uri);
    const double before = program.seconds();
    load.work(length);
    const double used = program.seconds() - before;
    const Samples baseline = raw.stop();
    std::fprintf(stderr, "hub_pg_desks: %d desks, %lld s, %llu acts of %llu events, %zu times at another desk; the hub used %.0f%% of one processor\n",
                 centreCount * desksInCentre, qlonglong(length.count()), qulonglong(load.acts()), qulonglong(load.events()), load.latencies().size(),
                 100 * used / double(length.count()));
    return report(u"hub_pg_desks"_s, load.latencies(), baseline, {.p95Microseconds = 250'000, .errors = load.errors()});
}

} // namespace onedoor::bench
