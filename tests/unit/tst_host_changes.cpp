// SPDX-License-Identifier: GPL-3.0-or-later
// The host of the hall changes, and nobody types an address: three PCs over loopback TLS. The host dies and one takes over; the host hands
// over; the one before comes back; somebody lies about an address.
#include "tests/support/hall_pc.h"

#include <QTest>

using namespace onedoor;
using namespace onedoor::hall;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 15'000; // milliseconds

std::uint16_t portOf(int pc)
{
    return std::uint16_t(serving().port + pc);
}

NodeId selfOf(Pc& pc)
{
    return wait(pc.gateway->ask(pc.session("admin"), NodeList{})).self;
}

NodeId hostSeenBy(Pc& pc)
{
    return wait(pc.gateway->ask(pc.session("admin"), NodeList{})).host;
}

/// The PC follows whoever serves on that port, and claims go there.
bool followsAt(const Pc& pc, std::uint16_t port)
{
    const NetworkStatus status = pc.network->status();
    return pc.follows() && !status.isCutOff && status.peer && status.peer->port == port && pc.network->settings().host == status.peer;
}

/// What a PC shows of another's address.
QString addressSeenBy(Pc& pc, const NodeId& node)
{
    QString address;
    pc.gateway->onWriter([&](CommandRunner& runner) {
        const Result<NodeState> state = runner.writer().state<NodeState>(node.raw);
        if (state && state->address.port != 0)
            address = u"%1:%2"_s.arg(state->address.host).arg(state->address.port);
    });
    return address;
}

/// Writes an event of any kind as this PC, which the commands would not allow.
void forge(Pc& pc, const Draft& draft)
{
    pc.gateway->onWriter([&](CommandRunner& runner) {
        Writer& writer = runner.writer();
        QVERIFY(writer.begin());
        QVERIFY(writer.append({draft}, {}, pc.clock.now()));
        const Result<Committed> committed = writer.commit();
        QVERIFY(committed.has_value());
        pc.gateway->publish(runner.changesOf(*committed));
    });
}

} // namespace

class TestHostChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everybodyTellsItsAddress();
    void theHostDiesAndComesBack();
    void theHostHandsOver();
    void aHostThatMovedIsFound();
    void anAddressIsNothingWithoutItsKey();
    void cleanup();

private:
    void letIn(Pc& desk, int number);
    Pc& pc(int number) { return *m_pcs.at(std::size_t(number)); }

    std::vector<std::unique_ptr<Pc>> m_pcs;
};

void TestHostChanges::init()
{
    for (int number = 0; number < 3; ++number)
        m_pcs.push_back(std::make_unique<Pc>());
    pc(0).found();
    NetworkSettings settings = serving();
    QVERIFY(pc(0).network->apply(settings).has_value());
    letIn(pc(1), 1);
    letIn(pc(2), 2);
    for (int seer = 0; seer < 3; ++seer) {
        for (int seen = 0; seen < 3; ++seen)
            QTRY_COMPARE_WITH_TIMEOUT(addressSeenBy(pc(seer), selfOf(pc(seen))), u"127.0.0.1:%1"_s.arg(portOf(seen)), patience);
    }
}

/// Joins, and would serve on a port of its own if it became host.
void TestHostChanges::letIn(Pc& desk, int number)
{
    const Result<PairingCode> code = pc(0).network->openPairing(pc(0).session("admin"));
    QVERIFY(code.has_value());
    const Result<void> joined = join(desk, *code);
    QVERIFY2(joined.has_value(), joined ? "" : qPrintable(joined.error().code));
    Result<NetworkSettings> settings = NetworkSettings::read(desk.paths());
    QVERIFY(settings.has_value());
    settings->port = portOf(number);
    settings->advertisedHost = u"127.0.0.1"_s;
    QVERIFY(settings->write(desk.paths()).has_value());
    desk.open();
    desk.connect();
    QTRY_VERIFY_WITH_TIMEOUT(followsAt(desk, portOf(0)), patience);
}

