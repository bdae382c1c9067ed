// SPDX-License-Identifier: GPL-3.0-or-later
// Merging two records on the page of personal data by real keys: the list of likely duplicates with its reasons, both records side by side,
// reason, undo in the toast, taking it back later, and what the erasure tells of it (queue.md section 5: 25). All people are invented.
#include "core/services/api/erasure.h"
#include "core/services/api/person_merging.h"
#include "tests/gui/composing.h"
#include "tests/support/demo_centre.h"
#include "ui/pages/personal_data/duplicate_model.h"
#include "ui/pages/personal_data/erase_sheet.h"
#include "ui/pages/personal_data/merge_sheet.h"
#include "ui/pages/personal_data/personal_data_page.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/toast.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QString phone = u"13871205566"_s;

QWidget* focus()
{
    return QApplication::focusWidget();
}

void takePicture(QWidget* widget, const QString& what)
{
    if (qEnvironmentVariableIsEmpty("ONEDOOR_GALLERY"))
        return;
    QTest::qWait(500);
    widget->grab().save(u"merging-%1.png"_s.arg(what));
}

} // namespace

class TestPersonMergingPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void likelyDuplicatesAreListed();
    void mergedByKeysAndUndone();
    void theOtherOneIsKept();
    void takenBackFromTheList();
    void aReasonIsAsked();
    void theErasureNamesWhatGoesWithIt();
    void aCardIsScannedAnywhere();
    void theRowsKeepTheirModel();

private:
    VisitReply visit(const PersonInput& person);
    void openPage();
    void find(const QString& typed, const QString& name);
    void openSheet();
    template <typename Command>
    auto send(const Command& command) { return DemoCentre::outcome(m_demo->gateway().send(m_session, command)); }
    template <typename Query>
    auto ask(const Query& query) { return DemoCentre::outcome(m_demo->gateway().ask(m_session, query)); }
    PersonId standsFor(PersonId person) { return ask(PersonShow{person})->person; }
    DataTable* table() const
    {
        for (DataTable* each : m_page->findChildren<DataTable*>())
            if (each->accessibleName() == u"Records of the same person"_s)
                return each;
        return nullptr;
    }
    FormField* reasonField() const
    {
        for (FormField* each : sheet()->findChildren<FormField*>())
            if (each->label() == u"Reason"_s)
                return each;
        return nullptr;
    }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    MergeSheet* sheet() const { return m_page->findChild<MergeSheet*>(); }
    QString text() const
    {
        QString all;
        for (const QLabel* label : m_page->findChildren<QLabel*>())
            if (label->isVisible())
                all += label->text() + u'\n';
        return all;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_demo;
    Session m_session;
    VisitReply m_fang;
    VisitReply m_other;
    std::unique_ptr<PersonalDataPage> m_page;
};

void TestPersonMergingPage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestPersonMergingPage::init()
{
    m_demo = std::make_unique<DemoCentre>();
    m_session = m_demo->session("admin", u"window6"_s);
    m_fang = visit({.name = u"王小芳"_s, .birth = QDate(1968, 3, 2), .phone = phone, .address = u"长青街 1 号"_s});
    m_other = visit({.name = u"王晓方"_s, .birth = QDate(1968, 3, 2), .phone = phone, .workUnit = u"试验小学"_s});
}

void TestPersonMergingPage::cleanup()
{
    m_page.reset();
    m_demo.reset();
}

VisitReply TestPersonMergingPage::visit(const PersonInput& person)
{
    VisitRegister command;
    command.newPerson = person;
    command.service = u"legalAdvice"_s;
    command.summary = u"楼上漏水"_s;
    const VisitReply reply = *send(command);
    if (!send(TicketWithdraw{{reply.ticket.toString(), {}}}))
        qFatal("not withdrawn");
    return reply;
}

void TestPersonMergingPage::openPage()
{
    m_page = std::make_unique<PersonalDataPage>(m_demo->gateway(), m_session, m_demo->clock());
    m_page->resize(1278, 640);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
}

void TestPersonMergingPage::find(const QString& typed, const QString& name)
{
    auto* edit = m_page->findChild<LookupField*>()->edit();
    edit->setFocus();
    compose(typed);
    QTRY_VERIFY(m_page->findChild<LookupField*>()->isListOpen());
    QTest::keyClick(focus(), Qt::Key_Down);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTRY_VERIFY(text().contains(name + u'\n'));
    QTRY_VERIFY(table()->model()->rowCount() > 0);
}

