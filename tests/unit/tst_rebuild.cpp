// SPDX-License-Identifier: GPL-3.0-or-later
// Views built anew in one go are the views that grew act by act, however few records the builder keeps in memory.
#include "core/domain/centre/centre_loader.h"
#include "core/services/command_runner.h"
#include "core/services/rehearsal/rehearsal.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/rebuild.h"
#include "tests/support/view_rows.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().code));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

CentreDefinition shippedCentre()
{
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("dongxihu.json can't be read");
    auto loaded = loadCentre(file.readAll(), u"dongxihu.json"_s);
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().front().where()));
    return std::move(*loaded);
}

} // namespace

class TestRebuild : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameAsGrown_data();
    void sameAsGrown();
};

void TestRebuild::sameAsGrown_data()
{
    QTest::addColumn<int>("recordsAGeneration");
    QTest::newRow("every record is let go at once") << 1;
    QTest::newRow("some are let go while people wait") << 40;
    QTest::newRow("all stay") << 1'000'000;
}

void TestRebuild::sameAsGrown()
{
    QFETCH(const int, recordsAGeneration);
    QTemporaryDir folder;
    SystemRandom random;
    const MasterKey key = MasterKey::generate(random);
    const sqlite::Cipher cipher = sqlite::preferredCipher();
    const StoreAccess access{.paths = {folder.path() + u"/store"_s}, .key = key, .cipher = cipher, .nodeName = u"test"_s, .software = u"test"_s};
    ManualClock clock{Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s)};
    const CentreDefinition centre = shippedCentre();
    const CentreFounded founded{centre.code, centre.name, QString::fromUtf8(toJson(centre)), true};
    CommandRunner runner(must(createStore(access, founded, clock.now(), random)), std::make_shared<const CentreDefinition>(centre), clock);
    std::vector<Session> operators;
    operators.reserve(8);
    for (int at = 0; at < 8; ++at)
        operators.push_back({AccountId::make(clock.now(), random), u"desk%1"_s.arg(at), {}, {u"receptionist"_s, u"roomStaff"_s}, {}});
    const Population population = must(Population::load());
    must(rehearse(runner, clock, centre, population, operators, {.firstDay = QDate(2026, 3, 2), .days = 3, .visitorsPerDay = 120, .seed = 5}, {}));

    // Long after their first visit some people come with another phone number, and one of them once more.
    std::vector<PersonId> people;
    {
        sqlite::Statement select = must(runner.writer().views().database().prepare(u"SELECT person FROM persons ORDER BY person LIMIT 30"_s));
        while (must(select.step()))
            people.emplace_back(select.id(0));
    }
    people.push_back(people.front());
    must(runner.begin());
    for (std::size_t at = 0; at < people.size(); ++at) {
        PersonCorrect correct;
        correct.person = people[at];
        correct.correction.phone = u"1380000%1"_s.arg(int(at), 4, 10, QChar(u'0'));
        must(runner.run(operators.front(), correct));
    }
    must(runner.commit());

    AllSubjectKeys keys = must(AllSubjectKeys::load(runner.writer().journal(), key.derive(KeyPurpose::SubjectWrapping)));
    const auto options = [&] { return sqlite::OpenOptions{.key = {cipher, key.derive(KeyPurpose::ViewsFile)}}; };
    ViewsStore built = must(rebuildViews(runner.writer().journal(), keys, folder.path() + u"/built.db"_s, options, {}, std::size_t(recordsAGeneration)));
    const QStringList grown = rowsOf(runner.writer().views());
    const QStringList anew = rowsOf(built);
    QVERIFY(grown.size() > 3'000);
    QCOMPARE(anew.size(), grown.size());
    for (qsizetype at = 0; at < grown.size(); ++at)
        QCOMPARE(anew[at], grown[at]);

    // The third way: some events at a time, as other nodes' work is shown.
    JournalStore journal = must(JournalStore::open(access.paths.journal(), {.key = {cipher, key.derive(KeyPurpose::JournalFile)}}));
    ViewsStore empty = must(ViewsStore::open(folder.path() + u"/shown.db"_s, options()));
    const std::unique_ptr<Writer> writer = must(Writer::create(std::move(journal), std::move(empty), key.derive(KeyPurpose::SubjectWrapping),
                                                               runner.writer().stream(), random));
    int times = 0;
    for (; writer->viewsAreBehind(); ++times)
        must(writer->catchUpSome(700));
    QVERIFY(times > 3);
    const QStringList shown = rowsOf(writer->views());
    QCOMPARE(shown.size(), grown.size());
    for (qsizetype at = 0; at < grown.size(); ++at)
        QCOMPARE(shown[at], grown[at]);
}

QTEST_GUILESS_MAIN(TestRebuild)
#include "tst_rebuild.moc"
