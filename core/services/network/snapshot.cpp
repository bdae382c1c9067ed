// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/snapshot.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

const QString folderName = QStringLiteral("joining");
constexpr std::int64_t offeredForSeconds = 60 * 60;
constexpr std::int64_t keptForSeconds = 24 * offeredForSeconds; ///< for whoever began to fetch it
constexpr auto stillFor = std::chrono::seconds(20); ///< whoever needs longer gets the rest out of a copy

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
    : m_folder(std::move(folder)), m_members(std::move(members)), m_madeAt(now), m_making([this, &gateway, kind] { make(gateway, kind); })
{
}

Snapshot::~Snapshot()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_ended.notify_all();
    m_making.join();
    m_still.reset(); // before its folder goes
    QDir(m_folder).removeRecursively();
}

bool Snapshot::isOver() const
{
    const std::lock_guard lock(m_mutex);
    return m_isOver;
}

void Snapshot::make(LocalGateway& gateway, const Kind& kind)
{
    const GatewaySetup& setup = gateway.setup();
    const bool mayHoldAll = m_members.areAll(kind.mayHold);
    if (mayHoldAll && kind.isForProver && giveStill(gateway))
        return;
    const JoiningCopy plan{.mayHold = mayHoldAll ? std::vector<QByteArray>() : kind.mayHold, .isForProver = kind.isForProver,
                           .holdStill = [&gateway] { return heldStill(gateway); }};
    const auto progress = [this](BackupStep, std::uint64_t at, std::uint64_t inAll) {
        m_done = at;
        m_of = inAll;
        return !isOver();
    };
    keep(copyForJoining(setup.paths, m_folder, {setup.key, setup.cipher, setup.random}, setup.software, m_madeAt, plan, progress));
}

/// False: it can't be held still at the moment, and nothing is there.
bool Snapshot::giveStill(LocalGateway& gateway)
{
    const GatewaySetup& setup = gateway.setup();
    std::optional<StillStore> held = heldStill(gateway);
    if (!held)
        return false;
    Result<StillCopy> offered = offerStill(std::move(*held), setup.paths, m_folder, {setup.key, setup.cipher, setup.random}, setup.software, m_madeAt);
    if (!offered)
        return false;
    auto still = std::make_shared<const StillCopy>(std::move(*offered));
    keep(still->manifest, still);
    {
        std::unique_lock lock(m_mutex);
        if (m_ended.wait_for(lock, stillFor, [this] { return m_isOver; }))
            return true;
    }
    const Result<void> written = still->writeTo(m_folder, [this] { return !isOver(); });
    keep(written ? Result<BackupManifest>(still->manifest) : Result<BackupManifest>(Unexpected(written.error())));
    return true;
}

void Snapshot::keep(Result<BackupManifest> made, std::shared_ptr<const StillCopy> still)
{
    const std::lock_guard lock(m_mutex);
    m_made = std::move(made);
    m_still = std::move(still);
}

bool Snapshot::isOlderThan(std::int64_t seconds, Instant now) const
{
    const std::lock_guard lock(m_mutex);
    return m_made && now.secondsSince(m_madeAt) > seconds;
}

bool Snapshot::hasFailed() const
{
    const std::lock_guard lock(m_mutex);
    return m_made && !*m_made;
}

bool Snapshot::holdsStore() const
{
    const std::lock_guard lock(m_mutex);
    return m_still != nullptr;
}

Result<QJsonObject> Snapshot::offer() const
{
    const std::lock_guard lock(m_mutex);
    if (!m_made)
        return QJsonObject{{u"ready"_s, false}, {u"done"_s, qint64(m_done)}, {u"of"_s, qint64(m_of)}};
    if (!*m_made)
        return Unexpected(m_made->error());
    QJsonArray files{QJsonObject{{u"name"_s, u"manifest.json"_s}, {u"size"_s, QFile(m_folder + u"/manifest.json"_s).size()}}};
    for (const BackupFile& file : (*m_made)->files)
        files.append(QJsonObject{{u"name"_s, file.name}, {u"size"_s, qint64(file.size)}});
    return QJsonObject{{u"ready"_s, true}, {u"files"_s, files}};
}

Result<QByteArray> Snapshot::piece(const QString& name, qint64 offset) const
{
    const auto noSuchFile = [] { return fail(ErrorKind::Invalid, u"snapshot.noSuchFile"_s, u"name"_s); };
    std::shared_ptr<const StillCopy> still;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_made || !*m_made)
            return fail(ErrorKind::NotFound, u"snapshot.gone"_s);
        const std::vector<BackupFile>& files = (*m_made)->files;
        const bool isOffered = name == u"manifest.json" || std::any_of(files.begin(), files.end(), [&](const BackupFile& each) { return each.name == name; });
        if (!isOffered || offset < 0)
            return noSuchFile();
        still = m_still;
    }
    if (const sqlite::OverlayFile* const large = still ? still->find(name) : nullptr) {
        return offset > large->size() ? noSuchFile() : large->read(offset, pieceBytes);
    }
    QFile file(m_folder + u'/' + name);
    if (offset > file.size())
        return noSuchFile();
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

void Snapshots::hasJoined(const NodeId& node)
{
    const auto given = m_given.find(node);
    if (given == m_given.end())
        return;
    const std::shared_ptr<Snapshot> was = given->second;
    m_given.erase(given);
    const auto isIt = [&](const auto& each) { return each.second == was; };
    if (was->holdsStore() && std::none_of(m_given.begin(), m_given.end(), isIt))
        std::erase_if(m_newest, isIt);
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
