// SPDX-License-Identifier: GPL-3.0-or-later
// What two well-behaved nodes get from the transport: whole messages, the right keys, news both ways, and clean ends.
#include "core/sync/transport/wire_speed.h"
#include "core/sync/transport/zstd_body.h"
#include "tests/support/transport_ends.h"

#include <QElapsedTimer>
#include <QTest>
#include <atomic>
#include <sodium.h>
#include <thread>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), std::size_t(size));
    return bytes;
}

HttpRequestOut posting(const QByteArray& target, const QByteArray& body)
{
    return {.method = HttpMethod::Post, .target = target, .body = body};
}

} // namespace

class TestTransport : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theIdentityIsThatOfLibsodium();
    void aFingerprintIsReadBackAsPeopleTypeIt();
    void aFingerprintOfAnotherShapeIsRefused_data();
    void aFingerprintOfAnotherShapeIsRefused();
    void bodiesComeBackAsTheyWent_data();
    void bodiesComeBackAsTheyWent();
    void onlyWhatIsSlowerThanPackingIsPacked();
    void theServerSeesTheKeyThatTheClientProved();
    void aQueryIsTakenApart();
    void aRefusalCarriesItsKindAndCode();
    void aHandlerThatThrowsOrForgetsAnswers500();
    void anAnswerMayComeFromAnotherThread();
    void anotherServerIsRefused();
    void aFingerprintPins();
    void nobodyThereIsUnreachable();
    void aServerThatNeverAnswersTimesOut();
    void aKeptAliveConnectionThatDiedIsMadeAnew();
    void anUploadHoldsUpNoDownload();
    void manyRequestsAtOnce();
    void liveMessagesGoBothWays();
    void aStrangerGetsNoLiveConnection();
    void aRevokedNodeIsCutOff();
    void stoppingEndsPendingRequestsQuickly();
    void destroyingAClientAnswersWhatIsPending();
    void aClientMayBeDestroyedInItsCallback();
    void aTakenPortIsTold();
    void smallRequestsAreQuick();
};

void TestTransport::theIdentityIsThatOfLibsodium()
{
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicKey{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secretKey{};
    crypto_sign_seed_keypair(publicKey.data(), secretKey.data(), seedOf(clientNumber).data());
    const TlsIdentity first = identityOf(clientNumber);
    QCOMPARE(first.nodeKey().bytes, publicKey);
    QVERIFY(first.certificate().contains(first.nodeKey().toBytes()));
    QVERIFY(first.certificate() != identityOf(clientNumber).certificate()); // another serial number
    QVERIFY(first.nodeKey() != identityOf(serverNumber).nodeKey());
}

void TestTransport::aFingerprintIsReadBackAsPeopleTypeIt()
{
    const NodeFingerprint fingerprint = NodeFingerprint::of(identityOf(serverNumber).nodeKey());
    QString text = fingerprint.toText();
    QCOMPARE(text.size(), 29);
    QCOMPARE(NodeFingerprint::parse(text).value(), fingerprint);
    text.replace(u'-', u' ').replace(u'0', u'o').replace(u'1', u'l');
    QCOMPARE(NodeFingerprint::parse(text.toLower()).value(), fingerprint);
    QVERIFY(NodeFingerprint::of(identityOf(clientNumber).nodeKey()) != fingerprint);
}

void TestTransport::aFingerprintOfAnotherShapeIsRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("short") << u"0123-4567-89AB-CDEF-GHJK-MNP"_s;
    QTest::newRow("long") << u"0123-4567-89AB-CDEF-GHJK-MNPQ-R"_s;
    QTest::newRow("letter") << u"0123-4567-89AB-CDEF-GHJK-MNPU"_s;
}

void TestTransport::aFingerprintOfAnotherShapeIsRefused()
{
    QFETCH(QString, text);
    QCOMPARE(NodeFingerprint::parse(text).error().code, u"sync.fingerprint"_s);
}

