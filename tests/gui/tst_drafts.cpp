// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that were begun when the program was killed: they are offered to who typed them, and only to them, and not when their visit was
// registered after all. A killed program is a copy of its store's folder while it runs.
#include "core/services/api/erasure.h"
#include "core/services/api/reception.h"
#include "tests/gui/desk_bench.h"
#include "ui/pages/reception/draft_bytes.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/card.h"
#include "ui/widgets/toast.h"

#include <QDir>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestDrafts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyFieldComesThroughBytes();
    void bytesOfOthersGiveNothing_data();
    void bytesOfOthersGiveNothing();
    void killedProgramOffersTheForm();
    void endedProgramOffersTheForm();
    void registeredVisitIsNotOfferedAgain();
    void whoeverWasHereBeforeIsAskedForAnew();
    void formsOfOthersOutliveAnErasure();
    void discardedFormStaysAway();
    void discardingCanBeUndone();

private:
    void openForm();
    void type();
    VisitReply registerSomebody(const QString& name);
    /// What a program finds that starts after this one was killed now.
    void startAfterKill();
    QWidget* reception() const { return m_desk->windows().constFirst()->frame()->page(u"reception"_s); }
    Banner* offer() const;
    bool isKept() const { return !QDir(m_bench->folder() + u"/drafts"_s).isEmpty(); }
    void bringBack();
    void press(const QString& button);

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<DiskStoreDoor> m_secondDoor;
    std::unique_ptr<Desk> m_desk;
    StoreEntry m_store;
};

void TestDrafts::init()
{
    m_bench = std::make_unique<DeskBench>();
    m_store = m_bench->found().store;
    m_desk = std::make_unique<Desk>(m_bench->parts());
    m_desk->startWork(m_store, m_bench->folder());
    QVERIFY(QTest::qWaitForWindowActive(m_desk->windows().constFirst()));
}

void TestDrafts::cleanup()
{
    m_desk.reset();
    m_store = {};
    m_secondDoor.reset();
    m_bench.reset();
}

void TestDrafts::openForm()
{
    QTRY_VERIFY(QApplication::focusWidget());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(reception()->findChild<QPlainTextEdit*>()->isVisible());
}

void TestDrafts::type()
{
    auto* summary = reception()->findChild<QPlainTextEdit*>();
    summary->setFocus();
    QTest::keyClicks(summary, u"water from above"_s);
    QTRY_VERIFY(isKept());
}

VisitReply TestDrafts::registerSomebody(const QString& name)
{
    VisitRegister visit;
    visit.newPerson = PersonInput{.name = name, .documentKind = DocumentKind::None, .phone = u"13800000001"_s};
    visit.service = u"legalAdvice"_s;
    visit.summary = u"water from above"_s;
    return *DeskBench::outcome(m_store.gateway->send(m_store.session, visit));
}

void TestDrafts::startAfterKill()
{
    const QString copy = m_bench->temporary.filePath(u"killed"_s);
    QVERIFY(QDir().mkpath(copy + u"/drafts"_s));
    for (const QString& folder : {QString(), u"/drafts"_s}) {
        const QFileInfoList files = QDir(m_bench->folder() + folder).entryInfoList(QDir::Files);
        for (const QFileInfo& file : files)
            QVERIFY(file.fileName() == u"store.lock"_s || QFile::copy(file.filePath(), copy + folder + u'/' + file.fileName()));
    }
    m_desk.reset();
    m_secondDoor = m_bench->makeDoor();
    const auto entry = DeskBench::outcome(m_secondDoor->open(copy, u"chen.jing"_s, u"open sesame 7"_s));
    QVERIFY2(entry, entry ? "" : qPrintable(entry.error().code));
    m_store = *entry;
    const ShellParts old = m_bench->parts();
    m_desk = std::make_unique<Desk>(ShellParts{old.theme, old.language, old.preferences, *m_secondDoor, old.clock, old.random, old.printer, m_secondDoor->network()});
    m_desk->startWork(m_store, copy);
    QVERIFY(QTest::qWaitForWindowActive(m_desk->windows().constFirst()));
}

