// SPDX-License-Identifier: GPL-3.0-or-later
// The page of personal data under real keys and the mouse: from the look-up to an erased person, a hold and a visit that stand against it,
// a PC that is still pending and then confirms, a copy as JSON and as PDF, and people who may not. All people are invented.
#include "tests/gui/composing.h"
#include "tests/gui/desk_bench.h"
#include "core/services/api/counter.h"
#include "core/services/api/erasure.h"
#include "core/services/api/nodes.h"
#include "core/services/api/reception.h"
#include "core/services/error_text.h"
#include "core/services/local_gateway.h"
#include "core/services/rehearsal/other_desk.h"
#include "ui/pages/personal_data/erase_sheet.h"
#include "ui/pages/personal_data/erasure_model.h"
#include "ui/pages/personal_data/hold_model.h"
#include "ui/pages/personal_data/legal_hold_sheet.h"
#include "ui/pages/personal_data/person_document.h"
#include "ui/pages/personal_data/person_file.h"
#include "ui/pages/personal_data/personal_data_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/lookup_field.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QInputMethodEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTextDocument>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"欧阳明月"_s;
const QString phone = u"13871205566"_s;
const QString caseNumber = u"（2026）鄂0112民初77号"_s;
const QString summary = u"楼上漏水，请求调解"_s;

/// For who wants to look at it: ONEDOOR_GALLERY=1 tst_personal_data_page.
void takePicture(QWidget* widget, const QString& what)
{
    if (qEnvironmentVariableIsEmpty("ONEDOOR_GALLERY"))
        return;
    QTest::qWait(500); // sheets slide in
    widget->grab().save(u"personal-data-%1.png"_s.arg(what));
}

QString shownText(const QWidget* root)
{
    QString all;
    for (const QLabel* label : root->findChildren<QLabel*>())
        if (label->isVisible())
            all += label->text() + u'\n';
    return all;
}

QWidget* focus()
{
    return QApplication::focusWidget();
}

} // namespace

class TestPersonalDataPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void nobodyIsChosen();
    void fromSearchToErased();
    void theMouseErases();
    void anErasureNeedsReasonAndName();
    void escapeErasesNothing();
    void aHoldStandsAgainstIt();
    void oneOfTwoHoldsIsLifted();
    void aWrongDayIsToldBesideIt();
    void aVisitThatIsNotOverStandsAgainstIt();
    void aRefusalOfTheServiceIsTold();
    void pendingPcsAreNamed();
    void aCopyIsSavedThroughTheDialog();
    void aCopyAsPdf_data();
    void aCopyAsPdf();
    void theCopyTellsAll();
    void aFolderThatTakesNoFile();
    void tabGoesWhereTheEyeGoes();
    void theKeyOpensThePage();
    void receptionistsDoNotSeeIt();
    void receptionistsAreRefused();
    void theRowsKeepTheirModels();

private:
    void openPage();
    void find(const QString& typed);
    void typeHold(const QString& reason, const QString& until);
    VisitReply visit(const QString& visitor);
    void finish(const VisitReply& visit);
    template <typename Command>
    auto send(const Command& command) { return DeskBench::outcome(m_store.gateway->send(m_store.session, command)); }
    template <typename Query>
    auto ask(const Query& query) { return DeskBench::outcome(m_store.gateway->ask(m_store.session, query)); }
    ErasurePhase phase() { return ask(PersonErasure{m_visit.person})->state; }
    LookupField* lookup() const { return m_page->findChild<LookupField*>(); }
    ActionButton* button(const QString& text) const
    {
        for (ActionButton* each : m_page->findChildren<ActionButton*>())
            if (each->isVisible() && each->text() == text)
                return each;
        return nullptr;
    }
    DataTable* table(const QString& accessibleName) const { return named<DataTable>(m_page.get(), accessibleName); }
    QString cell(const QString& accessibleName, int column) const
    {
        const QAbstractItemModel* model = table(accessibleName)->model();
        return model->rowCount() == 0 ? QString() : model->index(0, column).data().toString();
    }
    QString text() const { return shownText(m_page.get()); }

    std::unique_ptr<DeskBench> m_bench;
    StoreEntry m_store;
    VisitReply m_visit;
    std::unique_ptr<PersonalDataPage> m_page;
};

