// SPDX-License-Identifier: GPL-3.0-or-later
// A wrong call, a wrong transfer and a wrong finish are taken back at the console by real keys, ten steps far (ux.md check 15; queue.md
// section 6, item 8): each step shows the ticket as it stood before, the arrival time never changes, and the history keeps all of it.
#include "tests/support/demo_centre.h"
#include "ui/pages/counter/counter_page.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QLocale>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000;

} // namespace

class TestUndo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tenStepsBack();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(m_page->isAncestorOf(focus) ? focus : m_page.get(), Qt::Key(key), modifiers);
    }
    void pressFor(CounterAct act, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QVERIFY(QTest::qWaitFor([&] { return m_page->action(act)->isEnabled(); }, patience));
        press(key, modifiers);
    }
    void transferTo(const QString& service)
    {
        pressFor(CounterAct::Transfer, Qt::Key_F8);
        auto* lookup = m_page->findChild<LookupField*>();
        QVERIFY(lookup && lookup->edit()->hasFocus());
        QTest::keyClicks(lookup->edit(), service);
        QVERIFY(QTest::qWaitFor([&] { return lookup->highlighted().isValid(); }, patience));
        press(Qt::Key_Return);
        press(Qt::Key_Return); // no note
    }
    TicketRow ticket(const VisitReply& visit) { return DemoCentre::wait(m_demo->gateway().ask(m_desk, TicketShow{visit.ticket.toString()})).ticket; }
    void reaches(const VisitReply& visit, TicketStatus status, const QString& service)
    {
        QVERIFY2(QTest::qWaitFor([&] { return ticket(visit).status == status && ticket(visit).service == service; }, patience), wordOf(status));
        m_steps.push_back({status, service});
    }

    std::unique_ptr<DemoCentre> m_demo;
    std::unique_ptr<CounterPage> m_page;
    Session m_desk;
    Session m_clerk;
    std::vector<std::pair<TicketStatus, QString>> m_steps;
};

void TestUndo::tenStepsBack()
{
    QLocale::setDefault(QLocale(QLocale::English));
    const Theme theme(*qApp, [] { return SystemLook{}; });
    m_demo = std::make_unique<DemoCentre>();
    m_desk = m_demo->session("wang.fang");
    m_clerk = m_demo->session("li.jun", u"window6"_s);
    const VisitReply visit = m_demo->visit(m_desk, u"张伟"_s);
    const TicketRow issued = ticket(visit);
    m_demo->clock().advanceSeconds(120);
    m_page = std::make_unique<CounterPage>(m_demo->gateway(), m_clerk, m_demo->clock());
    m_page->resize(1180, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();

    const QString advice = u"legalAdvice"_s;
    const QString aid = u"legalAid"_s;
    m_steps = {{TicketStatus::Waiting, advice}};
    pressFor(CounterAct::CallNext, Qt::Key_F2);
    reaches(visit, TicketStatus::Called, advice);
    pressFor(CounterAct::Requeue, Qt::Key_B, Qt::ControlModifier);
    reaches(visit, TicketStatus::Waiting, advice);
    pressFor(CounterAct::CallNext, Qt::Key_F2);
    reaches(visit, TicketStatus::Called, advice);
    pressFor(CounterAct::Begin, Qt::Key_F4);
    reaches(visit, TicketStatus::Serving, advice);
    transferTo(u"legal aid"_s);
    reaches(visit, TicketStatus::Waiting, aid);
    pressFor(CounterAct::CallNext, Qt::Key_F2);
    reaches(visit, TicketStatus::Called, aid);
    pressFor(CounterAct::Requeue, Qt::Key_B, Qt::ControlModifier);
    reaches(visit, TicketStatus::Waiting, aid);
    pressFor(CounterAct::CallNext, Qt::Key_F2);
    reaches(visit, TicketStatus::Called, aid);
    pressFor(CounterAct::Begin, Qt::Key_F4);
    reaches(visit, TicketStatus::Serving, aid);
    pressFor(CounterAct::Finish, Qt::Key_F9);
    press(Qt::Key_1);
    press(Qt::Key_Return);
    reaches(visit, TicketStatus::Finished, aid);
    QCOMPARE(m_steps.size(), std::size_t(11)); // ten acts upon the first

    for (std::size_t back = m_steps.size() - 1; back-- > 0;) {
        QVERIFY2(QTest::qWaitFor([&] { return m_page->undoAction()->isEnabled(); }, patience), qPrintable(u"step %1"_s.arg(back)));
        press(Qt::Key_Z, Qt::ControlModifier);
        const auto& [status, service] = m_steps[back];
        QVERIFY2(QTest::qWaitFor([&] { return ticket(visit).status == status && ticket(visit).service == service; }, patience),
                 qPrintable(u"step %1 is %2"_s.arg(back).arg(QString::fromLatin1(wordOf(ticket(visit).status)))));
        QCOMPARE(ticket(visit).arrivedAt, issued.arrivedAt);
        QCOMPARE(ticket(visit).queueTime, issued.queueTime);
        QCOMPARE(ticket(visit).number, issued.number);
    }
    QVERIFY(QTest::qWaitFor([&] { return m_page->action(CounterAct::CallNext)->isEnabled(); }, patience));
    QVERIFY(!m_page->undoAction()->isEnabled());
    const HistoryReply history = DemoCentre::wait(m_demo->gateway().ask(m_desk, TicketHistory{visit.ticket.toString()}));
    const auto undone = std::count_if(history.entries.begin(), history.entries.end(), [](const HistoryRow& each) { return each.type == u"ticket.reverted"; });
    QCOMPARE(undone, 10);
}

QTEST_MAIN(TestUndo)
#include "tst_undo.moc"
