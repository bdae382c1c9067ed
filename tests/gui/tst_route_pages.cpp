// SPDX-License-Identifier: GPL-3.0-or-later
// Routes at the desk and at the counter, with real keys: the suggestion under the matter, taken with one key; stops that are added, taken out
// and printed; at the counter the way, the note that is handed over, the side trip (issue 4.2; queue.md section 5: 8, 17, 26, 33).
#include "tests/gui/composing.h"
#include "tests/gui/counter_bench.h"
#include "tests/gui/looking.h"
#include "ui/models/slip_content.h"
#include "ui/pages/reception/reception_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/route_edit.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QCheckBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTranslator>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestRoutePages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void suggestionIsTakenWithOneKey();
    void suggestionFollowsTheWords();
    void stopsAreAddedAndTakenOut();
    void needsAndHelperAreRegistered();
    void tooManyRepresentativesAreTold();
    void slipShowsTheWay();
    void finishGoesOnAndSaysWhere();
    void sideTripAndBack();
    void stopsAreChangedAtTheCounter();
    void confidentialRowsTellNothing();
    void pictures_data();
    void pictures();

private:
    void openForm();
    FormField* field(const QString& label) const;
    QAction* action(const QString& text) const;
    QLabel* suggestion() const;
    VisitReply issue(const QStringList& stops, bool confidential = false);
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_demo;
    Session m_session;
    std::unique_ptr<ReceptionPage> m_page;
};

void TestRoutePages::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestRoutePages::init()
{
    m_demo = std::make_unique<DemoCentre>();
    m_session = m_demo->session("wang.fang", u"receptionRoom"_s);
}

void TestRoutePages::cleanup()
{
    m_page.reset();
    m_demo.reset();
}

void TestRoutePages::openForm()
{
    m_page = std::make_unique<ReceptionPage>(m_demo->gateway(), m_session, m_demo->clock());
    m_page->resize(1166, 690);
    m_page->show();
    QApplication::setActiveWindow(m_page.get());
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->focusLookup();
    compose(u"张伟"_s);
    key(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_page->isFormOpen());
    field(u"What is it about"_s)->editor()->setFocus();
}

FormField* TestRoutePages::field(const QString& label) const
{
    for (FormField* each : m_page->findChildren<FormField*>())
        if (each->label() == label)
            return each;
    return nullptr;
}

QAction* TestRoutePages::action(const QString& text) const
{
    for (QAction* each : m_page->findChildren<QAction*>())
        if (each->text() == text)
            return each;
    return nullptr;
}

QLabel* TestRoutePages::suggestion() const
{
    for (QLabel* each : m_page->findChildren<QLabel*>())
        if (each->isVisible() && each->text().startsWith(u"Suggested:"_s))
            return each;
    return nullptr;
}

VisitReply TestRoutePages::issue(const QStringList& stops, bool confidential)
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"张伟"_s};
    command.service = u"propertyMediation"_s;
    command.summary = u"物业纠纷"_s;
    command.confidential = confidential;
    command.wheelchair = true;
    command.helper = HelperInput{u"陈静"_s, HelperRelation::Neighbour, {}};
    for (const QString& stop : stops)
        command.stops.push_back({stop, {}});
    return DemoCentre::wait(m_demo->gateway().send(m_session, command));
}

void TestRoutePages::suggestionIsTakenWithOneKey()
{
    openForm();
    compose(u"物业乱收费，想问问律师能不能起诉"_s);
    QTRY_VERIFY(suggestion());
    QVERIFY(suggestion()->text().contains(u"“物业”"_s)); // says which words led to it
    QWidget* before = QApplication::focusWidget();
    key(Qt::Key_F4);
    QCOMPARE(QApplication::focusWidget(), before); // the typing goes on
    QVERIFY(!suggestion()); // nothing left to suggest
    QSignalSpy printed(m_page.get(), &ReceptionPage::printTicket);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.size(), 1);
    const VisitReply reply = printed.front().front().value<VisitReply>();
    QCOMPARE(reply.stops, (std::vector<QString>{u"propertyMediation"_s, u"legalAdvice"_s}));
    const TicketRow row = DemoCentre::wait(m_demo->gateway().ask(m_session, TicketShow{reply.number})).ticket;
    QCOMPARE(row.service, u"guidance"_s);
    QCOMPARE(row.stops.size(), std::size_t(2));
}

