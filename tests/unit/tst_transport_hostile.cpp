// SPDX-License-Identifier: GPL-3.0-or-later
// What the transport does with those who misbehave: every limit is reached once, and the server serves on afterwards.
#include "core/sync/transport/zstd_body.h"
#include "tests/support/raw_tls.h"
#include "tests/support/transport_ends.h"

#include <QElapsedTimer>
#include <QTest>
#include <atomic>
#include <csignal>
#include <netinet/in.h>
#include <openssl/x509.h>
#include <thread>
#include <unistd.h>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr auto quick = std::chrono::milliseconds(700); ///< a limit that a test can wait for
constexpr qint64 farLater = 10'000; ///< milliseconds within which it must have struck, on a busy machine too

/// The one limit that is to strike is short; a busy machine must not run into the others.
ServerSettings quickly(std::chrono::milliseconds ServerLimits::*limit)
{
    ServerSettings settings;
    settings.limits.*limit = quick;
    return settings;
}

QByteArray postOf(qsizetype length, const QByteArray& more = {})
{
    return "POST /echo HTTP/1.1\r\nHost: x\r\n" + more + "Content-Length: " + QByteArray::number(length) + "\r\n\r\n";
}

int statusIn(const QByteArray& answer)
{
    return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
}

/// A frame of a few bytes that unpacks to `size` zeros.
QByteArray bombOf(qsizetype size)
{
    return zstdCompressed(QByteArray(size, '\0'));
}

TlsIdentity knownIdentity()
{
    return identityOf(clientNumber);
}

/// A connection without TLS.
class RawTcp {
public:
    explicit RawTcp(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        const timeval patience{20, 0};
        setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~RawTcp() { ::close(m_socket); }
    RawTcp(const RawTcp&) = delete;
    RawTcp& operator=(const RawTcp&) = delete;

    void write(const QByteArray& bytes) const
    {
        ::send(m_socket, bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
    }
    /// Whether the other side ends it before patience does.
    bool isEnded() const
    {
        char byte = 0;
        ssize_t size = 1;
        while (size > 0)
            size = ::recv(m_socket, &byte, 1, 0);
        return size == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
    }

private:
    const int m_socket;
};

/// Takes connections and never says a word.
class SilentPort {
public:
    SilentPort() : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        ::listen(m_socket, 8);
        socklen_t length = sizeof address;
        ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &length);
        m_port = ntohs(address.sin_port);
    }
    ~SilentPort() { ::close(m_socket); }
    SilentPort(const SilentPort&) = delete;
    SilentPort& operator=(const SilentPort&) = delete;

    std::uint16_t port() const { return m_port; }

private:
    const int m_socket;
    std::uint16_t m_port = 0;
};

QByteArray upgrade()
{
    return "GET /v1/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
           "13\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
}

} // namespace

class TestTransportHostile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void olderTlsIsRefused();
    void aClientWithoutCertificateIsNobody();
    void anotherKindOfCertificateMakesNobody();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
    void requestsInOneGoAreAnsweredInOrder();
    void aClientMayAskBeforeItSends();
    void aDribbledHeaderIsCutOff();
    void aDribbledBodyIsCutOff();
    void aSilentConnectionIsCutOff();
    void anIdleConnectionIsCutOff();
    void noiseIsNoRequest();
    void connectionsAreCounted_data();
    void connectionsAreCounted();
    void tooManyPendingRequestsAreRefused();
    void aConnectionServesSoManyRequests();
    void aSlowReaderIsCutOff();
    void aDeadLivePeerIsCutOff();
    void aHugeLiveMessageIsCutOff();
    void aNobodyGetsNoLiveConnection();
    void anAnswerBeyondTheLimitIsRefused();
    void aSilentServerTimesOut();

private:
    void serve(ServerSettings settings, ServerHandlers handlers = echoing());

    std::unique_ptr<LiveLog> m_served; ///< outlives the server that writes into it
    std::unique_ptr<HttpsServer> m_server;
    std::uint16_t m_port = 0;
};

