// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/joining.h"

#include "core/base/json_text.h"
#include "core/store/backup.h"
#include "core/store/store_opening.h"

#include <QDir>
#include <QJsonArray>
#include <semaphore>
#include <thread>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr auto betweenLooks = std::chrono::milliseconds(200);
constexpr qsizetype pieceAtMost = qsizetype(8) << 20;
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
    return name == u"manifest.json" || name == u"journal.db" || name == u"keyslots.json";
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

Result<QByteArray> Joining::ask(HttpMethod method, const QByteArray& target, const QByteArray& body)
{
    HttpRequestOut request;
    request.method = method;
    request.target = target;
    request.body = body;
    request.maxResponse = pieceAtMost;
    request.repeatable = method == HttpMethod::Get;
    std::binary_semaphore done{0};
    Result<HttpResponseIn> response;
    m_client->request(Lane::Download, std::move(request), [&](Result<HttpResponseIn> answer) {
        response = std::move(answer);
        done.release();
    });
    done.acquire();
    if (!response)
        return Unexpected(response.error());
    if (!response->isSuccess())
        return Unexpected(response->error().value_or(Error{ErrorKind::Corrupt, u"sync.badResponse"_s, {}, {}}));
    m_hostKey = response->server;
    return std::move(response->body);
}

Result<void> Joining::waitForSnapshot(const Progress& progress)
{
    for (;;) {
        ONEDOOR_ASSIGN(const QByteArray answer, ask(HttpMethod::Get, QByteArrayLiteral("/v1/snapshot"), {}));
        const Result<QJsonObject> offer = parseJsonObject(answer);
        if (!offer)
            return badAnswer(u"snapshot"_s);
        if (!offer->value(u"ready"_s).toBool()) {
            if (progress && !progress(Step::Preparing, std::uint64_t(offer->value(u"done"_s).toInteger()), std::uint64_t(offer->value(u"of"_s).toInteger())))
                return stopped();
            std::this_thread::sleep_for(betweenLooks);
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

/// Goes on where an earlier attempt stopped.
Result<void> Joining::fetch(const File& wanted, const Progress& progress)
{
    QFile file(folder() + u'/' + wanted.name);
    if (!file.open(QIODevice::ReadWrite))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, file.fileName()}});
    if (file.size() > wanted.size)
        file.resize(0);
    file.seek(file.size());
    while (file.size() < wanted.size) {
        const QByteArray target = "/v1/snapshot?file=" + wanted.name.toLatin1() + "&offset=" + QByteArray::number(file.size());
        ONEDOOR_ASSIGN(const QByteArray piece, ask(HttpMethod::Get, target, {}));
        if (piece.isEmpty() || file.size() + piece.size() > wanted.size)
            return badAnswer(u"snapshot"_s);
        if (file.write(piece) != piece.size() || !file.flush())
            return fail(ErrorKind::Full, u"store.full"_s, {}, {{u"path"_s, file.fileName()}});
        if (progress && !progress(Step::Fetching, std::uint64_t(file.size()), std::uint64_t(wanted.size)))
            return stopped();
    }
    return {};
}

Result<KeySlots> Joining::fetchKeySlots(const Progress& progress)
{
    ONEDOOR_TRY(waitForSnapshot(progress));
    if (!QDir().mkpath(folder()))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, folder()}});
    QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const File& file : m_files) {
        if (file.name != u"journal.db") {
            QFile::remove(folder() + u'/' + file.name); // small, and of this very copy
            ONEDOOR_TRY(fetch(file, {}));
        }
    }
    return KeySlots::read(folder() + u"/keyslots.json"_s);
}

Result<void> Joining::fetchStore(const Progress& progress)
{
    for (const File& file : m_files) {
        if (file.name == u"journal.db")
            ONEDOOR_TRY(fetch(file, progress));
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
