// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/joining.h"

#include "core/base/json_text.h"
#include "core/store/backup.h"
#include "core/store/store_opening.h"

#include <QDir>
#include <QJsonArray>
#include <algorithm>
#include <thread>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr auto firstLook = std::chrono::milliseconds(5);
constexpr auto betweenLooks = std::chrono::milliseconds(200);
constexpr qsizetype pieceAtMost = qsizetype(8) << 20;
constexpr qint64 pieceUsual = qint64(4) << 20; ///< what a host gives at once; one that gives less is asked again
constexpr std::size_t piecesAhead = 4;         ///< asked for and not written yet
constexpr qint64 fileAtMost = qint64(1) << 40;
constexpr qsizetype filesAtMost = 8;

Unexpected badAnswer(const QString& message)
{
    return fail(ErrorKind::Corrupt, u"sync.badMessage"_s, {}, {{u"message"_s, message}});
}

Unexpected stopped()
{
    return fail(ErrorKind::Busy, u"join.stopped"_s);
}

/// Names come from outside and become files: these and no others.
bool isKnownFile(const QString& name)
{
    return name == u"manifest.json" || name == u"keyslots.json" || name == u"journal.db" || name == u"views.db";
}

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Megabytes and more: fetched once the password is known to be right.
bool isLarge(const QString& name)
{
    return name == u"journal.db" || name == u"views.db";
}

} // namespace

Joining::Joining(const JoinPlan& plan, NodeId node, QByteArray seed)
    : m_plan(plan), m_node(node), m_seed(std::move(seed)), m_network(std::make_shared<NetworkThread>())
{
}

Joining::~Joining()
{
    wipe(m_seed);
}

void Joining::discardCopy()
{
    QDir(folder()).removeRecursively();
}

QString Joining::folder() const
{
    return m_plan.paths.folder + u".joining"_s;
}

Result<std::unique_ptr<Joining>> Joining::pair(const JoinPlan& plan)
{
    QByteArray seed(qsizetype(TlsIdentity::seedSize), '\0');
    plan.random.fill({reinterpret_cast<unsigned char*>(seed.data()), TlsIdentity::seedSize});
    std::unique_ptr<Joining> joining(new Joining(plan, NodeId::make(plan.clock.now(), plan.random), seed));
    ONEDOOR_ASSIGN(const TlsIdentity identity,
                   TlsIdentity::fromSeed(std::span<const unsigned char, TlsIdentity::seedSize>(
                                             reinterpret_cast<const unsigned char*>(seed.constData()), TlsIdentity::seedSize),
                                         plan.random));
    ONEDOOR_TRY(joining->connect(identity));
    const QByteArray body = toJsonLine({{u"secret"_s, plan.code.secret}, {u"node"_s, joining->m_node.toString()}, {u"name"_s, plan.nodeName}});
    ONEDOOR_ASSIGN(const QByteArray answer, joining->ask(HttpMethod::Post, QByteArrayLiteral("/v1/pair"), body));
    const Result<QJsonObject> object = parseJsonObject(answer);
    if (!object)
        return badAnswer(u"pair"_s);
    joining->m_centreName = object->value(u"centre"_s).toString().left(200);
    joining->m_letter = object->value(u"letter"_s).toString().left(4);
    return joining;
}

Result<void> Joining::connect(const TlsIdentity& identity)
{
    ClientSettings settings{.host = m_plan.code.host, .port = m_plan.code.port, .pin = m_plan.code.fingerprint};
    ONEDOOR_ASSIGN(m_client, HttpsClient::make(std::move(settings), identity, m_network));
    return {};
}

Joining::Answer Joining::send(Lane lane, HttpMethod method, const QByteArray& target, const QByteArray& body)
{
    HttpRequestOut request;
    request.method = method;
    request.target = target;
    request.body = body;
    request.maxResponse = pieceAtMost;
    request.repeatable = method == HttpMethod::Get;
    auto answered = std::make_shared<std::promise<Result<HttpResponseIn>>>();
    Answer answer = answered->get_future();
    m_client->request(lane, std::move(request), [answered](Result<HttpResponseIn> response) { answered->set_value(std::move(response)); });
    return answer;
}

Result<QByteArray> Joining::ask(HttpMethod method, const QByteArray& target, const QByteArray& body)
{
    return taken(send(Lane::Download, method, target, body));
}

Result<QByteArray> Joining::taken(Answer answer)
{
    Result<HttpResponseIn> response = answer.get();
    if (!response)
        return Unexpected(response.error());
    if (!response->isSuccess())
        return Unexpected(response->error().value_or(Error{ErrorKind::Corrupt, u"sync.badResponse"_s, {}, {}}));
    m_hostKey = response->server;
    return std::move(response->body);
}

Result<void> Joining::waitForSnapshot(const Progress& progress)
{
    for (auto pause = firstLook;; pause = std::min(pause * 2, std::chrono::milliseconds(betweenLooks))) {
        ONEDOOR_ASSIGN(const QByteArray answer, ask(HttpMethod::Get, QByteArrayLiteral("/v1/snapshot?proves=1"), {}));
        const Result<QJsonObject> offer = parseJsonObject(answer);
        if (!offer)
            return badAnswer(u"snapshot"_s);
        if (!offer->value(u"ready"_s).toBool()) {
            if (progress && !progress(Step::Preparing, std::uint64_t(offer->value(u"done"_s).toInteger()), std::uint64_t(offer->value(u"of"_s).toInteger())))
                return stopped();
            std::this_thread::sleep_for(pause);
            continue;
        }
        m_files.clear();
        for (const QJsonValue& each : offer->value(u"files"_s).toArray()) {
            const File file{each[u"name"_s].toString(), each[u"size"_s].toInteger(-1)};
            if (!isKnownFile(file.name) || file.size < 0 || file.size > fileAtMost || qsizetype(m_files.size()) >= filesAtMost)
                return badAnswer(u"snapshot"_s);
            m_files.push_back(file);
        }
        return {};
    }
}

