// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survival/hall_stores.h"

#include "core/store/store_opening.h"
#include "tests/support/store_surgery.h"
#include "tests/support/view_rows.h"

#include <QCryptographicHash>
#include <QThread>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QStringList headsIn(JournalStore& journal)
{
    QStringList lines;
    const auto heads = journal.heads();
    if (!heads)
        return {heads.error().code};
    for (const auto& [stream, head] : *heads) {
        const QByteArray hash(reinterpret_cast<const char*>(head.hash.data()), qsizetype(head.hash.size()));
        lines << u"%1 %2 %3"_s.arg(stream.toString()).arg(head.sequence).arg(QString::fromLatin1(hash.toHex()));
    }
    lines.sort();
    return lines;
}

QStringList headsAt(const StorePaths& paths, const MasterKey& key)
{
    auto journal = JournalStore::open(paths.journal(), {.mode = sqlite::OpenMode::ReadOnly,
                                                        .key = {sqlite::preferredCipher(), key.derive(KeyPurpose::JournalFile)}});
    return journal ? headsIn(*journal) : QStringList{journal.error().code + paths.folder};
}

/// The copy that a desk joined with may be older than its own admission: it has to hear of its letter before it can work alone.
void meet(hall::Pc& host, hall::Pc& desk)
{
    constexpr int tries = 500;
    desk.open();
    desk.connect();
    for (int at = 0; at < tries; ++at) {
        QThread::msleep(20);
        if (desk.follows() && headsAt(host.paths(), *host.key) == headsAt(desk.paths(), *host.key))
            return;
    }
    qFatal("a desk that joined does not meet its host");
}

QString firstDifference(const QStringList& one, const QStringList& other)
{
    for (qsizetype at = 0; at < std::max(one.size(), other.size()); ++at) {
        if (one.value(at) != other.value(at))
            return u"%1 / %2: %3 | %4"_s.arg(one.size()).arg(other.size()).arg(one.value(at), other.value(at));
    }
    return {};
}

} // namespace

QString StoreState::differenceTo(const StoreState& other) const
{
    const QString inHeads = firstDifference(heads, other.heads);
    return inHeads.isEmpty() ? firstDifference(rows, other.rows) : inHeads;
}

QByteArray StoreState::hash() const
{
    return QCryptographicHash::hash((heads + rows).join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
}

void HallStores::found(int desks, std::uint16_t port)
{
    NetworkSettings settings;
    settings.serves = true;
    settings.port = port;
    settings.advertisedHost = u"127.0.0.1"_s;
    m_pcs.push_back(std::make_unique<hall::Pc>());
    hall::Pc& host = *m_pcs.front();
    host.found();
    if (const Result<void> serves = host.network->apply(settings); !serves || host.network->status().serveError)
        qFatal("the host can't serve on port %d", port);
    for (int desk = 0; desk < desks; ++desk) {
        m_pcs.push_back(std::make_unique<hall::Pc>());
        const Result<PairingCode> code = host.network->openPairing(host.session("admin"));
        if (!code)
            qFatal("%s", qPrintable(code.error().code));
        if (const Result<void> joined = hall::join(*m_pcs.back(), *code); !joined)
            qFatal("%s", qPrintable(joined.error().code));
        meet(host, *m_pcs.back()); // its first start begins its stream
        m_pcs.back()->close();
    }
    host.close();
    QFile keyFile(this->keyFile());
    if (!keyFile.open(QIODevice::WriteOnly))
        qFatal("no file for the key");
    const auto bytes = key().key().bytes();
    keyFile.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
    for (int member = 0; member < members(); ++member) {
        m_paths.push_back(m_pcs[std::size_t(member)]->paths());
        surgery::settle(paths(member), key());
        surgery::copyFolder(paths(member).folder, freshFolder(member));
    }
}

void HallStores::putBack()
{
    for (int member = 0; member < members(); ++member) {
        for (const QString& name : QDir(paths(member).folder).entryList(QDir::Files))
            QFile::remove(paths(member).folder + u'/' + name);
        surgery::copyFolder(freshFolder(member), paths(member).folder);
    }
}

void HallStores::changeNetwork(int member, const std::function<void(NetworkSettings&)>& change)
{
    const StorePaths fresh{freshFolder(member)};
    auto settings = NetworkSettings::read(fresh);
    if (!settings)
        qFatal("%s", qPrintable(settings.error().code));
    change(*settings);
    if (!settings->write(fresh))
        qFatal("network.json can't be written");
}

QStringList HallStores::headsOf(int member)
{
    return headsAt(paths(member), key());
}

StoreState HallStores::stateOf(int member)
{
    const hall::Pc& pc = *m_pcs[std::size_t(member)];
    const StoreAccess access{.paths = paths(member), .key = key(), .cipher = sqlite::preferredCipher(), .nodeName = u"test"_s, .software = hall::software};
    auto store = openStore(access, pc.clock.now(), m_random);
    if (!store)
        return {{store.error().code}, {}};
    if (const Result<void> caughtUp = store->writer->catchUp(); !caughtUp)
        return {{caughtUp.error().code}, {}};
    return {headsIn(store->writer->journal()), rowsOf(store->writer->views())};
}

Result<VerificationReport> HallStores::verify(int member)
{
    return verifyStore(paths(member), key(), sqlite::preferredCipher(), m_random);
}

void HallStores::onJournal(int member, const std::function<void(JournalStore&)>& work)
{
    surgery::onJournal(paths(member), key(), work);
}

} // namespace onedoor
