// SPDX-License-Identifier: GPL-3.0-or-later
// Two PCs of a hall over loopback TLS: one joins with a code, both work together, one is cut off and comes back, one is shut out.
#include "core/services/api/nodes.h"
#include "tests/support/hall_pc.h"
#ifdef Q_OS_UNIX
#include "tests/support/cable.h"
#endif

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace onedoor;
using namespace onedoor::hall;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000; // milliseconds
constexpr int patienceOfPeople = 5'000; ///< three seconds, and a busy computer
constexpr int patienceOnceMended = 20'000;

} // namespace

class TestNetwork : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aPcJoinsWithACode();
    void bothSeeEachOthersActs();
    void theHostDecidesWhoIsCalled();
    void cutOffADeskGoesOnAndMeetsAgain();
    void aSilentHostKeepsPeopleWaitingOnce();
    void aPcThatJoinsKnowsItself();
    void aPcMayBeLimited();
    void aWrongSecretLetsNobodyIn();
    void aHostThatWasReplacedStepsDown();
    void aPcThatIsShutOutIsCutOff();
    void cleanupTestCase();

private:
    bool tellsAddress(const QString& address);
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
    // It was given the host's own files, not a copy of them.
    const QDir offered(m_host.paths().folder + u"/joining-1"_s);
    QVERIFY(offered.exists(u"manifest.json"_s));
    QVERIFY(!offered.exists(u"journal.db"_s));
    m_desk.open();
    m_desk.connect();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.follows(), patience);
    const NodeListReply nodes = wait(m_desk.gateway->ask(m_desk.session("admin"), NodeList{}));
    QCOMPARE(nodes.nodes.size(), std::size_t(2));
    QVERIFY(nodes.host != nodes.self);
    QVERIFY(!m_desk.network->status().isCutOff);
    QVERIFY(!offered.exists()); // and they are let go once it greets by itself
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

/// The cable is out: no connection ends. The first press waits for the host and says that it is silent; the next ones are served at once.
/// The host tells another address of itself, and the desk has heard it.
bool TestNetwork::tellsAddress(const QString& address)
{
    NetworkSettings settings = m_host.network->settings();
    settings.advertisedHost = address;
    if (!m_host.network->apply(settings))
        return false;
    const NodeId host = hall::wait(m_host.gateway->ask(m_host.session("admin"), NodeList{})).self;
    const auto heard = [&] {
        QString known;
        m_desk.gateway->onWriter([&](CommandRunner& runner) {
            if (const Result<NodeState> state = runner.writer().state<NodeState>(host.raw))
                known = state->address.host;
        });
        return known == address;
    };
    return QTest::qWaitFor(heard, patience);
}

