// SPDX-License-Identifier: GPL-3.0-or-later
// sync_vs_pouchdb.push, .pull: what one PC wrote alone reaches the other over loopback TLS, verified, encrypted and shown, per event; beside it
// the same events as JSON documents from PouchDB to express-pouchdb and back, over LevelDB and plain loopback HTTP, in turns (pouchdb/).
// sync_vs_pouchdb.push1000, .pull1000: for information, beside the same with a thousand documents at once, where it is quickest.
// sync_vs_pouchdb.trip: a visitor registered at a desk until the host has it on its disk and shows it and the desk knows that, so the disk is
// waited for twice; beside it one document put and replicated, for which PouchDB never waits for the disk. Left out when node or npm is missing.
#include "tests/bench/bench_hall.h"
#include "tests/bench/figure.h"

#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <set>
#include <thread>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t documents = 20'000;
constexpr int rounds = 3;
constexpr int trips = 200;
constexpr int leftOut = 77; ///< the script's exit code when this machine can't run it
constexpr int patience = 300'000; // milliseconds

/// PouchDB on both sides, in processes of its own.
class Pouch {
public:
    Pouch()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const QString script = QStringLiteral(ONEDOOR_SOURCE_DIR "/tests/bench/pouchdb/run.sh");
        m_process.start(script, {QDir(QCoreApplication::applicationDirPath()).absoluteFilePath(u"../pouchdb"_s), m_folder.path()});
        // An order that costs nothing: the answer says that it is there.
        m_runs = m_process.waitForStarted() && !ask("trip").isEmpty();
        if (m_runs)
            return;
        m_process.waitForFinished(10'000);
        if (m_process.state() != QProcess::NotRunning || m_process.exitCode() != leftOut)
            qFatal("bench: PouchDB does not answer");
    }
    ~Pouch()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(10'000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }
    Pouch(const Pouch&) = delete;
    Pouch& operator=(const Pouch&) = delete;

    bool runs() const { return m_runs; }
    QString folder() const { return m_folder.path(); }
    /// Microseconds a document.
    double measure(const QByteArray& order)
    {
        const QJsonObject answer = ask(order);
        if (answer.isEmpty())
            qFatal("bench: PouchDB gave up");
        return answer.value(u"us"_s).toDouble() / answer.value(u"documents"_s).toDouble();
    }

private:
    QJsonObject ask(const QByteArray& order)
    {
        m_process.write(order + '\n');
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(patience))
                return {};
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

    QTemporaryDir m_folder{QDir::currentPath() + u"/onedoor-pouchdb-XXXXXX"_s}; ///< on the disk of the stores
    QProcess m_process;
    bool m_runs = false;
};

/// All that an event says, as somebody who keeps documents would write it down.
QByteArray documentOf(const StoredEvent& event)
{
    const Envelope envelope = must(decodeEnvelope(event.envelope));
    QJsonArray sealed;
    for (const QByteArrayView each : envelope.sealed)
        sealed.append(QString::fromLatin1(each.toByteArray().toBase64()));
    QJsonArray subjects;
    for (const PersonId& each : envelope.subjects)
        subjects.append(each.toString());
    QJsonArray parents;
    for (const EventRef& each : envelope.parents)
        parents.append(QString(each.stream.toString() + u':' + QString::number(each.sequence)));
    const QJsonObject document{
        {u"_id"_s, QString(envelope.ref.stream.toString() + u':' + QString::number(envelope.ref.sequence).rightJustified(10, u'0'))},
        {u"previous"_s, QString::fromLatin1(viewOf(envelope.previous).toByteArray().toHex())},
        {u"record"_s, envelope.record.toString()},
        {u"parents"_s, parents},
        {u"kind"_s, QString::fromLatin1(envelope.type)},
        {u"version"_s, int(envelope.version)},
        {u"actor"_s, envelope.actor.toString()},
        {u"time"_s, QString::number(envelope.time.value)},
        {u"wall"_s, qint64(envelope.wall.milliseconds)},
        {u"compartment"_s, QString::fromLatin1(envelope.compartment)},
        {u"subjects"_s, subjects},
        {u"body"_s, QCborValue::fromCbor(envelope.body.toByteArray()).toMap().toJsonObject()},
        {u"sealed"_s, sealed}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact) + '\n';
}

/// The newest events of the store, one document a line.
void writeDocuments(hall::Pc& author, std::uint64_t count, const QString& path)
{
    const std::vector<StoredEvent> events = eventsOf(author);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("bench: the documents can't be written");
    for (std::size_t at = events.size() - std::size_t(count); at < events.size(); ++at)
        file.write(documentOf(events[at]));
}

/// How long one side's work takes to the other, in turns with PouchDB.
bool measureMeetings(Pouch& pouch, hall::Pc& host, hall::Pc& desk, bool deskWrites)
{
    hall::Pc& author = deskWrites ? desk : host;
    const QString file = pouch.folder() + u"/documents.jsonl"_s;
    Samples ours;
    Samples asItComes;
    Samples tuned;
    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t events = workAlone(author, documents, std::uint64_t(round + (deskWrites ? 1 : 101)));
        writeDocuments(author, events, file);
        const double push = pouch.measure("push " + file.toUtf8());
        asItComes.push_back(deskWrites ? push : pouch.measure("pull"));
        ours.push_back(meet(host, desk, author, events));
        tuned.push_back(pouch.measure(deskWrites ? "push1000 " + file.toUtf8() : QByteArray("pull1000")));
    }
    const QString key = deskWrites ? u"sync_vs_pouchdb.push"_s : u"sync_vs_pouchdb.pull"_s;
    (void)report(key + u"1000"_s, ours, tuned, {});
    return report(key, ours, asItComes, {.atLeast = deskWrites ? 20.0 : 10.0});
}

