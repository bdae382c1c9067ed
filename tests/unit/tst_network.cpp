// SPDX-License-Identifier: GPL-3.0-or-later
// Two PCs of a hall over loopback TLS: one joins with a code, both work together, one is cut off and comes back, one is shut out.
#include "core/domain/centre/centre_loader.h"
#include "core/services/api/administration.h"
#include "core/services/api/counter.h"
#include "core/services/api/nodes.h"
#include "core/services/founding.h"
#include "core/services/network/centre_network.h"
#include "core/services/network/joining.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QString software = u"OneDoor test"_s;
const QString password = u"demo-password"_s;
constexpr int patience = 10'000; // milliseconds

CentreDefinition definition()
{
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("dongxihu.json can't be read");
    auto loaded = loadCentre(file.readAll(), u"dongxihu.json"_s);
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().front().where()));
    return std::move(*loaded);
}

template <typename T>
Result<T> outcome(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.takeResult();
}

template <typename T>
T wait(QFuture<Result<T>> future)
{
    Result<T> result = outcome(std::move(future));
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().code), qPrintable(result.error().field));
    return std::move(*result);
}

/// One PC: its folder, its gateway, its network.
struct Pc {
    QTemporaryDir folder;
    ManualClock clock{Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s)};
    SystemRandom random;
    std::unique_ptr<MasterKey> key;
    std::unique_ptr<LocalGateway> gateway;
    std::unique_ptr<CentreNetwork> network;

    StorePaths paths() const { return {folder.path() + u"/store"_s}; }

    void found()
    {
        const FoundingPlan plan{.paths = paths(), .centre = definition(),
                                .administrator = {u"admin"_s, u"陈主任"_s, {u"administrator"_s}, SecretKind::Password, password},
                                .rehearsal = true, .cost = SecretCost::minimum(), .nodeName = u"前台一"_s, .software = software,
                                .clock = clock, .random = random};
        auto made = foundNewStore(plan);
        if (!made)
            qFatal("%s", qPrintable(made.error().code));
        key = std::make_unique<MasterKey>(std::move(made->master));
        gateway = std::move(made->gateway);
        for (const auto& [login, role] : {std::pair{u"wang.fang"_s, u"receptionist"_s}, std::pair{u"li.jun"_s, u"roomStaff"_s}})
            wait(gateway->send(session("admin"), AccountCreate{login, login, {role}, SecretKind::Pin, u"730512"_s}));
        connect();
    }

    void open()
    {
        GatewaySetup setup{paths(), MasterKey(key->key().copy()), sqlite::preferredCipher(), u"窗口二"_s, software, clock, random, true};
        auto opened = LocalGateway::open(std::move(setup));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().code));
        gateway = std::move(*opened);
    }

    void connect()
    {
        auto started = CentreNetwork::start(*gateway, software);
        if (!started)
            qFatal("%s", qPrintable(started.error().code));
        network = std::move(*started);
    }

    void close()
    {
        network.reset();
        gateway.reset();
    }

    Session session(const char* login, const QString& place = {})
    {
        Session found = wait(gateway->sessionOf(QString::fromLatin1(login)));
        found.place = place;
        return found;
    }

    VisitReply visit(const QString& name)
    {
        VisitRegister command;
        command.newPerson = PersonInput{.name = name, .documentKind = DocumentKind::None};
        command.service = u"legalAdvice"_s;
        command.summary = u"咨询"_s;
        return wait(gateway->send(session("wang.fang", u"window1"_s), command));
    }

    bool follows() const { return network->status().link.phase == sync::LinkState::Phase::Following; }
    /// The ticket as this PC's views show it.
    std::optional<TicketRow> ticket(TicketId id)
    {
        const auto shown = outcome(gateway->ask(session("admin"), TicketShow{id.toString()}));
        return shown ? std::optional(shown->ticket) : std::nullopt;
    }
    bool sees(TicketId id, TicketStatus status)
    {
        const std::optional<TicketRow> row = ticket(id);
        return row && row->status == status;
    }
};

/// A free port, so that two tests may run at once.
NetworkSettings serving()
{
    NetworkSettings settings;
    settings.serves = true;
    settings.port = std::uint16_t(20'000 + QCoreApplication::applicationPid() % 20'000);
    settings.advertisedHost = u"127.0.0.1"_s;
    return settings;
}

