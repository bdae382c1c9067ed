// SPDX-License-Identifier: GPL-3.0-or-later
// The windows under real keys: pages by role, F1, locking and coming back, other operators, languages, more windows, one program a store.
#include "app/desk/single_instance.h"
#include "tests/gui/desk_bench.h"
#include "core/services/api/counter.h"
#include "core/services/api/reception.h"
#include "ui/models/today_model.h"
#include "ui/pages/history/history_panel.h"
#include "ui/pages/reception/disclosure.h"
#include "ui/pages/reception/past_visits_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/side_rail.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/help/page_help.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/toast.h"

#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTimer>
#include <algorithm>
#include <thread>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestShell : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void rolesDecideWhichPagesThereAre_data();
    void rolesDecideWhichPagesThereAre();
    void keysTurnPages();
    void f1ListsTheKeys();
    void sameOperatorFindsTheirPage();
    void anotherOperatorFindsANewOne();
    void frameIsDeafBehindTheGate();
    void languageChangesEveryWindow();
    void toolkitSpeaksChinese();
    void textSizeIsChosenAndRemembered();
    void pagesFitAtLargeType_data();
    void pagesFitAtLargeType();
    void newWindowByKey();
    void hallDisplayOutlivesTheLock();
    void typedFormSurvivesTheLanguage();
    void typedFormWaitsForItsOperator();
    void hallDisplayFollowsTheLanguage();
    void hallDisplayMayShrink();
    void counterShowsTheWholeHistory();
    void pageKeysWorkFromHeaderAndRail();
    void focusComesBackToThePage();
    void sheetKeepsThePageDeaf();
    void lastWindowAsksBeforeTextIsLost();
    void lastWindowAsksNothingWhenAFormIsKept();
    void questionGoesWhenTheDeskLocks();
    void anotherOperatorReadsWhatBecameOfTheKey_data();
    void anotherOperatorReadsWhatBecameOfTheKey();
    void secondStartAsksTheFirst();

private:
    void typeForm();
    void keepNothing();
    QString keptForm() const;
    MainWindow* window() const { return m_desk->windows().constFirst(); }
    bool signIn(const QString& login, const QString& secret);
    void start();

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<Desk> m_desk;
    StoreEntry m_store;
};

void TestShell::init()
{
    m_bench = std::make_unique<DeskBench>();
    m_store = m_bench->found().store;
    DeskBench::addAccount(m_store, u"wang.fang"_s, u"王芳"_s, u"receptionist"_s, u"730512"_s);
    m_desk = std::make_unique<Desk>(m_bench->parts());
}

void TestShell::cleanup()
{
    m_desk.reset();
    m_store = {};
    m_bench.reset();
}

void TestShell::start()
{
    m_desk->startWork(m_store, m_bench->folder());
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
}

bool TestShell::signIn(const QString& login, const QString& secret)
{
    if (!QTest::qWaitFor([] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()); }))
        return false;
    auto* field = named<QLineEdit>(window()->gate(), u"Login"_s);
    field->setText(login);
    auto* secretField = named<QLineEdit>(window()->gate(), u"Password or PIN"_s);
    secretField->setFocus();
    QTest::keyClicks(secretField, secret);
    QTest::keyClick(secretField, Qt::Key_Return);
    return QTest::qWaitFor([this] { return !m_desk->isLocked(); }, 30'000);
}

void TestShell::rolesDecideWhichPagesThereAre_data()
{
    QTest::addColumn<QStringList>("roles");
    QTest::addColumn<QStringList>("pages");
    QTest::newRow("administrator") << QStringList{u"administrator"_s} << QStringList{u"reception"_s, u"counter"_s, u"board"_s, u"appointments"_s, u"past"_s, u"centre"_s, u"personalData"_s, u"conflicts"_s, u"nodes"_s, u"accounts"_s};
    QTest::newRow("receptionist") << QStringList{u"receptionist"_s} << QStringList{u"reception"_s, u"counter"_s, u"appointments"_s};
    QTest::newRow("room staff") << QStringList{u"roomStaff"_s} << QStringList{u"counter"_s};
    QTest::newRow("duty lead") << QStringList{u"dutyLead"_s} << QStringList{u"reception"_s, u"counter"_s, u"board"_s, u"appointments"_s, u"past"_s};
    QTest::newRow("nobody") << QStringList{} << QStringList{};
}

