// SPDX-License-Identifier: GPL-3.0-or-later
// Scans at the console of a place, by real key events at the speed of a reader: the slip or the card of whoever stands there opens that
// ticket, whatever has the focus (queue.md section 5: 37, rejoin an existing ticket; ux.md check 6). All people are invented.
#include "tests/support/demo_centre.h"
#include "ui/models/slip_code.h"
#include "ui/pages/counter/counter_page.h"
#include "ui/pages/counter/queue_lists.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QLocale>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QString number = u"42019919680302003"_s + *residentCheckCharacter(u"42019919680302003"_s);

void scan(const QString& text)
{
    for (const QChar each : text)
        QTest::keyClick(QApplication::focusWidget(), each.toLatin1(), Qt::NoModifier, 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
}

} // namespace

class TestCounterScan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theSlipIsCalledThenBegun();
    void theCardIsCalled();
    void whoIsServedComesFirst();
    void aHeldVisitorGoesOn();
    void aCardWithoutATicketIsTold();
    void anUnknownSlipIsTold();
    void inASheetNothingHappens();

private:
    VisitReply visitor(const QString& name, const QString& document = {});
    QString code(const VisitReply& visit) const { return slipCodeText({visit.visitNumber, visit.ticket}); }
    const PlaceBoard& board() const { return m_page->board().board(); }
    bool stands(const VisitReply& visit, TicketStatus status) const
    {
        return QTest::qWaitFor([&] { return board().current && board().current->ticket == visit.ticket && board().current->status == status; }, 10'000);
    }
    QString message() const
    {
        for (const Banner* banner : m_page->findChildren<Banner*>())
            if (banner->isVisible() && !banner->accessibleName().startsWith(u"Handed over"_s))
                return banner->accessibleName();
        return {};
    }
    Sheet* sheet() const
    {
        for (Sheet* each : m_page->findChildren<Sheet*>())
            if (each->isOpen())
                return each;
        return nullptr;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_demo;
    Session m_desk;
    Session m_room;
    std::unique_ptr<CounterPage> m_page;
};

void TestCounterScan::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestCounterScan::init()
{
    m_demo = std::make_unique<DemoCentre>();
    m_desk = m_demo->session("wang.fang");
    m_room = m_demo->session("li.jun", u"gongxinStudio"_s);
    m_page = std::make_unique<CounterPage>(m_demo->gateway(), m_room, m_demo->clock());
    m_page->resize(1180, 700);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
    QTRY_VERIFY(board().staffedByMe);
}

void TestCounterScan::cleanup()
{
    m_page.reset();
    m_demo.reset();
}

VisitReply TestCounterScan::visitor(const QString& name, const QString& document)
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = name, .documentKind = document.isEmpty() ? DocumentKind::None : DocumentKind::ResidentId, .documentNumber = document};
    command.service = u"legalAdvice"_s;
    command.summary = u"咨询"_s;
    return DemoCentre::wait(m_demo->gateway().send(m_desk, command));
}

void TestCounterScan::theSlipIsCalledThenBegun()
{
    visitor(u"张伟"_s);
    const VisitReply second = visitor(u"李娜"_s); // not the one who stands first
    QTRY_COMPARE(board().waiting.size(), std::size_t(2));
    scan(code(second));
    QVERIFY(stands(second, TicketStatus::Called));
    QTRY_VERIFY(m_page->action(CounterAct::Begin)->isEnabled());
    scan(code(second)); // at the window: the visitor has come
    QVERIFY(stands(second, TicketStatus::Serving));
    QTRY_VERIFY(m_page->action(CounterAct::Finish)->isEnabled());
    scan(code(second));
    QTRY_VERIFY2(message().contains(u"Nothing is to be done"_s), qPrintable(message()));
}

void TestCounterScan::theCardIsCalled()
{
    visitor(u"张伟"_s);
    const VisitReply second = visitor(u"李娜"_s, number);
    QTRY_COMPARE(board().waiting.size(), std::size_t(2));
    scan(number);
    QVERIFY(stands(second, TicketStatus::Called));
}

void TestCounterScan::whoIsServedComesFirst()
{
    const VisitReply first = visitor(u"张伟"_s);
    const VisitReply second = visitor(u"李娜"_s);
    QTRY_COMPARE(board().waiting.size(), std::size_t(2));
    scan(code(first));
    QVERIFY(stands(first, TicketStatus::Called));
    QTRY_VERIFY(m_page->action(CounterAct::Begin)->isEnabled());
    scan(code(second));
    QTRY_VERIFY2(message().contains(second.number) && message().contains(first.number), qPrintable(message()));
    QVERIFY(stands(first, TicketStatus::Called));
}

void TestCounterScan::aHeldVisitorGoesOn()
{
    const VisitReply visit = visitor(u"张伟"_s);
    QTRY_COMPARE(board().waiting.size(), std::size_t(1));
    for (int steps = 0; steps < 2; ++steps) {
        scan(code(visit));
        QVERIFY(stands(visit, steps == 0 ? TicketStatus::Called : TicketStatus::Serving));
        QTRY_VERIFY(m_page->action(steps == 0 ? CounterAct::Begin : CounterAct::Hold)->isEnabled());
    }
    TicketHold hold;
    hold.ticket = visit.ticket.toString();
    hold.place = u"gongxinStudio"_s;
    hold.reason = m_demo->gateway().centre().holdReasons.front().key;
    DemoCentre::wait(m_demo->gateway().send(m_room, hold));
    QTRY_VERIFY(!board().current && board().held.size() == 1);
    scan(code(visit));
    QVERIFY(stands(visit, TicketStatus::Serving));
}

void TestCounterScan::aCardWithoutATicketIsTold()
{
    scan(number);
    QTRY_VERIFY2(message().contains(u"reception desk"_s), qPrintable(message()));
}

void TestCounterScan::anUnknownSlipIsTold()
{
    scan(slipCodeText({u"20250101-A001"_s, TicketId(RawId::named("of another centre"))}));
    QTRY_VERIFY(!message().isEmpty());
    QVERIFY(!board().current);
}

/// Half a note is not mixed with a number, and nobody is called behind the sheet.
void TestCounterScan::inASheetNothingHappens()
{
    const VisitReply first = visitor(u"张伟"_s);
    const VisitReply second = visitor(u"李娜"_s, number);
    QTRY_COMPARE(board().waiting.size(), std::size_t(2));
    scan(code(first));
    QVERIFY(stands(first, TicketStatus::Called));
    QTRY_VERIFY(m_page->action(CounterAct::Begin)->isEnabled());
    scan(code(first));
    QVERIFY(stands(first, TicketStatus::Serving));
    QTRY_VERIFY(m_page->action(CounterAct::Finish)->isEnabled());
    m_page->action(CounterAct::Finish)->trigger();
    QVERIFY(sheet());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    scan(number);
    QTRY_VERIFY(message().contains(u"A scan was not taken"_s));
    QVERIFY(sheet());
    QVERIFY(stands(first, TicketStatus::Serving));
    QCOMPARE(DemoCentre::wait(m_demo->gateway().ask(m_desk, TicketShow{second.ticket.toString()})).ticket.status, TicketStatus::Waiting);
}

QTEST_MAIN(TestCounterScan)
#include "tst_counter_scan.moc"