void TestTransport::bodiesComeBackAsTheyWent_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("small") << QByteArray("one door");
    QTest::newRow("just uncompressed") << QByteArray(smallestCompressed, 'x');
    QTest::newRow("just compressed") << QByteArray(smallestCompressed + 1, 'x');
    QTest::newRow("incompressible") << noise(100'000);
    QTest::newRow("large") << noise(qsizetype(8) * 1024 * 1024);
    QTest::newRow("large, compressed") << QByteArray(qsizetype(8) * 1024 * 1024, 'x');
}

void TestTransport::bodiesComeBackAsTheyWent()
{
    QFETCH(QByteArray, body);
    HttpsServer server({}, identityOf(serverNumber), echoing());
    const auto client = clientOf(server.start().value());
    for (const Packing packing : {Packing::Always, Packing::WherePays, Packing::Never}) {
        HttpRequestOut request = posting("/echo", body);
        request.packing = packing;
        request.contentType = "text/x-test";
        const auto answer = ask(*client, request);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().code));
        QCOMPARE(answer->status, 200);
        QVERIFY(answer->body == body);
        QCOMPARE(answer->server, identityOf(serverNumber).nodeKey());
        if (!body.isEmpty())
            QCOMPARE(answer->contentType, QByteArray("text/x-test"));
    }
    QCOMPARE(server.connectionCount(), 1);
}

void TestTransport::onlyWhatIsSlowerThanPackingIsPacked()
{
    constexpr double gigabit = 117e6;
    constexpr double tenGigabits = 1'170e6;
    QVERIFY(isPackingWorthWhile(std::nullopt));
    QVERIFY(isPackingWorthWhile(gigabit));
    QVERIFY(!isPackingWorthWhile(tenGigabits));
    QVERIFY(!wireSpeed(-1));
}

void TestTransport::theServerSeesTheKeyThatTheClientProved()
{
    HttpsServer server({}, identityOf(serverNumber), echoing());
    const std::uint16_t port = server.start().value();
    for (const unsigned char number : {clientNumber, static_cast<unsigned char>(77)})
        QCOMPARE(ask(*clientOf(port, number), {.target = "/who"})->body,
                 identityOf(number).nodeKey().toBytes().toHex());
}

void TestTransport::aQueryIsTakenApart()
{
    HttpRequest seen;
    ServerHandlers handlers = echoing();
    handlers.request = [&](HttpRequest request, HttpReply reply) {
        seen = std::move(request);
        reply.send({});
    };
    HttpsServer server({}, identityOf(serverNumber), handlers);
    const auto client = clientOf(server.start().value());
    QVERIFY(ask(*client, {.method = HttpMethod::Delete, .target = "/a%20b/%E9%97%A8?x=1&y=%26&&z&x=2"}));
    QVERIFY(seen.method == HttpMethod::Delete);
    QCOMPARE(seen.path, u"/a b/门"_s);
    QCOMPARE(seen.queryValue(u"x"), u"1"_s);
    QCOMPARE(seen.queryValue(u"y"), u"&"_s);
    QCOMPARE(seen.query.size(), 4);
    QCOMPARE(seen.remoteAddress, u"127.0.0.1"_s);
}

void TestTransport::aRefusalCarriesItsKindAndCode()
{
    HttpsServer server({}, identityOf(serverNumber), echoing());
    const auto client = clientOf(server.start().value());
    const auto answer = ask(*client, {.target = "/nowhere"});
    QCOMPARE(answer->status, 404);
    QVERIFY(answer->error()->kind == ErrorKind::NotFound);
    QCOMPARE(answer->error()->code, u"sync.notFound"_s);
    QVERIFY(!ask(*client, {.target = "/who"})->error());
    HttpResponseIn foreign{.status = 502, .contentType = {}, .body = "<html>", .server = {}};
    QCOMPARE(foreign.error()->code, u"sync.badResponse"_s);
}