void TestShell::rolesDecideWhichPagesThereAre()
{
    QFETCH(QStringList, roles);
    QFETCH(QStringList, pages);
    m_store.session.roles = roles;
    start();
    QCOMPARE(window()->frame()->pageKeys(), pages);
}

void TestShell::keysTurnPages()
{
    start();
    QTest::keyClick(window(), Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(window()->frame()->currentPage(), u"accounts"_s);
    QVERIFY(window()->windowTitle().startsWith(u"Accounts"_s));
    QTest::keyClick(window(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window()->frame()->currentPage(), u"reception"_s);
}

void TestShell::f1ListsTheKeys()
{
    start();
    QTest::keyClick(window(), Qt::Key_F1);
    QVERIFY(window()->frame()->help()->isOpen());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!window()->frame()->help()->isOpen());
}

void TestShell::sameOperatorFindsTheirPage()
{
    start();
    QTest::keyClick(window(), Qt::Key_9, Qt::ControlModifier);
    const QPointer<WorkFrame> frame = window()->frame();
    QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_desk->isLocked());
    QVERIFY(!frame->isVisible());
    QVERIFY(signIn(u"chen.jing"_s, u"open sesame 7"_s));
    QCOMPARE(window()->frame(), frame);
    QVERIFY(frame->isVisible());
    QVERIFY(frame->isEnabled());
    QCOMPARE(frame->currentPage(), u"accounts"_s);
}

void TestShell::anotherOperatorFindsANewOne()
{
    start();
    const QPointer<WorkFrame> frame = window()->frame();
    m_desk->lock();
    QVERIFY(signIn(u"wang.fang"_s, u"730512"_s));
    QTRY_VERIFY(!frame);
    QCOMPARE(window()->frame()->store().session.login, u"wang.fang"_s);
    QVERIFY(!window()->frame()->pageKeys().contains(u"accounts"_s));
}

void TestShell::frameIsDeafBehindTheGate()
{
    start();
    const QString page = window()->frame()->currentPage();
    m_desk->lock();
    QTest::keyClick(window(), Qt::Key_9, Qt::ControlModifier);
    QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window()->frame()->currentPage(), page);
    QCOMPARE(m_desk->windows().size(), 1);
}

void TestShell::languageChangesEveryWindow()
{
    start();
    m_desk->openWindow(u"accounts"_s);
    QVERIFY(m_desk->windows().at(1)->windowTitle().startsWith(u"Accounts"_s));
    QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(m_bench->language.current(), u"zh_CN"_s);
    QVERIFY(m_desk->windows().at(1)->windowTitle().startsWith(u"账号"_s));
    QCOMPARE(m_bench->preferences.language(), u"zh_CN"_s);
}

