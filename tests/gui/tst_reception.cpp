// SPDX-License-Identifier: GPL-3.0-or-later
// The reception page under real key events against a real store: how many keys a ticket costs, where the focus goes, what a scanner,
// an input method and Esc do to what somebody is typing. With ONEDOOR_GALLERY set, pictures are written to the build folder.
#include "tests/gui/looking.h"
#include "tests/support/demo_centre.h"
#include "ui/models/slip_code.h"
#include "ui/models/today_model.h"
#include "ui/models/words.h"
#include "ui/pages/reception/reception_page.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTranslator>
#include <QVBoxLayout>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

QString identityNumber(const QString& first17)
{
    return first17 + *residentCheckCharacter(first17);
}

} // namespace

class TestReception : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void startsInTheLookup();
    void whoIsHereIsShownBeforeAnySearch();
    void returningVisitorInSixKeys();
    void returningVisitorWithAnotherMatter();
    void newVisitorInTwelveKeys();
    void enterBeforeTheAnswer();
    void answersToEarlierTextsAreDropped();
    void everySearchHighlightsItsFirstMatch();
    void tabOrderIsVisualOrder_data();
    void tabOrderIsVisualOrder();
    void errorsStandBesideTheFields();
    void enterWhileComposing();
    void scanIsNeverHalfElsewhere_data();
    void scanIsNeverHalfElsewhere();
    void slipIsFoundByItsCode_data();
    void slipIsFoundByItsCode();
    void capitalsAreTypedAsEver();
    void slowDigitsStayWhereTheyWereTyped();
    void digitsAndLettersKeepTheirOrder();
    void escGoesOneLevelBack();
    void draftIsBroughtBack();
    void documentFillsBirthAndSex();
    void changedTelephoneIsCorrected();
    void doublePressIssuesOneTicket();
    void printAgainAsksForTheSameTicket();
    void failedPrintIsSeenInList();
    void everyWidgetHasItsOwnName_data();
    void everyWidgetHasItsOwnName();
    void pictures_data();
    void pictures();

private:
    void addVisitor(const QString& name, const QString& service, const QString& summary, const QString& first17);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const char* text);
    void compose(const QString& text);
    void chooseFirst(const char* text);
    void openNew(const QString& name);
    QWidget* editor(const QString& accessibleName) const;
    QString textOf(const QString& accessibleName) const;
    QList<QWidget*> tabWalk() const;
    ErrorSummary* summary() const { return m_page->findChild<ErrorSummary*>(); }
    LookupField* lookup() const { return m_page->findChild<LookupField*>(); }
    DataTable* table() const { return m_page->findChild<DataTable*>(); }
    bool lookupHasFocus() const { return QApplication::focusWidget() == lookup()->edit(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_centre;
    Session m_session;
    std::unique_ptr<QWidget> m_window;
    ReceptionPage* m_page = nullptr;
    int m_presses = 0; ///< physical keys other than text, modifiers counted too
    int m_people = 0;
};

void TestReception::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
    m_centre = std::make_unique<DemoCentre>();
    m_session = m_centre->session("wang.fang", u"receptionRoom"_s);
    addVisitor(u"张伟明"_s, u"legalAdvice"_s, u"咨询"_s, u"42019919680302003"_s);
    addVisitor(u"欧阳修竹"_s, u"wageArrears"_s, u"工地欠薪四个月，包工头不接电话"_s, u"42019919790821004"_s);
}

void TestReception::addVisitor(const QString& name, const QString& service, const QString& summary, const QString& first17)
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = name, .documentKind = DocumentKind::ResidentId, .documentNumber = identityNumber(first17)};
    command.newPerson->phone = u"13871230045"_s;
    command.newPerson->address = u"吴家山街吴北路12号"_s;
    command.newPerson->regionCode = u"420112001"_s;
    command.service = service;
    command.summary = summary;
    DemoCentre::wait(m_centre->gateway().send(m_session, command));
    m_centre->clock().advanceSeconds(427);
}