Banner* TestDrafts::offer() const
{
    for (Banner* banner : reception()->findChildren<Banner*>())
        if (banner->isVisible())
            return banner;
    return nullptr;
}

void TestDrafts::bringBack()
{
    QTRY_VERIFY(offer());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(reception()->findChild<QPlainTextEdit*>()->isVisible());
    QCOMPARE(reception()->findChild<QPlainTextEdit*>()->toPlainText(), u"water from above"_s);
}

void TestDrafts::press(const QString& button)
{
    const auto buttons = m_desk->windows().constFirst()->findChildren<QPushButton*>();
    for (QPushButton* each : buttons) {
        if (each->isVisible() && each->text() == button) {
            QTest::mouseClick(each, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(u"no button "_s + button));
}

void TestDrafts::everyFieldComesThroughBytes()
{
    VisitDraft draft;
    draft.begunAt = Instant{1'772'413'200'000};
    PersonEntry& person = draft.person;
    person = {.name = u"李\n小红"_s, .documentKind = DocumentKind::Passport, .documentNumber = u"E1"_s, .sex = Sex::Female, .birth = u"1985-13"_s,
              .phone = u"138"_s, .address = u"金银湖"_s, .regionCode = u"420199"_s, .ethnicGroup = u"汉族"_s, .workUnit = u"厂"_s, .occupation = u"工人"_s};
    draft.matter = {.summary = u"a\nb"_s, .claim = u"c"_s, .problemPlace = u"d"_s, .problemDate = u"e"_s, .respondent = u"f"_s, .materials = u"g"_s,
                    .pendingElsewhere = PendingElsewhere::Court, .service = u"h"_s, .priority = u"i"_s, .headcount = 4, .urgent = true, .threat = true, .confidential = true};
    VisitDraft returning = draft;
    returning.returning = PersonDetails{.person = PersonId(RawId::named("somebody")), .known = {.name = u"李小红"_s, .phone = u"13800000001"_s}, .visits = {}};
    const std::vector<KeptDraft> kept = draftsIn(bytesOf({draft, returning}));
    QCOMPARE(kept.size(), std::size_t(2));
    for (const KeptDraft& each : kept) {
        QVERIFY(each.draft.person == person);
        QVERIFY(each.draft.matter == draft.matter);
        QCOMPARE(each.draft.begunAt, draft.begunAt);
    }
    QVERIFY(kept[0].person.isNull());
    QCOMPARE(kept[1].person, returning.returning->person);
    QVERIFY(PersonEntry::from(kept[1].known) == PersonEntry::from(returning.returning->known));
    QVERIFY(bytesOf({}).isEmpty());
}

void TestDrafts::bytesOfOthersGiveNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"drafts\": [");
    QTest::newRow("a list") << QByteArray("[1, 2]");
    QTest::newRow("no list") << QByteArray("{\"drafts\": 7}");
    QTest::newRow("nobody's id") << QByteArray("{\"drafts\": [{\"returning\": {\"id\": \"zz\", \"known\": {}}}]}");
    QTest::newRow("unknown in what was known") << QByteArray("{\"drafts\": [{\"returning\": {\"id\": \"00000000000000000000000000000001\", \"known\": {\"x\": 1}}}]}");
}

void TestDrafts::bytesOfOthersGiveNothing()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(draftsIn(bytes).empty());
}

void TestDrafts::killedProgramOffersTheForm()
{
    openForm();
    type();
    startAfterKill();
    bringBack();
}

void TestDrafts::endedProgramOffersTheForm()
{
    openForm();
    auto* summary = reception()->findChild<QPlainTextEdit*>();
    summary->setFocus();
    QTest::keyClicks(summary, u"water from above"_s);
    m_desk.reset(); // within the second
    m_desk = std::make_unique<Desk>(m_bench->parts());
    m_desk->startWork(m_store, m_bench->folder());
    QVERIFY(QTest::qWaitForWindowActive(m_desk->windows().constFirst()));
    bringBack();
}

