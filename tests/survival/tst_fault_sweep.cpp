// SPDX-License-Identifier: GPL-3.0-or-later
// Every call on a file that a piece of work makes fails once, with an error of the disk and with a full one, and every piece of memory that SQLite
// asks for is refused once: the work says so clearly or goes on without it, and what was acknowledged stands when the store is opened
// again, which works and verifies. And the power goes after every sync, with what was not synced gone or torn: the same holds.
// Without ONEDOOR_SOAK=1 a sample of the places, which ONEDOOR_SEED chooses. Memory of Qt and of C++ is left out: they end the program by design.
#include "tests/survival/fault_disk.h"
#include "tests/survival/sweep_memory.h"
#include "tests/survival/sweep_scripts.h"

#include <QElapsedTimer>
#include <QTest>
#include <cerrno>

using namespace onedoor;
using namespace onedoor::sweep;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shown = 20; ///< faults of one piece of work

} // namespace

class TestFaultSweep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyCallFailsOnce_data() { names(); }
    void everyCallFailsOnce();
    void thePowerGoesAfterEverySync_data() { names(); }
    void thePowerGoesAfterEverySync();
    void whoDoesNotWaitForTheDiskIsFound();
    void memoryIsRefusedOnce_data() { names(); }
    void memoryIsRefusedOnce();

private:
    static void names();
    static const Script& script();
    std::vector<long> placesOf(long all, int sample);
    void note(const QStringList& faults, const QString& where);

    std::unique_ptr<Bases> m_bases;
    std::mt19937_64 m_random;
    bool m_isSoak = qEnvironmentVariableIntValue("ONEDOOR_SOAK") != 0;
    QStringList m_faults;
};

void TestFaultSweep::initTestCase()
{
    const QByteArray seed = qgetenv("ONEDOOR_SEED");
    const std::uint64_t start = seed.isEmpty() ? std::random_device()() : seed.toULongLong();
    qInfo("ONEDOOR_SEED=%llu", qulonglong(start));
    m_random.seed(start);
    m_bases = std::make_unique<Bases>();
}

void TestFaultSweep::names()
{
    QTest::addColumn<int>("at");
    for (std::size_t at = 0; at < scripts().size(); ++at)
        QTest::newRow(scripts()[at].name) << int(at);
}

const Script& TestFaultSweep::script()
{
    const int at = *static_cast<const int*>(QTest::qData("at", QMetaType::Int));
    return scripts()[std::size_t(at)];
}

/// 1 … all, or one in each of `sample` equal parts of them.
std::vector<long> TestFaultSweep::placesOf(long all, int sample)
{
    std::vector<long> places;
    if (m_isSoak || all <= sample) {
        for (long at = 1; at <= all; ++at)
            places.push_back(at);
        return places;
    }
    for (int part = 0; part < sample; ++part) {
        const long first = all * part / sample;
        const long next = all * (part + 1) / sample;
        places.push_back(first + 1 + long(m_random() % std::uint64_t(next - first)));
    }
    return places;
}

void TestFaultSweep::note(const QStringList& faults, const QString& where)
{
    for (const QString& fault : faults)
        m_faults << where + u": "_s + fault;
}

void TestFaultSweep::everyCallFailsOnce()
{
    m_faults.clear();
    Stage clean(*m_bases);
    script().prepare(clean);
    faultdisk::begin(m_bases->workFolder(), 0, 0);
    script().run(clean);
    const long calls = faultdisk::end().calls;
    QVERIFY2(clean.refusals().empty(), qPrintable(clean.refusals().empty() ? QString() : clean.refusals().front().code));
    const QStringList faults = judge(script(), clean, clean.acknowledged());
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QVERIFY(calls > 5);
    int failed = 0;
    int refused = 0;
    for (const long place : placesOf(calls, 12)) {
        for (const int error : {EIO, ENOSPC}) {
            if (!m_isSoak && error == (place % 2 == 0 ? EIO : ENOSPC))
                continue;
            Stage stage(*m_bases);
            script().prepare(stage);
            faultdisk::begin(m_bases->workFolder(), place, error);
            script().run(stage);
            const faultdisk::Ended ended = faultdisk::end();
            failed += ended.failed.isEmpty() ? 0 : 1;
            refused += stage.refusals().empty() ? 0 : 1;
            const QString where = u"call %1 of %2 (%3, %4)"_s.arg(place).arg(calls).arg(QString::fromLocal8Bit(ended.failed), QString::fromLatin1(std::strerror(error)));
            note(judgeRefusals(stage), where);
            note(judge(script(), stage, stage.acknowledged()), where);
        }
    }
    qInfo("%ld calls, %d failed, %d times it was refused", calls, failed, refused);
    QVERIFY(failed > 0);
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.mid(0, shown).join(u'\n')));
}