void TestTransport::aHandlerThatThrowsOrForgetsAnswers500()
{
    HttpsServer server({}, identityOf(serverNumber), echoing());
    const auto client = clientOf(server.start().value());
    for (const QByteArray target : {"/throw", "/forget", "/throw"}) {
        const auto answer = ask(*client, {.target = target});
        QCOMPARE(answer->status, 500);
        QCOMPARE(answer->error()->code, u"sync.unanswered"_s);
    }
}

void TestTransport::anAnswerMayComeFromAnotherThread()
{
    std::vector<std::thread> threads;
    ServerHandlers handlers = echoing();
    handlers.request = [&](HttpRequest request, HttpReply reply) {
        threads.emplace_back([request = std::move(request), reply = std::move(reply)]() mutable {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            reply.send({.body = request.body});
            reply.send({.body = "twice"}); // an answer is given once
        });
    };
    HttpsServer server({}, identityOf(serverNumber), handlers);
    const auto client = clientOf(server.start().value());
    for (int number = 0; number < 3; ++number)
        QCOMPARE(ask(*client, posting("/", QByteArray::number(number)))->body, QByteArray::number(number));
    for (std::thread& each : threads)
        each.join();
}

void TestTransport::anotherServerIsRefused()
{
    std::atomic<int> requests = 0;
    ServerHandlers handlers = echoing();
    handlers.request = [&](const HttpRequest&, HttpReply reply) {
        ++requests;
        reply.send({});
    };
    HttpsServer impostor({}, identityOf(99), handlers);
    const auto client = clientOf(impostor.start().value());
    const auto answer = ask(*client, posting("/echo", "secret"));
    QVERIFY(!answer);
    QVERIFY(answer.error().kind == ErrorKind::Forbidden);
    QCOMPARE(answer.error().code, u"sync.wrongPeer"_s);
    QCOMPARE(requests.load(), 0);
}

void TestTransport::aFingerprintPins()
{
    HttpsServer server({}, identityOf(serverNumber), echoing());
    const std::uint16_t port = server.start().value();
    const auto network = std::make_shared<NetworkThread>();
    for (const unsigned char number : {serverNumber, clientNumber}) {
        const NodeFingerprint fingerprint = NodeFingerprint::of(identityOf(number).nodeKey());
        const auto client = HttpsClient::make({.host = u"localhost"_s, .port = port, .pin = fingerprint},
                                              identityOf(clientNumber), network);
        const auto answer = ask(**client, {.target = "/who"});
        if (number == serverNumber)
            QCOMPARE(answer->server, identityOf(serverNumber).nodeKey());
        else
            QCOMPARE(answer.error().code, u"sync.wrongPeer"_s);
    }
}

void TestTransport::nobodyThereIsUnreachable()
{
    std::uint16_t port = 0;
    {
        HttpsServer server({}, identityOf(serverNumber), echoing());
        port = server.start().value();
    }
    const auto client = clientOf(port);
    const auto answer = ask(*client, {.target = "/who"});
    QCOMPARE(answer.error().code, u"sync.unreachable"_s);
    QCOMPARE(answer.error().facts.value(u"port"_s).toInt(), int(port));
    const auto nowhere = HttpsClient::make({.host = u"no-such-host.invalid"_s, .port = port, .pin = NodeKey()},
                                           identityOf(clientNumber), std::make_shared<NetworkThread>());
    const QString code = ask(**nowhere, {.target = "/who"}).error().code;
    QVERIFY2(code == u"sync.unreachable" || code == u"sync.timeout", qPrintable(code));
}

void TestTransport::aServerThatNeverAnswersTimesOut()
{
    std::vector<HttpReply> kept;
    ServerHandlers handlers = echoing();
    handlers.request = [&](const HttpRequest&, HttpReply reply) { kept.push_back(std::move(reply)); };
    HttpsServer server({}, identityOf(serverNumber), handlers);
    const auto client = clientOf(server.start().value());
    const auto answer = ask(*client, {.target = "/", .timeout = std::chrono::milliseconds(100)});
    QCOMPARE(answer.error().code, u"sync.timeout"_s);
    server.stop();
}