void TestTransportHostile::initTestCase()
{
    std::signal(SIGPIPE,
                SIG_IGN); // OpenSSL's own sockets, which only the raw clients of this test use, write without caring
}

void TestTransportHostile::init()
{
    m_server.reset();
    m_served = std::make_unique<LiveLog>();
    serve({});
}

/// Whatever happened, the next one is served.
void TestTransportHostile::cleanup()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connectionCount(), 0, int(farLater));
    const auto answer = ask(*clientOf(m_port), {.target = "/who"});
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    m_server.reset();
}

void TestTransportHostile::serve(ServerSettings settings, ServerHandlers handlers)
{
    m_server = std::make_unique<HttpsServer>(std::move(settings), identityOf(serverNumber), std::move(handlers));
    m_port = m_server->start().value();
}

void TestTransportHostile::olderTlsIsRefused()
{
    QVERIFY(!RawTls(m_port, knownIdentity(), TLS1_2_VERSION).isConnected());
    QVERIFY(RawTls(m_port, knownIdentity(), TLS1_3_VERSION).isConnected());
}

void TestTransportHostile::aClientWithoutCertificateIsNobody()
{
    RawTls nobody(m_port);
    QVERIFY(nobody.write("GET /who HTTP/1.1\r\nHost: x\r\n\r\n"));
    QVERIFY(nobody.read("nobody").endsWith("\r\n\r\nnobody"));
}