void TestReception::init()
{
    m_window = std::make_unique<QWidget>();
    m_page = new ReceptionPage(m_centre->gateway(), m_session, m_centre->clock());
    auto* column = new QVBoxLayout(m_window.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    m_window->resize(1166, 700); // what a shell leaves of 1366×768
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(table()->model()->rowCount() >= 2);
    m_presses = 0;
}

void TestReception::cleanup()
{
    m_window.reset();
}

void TestReception::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_presses;
    for (const Qt::KeyboardModifier held : {Qt::ControlModifier, Qt::ShiftModifier, Qt::AltModifier})
        m_presses += modifiers.testFlag(held) ? 1 : 0;
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

void TestReception::type(const char* text)
{
    QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text));
    QTest::qWait(40); // digits are held back for a moment
}

void TestReception::compose(const QString& text)
{
    QWidget* target = QApplication::focusWidget();
    QInputMethodEvent composing(text, {});
    QCoreApplication::sendEvent(target, &composing);
    QInputMethodEvent done;
    done.setCommitString(text);
    QCoreApplication::sendEvent(target, &done);
}

void TestReception::chooseFirst(const char* text)
{
    type(text);
    QTRY_VERIFY(lookup()->highlighted().isValid());
    press(Qt::Key_Return);
    QTRY_VERIFY(m_page->isFormOpen());
}

void TestReception::openNew(const QString& name)
{
    compose(name);
    QTRY_VERIFY(lookup()->highlighted().isValid());
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_page->isFormOpen());
}

QWidget* TestReception::editor(const QString& accessibleName) const
{
    for (FormField* field : m_page->findChildren<FormField*>()) {
        if (field->label() == accessibleName)
            return field->editor()->focusProxy() ? field->editor()->focusProxy() : field->editor();
    }
    return nullptr;
}

QString TestReception::textOf(const QString& accessibleName) const
{
    QWidget* widget = editor(accessibleName);
    if (const auto* line = qobject_cast<QLineEdit*>(widget))
        return line->text();
    if (const auto* text = qobject_cast<QPlainTextEdit*>(widget))
        return text->toPlainText();
    if (const auto* box = qobject_cast<QComboBox*>(widget))
        return box->currentText();
    return {};
}

void TestReception::startsInTheLookup()
{
    QVERIFY(lookupHasFocus());
}

void TestReception::whoIsHereIsShownBeforeAnySearch()
{
    QString everything;
    const QAbstractItemModel* model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column)
            everything += model->index(row, column).data().toString() + u'\n';
    }
    QVERIFY(everything.contains(u"张伟明"_s));
    QVERIFY(everything.contains(words::of(TicketStatus::Waiting)));
    QVERIFY(!everything.contains(u"咨询\n"_s)); // what somebody came for is for the details only
}

void TestReception::returningVisitorInSixKeys()
{
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    chooseFirst("zwm");
    QCOMPARE(textOf(u"Name"_s), u"张伟明"_s);
    press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(textOf(u"What is it about"_s), u"咨询"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    qInfo("returning visitor: %d key presses", m_presses);
    QVERIFY2(m_presses <= 6, qPrintable(QString::number(m_presses)));
    QVERIFY(!m_page->isFormOpen());
    QVERIFY(lookupHasFocus());
    QVERIFY(lookup()->text().isEmpty());
    const auto reply = printed.first().at(0).value<VisitReply>();
    QVERIFY(!reply.number.isEmpty());
    QCOMPARE(printed.first().at(1).toString(), u"legalAdvice"_s);
    QTRY_COMPARE(table()->model()->index(table()->currentRow(), 1).data().toString(), reply.number);
}

void TestReception::returningVisitorWithAnotherMatter()
{
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    chooseFirst("ouyang");
    QCOMPARE(QApplication::focusWidget(), editor(u"What is it about"_s));
    compose(u"工地老板又欠了三个月工资"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    QVERIFY(m_presses <= 6);
    QCOMPARE(printed.first().at(1).toString(), u"wageArrears"_s);
}

void TestReception::newVisitorInTwelveKeys()
{
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    compose(u"买买提·艾力"_s);
    QTRY_VERIFY(lookup()->highlighted().isValid());
    press(Qt::Key_Return);
    QTRY_VERIFY(m_page->isFormOpen());
    QCOMPARE(textOf(u"Name"_s), u"买买提·艾力"_s);
    QCOMPARE(QApplication::focusWidget(), editor(u"Document number"_s));
    const QString number = identityNumber(u"42019919681105001"_s);
    type(qPrintable(number));
    press(Qt::Key_Tab);
    QCOMPARE(textOf(u"Date of birth"_s), u"1968-11-05"_s);
    QCOMPARE(QApplication::focusWidget(), editor(u"Telephone"_s));
    type("13871234567");
    press(Qt::Key_F6);
    compose(u"物业费年年涨，电梯没人修"_s);
    press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), editor(u"Service"_s));
    type("wyjf");
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    qInfo("new visitor: %d key presses besides text", m_presses);
    QVERIFY2(m_presses <= 12, qPrintable(QString::number(m_presses)));
    QCOMPARE(printed.first().at(1).toString(), u"propertyMediation"_s);
    const auto reply = printed.first().at(0).value<VisitReply>();
    const auto details = DemoCentre::wait(m_centre->gateway().ask(m_session, VisitShow{reply.visit}));
    QCOMPARE(details.person.documentNumber, number);
    QCOMPARE(details.person.phone, u"13871234567"_s);
    QCOMPARE(details.person.sex, Sex::Male);
}

