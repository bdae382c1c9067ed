// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hub/logs_under_test.h"

#include "core/hub/centres.h"
#include "core/hub/hub_log.h"
#include "core/hub/migrations/schema.h"
#include "core/store/keys/node_signature.h"
#include "core/store/store_opening.h"
#include "core/sync/journal_log.h"
#include "tests/simulator/sim_log.h"
#include "tests/support/must.h"

#include <QDir>
#include <QTemporaryDir>

namespace onedoor::hub {

using namespace Qt::StringLiterals;

namespace {

const Instant now{1'772'413'300'000};

class Simulated final : public LogUnderTest {
public:
    explicit Simulated(const Beginning& beginning)
    {
        simulator::LogSetup setup{.disk = m_disk, .clock = m_clock, .random = m_random, .witness = m_witness, .machine = RawId::named(QByteArray("machine")),
                                  .centre = beginning.centre, .name = u"simulated"_s, .onAuthored = [](const EventRef&, const Hash&, const AccountId&) {}};
        m_log = must(simulator::SimLog::open(setup));
        must(m_log->join({beginning.batch()}));
    }
    sync::EventLog& log() override { return *m_log; }
    QByteArray publicKey() override { return m_log->publicKey(); }

private:
    simulator::SimDisk m_disk;
    ManualClock m_clock{now};
    SeededRandom m_random{7};
    simulator::Witness m_witness;
    std::unique_ptr<simulator::SimLog> m_log;
};

class OverSqlite final : public LogUnderTest {
public:
    explicit OverSqlite(const Beginning& beginning)
    {
        const StoreAccess access{.paths = {m_folder.path() + u"/store"_s}, .key = m_key, .cipher = sqlite::preferredCipher(), .nodeName = u"store"_s,
                                 .software = u"test"_s};
        QDir().mkpath(access.paths.folder);
        const auto options = [&](sqlite::OpenMode mode) {
            return sqlite::OpenOptions{.mode = mode, .key = {access.cipher, m_key.derive(KeyPurpose::JournalFile)}};
        };
        copyInto(must(JournalStore::open(access.paths.journal(), options(sqlite::OpenMode::ReadWriteCreate))), beginning);
        must(prepareJoinedStore(access, NodeId(RawId::named(QByteArray("store"))), QByteArray(32, 's')));
        m_store = must(openStore(access, now, m_random));
        sync::JournalLog::Setup setup{.identity = m_store.identity,
                                      .stream = m_store.writer->stream(),
                                      .onWriter = [this](const sync::JournalLog::WriterTask& task, const std::function<void()>& beside) {
                                          beside();
                                          task(*m_store.writer, [] {});
                                          return true;
                                      },
                                      .onStored = [](const Committed&) {},
                                      .beginAnew = [](OpeningReason, std::uint64_t) -> Result<StreamId> { return fail(ErrorKind::Internal, u"store.internal"_s); },
                                      .nodes = {beginning.one.node(), beginning.two.node()},
                                      .clock = m_clock};
        m_log = must(sync::JournalLog::open(must(JournalStore::open(access.paths.journal(), options(sqlite::OpenMode::ReadOnly))), std::move(setup)));
    }
    sync::EventLog& log() override { return *m_log; }
    QByteArray publicKey() override { return publicKeyOf(m_store.identity.signingSeed); }

private:
    static void copyInto(JournalStore journal, const Beginning& beginning)
    {
        must(journal.database().run("BEGIN"));
        for (const sync::StreamPart& part : beginning.batch().parts) {
            std::uint64_t sequence = part.first;
            for (const sync::Item& item : part.items) {
                const Envelope envelope = must(decodeEnvelope(item.envelope));
                (void)must(journal.insert({part.stream, sequence++}, envelope.record, item.envelope, hashOf(item.envelope)));
            }
        }
        must(journal.commit());
    }

    QTemporaryDir m_folder;
    ManualClock m_clock{now};
    SystemRandom m_random;
    MasterKey m_key = MasterKey::generate(m_random);
    OpenedStore m_store;
    std::unique_ptr<sync::JournalLog> m_log;
};

class OverPostgres final : public LogUnderTest {
public:
    OverPostgres(const Beginning& beginning, const QString& uri)
    {
        m_connection = must(postgres::Connection::open(uri));
        must(bringSchemaUpToDate(*m_connection));
        ManualClock clock(now);
        std::array<unsigned char, TlsIdentity::seedSize> seed{};
        const HubIdentity hub = must(HubIdentity::fromSeed(seed, m_random));
        const QString secret = must(invite(*m_connection, clock, m_random));
        const Applicant applicant{.centre = beginning.centre, .name = u"centre"_s, .node = beginning.founder.node(), .key = beginning.founder.publicKey(),
                                  .founder = beginning.founder.node(), .founderKey = beginning.founder.publicKey()};
        must(admit(*m_connection, m_cache, hub, secret, applicant, now));
        m_log = must(HubLog::open(*m_connection, m_cache, hub.node, beginning.centre, [hub](QByteArrayView message) { return hub.certificate.sign(message); }));
        m_key = hub.key().toBytes();
        const sync::Taken taken = must(m_log->take(beginning.batch()));
        if (!taken.refusals.empty())
            qFatal("the beginning was refused: %s", qPrintable(taken.refusals.front().code));
    }
    sync::EventLog& log() override { return *m_log; }
    QByteArray publicKey() override { return m_key; }

private:
    SystemRandom m_random;
    MemberCache m_cache;
    std::unique_ptr<postgres::Connection> m_connection;
    std::unique_ptr<HubLog> m_log;
    QByteArray m_key;
};

} // namespace

Beginning::Beginning(const QByteArray& name) : centre(RawId::named(name)), founder(centre, "founder of " + name), one(centre, "one of " + name), two(centre, "two of " + name)
{
    founder.write(CentreFounded{.code = u"test"_s, .name = u"test"_s, .definition = u"{}"_s, .rehearsal = true}, centre.raw);
    founder.write(enrolmentOf(one), one.node().raw);
    founder.write(enrolmentOf(two), two.node().raw);
}

sync::Batch Beginning::batch() const
{
    return {.parts = {founder.all(), one.part(1, 1), two.part(1, 1)}, .keys = {}};
}

std::unique_ptr<LogUnderTest> simulatedLog(const Beginning& beginning)
{
    return std::make_unique<Simulated>(beginning);
}

std::unique_ptr<LogUnderTest> sqliteLog(const Beginning& beginning)
{
    return std::make_unique<OverSqlite>(beginning);
}

std::unique_ptr<LogUnderTest> postgresLog(const Beginning& beginning, const QString& uri)
{
    return std::make_unique<OverPostgres>(beginning, uri);
}

} // namespace onedoor::hub
