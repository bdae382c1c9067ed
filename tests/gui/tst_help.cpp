// SPDX-License-Identifier: GPL-3.0-or-later
// F1 under real keys: each page has help in both languages, it names only keys that work there, and a first-timer finds the way back.
#include "tests/gui/desk_bench.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page_catalogue.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/help/help_text.h"
#include "ui/widgets/help/help_view.h"
#include "ui/widgets/help/page_help.h"
#include "ui/widgets/key_map.h"

#include <QRadioButton>
#include <QRegularExpression>
#include <QTextBlock>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestHelp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyPageHasHelp_data();
    void everyPageHasHelp();
    void languagesSayTheSame_data();
    void languagesSayTheSame();
    void helpNamesOnlyKeysThatWork_data();
    void helpNamesOnlyKeysThatWork();
    void f1AndEscComeAndGo();
    void helpFollowsThePage();
    void arrowsReachTheFirstSteps();
    void firstStepsAreLarge();
    void helpAtTheGate();
    void panelIsAsWideAsTheTypeAsks();

private:
    MainWindow* window() const { return m_desk->windows().constFirst(); }
    PageHelp* help() const { return window()->frame()->help(); }
    HelpView* shown() const;
    void start();

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<Desk> m_desk;
    StoreEntry m_store;
};

void TestHelp::init()
{
    m_bench = std::make_unique<DeskBench>();
    m_store = m_bench->found().store;
    m_desk = std::make_unique<Desk>(m_bench->parts());
}

void TestHelp::cleanup()
{
    m_desk.reset();
    m_store = {};
    m_bench.reset();
}

void TestHelp::start()
{
    m_desk->startWork(m_store, m_bench->folder());
    window()->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window()));
}

HelpView* TestHelp::shown() const
{
    const auto views = window()->findChildren<HelpView*>();
    for (HelpView* view : views)
        if (view->isVisibleTo(window()))
            return view;
    return nullptr;
}

void TestHelp::everyPageHasHelp_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("page");
    for (const QString& language : {u"zh_CN"_s, u"en"_s}) {
        QStringList keys{u"signin"_s, u"welcome"_s, QString::fromLatin1(firstStepsKey)};
        for (const PageKind& kind : pageKinds())
            keys << kind.key;
        for (const QString& key : std::as_const(keys))
            QTest::addRow("%s %s", qPrintable(language), qPrintable(key)) << language << key;
    }
}

void TestHelp::everyPageHasHelp()
{
    QFETCH(QString, language);
    QFETCH(QString, page);
    m_bench->language.set(language);
    QVERIFY(hasHelp(page));
    QVERIFY(helpText(page).startsWith(u"## "_s));
    QVERIFY(!hasHelp(page + u"x"_s));
}

void TestHelp::languagesSayTheSame_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("first steps") << QString::fromLatin1(firstStepsKey);
    for (const PageKind& kind : pageKinds())
        QTest::newRow(qPrintable(kind.key)) << kind.key;
}

void TestHelp::languagesSayTheSame()
{
    QFETCH(QString, page);
    const auto shape = [&](const QString& language) {
        m_bench->language.set(language);
        QString text = helpText(page);
        const auto headings = text.count(u"## "_s);
        QList<QKeySequence> keys = keysNamedIn(page);
        std::sort(keys.begin(), keys.end());
        return std::pair(headings, keys);
    };
    QCOMPARE(shape(u"zh_CN"_s), shape(u"en"_s));
}

void TestHelp::helpNamesOnlyKeysThatWork_data()
{
    QTest::addColumn<QString>("page");
    for (const PageKind& kind : pageKinds())
        QTest::newRow(qPrintable(kind.key)) << kind.key;
}

void TestHelp::helpNamesOnlyKeysThatWork()
{
    QFETCH(QString, page);
    start();
    QVERIFY(window()->frame()->showPage(page));
    if (page == u"centre"_s) // its form comes in a sheet
        QTest::keyClick(window(), Qt::Key_N, Qt::ControlModifier);
    QList<QKeySequence> bound{Qt::Key_Tab, QKeySequence(u"Enter"_s), Qt::Key_Escape};
    for (const QAction* action : window()->findChildren<QAction*>())
        bound << action->shortcuts();
    for (const QAbstractButton* button : window()->findChildren<QAbstractButton*>())
        bound << button->shortcut();
    const QList<QKeySequence> named = keysNamedIn(page);
    QVERIFY(!named.isEmpty());
    for (const QKeySequence& keys : named)
        QVERIFY2(bound.contains(keys), qPrintable(keys.toString()));
}

void TestHelp::f1AndEscComeAndGo()
{
    start();
    QWidget* before = QApplication::focusWidget();
    QTest::keyClick(window(), Qt::Key_F1);
    QVERIFY(help()->isOpen());
    QCOMPARE(help()->panel()->part(), HelpPanel::Part::Page);
    QVERIFY(shown()->toPlainText().contains(u"Register who comes in"_s));
    QVERIFY(!shown()->toPlainText().contains(u'`'));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!help()->isOpen());
    QCOMPARE(QApplication::focusWidget(), before);
    QTest::keyClick(window(), Qt::Key_F1);
    QTest::keyClick(window(), Qt::Key_F1);
    QVERIFY(!help()->isOpen());
}

void TestHelp::helpFollowsThePage()
{
    start();
    QTest::keyClick(window(), Qt::Key_F1);
    QVERIFY(window()->frame()->showPage(u"counter"_s));
    QVERIFY(shown()->toPlainText().contains(u"Call visitors, serve them"_s));
}

void TestHelp::arrowsReachTheFirstSteps()
{
    start();
    QTest::keyClick(window(), Qt::Key_F1);
    QVERIFY(qobject_cast<QRadioButton*>(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(help()->panel()->part(), HelpPanel::Part::Keys);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(help()->panel()->part(), HelpPanel::Part::FirstSteps);
    QVERIFY(shown()->toPlainText().contains(u"Step 1"_s));
    // The next Tab stop is the text, which the keyboard scrolls.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), shown());
    QTest::keyClick(shown(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(help()->isOpen());
}

void TestHelp::firstStepsAreLarge()
{
    start();
    help()->open(HelpPanel::Part::Page);
    const int usual = shown()->document()->defaultFont().pixelSize();
    help()->open(HelpPanel::Part::FirstSteps);
    const int large = shown()->document()->defaultFont().pixelSize();
    QCOMPARE(usual, scaled(basePixels(Type::Body)));
    QVERIFY(large * 10 >= usual * 14);
    for (QTextBlock block = shown()->document()->begin(); block.isValid(); block = block.next())
        QVERIFY(block.blockFormat().lineHeight() >= 150); // UX rule 19
}

void TestHelp::helpAtTheGate()
{
    start();
    m_desk->lock();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window(), Qt::Key_F1);
    QVERIFY(shown());
    QVERIFY(shown()->toPlainText().contains(u"Signing in"_s));
}

void TestHelp::panelIsAsWideAsTheTypeAsks()
{
    start();
    const auto widthAt = [this](double scale) {
        m_bench->theme.setTextScale(scale);
        help()->open(HelpPanel::Part::Page);
        const int width = shown()->width();
        help()->toggle();
        return width;
    };
    window()->resize(1920, 1080);
    const int usual = widthAt(1.0);
    const int large = widthAt(1.5);
    m_bench->theme.setTextScale(1.0);
    QVERIFY(large > usual);
    QVERIFY2(large < usual * 2, qPrintable(u"%1 to %2"_s.arg(usual).arg(large))); // it was scaled twice
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
