// SPDX-License-Identifier: GPL-3.0-or-later
// What passes from storing to showing in memory: events on their way, and records that were folded lately.
#include "core/store/arrived_events.h"
#include "core/store/recent_records.h"

#include <QTest>

using namespace onedoor;

namespace {

std::vector<ArrivedEvent> events(std::int64_t first, std::int64_t last, qsizetype bytes = 1)
{
    std::vector<ArrivedEvent> made;
    for (std::int64_t arrival = first; arrival <= last; ++arrival)
        made.push_back({arrival, {}, QByteArray(bytes, 'e')});
    return made;
}

std::vector<std::int64_t> arrivals(const std::vector<ArrivedEvent>& taken)
{
    std::vector<std::int64_t> numbers;
    for (const ArrivedEvent& each : taken)
        numbers.push_back(each.arrival);
    return numbers;
}

using Numbers = std::vector<std::int64_t>;

RawId record(int number)
{
    RawId id;
    id.bytes[14] = static_cast<unsigned char>(number >> 8);
    id.bytes[15] = static_cast<unsigned char>(number);
    return id;
}

} // namespace

class TestArrivedEvents : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesWhatFollows();
    void neverPassesAGap();
    void forgetsWhatTheJournalGave();
    void isBounded();
    void letsGoOfWhatNobodyAsksFor();
};

void TestArrivedEvents::givesWhatFollows()
{
    ArrivedEvents arrived;
    arrived.add(events(4, 9));
    QCOMPARE(arrivals(arrived.takeAfter(3, 8, 2)), (Numbers{4, 5}));
    QCOMPARE(arrivals(arrived.takeAfter(5, 8, 10)), (Numbers{6, 7, 8})); // 9 is beyond the moment that is looked at
    QCOMPARE(arrivals(arrived.takeAfter(8, 9, 10)), (Numbers{9}));
    QVERIFY(arrived.takeAfter(9, 20, 10).empty());
    arrived.add(events(10, 11));
    arrived.clear();
    QVERIFY(arrived.takeAfter(9, 20, 10).empty());
}

void TestArrivedEvents::neverPassesAGap()
{
    ArrivedEvents arrived;
    arrived.add(events(4, 5));
    arrived.add(events(8, 9));
    QVERIFY(arrived.takeAfter(2, 20, 10).empty());
    QCOMPARE(arrivals(arrived.takeAfter(3, 20, 10)), (Numbers{4, 5}));
    QVERIFY(arrived.takeAfter(5, 20, 10).empty());
    QCOMPARE(arrivals(arrived.takeAfter(7, 20, 10)), (Numbers{8, 9}));
}

void TestArrivedEvents::forgetsWhatTheJournalGave()
{
    ArrivedEvents arrived;
    arrived.add(events(4, 9));
    QCOMPARE(arrivals(arrived.takeAfter(6, 20, 10)), (Numbers{7, 8, 9}));
    arrived.add(events(10, 12));
    QVERIFY(arrived.takeAfter(12, 20, 10).empty());
    QVERIFY(arrived.takeAfter(9, 20, 10).empty());
}

void TestArrivedEvents::isBounded()
{
    constexpr qsizetype large = 1 << 20;
    ArrivedEvents arrived;
    arrived.add(events(1, 100, large));
    const Numbers kept = arrivals(arrived.takeAfter(0, 100, 100));
    QCOMPARE(kept.size(), std::size_t(16));
    arrived.add(events(17, 20, large)); // there is room again
    QCOMPARE(arrivals(arrived.takeAfter(16, 100, 100)), (Numbers{17, 18, 19, 20}));
}

void TestArrivedEvents::letsGoOfWhatNobodyAsksFor()
{
    constexpr int many = 6'000;
    RecentRecords records;
    for (int generation = 0; generation < 4; ++generation) {
        for (int each = 1; each <= many; ++each)
            records.keep(record(generation * many + each), {}).heads = {EventRef{{}, std::uint64_t(each)}};
        QVERIFY(generation == 0 || records.find(record(1)) != nullptr); // asked for in each: it stays
        records.letGo();
    }
    const FoldedRecord* asked = records.find(record(1));
    QVERIFY(asked != nullptr);
    QCOMPARE(asked->heads.front().sequence, std::uint64_t(1));
    QVERIFY(records.find(record(2)) == nullptr);
    QVERIFY(records.find(record(4 * many)) != nullptr);
    records.clear();
    QVERIFY(records.find(record(1)) == nullptr);
}

QTEST_APPLESS_MAIN(TestArrivedEvents)
#include "tst_arrived_events.moc"
