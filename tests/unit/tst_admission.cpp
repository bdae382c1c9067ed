// SPDX-License-Identifier: GPL-3.0-or-later
// What is refused of a batch was judged by its bytes. A log that can't be read just now has judged nothing: the request fails, and is made
// again within seconds, where a refusal would keep the stream back for a minute.
#include "core/base/random.h"
#include "core/sync/admission.h"

#include <QTest>

using namespace onedoor;
using namespace onedoor::sync;
using namespace Qt::StringLiterals;

namespace {

StreamId someStream()
{
    SystemRandom random;
    return StreamId(RawId::make({1}, random));
}

const StreamId stream = someStream();

Batch oneItemAt(std::uint64_t sequence)
{
    Batch batch;
    StreamPart part{.stream = stream, .first = sequence};
    part.items.push_back({QByteArray("no envelope"), {}});
    batch.parts.push_back(std::move(part));
    return batch;
}

} // namespace

class TestAdmission : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anErrorOfTheLogIsNoRefusal_data();
    void anErrorOfTheLogIsNoRefusal();
    void whatDiffersIsAFork();
    void whatIsNoEventIsRefused();
};

void TestAdmission::anErrorOfTheLogIsNoRefusal_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addRow("busy") << ErrorKind::Busy;
    QTest::addRow("i/o") << ErrorKind::Io;
    QTest::addRow("full") << ErrorKind::Full;
    QTest::addRow("conflict") << ErrorKind::Conflict;
}

void TestAdmission::anErrorOfTheLogIsNoRefusal()
{
    QFETCH(ErrorKind, kind);
    const auto fails = [kind] { return fail(kind, u"store.busy"_s); };
    const auto headAtFive = [](const StreamId&) -> Result<Head> { return Head{5, {}}; };
    const Result<Admitted> withoutHash = admit(oneItemAt(3), Membership(), {headAtFive, [&](const EventRef&) -> Result<std::optional<Hash>> { return fails(); }});
    QVERIFY(!withoutHash);
    QCOMPARE(withoutHash.error().code, u"store.busy"_s);
    const Result<Admitted> withoutHead = admit(oneItemAt(3), Membership(), {[&](const StreamId&) -> Result<Head> { return fails(); }, {}});
    QVERIFY(!withoutHead);
    QCOMPARE(withoutHead.error().code, u"store.busy"_s);
}

void TestAdmission::whatDiffersIsAFork()
{
    const Known known{[](const StreamId&) -> Result<Head> { return Head{5, {}}; }, [](const EventRef&) -> Result<std::optional<Hash>> { return Hash{}; }};
    const Result<Admitted> admitted = admit(oneItemAt(3), Membership(), known);
    QVERIFY(admitted);
    QCOMPARE(admitted->forks, (std::vector<EventRef>{{stream, 3}}));
    QCOMPARE(admitted->refusals.size(), std::size_t(1));
    QCOMPARE(admitted->refusals.front().code, u"stream.forked"_s);
}

void TestAdmission::whatIsNoEventIsRefused()
{
    const Known known{[](const StreamId&) -> Result<Head> { return Head{5, {}}; }, [](const EventRef&) -> Result<std::optional<Hash>> { return std::nullopt; }};
    const Result<Admitted> admitted = admit(oneItemAt(6), Membership(), known);
    QVERIFY(admitted);
    QCOMPARE(admitted->refusals.size(), std::size_t(1));
    QVERIFY(admitted->events.empty());
}

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"
