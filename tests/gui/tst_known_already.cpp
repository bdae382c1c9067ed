// SPDX-License-Identifier: GPL-3.0-or-later
// While a new visitor is being typed: whoever is known already is told quietly and taken with two keys, what was typed stays, and nothing
// stands in the way of registering somebody new (queue.md section 5: 17, 25; ux.md check 16). Real key events. All people are invented.
#include "tests/gui/composing.h"
#include "tests/gui/looking.h"
#include "tests/support/demo_centre.h"
#include "ui/pages/reception/reception_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QString phone = u"13871230045"_s;

} // namespace

class TestKnownAlready : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void soundsAlikeWithTheSameTelephone();
    void takenByKeys();
    void typedFactsThatAreNewStay();
    void nothingStopsRegisteringSomebodyNew();
    void judgedToBeOthers();
    void aFullerTextTellsSomebodyElse();
    void notOfReturningVisitors();
    void confidentialMattersStayHidden();
    void pictures_data();
    void pictures();

private:
    VisitReply visit(const PersonInput& person, bool confidential = false);
    void openNew(const QString& name);
    void typeIn(const QString& label, const QString& text);
    FormField* field(const QString& label) const;
    QString textOf(const QString& label) const;
    Banner* banner() const
    {
        for (Banner* each : m_page->findChildren<Banner*>())
            if (each->isVisible() && each->accessibleName().startsWith(u"Perhaps already known"_s))
                return each;
        return nullptr;
    }
    LookupField* lookup() const { return m_page->findChild<LookupField*>(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_centre;
    Session m_session;
    VisitReply m_fang;
    std::unique_ptr<QWidget> m_window;
    ReceptionPage* m_page = nullptr;
};

void TestKnownAlready::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestKnownAlready::init()
{
    m_centre = std::make_unique<DemoCentre>();
    m_session = m_centre->session("wang.fang", u"receptionRoom"_s);
    m_fang = visit({.name = u"王小芳"_s, .birth = QDate(1968, 3, 2), .phone = phone, .address = u"吴家山街吴北路12号"_s});
    m_window = std::make_unique<QWidget>();
    m_page = new ReceptionPage(m_centre->gateway(), m_session, m_centre->clock());
    auto* column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    m_window->resize(1166, 700);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestKnownAlready::cleanup()
{
    m_window.reset();
    m_centre.reset();
}

VisitReply TestKnownAlready::visit(const PersonInput& person, bool confidential)
{
    VisitRegister command;
    command.newPerson = person;
    command.service = u"legalAdvice"_s;
    command.summary = u"楼上漏水"_s;
    command.confidential = confidential;
    return DemoCentre::wait(m_centre->gateway().send(m_session, command));
}

void TestKnownAlready::openNew(const QString& name)
{
    compose(name);
    QTRY_VERIFY(lookup()->highlighted().isValid());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_page->isFormOpen());
}

FormField* TestKnownAlready::field(const QString& label) const
{
    for (FormField* each : m_page->findChildren<FormField*>())
        if (each->label() == label)
            return each;
    return nullptr;
}

void TestKnownAlready::typeIn(const QString& label, const QString& text)
{
    field(label)->editor()->setFocus();
    compose(text);
}

QString TestKnownAlready::textOf(const QString& label) const
{
    QWidget* editor = field(label)->editor();
    if (const auto* text = qobject_cast<QPlainTextEdit*>(editor))
        return text->toPlainText();
    const auto* line = qobject_cast<QLineEdit*>(editor);
    return line ? line->text() : QString();
}

void TestKnownAlready::soundsAlikeWithTheSameTelephone()
{
    openNew(u"王晓方"_s);
    QTest::qWait(300);
    QVERIFY(!banner()); // a name that sounds alike is nothing yet
    typeIn(u"Telephone"_s, phone);
    QWidget* before = QApplication::focusWidget();
    QTRY_VERIFY(banner());
    const QString said = banner()->accessibleName();
    QVERIFY2(said.contains(u"王*芳"_s) && said.contains(u"same telephone"_s) && said.contains(u"sounds alike"_s), qPrintable(said));
    QVERIFY(!said.contains(u"王小芳"_s) && !said.contains(phone)); // masked: it is not proven yet
    QCOMPARE(QApplication::focusWidget(), before); // quiet
}

void TestKnownAlready::takenByKeys()
{
    openNew(u"王晓方"_s);
    typeIn(u"Telephone"_s, phone);
    typeIn(u"What is it about"_s, u"电梯停运"_s);
    QTRY_VERIFY(banner());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(textOf(u"Name"_s), u"王小芳"_s);
    QCOMPARE(textOf(u"What is it about"_s), u"电梯停运"_s); // asked once
    QVERIFY(!banner());
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    QCOMPARE(printed.first().at(0).value<VisitReply>().person, m_fang.person);
    QCOMPARE(DemoCentre::wait(m_centre->gateway().ask(m_session, PersonShow{m_fang.person})).visits.size(), std::size_t(2));
}

void TestKnownAlready::typedFactsThatAreNewStay()
{
    openNew(u"王小芳"_s);
    typeIn(u"Telephone"_s, phone);
    typeIn(u"Document number"_s, u"42019919680302002"_s + *residentCheckCharacter(u"42019919680302002"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTRY_VERIFY(banner());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    QTRY_COMPARE(textOf(u"Address"_s), u"吴家山街吴北路12号"_s);
    QVERIFY(textOf(u"Document number"_s).startsWith(u"420199"_s));
}

void TestKnownAlready::nothingStopsRegisteringSomebodyNew()
{
    openNew(u"王晓方"_s);
    typeIn(u"Telephone"_s, phone);
    typeIn(u"What is it about"_s, u"电梯停运"_s);
    QTRY_VERIFY(banner());
    field(u"Service"_s)->editor()->setFocus();
    QTest::keyClicks(QApplication::focusWidget(), u"flzx"_s);
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    QVERIFY(printed.first().at(0).value<VisitReply>().person != m_fang.person);
    QVERIFY(!banner());
}

void TestKnownAlready::judgedToBeOthers()
{
    openNew(u"王晓方"_s);
    typeIn(u"Telephone"_s, phone);
    QTRY_VERIFY(banner());
    auto* close = banner()->findChild<Button*>(QString(), Qt::FindDirectChildrenOnly);
    for (Button* each : banner()->findChildren<Button*>())
        if (each->accessibleName() == u"Close message"_s)
            close = each;
    QVERIFY(close);
    QTest::mouseClick(close, Qt::LeftButton);
    QTRY_VERIFY(!banner());
    typeIn(u"Address"_s, u"吴北路"_s); // typing on does not bring it back
    QTest::qWait(400);
    QVERIFY(!banner());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
    QTest::qWait(100);
    QCOMPARE(textOf(u"Name"_s), u"王晓方"_s);
}

void TestKnownAlready::aFullerTextTellsSomebodyElse()
{
    openNew(u"王晓方"_s);
    typeIn(u"Telephone"_s, phone);
    QTRY_VERIFY(banner());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QTRY_VERIFY(!banner()); // it is another telephone now
}

void TestKnownAlready::notOfReturningVisitors()
{
    visit({.name = u"王晓方"_s, .phone = phone});
    QTest::keyClicks(lookup()->edit(), u"wangxiaofang"_s);
    QTRY_VERIFY(lookup()->highlighted().isValid());
    QTest::keyClick(lookup()->edit(), Qt::Key_Return);
    QTRY_VERIFY(m_page->isFormOpen());
    QTest::qWait(400);
    QVERIFY(!banner());
}

/// Former visits stand beside the form; what a confidential one was about does not, and is taken over by no key.
void TestKnownAlready::confidentialMattersStayHidden()
{
    const VisitReply secret = visit({.name = u"李小红"_s}, true);
    QTest::keyClicks(lookup()->edit(), u"lixiaohong"_s);
    QTRY_VERIFY(lookup()->highlighted().isValid());
    QTest::keyClick(lookup()->edit(), Qt::Key_Return);
    QTRY_VERIFY(m_page->isFormOpen());
    QStringList said;
    for (const QLabel* label : m_page->findChildren<QLabel*>())
        if (label->isVisible())
            said << label->text();
    QVERIFY(said.contains(u"Confidential"_s));
    QVERIFY(!said.join(u'\n').contains(u"漏水"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_R, Qt::ControlModifier);
    QTest::qWait(200);
    QCOMPARE(textOf(u"What is it about"_s), QString());
    QVERIFY(!secret.number.isEmpty());
}

void TestKnownAlready::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1366") << QSize(1166, 700);
    QTest::newRow("1920") << QSize(1720, 1000);
}

void TestKnownAlready::pictures()
{
    ONLY_FOR_PICTURES();
    QFETCH(QSize, size);
    m_window->resize(size);
    openNew(u"王晓方"_s);
    typeIn(u"Telephone"_s, phone);
    QTRY_VERIFY(banner());
    QTest::qWait(200);
    m_window->grab().save(u"known-already-%1.png"_s.arg(QLatin1StringView(QTest::currentDataTag())));
}

QTEST_MAIN(TestKnownAlready)
#include "tst_known_already.moc"
