// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/local_gateway.h"

#include "core/domain/centre/centre_loader.h"
#include "core/services/account_rules.h"
#include "core/services/api/administration.h"
#include "core/services/founded_centre.h"
#include "core/services/sign_in_limit.h"
#include "core/services/waiting/waiting_memory.h"
#include "core/base/task_queue.h"
#include "core/store/keys/secret_verifier.h"
#include "core/store/views/person_queries.h"

#include <QCoreApplication>
#include <QtConcurrent>
#include <atomic>
#include <mutex>
#include <semaphore>
#include <thread>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t commandsPerCommit = 64;
constexpr int readerThreads = 2;
constexpr auto idleTime = std::chrono::milliseconds(500);
constexpr auto lookAgain = std::chrono::milliseconds(5); ///< while others' events are being shown

struct CommandJob {
    Session session;
    const char* name = nullptr;
    std::function<Result<void>(CommandScope&)> task;
    std::function<void(Result<void>)> done;
    std::function<void(CommandRunner&)> alone; ///< instead of a command: runs between two transactions
};

struct QueryJob {
    Session session;
    const char* name = nullptr;
    std::function<Result<void>(QueryScope&)> task;
    std::function<void(Result<void>)> done;
};

Result<void> addAccounts(CommandRunner& runner, const CentreDefinition& centre, const std::vector<FirstAccount>& accounts)
{
    // Nobody is signed in yet: the founding act carries every right.
    Session founder;
    for (const Role& role : centre.roles)
        founder.roles << role.key;
    ONEDOOR_TRY(runner.begin());
    for (const FirstAccount& account : accounts) {
        const Result<AccountReply> reply = runner.run(
            founder, AccountCreate{account.login, account.displayName, {account.roles.begin(), account.roles.end()}, account.secretKind, account.secret});
        if (!reply) {
            runner.rollback();
            return Unexpected(reply.error());
        }
    }
    ONEDOOR_TRY(runner.commit());
    return {};
}

} // namespace

class LocalGateway::Threads {
public:
    Threads(LocalGateway& gateway, GatewaySetup setup, CentreFounded founded, std::shared_ptr<const CentreDefinition> definition, OpenedStore store)
        : m_gateway(gateway), m_setup(std::move(setup)), m_founded(std::move(founded)), m_centre(std::move(definition)),
          m_shown(std::make_shared<CentreDefinition>(*m_centre)),
          m_stream(store.writer->stream()), m_signIns(m_setup.paths.signIns(), m_setup.clock, m_setup.random),
          m_runner(std::make_unique<CommandRunner>(std::move(store), m_centre, m_setup.clock, &m_signIns))
    {
        noteNode();
        m_cutOff = m_node.isCutOff;
    }

    ~Threads()
    {
        // Readers first: only a writer that closes last can move the logs into their files.
        m_queries.close();
        for (std::thread& reader : m_readers)
            reader.join();
        m_commands.close();
        if (m_writer.joinable())
            m_writer.join();
    }

    void start()
    {
        m_writer = std::thread([this] { write(); });
        for (int at = 0; at < readerThreads; ++at)
            m_readers.emplace_back([this] { read(); });
    }

    const CentreDefinition& shownCentre() const { return *m_shown; }
    std::shared_ptr<const CentreDefinition> centre()
    {
        const std::lock_guard lock(m_noting);
        return m_centre;
    }
    /// Tells everybody; of another definition the UI thread gets its copy first.
    void tell(const ChangeSet& changes)
    {
        noteCentre();
        Q_EMIT m_gateway.changed(changes);
    }
    const CentreFounded& founded() const { return m_founded; }
    const GatewaySetup& setup() const { return m_setup; }
    CommandRunner& runner() { return *m_runner; }
    SignInLimit& signIns() { return m_signIns; }
    TaskQueue<CommandJob>& commands() { return m_commands; }
    TaskQueue<QueryJob>& queries() { return m_queries; }
    void setCutOff(bool cutOff) { m_cutOff = cutOff; }
    void setForwarder(Forwarder forwarder)
    {
        const std::lock_guard lock(m_forwarding);
        m_forwarder = std::move(forwarder);
    }
    void setForerunner(std::function<void(Ahead)> forerunner)
    {
        const std::lock_guard lock(m_foretelling);
        m_forerunner = std::move(forerunner);
    }
    Forwarder forwarder()
    {
        const std::lock_guard lock(m_forwarding);
        return m_forwarder;
    }

private:
    void write()
    {
        bool isBehind = false;
        m_runner->idle(); // so that the first act of the day finds room in the log
        while (!m_commands.isFinished()) {
            std::vector<CommandJob> jobs = m_commands.take(commandsPerCommit, isBehind ? lookAgain : idleTime);
            if (!jobs.empty())
                writeInOrder(jobs);
            else if (!isBehind)
                rest();
            const CommandRunner::Shown shown = m_runner->showMore();
            isBehind = shown == CommandRunner::Shown::More;
            if (shown == CommandRunner::Shown::AllAnew)
                tell(everything());
        }
        m_runner.reset(); // closes the files on the thread that used them
    }