void TestReception::enterBeforeTheAnswer()
{
    QTest::keyClicks(lookup()->edit(), u"zhangweiming"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_page->isFormOpen());
    QCOMPARE(textOf(u"Name"_s), u"张伟明"_s);
}

void TestReception::answersToEarlierTextsAreDropped()
{
    QTest::keyClicks(lookup()->edit(), u"zh"_s);
    QTest::qWait(61);
    QTest::keyClicks(lookup()->edit(), u"zzzz"_s);
    QTRY_VERIFY(lookup()->highlighted().isValid());
    QVERIFY(lookup()->highlighted().data().toString().contains(u"zhzzzz"_s)); // only the offer of a new visitor
}

QList<QWidget*> TestReception::tabWalk() const
{
    QList<QWidget*> walk;
    for (QWidget* at = QApplication::focusWidget(); at && !walk.contains(at); at = QApplication::focusWidget()) {
        walk.append(at);
        QTest::keyClick(at, Qt::Key_Tab);
        if (walk.size() > 100)
            break;
    }
    return walk;
}

void TestReception::everySearchHighlightsItsFirstMatch()
{
    for (const char* text : {"zwm", "oyxz", "zwm"}) {
        type(text);
        QTRY_VERIFY(lookup()->highlighted().isValid());
        QCOMPARE(lookup()->highlighted().row(), 0);
        lookup()->clear();
        QVERIFY(!lookup()->isListOpen());
    }
}

void TestReception::tabOrderIsVisualOrder_data()
{
    QTest::addColumn<bool>("form");
    QTest::newRow("idle") << false;
    QTest::newRow("form") << true;
}

void TestReception::tabOrderIsVisualOrder()
{
    QFETCH(bool, form);
    if (form)
        openNew(u"李小红"_s);
    lookup()->setFocus();
    const QList<QWidget*> walk = tabWalk();
    QVERIFY(walk.size() >= (form ? 15 : 3));
    for (qsizetype at = 1; at < walk.size(); ++at) {
        const QRect before(walk[at - 1]->mapTo(m_page, QPoint()), walk[at - 1]->size());
        const QRect now(walk[at]->mapTo(m_page, QPoint()), walk[at]->size());
        const bool sameRow = now.top() <= before.bottom() && before.top() <= now.bottom();
        const bool follows = sameRow ? now.left() > before.left() : now.top() > before.top();
        QVERIFY2(follows, qPrintable(walk[at - 1]->accessibleName() + u" -> "_s + walk[at]->accessibleName()));
    }
}

void TestReception::errorsStandBesideTheFields()
{
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    openNew(u"李小红"_s);
    type("420199196811050011"); // a wrong check character
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(summary()->isVisible());
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(summary()));
    QStringList wrong;
    for (FormField* field : m_page->findChildren<FormField*>()) {
        if (!field->error().isEmpty())
            wrong.append(field->label());
    }
    QCOMPARE(wrong, (QStringList{u"Document number"_s, u"What is it about"_s, u"Service"_s}));
    QCOMPARE(textOf(u"Name"_s), u"李小红"_s);
    QCOMPARE(textOf(u"Document number"_s), u"420199196811050011"_s);
    QTest::qWait(50);
    QCOMPARE(printed.count(), 0);
    press(Qt::Key_Return); // goes to the first field at fault
    QCOMPARE(QApplication::focusWidget(), editor(u"Document number"_s));
}

