// SPDX-License-Identifier: GPL-3.0-or-later
// The stores of a hall whose PCs run in processes of their own: made once, over loopback, and put back as they were for each trial. Member 0
// is the host, the others follow it. Main thread.
#pragma once

#include "core/store/verification.h"
#include "tests/support/hall_pc.h"

namespace onedoor {

struct StoreState {
    QStringList heads; ///< of each stream, with its hash
    QStringList rows;  ///< of the views

    friend bool operator==(const StoreState&, const StoreState&) = default;
    /// The first difference, for people.
    QString differenceTo(const StoreState& other) const;
    QByteArray hash() const;
};

class HallStores {
public:
    /// Founds a centre on a host and lets `desks` PCs join it. `port`: on which the host serves.
    void found(int desks, std::uint16_t port);
    /// All as they were when they had just been founded.
    void putBack();

    int members() const { return int(m_pcs.size()); }
    const StorePaths& paths(int member) const { return m_paths[std::size_t(member)]; }
    QString keyFile() const { return m_folder.filePath(QStringLiteral("key")); }
    const MasterKey& key() const { return *m_pcs.front()->key; }
    /// Changes network.json of the fresh stores: where members find each other.
    void changeNetwork(int member, const std::function<void(NetworkSettings&)>& change);

    /// Where each stream stands, beside the running program.
    QStringList headsOf(int member);
    /// All that a member knows; it must not be running.
    StoreState stateOf(int member);
    Result<VerificationReport> verify(int member);
    void onJournal(int member, const std::function<void(JournalStore&)>& work);

private:
    QString freshFolder(int member) const { return m_folder.filePath(QStringLiteral("fresh%1").arg(member)); }

    std::vector<std::unique_ptr<hall::Pc>> m_pcs;
    std::vector<StorePaths> m_paths;
    QTemporaryDir m_folder;
    SystemRandom m_random;
};

} // namespace onedoor