    void rest()
    {
        m_runner->idle();
        if (const std::optional<ChangeSet> reported = m_runner->reportErasures())
            tell(*reported);
    }

    static ChangeSet everything()
    {
        return {.origin = ChangeSet::Origin::Sync, .records = {}, .tickets = true, .persons = true, .accounts = true, .places = true,
                .nodes = true, .centre = true, .conflicts = true, .appointments = true, .staffCalls = true, .alarms = true, .days = true};
    }

    void writeInOrder(std::vector<CommandJob>& jobs)
    {
        std::vector<CommandJob> together;
        for (CommandJob& job : jobs) {
            if (!job.alone) {
                together.push_back(std::move(job));
                continue;
            }
            writeTogether(together);
            together.clear();
            job.alone(*m_runner);
            noteNode();
        }
        writeTogether(together);
    }

    /// One transaction for all; each gets its own answer, and only after the commit is durable.
    void writeTogether(std::vector<CommandJob>& jobs)
    {
        if (jobs.empty())
            return;
        m_runner->setCutOff(m_cutOff);
        std::vector<Result<void>> outcomes(jobs.size());
        Result<void> lost = m_runner->begin();
        for (std::size_t at = 0; at < jobs.size() && lost; ++at) {
            outcomes[at] = m_runner->runTask(jobs[at].session, jobs[at].name, jobs[at].task);
            if (m_runner->isBroken()) {
                lost = outcomes[at];
                m_runner->rollback();
            }
        }
        ChangeSet changes;
        if (lost) {
            Result<ChangeSet> committed = m_runner->commit([this] { foretell(Ahead::DiskIsAwaited); }, [this] { foretell(Ahead::DiskHasIt); });
            if (committed)
                changes = std::move(*committed);
            else
                lost = Unexpected(std::move(committed).error());
        }
        if (lost && !changes.records.empty())
            tell(changes);
        for (std::size_t at = 0; at < jobs.size(); ++at)
            jobs[at].done(lost ? std::move(outcomes[at]) : lost);
    }

    void foretell(Ahead ahead)
    {
        const std::lock_guard lock(m_foretelling);
        if (m_forerunner)
            m_forerunner(ahead);
    }

    void read()
    {
        Result<std::unique_ptr<Reader>> reader = Reader::open(m_setup.paths, m_setup.key, m_setup.cipher, m_setup.random);
        while (!m_queries.isFinished()) {
            std::vector<QueryJob> jobs = m_queries.take(1, idleTime);
            if (reader && jobs.empty())
                (void)(*reader)->heedErasures(); // its memory may not keep somebody until the next question
            for (QueryJob& job : jobs)
                job.done(reader ? readOne(**reader, job) : Result<void>(Unexpected(reader.error())));
        }
    }

    Result<void> readOne(Reader& reader, const QueryJob& job)
    {
        const std::shared_ptr<const CentreDefinition> known = centre(); // one and the same from the question's begin to its end
        ONEDOOR_TRY(checkRight(*known, job.session, job.name));
        ONEDOOR_TRY(reader.heedErasures());
        QueryScope scope(reader, *known, job.session, m_setup.clock.now(),
                         storeFacts());
        Result<void> outcome = job.task(scope);
        if (!outcome)
            nameWhoWasFirst(outcome.error(), reader.views());
        return outcome;
    }

    StoreFacts storeFacts()
    {
        const std::lock_guard lock(m_noting);
        return {m_setup.paths, m_founded.rehearsal, m_stream, QString(sqlite::cipherName(m_setup.cipher)), m_node, &m_waiting, &m_signIns};
    }

    /// For readers, who may not look at the runner.
    void noteNode()
    {
        const std::lock_guard lock(m_noting);
        m_node = m_runner->node();
        m_stream = m_runner->writer().stream();
    }

