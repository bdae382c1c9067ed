// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and gate of the program, in both languages: whatever takes focus has a name and a role, whatever can be done has a key, and
// no key means two things. A planted bad widget shows that the rules bite.
#include "tests/gui/accessible_rules.h"
#include "tests/gui/desk_bench.h"
#include "ui/pages/signin/signin_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/key_map.h"

#include <QLineEdit>
#include <QPushButton>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestAccessibleTree : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theRulesBite();
    void pages_data();
    void pages();
    void gates_data();
    void gates();

private:
    void judge(const QWidget* window);

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<Desk> m_desk;
};

void TestAccessibleTree::initTestCase()
{
    m_bench = std::make_unique<DeskBench>();
    StoreEntry store = m_bench->found().store;
    for (const Role& role : store.gateway->centre().roles)
        if (!store.session.roles.contains(role.key))
            store.session.roles.append(role.key);
    m_desk = std::make_unique<Desk>(m_bench->parts());
    m_desk->startWork(store, m_bench->folder());
    QCOMPARE(m_desk->windows().size(), 1);
}

void TestAccessibleTree::cleanupTestCase()
{
    m_desk.reset();
    m_bench.reset();
}

void TestAccessibleTree::judge(const QWidget* window)
{
    const QStringList faults = nameFaults(window) + actionFaults(window) + accessKeyFaults(window) + KeyMap::conflicts(window);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestAccessibleTree::theRulesBite()
{
    QWidget window;
    auto* nameless = new QLineEdit(&window);
    auto* first = new QPushButton(u"&Save"_s, &window);
    auto* second = new QPushButton(u"&Send"_s, &window);
    auto* twin = new QPushButton(u"&Save"_s, &window);
    QAction lost(u"Lost"_s);
    window.addAction(&lost);
    window.show();
    QCOMPARE(nameFaults(&window).size(), 2);
    QCOMPARE(actionFaults(&window).size(), 1);
    QCOMPARE(accessKeyFaults(&window).size(), 2);
    nameless->setAccessibleName(u"Name"_s);
    second->setText(u"S&end"_s);
    twin->setText(u"&Print"_s);
    lost.setShortcut(Qt::Key_F2);
    QVERIFY(first->isVisible());
    judge(&window);
}

void TestAccessibleTree::pages_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("page");
    for (const QString& language : {u"en"_s, u"zh_CN"_s})
        for (const QString& page : m_desk->windows().constFirst()->frame()->pageKeys())
            QTest::addRow("%s %s", qPrintable(page), qPrintable(language)) << language << page;
}

void TestAccessibleTree::pages()
{
    QFETCH(QString, language);
    QFETCH(QString, page);
    m_bench->language.set(language);
    MainWindow* window = m_desk->windows().constFirst();
    QVERIFY(window->frame()->showPage(page));
    QTest::qWait(300); // answers fill the page
    judge(window);
}

void TestAccessibleTree::gates_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("step"); // -1 and -2: sign-in and its recovery
    for (const QString& language : {u"en"_s, u"zh_CN"_s})
        for (const int step : {-2, -1, 0, 1, 2, 3, 5, 6})
            QTest::addRow("%d %s", step, qPrintable(language)) << language << step;
}

void TestAccessibleTree::gates()
{
    QFETCH(QString, language);
    QFETCH(int, step);
    m_bench->language.set(language);
    if (step < 0) {
        SignInPage page(m_bench->door, m_bench->folder(), u"Trial centre"_s);
        page.show();
        page.showRecovery(step == -2);
        judge(&page);
        return;
    }
    WelcomePage page(m_bench->door, m_bench->random);
    page.show();
    page.draft().centre = DeskBench::centre();
    page.draft().recoveryKey = u"AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH"_s;
    page.goTo(step);
    judge(&page);
    if (step == 3) {
        page.step(step)->submit();
        judge(&page);
    }
}

QTEST_MAIN(TestAccessibleTree)
#include "tst_accessible_tree.moc"
