// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/snapshot.h"

#include "core/store/backup.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QtConcurrent>
#include <thread>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

const QString folderName = QStringLiteral("joining");
constexpr std::int64_t offeredForSeconds = 60 * 60;
constexpr std::int64_t keptForSeconds = 24 * offeredForSeconds; ///< for whoever began to fetch it

/// Between two transactions of the running program. Readers look for milliseconds at what a log holds; where they never pause, the copy
/// is made by reading.
std::optional<StillStore> heldStill(LocalGateway& gateway)
{
    constexpr int attempts = 20;
    constexpr auto between = std::chrono::milliseconds(5);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        std::optional<StillStore> held;
        gateway.onWriter([&](CommandRunner& runner) {
            if (Result<std::optional<StillStore>> now = holdStill(runner.writer(), gateway.setup().key, gateway.setup().cipher))
                held = std::move(*now);
        });
        if (held)
            return held;
        std::this_thread::sleep_for(between);
    }
    return std::nullopt;
}

} // namespace

Snapshot::Snapshot(LocalGateway& gateway, QString folder, sync::Membership members, const Kind& kind, Instant now)
    : m_folder(std::move(folder)), m_members(std::move(members)), m_madeAt(now)
{
    JoiningCopy plan{.mayHold = m_members.areAll(kind.mayHold) ? std::vector<QByteArray>() : kind.mayHold, .isForProver = kind.isForProver,
                     .holdStill = [&gateway] { return heldStill(gateway); }};
    m_making = QtConcurrent::run([&setup = gateway.setup(), folder = m_folder, plan = std::move(plan), now, done = m_done, of = m_of] {
        const auto progress = [done, of](BackupStep, std::uint64_t at, std::uint64_t inAll) {
            done->store(at);
            of->store(inAll);
            return true;
        };
        return copyForJoining(setup.paths, folder, {setup.key, setup.cipher, setup.random}, setup.software, now, plan, progress);
    });
}

Snapshot::~Snapshot()
{
    m_making.waitForFinished();
    QDir(m_folder).removeRecursively();
}

Result<QJsonObject> Snapshot::offer() const
{
    if (!m_making.isFinished())
        return QJsonObject{{u"ready"_s, false}, {u"done"_s, qint64(m_done->load())}, {u"of"_s, qint64(m_of->load())}};
    const Result<BackupManifest> made = m_making.result();
    if (!made)
        return Unexpected(made.error());
    QJsonArray files{QJsonObject{{u"name"_s, u"manifest.json"_s}, {u"size"_s, QFile(m_folder + u"/manifest.json"_s).size()}}};
    for (const BackupFile& file : made->files)
        files.append(QJsonObject{{u"name"_s, file.name}, {u"size"_s, qint64(file.size)}});
    return QJsonObject{{u"ready"_s, true}, {u"files"_s, files}};
}

Result<QByteArray> Snapshot::piece(const QString& name, qint64 offset) const
{
    if (!m_making.isFinished() || !m_making.result())
        return fail(ErrorKind::NotFound, u"snapshot.gone"_s);
    const std::vector<BackupFile> files = m_making.result()->files;
    const bool isOffered = name == u"manifest.json" || std::any_of(files.begin(), files.end(), [&](const BackupFile& each) { return each.name == name; });
    QFile file(m_folder + u'/' + name);
    if (!isOffered || offset < 0 || offset > file.size())
        return fail(ErrorKind::Invalid, u"snapshot.noSuchFile"_s, u"name"_s);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
        return fail(ErrorKind::Io, u"store.io"_s, {}, {{u"path"_s, file.fileName()}});
    return file.read(pieceBytes);
}

Snapshots::Snapshots(LocalGateway& gateway) : m_gateway(gateway)
{
    const QDir store(gateway.paths().folder);
    for (const QString& left : store.entryList({folderName + u'*'}, QDir::Dirs))
        QDir(store.filePath(left)).removeRecursively();
}

std::shared_ptr<Snapshot> Snapshots::make(const sync::Membership& members, const Snapshot::Kind& kind, Instant now)
{
    const QString folder = m_gateway.paths().folder + u'/' + folderName + u'-' + QString::number(++m_made);
    return std::make_shared<Snapshot>(m_gateway, folder, members, kind, now);
}

void Snapshots::dropOld(Instant now)
{
    std::erase_if(m_newest, [now](const auto& each) { return each.second->isOlderThan(offeredForSeconds, now); });
    std::erase_if(m_given, [now](const auto& each) { return each.second->isOlderThan(keptForSeconds, now); });
}

Result<QJsonObject> Snapshots::offer(const NodeId& node, const sync::Membership& members, bool isProver)
{
    const Instant now = m_gateway.setup().clock.now();
    dropOld(now);
    const Snapshot::Kind kind{members.compartmentsOf(node), isProver};
    std::shared_ptr<Snapshot>& newest = m_newest[kind];
    if (!newest || !newest->knows(node))
        newest = make(members, kind, now);
    m_given[node] = newest;
    Result<QJsonObject> offered = newest->offer();
    if (newest->hasFailed()) // whoever asks next begins another
        m_newest.erase(kind);
    return offered;
}

Result<QByteArray> Snapshots::piece(const NodeId& node, const QString& name, qint64 offset) const
{
    const auto given = m_given.find(node);
    return given == m_given.end() ? Result<QByteArray>(fail(ErrorKind::NotFound, u"snapshot.gone"_s)) : given->second->piece(name, offset);
}

} // namespace onedoor
