// SPDX-License-Identifier: GPL-3.0-or-later
// Who is the hall host and who gives out the centre's numbers, through take-overs, returns and rivals: never two at a time.
#include "core/domain/node/node_state.h"
#include "core/domain/numbering/numbering_state.h"

#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

NodeId node(unsigned char name)
{
    RawId raw;
    raw.bytes.fill(name);
    return NodeId(raw);
}

const NodeId founder = node('A');
const NodeId second = node('B');
const NodeId third = node('C');

template <typename EventType>
void apply(HostState& state, const EventType& event)
{
    evolve(state, event, EventMeta{});
}

/// Everybody who grants, as this state says.
QString granting(const HostState& state)
{
    QString names;
    for (const NodeId& each : {founder, second, third}) {
        if (grantsNumbers(state, each, founder))
            names.append(QChar(ushort(each.raw.bytes[0])));
    }
    return names;
}

} // namespace

class TestHallHost : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFounderGrantsUntilAnotherIsNamed();
    void whoTakesOverWaits();
    void whoNeverGrantedHasNothingToYield();
    void ofTwoWhoTookOverTheRightIsFollowed();
    void aLowerEpochChangesNothing();
    void aRoomThatPrintsNothingGetsFewNumbers();
};

void TestHallHost::theFounderGrantsUntilAnotherIsNamed()
{
    HostState state;
    QCOMPARE(granting(state), u"A"_s);
    apply(state, HostNamed{second, founder, 1, false}); // handed over
    QCOMPARE(hostOf(state, founder), second);
    QCOMPARE(granting(state), u"B"_s);
}

void TestHallHost::whoTakesOverWaits()
{
    HostState state;
    apply(state, HostNamed{second, founder, 1, true});
    QCOMPARE(hostOf(state, founder), second);
    QCOMPARE(granting(state), QString());
    apply(state, HostYielded{founder, second, 1});
    QCOMPARE(granting(state), u"B"_s);
    // Taken back by the one that still may: nobody else can have granted.
    apply(state, HostNamed{third, second, 2, true});
    QCOMPARE(granting(state), QString());
    apply(state, HostNamed{second, third, 3, false});
    QCOMPARE(granting(state), u"B"_s);
}

void TestHallHost::whoNeverGrantedHasNothingToYield()
{
    HostState state;
    apply(state, HostNamed{second, founder, 1, true});
    apply(state, HostNamed{third, second, 2, true}); // from one that never came to grant: the founder still may
    QCOMPARE(state.mayStillGrant, founder);
    apply(state, HostYielded{second, third, 2});
    QCOMPARE(granting(state), QString());
    apply(state, HostYielded{founder, third, 2});
    QCOMPARE(granting(state), u"C"_s);
}

void TestHallHost::ofTwoWhoTookOverTheRightIsFollowed()
{
    // Neither knew of the other; the founder yielded to the second, and the third comes first in causal order.
    HostState state;
    apply(state, HostNamed{third, founder, 1, true});
    apply(state, HostNamed{second, founder, 1, true});
    QCOMPARE(hostOf(state, founder), third);
    apply(state, HostYielded{founder, second, 1});
    QCOMPARE(granting(state), QString()); // the second may have begun
    QCOMPARE(state.mayStillGrant, second);
    apply(state, HostYielded{second, third, 1});
    QCOMPARE(granting(state), u"C"_s);
}

void TestHallHost::aLowerEpochChangesNothing()
{
    HostState state;
    apply(state, HostNamed{second, founder, 5, false});
    apply(state, HostNamed{third, founder, 4, true});
    QCOMPARE(hostOf(state, founder), second);
    QCOMPARE(granting(state), u"B"_s);
}

void TestHallHost::aRoomThatPrintsNothingGetsFewNumbers()
{
    const NumberingRule rule{u"general"_s, 1, 999, 20};
    const StreamId host(node('H').raw);
    const StreamId room(node('R').raw);
    const DecideContext context{.stream = host};
    NumberingState state;
    const auto grant = [&](std::uint32_t enough) { return decideGrant(state, rule, context, room, enough).value_or(std::vector<NumbersGranted>{}); };
    const std::vector<NumbersGranted> first = grant(10);
    QCOMPARE(first.size(), std::size_t(1));
    QCOMPARE(first.front().last - first.front().first + 1, 5U);
    evolve(state, first.front(), EventMeta{});
    QVERIFY(grant(10).empty()); // a few are enough for who prints none
    evolve(state, NumberTaken{first.front().first, {}}, EventMeta{});
    const std::vector<NumbersGranted> next = grant(10);
    QCOMPARE(next.size(), std::size_t(1));
    QCOMPARE(next.front().last - next.front().first + 1, 20U);
    DecideContext elsewhere = context;
    elsewhere.mayGrant = false;
    QCOMPARE(decideGrant(state, rule, elsewhere, room, 10).error().code, u"host.notHere"_s);
    QCOMPARE(decideNumber(NumberingState{}, rule, elsewhere).error().code, u"numbering.noBlock"_s);
}

QTEST_APPLESS_MAIN(TestHallHost)
#include "tst_hall_host.moc"