Result<void> join(Pc& desk, const PairingCode& code, const QString& secret = password)
{
    ONEDOOR_ASSIGN(auto joining, Joining::pair({code, desk.paths(), u"窗口二"_s, software, desk.clock, desk.random}));
    ONEDOOR_ASSIGN(const KeySlots slots, joining->fetchKeySlots({}));
    ONEDOOR_ASSIGN(MasterKey key, slots.openWithPassword(u"admin"_s, secret));
    ONEDOOR_TRY(joining->fetchStore({}));
    ONEDOOR_TRY(joining->finish(key, {}));
    desk.key = std::make_unique<MasterKey>(std::move(key));
    return {};
}

} // namespace

class TestNetwork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aPcJoinsWithACode();
    void bothSeeEachOthersActs();
    void theHostDecidesWhoIsCalled();
    void cutOffADeskGoesOnAndMeetsAgain();
    void aWrongSecretLetsNobodyIn();
    void aHostThatWasReplacedStepsDown();
    void aPcThatIsShutOutIsCutOff();
    void cleanupTestCase();

private:
    Pc m_host;
    Pc m_desk;
};

void TestNetwork::initTestCase()
{
    m_host.found();
    QVERIFY(m_host.network->apply(serving()).has_value());
    QVERIFY(!m_host.network->status().serveError);
    m_host.visit(u"张伟"_s);
}

void TestNetwork::aPcJoinsWithACode()
{
    const Result<PairingCode> code = m_host.network->openPairing(m_host.session("admin"));
    QVERIFY(code.has_value());
    const Result<PairingCode> typed = PairingCode::parse(code->toText().toLower());
    QVERIFY(typed.has_value());
    const Result<void> joined = join(m_desk, *typed);
    QVERIFY2(joined.has_value(), joined ? "" : qPrintable(joined.error().code));
    m_desk.open();
    m_desk.connect();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.follows(), patience);
    const NodeListReply nodes = wait(m_desk.gateway->ask(m_desk.session("admin"), NodeList{}));
    QCOMPARE(nodes.nodes.size(), std::size_t(2));
    QVERIFY(nodes.host != nodes.self);
    QVERIFY(!m_desk.network->status().isCutOff);
}

void TestNetwork::bothSeeEachOthersActs()
{
    const VisitReply atHost = m_host.visit(u"刘洋"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.sees(atHost.ticket, TicketStatus::Waiting), patience);
    // The host's numbers come before they are needed.
    QTRY_VERIFY_WITH_TIMEOUT(!wait(m_desk.gateway->ask(m_desk.session("admin"), NodeList{})).grantsNumbers, patience);
    QTest::qWait(1500);
    const VisitReply atDesk = m_desk.visit(u"陈静"_s);
    QVERIFY2(atDesk.number.at(1).isDigit(), qPrintable(atDesk.number));
    QVERIFY(atDesk.number != atHost.number);
    QTRY_VERIFY_WITH_TIMEOUT(m_host.sees(atDesk.ticket, TicketStatus::Waiting), patience);
    QCOMPARE(m_host.ticket(atDesk.ticket)->name, u"陈静"_s); // the person's key came with the events
}

void TestNetwork::theHostDecidesWhoIsCalled()
{
    // All at once from both PCs: nobody is called twice.
    std::vector<QFuture<Result<TicketReply>>> calls;
    const QStringList places{u"window5"_s, u"window6"_s};
    calls.push_back(m_host.gateway->send(m_host.session("li.jun", places[0]), TicketCallNext{}));
    calls.push_back(m_desk.gateway->send(m_desk.session("li.jun", places[1]), TicketCallNext{}));
    QSet<QString> called;
    for (auto& each : calls) {
        const Result<TicketReply> reply = outcome(std::move(each));
        if (!reply) {
            QVERIFY2(reply.error().code == u"queue.empty" || reply.error().code.startsWith(u"place."), qPrintable(reply.error().code));
            continue;
        }
        QVERIFY(!called.contains(reply->ticket.number));
        called.insert(reply->ticket.number);
    }
    QVERIFY(!called.isEmpty());
    // The same visitor from two places: one gets them, the other is told who did.
    const VisitReply visit = m_host.visit(u"赵敏"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.sees(visit.ticket, TicketStatus::Waiting), patience);
    auto one = m_host.gateway->send(m_host.session("li.jun", u"window6"_s), TicketCall{{visit.number, {}}});
    auto other = m_desk.gateway->send(m_desk.session("li.jun", u"window5"_s), TicketCall{{visit.number, {}}});
    const Result<TicketReply> first = outcome(std::move(one));
    const Result<TicketReply> second = outcome(std::move(other));
    QVERIFY(!(first.has_value() && second.has_value()));
}