void TestFaultSweep::thePowerGoesAfterEverySync()
{
    m_faults.clear();
    Stage whole(*m_bases);
    script().prepare(whole);
    faultdisk::beginRecord(m_bases->workFolder());
    whole.whenAcknowledged(&faultdisk::acknowledge);
    script().run(whole);
    const faultdisk::Record record = faultdisk::endRecord();
    QVERIFY(whole.refusals().empty());
    std::vector<std::size_t> syncs;
    for (std::size_t at = 0; at < record.steps().size(); ++at) {
        if (record.steps()[at].kind == faultdisk::Step::Kind::Sync)
            syncs.push_back(at + 1);
    }
    syncs.push_back(record.steps().size());
    const auto after = [&](std::size_t steps, std::mt19937_64* torn, const QString& where) {
        std::size_t acknowledged = 0;
        for (std::size_t at = 0; at < steps; ++at)
            acknowledged += record.steps()[at].kind == faultdisk::Step::Kind::Acknowledged ? 1 : 0;
        record.layOut(steps, m_bases->workFolder(), torn);
        Stage stage(*m_bases);
        stage.takeOver(whole);
        note(judge(script(), stage, acknowledged), where);
    };
    const std::vector<long> places = placesOf(long(syncs.size()), 6);
    const int tears = m_isSoak ? 5 : 1;
    for (const long place : places) {
        const std::size_t sync = std::size_t(place - 1);
        after(syncs[sync], nullptr, u"after sync %1 of %2"_s.arg(place).arg(syncs.size()));
        const std::size_t next = sync + 1 < syncs.size() ? syncs[sync + 1] - 1 : record.steps().size(); // just before the next one
        for (int tear = 0; tear < tears; ++tear)
            after(next, &m_random, u"torn after sync %1 of %2"_s.arg(place).arg(syncs.size()));
    }
    qInfo("%zu syncs, %zu power cuts", syncs.size(), std::size_t(1 + tears) * places.size());
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.mid(0, shown).join(u'\n')));
}

/// Planted: the power cut must show it.
void TestFaultSweep::whoDoesNotWaitForTheDiskIsFound()
{
    const auto pull = std::find_if(scripts().begin(), scripts().end(), [](const Script& each) { return QByteArray(each.name) == "pull from another PC"; });
    QVERIFY(pull != scripts().end());
    Stage whole(*m_bases);
    pull->prepare(whole);
    whole.becomeCareless();
    faultdisk::beginRecord(m_bases->workFolder());
    std::size_t steps = 0;
    whole.whenAcknowledged([&](int number) { faultdisk::acknowledge(number); });
    pull->run(whole);
    const faultdisk::Record record = faultdisk::endRecord();
    for (std::size_t at = 0; at < record.steps().size() && steps == 0; ++at) {
        if (record.steps()[at].kind == faultdisk::Step::Kind::Acknowledged)
            steps = at + 1;
    }
    record.layOut(steps, m_bases->workFolder(), nullptr);
    Stage stage(*m_bases);
    stage.takeOver(whole);
    const QStringList faults = judge(*pull, stage, 1);
    QVERIFY2(faults.size() == 1 && faults.front().startsWith(u"lost: "_s), qPrintable(faults.join(u'\n')));
}

void TestFaultSweep::memoryIsRefusedOnce()
{
    m_faults.clear();
    Stage clean(*m_bases);
    script().prepare(clean);
    memory::begin(0);
    script().run(clean);
    const long pieces = memory::end().pieces;
    constexpr int inSoak = 400;
    std::vector<long> places;
    for (int part = 0; part < (m_isSoak ? inSoak : 6) && pieces > 0; ++part)
        places.push_back(1 + long(m_random() % std::uint64_t(pieces)));
    int refused = 0;
    for (const long place : places) {
        Stage stage(*m_bases);
        script().prepare(stage);
        memory::begin(place);
        script().run(stage);
        (void)memory::end();
        refused += stage.refusals().empty() ? 0 : 1;
        const QString where = u"piece %1 of %2"_s.arg(place).arg(pieces);
        note(judge(script(), stage, stage.acknowledged()), where);
    }
    qInfo("%ld pieces of memory, %zu refused, %d times the work was", pieces, places.size(), refused);
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.mid(0, shown).join(u'\n')));
}

int main(int argc, char** argv)
{
    memory::install(); // before SQLite is used at all
    const QCoreApplication application(argc, argv);
    TestFaultSweep test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_fault_sweep.moc"