void TestTransport::aKeptAliveConnectionThatDiedIsMadeAnew()
{
    const HttpRequestOut who{.target = "/who"};
    ServerSettings settings;
    auto server = std::make_unique<HttpsServer>(settings, identityOf(serverNumber), echoing());
    settings.port = server->start().value();
    const auto client = clientOf(settings.port);
    QCOMPARE(ask(*client, who)->status, 200);
    server.reset();
    server = std::make_unique<HttpsServer>(settings, identityOf(serverNumber), echoing());
    QCOMPARE(server->start().value(), settings.port);
    QCOMPARE(ask(*client, who)->status, 200);
}

void TestTransport::anUploadHoldsUpNoDownload()
{
    std::promise<HttpReply> held;
    ServerHandlers handlers = echoing();
    handlers.request = [&](HttpRequest request, HttpReply reply) {
        if (request.path == u"/slow")
            held.set_value(std::move(reply));
        else
            echo(std::move(request), std::move(reply));
    };
    HttpsServer server({}, identityOf(serverNumber), handlers);
    const auto client = clientOf(server.start().value());
    std::promise<Result<HttpResponseIn>> slow;
    client->request(Lane::Upload, posting("/slow", noise(1'000'000)),
                    [&](auto result) { slow.set_value(std::move(result)); });
    HttpReply reply = held.get_future().get();
    QCOMPARE(ask(*client, {.target = "/who"}, Lane::Download)->status, 200);
    reply.send({.status = 202});
    QCOMPARE(slow.get_future().get()->status, 202);
}