void TestRoutePages::suggestionFollowsTheWords()
{
    openForm();
    QVERIFY(!action(u"Take it"_s)->isEnabled());
    compose(u"车祸，对方追尾"_s);
    QTRY_VERIFY(suggestion() && suggestion()->text().contains(u"Traffic"_s));
    auto* summary = qobject_cast<QPlainTextEdit*>(QApplication::focusWidget());
    summary->selectAll();
    compose(u"医院误诊"_s);
    QTRY_VERIFY(suggestion() && suggestion()->text().contains(u"Medical"_s));
    summary->selectAll();
    key(Qt::Key_Delete);
    QTRY_VERIFY(!suggestion());
    QVERIFY(!action(u"Take it"_s)->isEnabled());
}

void TestRoutePages::stopsAreAddedAndTakenOut()
{
    openForm();
    auto* edit = m_page->findChild<RouteEdit*>();
    QVERIFY(!edit->isVisible()); // most visits make one stop
    for (auto* button : m_page->findChildren<Button*>()) {
        if (button->accessibleName() == u"Further stops"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(edit->isVisible());
    edit->setFocus();
    compose(u"法律咨询"_s);
    QTRY_VERIFY(m_page->findChild<RouteEdit*>()->findChild<LookupField*>()->highlighted().isValid());
    key(Qt::Key_Return);
    QCOMPARE(edit->stops(), QStringList{u"legalAdvice"_s});
    compose(u"立案"_s);
    key(Qt::Key_Return);
    QCOMPARE(edit->stops(), (QStringList{u"legalAdvice"_s, u"courtEnquiry"_s}));
    key(Qt::Key_Backspace);
    QCOMPARE(edit->stops(), QStringList{u"legalAdvice"_s});
    Button* stop = nullptr;
    const auto find = [&] {
        for (auto* button : edit->findChildren<Button*>())
            stop = button->isVisible() ? button : stop;
        return stop != nullptr;
    };
    QTRY_VERIFY(find());
    stop->setFocus();
    key(Qt::Key_Space);
    QVERIFY(edit->stops().isEmpty());
    QVERIFY(edit->isAncestorOf(QApplication::focusWidget())); // not lost with the button
}

void TestRoutePages::needsAndHelperAreRegistered()
{
    openForm();
    compose(u"咨询"_s);
    for (auto* box : m_page->findChildren<QCheckBox*>()) {
        if (box->text() == u"Wheelchair"_s || box->text() == u"Hard of hearing"_s)
            box->click();
    }
    qobject_cast<QLineEdit*>(field(u"Helper's name"_s)->editor())->setText(u"陈静"_s);
    field(u"Service"_s)->editor()->setFocus();
    compose(u"法律咨询"_s);
    key(Qt::Key_Return);
    QSignalSpy printed(m_page.get(), &ReceptionPage::printTicket);
    key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.size(), 1);
    const TicketRow row = DemoCentre::wait(m_demo->gateway().ask(m_session, TicketShow{printed.front().front().value<VisitReply>().number})).ticket;
    QVERIFY(row.wheelchair && row.hearing && !row.escort);
    QCOMPARE(row.helperName, u"陈静"_s);
}

void TestRoutePages::tooManyRepresentativesAreTold()
{
    openForm();
    compose(u"咨询"_s);
    FormField* names = field(u"Representatives of a group"_s);
    qobject_cast<QLineEdit*>(names->editor())->setText(u"甲、乙、丙、丁、戊、己"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(names->error(), u"At most five may represent a group"_s);
    QVERIFY(names->isVisible()); // opened, though it lies in the part that is shut
    qobject_cast<QLineEdit*>(names->editor())->setText(u"甲，乙"_s);
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(names->error().startsWith(u"More representatives"_s)); // one person came
}

void TestRoutePages::slipShowsTheWay()
{
    const CentreDefinition& centre = m_demo->gateway().centre();
    const VisitReply visit = issue({u"legalAdvice"_s});
    QCOMPARE(slipFor(centre, visit, {u"propertyMediation"_s, u"张伟"_s}, m_demo->clock().now()).afterwards, QStringList{u"Legal advice"_s});
    const TicketRow row = DemoCentre::wait(m_demo->gateway().ask(m_session, TicketShow{visit.number})).ticket;
    QCOMPARE(slipAgain(centre, row, m_demo->clock().now()).afterwards, QStringList{u"Legal advice"_s});
    const VisitReply hidden = issue({u"legalAdvice"_s}, true);
    QVERIFY(slipFor(centre, hidden, {u"propertyMediation"_s, u"张伟"_s, true}, m_demo->clock().now()).afterwards.isEmpty());
}

void TestRoutePages::finishGoesOnAndSaysWhere()
{
    const VisitReply visit = issue({u"legalAdvice"_s});
    Console console(*m_demo, "li.jun", u"propertyRoom"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(stands(console, TicketStatus::Called) && isReady(console, CounterAct::Begin));
    const auto says = [&](const QString& text) {
        const auto labels = console.page->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    };
    QVERIFY(says(u"● Property management mediation → Legal advice"_s));
    QVERIFY(says(u"陈静 (neighbour or friend)"_s));
    console.press(Qt::Key_F4);
    QVERIFY(stands(console, TicketStatus::Serving) && isReady(console, CounterAct::Finish));
    console.press(Qt::Key_F9);
    QTRY_VERIFY(console.sheet());
    FormField* handover = nullptr;
    for (FormField* each : console.sheet()->findChildren<FormField*>())
        handover = each->label() == u"Hand-over note"_s && each->isVisible() ? each : handover;
    QVERIFY(handover);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2); // accepted
    handover->editor()->setFocus();
    compose(u"材料已齐"_s);
    console.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isFree(console));
    QTRY_VERIFY(says(u"is done here and goes on to Legal advice"_s));
    Console lawyer(*m_demo, "zhao.min", u"window6"_s);
    QVERIFY(isReady(lawyer, CounterAct::CallNext));
    lawyer.press(Qt::Key_F2);
    QVERIFY(stands(lawyer, TicketStatus::Called));
    QCOMPARE(lawyer.board().current->number, visit.number);
    const auto banners = lawyer.page->findChildren<Banner*>();
    QVERIFY(std::any_of(banners.begin(), banners.end(), [](const Banner* each) { return each->isVisible() && each->accessibleName().contains(u"材料已齐"_s); }));
}

void TestRoutePages::sideTripAndBack()
{
    issue({});
    Console console(*m_demo, "li.jun", u"propertyRoom"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(stands(console, TicketStatus::Called) && isReady(console, CounterAct::Transfer));
    console.press(Qt::Key_F8);
    QTRY_VERIFY(console.sheet());
    compose(u"法律咨询"_s);
    QTRY_VERIFY(console.sheet()->findChild<LookupField*>()->highlighted().isValid());
    key(Qt::Key_Return);
    auto* back = console.sheet()->findChild<QCheckBox*>();
    QVERIFY(back && back->isVisible());
    key(Qt::Key_B, Qt::AltModifier);
    QVERIFY(back->isChecked());
    console.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(isFree(console));
    const TicketRow row = DemoCentre::wait(m_demo->gateway().ask(m_session, VisitsToday{})).tickets.front();
    QCOMPARE(row.service, u"legalAdvice"_s);
    QVERIFY(row.stops.back().isBack);
    QCOMPARE(row.stops.back().place, u"propertyRoom"_s);
}

void TestRoutePages::stopsAreChangedAtTheCounter()
{
    const VisitReply visit = issue({u"legalAdvice"_s});
    Console console(*m_demo, "li.jun", u"propertyRoom"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(stands(console, TicketStatus::Called) && isReady(console, CounterAct::Plan));
    console.press(Qt::Key_F5);
    QTRY_VERIFY(console.sheet());
    auto* edit = console.sheet()->findChild<RouteEdit*>();
    QCOMPARE(edit->stops(), QStringList{u"legalAdvice"_s});
    edit->setFocus();
    key(Qt::Key_Backspace);
    compose(u"立案"_s);
    key(Qt::Key_Return);
    key(Qt::Key_Return); // the empty field: done
    QTRY_VERIFY(!console.sheet());
    const TicketRow row = DemoCentre::wait(m_demo->gateway().ask(m_session, TicketShow{visit.number})).ticket;
    QCOMPARE(row.stops.size(), std::size_t(1));
    QCOMPARE(row.stops.front().service, u"courtEnquiry"_s);
    QCOMPARE(row.status, TicketStatus::Called);
}

void TestRoutePages::confidentialRowsTellNothing()
{
    issue({}, true);
    Console console(*m_demo, "li.jun", u"propertyRoom"_s);
    QVERIFY(isReady(console, CounterAct::CallNext));
    const QueueModel* waiting = console.page->board().waiting();
    QCOMPARE(waiting->index(0, QueueModel::Visitor).data().toString(), u"Confidential visitor"_s);
    for (const QLabel* label : console.page->findChildren<QLabel*>())
        QVERIFY2(!label->text().contains(u"张伟"_s), qPrintable(label->text()));
    console.press(Qt::Key_F2);
    QVERIFY(stands(console, TicketStatus::Called));
    QCOMPARE(console.board().current->name, u"张伟"_s);
}

void TestRoutePages::pictures_data()
{
    QTest::addColumn<bool>("chinese");
    QTest::newRow("zh") << true;
    QTest::newRow("en") << false;
}

void TestRoutePages::pictures()
{
    const QString folder = qEnvironmentVariable("ONEDOOR_GALLERY");
    ONLY_FOR_PICTURES();
    QFETCH(bool, chinese);
    QLocale::setDefault(QLocale(chinese ? QLocale::Chinese : QLocale::English));
    QTranslator translator;
    if (chinese) {
        QVERIFY(translator.load(u":/i18n/onedoor_zh_CN.qm"_s));
        QCoreApplication::installTranslator(&translator);
    }
    const QString name = folder + u"/route-"_s + QString::fromLatin1(QTest::currentDataTag());
    issue({u"legalAdvice"_s});
    m_page = std::make_unique<ReceptionPage>(m_demo->gateway(), m_session, m_demo->clock());
    m_page->resize(1166, 690);
    m_page->show();
    QApplication::setActiveWindow(m_page.get());
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->focusLookup();
    compose(u"李建国"_s);
    key(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_page->isFormOpen());
    m_page->findChild<QPlainTextEdit*>()->setFocus();
    compose(u"小区物业收了维修基金不修电梯，想问问律师能不能起诉"_s);
    QTest::qWait(600);
    m_page->grab().save(name + u"-suggestion.png"_s);
    key(Qt::Key_F4);
    QTest::qWait(300);
    m_page->grab().save(name + u"-taken.png"_s);
    Console console(*m_demo, "li.jun", u"propertyRoom"_s);
    console.page->resize(1166, 690);
    QVERIFY(isReady(console, CounterAct::CallNext));
    console.press(Qt::Key_F2);
    QVERIFY(stands(console, TicketStatus::Called) && isReady(console, CounterAct::Begin));
    console.press(Qt::Key_F4);
    QVERIFY(stands(console, TicketStatus::Serving) && isReady(console, CounterAct::Finish));
    QTest::qWait(300);
    console.page->grab().save(name + u"-counter.png"_s);
    console.press(Qt::Key_F9);
    QTest::qWait(400);
    console.page->grab().save(name + u"-finish.png"_s);
    QCoreApplication::removeTranslator(&translator);
    QLocale::setDefault(QLocale(QLocale::English));
}

QTEST_MAIN(TestRoutePages)
#include "tst_route_pages.moc"