    void noteCentre()
    {
        const std::shared_ptr<const CentreDefinition> now = m_runner->centre();
        {
            const std::lock_guard lock(m_noting);
            if (now == m_centre)
                return;
            m_centre = now;
        }
        if (QCoreApplication* application = QCoreApplication::instance())
            QMetaObject::invokeMethod(application, [shown = m_shown, now] { *shown = *now; }, Qt::QueuedConnection);
    }

    LocalGateway& m_gateway;
    GatewaySetup m_setup;
    CentreFounded m_founded;
    std::mutex m_noting;
    std::shared_ptr<const CentreDefinition> m_centre; ///< guarded by m_noting
    const std::shared_ptr<CentreDefinition> m_shown;  ///< the UI thread's copy: changed there only
    StreamId m_stream; ///< guarded by m_noting
    NodeFacts m_node;  ///< guarded by m_noting
    SignInLimit m_signIns;
    WaitingMemory m_waiting;
    std::unique_ptr<CommandRunner> m_runner;
    std::atomic<bool> m_cutOff = false;
    std::mutex m_forwarding;
    Forwarder m_forwarder; ///< guarded by m_forwarding
    std::mutex m_foretelling;
    std::function<void(Ahead)> m_forerunner; ///< guarded by m_foretelling
    TaskQueue<CommandJob> m_commands;
    TaskQueue<QueryJob> m_queries;
    std::thread m_writer;
    std::vector<std::thread> m_readers;
};

LocalGateway::LocalGateway(GatewaySetup setup, CentreFounded founded, std::shared_ptr<const CentreDefinition> definition, OpenedStore store)
    : m_threads(std::make_unique<Threads>(*this, std::move(setup), std::move(founded), std::move(definition), std::move(store)))
{
    qRegisterMetaType<ChangeSet>();
}

LocalGateway::~LocalGateway() = default;

Result<std::unique_ptr<LocalGateway>> LocalGateway::create(GatewaySetup setup, const CentreDefinition& definition,
                                                           const std::vector<FirstAccount>& accounts, bool rehearsal)
{
    const CentreFounded founded{definition.code, definition.name, QString::fromUtf8(toJson(definition)), rehearsal};
    const StoreAccess access{setup.paths, setup.key, setup.cipher, setup.nodeName, setup.software};
    ONEDOOR_ASSIGN(OpenedStore store, createStore(access, founded, setup.clock.now(), setup.random));
    std::unique_ptr<LocalGateway> gateway(new LocalGateway(std::move(setup), founded, std::make_shared<const CentreDefinition>(definition), std::move(store)));
    ONEDOOR_TRY(addAccounts(gateway->m_threads->runner(), gateway->centre(), accounts));
    gateway->m_threads->start();
    return gateway;
}

Result<std::unique_ptr<LocalGateway>> LocalGateway::open(GatewaySetup setup, const OpeningProgress& progress)
{
    const StoreAccess access{.paths = setup.paths, .key = setup.key, .cipher = setup.cipher, .nodeName = setup.nodeName, .software = setup.software,
                             .keyProven = setup.keyProven};
    ONEDOOR_ASSIGN(OpenedStore store, openStore(access, setup.clock.now(), setup.random, progress));
    ONEDOOR_ASSIGN(FoundedCentre centre, foundedCentre(store));
    std::unique_ptr<LocalGateway> gateway(
        new LocalGateway(std::move(setup), std::move(centre.founded), std::move(centre.definition), std::move(store)));
    gateway->m_threads->start();
    return gateway;
}

const CentreDefinition& LocalGateway::centre() const
{
    return m_threads->shownCentre();
}

std::shared_ptr<const CentreDefinition> LocalGateway::centreNow() const
{
    return m_threads->centre();
}

void LocalGateway::publish(const ChangeSet& changes)
{
    m_threads->tell(changes);
}

bool LocalGateway::isRehearsal() const
{
    return m_threads->founded().rehearsal;
}

const OpeningReport& LocalGateway::report() const
{
    return m_threads->runner().report();
}

const StorePaths& LocalGateway::paths() const
{
    return m_threads->setup().paths;
}

const GatewaySetup& LocalGateway::setup() const
{
    return m_threads->setup();
}

void LocalGateway::onWriter(const std::function<void(CommandRunner&)>& task)
{
    besideWriter([&](CommandRunner& runner, const Answered&) { task(runner); }, {});
}

