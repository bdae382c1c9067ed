// SPDX-License-Identifier: GPL-3.0-or-later
// Tickets of today at the reception desk under real keys and clicks: a visitor who has left, the way back, one more service, and a
// person whose record is changed elsewhere while the form is open.
#include "tests/support/demo_centre.h"
#include "ui/models/today_model.h"
#include "ui/pages/reception/reception_page.h"
#include "ui/pages/reception/second_ticket_sheet.h"
#include "ui/pages/reception/ticket_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/toast.h"

#include <QAccessible>
#include <QApplication>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestReceptionTickets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void visitorWhoLeftIsWithdrawn();
    void enterTooManyWithdrawsNothing();
    void withdrawalIsUndone_data();
    void withdrawalIsUndone();
    void undoSparesWhatOthersDid();
    void undoComesTooLate();
    void calledVisitorIsNotWithdrawn();
    void secondTicketForTheSameVisit();
    void secondTicketNeedsAService();
    void historyOfTheVisitOnShow();
    void changeElsewhereIsSaid();
    void changeIsLoadedWhereNothingWasTyped();
    void keptFormOverwritesNothing();
    void everyKeyIsListedOnce();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void show(const VisitReply& visit);
    void withdraw(const VisitReply& visit);
    void openForm();
    void correctElsewhere(const PersonCorrected& correction);
    TicketRow ticket(const VisitReply& visit);
    Banner* banner(const QString& part) const;
    Button* button(const QString& text) const;
    QLineEdit* field(const QString& label) const;
    DataTable* table() const { return m_page->findChild<DataTable*>(); }
    QLineEdit* lookup() const { return m_page->findChild<LookupField*>()->edit(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_centre;
    Session m_session;
    Session m_other;
    VisitReply m_zhang;
    VisitReply m_ouyang;
    std::unique_ptr<QWidget> m_window;
    ReceptionPage* m_page = nullptr;
};

void TestReceptionTickets::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestReceptionTickets::init()
{
    m_centre = std::make_unique<DemoCentre>();
    m_session = m_centre->session("wang.fang", u"receptionRoom"_s);
    m_other = m_centre->session("zhao.min", u"window6"_s);
    m_zhang = m_centre->visit(m_session, u"张伟明"_s);
    m_centre->clock().advanceSeconds(60);
    m_ouyang = m_centre->visit(m_session, u"欧阳修竹"_s);
    m_window = std::make_unique<QWidget>();
    m_page = new ReceptionPage(m_centre->gateway(), m_session, m_centre->clock());
    auto* column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    m_window->resize(1166, 700);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
}

void TestReceptionTickets::cleanup()
{
    m_window.reset();
    m_centre.reset();
}

void TestReceptionTickets::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// From the list of today's visitors, with keys alone.
void TestReceptionTickets::show(const VisitReply& visit)
{
    press(Qt::Key_F6);
    QVERIFY(table()->hasFocus());
    const auto* model = qobject_cast<const TodayModel*>(table()->model());
    press(Qt::Key_Home, Qt::ControlModifier);
    for (int row = 0; row < model->rowOf(visit.ticket); ++row)
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(m_page->findChild<TicketPanel*>()->ticket().number, visit.number);
}

void TestReceptionTickets::withdraw(const VisitReply& visit)
{
    show(visit);
    press(Qt::Key_F8);
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    QTRY_COMPARE(ticket(visit).status, TicketStatus::Withdrawn);
}

TicketRow TestReceptionTickets::ticket(const VisitReply& visit)
{
    return DemoCentre::wait(m_centre->gateway().ask(m_session, TicketShow{visit.ticket.toString()})).ticket;
}

Banner* TestReceptionTickets::banner(const QString& part) const
{
    for (Banner* banner : m_page->findChildren<Banner*>()) {
        if (banner->isVisible() && banner->accessibleName().contains(part))
            return banner;
    }
    return nullptr;
}

Button* TestReceptionTickets::button(const QString& text) const
{
    for (Button* button : m_window->findChildren<Button*>()) {
        if (button->isVisible() && button->isEnabled() && button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

QLineEdit* TestReceptionTickets::field(const QString& label) const
{
    for (FormField* field : m_page->findChildren<FormField*>()) {
        if (field->label() == label)
            return qobject_cast<QLineEdit*>(field->editor());
    }
    return nullptr;
}

void TestReceptionTickets::visitorWhoLeftIsWithdrawn()
{
    show(m_zhang);
    press(Qt::Key_F8);
    QVERIFY(banner(u"张伟明"_s));
    QVERIFY(banner(m_zhang.number));
    QCOMPARE(ticket(m_zhang).status, TicketStatus::Waiting);
    QTest::mouseClick(button(u"Withdraw the ticket"_s), Qt::LeftButton);
    QTRY_COMPARE(ticket(m_zhang).status, TicketStatus::Withdrawn);
    QVERIFY(!banner(m_zhang.number));
    QTRY_VERIFY(button(u"Back into the queue"_s));
    QVERIFY(!button(u"Visitor has left"_s));
    QVERIFY(table()->hasFocus());
    QCOMPARE(ticket(m_ouyang).status, TicketStatus::Waiting);
}

void TestReceptionTickets::enterTooManyWithdrawsNothing()
{
    show(m_zhang);
    press(Qt::Key_F8);
    press(Qt::Key_Return);
    press(Qt::Key_Space);
    QVERIFY(!banner(m_zhang.number));
    press(Qt::Key_F8);
    QVERIFY(banner(m_zhang.number));
    press(Qt::Key_Escape);
    QVERIFY(!banner(m_zhang.number));
    QVERIFY(table()->hasFocus());
    QTest::qWait(60);
    QCOMPARE(ticket(m_zhang).status, TicketStatus::Waiting);
}

void TestReceptionTickets::withdrawalIsUndone_data()
{
    QTest::addColumn<QString>("way");
    for (const char* way : {"toast", "key", "key in the look-up", "panel"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

void TestReceptionTickets::withdrawalIsUndone()
{
    QFETCH(QString, way);
    withdraw(m_zhang);
    QTRY_VERIFY(m_window->findChild<Toast*>());
    if (way == u"toast") {
        Button* undo = nullptr;
        QTRY_VERIFY((undo = button(u"Undo"_s)));
        QTest::mouseClick(undo, Qt::LeftButton);
    } else if (way == u"panel") {
        QTRY_VERIFY(button(u"Back into the queue"_s));
        press(Qt::Key_F9);
    } else {
        if (way.contains(u"look-up"))
            lookup()->setFocus();
        press(Qt::Key_Z, Qt::ControlModifier);
    }
    QTRY_COMPARE(ticket(m_zhang).status, TicketStatus::Waiting);
    QTRY_VERIFY(button(u"Visitor has left"_s));
    QVERIFY(!banner(QString()));
}

void TestReceptionTickets::undoSparesWhatOthersDid()
{
    withdraw(m_zhang);
    DemoCentre::wait(m_centre->gateway().send(m_other, TicketUndo{{m_zhang.number, {}}, {}}));
    DemoCentre::wait(m_centre->gateway().send(m_other, TicketCall{{m_zhang.number, {}}}));
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(banner(m_zhang.number));
    QCOMPARE(ticket(m_zhang).status, TicketStatus::Called);
}

void TestReceptionTickets::undoComesTooLate()
{
    withdraw(m_zhang);
    m_centre->clock().advanceSeconds(6 * 60);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(banner(u"minutes"_s));
    QCOMPARE(ticket(m_zhang).status, TicketStatus::Withdrawn);
}

void TestReceptionTickets::calledVisitorIsNotWithdrawn()
{
    show(m_zhang);
    press(Qt::Key_F8);
    DemoCentre::wait(m_centre->gateway().send(m_other, TicketCall{{m_zhang.number, {}}}));
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    QTRY_VERIFY(banner(u"Window 6"_s));
    QCOMPARE(ticket(m_zhang).status, TicketStatus::Called);
    QTRY_VERIFY(!button(u"Visitor has left"_s));
}

void TestReceptionTickets::secondTicketForTheSameVisit()
{
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    show(m_zhang);
    press(Qt::Key_F7);
    QTRY_VERIFY(qobject_cast<QLineEdit*>(QApplication::focusWidget()));
    QTest::keyClicks(QApplication::focusWidget(), u"wage"_s);
    QTest::qWait(100);
    press(Qt::Key_Return);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    const auto reply = printed.first().at(0).value<VisitReply>();
    QCOMPARE(printed.first().at(1).toString(), u"wageArrears"_s);
    QCOMPARE(reply.visit, m_zhang.visit);
    QVERIFY(reply.number != m_zhang.number);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QCOMPARE(m_page->findChild<TicketPanel*>()->ticket().number, reply.number);
    QCOMPARE(ticket(m_zhang).status, TicketStatus::Waiting);
    QTRY_VERIFY(!m_page->findChild<SecondTicketSheet*>());
    QCOMPARE(QApplication::focusWidget(), lookup());
}

void TestReceptionTickets::secondTicketNeedsAService()
{
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    show(m_zhang);
    press(Qt::Key_F7);
    press(Qt::Key_Return, Qt::ControlModifier);
    auto* sheet = m_page->findChild<SecondTicketSheet*>();
    QVERIFY(sheet && sheet->isOpen());
    QVERIFY(!sheet->findChild<FormField*>()->error().isEmpty());
    press(Qt::Key_F8); // the page behind is out of reach
    QVERIFY(!banner(m_zhang.number));
    press(Qt::Key_Escape);
    QTRY_VERIFY(!m_page->findChild<SecondTicketSheet*>());
    QVERIFY(table()->hasFocus());
    QCOMPARE(printed.count(), 0);
}

void TestReceptionTickets::historyOfTheVisitOnShow()
{
    QSignalSpy wanted(m_page, &ReceptionPage::historyWanted);
    press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 0);
    show(m_ouyang);
    press(Qt::Key_H, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<VisitId>(), m_ouyang.visit);
}

void TestReceptionTickets::openForm()
{
    QTest::keyClicks(lookup(), u"zwm"_s);
    QTRY_VERIFY(m_page->findChild<LookupField*>()->highlighted().isValid());
    press(Qt::Key_Return);
    QTRY_VERIFY(m_page->isFormOpen());
}

void TestReceptionTickets::correctElsewhere(const PersonCorrected& correction)
{
    DemoCentre::wait(m_centre->gateway().send(m_other, PersonCorrect{m_zhang.person, correction}));
}

void TestReceptionTickets::changeElsewhereIsSaid()
{
    openForm();
    field(u"Telephone"_s)->setFocus();
    QTest::keyClicks(field(u"Telephone"_s), u"13971000001"_s);
    correctElsewhere({.phone = u"13871230045"_s, .address = u"吴家山街12号"_s});
    QTRY_VERIFY(banner(u"another window"_s));
    const QString said = banner(u"another window"_s)->accessibleName();
    for (const QString& part : {u"张伟明"_s, u"赵敏"_s, u"Telephone"_s, u"Address"_s})
        QVERIFY2(said.contains(part), qPrintable(said));
    QVERIFY2(!said.contains(u"Occupation"_s), qPrintable(said));
    QVERIFY2(!said.contains(u"13871230045"_s), qPrintable(said));
    QCOMPARE(field(u"Telephone"_s)->text(), u"13971000001"_s);
    QVERIFY(field(u"Telephone"_s)->hasFocus());
    QCOMPARE(field(u"Address"_s)->text(), QString());
}

void TestReceptionTickets::changeIsLoadedWhereNothingWasTyped()
{
    openForm();
    field(u"Telephone"_s)->setFocus();
    QTest::keyClicks(field(u"Telephone"_s), u"13971000001"_s);
    correctElsewhere({.address = u"吴家山街12号"_s});
    QTRY_VERIFY(banner(u"another window"_s));
    QTest::mouseClick(button(u"Load it"_s), Qt::LeftButton);
    QVERIFY(!banner(u"another window"_s));
    QCOMPARE(field(u"Address"_s)->text(), u"吴家山街12号"_s);
    QCOMPARE(field(u"Telephone"_s)->text(), u"13971000001"_s);
}

void TestReceptionTickets::keptFormOverwritesNothing()
{
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    openForm();
    field(u"Telephone"_s)->setFocus();
    QTest::keyClicks(field(u"Telephone"_s), u"13971000001"_s);
    correctElsewhere({.address = u"吴家山街12号"_s, .occupation = u"木工"_s});
    QTRY_VERIFY(banner(u"another window"_s));
    QTest::keyClick(button(u"Keep mine"_s), Qt::Key_Space);
    QVERIFY(!banner(u"another window"_s));
    QCOMPARE(field(u"Address"_s)->text(), QString());
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    const PersonInput known = DemoCentre::wait(m_centre->gateway().ask(m_session, PersonShow{m_zhang.person})).known;
    QCOMPARE(known.phone, u"13971000001"_s);
    QCOMPARE(known.address, u"吴家山街12号"_s);
    QCOMPARE(known.occupation, u"木工"_s);
}

void TestReceptionTickets::everyKeyIsListedOnce()
{
    show(m_zhang);
    QCOMPARE(KeyMap::conflicts(m_window.get()), QStringList());
    QStringList keys;
    for (const KeyEntry& entry : KeyMap::entries(m_window.get()))
        keys.append(entry.keys.toString(QKeySequence::PortableText) + u' ' + entry.text);
    for (const QString& wanted : {u"F7 Another ticket"_s, u"F8 Visitor has left"_s, u"F9 Back into the queue"_s, u"Ctrl+H History"_s, u"Ctrl+Z Undo"_s})
        QVERIFY2(keys.contains(wanted), qPrintable(wanted));
    press(Qt::Key_F8);
    for (Button* each : banner(m_zhang.number)->findChildren<Button*>())
        QVERIFY(!QAccessible::queryAccessibleInterface(each)->text(QAccessible::Name).isEmpty());
}

QTEST_MAIN(TestReceptionTickets)
#include "tst_reception_tickets.moc"
