// SPDX-License-Identifier: GPL-3.0-or-later
// Which hub serves a centre is told by several PCs whose clocks differ.
#include "core/sync/membership.h"
#include "tests/support/fixed_sealer.h"

#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

RawId idOf(unsigned char which)
{
    RawId id{};
    id.bytes[0] = which;
    return id;
}

const RawId hub = idOf(9);
const EventRef joined{StreamId(idOf(1)), 5};

/// A PC's word, as it comes out of its stream.
QByteArray word(const EventRef& ref, const std::vector<EventRef>& parents, std::int64_t milliseconds, const Event& event)
{
    QByteArray bytes;
    FixedSealer sealer;
    EnvelopeHeader header;
    header.ref = ref;
    header.record = hub;
    header.parents = parents;
    header.time = HybridTime::at(Instant{milliseconds});
    header.wall = Instant{milliseconds};
    return encodeEnvelope(bytes, header, event, {}, sealer) ? bytes : QByteArray();
}

} // namespace

class TestMembership : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whoAnswersAWordHasTheLastOne_data();
    void whoAnswersAWordHasTheLastOne();
};

void TestMembership::whoAnswersAWordHasTheLastOne_data()
{
    constexpr std::int64_t noon = 1'770'000'000'000;
    constexpr std::int64_t skew = 600'000;
    QTest::addColumn<QList<QByteArray>>("words");
    QTest::addColumn<bool>("isServed");
    const EventRef other{StreamId(idOf(2)), 7};
    const EventRef third{StreamId(idOf(3)), 2};
    const QByteArray early = word(joined, {}, noon, HubAddressed{u"10.0.0.9"_s, 7443});
    const QByteArray fast = word(joined, {}, noon + skew, HubAddressed{u"10.0.0.9"_s, 7443});
    const QByteArray leave = word(other, {joined}, noon + 1, HubAddressed{});
    QTest::newRow("joined") << QList{early} << true;
    QTest::newRow("left") << QList{early, leave} << false;
    QTest::newRow("left, by a PC whose clock is behind") << QList{fast, leave} << false;
    QTest::newRow("the same, heard the other way round") << QList{leave, fast} << false;
    QTest::newRow("left after another event of the record") << QList{fast, word(other, {joined}, noon + 1, NodeRenamed{u"区级"_s}), word(third, {other}, noon + 2, HubAddressed{})} << false;
    QTest::newRow("joined again, by a PC whose clock is behind") << QList{early, word(other, {joined}, noon + skew, HubAddressed{}), word(third, {other}, noon + 5, HubAddressed{u"10.0.0.9"_s, 7443})} << true;
    QTest::newRow("at the same time: the later one") << QList{early, word(other, {}, noon + 1, HubAddressed{})} << false;
    QTest::newRow("at the same time: the earlier one comes last") << QList{early, word(other, {}, noon - 1, HubAddressed{})} << true;
}

void TestMembership::whoAnswersAWordHasTheLastOne()
{
    QFETCH(QList<QByteArray>, words);
    QFETCH(bool, isServed);
    sync::Membership members;
    members.trust(NodeId(hub), QByteArray(32, 'k'));
    for (const QByteArray& bytes : words) {
        QVERIFY(!bytes.isEmpty());
        const Result<Envelope> envelope = decodeEnvelope(bytes);
        QVERIFY(envelope.has_value());
        members.learn(*envelope);
    }
    QCOMPARE(members.hub().has_value(), isServed);
    QCOMPARE(members.hasLeftHub(NodeId(hub)), !isServed);
    QCOMPARE(members.isKeptOut(NodeId(hub)), !isServed);
    QCOMPARE(members.admittedKeys().size(), std::size_t(isServed ? 1 : 0));
}

QTEST_GUILESS_MAIN(TestMembership)
#include "tst_membership.moc"