void TestTransportHostile::anotherKindOfCertificateMakesNobody()
{
    const TlsIdentity::Parts parts{OpenSsl<EVP_PKEY>(EVP_EC_gen("P-256")), OpenSsl<X509>(X509_new())};
    X509_gmtime_adj(X509_getm_notBefore(parts.certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(parts.certificate.get()), 1000);
    X509_set_pubkey(parts.certificate.get(), parts.key.get());
    QVERIFY(X509_sign(parts.certificate.get(), parts.key.get(), EVP_sha256()) > 0);
    RawTls other(m_port, &parts);
    QVERIFY(other.write("GET /who HTTP/1.1\r\nHost: x\r\n\r\n")); // it has nothing that the server would look at
    QVERIFY(other.read("nobody").endsWith("\r\n\r\nnobody"));
}

void TestTransportHostile::badRequestsAreRefused_data()
{
    const qsizetype limit = ServerLimits().bodyBytes;
    const qsizetype strangerLimit = ServerLimits().strangerBodyBytes;
    const QByteArray zstd = "Content-Encoding: zstd\r\n";
    const QByteArray bomb = bombOf(limit + 1);
    const QByteArray strangersBomb = bombOf(strangerLimit + 1);
    const QByteArray fits = bombOf(limit);
    QTest::addColumn<bool>("known");
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("garbage") << true << QByteArray("one door\r\n\r\n") << 400;
    QTest::newRow("not origin form") << true << QByteArray("GET http://x/who HTTP/1.1\r\nHost: x\r\n\r\n") << 400;
    QTest::newRow("two lengths") << true << postOf(3, "Transfer-Encoding: chunked\r\n") + "abc" << 400;
    QTest::newRow("negative length") << true << postOf(-3) << 400;
    QTest::newRow("method") << true << QByteArray("PATCH /who HTTP/1.1\r\nHost: x\r\n\r\n") << 405;
    QTest::newRow("encoding") << true << postOf(3, "Content-Encoding: gzip\r\n") + "abc" << 415;
    QTest::newRow("no zstd") << true << postOf(3, zstd) + "abc" << 400;
    QTest::newRow("broken off zstd") << true << postOf(fits.size() - 1, zstd) + fits.chopped(1) << 400;
    QTest::newRow("more behind zstd") << true << postOf(fits.size() + 1, zstd) + fits + 'x' << 400;
    QTest::newRow("bomb") << true << postOf(bomb.size(), zstd) + bomb << 413;
    QTest::newRow("a stranger's bomb") << false << postOf(strangersBomb.size(), zstd) + strangersBomb << 413;
    QTest::newRow("the most that fits") << true << postOf(fits.size(), zstd) + fits << 200;
    QTest::newRow("length beyond the limit") << true << postOf(limit + 1) << 413;
    QTest::newRow("chunks beyond the limit")
        << false
        << QByteArray("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n20000\r\n")
               + QByteArray(0x20000, 'x')
        << 413;
    QTest::newRow("a stranger's length") << false << postOf(strangerLimit + 1) << 413;
    QTest::newRow("long header") << true << QByteArray("GET /who HTTP/1.1\r\nX: ") + QByteArray(9000, 'x') + "\r\n\r\n"
                                 << 431;
    QTest::newRow("endless header") << true << QByteArray("GET /who HTTP/1.1\r\nX: ") + QByteArray(9000, 'x') << 431;
    QTest::newRow("long target") << true << QByteArray("GET /") + QByteArray(9000, 'x') << 431;
}

void TestTransportHostile::badRequestsAreRefused()
{
    QFETCH(bool, known);
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RawTls raw(m_port, known ? std::optional(knownIdentity()) : std::nullopt);
    QVERIFY(raw.write(request));
    const QByteArray answer = status == 200 ? raw.read("\r\n\r\n") : raw.read();
    QCOMPARE(statusIn(answer), status);
    if (status != 200)
        QVERIFY2(answer.contains("{\"error\":{\"code\":\"sync."), answer.constData());
}

void TestTransportHostile::requestsInOneGoAreAnsweredInOrder()
{
    RawTls raw(m_port, knownIdentity());
    QVERIFY(raw.write(postOf(3) + "one" + postOf(3) + "two" + postOf(5) + "three"));
    const QByteArray answers = raw.read("three");
    QVERIFY(answers.indexOf("one") > 0);
    QVERIFY(answers.indexOf("two") > answers.indexOf("one"));
    QVERIFY(answers.endsWith("three"));
}

void TestTransportHostile::aClientMayAskBeforeItSends()
{
    RawTls raw(m_port, knownIdentity());
    QVERIFY(raw.write(postOf(3, "Expect: 100-continue\r\n")));
    QCOMPARE(statusIn(raw.read("\r\n\r\n")), 100);
    QVERIFY(raw.write("one"));
    QCOMPARE(statusIn(raw.read("one")), 200);
}

void TestTransportHostile::aDribbledHeaderIsCutOff()
{
    serve(quickly(&ServerLimits::header));
    RawTls raw(m_port, knownIdentity());
    QVERIFY(raw.write("GET /who HTTP/1.1\r\n"));
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < farLater && raw.write("X: y\r\n"))
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    QVERIFY(timer.elapsed() < farLater);
}

void TestTransportHostile::aDribbledBodyIsCutOff()
{
    serve(quickly(&ServerLimits::body));
    RawTls raw(m_port, knownIdentity());
    QVERIFY(raw.write(postOf(1'000'000)));
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < farLater && raw.write("x"))
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    QVERIFY(timer.elapsed() < farLater);
}

void TestTransportHostile::aSilentConnectionIsCutOff()
{
    serve(quickly(&ServerLimits::handshake));
    QVERIFY(RawTcp(m_port).isEnded());
}