void TestTransport::manyRequestsAtOnce()
{
    HttpsServer server({}, identityOf(serverNumber), echoing());
    const std::uint16_t port = server.start().value();
    const auto network = std::make_shared<NetworkThread>();
    std::vector<std::unique_ptr<HttpsClient>> clients;
    constexpr int clientCount = 16;
    constexpr int requestsEach = 50;
    std::atomic<int> right = 0;
    std::atomic<int> done = 0;
    for (int client = 0; client < clientCount; ++client) {
        clients.push_back(
            *HttpsClient::make({.host = u"127.0.0.1"_s, .port = port, .pin = identityOf(serverNumber).nodeKey()},
                               identityOf(clientNumber), network));
        for (int number = 0; number < requestsEach; ++number) {
            const QByteArray body = QByteArray::number(client) + ':' + QByteArray(number * 100, 'x');
            clients.back()->request(number % 2 ? Lane::Upload : Lane::Download, posting("/echo", body),
                                    [&, body](auto result) {
                                        right += result && result->body == body ? 1 : 0;
                                        ++done;
                                    });
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(done.load(), clientCount * requestsEach, 60'000);
    QCOMPARE(right.load(), clientCount * requestsEach);
    QCOMPARE(server.connectionCount(), clientCount * 2);
}

void TestTransport::liveMessagesGoBothWays()
{
    LiveLog served;
    LiveLog asking;
    ServerHandlers handlers = echoing();
    handlers.live = served.events();
    HttpsServer server({}, identityOf(serverNumber), handlers);
    const auto client = clientOf(server.start().value());
    client->openLive("/v1/live", asking.events());
    QVERIFY(asking.waitForOpen());
    QVERIFY(served.waitForOpen());
    QCOMPARE(served.connection->peer(), identityOf(clientNumber).nodeKey());
    QCOMPARE(asking.connection->peer(), identityOf(serverNumber).nodeKey());
    QList<QByteArray> sent;
    for (int number = 0; number < 100; ++number)
        sent.append(noise(number * 50));
    sent.append(noise(LiveConnection::largestMessage));
    for (const QByteArray& each : sent) {
        QVERIFY(served.connection->send(each));
        QVERIFY(asking.connection->send(each));
    }
    QVERIFY(served.waitForMessages(int(sent.size())));
    QVERIFY(asking.waitForMessages(int(sent.size())));
    QCOMPARE(served.messages, sent);
    QCOMPARE(asking.messages, sent);
    QVERIFY(!asking.connection->send(noise(LiveConnection::largestMessage + 1)));
    asking.connection->close();
    QVERIFY(asking.waitForClose());
    QVERIFY(served.waitForClose());
    QCOMPARE(served.closed->code, u"sync.closed"_s);
    QVERIFY(!served.connection->send("after the end"));
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestTransport::aStrangerGetsNoLiveConnection()
{
    LiveLog served;
    LiveLog asking;
    ServerHandlers handlers = echoing();
    handlers.live = served.events();
    HttpsServer server({}, identityOf(serverNumber), handlers);
    const auto client = clientOf(server.start().value(), 77);
    client->openLive("/v1/live", asking.events());
    QVERIFY(asking.waitForClose());
    QVERIFY(!asking.connection);
    QVERIFY(asking.closed->kind == ErrorKind::Forbidden);
    QCOMPARE(asking.closed->code, u"sync.notAdmitted"_s);
    QVERIFY(!served.connection);
}

void TestTransport::aRevokedNodeIsCutOff()
{
    LiveLog served;
    LiveLog asking;
    std::atomic<bool> revoked = false;
    std::promise<HttpReply> held;
    ServerHandlers handlers = echoing();
    handlers.live = served.events();
    handlers.admits = [&](const NodeKey&) { return !revoked; };
    handlers.request = [&](const HttpRequest&, HttpReply reply) { held.set_value(std::move(reply)); };
    HttpsServer server({}, identityOf(serverNumber), handlers);
    const std::uint16_t port = server.start().value();
    const auto client = clientOf(port);
    client->openLive("/v1/live", asking.events());
    QVERIFY(asking.waitForOpen());
    std::promise<Result<HttpResponseIn>> pending;
    client->request(Lane::Upload, {.target = "/"}, [&](auto result) { pending.set_value(std::move(result)); });
    HttpReply reply = held.get_future().get();
    server.closeConnectionsOf(identityOf(77).nodeKey()); // somebody else
    QCOMPARE(server.connectionCount(), 2);
    revoked = true;
    server.closeConnectionsOf(identityOf(clientNumber).nodeKey());
    QVERIFY(asking.waitForClose());
    QCOMPARE(pending.get_future().get().error().code, u"sync.closed"_s);
    QTRY_COMPARE(server.connectionCount(), 0);
    reply.send({}); // too late, and harmless
    LiveLog again;
    client->openLive("/v1/live", again.events());
    QVERIFY(again.waitForClose());
    QCOMPARE(again.closed->code, u"sync.notAdmitted"_s);
}

void TestTransport::stoppingEndsPendingRequestsQuickly()
{
    LiveLog served;
    LiveLog asking;
    std::promise<HttpReply> held;
    ServerHandlers handlers = echoing();
    handlers.live = served.events();
    handlers.request = [&](const HttpRequest&, HttpReply reply) { held.set_value(std::move(reply)); };
    auto server = std::make_unique<HttpsServer>(ServerSettings(), identityOf(serverNumber), handlers);
    const auto client = clientOf(server->start().value());
    client->openLive("/v1/live", asking.events());
    QVERIFY(asking.waitForOpen());
    QVERIFY(served.waitForOpen());
    std::promise<Result<HttpResponseIn>> pending;
    client->request(Lane::Upload, {.target = "/"}, [&](auto result) { pending.set_value(std::move(result)); });
    HttpReply reply = held.get_future().get();
    QElapsedTimer timer;
    timer.start();
    server->stop();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(pending.get_future().get().error().code, u"sync.closed"_s);
    QVERIFY(served.closed);
    QVERIFY(asking.waitForClose());
    server.reset();
    reply.send({.body = "after the server's end"});
    QVERIFY(!served.connection->send("after the server's end"));
}

void TestTransport::destroyingAClientAnswersWhatIsPending()
{
    std::vector<HttpReply> kept;
    LiveLog asking;
    ServerHandlers handlers = echoing();
    handlers.request = [&](const HttpRequest&, HttpReply reply) { kept.push_back(std::move(reply)); };
    HttpsServer server({.threads = 1}, identityOf(serverNumber), handlers);
    auto client = clientOf(server.start().value());
    client->openLive("/v1/live", asking.events());
    QVERIFY(asking.waitForOpen());
    std::vector<QString> codes;
    for (int number = 0; number < 5; ++number)
        client->request(number % 2 ? Lane::Upload : Lane::Download, {.target = "/"},
                        [&](auto result) { codes.push_back(result.error().code); });
    QTest::qWait(30);
    QElapsedTimer timer;
    timer.start();
    client.reset();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(codes, std::vector<QString>(5, u"sync.closed"_s));
    QVERIFY(asking.closed);
    QVERIFY(!asking.connection->send("after the client's end"));
    server.stop();
}

void TestTransport::aClientMayBeDestroyedInItsCallback()
{
    HttpsServer server({}, identityOf(serverNumber), echoing());
    auto client = clientOf(server.start().value());
    std::promise<QString> second;
    std::promise<void> destroyed;
    client->request(Lane::Download, {.target = "/who"}, [&](const auto&) {
        client.reset();
        destroyed.set_value();
    });
    client->request(Lane::Download, {.target = "/who"}, [&](auto result) { second.set_value(result.error().code); });
    QCOMPARE(second.get_future().get(), u"sync.closed"_s);
    destroyed.get_future().wait();
    QTRY_COMPARE(server.connectionCount(), 0);
}

void TestTransport::aTakenPortIsTold()
{
    HttpsServer first({}, identityOf(serverNumber), echoing());
    const std::uint16_t port = first.start().value();
    HttpsServer second({.port = port}, identityOf(serverNumber), echoing());
    const auto taken = second.start();
    QVERIFY(taken.error().kind == ErrorKind::Io);
    QCOMPARE(taken.error().code, u"sync.portInUse"_s);
    HttpsServer third({.address = u"192.0.2.1"_s}, identityOf(serverNumber), echoing());
    QCOMPARE(third.start().error().code, u"sync.cannotListen"_s);
    HttpsServer everywhere({.address = QString()}, identityOf(serverNumber), echoing());
    QCOMPARE(ask(*clientOf(everywhere.start().value()), {.target = "/who"})->status, 200);
}

void TestTransport::smallRequestsAreQuick()
{
    HttpsServer server({}, identityOf(serverNumber), echoing());
    const auto client = clientOf(server.start().value());
    const HttpRequestOut small = posting("/echo", QByteArray(200, 'x'));
    QVERIFY(ask(*client, small));
    std::vector<qint64> times;
    QElapsedTimer timer;
    for (int number = 0; number < 500; ++number) {
        timer.start();
        QVERIFY(ask(*client, small));
        times.push_back(timer.nsecsElapsed() / 1000);
    }
    std::sort(times.begin(), times.end());
    const qint64 median = times[times.size() / 2];
    HttpRequestOut large = posting("/echo", noise(qsizetype(8) * 1024 * 1024));
    timer.start();
    for (int number = 0; number < 8; ++number)
        QVERIFY(ask(*client, large));
    const qint64 elapsed = timer.elapsed();
    qInfo("small request p50 %lld us, p99 %lld us; 8 MiB both ways %lld MiB/s", static_cast<long long>(median),
          static_cast<long long>(times[times.size() * 99 / 100]),
          static_cast<long long>(2 * 8 * 8 * 1000 / std::max<qint64>(1, elapsed)));
    QVERIFY2(median < 20'000, "Nagle's algorithm waits for 40 ms"); // generous: sanitizers and busy machines
}

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
