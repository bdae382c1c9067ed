// SPDX-License-Identifier: GPL-3.0-or-later
// Every state of the connection to the other PCs has its words: at the foot of the window, behind it, and above the pages.
#include "ui/models/network_words.h"

#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int chinaOffset = 480;
const Instant noon = Instant::fromIso(u"2026-03-02T12:03:00+08:00"_s);

NetworkView desk(NetworkView::Link link)
{
    NetworkView view;
    view.role = NetworkView::Role::Desk;
    view.link = link;
    view.host = u"192.168.1.20"_s;
    return view;
}

NetworkView cutOff(std::uint64_t waiting)
{
    NetworkView view = desk(NetworkView::Link::Broken);
    view.linkError = Error{ErrorKind::Io, u"sync.unreachable"_s, {}, {}};
    view.brokenSince = noon;
    view.waiting = waiting;
    view.isCutOff = true;
    view.ownLetter = u"K"_s;
    return view;
}

NetworkView host(int connected, int gone)
{
    NetworkView view;
    view.role = NetworkView::Role::Host;
    view.port = 7443;
    for (int index = 0; index < connected + gone; ++index)
        view.contacts.push_back({{}, noon, {}, 0, 0, index < connected});
    return view;
}

} // namespace

class TestNetworkWords : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLine_data();
    void theLine();
    void theBanner();
    void theFacts();
    void theClock_data();
    void theClock();
};

void TestNetworkWords::theLine_data()
{
    QTest::addColumn<NetworkView>("view");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("mood");
    const auto row = [](const char* name, const NetworkView& view, const QStringList& words, NetworkMood mood) {
        QTest::newRow(name) << view << words << int(mood);
    };
    row("alone", {}, {u"Works alone"_s}, NetworkMood::Quiet);
    row("host without guests", host(0, 2), {u"host of the hall"_s, u"0 PC"_s}, NetworkMood::Quiet);
    row("host", host(3, 1), {u"host of the hall"_s, u"3 PC"_s}, NetworkMood::Good);
    NetworkView deaf = host(0, 0);
    deaf.serveError = Error{ErrorKind::Io, u"sync.portInUse"_s, {}, {}};
    row("host that nobody reaches", deaf, {u"no PC can connect"_s}, NetworkMood::Bad);
    row("connecting", desk(NetworkView::Link::Connecting), {u"Connecting"_s, u"192.168.1.20"_s}, NetworkMood::Busy);
    row("connected", desk(NetworkView::Link::Following), {u"Connected to the host 192.168.1.20"_s}, NetworkMood::Good);
    NetworkView sending = desk(NetworkView::Link::Following);
    sending.waiting = 2;
    row("sending", sending, {u"Connected"_s, u"2 entry"_s}, NetworkMood::Busy);
    row("cut off", cutOff(17), {u"since 12:03"_s, u"17 entry"_s, u"provisional"_s}, NetworkMood::Bad);
    NetworkView served = host(1, 0);
    served.hub = u"hub.example"_s;
    served.hubFollows = true;
    row("host with a hub", served, {u"host of the hall"_s, u"1 PC"_s}, NetworkMood::Good);
    served.hubFollows = false;
    served.hubError = Error{ErrorKind::Io, u"sync.unreachable"_s, {}, {}};
    served.hubBrokenSince = noon;
    row("host whose hub is gone", served, {u"host of the hall"_s, u"hub is out of reach since 12:03"_s}, NetworkMood::Busy);
    NetworkView stray = desk(NetworkView::Link::Following);
    stray.isCutOff = true;
    row("at a former host", stray, {u"not the host of the hall any more"_s, u"provisional"_s}, NetworkMood::Bad);
    NetworkView kept = desk(NetworkView::Link::Following);
    kept.forks = 1;
    row("fork", kept, {u"1 PC"_s, u"kept back"_s}, NetworkMood::Bad);
    row("no host", desk(NetworkView::Link::None), {u"No host"_s}, NetworkMood::Bad);
    NetworkView faulty;
    faulty.fault = Error{ErrorKind::Corrupt, u"network.settingsDamaged"_s, {}, {}};
    row("damaged settings", faulty, {u"could not be set up"_s}, NetworkMood::Bad);
}

void TestNetworkWords::theLine()
{
    QFETCH(NetworkView, view);
    QFETCH(QStringList, words);
    QFETCH(int, mood);
    const NetworkLine line = networkLine(view, chinaOffset);
    for (const QString& word : words)
        QVERIFY2(line.text.contains(word), qPrintable(line.text));
    QCOMPARE(int(line.mood), mood);
}

void TestNetworkWords::theBanner()
{
    QVERIFY(cutOffText({}, chinaOffset).isEmpty());
    QVERIFY(cutOffText(host(0, 3), chinaOffset).isEmpty());
    QVERIFY(cutOffText(desk(NetworkView::Link::Following), chinaOffset).isEmpty());
    const QString text = cutOffText(cutOff(0), chinaOffset);
    for (const QString& word : {u"12:03"_s, u"provisional"_s, u"letter K"_s})
        QVERIFY2(text.contains(word), qPrintable(text));
}

void TestNetworkWords::theFacts()
{
    CentreDefinition centre;
    centre.offsetMinutes = chinaOffset;
    NetworkView view = cutOff(17);
    view.clockOffset = 600'000;
    view.refusals = 2;
    view.forks = 1;
    QStringList labels;
    for (const NetworkFact& fact : networkFacts(view, centre)) {
        QVERIFY(!fact.text.isEmpty());
        labels.append(fact.label);
    }
    for (const QString& label : {u"Last contact"_s, u"Clock of the host"_s, u"Kept back"_s, u"Two versions"_s, u"Why it is cut off"_s})
        QVERIFY2(labels.contains(label), qPrintable(labels.join(u' ')));
    QCOMPARE(networkFacts({}, centre).size(), 1); // alone there is nothing to tell
}

void TestNetworkWords::theClock_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("same") << qint64(0) << QString();
    QTest::newRow("a little") << qint64(-120'000) << QString();
    QTest::newRow("ahead") << qint64(180'000) << u"3 minute(s) ahead"_s;
    QTest::newRow("behind") << qint64(-7'200'000) << u"120 minute(s) behind"_s;
    QTest::newRow("far behind") << qint64(-36'000'000) << u"10 hour(s) behind"_s;
}

void TestNetworkWords::theClock()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, text);
    QCOMPARE(clockOffsetText(milliseconds), text);
}

QTEST_GUILESS_MAIN(TestNetworkWords)
#include "tst_network_words.moc"