void LocalGateway::besideWriter(std::function<void(CommandRunner&, const Answered&)> task, const std::function<void()>& beside)
{
    const auto done = std::make_shared<std::binary_semaphore>(0);
    CommandJob job;
    job.alone = [task = std::move(task), done](CommandRunner& runner) {
        bool isAnswered = false;
        const auto answered = [&] {
            if (!std::exchange(isAnswered, true))
                done->release();
        };
        task(runner, answered);
        answered();
    };
    m_threads->commands().put(std::move(job));
    if (beside)
        beside();
    done->acquire();
}

void LocalGateway::setForwarder(Forwarder forwarder)
{
    m_threads->setForwarder(std::move(forwarder));
}

void LocalGateway::setForerunner(std::function<void(Ahead)> forerunner)
{
    m_threads->setForerunner(std::move(forerunner));
}

void LocalGateway::setCutOff(bool cutOff)
{
    m_threads->setCutOff(cutOff);
}

bool LocalGateway::forward(const Session& session, const char* name, const QJsonObject& parameters,
                           std::function<void(Result<QJsonObject>)> done)
{
    const Forwarder forwarder = m_threads->forwarder();
    return forwarder && forwarder(session, name, parameters, std::move(done));
}

void LocalGateway::post(const Session& session, const char* name, CommandTask task, std::function<void(Result<void>)> done)
{
    m_threads->commands().put({session, name, std::move(task), std::move(done), {}});
}

void LocalGateway::postQuery(const Session& session, const char* name, QueryTask task, std::function<void(Result<void>)> done)
{
    m_threads->queries().put({session, name, std::move(task), std::move(done)});
}

namespace {

Session sessionFor(const AccountRow& row)
{
    return {row.account, row.login, row.displayName, {row.roles.begin(), row.roles.end()}, {}};
}

/// Reading an account needs no right: it is how rights are found out.
Session anybody(const CentreDefinition& centre)
{
    Session session;
    for (const Role& role : centre.roles)
        session.roles << role.key;
    return session;
}

} // namespace

QFuture<Result<Session>> LocalGateway::sessionOf(const QString& login)
{
    auto promise = std::make_shared<QPromise<Result<Session>>>();
    auto found = std::make_shared<std::optional<queries::AccountFound>>();
    promise->start();
    postQuery(
        anybody(*centreNow()), AccountList::name,
        [login, found](QueryScope& scope) -> Result<void> {
            ONEDOOR_ASSIGN(*found, queries::accountByLogin(scope.views(), login));
            return {};
        },
        [promise, found](Result<void> outcome) {
            if (!outcome)
                promise->addResult(Result<Session>(Unexpected(outcome.error())));
            else if (!*found || !(*found)->row.enabled)
                promise->addResult(Result<Session>(fail(ErrorKind::NotFound, u"account.unknown"_s, u"login"_s)));
            else
                promise->addResult(Result<Session>(sessionFor((*found)->row)));
            promise->finish();
        });
    return promise->future();
}

namespace {

Unexpected wrongSecret(int secondsToWait)
{
    Error error{ErrorKind::Forbidden, u"session.secret"_s, u"secret"_s, {}};
    if (secondsToWait > 0)
        error.facts.insert(u"seconds"_s, secondsToWait);
    return Unexpected(std::move(error));
}

} // namespace

QFuture<Result<Session>> LocalGateway::signIn(const QString& login, const QString& secret)
{
    auto promise = std::make_shared<QPromise<Result<Session>>>();
    promise->start();
    postQuery(
        anybody(*centreNow()), AccountList::name,
        [login, secret, promise, &signIns = m_threads->signIns()](QueryScope& scope) -> Result<void> {
            ONEDOOR_TRY(signIns.beginGuess(login));
            ONEDOOR_ASSIGN(const std::optional<queries::AccountFound> found, queries::accountByLogin(scope.views(), login));
            // An unknown login takes as long as a wrong secret, and gets the same answer.
            static const QString nobody = SecretVerifier().hash(u"nobody has this secret"_s).value_or(QString());
            const bool matches = SecretVerifier().matches(found ? found->verifier : nobody, secret);
            if (!matches || !found || !found->row.enabled)
                return wrongSecret(signIns.secondsToWait(login));
            signIns.forget(login);
            promise->addResult(Result<Session>(sessionFor(found->row)));
            return {};
        },
        [promise](Result<void> outcome) {
            if (!outcome)
                promise->addResult(Result<Session>(Unexpected(outcome.error())));
            promise->finish();
        });
    return promise->future();
}

} // namespace onedoor

#include "moc_local_gateway.cpp"