void TestHostChanges::everybodyTellsItsAddress()
{
    QVERIFY(!pc(1).network->settings().serves); // it is told before anybody needs it
    QCOMPARE(pc(0).network->status().role, NetworkStatus::Role::Host);
    // Told once, not again and again.
    const auto events = [this] {
        std::uint64_t all = 0;
        pc(1).gateway->onWriter([&](CommandRunner& runner) {
            if (const auto head = runner.writer().journal().head(runner.writer().stream()))
                all = head->sequence;
        });
        return all;
    };
    const std::uint64_t before = events();
    pc(1).network->retryNow();
    QVERIFY(pc(1).network->apply(pc(1).network->settings()).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(followsAt(pc(1), portOf(0)), patience);
    QTest::qWait(1500);
    QCOMPARE(events(), before);
}

void TestHostChanges::theHostDiesAndComesBack()
{
    const NodeId second = selfOf(pc(1));
    pc(0).close();
    QTRY_VERIFY_WITH_TIMEOUT(pc(1).network->status().isCutOff && pc(2).network->status().isCutOff, patience);
    QCOMPARE(wait(pc(1).gateway->send(pc(1).session("admin"), HostName{})).epoch, std::uint64_t(1));
    // The third finds the second by itself; what both did meanwhile meets.
    const VisitReply visit = pc(2).visit(u"孙丽"_s);
    QTRY_VERIFY_WITH_TIMEOUT(followsAt(pc(2), portOf(1)), patience);
    QCOMPARE(hostSeenBy(pc(2)), second);
    QCOMPARE(pc(1).network->status().role, NetworkStatus::Role::Host);
    QTRY_VERIFY_WITH_TIMEOUT(pc(1).ticket(visit.ticket).has_value(), patience);
    // The one before comes back as if nothing had been, steps down and follows.
    pc(0).open();
    pc(0).connect();
    QTRY_VERIFY_WITH_TIMEOUT(followsAt(pc(0), portOf(1)), patience);
    QCOMPARE(pc(0).network->status().role, NetworkStatus::Role::Desk);
    QTRY_VERIFY_WITH_TIMEOUT(wait(pc(1).gateway->ask(pc(1).session("admin"), NodeList{})).grantsNumbers, patience); // the other has yielded
    QTRY_VERIFY_WITH_TIMEOUT(!pc(1).network->status().peer, patience); // a host follows nobody
    QTRY_VERIFY_WITH_TIMEOUT(pc(0).ticket(visit.ticket).has_value(), patience);
    // And it stays so after a restart.
    pc(2).close();
    pc(2).open();
    pc(2).connect();
    QTRY_VERIFY_WITH_TIMEOUT(followsAt(pc(2), portOf(1)), patience);
}

void TestHostChanges::theHostHandsOver()
{
    const NodeId third = selfOf(pc(2));
    QCOMPARE(wait(pc(0).gateway->send(pc(0).session("admin"), HostName{third})).node, third);
    QTRY_VERIFY_WITH_TIMEOUT(followsAt(pc(0), portOf(2)), patience);
    QTRY_VERIFY_WITH_TIMEOUT(followsAt(pc(1), portOf(2)), patience);
    QCOMPARE(pc(2).network->status().role, NetworkStatus::Role::Host);
    const VisitReply visit = pc(0).visit(u"周强"_s);
    QTRY_VERIFY_WITH_TIMEOUT(pc(1).sees(visit.ticket, TicketStatus::Waiting), patience);
}

void TestHostChanges::aHostThatMovedIsFound()
{
    // The second is reached by the third, though the host is away; then the host is back at another port and finds them.
    NetworkSettings settings = pc(1).network->settings();
    settings.serves = true;
    QVERIFY(pc(1).network->apply(settings).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(followsAt(pc(1), portOf(0)), patience);
    pc(0).close();
    QTRY_VERIFY_WITH_TIMEOUT(pc(2).network->status().isCutOff, patience);
    const VisitReply visit = pc(2).visit(u"吴芳"_s);
    QTRY_VERIFY_WITH_TIMEOUT(pc(1).ticket(visit.ticket).has_value(), patience); // straight from one to the other
    QVERIFY(pc(2).network->status().isCutOff);                                   // which is no host
    Result<NetworkSettings> moved = NetworkSettings::read(pc(0).paths());
    QVERIFY(moved.has_value());
    moved->port = portOf(3);
    QVERIFY(moved->write(pc(0).paths()).has_value());
    pc(0).open();
    pc(0).connect();
    QTRY_VERIFY_WITH_TIMEOUT(followsAt(pc(1), portOf(3)) && followsAt(pc(2), portOf(3)), patience);
    QCOMPARE(pc(0).network->status().role, NetworkStatus::Role::Host);
}

void TestHostChanges::anAddressIsNothingWithoutItsKey()
{
    // The third says that the second is where the third itself serves: nobody heeds another's word.
    const NodeId second = selfOf(pc(1));
    NetworkSettings settings = pc(2).network->settings();
    settings.serves = true;
    QVERIFY(pc(2).network->apply(settings).has_value());
    forge(pc(2), {second.raw, NodeAddressed{u"127.0.0.1"_s, portOf(2)}, {}});
    QTRY_COMPARE_WITH_TIMEOUT(addressSeenBy(pc(0), second), u"127.0.0.1:%1"_s.arg(portOf(2)), patience); // it has come
    QCOMPARE(wait(pc(0).gateway->send(pc(0).session("admin"), HostName{second})).node, second);
    QTRY_VERIFY_WITH_TIMEOUT(followsAt(pc(0), portOf(1)), patience);
    // The second says of itself that it is where the third serves: whoever connects there hears another key, and stays away.
    QVERIFY(pc(0).network->status().link.error == std::nullopt);
    NetworkSettings lying = pc(1).network->settings();
    lying.serves = false;
    lying.port = portOf(2);
    QVERIFY(pc(1).network->apply(lying).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(pc(0).network->status().isCutOff, patience);
    Result<NetworkSettings> wrong = NetworkSettings::read(pc(0).paths());
    QVERIFY(wrong.has_value());
    wrong->host->port = portOf(2);
    QVERIFY(pc(0).network->apply(*wrong).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(pc(0).network->status().link.error.value_or(Error{}).code, u"sync.wrongPeer"_s, patience);
    QTest::qWait(3000);
    QVERIFY(pc(0).network->status().isCutOff);
    QVERIFY(!pc(0).follows());
}

void TestHostChanges::cleanup()
{
    for (const auto& each : m_pcs)
        each->close();
    m_pcs.clear();
}

QTEST_GUILESS_MAIN(TestHostChanges)
#include "tst_host_changes.moc"