void TestPersonalDataPage::init()
{
    m_bench = std::make_unique<DeskBench>();
    m_store = m_bench->found().store;
    m_store.session.place = u"window6"_s;
    m_visit = visit(name);
    finish(m_visit);
}

void TestPersonalDataPage::cleanup()
{
    m_page.reset();
    m_store = {};
    m_bench.reset();
}

VisitReply TestPersonalDataPage::visit(const QString& visitor)
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = visitor, .documentKind = DocumentKind::None, .sex = Sex::Female, .phone = phone, .address = u"长青街 1 号"_s};
    command.service = u"legalAdvice"_s;
    command.summary = summary;
    return *send(command);
}

void TestPersonalDataPage::finish(const VisitReply& visit)
{
    const QString ticket = visit.ticket.toString();
    QVERIFY(send(TicketCall{{ticket, u"window6"_s}}));
    QVERIFY(send(TicketBegin{{ticket, u"window6"_s}}));
    TicketFinish done;
    done.ticket = ticket;
    done.place = u"window6"_s;
    done.outcome = m_store.gateway->centre().outcomes.front().key;
    done.note = u"已告知申请材料"_s;
    QVERIFY(send(done));
}

void TestPersonalDataPage::openPage()
{
    m_page = std::make_unique<PersonalDataPage>(*m_store.gateway, m_store.session, m_bench->clock);
    m_page->resize(1278, 640);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
    QTest::qWait(200);
}

/// By keys alone.
void TestPersonalDataPage::find(const QString& typed)
{
    QCOMPARE(focus(), lookup()->edit());
    QTest::keyClicks(focus(), typed);
    QTRY_VERIFY(lookup()->isListOpen());
    takePicture(m_page.get(), u"look-up"_s);
    QTest::keyClick(focus(), Qt::Key_Down);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTRY_VERIFY(text().contains(name + u'\n'));
    QTRY_VERIFY(button(u"Export as PDF…"_s)->isEnabled());
}