void TestDrafts::registeredVisitIsNotOfferedAgain()
{
    openForm();
    named<QLineEdit>(reception(), u"Name"_s)->setText(u"李小红"_s);
    type();
    QTest::qWait(2 * DraftKeeper::secondMilliseconds); // the name too
    registerSomebody(u"李小红"_s);
    startAfterKill();
    QVERIFY(!QTest::qWaitFor([this] { return offer() != nullptr; }, 2 * DraftKeeper::secondMilliseconds));
}

void TestDrafts::whoeverWasHereBeforeIsAskedForAnew()
{
    const VisitReply visit = registerSomebody(u"李小红"_s);
    auto* lookup = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(lookup);
    QTest::keyClicks(lookup, u"lixiaohong"_s);
    QTest::qWait(500);
    QTest::keyClick(lookup, Qt::Key_Return);
    QTRY_VERIFY(reception()->findChild<QPlainTextEdit*>()->isVisible());
    auto* summary = reception()->findChild<QPlainTextEdit*>();
    summary->setFocus();
    summary->clear();
    QTest::keyClicks(summary, u"water from above"_s);
    named<QLineEdit>(reception(), u"Address"_s)->setText(u"typed"_s);
    QTest::qWait(2 * DraftKeeper::secondMilliseconds);
    PersonCorrect elsewhere{.person = visit.person, .correction = {}};
    elsewhere.correction.phone = u"13800000002"_s;
    QVERIFY(DeskBench::outcome(m_store.gateway->send(m_store.session, elsewhere)));
    // As the second that the program had no more: what it had kept before the correction.
    startAfterKill();
    bringBack();
    QCOMPARE(named<QLineEdit>(reception(), u"Name"_s)->text(), u"李小红"_s);
    QCOMPARE(named<QLineEdit>(reception(), u"Address"_s)->text(), u"typed"_s);
    QCOMPARE(named<QLineEdit>(reception(), u"Telephone"_s)->text().remove(u' '), u"13800000002"_s);
}

void TestDrafts::formsOfOthersOutliveAnErasure()
{
    openForm();
    type();
    PersonRegister other{PersonInput{.name = u"欧阳试忘"_s, .documentKind = DocumentKind::None}};
    const PersonId person = DeskBench::outcome(m_store.gateway->send(m_store.session, other))->person;
    QTest::qWait(2 * DraftKeeper::secondMilliseconds);
    const QString file = QDir(m_bench->folder() + u"/drafts"_s).entryInfoList(QDir::Files).constFirst().filePath();
    QFile kept(file);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    const QByteArray before = kept.readAll();
    QVERIFY(DeskBench::outcome(m_store.gateway->send(m_store.session, PersonErase{person, ErasureReason::ConsentWithdrawn, u"欧阳试忘"_s})));
    // Thrown away with all others, and, as it speaks of somebody else, written anew.
    QTRY_VERIFY(QFile::exists(file));
    QTest::qWait(2 * DraftKeeper::secondMilliseconds);
    QFile now(file);
    QVERIFY(now.open(QIODevice::ReadOnly));
    QVERIFY(now.readAll() != before);
    startAfterKill();
    bringBack();
}

void TestDrafts::discardedFormStaysAway()
{
    openForm();
    type();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(offer());
    press(u"&Discard"_s);
    QVERIFY(!offer());
    QTRY_VERIFY(!isKept());
    startAfterKill();
    QVERIFY(!QTest::qWaitFor([this] { return offer() != nullptr; }, DraftKeeper::secondMilliseconds));
}

void TestDrafts::discardingCanBeUndone()
{
    openForm();
    type();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(offer());
    press(u"&Discard"_s);
    press(u"Undo"_s);
    bringBack();
}

QTEST_MAIN(TestDrafts)
#include "tst_drafts.moc"