void TestTransportHostile::anIdleConnectionIsCutOff()
{
    serve(quickly(&ServerLimits::idle));
    RawTls raw(m_port, knownIdentity());
    QVERIFY(raw.write("GET /who HTTP/1.1\r\nHost: x\r\n\r\n"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(statusIn(raw.read("text that never comes")), 200);
    QVERIFY(timer.elapsed() < farLater);
}

void TestTransportHostile::noiseIsNoRequest()
{
    SeededRandom random(7);
    for (int round = 0; round < 50; ++round) {
        QByteArray noise(qsizetype(1 + random.below(2000)), Qt::Uninitialized);
        random.fill({reinterpret_cast<unsigned char*>(noise.data()), std::size_t(noise.size())});
        if (round % 2 == 0) {
            const RawTcp plain(m_port);
            plain.write(round % 4 == 0 ? QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + noise
                                       : noise);
        } else {
            QByteArray request =
                "POST /echo?a=b HTTP/1.1\r\nHost: x\r\nContent-Encoding: zstd\r\nContent-Length: 9\r\n\r\n123456789";
            for (int change = 0; change < 4; ++change)
                request[qsizetype(random.below(std::uint64_t(request.size())))] = noise.at(change % noise.size());
            RawTls(m_port, knownIdentity()).write(request);
        }
    }
}

void TestTransportHostile::connectionsAreCounted_data()
{
    QTest::addColumn<int>("overall");
    QTest::addColumn<int>("perAddress");
    QTest::newRow("overall") << 3 << 100;
    QTest::newRow("of one address") << 100 << 3;
}

void TestTransportHostile::connectionsAreCounted()
{
    QFETCH(int, overall);
    QFETCH(int, perAddress);
    ServerSettings settings;
    settings.limits.connections = overall;
    settings.limits.connectionsPerAddress = perAddress;
    serve(settings);
    std::vector<std::unique_ptr<RawTls>> sitting;
    for (int each = 0; each < 3; ++each) {
        sitting.push_back(std::make_unique<RawTls>(m_port));
        QVERIFY(sitting.back()->isConnected());
    }
    QVERIFY(!RawTls(m_port).isConnected());
    QCOMPARE(m_server->connectionCount(), 3);
    sitting.pop_back();
    QTRY_COMPARE(m_server->connectionCount(), 2);
    QVERIFY(RawTls(m_port).isConnected());
}

void TestTransportHostile::tooManyPendingRequestsAreRefused()
{
    const auto hold = std::make_shared<std::atomic<bool>>(true); // shared: the server serves on after this function
    const auto held = std::make_shared<std::promise<HttpReply>>();
    ServerSettings settings;
    settings.limits.pendingRequests = 1;
    ServerHandlers handlers = echoing();
    handlers.request = [hold, held](HttpRequest request, HttpReply reply) {
        if (hold->exchange(false))
            held->set_value(std::move(reply));
        else
            echo(std::move(request), std::move(reply));
    };
    serve(settings, handlers);
    const auto client = clientOf(m_port);
    std::promise<int> first;
    client->request(Lane::Upload, {.target = "/who"},
                    [&](auto result) { first.set_value(result ? result->status : 0); });
    HttpReply reply = held->get_future().get();
    const auto refused = ask(*client, {.target = "/who"});
    QCOMPARE(refused->status, 503);
    QVERIFY(refused->error()->kind == ErrorKind::Busy);
    reply.send({});
    QCOMPARE(first.get_future().get(), 200);
    QCOMPARE(ask(*client, {.target = "/who"})->status, 200);
}

void TestTransportHostile::aConnectionServesSoManyRequests()
{
    ServerSettings settings;
    settings.limits.requestsPerConnection = 2;
    serve(settings);
    const auto client = clientOf(m_port);
    for (int each = 0; each < 7; ++each) // the client notices nothing
        QCOMPARE(ask(*client, {.target = "/who"})->status, 200);
    RawTls raw(m_port, knownIdentity());
    QVERIFY(raw.write(QByteArray("GET /who HTTP/1.1\r\nHost: x\r\n\r\n").repeated(3)));
    const QByteArray answers = raw.read("text that never comes");
    QCOMPARE(answers.count("200 OK"), 2);
    QCOMPARE(answers.count("Connection: close"), 1);
}

void TestTransportHostile::aSlowReaderIsCutOff()
{
    LiveLog& served = *m_served;
    ServerHandlers handlers = echoing();
    handlers.live = served.events();
    serve({}, handlers);
    std::promise<void> wake;
    auto awake = wake.get_future();
    std::atomic<int> received = 0;
    const auto client = clientOf(m_port);
    LiveLog asking;
    LiveEvents events = asking.events();
    events.message = [&](const LiveConnectionPtr&, const QByteArray&) {
        if (++received == 100)
            awake.wait(); // from here on nobody reads
    };
    client->openLive("/v1/live", events);
    QVERIFY(served.waitForOpen());
    const QByteArray message(LiveConnection::largestMessage, 'x');
    int sent = 0;
    while (sent < 10'000 && served.connection->send(message)) {
        ++sent;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    wake.set_value();
    QVERIFY2(sent >= 100 && sent < 10'000, qPrintable(QString::number(sent)));
    QVERIFY(served.waitForClose());
    QCOMPARE(served.closed->code, u"sync.slowReader"_s);
    QVERIFY(asking.waitForClose());
}

void TestTransportHostile::aDeadLivePeerIsCutOff()
{
    LiveLog& served = *m_served;
    ServerHandlers handlers = echoing();
    handlers.live = served.events();
    serve(quickly(&ServerLimits::liveSilence), handlers);
    RawTls raw(m_port, knownIdentity()); // answers no ping
    QVERIFY(raw.write(upgrade()));
    QCOMPARE(statusIn(raw.read("\r\n\r\n")), 101);
    QVERIFY(served.waitForClose());
    QCOMPARE(served.closed->code, u"sync.timeout"_s);
}

void TestTransportHostile::aHugeLiveMessageIsCutOff()
{
    LiveLog& served = *m_served;
    ServerHandlers handlers = echoing();
    handlers.live = served.events();
    serve(quickly(&ServerLimits::liveSilence), handlers);
    RawTls raw(m_port, knownIdentity());
    QVERIFY(raw.write(upgrade()));
    QCOMPARE(statusIn(raw.read("\r\n\r\n")), 101);
    QVERIFY(raw.write(QByteArray("\x82\xff\x00\x00\x00\x00\x7f\xff\xff\xff"
                                 "mask",
                                 14))); // two gigabytes to come
    QVERIFY(served.waitForClose());
    QVERIFY(served.messages.isEmpty());
}

void TestTransportHostile::aNobodyGetsNoLiveConnection()
{
    RawTls raw(m_port);
    QVERIFY(raw.write(upgrade()));
    QCOMPARE(statusIn(raw.read()), 403);
}

void TestTransportHostile::anAnswerBeyondTheLimitIsRefused()
{
    ServerHandlers handlers = echoing();
    handlers.request = [](const HttpRequest& request, HttpReply reply) {
        reply.send({.body = QByteArray(qsizetype(1024) * 1024, '\0'), .packing = request.path == u"/packed" ? Packing::Always : Packing::Never});
    };
    serve({}, handlers);
    const auto client = clientOf(m_port);
    for (const QByteArray target : {"/packed", "/plain"}) {
        QCOMPARE(ask(*client, {.target = target, .maxResponse = 1024 * 1024 - 1}).error().code, u"sync.badResponse"_s);
        QCOMPARE(ask(*client, {.target = target, .maxResponse = 1024 * 1024})->body.size(), 1024 * 1024);
    }
}

void TestTransportHostile::aSilentServerTimesOut()
{
    const SilentPort silent;
    ClientSettings settings{.host = u"127.0.0.1"_s, .port = silent.port(), .pin = identityOf(serverNumber).nodeKey()};
    settings.handshakeTimeout = quick;
    const auto client = HttpsClient::make(settings, knownIdentity(), std::make_shared<NetworkThread>());
    QCOMPARE(ask(**client, {.target = "/who"}).error().code, u"sync.timeout"_s);
}

QTEST_GUILESS_MAIN(TestTransportHostile)
#include "tst_transport_hostile.moc"