void TestNetwork::cutOffADeskGoesOnAndMeetsAgain()
{
    NetworkSettings off = m_host.network->settings();
    off.serves = false;
    QVERIFY(m_host.network->apply(off).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.network->status().isCutOff, patience);
    const VisitReply atDesk = m_desk.visit(u"孙丽"_s);
    const VisitReply atHost = m_host.visit(u"周强"_s);
    QVERIFY(atDesk.number != atHost.number);
    QVERIFY(m_desk.network->status().link.error.has_value());
    // It calls from its own share, and says that the call is provisional.
    const Result<TicketReply> called = outcome(m_desk.gateway->send(m_desk.session("li.jun", u"window4"_s), TicketCall{{atDesk.number, {}}}));
    QVERIFY(called.has_value() || called.error().code.startsWith(u"place.") || called.error().code.startsWith(u"ticket."));
    QVERIFY(!m_host.ticket(atDesk.ticket));
    NetworkSettings on = off;
    on.serves = true;
    QVERIFY(m_host.network->apply(on).has_value());
    m_desk.network->retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(m_host.ticket(atDesk.ticket).has_value(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.ticket(atHost.ticket).has_value(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.network->status().link.waiting, std::uint64_t(0), patience);
}

void TestNetwork::aWrongSecretLetsNobodyIn()
{
    Result<PairingCode> code = m_host.network->openPairing(m_host.session("admin"));
    QVERIFY(code.has_value());
    PairingCode wrong = *code;
    wrong.secret = code->secret == u"00000000" ? u"00000001"_s : u"00000000"_s;
    Pc stranger;
    QCOMPARE(join(stranger, wrong).error().code, u"pairing.wrongSecret"_s);
    PairingCode elsewhere = *code;
    elsewhere.fingerprint.bytes[0] ^= 1;
    QCOMPARE(join(stranger, elsewhere).error().code, u"sync.wrongPeer"_s);
    QVERIFY(!m_host.network->openPairing(m_host.session("wang.fang")).has_value());
}

void TestNetwork::aHostThatWasReplacedStepsDown()
{
    NetworkSettings off = m_host.network->settings();
    off.serves = false;
    QVERIFY(m_host.network->apply(off).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.network->status().isCutOff, patience);
    // The desk takes over: its numbers carry its letter, for the host before may still be printing.
    QCOMPARE(wait(m_desk.gateway->send(m_desk.session("admin"), HostName{})).epoch, std::uint64_t(1));
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk.network->status().isCutOff, patience);
    const NodeListReply nodes = wait(m_desk.gateway->ask(m_desk.session("admin"), NodeList{}));
    QCOMPARE(nodes.host, nodes.self);
    QVERIFY(!nodes.grantsNumbers);
    // The host before comes back, learns of it and yields.
    NetworkSettings on = off;
    on.serves = true;
    QVERIFY(m_host.network->apply(on).has_value());
    m_desk.network->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(wait(m_host.gateway->ask(m_host.session("admin"), NodeList{})).host, nodes.self, patience);
}

void TestNetwork::aPcThatIsShutOutIsCutOff()
{
    const NodeId desk = wait(m_desk.gateway->ask(m_desk.session("admin"), NodeList{})).self;
    // The old host is made host again by the one that is it.
    const NodeId old = wait(m_host.gateway->ask(m_host.session("admin"), NodeList{})).self;
    QCOMPARE(wait(m_desk.gateway->send(m_desk.session("admin"), HostName{old})).node, old);
    QTRY_COMPARE_WITH_TIMEOUT(wait(m_host.gateway->ask(m_host.session("admin"), NodeList{})).host, old, patience);
    wait(m_host.gateway->send(m_host.session("admin"), NodeRevoke{desk, u"遗失"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.network->status().isCutOff, patience);
    const VisitReply late = m_desk.visit(u"吴芳"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.network->status().link.error.value_or(Error{}).code, u"node.revoked"_s, patience);
    QVERIFY(!m_host.ticket(late.ticket));
}

void TestNetwork::cleanupTestCase()
{
    m_desk.close();
    m_host.close();
}

QTEST_GUILESS_MAIN(TestNetwork)
#include "tst_network.moc"