void TestPersonMergingPage::openSheet()
{
    QTest::keyClick(focus(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(sheet() && sheet()->isOpen());
    reasonField()->editor()->setFocus();
}

void TestPersonMergingPage::likelyDuplicatesAreListed()
{
    openPage();
    find(u"王小芳"_s, u"王小芳"_s);
    QCOMPARE(table()->model()->rowCount(), 1);
    QCOMPARE(cell(0, DuplicateModel::Name), u"王晓方"_s);
    for (const QString& reason : {u"same telephone"_s, u"same date of birth"_s, u"sounds alike"_s})
        QVERIFY2(cell(0, DuplicateModel::Why).contains(reason), qPrintable(cell(0, DuplicateModel::Why)));
    QVERIFY(!cell(0, DuplicateModel::State).isEmpty());
    takePicture(m_page.get(), u"likely"_s);
}

void TestPersonMergingPage::mergedByKeysAndUndone()
{
    openPage();
    find(u"王小芳"_s, u"王小芳"_s);
    openSheet();
    QString said;
    for (const QLabel* label : sheet()->findChildren<QLabel*>())
        said += label->text() + u'\n';
    for (const QString& part : {u"王小芳"_s, u"王晓方"_s, u"长青街 1 号"_s, u"试验小学"_s, u"differs"_s, u"2 visit"_s})
        QVERIFY2(said.contains(part), qPrintable(part + u" is not in\n"_s + said));
    compose(u"出示身份证核对"_s);
    takePicture(m_page.get(), u"sheet"_s);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTest::qWait(100);
    QCOMPARE(standsFor(m_other.person), m_other.person); // Enter in a field never merges
    QTest::keyClick(focus(), Qt::Key_Return); // on the button it does
    QTRY_COMPARE(standsFor(m_other.person), m_fang.person);
    QTRY_VERIFY(!sheet());
    QTRY_COMPARE(cell(0, DuplicateModel::State), u"Merged"_s);
    QVERIFY(cell(0, DuplicateModel::Why).contains(u"出示身份证核对"_s) && cell(0, DuplicateModel::Why).contains(u"陈主任"_s));
    QTRY_VERIFY(text().contains(u"2 visit"_s));
    takePicture(m_page.get(), u"merged"_s);
    auto* toast = m_page->findChild<Toast*>();
    QVERIFY(toast);
    for (QPushButton* each : toast->findChildren<QPushButton*>())
        if (each->text().contains(u"Undo"_s))
            QTest::mouseClick(each, Qt::LeftButton);
    QTRY_COMPARE(standsFor(m_other.person), m_other.person);
    QTRY_VERIFY(cell(0, DuplicateModel::State) != u"Merged"_s);
}

void TestPersonMergingPage::theOtherOneIsKept()
{
    openPage();
    find(u"王小芳"_s, u"王小芳"_s);
    openSheet();
    sheet()->findChild<SegmentedControl*>()->setCurrentIndex(1);
    compose(u"身份证上的名字"_s);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTRY_COMPARE(standsFor(m_fang.person), m_other.person);
    QTRY_VERIFY(text().contains(u"王晓方\n"_s)); // the page follows whoever is kept
}

void TestPersonMergingPage::takenBackFromTheList()
{
    QVERIFY(send(PersonMerge{m_other.person, m_fang.person, u"误认"_s}));
    openPage();
    find(u"王晓方"_s, u"王小芳"_s); // found by the name that was folded in
    QTRY_COMPARE(cell(0, DuplicateModel::State), u"Merged"_s);
    QTest::keyClick(focus(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(standsFor(m_other.person), m_other.person);
}

void TestPersonMergingPage::aReasonIsAsked()
{
    openPage();
    find(u"王小芳"_s, u"王小芳"_s);
    openSheet();
    QTest::keyClick(focus(), Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE(reasonField()->error(), u"Enter a reason"_s);
    QCOMPARE(standsFor(m_other.person), m_other.person);
    QTest::keyClick(focus(), Qt::Key_Escape);
    QTRY_VERIFY(!sheet());
}

void TestPersonMergingPage::theErasureNamesWhatGoesWithIt()
{
    QVERIFY(send(PersonMerge{m_other.person, m_fang.person, u"同一人"_s}));
    openPage();
    find(u"王小芳"_s, u"王小芳"_s);
    QTest::keyClick(focus(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto* erase = m_page->findChild<EraseSheet*>();
    QVERIFY(erase);
    bool isTold = false;
    for (const Banner* each : erase->findChildren<Banner*>())
        isTold = isTold || each->accessibleName().contains(u"王晓方"_s);
    QVERIFY(isTold);
    takePicture(m_page.get(), u"erase"_s);
}

/// Whatever has the focus, the bearer of the card is shown.
void TestPersonMergingPage::aCardIsScannedAnywhere()
{
    const QString number = u"42019919790821004"_s + *residentCheckCharacter(u"42019919790821004"_s);
    visit({.name = u"李小红"_s, .documentKind = DocumentKind::ResidentId, .documentNumber = number});
    openPage();
    table()->setFocus();
    for (const QChar each : number)
        QTest::keyClick(focus(), each.toLatin1(), Qt::NoModifier, 1);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTRY_VERIFY(text().contains(u"李小红\n"_s));
}

void TestPersonMergingPage::theRowsKeepTheirModel()
{
    DuplicateModel model(480, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    MergedRow merged;
    merged.known.name = u"王晓方"_s;
    SimilarPerson likely;
    likely.person.name = u"王小芳"_s;
    likely.reasons = {{SimilarityReason::SamePhone, 28}, {SimilarityReason::OtherBirth, -30}};
    likely.score = 60;
    model.setRows({merged}, {likely, likely});
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.mergedAt(0) && !model.likelyAt(0));
    QVERIFY(!model.mergedAt(1) && model.likelyAt(1));
    QCOMPARE(model.index(1, DuplicateModel::Why).data().toString(), u"same telephone; but another date of birth"_s);
    QCOMPARE(model.state(1).word, u"Perhaps, 60 of 100"_s);
    QCOMPARE(model.data(model.index(9, 0), Qt::DisplayRole), QVariant());
    model.setRows({}, {});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_MAIN(TestPersonMergingPage)
#include "tst_person_merging_page.moc"