void TestReception::enterWhileComposing()
{
    openNew(u"李小红"_s);
    QWidget* address = editor(u"Address"_s);
    address->setFocus();
    QInputMethodEvent composing(u"wujiashan"_s, {});
    QCoreApplication::sendEvent(address, &composing);
    press(Qt::Key_Return);
    QVERIFY(!summary()->isVisible());
    QInputMethodEvent done;
    done.setCommitString(u"吴家山"_s);
    QCoreApplication::sendEvent(address, &done);
    QCOMPARE(textOf(u"Address"_s), u"吴家山"_s);
    press(Qt::Key_Return);
    QVERIFY(summary()->isVisible()); // now Enter means the form
}

void TestReception::scanIsNeverHalfElsewhere_data()
{
    QTest::addColumn<QString>("focus");
    QTest::addColumn<bool>("form");
    QTest::newRow("look-up") << QString() << false;
    QTest::newRow("list") << u"table"_s << false;
    QTest::newRow("name") << u"Name"_s << true;
    QTest::newRow("telephone") << u"Telephone"_s << true;
    QTest::newRow("matter") << u"What is it about"_s << true;
    QTest::newRow("service") << u"Service"_s << true;
    QTest::newRow("head count") << u"How many people"_s << true;
    QTest::newRow("priority") << u"Priority"_s << true;
    QTest::newRow("document number") << u"Document number"_s << true;
}

void TestReception::scanIsNeverHalfElsewhere()
{
    QFETCH(QString, focus);
    QFETCH(bool, form);
    if (form)
        openNew(u"李小红"_s);
    QWidget* target = form ? editor(focus) : focus.isEmpty() ? static_cast<QWidget*>(lookup()->edit()) : table();
    target->setFocus();
    QCOMPARE(QApplication::focusWidget(), target);
    const QString before = form ? textOf(focus) : QString();
    const QString number = identityNumber(QString(u"4201991970010"_s + QString::number(++m_people % 9 + 1) + u"001"_s));
    QTest::keyClicks(target, number);
    QTest::keyClick(target, Qt::Key_Return);
    QTRY_VERIFY(m_page->isFormOpen());
    QTRY_COMPARE(textOf(u"Document number"_s), number);
    QVERIFY(textOf(u"Date of birth"_s).startsWith(u"1970-01-0"_s));
    QVERIFY(!summary()->isVisible());
    if (form && focus != u"Document number"_s)
        QCOMPARE(textOf(focus), before);
    QVERIFY(lookup()->text().isEmpty());
    if (const auto* heads = qobject_cast<QAbstractSpinBox*>(editor(u"How many people"_s)))
        QCOMPARE(heads->text(), u"1"_s);
}

void TestReception::slipIsFoundByItsCode_data()
{
    QTest::addColumn<bool>("form");
    QTest::newRow("idle") << false;
    QTest::newRow("form") << true;
}

void TestReception::slipIsFoundByItsCode()
{
    QFETCH(bool, form);
    const auto tickets = DemoCentre::wait(m_centre->gateway().ask(m_session, VisitsToday{})).tickets;
    const TicketRow& ticket = tickets.back();
    if (form) {
        openNew(u"李小红"_s);
        editor(u"Address"_s)->setFocus();
    }
    QWidget* target = QApplication::focusWidget();
    QTest::keyClicks(target, slipCodeText({ticket.visitNumber, ticket.ticket}));
    QTest::keyClick(target, Qt::Key_Return);
    QTRY_COMPARE(table()->model()->index(table()->currentRow(), 1).data().toString(), ticket.number);
    QVERIFY(!m_page->isFormOpen());
    QVERIFY(lookup()->text().isEmpty());
    if (form) {
        press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(textOf(u"Name"_s), u"李小红"_s);
        QCOMPARE(textOf(u"Address"_s), QString());
    }
}

void TestReception::capitalsAreTypedAsEver()
{
    openNew(u"李小红"_s);
    QWidget* address = editor(u"Address"_s);
    address->setFocus();
    QTest::keyClicks(address, u"ONE DOOR, ON 3F"_s);
    QTRY_COMPARE(textOf(u"Address"_s), u"ONE DOOR, ON 3F"_s);
}

