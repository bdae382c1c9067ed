// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the hall's PCs and the words about them at every window, under real keys: alone, as host, cut off; and once for real: a PC
// is let in with the code of the page, joins by the assistant over loopback, works, and is shut out.
#include "tests/gui/desk_bench.h"
#include "tests/gui/looking.h"
#include "core/services/api/hub.h"
#include "core/services/api/nodes.h"
#include "core/services/network/network_settings.h"
#include "tests/support/fake_network_door.h"
#include "tests/support/free_port.h"
#include "ui/pages/nodes/node_model.h"
#include "ui/pages/nodes/nodes_page.h"
#include "ui/pages/welcome/join_step.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/network_banner.h"
#include "ui/shell/network_piece.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/text_field.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QString password = u"open sesame 7"_s;

NetworkView cutOffView()
{
    NetworkView view;
    view.role = NetworkView::Role::Desk;
    view.link = NetworkView::Link::Broken;
    view.host = u"192.168.1.20"_s;
    view.linkError = Error{ErrorKind::Io, u"sync.unreachable"_s, {}, {}};
    view.brokenSince = Instant::fromIso(u"2026-03-02T12:03:00+08:00"_s);
    view.waiting = 17;
    view.isCutOff = true;
    view.ownLetter = u"K"_s;
    return view;
}

} // namespace

class TestNodes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aPcAloneSaysSo();
    void theCodeIsShownAndCopied();
    void theCodeExpires();
    void aCodeMayLimitWhatAPcHolds();
    void aRefusedCodeIsExplained();
    void aPcIsRenamed();
    void otherPcsAreListed();
    void theRowsKeepTheirModel();
    void shuttingOutNeedsAReason();
    void theHostHandsOver();
    void aDeskFollowsAnotherAddress();
    void theCentreJoinsAHub();
    void theWindowSaysThatItIsCutOff();
    void theDetailsTryAgain();
    void beginningAnewIsToldOnce();
    void aPcJoinsForReal();
    void aJoiningIsStoppedAndGoesOn();
    void aFalseCodeIsExplained_data();
    void aFalseCodeIsExplained();

private:
    void openPage();
    NodeId enrol(const QString& name);
    QPushButton* act() const { return m_page->findChild<QPushButton*>(u"nodeAct"_s); }
    NodeListReply list() const { return *DeskBench::outcome(m_store.gateway->ask(m_store.session, NodeList{})); }

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<FakeNetworkDoor> m_network;
    StoreEntry m_store;
    std::unique_ptr<NodesPage> m_page;

    // The other PC of the real thing.
    void startHost();
    void openAssistant(const QString& code);
    void enter(const QString& label, const QString& text);
    QString joinedFolder() const { return m_bench->temporary.filePath(u"joined/store"_s); }
    std::unique_ptr<DeskBench> m_host;
    std::unique_ptr<WelcomePage> m_assistant;
};

void TestNodes::init()
{
    m_bench = std::make_unique<DeskBench>();
    m_network = std::make_unique<FakeNetworkDoor>();
    m_store = m_bench->found().store;
}

void TestNodes::cleanup()
{
    m_assistant.reset();
    m_page.reset();
    m_store = {};
    m_host.reset();
    m_network.reset();
    m_bench.reset();
}

void TestNodes::openPage()
{
    m_page = std::make_unique<NodesPage>(*m_store.gateway, m_store.session, *m_network, m_bench->clock);
    m_page->resize(1366, 768);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
    QTest::qWait(200);
}

NodeId TestNodes::enrol(const QString& name)
{
    const NodeId node = NodeId::make(m_bench->clock.now(), m_bench->random);
    QByteArray key(32, '\0');
    m_bench->random.fill({reinterpret_cast<unsigned char*>(key.data()), 32});
    const auto reply = DeskBench::outcome(m_store.gateway->send(m_store.session, NodeEnrol{node, name, key}));
    if (!reply)
        qFatal("%s", qPrintable(reply.error().code));
    return node;
}

void TestNodes::aPcAloneSaysSo()
{
    openPage();
    auto* table = m_page->findChild<DataTable*>();
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(table->emptyState()->isVisible());
    QVERIFY(shownText(m_page.get()).contains(u"This PC works alone"_s));
    QVERIFY(!act());
}

