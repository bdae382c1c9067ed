// SPDX-License-Identifier: GPL-3.0-or-later
// Two PCs of a hall over loopback TLS: what is changed at one holds at the other without a restart, and both come to the same centre after
// they were cut off and changed it each on its own.
#include "core/services/api/centre.h"
#include "core/services/api/conflicts.h"
#include "tests/support/hall_pc.h"

#include <QTest>

using namespace onedoor;
using namespace onedoor::hall;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000; // milliseconds

} // namespace

class TestCentreHall : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aChangeReachesTheOtherPc();
    void cutOffBothChangeAndMeetAgain();
    void cleanupTestCase();

private:
    static Result<CentreChangeReply> change(Pc& pc, const QString& section, const QString& key, const QJsonObject& item)
    {
        return outcome(pc.gateway->send(pc.session("admin"), CentreChange{section, key, item}));
    }
    Pc m_host;
    Pc m_desk;
};

void TestCentreHall::initTestCase()
{
    m_host.found();
    QVERIFY(m_host.network->apply(serving()).has_value());
    QVERIFY(change(m_host, u"zones"_s, u"north1"_s, {{u"nameEnglish"_s, u"Main hall"_s}}).has_value()); // before the other one joins
    const Result<PairingCode> code = m_host.network->openPairing(m_host.session("admin"));
    QVERIFY(code.has_value());
    QVERIFY(join(m_desk, *code).has_value());
    m_desk.open();
    m_desk.connect();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.follows(), patience);
    QCOMPARE(m_desk.gateway->centreNow()->findZone(u"north1")->nameEnglish, u"Main hall"_s);
}

void TestCentreHall::aChangeReachesTheOtherPc()
{
    bool told = false;
    QObject listener; // hears nothing once `told` is gone
    connect(m_desk.gateway.get(), &Gateway::changed, &listener, [&](const ChangeSet& changes) { told = told || changes.centre; }, Qt::QueuedConnection);
    QVERIFY(change(m_host, u"services"_s, u"legalAdvice"_s, {{u"nameEnglish"_s, u"Legal counsel"_s}}).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.gateway->centreNow()->findService(u"legalAdvice")->nameEnglish, u"Legal counsel"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(told, patience);
    QCOMPARE(m_desk.gateway->centre().findService(u"legalAdvice")->nameEnglish, u"Legal counsel"_s); // as pages see it
    // Taken back at the other PC, by the same person.
    QVERIFY(outcome(m_desk.gateway->send(m_desk.session("admin"), CentreUndo{})).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_host.gateway->centreNow()->findService(u"legalAdvice")->nameEnglish != u"Legal counsel"_s, patience);
}

void TestCentreHall::cutOffBothChangeAndMeetAgain()
{
    NetworkSettings settings = m_host.network->settings();
    settings.serves = false;
    QVERIFY(m_host.network->apply(settings).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.network->status().isCutOff, patience);
    QVERIFY(change(m_host, u"zones"_s, u"north2"_s, {{u"nameEnglish"_s, u"Said at the host"_s}}).has_value());
    QVERIFY(change(m_host, u"queue"_s, {}, {{u"undoMinutes"_s, 17}}).has_value());
    m_desk.clock.advanceSeconds(5);
    QVERIFY(change(m_desk, u"zones"_s, u"north2"_s, {{u"nameEnglish"_s, u"Said at the desk"_s}}).has_value());
    QVERIFY(change(m_desk, u"zones"_s, u"south1"_s, {{u"nameEnglish"_s, u"South hall"_s}}).has_value());
    settings.serves = true;
    QVERIFY(m_host.network->apply(settings).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(*m_host.gateway->centreNow() == *m_desk.gateway->centreNow(), patience);
    const auto centre = m_host.gateway->centreNow();
    QCOMPARE(centre->findZone(u"north2")->nameEnglish, u"Said at the desk"_s); // the newer one, until somebody decides
    QCOMPARE(centre->findZone(u"south1")->nameEnglish, u"South hall"_s);
    QCOMPARE(centre->queue.undoMinutes, 17);
    // One conflict, about the one item; a person decides, and both PCs follow.
    const ConflictListReply list = wait(m_host.gateway->ask(m_host.session("admin"), ConflictList{}));
    QCOMPARE(list.conflicts.size(), std::size_t(1));
    const ConflictRow& row = list.conflicts.front();
    QCOMPARE(row.title, u"zones/north2"_s);
    QVERIFY(!row.isFixed);
    const ConflictReply whole = wait(m_host.gateway->ask(m_host.session("admin"), ConflictGet{row.conflict}));
    QCOMPARE(whole.disputed, std::vector<QString>{u"zones/north2/nameEnglish"_s});
    const ConflictAct& first = row.rivals.front();
    wait(m_host.gateway->send(m_host.session("admin"), ConflictResolve{row.conflict, first.stream, first.sequence, false}));
    for (Pc* pc : {&m_host, &m_desk})
        QTRY_COMPARE_WITH_TIMEOUT(pc->gateway->centreNow()->findZone(u"north2")->nameEnglish, u"Said at the host"_s, patience);
}

void TestCentreHall::cleanupTestCase()
{
    m_desk.close();
    m_host.close();
}

QTEST_GUILESS_MAIN(TestCentreHall)
#include "tst_centre_hall.moc"