void TestReception::slowDigitsStayWhereTheyWereTyped()
{
    openNew(u"李小红"_s);
    QWidget* address = editor(u"Address"_s);
    address->setFocus();
    for (const char* digit : {"4", "2", "0"}) {
        QTest::keyClicks(address, QString::fromLatin1(digit));
        QTest::qWait(45);
    }
    QTRY_COMPARE(textOf(u"Address"_s), u"420"_s);
}

void TestReception::digitsAndLettersKeepTheirOrder()
{
    openNew(u"李小红"_s);
    QWidget* address = editor(u"Address"_s);
    address->setFocus();
    QTest::keyClicks(address, u"12a34b5"_s);
    QTest::keyClick(address, Qt::Key_Tab);
    QCOMPARE(textOf(u"Address"_s), u"12a34b5"_s);
    QVERIFY(QApplication::focusWidget() != address);
}

void TestReception::escGoesOneLevelBack()
{
    type("zhang");
    QTRY_VERIFY(lookup()->isListOpen());
    press(Qt::Key_Escape);
    QVERIFY(!lookup()->isListOpen());
    QCOMPARE(lookup()->text(), u"zhang"_s);
    press(Qt::Key_Escape);
    QVERIFY(lookup()->text().isEmpty());
    QTest::keyClick(lookup()->edit(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(lookup()->text(), u"zhang"_s);
    lookup()->clear();
    openNew(u"李小红"_s);
    editor(u"Service"_s)->setFocus();
    type("wy");
    QTest::qWait(80);
    press(Qt::Key_Escape); // the list of services
    QVERIFY(m_page->isFormOpen());
    press(Qt::Key_Escape);
    QVERIFY(!m_page->isFormOpen());
    QVERIFY(lookupHasFocus());
}

void TestReception::draftIsBroughtBack()
{
    openNew(u"李小红"_s);
    editor(u"What is it about"_s)->setFocus();
    compose(u"楼上漏水，三个月没人管"_s);
    press(Qt::Key_Escape);
    QVERIFY(!m_page->isFormOpen());
    press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_page->isFormOpen());
    QCOMPARE(textOf(u"Name"_s), u"李小红"_s);
    QCOMPARE(textOf(u"What is it about"_s), u"楼上漏水，三个月没人管"_s);
}

void TestReception::documentFillsBirthAndSex()
{
    openNew(u"李小红"_s);
    const QString number = identityNumber(u"42019919851224002"_s);
    type(qPrintable(QString(number).insert(6, u' ').toLower()));
    press(Qt::Key_Tab);
    QCOMPARE(textOf(u"Document number"_s), number);
    QCOMPARE(textOf(u"Date of birth"_s), u"1985-12-24"_s);
    QCOMPARE(textOf(u"Sex"_s), words::of(Sex::Female));
    QCOMPARE(textOf(u"Document"_s), words::of(DocumentKind::ResidentId));
}

void TestReception::changedTelephoneIsCorrected()
{
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    chooseFirst("ouyang");
    editor(u"Telephone"_s)->setFocus();
    press(Qt::Key_A, Qt::ControlModifier);
    type("139 8765 4321");
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    const auto reply = printed.first().at(0).value<VisitReply>();
    const auto person = DemoCentre::wait(m_centre->gateway().ask(m_session, PersonShow{reply.person}));
    QCOMPARE(person.known.phone, u"13987654321"_s);
    QCOMPARE(person.known.name, u"欧阳修竹"_s);
}

void TestReception::doublePressIssuesOneTicket()
{
    const auto before = DemoCentre::wait(m_centre->gateway().ask(m_session, VisitsToday{})).tickets.size();
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    chooseFirst("zwm");
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    QTest::qWait(100);
    QCOMPARE(DemoCentre::wait(m_centre->gateway().ask(m_session, VisitsToday{})).tickets.size(), before + 1);
}

void TestReception::printAgainAsksForTheSameTicket()
{
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    QSignalSpy again(m_page, &ReceptionPage::reprintTicket);
    chooseFirst("zwm");
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    press(Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(again.count(), 1);
    QCOMPARE(again.first().at(0).value<TicketRow>().ticket, printed.first().at(0).value<VisitReply>().ticket);
}

void TestReception::failedPrintIsSeenInList()
{
    QSignalSpy printed(m_page, &ReceptionPage::printTicket);
    chooseFirst("zwm");
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(printed.count(), 1);
    const auto reply = printed.first().at(0).value<VisitReply>();
    TicketRecordPrint failure;
    failure.ticket = reply.ticket.toString();
    failure.printed = false;
    failure.reason = u"out of paper"_s;
    DemoCentre::wait(m_centre->gateway().send(m_session, failure));
    QTRY_COMPARE(table()->model()->index(table()->currentRow(), TodayModel::NoteColumn).data().toString(), words::of(PrintStatus::Failed));
    QCOMPARE(table()->model()->index(table()->currentRow(), TodayModel::NumberColumn).data().toString(), reply.number);
}

void TestReception::everyWidgetHasItsOwnName_data()
{
    tabOrderIsVisualOrder_data();
}

void TestReception::everyWidgetHasItsOwnName()
{
    QFETCH(bool, form);
    if (form)
        chooseFirst("zwm");
    QSet<QString> names;
    for (QWidget* widget : m_page->findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || widget->focusProxy())
            continue;
        if (qobject_cast<QAbstractSpinBox*>(widget->parentWidget()))
            continue; // the spin box speaks for its line
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(spoken);
        const QString name = spoken->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(), widget->metaObject()->className());
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.insert(name);
    }
    QVERIFY(names.size() >= (form ? 15 : 3));
}

