// SPDX-License-Identifier: GPL-3.0-or-later
// Short stretches of work on a store, for tests that let something go wrong at each of their steps: what each does, what it was told, and
// what must hold afterwards. Main thread; the gateway's own threads do the work.
#pragma once

#include "core/services/local_gateway.h"
#include "core/store/backup.h"
#include "core/store/store_opening.h"

#include "tests/support/hall_pc.h"

#include <QTemporaryDir>
#include <functional>

namespace onedoor::sweep {

/// Stores as the scripts find them, made once.
class Bases {
public:
    Bases();
    /// Where every run takes place: in another folder the copies would be taken for restored ones.
    QString workFolder() const { return m_founder->folder.path(); }
    /// A centre with accounts, visitors that wait, and another PC's stream that is still to come.
    QString store() const { return m_folder.filePath(QStringLiteral("store")); }
    /// The same before its newest visitors: views, and a whole store.
    QString earlier() const { return m_folder.filePath(QStringLiteral("earlier")); }
    QString backup() const { return m_folder.filePath(QStringLiteral("backup")); }
    const MasterKey& key() const { return *m_key; }
    const CentreDefinition& definition() const { return m_definition; }
    const StreamId& officeStream() const { return m_officeStream; }
    NodeId office() const { return m_office; }
    const std::vector<QByteArray>& officeEvents() const { return m_officeEvents; }
    const QStringList& waiting() const { return m_waiting; } ///< tickets
    PersonId toErase() const { return m_toErase; }

private:
    void enrolOffice(LocalGateway& gateway);

    QTemporaryDir m_folder;
    std::unique_ptr<hall::Pc> m_founder;
    CentreDefinition m_definition;
    std::unique_ptr<MasterKey> m_key;
    StreamId m_officeStream;
    NodeId m_office;
    std::vector<QByteArray> m_officeEvents;
    QStringList m_waiting;
    PersonId m_toErase;
};

/// One run of a script in a folder of its own.
class Stage {
public:
    explicit Stage(const Bases& bases) : m_bases(bases), m_folder(bases.workFolder()) {}

    const Bases& bases() const { return m_bases; }
    StorePaths paths() const { return {m_folder + QStringLiteral("/store")}; }
    QString beside(const QString& name) const { return m_folder + u'/' + name; }
    const MasterKey& key() const { return m_foundedKey ? *m_foundedKey : m_bases.key(); }
    ManualClock& clock() { return m_clock; }
    SystemRandom& random() { return m_random; }

    Result<std::unique_ptr<LocalGateway>> open();
    StoreAccess access();
    BackupAccess backupAccess() { return {key(), sqlite::preferredCipher(), m_random}; }

    /// Something that must still hold after whatever comes; `name` is for people.
    void acknowledge(const QString& name, std::function<bool(Stage&, LocalGateway*)> stillHolds);
    /// From here on commits do not wait for the disk: what a test must find.
    void becomeCareless() { m_isCareless = true; }
    /// Is told the number of each thing that was acknowledged.
    void whenAcknowledged(std::function<void(int)> tell) { m_tell = std::move(tell); }
    /// Remembers why; true when it went well.
    template <typename T>
    bool went(const Result<T>& result)
    {
        if (!result)
            m_refusals.push_back(result.error());
        return result.has_value();
    }
    const std::vector<Error>& refusals() const { return m_refusals; }
    /// Of the first `count` that were acknowledged, those that are lost. `gateway` may be null.
    QStringList lost(std::size_t count, LocalGateway* gateway);
    /// The same things acknowledged, for another run's end.
    void takeOver(const Stage& other);
    std::size_t acknowledged() const { return m_acknowledged.size(); }
    void keepFoundedKey(MasterKey key) { m_foundedKey = std::make_unique<MasterKey>(std::move(key)); }

private:
    struct Acknowledged {
        QString name;
        std::function<bool(Stage&, LocalGateway*)> stillHolds;
    };
    const Bases& m_bases;
    QString m_folder; ///< emptied by prepare()
    ManualClock m_clock{Instant::fromIso(QStringLiteral("2026-03-02T10:00:00+08:00"))};
    SystemRandom m_random;
    std::unique_ptr<MasterKey> m_foundedKey;
    std::vector<Error> m_refusals;
    std::vector<Acknowledged> m_acknowledged;
    std::function<void(int)> m_tell;
    bool m_isCareless = false;
};

struct Script {
    const char* name;
    void (*prepare)(Stage&); ///< lays out the folder
    void (*run)(Stage&);
    /// What people do before they open the store again, knowing whether the work was `done`; gives faults. Null: nothing.
    QStringList (*recover)(Stage&, bool done);
    bool worksAlone = true; ///< false: it prints no numbers before it has met its host
};
const std::vector<Script>& scripts();

/// The whole judgement after a run: recovers, opens, looks for the first `acknowledged`, works on, verifies. Faults.
QStringList judge(const Script& script, Stage& stage, std::size_t acknowledged);
/// What is wrong with how the script was refused.
QStringList judgeRefusals(const Stage& stage);

} // namespace onedoor::sweep