void TestShell::toolkitSpeaksChinese()
{
    bool there = false;
    for (const QString& folder : Language::toolkitFolders())
        there = there || QFile::exists(folder + u"/qtbase_zh_CN.qm"_s);
    if (!there)
        QSKIP("Qt's own translations are not installed (qt6-translations-l10n)");
    m_bench->language.set(u"zh_CN"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
    QLineEdit line;
    QStringList words;
    const std::unique_ptr<QMenu> menu(line.createStandardContextMenu());
    for (const QAction* action : menu->actions())
        words.append(action->text());
    QVERIFY2(words.join(u' ').contains(u"复制"_s) && words.join(u' ').contains(u"粘贴"_s), qPrintable(words.join(u' ')));
    m_bench->language.set(u"en"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
}

void TestShell::textSizeIsChosenAndRemembered()
{
    start();
    const int before = window()->frame()->findChild<SideRail*>()->width();
    QTest::keyClick(window()->frame(), Qt::Key_Equal, Qt::ControlModifier);
    QTRY_COMPARE(m_bench->preferences.textScale(), 1.25);
    QCOMPARE(m_bench->theme.textScale(), 1.25);
    QTRY_VERIFY(window()->frame()->findChild<SideRail*>()->width() > before);
    QTest::keyClick(window()->frame(), Qt::Key_Minus, Qt::ControlModifier);
    QTRY_COMPARE(m_bench->preferences.textScale(), 1.0);
    QTest::keyClick(window()->frame(), Qt::Key_Minus, Qt::ControlModifier); // no smaller than that
    QTest::qWait(50);
    QCOMPARE(m_bench->preferences.textScale(), 1.0);
    bool offered = false;
    for (const QAction* action : window()->frame()->findChildren<QAction*>())
        offered = offered || action->text() == u"1&50 %"_s;
    QVERIFY(offered);
}

void TestShell::pagesFitAtLargeType_data()
{
    QTest::addColumn<QString>("language");
    for (const QString& language : {u"en"_s, u"zh_CN"_s})
        QTest::newRow(qPrintable(language)) << language;
}

/// At 150 per cent on a 1366×768 screen no page is moved sideways, and no field is cut at the right.
void TestShell::pagesFitAtLargeType()
{
    QFETCH(QString, language);
    m_bench->language.set(language);
    m_bench->theme.setTextScale(1.5);
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"欧阳建国"_s, .documentKind = DocumentKind::None};
    command.service = u"legalAdvice"_s;
    command.summary = u"咨询"_s;
    DeskBench::outcome(m_store.gateway->send(m_store.session, command));
    start();
    window()->resize(1366, 768);
    const auto fits = [this](const QString& key) {
        QTest::qWait(100);
        const QWidget* page = window()->frame()->page(key);
        QList<const QScrollArea*> areas{qobject_cast<const QScrollArea*>(page->parentWidget()->parentWidget())};
        for (const QScrollArea* area : page->findChildren<QScrollArea*>())
            areas.append(area);
        return std::all_of(areas.begin(), areas.end(), [](const QScrollArea* area) {
            const int wanted = area->widget()->minimumSizeHint().width();
            const bool does = !area->isVisible() || wanted <= area->viewport()->width();
            if (!does)
                qWarning("%s: %d of %d", area->widget()->metaObject()->className(), wanted, area->viewport()->width());
            return does;
        });
    };
    QVERIFY(fits(u"reception"_s));
    auto* today = window()->frame()->page(u"reception"_s)->findChild<DataTable*>();
    QTRY_COMPARE(today->model()->rowCount(), 1);
    today->setFocus(Qt::TabFocusReason); // shows the ticket beside the list
    QVERIFY(fits(u"reception"_s));
    QCOMPARE(today->horizontalScrollBar()->maximum(), 0);
    QVERIFY(today->columnWidth(TodayModel::ServiceColumn) > today->columnWidth(TodayModel::NumberColumn)); // there is something to read
    typeForm();
    QVERIFY(fits(u"reception"_s));
    auto* reception = window()->frame()->page(u"reception"_s);
    for (Disclosure* more : reception->findChildren<Disclosure*>())
        more->setOpen(true);
    QVERIFY(fits(u"reception"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTest::keyClicks(QApplication::focusWidget(), u"ouyang"_s);
    QTest::qWait(500);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    auto* past = reception->findChild<PastVisitsPanel*>();
    QTRY_VERIFY(past->isVisible());
    for (Disclosure* more : reception->findChildren<Disclosure*>())
        more->setOpen(true);
    QVERIFY(fits(u"reception"_s));
    for (const QString& key : {u"counter"_s, u"board"_s, u"past"_s, u"centre"_s, u"personalData"_s, u"conflicts"_s, u"nodes"_s, u"accounts"_s}) {
        QVERIFY(window()->frame()->showPage(key));
        QVERIFY(fits(key));
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(fits(u"accounts"_s)); // a new account's form is the widest
}

void TestShell::newWindowByKey()
{
    start();
    QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_desk->windows().size(), 2);
    QCOMPARE(m_desk->windows().at(1)->frame()->currentPage(), window()->frame()->currentPage());
}

void TestShell::hallDisplayOutlivesTheLock()
{
    start();
    const QPointer<QWidget> hall = m_desk->openHallDisplay();
    QVERIFY(hall);
    m_desk->lock();
    QTest::qWait(50);
    QVERIFY(hall && hall->isVisible());
}

/// A new visitor's form with a summary, not registered.
void TestShell::typeForm()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QPlainTextEdit* summary = nullptr;
    QTRY_VERIFY((summary = window()->findChild<QPlainTextEdit*>()) && summary->isVisible());
    summary->setFocus();
    QTest::keyClicks(summary, u"water from above"_s);
}

/// What Ctrl+Shift+T brings back; empty when nothing is offered.
QString TestShell::keptForm() const
{
    auto* reception = window()->frame()->page(u"reception"_s);
    const auto isOffered = [reception] {
        for (const Banner* banner : reception->findChildren<Banner*>())
            if (banner->isVisible())
                return true;
        return false;
    };
    if (!QTest::qWaitFor(isOffered, 1000))
        return {};
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    const auto* summary = reception->findChild<QPlainTextEdit*>();
    return summary->isVisible() ? summary->toPlainText() : QString();
}

void TestShell::typedFormSurvivesTheLanguage()
{
    start();
    typeForm();
    QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(keptForm(), u"water from above"_s);
}

void TestShell::typedFormWaitsForItsOperator()
{
    start();
    typeForm();
    m_desk->lock();
    QVERIFY(signIn(u"wang.fang"_s, u"730512"_s));
    QTest::qWait(50);
    QCOMPARE(keptForm(), QString()); // it is not hers
    m_desk->lock();
    QVERIFY(signIn(u"chen.jing"_s, u"open sesame 7"_s));
    QCOMPARE(keptForm(), u"water from above"_s);
    QDirIterator files(m_bench->temporary.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains("water from above"));
    }
}

void TestShell::hallDisplayFollowsTheLanguage()
{
    start();
    QWidget* hall = m_desk->openHallDisplay();
    QVERIFY(hall->windowTitle().startsWith(u"Hall display"_s));
    QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    const auto text = [hall] {
        QString all;
        for (const QLabel* label : hall->findChildren<QLabel*>())
            all += label->text() + u'\n';
        return all;
    };
    QTRY_VERIFY2(text().contains(u"最近叫号"_s), qPrintable(text()));
    QVERIFY2(!text().contains(u"Recent"_s), qPrintable(text()));
    QVERIFY(hall->windowTitle().contains(u"大厅"_s));
    QCOMPARE(m_desk->openHallDisplay(), hall);
}

void TestShell::hallDisplayMayShrink()
{
    start();
    QWidget* hall = m_desk->openHallDisplay();
    hall->resize(1920, 1080);
    QTest::qWait(60);
    hall->resize(1366, 768);
    QTest::qWait(60);
    QCOMPARE(hall->size(), QSize(1366, 768));
}

void TestShell::counterShowsTheWholeHistory()
{
    VisitRegister visit;
    visit.newPerson = PersonInput{.name = u"张伟"_s, .documentKind = DocumentKind::None};
    visit.service = u"legalAdvice"_s;
    visit.summary = u"咨询"_s;
    m_store.session.place = u"window6"_s;
    QVERIFY(DeskBench::outcome(m_store.gateway->send(m_store.session, visit)));
    start();
    QTest::keyClick(window(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->isEnabled());
    QTRY_VERIFY(window()->frame()->page(u"counter"_s)->findChild<DataTable*>()->model()->rowCount() == 1);
    QTest::qWait(100);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    QTest::qWait(300);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_H, Qt::ControlModifier);
    HistoryPanel* history = nullptr;
    QTRY_VERIFY((history = window()->findChild<HistoryPanel*>()));
    QTRY_VERIFY(history->isVisible() && history->count() >= 4); // person, visit, matter, ticket, call
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
}

void TestShell::pageKeysWorkFromHeaderAndRail()
{
    start();
    auto* reception = window()->frame()->page(u"reception"_s);
    auto* field = QApplication::focusWidget();
    QVERIFY(reception->isAncestorOf(field));
    const QList<QWidget*> elsewhere{named<QAbstractButton>(window(), u"Operator: 陈静"_s), named<QAbstractButton>(window(), u"Accounts"_s)};
    for (QWidget* outside : elsewhere) {
        QVERIFY(outside && !reception->isAncestorOf(outside));
        outside->setFocus(Qt::TabFocusReason);
        QVERIFY(outside->hasFocus());
        QTest::keyClick(outside, Qt::Key_F3);
        QCOMPARE(QApplication::focusWidget(), field);
    }
    elsewhere.constLast()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(elsewhere.constLast(), Qt::Key_Return);
    QCOMPARE(window()->frame()->currentPage(), u"accounts"_s);
}

void TestShell::focusComesBackToThePage()
{
    start();
    typeForm();
    QWidget* summary = QApplication::focusWidget();
    auto* look = window()->frame()->findChild<QPushButton*>(); // any button with a menu will do
    for (QPushButton* button : window()->frame()->findChildren<QPushButton*>())
        look = button->menu() && button->isVisible() ? button : look;
    QVERIFY(look->menu());
    bool wasShown = false;
    QTimer::singleShot(50, look->menu(), [&wasShown, menu = look->menu()] {
        wasShown = menu->isVisible();
        QTest::keyClick(menu, Qt::Key_Escape);
    });
    QTest::mouseClick(look, Qt::LeftButton); // Qt shows the menu in a loop of its own
    QVERIFY(wasShown && !look->menu()->isVisible());
    QCOMPARE(QApplication::focusWidget(), summary);
    QTest::keyClick(summary, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window()->frame()->currentPage(), u"counter"_s);
    QVERIFY(window()->frame()->page(u"counter"_s)->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), summary);
    auto* action = new QAction(u"do"_s, window());
    Toast* toast = Toast::show(window(), u"done"_s, action);
    QTest::mouseClick(toast->findChild<ActionButton*>(), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), summary);
}

