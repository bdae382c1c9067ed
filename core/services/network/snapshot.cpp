// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/snapshot.h"

#include "core/store/backup.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QtConcurrent>

namespace onedoor {

using namespace Qt::StringLiterals;

Snapshot::~Snapshot()
{
    m_making.waitForFinished();
    clear();
}

void Snapshot::clear()
{
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
    m_folder.clear();
    m_making = {};
}

Result<QJsonObject> Snapshot::offer(Instant now)
{
    if (!m_folder.isEmpty() && m_making.isFinished() && now.secondsSince(m_madeAt) > goodForSeconds)
        clear();
    if (m_folder.isEmpty()) {
        m_folder = m_gateway.paths().folder + u"/joining"_s;
        for (const QByteArray& each : m_mayHold)
            m_folder += u'-' + QString::fromLatin1(each);
        QDir(m_folder).removeRecursively();
        m_madeAt = now;
        m_making = QtConcurrent::run([&setup = m_gateway.setup(), folder = m_folder, mayHold = m_mayHold, now, done = m_done, of = m_of] {
            const auto progress = [done, of](BackupStep, std::uint64_t at, std::uint64_t inAll) {
                done->store(at);
                of->store(inAll);
                return true;
            };
            return backUpStore(setup.paths, folder, {setup.key, setup.cipher, setup.random}, setup.software, now, progress, CopyFor::Joining, mayHold);
        });
    }
    if (!m_making.isFinished())
        return QJsonObject{{u"ready"_s, false}, {u"done"_s, qint64(m_done->load())}, {u"of"_s, qint64(m_of->load())}};
    const Result<BackupManifest> made = m_making.result();
    if (!made) {
        clear();
        return Unexpected(made.error());
    }
    QJsonArray files{QJsonObject{{u"name"_s, u"manifest.json"_s}, {u"size"_s, QFile(m_folder + u"/manifest.json"_s).size()}}};
    for (const BackupFile& file : made->files)
        files.append(QJsonObject{{u"name"_s, file.name}, {u"size"_s, qint64(file.size)}});
    return QJsonObject{{u"ready"_s, true}, {u"files"_s, files}};
}

Result<QByteArray> Snapshot::piece(const QString& name, qint64 offset)
{
    if (m_folder.isEmpty() || !m_making.isFinished() || !m_making.result())
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

} // namespace onedoor