void TestReception::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Look>("look");
    QTest::addColumn<bool>("chinese");
    for (const Look look : {Look::Light, Look::Dark}) {
        for (const bool chinese : {true, false}) {
            const QByteArray name = QByteArray(look == Look::Dark ? "dark" : "light") + (chinese ? "-zh" : "-en");
            QTest::newRow(QByteArray(name + "-1366").constData()) << QSize(1166, 690) << look << chinese;
            QTest::newRow(QByteArray(name + "-1920").constData()) << QSize(1720, 1000) << look << chinese;
        }
    }
}

void TestReception::pictures()
{
    ONLY_FOR_PICTURES();
    QFETCH(QSize, size);
    QFETCH(Look, look);
    QFETCH(bool, chinese);
    QTranslator translator;
    if (chinese) {
        Q_INIT_RESOURCE(onedoor_translations);
        QVERIFY(translator.load(u":/i18n/onedoor_zh_CN.qm"_s));
        qApp->installTranslator(&translator);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    }
    cleanup();
    m_theme->setLook(look);
    init();
    m_window->resize(size);
    const QString stem = u"" ONEDOOR_BINARY_DIR "/reception-%1-"_s.arg(QString::fromLatin1(QTest::currentDataTag()));
    const auto save = [&](const QString& state) {
        QTest::qWait(120);
        QVERIFY(m_window->grab().save(stem + state + u".png"_s));
    };
    VisitRegister urgent;
    urgent.newPerson = PersonInput{.name = u"刘建国"_s, .documentKind = DocumentKind::None};
    urgent.service = u"petitionClaim"_s;
    urgent.summary = u"拆迁补偿"_s;
    urgent.urgent = true;
    DemoCentre::wait(m_centre->gateway().send(m_session, urgent));
    QTest::qWait(200);
    save(u"1-idle"_s);
    type("zhang");
    QTRY_VERIFY(lookup()->highlighted().isValid());
    save(u"2-lookup"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY(m_page->isFormOpen());
    save(u"3-returning"_s);
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!m_page->isFormOpen());
    press(Qt::Key_H, Qt::ControlModifier);
    QTest::qWait(200);
    save(u"4-issued"_s);
    compose(u"李小红"_s);
    QTest::qWait(150);
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_page->isFormOpen());
    type("420199196811050011");
    press(Qt::Key_Return, Qt::ControlModifier);
    save(u"5-errors"_s);
    press(Qt::Key_Escape);
    save(u"6-draft"_s);
    QLocale::setDefault(QLocale::c());
    m_theme->setLook(Look::Light);
}

QTEST_MAIN(TestReception)
#include "tst_reception.moc"