void Joining::askAhead(const File& wanted, qint64 from, std::deque<Piece>& ahead)
{
    // On both connections in turn, so that one piece is on its way while the host reads the next.
    while (ahead.size() < piecesAhead && from < wanted.size) {
        const Lane lane = (from / pieceUsual) % 2 == 0 ? Lane::Download : Lane::Upload;
        const QByteArray target = "/v1/snapshot?file=" + wanted.name.toLatin1() + "&offset=" + QByteArray::number(from);
        const qint64 expected = std::min(pieceUsual, wanted.size - from);
        ahead.push_back({send(lane, HttpMethod::Get, target, {}), from, expected});
        from += expected;
    }
}

/// Goes on where an earlier attempt stopped.
Result<void> Joining::fetch(const File& wanted, const std::function<bool(qint64)>& progress)
{
    QFile file(folder() + u'/' + wanted.name);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, file.fileName()}});
    if (file.size() > wanted.size)
        file.resize(0);
    qint64 written = file.size();
    file.seek(written);
    std::deque<Piece> ahead;
    while (written < wanted.size) {
        askAhead(wanted, ahead.empty() ? written : ahead.back().offset + ahead.back().expected, ahead);
        Piece next = std::move(ahead.front());
        ahead.pop_front();
        ONEDOOR_ASSIGN(const QByteArray bytes, taken(std::move(next.answer)));
        if (bytes.isEmpty() || written + bytes.size() > wanted.size)
            return badAnswer(u"snapshot"_s);
        if (bytes.size() != next.expected)
            ahead.clear(); // a host of another mind: from here on anew
        if (file.write(bytes) != bytes.size())
            return fail(ErrorKind::Full, u"store.full"_s, {}, {{u"path"_s, file.fileName()}});
        written += bytes.size();
        if (progress && !progress(written)) {
            m_client->cancelAll();
            return stopped();
        }
    }
    return {};
}

void Joining::dropPieces() const
{
    for (const QString& name : {u"journal.db"_s, u"views.db"_s})
        QFile::remove(folder() + u'/' + name);
}

/// Pieces of two copies don't fit together; the description tells them apart. It goes aside while the next one is fetched: whenever this is
/// cut short, pieces whose description is not sure go.
Result<void> Joining::fetchDescription()
{
    const QString manifest = folder() + u"/manifest.json"_s;
    const QString before = manifest + u".before"_s;
    if (QFile::exists(before) || !QFile::rename(manifest, before))
        dropPieces();
    QFile::remove(manifest);
    for (const File& file : m_files) {
        if (!isLarge(file.name)) {
            QFile::remove(folder() + u'/' + file.name); // small, and of this very copy
            ONEDOOR_TRY(fetch(file, {}));
        }
    }
    if (contentsOf(manifest) != contentsOf(before))
        dropPieces();
    QFile::remove(before);
    return {};
}

Result<KeySlots> Joining::fetchKeySlots(const Progress& progress)
{
    ONEDOOR_TRY(waitForSnapshot(progress));
    if (!QDir().mkpath(folder()))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, folder()}});
    QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    ONEDOOR_TRY(fetchDescription());
    return KeySlots::read(folder() + u"/keyslots.json"_s);
}

Result<void> Joining::fetchStore(const Progress& progress)
{
    qint64 inAll = 0;
    for (const File& file : m_files)
        inAll += isLarge(file.name) ? file.size : 0;
    qint64 before = 0;
    for (const File& file : m_files) {
        if (!isLarge(file.name))
            continue;
        ONEDOOR_TRY(fetch(file, [&](qint64 done) { return !progress || progress(Step::Fetching, std::uint64_t(before + done), std::uint64_t(inAll)); }));
        before += file.size;
    }
    return {};
}

Result<void> Joining::finish(const MasterKey& key, const Progress& progress)
{
    ONEDOOR_ASSIGN(const KeySlots slots, KeySlots::read(folder() + u"/keyslots.json"_s));
    BackupProgress verifying;
    if (progress)
        verifying = [&](BackupStep, std::uint64_t done, std::uint64_t inAll) { return progress(Step::Verifying, done, inAll); };
    const BackupAccess access{key, slots.cipher(), m_plan.random};
    ONEDOOR_TRY(adoptBackup(folder(), m_plan.paths, access, verifying));
    const StoreAccess store{.paths = m_plan.paths, .key = key, .cipher = slots.cipher(), .nodeName = m_plan.nodeName, .software = m_plan.software, .keyProven = true};
    ONEDOOR_TRY(prepareJoinedStore(store, m_node, m_seed));
    NetworkSettings settings;
    settings.host = PeerAddress{m_plan.code.host, m_plan.code.port, *m_hostKey};
    ONEDOOR_TRY(settings.write(m_plan.paths));
    discardCopy();
    return {};
}

} // namespace onedoor