void TestPersonalDataPage::nobodyIsChosen()
{
    openPage();
    QTRY_VERIFY(text().contains(u"Nobody has been erased"_s));
    QVERIFY(text().contains(u"Look a person up"_s));
    for (const QString& act : {u"Export as PDF…"_s, u"Export as JSON…"_s, u"Place a hold…"_s, u"Lift the hold…"_s, u"Erase personal data…"_s})
        QVERIFY2(!button(act)->isEnabled(), qPrintable(act));
    QTest::keyClick(focus(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_page->findChild<Sheet*>());
    takePicture(m_page.get(), u"empty"_s);
    QTest::keyClicks(focus(), u"nobody"_s);
    QTRY_VERIFY(text().contains(u"Nobody matches"_s));
}

void TestPersonalDataPage::fromSearchToErased()
{
    openPage();
    find(u"ouyang"_s);
    for (const QString& part : {u"Nothing stands against erasing"_s, phone, u"长青街 1 号"_s, u"1 visit"_s})
        QVERIFY2(text().contains(part), qPrintable(part + u" is not in\n"_s + text()));
    takePicture(m_page.get(), u"person"_s);
    QTest::keyClick(focus(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto* sheet = m_page->findChild<EraseSheet*>();
    QVERIFY(sheet);
    auto* reason = sheet->findChild<QComboBox*>();
    QTRY_COMPARE(focus(), reason);
    QCOMPARE(reason->currentIndex(), -1);
    for (int presses = 0; presses < 3; ++presses)
        QTest::keyClick(focus(), Qt::Key_Down);
    QCOMPARE(reason->currentData().toString(), u"consentWithdrawn"_s);
    takePicture(m_page.get(), u"erase-1"_s);
    QTest::keyClick(focus(), Qt::Key_O, Qt::AltModifier);
    QTRY_VERIFY(fieldOf(sheet, u"Name of the person"_s));
    QCOMPARE(focus(), fieldOf(sheet, u"Name of the person"_s)->editor());
    compose(name);
    takePicture(m_page.get(), u"erase-2"_s);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTest::qWait(100);
    QCOMPARE(phase(), ErasurePhase::None); // Enter in a field never erases
    QTest::keyClick(focus(), Qt::Key_Return); // on the button it does
    QTRY_COMPARE(phase(), ErasurePhase::Complete);
    QTRY_VERIFY(text().contains(u"The personal data is erased."_s));
    QTRY_COMPARE(table(u"Erasures"_s)->model()->rowCount(), 1);
    QCOMPARE(cell(u"Erasures"_s, ErasureModel::Who), u"陈静"_s);
    QCOMPARE(cell(u"Erasures"_s, ErasureModel::Reason), u"The person withdrew consent"_s);
    QCOMPARE(cell(u"Erasures"_s, ErasureModel::State), u"Everywhere"_s);
    QTRY_VERIFY(text().contains(u"Erased person"_s));
    QTRY_VERIFY2(text().contains(u"Confirmed: this PC"_s), qPrintable(text()));
    QTRY_VERIFY(!m_page->findChild<Sheet*>());
    QVERIFY(!text().contains(name) && !text().contains(phone));
    QVERIFY(!button(u"Erase personal data…"_s)->isEnabled() && !button(u"Place a hold…"_s)->isEnabled());
    QCOMPARE(focus(), lookup()->edit());
    QVERIFY(ask(PersonLookup{u"ouyang"_s})->persons.empty());
    takePicture(m_page.get(), u"erased"_s);
}

void TestPersonalDataPage::theMouseErases()
{
    openPage();
    QTest::keyClicks(focus(), phone.right(4));
    QTest::keyClick(focus(), Qt::Key_Return); // before the answer is there
    QTRY_VERIFY(button(u"Erase personal data…"_s)->isEnabled());
    QTest::mouseClick(button(u"Erase personal data…"_s), Qt::LeftButton);
    auto* sheet = m_page->findChild<EraseSheet*>();
    QVERIFY(sheet);
    QTest::qWait(300); // it slides in
    const auto press = [sheet](const QString& word) {
        for (QPushButton* each : sheet->findChildren<QPushButton*>())
            if (each->text() == word && each->isVisible())
                QTest::mouseClick(each, Qt::LeftButton);
    };
    sheet->findChild<QComboBox*>()->setCurrentIndex(0);
    press(u"C&ontinue"_s);
    compose(name);
    press(u"&Erase for ever"_s);
    QTRY_COMPARE(phase(), ErasurePhase::Complete);
}

void TestPersonalDataPage::anErasureNeedsReasonAndName()
{
    openPage();
    find(u"ouyang"_s);
    QTest::keyClick(focus(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto* sheet = m_page->findChild<EraseSheet*>();
    QTRY_COMPARE(focus(), sheet->findChild<QComboBox*>());
    QTest::keyClick(focus(), Qt::Key_O, Qt::AltModifier);
    QTRY_COMPARE(fieldOf(sheet, u"Reason"_s)->error(), u"Choose a reason"_s); // still the first step
    QTest::keyClick(focus(), Qt::Key_Down);
    QCOMPARE(fieldOf(sheet, u"Reason"_s)->error(), QString());
    QTest::keyClick(focus(), Qt::Key_O, Qt::AltModifier);
    FormField* field = nullptr;
    QTRY_VERIFY((field = fieldOf(sheet, u"Name of the person"_s)));
    for (const QString& wrong : {QString(), u"欧阳"_s}) {
        QTest::keyClick(focus(), Qt::Key_A, Qt::ControlModifier);
        compose(wrong);
        QTest::keyClick(focus(), Qt::Key_E, Qt::AltModifier);
        QTRY_VERIFY(!field->error().isEmpty());
        QTRY_COMPARE(focus(), field->editor());
    }
    QVERIFY(field->error().contains(u"does not match"_s));
    takePicture(m_page.get(), u"wrong-name"_s);
    QCOMPARE(phase(), ErasurePhase::None);
}

void TestPersonalDataPage::escapeErasesNothing()
{
    openPage();
    find(u"ouyang"_s);
    QTest::keyClick(focus(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(qobject_cast<QComboBox*>(focus()));
    QTest::keyClick(focus(), Qt::Key_Escape);
    QTRY_VERIFY(!m_page->findChild<Sheet*>());
    QTRY_COMPARE(focus(), lookup()->edit());
    QCOMPARE(phase(), ErasurePhase::None);
}

void TestPersonalDataPage::typeHold(const QString& reason, const QString& until)
{
    QTest::keyClick(focus(), Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    auto* sheet = m_page->findChild<LegalHoldSheet*>();
    QVERIFY(sheet);
    QTRY_COMPARE(focus(), fieldOf(sheet, u"Reason"_s)->editor());
    compose(reason);
    QTest::keyClick(focus(), Qt::Key_Tab);
    QTest::keyClicks(focus(), until);
    takePicture(m_page.get(), u"hold"_s);
    QTest::keyClick(focus(), Qt::Key_Return);
}

void TestPersonalDataPage::aHoldStandsAgainstIt()
{
    openPage();
    find(u"ouyang"_s);
    typeHold(caseNumber, u"20991231"_s);
    QTRY_VERIFY2(text().contains(u"a legal hold stands until 2099-12-31. Reason: "_s + caseNumber), qPrintable(text()));
    QVERIFY(text().contains(u"The legal hold stands."_s));
    QCOMPARE(cell(u"Legal holds"_s, HoldModel::Reason), caseNumber);
    QCOMPARE(cell(u"Legal holds"_s, HoldModel::State), u"Stands"_s);
    QVERIFY(!button(u"Erase personal data…"_s)->isEnabled());
    QTRY_VERIFY(!m_page->findChild<Sheet*>());
    QTest::keyClick(m_page.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_page->findChild<Sheet*>());
    takePicture(m_page.get(), u"held"_s);

    QVERIFY(button(u"Lift the hold…"_s)->isEnabled());
    QTest::mouseClick(button(u"Lift the hold…"_s), Qt::LeftButton);
    QVERIFY(shownText(m_page->findChild<LegalHoldSheet*>()).contains(caseNumber));
    takePicture(m_page.get(), u"lift"_s);
    compose(u"已结案"_s);
    QTest::keyClick(focus(), Qt::Key_Return);
    QTRY_VERIFY(text().contains(u"Nothing stands against erasing"_s));
    QCOMPARE(cell(u"Legal holds"_s, HoldModel::State), u"Lifted"_s);
    QVERIFY(button(u"Erase personal data…"_s)->isEnabled());
    QVERIFY(!button(u"Lift the hold…"_s)->isEnabled());
}

void TestPersonalDataPage::oneOfTwoHoldsIsLifted()
{
    QVERIFY(send(PersonHold{m_visit.person, u"仲裁"_s, {}}));
    QVERIFY(send(PersonHold{m_visit.person, caseNumber, {}}));
    openPage();
    find(u"ouyang"_s);
    QTRY_COMPARE(table(u"Legal holds"_s)->model()->rowCount(), 2);
    DataTable* holds = table(u"Legal holds"_s);
    holds->setFocus();
    QTest::keyClick(holds, Qt::Key_Down); // the older one
    QTest::keyClick(holds, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_page->findChild<LegalHoldSheet*>());
    QTRY_VERIFY(qobject_cast<QLineEdit*>(focus()));
    QTest::keyClick(focus(), Qt::Key_Return);
    QTRY_VERIFY(text().contains(u"The legal hold is lifted."_s));
    const std::vector<HoldRow> rows = ask(PersonHolds{m_visit.person})->holds;
    QVERIFY(!rows.at(0).stands && rows.at(1).stands);
    QTRY_VERIFY(text().contains(u"until it is lifted. Reason: "_s + caseNumber));
    QVERIFY(!button(u"Erase personal data…"_s)->isEnabled());
}

void TestPersonalDataPage::aWrongDayIsToldBesideIt()
{
    openPage();
    find(u"ouyang"_s);
    typeHold(caseNumber, u"soon"_s);
    auto* sheet = m_page->findChild<LegalHoldSheet*>();
    FormField* day = fieldOf(sheet, u"Last day"_s);
    QVERIFY(!day->error().isEmpty());
    QTest::keyClick(focus(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(focus(), u"2020-01-01"_s);
    QCOMPARE(day->error(), QString());
    QTest::keyClick(focus(), Qt::Key_Return);
    QTRY_VERIFY(day->error().contains(u"lies in the past"_s));
    QVERIFY(ask(PersonHolds{m_visit.person})->holds.empty());
}

void TestPersonalDataPage::aVisitThatIsNotOverStandsAgainstIt()
{
    openPage();
    find(u"ouyang"_s);
    QVERIFY(button(u"Erase personal data…"_s)->isEnabled());
    VisitRegister again;
    again.person = m_visit.person;
    again.service = u"legalAdvice"_s;
    again.summary = summary;
    const VisitReply second = *send(again);
    QTRY_VERIFY2(text().contains(u"ticket %1 of this person is not over"_s.arg(second.number)), qPrintable(text()));
    QVERIFY(!button(u"Erase personal data…"_s)->isEnabled());
    finish(second);
    QTRY_VERIFY(button(u"Erase personal data…"_s)->isEnabled());
}

void TestPersonalDataPage::aRefusalOfTheServiceIsTold()
{
    openPage();
    find(u"ouyang"_s);
    QTest::keyClick(focus(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto* sheet = m_page->findChild<EraseSheet*>();
    QTRY_COMPARE(focus(), sheet->findChild<QComboBox*>());
    QVERIFY(send(PersonHold{m_visit.person, caseNumber, {}})); // somebody else, meanwhile
    QTest::keyClick(focus(), Qt::Key_Down);
    QTest::keyClick(focus(), Qt::Key_O, Qt::AltModifier);
    QTRY_VERIFY(fieldOf(sheet, u"Name of the person"_s));
    compose(name);
    QTest::keyClick(focus(), Qt::Key_E, Qt::AltModifier);
    QTRY_VERIFY(shownText(sheet).contains(u"Reason: "_s + caseNumber));
    QVERIFY(sheet->isOpen());
    takePicture(m_page.get(), u"refused"_s);
    QCOMPARE(phase(), ErasurePhase::None);
}

void TestPersonalDataPage::pendingPcsAreNamed()
{
    const NodeId other = NodeId::make(m_bench->clock.now(), m_bench->random);
    QByteArray key(32, '\0');
    m_bench->random.fill({reinterpret_cast<unsigned char*>(key.data()), 32});
    QVERIFY(send(NodeEnrol{other, u"窗口二"_s, key}));
    openPage();
    QTRY_VERIFY(text().contains(u"Nobody has been erased"_s));
    QVERIFY(send(PersonErase{m_visit.person, ErasureReason::RetentionEnded, name}));
    QTRY_COMPARE(table(u"Erasures"_s)->model()->rowCount(), 1); // it is listed without being asked for
    QCOMPARE(cell(u"Erasures"_s, ErasureModel::State), u"1 PC pending"_s);
    QCOMPARE(cell(u"Erasures"_s, ErasureModel::Waiting), u"窗口二 (not heard of yet)"_s);
    QTRY_VERIFY2(text().contains(u"(this PC)\nStill pending: 窗口二 (not heard of yet)"_s), qPrintable(text()));
    QVERIFY(text().contains(u"1 pending"_s));
    takePicture(m_page.get(), u"pending"_s);

    auto& gateway = static_cast<LocalGateway&>(*m_store.gateway);
    gateway.onWriter([&](CommandRunner& runner) {
        Result<OtherDesk> desk = OtherDesk::open(runner, u"窗口二"_s, m_bench->random, m_bench->clock.now());
        if (!desk)
            qFatal("%s", qPrintable(desk.error().code));
        const auto heads = OtherDesk::headsAfter(runner, m_visit.person.raw, 2);
        const auto changes = desk->act(runner, {m_visit.person.raw, *heads, {}, m_bench->clock.now(), KeysDestroyed{other}, {}});
        if (!changes)
            qFatal("%s", qPrintable(changes.error().code));
        gateway.publish(*changes);
    });
    QTRY_COMPARE(cell(u"Erasures"_s, ErasureModel::State), u"Everywhere"_s);
    QTRY_VERIFY2(text().contains(u"Still pending: none"_s), qPrintable(text()));
    QVERIFY(text().contains(u"窗口二"_s));
}

void TestPersonalDataPage::aCopyIsSavedThroughTheDialog()
{
    const QString path = m_bench->temporary.filePath(u"copy.json"_s);
    openPage();
    find(u"ouyang"_s);
    QTest::keyClick(focus(), Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = m_page->findChild<QFileDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isVisible());
    auto* edit = dialog->findChild<QLineEdit*>(u"fileNameEdit"_s);
    QVERIFY(edit);
    QVERIFY2(!edit->text().contains(name) && edit->text().endsWith(u".json"_s), qPrintable(edit->text()));
    edit->setFocus();
    edit->setText(path); // typed, a list of files would lie over the button
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_VERIFY2(text().contains(u"Saved in "_s + path), qPrintable(text()));
    takePicture(m_page.get(), u"saved"_s);
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(all.value(u"person"_s).toString(), m_visit.person.toString());
    QCOMPARE(all.value(u"known"_s).toObject().value(u"name"_s).toString(), name);
    QCOMPARE(all.value(u"visits"_s).toArray().size(), 1);
}

void TestPersonalDataPage::aCopyAsPdf_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("title");
    QTest::newRow("English") << u"en"_s << u"Personal data kept about you"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s << u"您的个人信息"_s;
}

void TestPersonalDataPage::aCopyAsPdf()
{
    QFETCH(QString, language);
    QFETCH(QString, title);
    m_bench->language.set(language);
    const QString path = m_bench->temporary.filePath(u"copy.pdf"_s);
    QFile older(path);
    QVERIFY(older.open(QIODevice::WriteOnly)); // everybody may read what it replaces
    older.close();
    QVERIFY(older.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
    openPage();
    m_page->choose(m_visit.person);
    QTRY_VERIFY(text().contains(name));
    m_page->exportTo(path);
    QTRY_VERIFY2(text().contains(path), qPrintable(text()));
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    if (!qEnvironmentVariableIsEmpty("ONEDOOR_GALLERY"))
        file.copy(u"personal-data-copy-%1.pdf"_s.arg(language));
    QTextDocument document;
    document.setHtml(personDocument(*ask(PersonExport{m_visit.person}), m_store.gateway->centre()));
    for (const QString& part : {title, name, phone, summary, m_visit.visitNumber})
        QVERIFY2(document.toPlainText().contains(part), qPrintable(part + u" is not in\n"_s + document.toPlainText()));
    const QString reader = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (reader.isEmpty())
        return;
    QProcess process;
    process.start(reader, {u"-enc"_s, u"UTF-8"_s, path, u"-"_s});
    QVERIFY(process.waitForFinished());
    // Qt names a glyph by the first of its characters: a radical may stand for the character that looks the same.
    const QString said = QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_KC);
    for (const QString& part : {name, phone, summary, m_visit.visitNumber})
        QVERIFY2(said.contains(part.normalized(QString::NormalizationForm_KC)), qPrintable(part + u" is not in\n"_s + said));
}

/// Old values, other hands, holds, and that an erased person's copy says so instead of being empty.
void TestPersonalDataPage::theCopyTellsAll()
{
    QVERIFY(send(PersonCorrect{m_visit.person, {.phone = u"13971205577"_s}}));
    QVERIFY(send(PersonHold{m_visit.person, caseNumber, {}}));
    const auto plain = [this] {
        QTextDocument document;
        document.setHtml(personDocument(*ask(PersonExport{m_visit.person}), m_store.gateway->centre()));
        return document.toPlainText();
    };
    for (const QString& part : {u"Telephone: 13971205577"_s, u"Telephone: 13871205566"_s, caseNumber, u"Visitor's details corrected – 陈静"_s, u"已告知申请材料"_s, u"Female"_s})
        QVERIFY2(plain().contains(part), qPrintable(part + u" is not in\n"_s + plain()));
    const HoldId hold = ask(PersonHolds{m_visit.person})->holds.at(0).hold;
    QVERIFY(send(PersonReleaseHold{m_visit.person, hold, {}}));
    QVERIFY(send(PersonErase{m_visit.person, ErasureReason::ConsentWithdrawn, name}));
    QVERIFY(plain().contains(u"Your personal data was erased on"_s));
    QVERIFY(plain().contains(u"personal details erased"_s));
    QVERIFY(!plain().contains(name));
}

void TestPersonalDataPage::aFolderThatTakesNoFile()
{
    openPage();
    find(u"ouyang"_s);
    m_page->exportTo(m_bench->temporary.filePath(u"nowhere/copy.json"_s));
    QTRY_VERIFY2(text().contains(u"could not be written"_s), qPrintable(text()));
    QVERIFY(text().contains(u"nowhere"_s));
    QTRY_VERIFY(button(u"Export as JSON…"_s)->isEnabled());
}

void TestPersonalDataPage::tabGoesWhereTheEyeGoes()
{
    QVERIFY(send(PersonHold{m_visit.person, caseNumber, {}}));
    openPage();
    find(u"ouyang"_s);
    QStringList walked;
    for (int steps = 0; steps < 8; ++steps) {
        QTest::keyClick(focus(), Qt::Key_Tab);
        const auto* pressed = qobject_cast<QPushButton*>(focus());
        walked << (pressed ? pressed->text() : focus()->accessibleName());
    }
    QCOMPARE(walked, QStringList({u"What is kept"_s, u"Export as PDF…"_s, u"Export as JSON…"_s, u"Place a hold…"_s, u"Records of the same person"_s, u"Lift the hold…"_s,
                               u"Legal holds"_s, u"Erasures"_s}));
}

void TestPersonalDataPage::theKeyOpensThePage()
{
    Desk desk(m_bench->parts());
    desk.startWork(m_store, m_bench->folder());
    MainWindow* window = desk.windows().constFirst();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(window->frame()->currentPage(), u"personalData"_s);
    QTRY_COMPARE(focus(), window->frame()->page(u"personalData"_s)->findChild<LookupField*>()->edit());
}

void TestPersonalDataPage::receptionistsDoNotSeeIt()
{
    for (const Role& role : m_store.gateway->centre().roles) {
        StoreEntry store = m_store;
        store.session.roles = {role.key};
        Desk desk(m_bench->parts());
        desk.startWork(store, m_bench->folder());
        QCOMPARE(desk.windows().constFirst()->frame()->pageKeys().contains(u"personalData"_s), role.key == u"administrator");
    }
}

/// Even if the page were shown to one.
void TestPersonalDataPage::receptionistsAreRefused()
{
    DeskBench::addAccount(m_store, u"li.jun"_s, u"李军"_s, u"receptionist"_s, u"730512"_s);
    m_store.session = *DeskBench::outcome(static_cast<LocalGateway&>(*m_store.gateway).sessionOf(u"li.jun"_s));
    openPage();
    const QString refusal = errorText(Error{ErrorKind::Forbidden, u"session.notPermitted"_s, {}, {}}, m_store.gateway->centre());
    QTRY_VERIFY2(text().contains(refusal), qPrintable(text()));
    m_page->choose(m_visit.person);
    QTRY_VERIFY(text().contains(refusal));
    QVERIFY(!text().contains(name));
    QVERIFY(!button(u"Erase personal data…"_s)->isEnabled() && !button(u"Export as PDF…"_s)->isEnabled());
    m_page->exportTo(m_bench->temporary.filePath(u"copy.json"_s));
    QTest::qWait(200);
    QVERIFY(!QFile::exists(m_bench->temporary.filePath(u"copy.json"_s)));
}

void TestPersonalDataPage::theRowsKeepTheirModels()
{
    HoldModel holds(480);
    ErasureModel erasures(480);
    const QAbstractItemModelTester first(&holds, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester second(&erasures, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<HoldRow> rows(2);
    rows[0].reason = u"first\nline"_s;
    rows[0].liftedAt = Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s);
    rows[1].reason = u"second"_s;
    holds.setHolds(rows);
    QCOMPARE(holds.index(0, HoldModel::Reason).data().toString(), u"second"_s); // the newest first
    QCOMPARE(holds.index(0, HoldModel::State).data().toString(), u"Has ended"_s);
    QCOMPARE(holds.index(1, HoldModel::Reason).data().toString(), u"first line"_s);
    QCOMPARE(holds.index(1, HoldModel::State).data().toString(), u"Lifted"_s);
    QVERIFY(!holds.at(2));
    PersonErasureReply onItsWay;
    onItsWay.state = ErasurePhase::Pending; // word of it came ahead
    erasures.setErasures({onItsWay});
    QCOMPARE(erasures.index(0, ErasureModel::State).data().toString(), u"Under way"_s);
    QCOMPARE(erasures.index(0, ErasureModel::Waiting).data().toString(), u"Details are still on their way"_s);
    QCOMPARE(erasures.index(0, ErasureModel::When).data().toString(), QString());
    erasures.setErasures({});
    QVERIFY(!erasures.at(0));
}

QTEST_MAIN(TestPersonalDataPage)
#include "tst_personal_data_page.moc"