void TestShell::sheetKeepsThePageDeaf()
{
    start();
    QTest::keyClick(window(), Qt::Key_F1);
    QVERIFY(window()->frame()->help()->isOpen());
    QWidget* inSheet = QApplication::focusWidget();
    QTest::keyClick(inSheet, Qt::Key_F3);
    QTest::keyClick(inSheet, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), inSheet);
    QVERIFY(!window()->findChild<QPlainTextEdit*>()->isVisible());
}

/// The folder can't hold what is typed, as on a full disk.
void TestShell::keepNothing()
{
    QFile inTheWay(m_bench->folder() + u"/drafts"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
}

void TestShell::lastWindowAsksNothingWhenAFormIsKept()
{
    start();
    typeForm();
    const QPointer<MainWindow> last = window();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_W, Qt::ControlModifier);
    QTRY_VERIFY(!last || !last->isVisible());
}

void TestShell::lastWindowAsksBeforeTextIsLost()
{
    keepNothing();
    start();
    typeForm();
    QTest::qWait(2 * DraftKeeper::secondMilliseconds);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    m_desk->openWindow();
    const QPointer<MainWindow> first = window();
    QTest::keyClick(first, Qt::Key_W, Qt::ControlModifier); // the form stays with the other window
    QTRY_VERIFY(!first);
    const QPointer<MainWindow> last = window();
    last->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(last));
    QTest::keyClick(last, Qt::Key_W, Qt::ControlModifier);
    QVERIFY(last->isVisible());
    QCOMPARE(qobject_cast<QPushButton*>(QApplication::focusWidget())->text(), u"&Keep working"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(keptForm(), u"water from above"_s);
    QTest::keyClick(last, Qt::Key_W, Qt::ControlModifier); // neither is an open form lost
    QVERIFY(last->isVisible());
    for (QPushButton* button : last->findChildren<QPushButton*>())
        if (button->text() == u"&Discard and quit"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(!last || !last->isVisible());
}

void TestShell::questionGoesWhenTheDeskLocks()
{
    keepNothing();
    start();
    typeForm();
    QTest::qWait(2 * DraftKeeper::secondMilliseconds);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_W, Qt::ControlModifier);
    const auto* question = window()->findChild<Sheet*>(u"discardQuestion"_s);
    QVERIFY(question && question->isOpen());
    m_desk->lock();
    QVERIFY(!question || !question->isOpen());
    QVERIFY(window()->gate()->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(signIn(u"chen.jing"_s, u"open sesame 7"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(keptForm(), u"water from above"_s);
}

void TestShell::anotherOperatorReadsWhatBecameOfTheKey_data()
{
    QTest::addColumn<bool>("right");
    QTest::newRow("the new key holds") << true;
    QTest::newRow("the old key holds") << false;
}

/// The desk locks while the new key is confirmed, and somebody else signs in, whose pages are new.
void TestShell::anotherOperatorReadsWhatBecameOfTheKey()
{
    QFETCH(bool, right);
    DeskBench::addAccount(m_store, u"zhao.min"_s, u"赵敏"_s, u"administrator"_s, u"604815"_s);
    start();
    const auto proposed = DeskBench::outcome(m_bench->door.proposeRecoveryKey(m_store.session, u"open sesame 7"_s));
    QVERIFY(proposed);
    const QStringList groups = proposed->text.split(u'-');
    QStringList typed;
    for (const int group : proposed->asked)
        typed.append(right ? groups.at(group - 1) : u"AAAAA"_s);
    const auto confirmation = m_bench->door.confirmRecoveryKey(typed);
    m_desk->lock();
    QCOMPARE(DeskBench::outcome(confirmation).has_value(), right);
    QVERIFY(signIn(u"zhao.min"_s, u"604815"_s));
    QCOMPARE(window()->frame()->currentPage(), u"accounts"_s);
    const auto sentence = [this] {
        for (const Banner* banner : window()->frame()->findChildren<Banner*>())
            if (banner->isVisible())
                return banner->accessibleName();
        return QString();
    };
    QTRY_VERIFY(sentence().startsWith(right ? u"The new recovery key is proven and valid"_s : u"The recovery key was not replaced"_s));
    QVERIFY(!m_bench->door.unreadConfirmation());
    m_desk->lock();
    QVERIFY(signIn(u"chen.jing"_s, u"open sesame 7"_s));
    QCOMPARE(window()->frame()->currentPage(), u"accounts"_s); // where the window stood; the news is told once
    QVERIFY(sentence().isEmpty());
}

void TestShell::secondStartAsksTheFirst()
{
    start();
    SingleInstance first;
    first.answerFor(m_bench->folder());
    QSignalSpy wanted(&first, &SingleInstance::windowWanted);
    std::atomic<int> answered{-1};
    std::thread second([&, folder = m_bench->folder()] { answered = SingleInstance::askOther(folder) ? 1 : 0; });
    QTRY_VERIFY(answered >= 0);
    second.join();
    QCOMPARE(answered.load(), 1);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!SingleInstance::askOther(m_bench->temporary.path()));
}

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
