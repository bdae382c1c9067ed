// SPDX-License-Identifier: GPL-3.0-or-later
// Two PCs over TLS: the host signs how far it holds what a desk wrote, the desk keeps that word and shows it, and a journal that lost its
// end, or was written anew behind the program's back, is convicted by it. All people are invented.
#include "core/services/api/nodes.h"
#include "core/store/receipts.h"
#include "core/store/verification.h"
#include "tests/support/hall_pc.h"
#include "tests/support/store_surgery.h"

#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestReceipts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aDeskKeepsTheHostsWord();
    void aLostEndIsNoticed();
    void anotherHistoryIsNoticed();
    void whoJoinsInheritsNone();

private:
    std::vector<Receipt> kept(hall::Pc& pc)
    {
        std::vector<Receipt> receipts;
        pc.gateway->onWriter([&](CommandRunner& runner) { receipts = receiptsIn(runner.writer().journal()).value_or(receipts); });
        return receipts;
    }
    const NodeRow* hostRow(const NodeListReply& list)
    {
        const auto host = std::find_if(list.nodes.begin(), list.nodes.end(), [](const NodeRow& row) { return row.isHost; });
        return host == list.nodes.end() ? nullptr : &*host;
    }
    std::uint64_t head(hall::Pc& pc)
    {
        std::uint64_t sequence = 0;
        pc.gateway->onWriter([&](CommandRunner& runner) { sequence = runner.writer().head().sequence; });
        return sequence;
    }
    VerificationReport verify(hall::Pc& pc) { return verifyStore(pc.paths(), *pc.key, sqlite::preferredCipher(), pc.random).value(); }
    void forgetTheWitness(hall::Pc& pc) { QFile::remove(pc.paths().witness()); }

    std::unique_ptr<hall::Pc> m_host;
    std::unique_ptr<hall::Pc> m_desk;
};

/// A host and a desk that has written something and has the host's word for it; the desk is closed.
void TestReceipts::init()
{
    m_desk.reset();
    m_host = std::make_unique<hall::Pc>();
    m_host->found();
    QVERIFY(m_host->network->apply(hall::serving()));
    const Result<PairingCode> code = m_host->network->openPairing(m_host->session("admin"));
    QVERIFY(code);
    m_desk = std::make_unique<hall::Pc>();
    QVERIFY(hall::join(*m_desk, *code));
    m_desk->open();
    m_desk->visit(u"周敏"_s);
    m_desk->connect();
    const std::uint64_t written = head(*m_desk);
    QTRY_VERIFY_WITH_TIMEOUT(!kept(*m_desk).empty() && kept(*m_desk).front().sequence >= written, 20'000);
}

void TestReceipts::aDeskKeepsTheHostsWord()
{
    const NodeListReply list = hall::wait(m_desk->gateway->ask(m_desk->session("admin"), NodeList{}));
    const NodeRow* host = hostRow(list);
    QVERIFY(host);
    const Receipt receipt = kept(*m_desk).front();
    QCOMPARE(host->confirmed, receipt.sequence);
    QCOMPARE(host->confirmedAt, receipt.at);
    QCOMPARE(receipt.node, list.host);
    QVERIFY(kept(*m_host).empty()); // it asks nobody
    m_desk->close();
    QVERIFY(verify(*m_desk).isSound());
}

void TestReceipts::aLostEndIsNoticed()
{
    const Receipt receipt = kept(*m_desk).front();
    m_desk->close();
    surgery::sql(m_desk->paths(), *m_desk->key,
                 u"DELETE FROM events WHERE arrival = (SELECT arrival FROM events JOIN streams ON number = events.stream WHERE streams.stream = x'%1'"
                 " ORDER BY sequence DESC LIMIT 1)"_s.arg(receipt.stream.toString()));
    forgetTheWitness(*m_desk); // who cuts off an end takes it along
    const VerificationReport report = verify(*m_desk);
    QCOMPARE(report.findingsInAll, 1U);
    QCOMPARE(report.findings.front().problem, VerificationProblem::TailMissing);
    QCOMPARE(report.findings.front().sequence, receipt.sequence);
    QVERIFY(report.findings.front().detail.contains(receipt.node.toString()));
}

void TestReceipts::anotherHistoryIsNoticed()
{
    const Receipt receipt = kept(*m_desk).front();
    m_desk->close();
    // The word stays what it was, and the journal says something else: here the word is turned, which looks the same.
    surgery::sql(m_desk->paths(), *m_desk->key, u"UPDATE receipts SET hash = randomblob(32)"_s);
    forgetTheWitness(*m_desk);
    const VerificationReport report = verify(*m_desk);
    QCOMPARE(report.findingsInAll, 1U);
    QCOMPARE(report.findings.front().problem, VerificationProblem::Rewritten);
    QCOMPARE(report.findings.front().sequence, receipt.sequence);
}

void TestReceipts::whoJoinsInheritsNone()
{
    const Receipt ofAHub = kept(*m_desk).front();
    m_host->gateway->onWriter([&](CommandRunner& runner) { QVERIFY(keepReceipt(runner.writer().journal(), ofAHub)); });
    QCOMPARE(kept(*m_host).size(), 1U);
    const Result<PairingCode> code = m_host->network->openPairing(m_host->session("admin"));
    QVERIFY(code);
    hall::Pc third;
    QVERIFY(hall::join(third, *code));
    third.open();
    QVERIFY(kept(third).empty());
}

QTEST_GUILESS_MAIN(TestReceipts)
#include "tst_receipts.moc"