void TestNetwork::aSilentHostKeepsPeopleWaitingOnce()
{
#ifdef Q_OS_UNIX
    QVERIFY(tellsAddress(u"192.0.2.1"_s)); // where nobody is (RFC 5737): no way but the cable
    const NetworkSettings direct = m_desk.network->settings();
    NetworkSettings throughCable = direct;
    Cable cable(throughCable.host->port);
    throughCable.host->port = cable.port();
    QVERIFY(m_desk.network->apply(throughCable).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.follows() && !m_desk.network->status().isCutOff, patience);
    cable.takeOut();
    const VisitReply visit = m_desk.visit(u"郑涛"_s);
    QElapsedTimer waited;
    waited.start();
    const Result<TicketReply> first = outcome(m_desk.gateway->send(m_desk.session("li.jun", u"window4"_s), TicketCall{{visit.number, {}}}));
    QCOMPARE(first.error().code, u"host.silent"_s);
    QVERIFY2(waited.elapsed() < patienceOfPeople, qPrintable(QString::number(waited.elapsed())));
    waited.start();
    const Result<TicketReply> second = outcome(m_desk.gateway->send(m_desk.session("li.jun", u"window4"_s), TicketCall{{visit.number, {}}}));
    QVERIFY2(waited.elapsed() < patienceOfPeople / 5, qPrintable(QString::number(waited.elapsed())));
    QVERIFY2(second.has_value() || second.error().code != u"host.silent", qPrintable(second ? QString() : second.error().code));
    QTRY_VERIFY(m_desk.network->status().isCutOff);
    QCOMPARE(m_desk.network->status().link.error.value_or(Error{}).code.left(5), u"sync."_s);
    QTest::qWait(1'000);
    QVERIFY(!m_desk.follows()); // until the host answers
    cable.putBack();
    QTRY_VERIFY_WITH_TIMEOUT(m_host.ticket(visit.ticket).has_value(), patienceOnceMended);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desk.network->status().isCutOff, patienceOnceMended);
    QVERIFY(m_desk.network->apply(direct).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.follows() && !m_desk.network->status().isCutOff, patience);
    QVERIFY(tellsAddress(u"127.0.0.1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.follows() && !m_desk.network->status().isCutOff, patience);
#else
    QSKIP("the cable is made of POSIX sockets");
#endif
}

/// The copy that was made for the first PC doesn't know the second: it gets another, for the host may be gone before they meet again.
void TestNetwork::aPcThatJoinsKnowsItself()
{
    const auto codeFor = [this] { return m_host.network->openPairing(m_host.session("admin")).value(); };
    Pc second;
    const auto joiningSecond = Joining::pair({codeFor(), second.paths(), u"窗口三"_s, software, second.clock, second.random});
    QVERIFY(joiningSecond.has_value());
    const Result<KeySlots> slots = (*joiningSecond)->fetchKeySlots({});
    QVERIFY(slots.has_value());
    Pc third; // meanwhile
    QVERIFY(join(third, codeFor()).has_value());
    const Result<void> fetched = (*joiningSecond)->fetchStore({}); // of the copy whose description it has
    QVERIFY2(fetched.has_value(), fetched ? "" : qPrintable(fetched.error().code));
    Result<MasterKey> key = slots->openWithPassword(u"admin"_s, password);
    QVERIFY(key.has_value());
    const Result<void> finished = (*joiningSecond)->finish(*key, {});
    QVERIFY2(finished.has_value(), finished ? "" : qPrintable(finished.error().code));
    second.key = std::make_unique<MasterKey>(std::move(*key));
    QStringList numbers;
    for (Pc* pc : {&second, &third}) { // neither ever reaches the host
        pc->open();
        numbers << pc->visit(u"钱伟"_s).number;
        pc->close();
    }
    QVERIFY(numbers[0].contains((*joiningSecond)->letter()));
    QVERIFY(numbers[0] != numbers[1]);
}

void TestNetwork::aPcMayBeLimited()
{
    Pc limited;
    const Result<PairingCode> code = m_host.network->openPairing(m_host.session("admin"), {u"hall"_s});
    QVERIFY(code.has_value());
    QVERIFY(join(limited, *code).has_value());
    limited.open();
    limited.connect();
    QTRY_VERIFY_WITH_TIMEOUT(limited.follows(), patience);
    const VisitReply visit = m_host.visit(u"孙丽"_s);
    QTRY_VERIFY_WITH_TIMEOUT(limited.sees(visit.ticket, TicketStatus::Waiting), patience);
    const NodeListReply nodes = wait(limited.gateway->ask(limited.session("admin"), NodeList{}));
    const auto self = std::find_if(nodes.nodes.begin(), nodes.nodes.end(), [](const NodeRow& row) { return row.isSelf; });
    QVERIFY(self != nodes.nodes.end());
    QCOMPARE(self->compartments, std::vector<QString>{u"hall"_s});
    QCOMPARE(outcome(m_host.gateway->send(m_host.session("admin"), HostName{self->node})).error().code, u"host.limited"_s);
    wait(m_host.gateway->send(m_host.session("admin"), NodeRevoke{self->node, u"试用结束"_s}));
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