/// Two PCs that follow each other, with somebody signed in at the desk, as always while a visitor stands there.
class Trip {
public:
    Trip(hall::Pc& host, hall::Pc& desk) : m_host(host), m_desk(desk), m_receptionist(desk.session("wang.fang", u"window1"_s))
    {
        // Said once the views hold it, which is when pages look.
        QObject::connect(host.gateway.get(), &Gateway::changed, host.gateway.get(), [this](const ChangeSet& changes) { hear(changes.records); }, Qt::DirectConnection);
        QObject::connect(desk.network.get(), &CentreNetwork::changed, desk.network.get(), [this] { hear({}); }, Qt::DirectConnection);
    }

    /// Microseconds.
    double measure()
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(5)); // what came before has settled
        VisitRegister command;
        command.newPerson = PersonInput{.name = u"张伟"_s, .documentKind = DocumentKind::None};
        command.service = u"legalAdvice"_s;
        command.summary = u"咨询"_s;
        VisitReply visit;
        const double took = timed([&] {
            visit = hall::wait(m_desk.gateway->send(m_receptionist, command));
            // Once the host has it, the desk has sent it, and waits for the word that it is there.
            until([&] { return m_shown.contains(visit.ticket.raw) && m_desk.network->status().link.waiting == 0; });
        });
        if (!m_host.ticket(visit.ticket))
            qFatal("bench: the host does not show what it said");
        return took;
    }

private:
    void hear(const std::vector<RawId>& records)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_shown.insert(records.begin(), records.end());
        }
        m_heard.notify_one();
    }

    void until(const auto& happened)
    {
        std::unique_lock lock(m_mutex);
        if (!m_heard.wait_for(lock, std::chrono::milliseconds(patience), happened))
            qFatal("bench: an act never arrived");
    }

    hall::Pc& m_host;
    hall::Pc& m_desk;
    Session m_receptionist;
    std::mutex m_mutex;
    std::condition_variable m_heard;
    std::set<RawId> m_shown; ///< of the host
};

/// False when this machine can't run it.
bool runsHere(const Pouch& pouch)
{
    if (!pouch.runs())
        std::fprintf(stderr, "sync_vs_pouchdb is left out: see the line above\n");
    return pouch.runs();
}

} // namespace

bool benchPouch()
{
    Pouch pouch;
    if (!runsHere(pouch))
        return true;
    hall::Pc host;
    hall::Pc desk;
    makeHall(host, desk);
    const bool holds = measureMeetings(pouch, host, desk, true);
    return measureMeetings(pouch, host, desk, false) && holds;
}

bool benchPouchTrip()
{
    Pouch pouch;
    if (!runsHere(pouch))
        return true;
    hall::Pc host;
    hall::Pc desk;
    makeHall(host, desk);
    host.open();
    host.connect();
    desk.open();
    desk.connect();
    waitFor("following", [&] { return desk.follows() && desk.network->status().link.waiting == 0; });
    Trip trip(host, desk);
    Samples ours;
    Samples baseline;
    for (int at = 0; at < trips; ++at) {
        ours.push_back(trip.measure());
        baseline.push_back(pouch.measure("trip"));
    }
    desk.close();
    host.close();
    return report(u"sync_vs_pouchdb.trip"_s, ours, baseline, {.atLeast = 6});
}

} // namespace onedoor::bench
