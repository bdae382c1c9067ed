// SPDX-License-Identifier: GPL-3.0-or-later
// Stores for measuring: made in a temporary folder beside the working folder, so that store and baseline share one disk.
#pragma once

#include "core/services/api/reception.h"
#include "core/services/command_runner.h"
#include "core/services/rehearsal/rehearsal.h"

#include <QTemporaryDir>
#include <memory>

namespace onedoor::bench {

struct StoredEvent {
    QByteArray record;
    QByteArray hash;
    QByteArray envelope;
};

struct BenchOptions {
    sqlite::Cipher cipher = sqlite::preferredCipher();
    Writer::ReachDisk reachDisk = &JournalStore::reachDisk;
};

class BenchStore {
public:
    using Options = BenchOptions;
    BenchStore() : BenchStore(Options{}) {}
    explicit BenchStore(Options options);

    CommandRunner& runner() { return *m_runner; }
    ManualClock& clock() { return m_clock; }
    const CentreDefinition& centre() const { return m_centre; }
    const std::vector<Session>& operators() const { return m_operators; }
    StorePaths paths() const { return {m_folder.path() + QStringLiteral("/store")}; }
    QString folder() const { return m_folder.path(); }
    const MasterKey& key() const { return m_key; }
    Random& random() { return m_random; }
    sqlite::Cipher cipher() const { return m_options.cipher; }

    /// Days through the same commands as the pages'; at least `events` of them.
    void rehearseAtLeast(std::uint64_t events);
    /// So many days of 300 visitors on average.
    void rehearseDays(int days);
    /// An invented visitor at the desk, a second after the one before.
    VisitRegister visitor(const QString& service = QStringLiteral("legalAdvice"));
    /// Registers the visitor with a ticket, in its own transaction when `alone`.
    TicketId registerOne(const VisitRegister& visit, bool alone);
    /// Takes these tickets off the queue, in one transaction, so that it stays as long as a hall's.
    void withdraw(const std::vector<TicketId>& tickets);
    void nextDay() { m_clock.advanceSeconds(86'400); }
    std::vector<StoredEvent> events();
    /// Closes the runner and opens the store again, without its views when told so.
    void close() { m_runner.reset(); }
    double reopen(bool withoutViews);

private:
    StoreAccess access() const;

    Options m_options;
    QTemporaryDir m_folder;
    ManualClock m_clock{Instant::fromIso(QStringLiteral("2026-03-02T09:00:00+08:00"))};
    SystemRandom m_random;
    SeededRandom m_people{7};
    MasterKey m_key = MasterKey::generate(m_random);
    CentreDefinition m_centre;
    Population m_population;
    std::vector<Session> m_operators;
    std::unique_ptr<CommandRunner> m_runner;
};

/// The value of a result that must be there.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("bench: %s %s", qPrintable(result.error().code), qPrintable(result.error().facts.value(QStringLiteral("path")).toString()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

bool benchAppendDurable();
bool benchAppendBatch();
bool benchEncryption();
bool benchRefold();
bool benchCallNext();
bool benchFairness();
bool benchLookup();
bool benchEstimateCoverage();
bool benchEstimateError();
bool benchHubIngest();
bool benchHubStreams();
bool benchPull();
bool benchPush();
bool benchBootstrap();
bool benchLive();
bool benchPouch();
bool benchPouchTrip();
bool benchUiStall();
bool benchUiStallRehearsal();
bool benchQueueBoard();
bool benchStart();
/// The process that benchStart measures: folder, when it was started, how many look-ups. The exit code.
int startedDesk(const QStringList& arguments);
bool benchPast();
bool benchHubDesks();

} // namespace onedoor::bench