void TestNodes::theCodeIsShownAndCopied()
{
    m_network->offer = PairingOffer{u"192.168.1.20:7443 AAAA-BBBB-CCCC-DDDD-EEEE-FFFF GGGG-HHHH"_s, m_bench->clock.now().plusSeconds(900)};
    openPage();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(named<QLabel>(m_page.get(), u"Secret of the code"_s));
    QTRY_COMPARE(named<QLabel>(m_page.get(), u"Secret of the code"_s)->text(), u"GGGG-HHHH"_s);
    QCOMPARE(named<QLabel>(m_page.get(), u"Address of the host"_s)->text(), u"192.168.1.20:7443"_s);
    QVERIFY(shownText(m_page.get()).contains(u"14:5"_s));
    QTRY_VERIFY(qobject_cast<QPushButton*>(QApplication::focusWidget()));
    takePicture(m_page.get(), u"nodes-code"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::AltModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), m_network->offer->text);
    enrol(u"窗口二"_s);
    QTRY_VERIFY(shownText(m_page.get()).contains(u"窗口二 is let in"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!m_page->findChild<Sheet*>());
}

void TestNodes::theCodeExpires()
{
    m_network->offer = PairingOffer{u"192.168.1.20:7443 AAAA-BBBB-CCCC-DDDD-EEEE-FFFF GGGG-HHHH"_s, m_bench->clock.now().plusSeconds(2)};
    openPage();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(shownText(m_page.get()).contains(u"has expired"_s), 10'000);
    QCOMPARE(named<QLabel>(m_page.get(), u"Secret of the code"_s)->text(), QString());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // a new one
    QTRY_COMPARE(m_network->pairings, 2);
}

void TestNodes::aCodeMayLimitWhatAPcHolds()
{
    m_network->offer = PairingOffer{u"192.168.1.20:7443 AAAA-BBBB-CCCC-DDDD-EEEE-FFFF GGGG-HHHH"_s, m_bench->clock.now().plusSeconds(900)};
    openPage();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(m_network->pairings, 1);
    QVERIFY(m_network->pairedFor.empty()); // everything
    QTRY_VERIFY(qobject_cast<QPushButton*>(QApplication::focusWidget()));
    auto* limit = named<SegmentedControl>(m_page.get(), u"What that PC holds"_s);
    QVERIFY(limit);
    auto* all = limit->findChild<QAbstractButton*>();
    all->setFocus();
    QTest::keyClick(all, Qt::Key_Right);
    QTRY_COMPARE(m_network->pairings, 2); // the code before is void
    QCOMPARE(m_network->pairedFor, std::vector<QString>{u"hall"_s});
    QVERIFY(limit->isAncestorOf(QApplication::focusWidget()));
    takePicture(m_page.get(), u"nodes-code-limited"_s);
}

void TestNodes::aPcIsRenamed()
{
    const NodeId other = enrol(u"窗口二"_s);
    openPage();
    auto* table = m_page->findChild<DataTable*>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectRow(table->model()->index(0, NodeModel::Name).data().toString() == u"窗口二" ? 0 : 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    auto* field = named<TextField>(m_page.get(), u"Name"_s);
    QTRY_VERIFY((field = named<TextField>(m_page.get(), u"Name"_s)) && field->hasFocus());
    QCOMPARE(field->text(), u"窗口二"_s);
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!fieldOf(m_page.get(), u"Name"_s)->error().isEmpty());
    QTest::keyClicks(field, u"Mediation 1"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!act());
    const NodeListReply now = list();
    QVERIFY(std::any_of(now.nodes.begin(), now.nodes.end(), [&](const NodeRow& row) { return row.node == other && row.name == u"Mediation 1"; }));
    QTRY_VERIFY(table->model()->match(table->model()->index(0, NodeModel::Name), Qt::DisplayRole, u"Mediation 1"_s).size() == 1);
}

void TestNodes::aRefusedCodeIsExplained()
{
    m_network->offer = fail(ErrorKind::Io, u"sync.portInUse"_s);
    openPage();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    const auto isExplained = [this] {
        const auto banners = m_page->findChildren<Banner*>();
        return std::any_of(banners.begin(), banners.end(), [](const Banner* banner) { return banner->isVisible() && !banner->accessibleName().isEmpty(); });
    };
    QTRY_VERIFY(isExplained());
}

void TestNodes::otherPcsAreListed()
{
    const NodeId other = enrol(u"窗口二"_s);
    openPage();
    QTRY_COMPARE(m_bench->door.network().view().role, NetworkView::Role::Host); // it serves by itself
    auto* table = m_page->findChild<DataTable*>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    NetworkView view;
    view.role = NetworkView::Role::Host;
    view.contacts = {{other, m_bench->clock.now(), u"OneDoor"_s, 600'000, 5, true}};
    m_network->show(view);
    const auto cell = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
    QVERIFY(cell(0, NodeModel::State).contains(u"This PC"_s) && cell(0, NodeModel::State).contains(u"Host"_s));
    QCOMPARE(cell(1, NodeModel::Name), u"窗口二"_s);
    QVERIFY(!cell(1, NodeModel::Letter).isEmpty());
    QVERIFY(cell(1, NodeModel::State).contains(u"Connected"_s));
    QVERIFY(cell(1, NodeModel::ClockOffset).contains(u"ahead"_s));
    QCOMPARE(cell(1, NodeModel::Backlog), u"5"_s);
    view.contacts[0].isConnected = false;
    m_network->show(view);
    QVERIFY(cell(1, NodeModel::State).contains(u"Not connected"_s));
    NetworkView restarted;
    restarted.role = NetworkView::Role::Host;
    m_network->show(restarted);
    QVERIFY(cell(1, NodeModel::State).contains(u"Not heard of"_s));
    m_network->show(view);
    takePicture(m_page.get(), u"nodes-list"_s);
}

void TestNodes::theRowsKeepTheirModel()
{
    NodeModel model(480);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<NodeRow> rows(3);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        rows[at].node = NodeId::make(m_bench->clock.now(), m_bench->random);
        rows[at].name = QString::number(at);
    }
    rows[0].revokedAt = m_bench->clock.now();
    rows[0].reason = u"lost"_s;
    rows[2].isSelf = true;
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setNodes(rows);
    QCOMPARE(model.at(0)->name, u"2"_s); // this PC first
    QCOMPARE(model.at(2)->name, u"0"_s); // shut out last
    QVERIFY(model.index(2, NodeModel::LastContact).data().toString().contains(u"lost"_s));
    model.setNodes(rows);
    model.setView({});
    QCOMPARE(resets.count(), 1);
    rows.pop_back();
    model.setNodes(rows);
    QCOMPARE(resets.count(), 2);
}

void TestNodes::shuttingOutNeedsAReason()
{
    const NodeId other = enrol(u"窗口二"_s);
    openPage();
    auto* table = m_page->findChild<DataTable*>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(act() && act()->isVisible());
    auto* reason = named<TextField>(m_page.get(), u"Reason"_s);
    QVERIFY(reason);
    QTRY_VERIFY(reason->hasFocus());
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(!fieldOf(m_page.get(), u"Reason"_s)->error().isEmpty());
    QVERIFY(!list().nodes.at(1).revokedAt && !list().nodes.at(0).revokedAt);
    QTest::keyClicks(reason, u"stolen"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    QTRY_VERIFY(!act());
    for (const NodeRow& row : list().nodes)
        QCOMPARE(row.reason, row.node == other ? u"stolen"_s : QString());
    QTRY_VERIFY(table->model()->index(1, NodeModel::State).data().toString().contains(u"Shut out"_s));
}

void TestNodes::theHostHandsOver()
{
    const NodeId other = enrol(u"窗口二"_s);
    openPage();
    auto* table = m_page->findChild<DataTable*>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(act() && act()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // nothing happens without a word
    QTRY_VERIFY(!act());
    QCOMPARE(list().host, list().self);
    QTest::keyClick(table, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(act() && act()->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_H, Qt::AltModifier);
    QTRY_COMPARE(list().host, other);
    // And takes it back, because the other is gone.
    QTRY_VERIFY(!act());
    QTest::qWait(200);
    QTest::keyClick(table, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(act() && act()->isVisible());
    QVERIFY(shownText(m_page.get()).contains(u"carry the letter"_s));
    takePicture(m_page.get(), u"nodes-take-over"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::AltModifier);
    QTRY_COMPARE(list().host, list().self);
    QTRY_COMPARE(m_network->serves, 1);
}

void TestNodes::aDeskFollowsAnotherAddress()
{
    const NodeId other = enrol(u"窗口二"_s);
    QVERIFY(DeskBench::outcome(m_store.gateway->send(m_store.session, HostName{other})));
    openPage();
    QTRY_COMPARE(m_page->findChild<DataTable*>()->model()->rowCount(), 2);
    QTest::keyClick(m_page->findChild<DataTable*>(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(act() && act()->isVisible());
    auto* address = named<TextField>(m_page.get(), u"Address"_s);
    QTRY_VERIFY(address && address->hasFocus());
    QTest::keyClicks(address, u"not an address"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QVERIFY(!fieldOf(m_page.get(), u"Address"_s)->error().isEmpty());
    address->selectAll();
    QTest::keyClicks(address, u"10.1.2.3:8000"_s);
    QTest::keyClick(address, Qt::Key_Return);
    QTRY_COMPARE(m_network->followed.size(), 1);
    QCOMPARE(m_network->followed.constFirst().host, u"10.1.2.3"_s);
    QCOMPARE(m_network->followed.constFirst().port, std::uint16_t(8000));
    QCOMPARE(m_network->followed.constFirst().publicKey.size(), 32);
}

void TestNodes::theCentreJoinsAHub()
{
    const QString code = u"10.9.8.7:7443 AAAA-BBBB-CCCC-DDDD-EEEE-FFFF GGGG-HHHH"_s;
    m_network->hubAnswer = fail(ErrorKind::Forbidden, u"hub.codeRefused"_s);
    openPage();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(act() && act()->isVisible());
    QVERIFY(shownText(m_page.get()).contains(u"restricted records"_s)); // what is shared is said before
    auto* field = named<TextField>(m_page.get(), u"Code of the hub"_s);
    QTRY_VERIFY(field && field->hasFocus());
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!fieldOf(m_page.get(), u"Code of the hub"_s)->error().isEmpty());
    QVERIFY(m_network->hubCodes.isEmpty());
    QTest::keyClicks(field, code);
    takePicture(m_page.get(), u"nodes-hub"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(shownText(m_page.get()).contains(u"does not know this code"_s));
    QCOMPARE(m_network->hubCodes, QStringList{code});
    m_network->hubAnswer = u"区级平台"_s;
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!act());
    QVERIFY(shownText(m_page.get()).contains(u"区级平台 has let the centre in"_s));
    // How it stands, from then on.
    const NodeId hub = enrol(u"区级平台"_s);
    NetworkView view;
    view.hub = u"10.9.8.7"_s;
    for (const NodeRow& row : list().nodes)
        view.hubKey = row.node == hub ? row.publicKey : view.hubKey;
    view.hubFollows = true;
    m_page->hide();
    m_page->show();
    m_network->show(view);
    QTRY_VERIFY(shownText(m_page.get()).contains(u"Hub 区级平台, 10.9.8.7 · it has everything"_s));
    view.hubFollows = false;
    view.hubError = Error{ErrorKind::Io, u"sync.unreachable"_s, {}, {}};
    view.hubBrokenSince = m_bench->clock.now();
    view.hubWaiting = 3;
    m_network->show(view);
    QVERIFY(shownText(m_page.get()).contains(u"out of reach since"_s) && shownText(m_page.get()).contains(u"3 entries to be sent"_s));
    takePicture(m_page.get(), u"nodes-hub-gone"_s);
    QTest::keyClick(m_page.get(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier); // it is served already
    QTest::qWait(100);
    QVERIFY(!act());
    // On a PC without a connection of its own to the hub.
    DeskBench::outcome(m_store.gateway->send(m_store.session, HubTellAddress{hub, u"10.9.8.7"_s, 7443}));
    m_network->show({});
    QTRY_VERIFY2(shownText(m_page.get()).contains(u"Hub 区级平台, 10.9.8.7 · the host passes everything on to it"_s), qPrintable(shownText(m_page.get())));
    QTest::keyClick(m_page.get(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(act());
    takePicture(m_page.get(), u"nodes-leave-hub"_s);
    act()->click();
    QTRY_VERIFY(shownText(m_page.get()).contains(u"The centre has left 区级平台"_s));
    QVERIFY(list().hub.isNull());
    QTRY_VERIFY(!shownText(m_page.get()).contains(u"10.9.8.7"_s));
}

void TestNodes::theWindowSaysThatItIsCutOff()
{
    Desk desk(m_bench->partsWith(*m_network));
    desk.startWork(m_store, m_bench->folder());
    WorkFrame* frame = desk.windows().constFirst()->frame();
    auto* piece = frame->findChild<NetworkPiece*>();
    QCOMPARE(piece->text(), u"Works alone"_s);
    const auto* banner = frame->findChild<NetworkBanner*>();
    QVERIFY(!banner->isVisible());
    m_network->show(cutOffView());
    QVERIFY2(piece->text().contains(u"since 12:03"_s) && piece->text().contains(u"17"_s), qPrintable(piece->text()));
    QCOMPARE(piece->accessibleName(), piece->text());
    QVERIFY(banner->isVisible());
    QVERIFY(shownText(banner).contains(u"letter K"_s));
    takePicture(desk.windows().constFirst(), u"nodes-cut-off"_s);
    QVERIFY(frame->showPage(u"counter"_s));
    QVERIFY(banner->isVisible());
    QVERIFY(frame->showPage(u"accounts"_s)); // nobody is called there
    QVERIFY(!banner->isVisible());
    QVERIFY(frame->showPage(u"reception"_s));
    auto* retry = banner->findChild<QPushButton*>();
    QVERIFY(retry);
    QTest::mouseClick(retry, Qt::LeftButton);
    QCOMPARE(m_network->retries, 1);
    NetworkView healed = cutOffView();
    healed.link = NetworkView::Link::Following;
    healed.isCutOff = false;
    healed.waiting = 0;
    m_network->show(healed);
    QVERIFY(!banner->isVisible());
    QCOMPARE(piece->text(), u"Connected to the host 192.168.1.20"_s);
}

void TestNodes::theDetailsTryAgain()
{
    Desk desk(m_bench->partsWith(*m_network));
    desk.startWork(m_store, m_bench->folder());
    WorkFrame* frame = desk.windows().constFirst()->frame();
    QVERIFY(QTest::qWaitForWindowActive(desk.windows().constFirst()));
    m_network->show(cutOffView());
    auto* piece = frame->findChild<NetworkPiece*>();
    piece->setFocus(Qt::TabFocusReason);
    QTest::keyClick(piece, Qt::Key_Space);
    QTRY_VERIFY(frame->findChild<NetworkDetails*>() && frame->findChild<NetworkDetails*>()->isVisible());
    QVERIFY(shownText(frame->findChild<NetworkDetails*>()).contains(u"192.168.1.20"_s));
    takePicture(desk.windows().constFirst(), u"nodes-details"_s);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget() != piece);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::AltModifier);
    QTRY_COMPARE(m_network->retries, 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!frame->findChild<NetworkDetails*>()->isVisible());
}

void TestNodes::beginningAnewIsToldOnce()
{
    m_network->anewNotice = true;
    Desk desk(m_bench->partsWith(*m_network));
    desk.startWork(m_store, m_bench->folder());
    const auto told = [](const MainWindow* window) { return shownText(window->frame()->findChild<NetworkBanner*>()).contains(u"older state"_s); };
    QVERIFY(told(desk.windows().constFirst()));
    desk.openWindow();
    QVERIFY(!told(desk.windows().at(1)));
    auto* banner = desk.windows().constFirst()->frame()->findChild<NetworkBanner*>();
    for (QAbstractButton* button : banner->findChildren<QAbstractButton*>())
        if (button->isVisible())
            button->click();
    QVERIFY(!banner->isVisible());
}

/// A centre on another PC that serves on loopback.
void TestNodes::startHost()
{
    m_store = {};
    m_host = std::make_unique<DeskBench>();
    {
        const std::unique_ptr<DiskStoreDoor> maker = m_host->makeDoor();
        (void)m_host->foundBy(*maker);
    }
    NetworkSettings settings;
    settings.serves = true;
    settings.port = freePort();
    settings.advertisedHost = u"127.0.0.1"_s;
    QVERIFY(settings.write(StorePaths{m_host->folder()}));
    m_store = *DeskBench::outcome(m_host->door.open(m_host->folder(), u"chen.jing"_s, password));
    QCOMPARE(m_host->door.network().view().role, NetworkView::Role::Host);
}

/// The join page of a new PC, all filled in but the password.
void TestNodes::openAssistant(const QString& code)
{
    m_assistant = std::make_unique<WelcomePage>(m_bench->door, m_bench->random);
    m_assistant->resize(1366, 768);
    m_assistant->show();
    m_assistant->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_assistant.get()));
    QTest::keyClick(m_assistant.get(), Qt::Key_J, Qt::AltModifier);
    QTRY_COMPARE(m_assistant->stepIndex(), m_assistant->joinIndex());
    QTRY_VERIFY(named<TextField>(m_assistant.get(), u"Pairing code"_s)->hasFocus());
    enter(u"Pairing code"_s, code);
    named<TextField>(m_assistant.get(), u"Folder of the store"_s)->setText(joinedFolder());
    named<TextField>(m_assistant.get(), u"Name of this PC"_s)->setText(u"窗口二"_s);
    enter(u"Login"_s, u"chen.jing"_s);
}

void TestNodes::enter(const QString& label, const QString& text)
{
    FormField* field = fieldOf(m_assistant.get(), label);
    QVERIFY2(field, qPrintable(label));
    auto* secret = qobject_cast<SecretField*>(field->editor());
    QLineEdit* edit = secret ? secret->edit() : qobject_cast<QLineEdit*>(field->editor());
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

/// The real doors of two PCs, the page of the one and the assistant of the other.
void TestNodes::aPcJoinsForReal()
{
    startHost();
    m_page = std::make_unique<NodesPage>(*m_store.gateway, m_store.session, m_host->door.network(), m_host->clock);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTest::keyClick(m_page.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(named<QLabel>(m_page.get(), u"Secret of the code"_s));
    QTRY_VERIFY(!named<QLabel>(m_page.get(), u"Secret of the code"_s)->text().isEmpty());
    QTRY_VERIFY(qobject_cast<QPushButton*>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(u"127.0.0.1:"_s));
    const QString code = QGuiApplication::clipboard()->text();

    openAssistant(code.left(40));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY2(fieldOf(m_assistant.get(), u"Pairing code"_s)->error().contains(u"six groups"_s), qPrintable(fieldOf(m_assistant.get(), u"Pairing code"_s)->error()));
    enter(u"Pairing code"_s, code.toLower());
    enter(u"Password"_s, u"open sesame 8"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!fieldOf(m_assistant.get(), u"Password"_s)->error().isEmpty(), 60'000);
    QVERIFY(!m_bench->door.holdsStore(joinedFolder()));
    QVERIFY(!fieldOf(m_assistant.get(), u"Pairing code"_s)->isEnabled()); // it works only once, and has
    QCOMPARE(list().nodes.size(), std::size_t(2));

    QSignalSpy finished(m_assistant.get(), &WelcomePage::finished);
    enter(u"Password"_s, password);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QCOMPARE(finished.constFirst().constFirst().value<StoreEntry>().session.login, u"chen.jing"_s);
    const NetworkDoor& network = m_bench->door.network();
    QTRY_COMPARE_WITH_TIMEOUT(network.view().link, NetworkView::Link::Following, 20'000);
    QCOMPARE(network.view().role, NetworkView::Role::Desk);
    QTRY_VERIFY(!network.view().ownLetter.isEmpty());
    const auto contacts = [this] { return m_host->door.network().view().contacts; };
    QTRY_VERIFY_WITH_TIMEOUT(contacts().size() == 1 && contacts()[0].isConnected, 20'000);
    QVERIFY(!QFile::exists(joinedFolder() + u".joining"_s));
}

void TestNodes::aJoiningIsStoppedAndGoesOn()
{
    startHost();
    openAssistant(DeskBench::outcome(m_host->door.network().openPairing(m_store.session))->text);
    enter(u"Password"_s, password);
    WelcomeStep* step = m_assistant->step(m_assistant->joinIndex());
    step->submit();
    QVERIFY(step->mayStop());
    QTest::keyClick(m_assistant.get(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!step->mayStop(), 60'000);
    QCOMPARE(m_assistant->stepIndex(), m_assistant->joinIndex());
    QVERIFY(!m_bench->door.holdsStore(joinedFolder()));
    QVERIFY(shownText(m_assistant.get()).contains(u"Stopped."_s));
    QSignalSpy finished(m_assistant.get(), &WelcomePage::finished);
    QTest::keyClick(m_assistant.get(), Qt::Key_J, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60'000);
    QCOMPARE(list().nodes.size(), std::size_t(2)); // let in once
}

void TestNodes::aFalseCodeIsExplained_data()
{
    QTest::addColumn<bool>("reachable");
    QTest::newRow("nobody there") << false;
    QTest::newRow("wrong secret") << true;
}

void TestNodes::aFalseCodeIsExplained()
{
    QFETCH(bool, reachable);
    startHost();
    QString code = DeskBench::outcome(m_host->door.network().openPairing(m_store.session))->text;
    if (reachable)
        code.replace(code.size() - 1, 1, code.endsWith(u'7') ? u"8"_s : u"7"_s);
    else
        code = u"127.0.0.1:1 "_s + code.section(u' ', 1);
    openAssistant(code);
    enter(u"Password"_s, password);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!fieldOf(m_assistant.get(), u"Pairing code"_s)->error().isEmpty(), 60'000);
    QVERIFY(fieldOf(m_assistant.get(), u"Pairing code"_s)->isEnabled()); // to be typed again
    QVERIFY(!QFile::exists(joinedFolder()));
}

QTEST_MAIN(TestNodes)
#include "tst_nodes.moc"
