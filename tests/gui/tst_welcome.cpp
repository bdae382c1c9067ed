// SPDX-License-Identifier: GPL-3.0-or-later
// The first run by keyboard, from an empty folder to a working centre; and what happens when a file is bad or the key is mistyped.
#include "tests/gui/desk_bench.h"
#include "core/store/backup.h"
#include "ui/pages/welcome/centre_step.h"
#include "ui/pages/welcome/problem_list.h"
#include "ui/widgets/recovery/recovery_paper.h"
#include "ui/pages/welcome/recovery_step.h"
#include "ui/pages/welcome/folder_fault.h"
#include "ui/pages/welcome/restore_step.h"
#include "ui/pages/welcome/start_step.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestWelcome : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void fromNothingToWork();
    void badFileIsListedByLineAndField();
    void mistypedKeyIsNotBelieved();
    void folderWithoutStoreIsNamed();
    void differentPasswordsAreNamed();
    void paperHasPages();
    void aBackupBecomesAStore_data();
    void aBackupBecomesAStore();
    void aBadFolderIsFoundInTheFirstStep();
    void filledFieldsAreNotRedAndErrorsAreInView();
    void aRefusedRestoreLeavesNothing_data();
    void aRefusedRestoreLeavesNothing();
    void aRestoreCanBeStopped();
    void anInterruptedMakingIsMadeAgain();

private:
    void goToAdministrator();
    void makeStore();
    QStringList shownGroups() const;
    void clickNext();
    void makeBackup();
    void fillRestore(const QString& login, const QString& password);
    QString m_recoveryKey;
    static void enter(const QStringList& texts);

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<WelcomePage> m_page;
};

void TestWelcome::init()
{
    m_bench = std::make_unique<DeskBench>();
    m_page = std::make_unique<WelcomePage>(m_bench->door, m_bench->random);
    m_page->resize(1366, 768);
    m_page->show();
    m_page->setFocus(); // as the window does
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestWelcome::cleanup()
{
    m_page.reset();
    m_bench.reset();
}

/// Each text goes into the field that has focus; Tab goes on, over buttons that stand between fields.
void TestWelcome::enter(const QStringList& texts)
{
    for (const QString& text : texts) {
        for (int tabs = 0; tabs < 4 && !qobject_cast<QLineEdit*>(QApplication::focusWidget()); ++tabs)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), text);
        if (text != texts.constLast())
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        else
            break;
    }
}

void TestWelcome::clickNext()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::AltModifier);
}

void TestWelcome::goToAdministrator()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // a card is a button as well
    QCOMPARE(m_page->stepIndex(), 1);
    auto* folder = named<TextField>(m_page.get(), u"Folder of the store"_s);
    QVERIFY(folder);
    folder->setText(m_bench->folder());
    folder->setFocus();
    clickNext();
    QTRY_COMPARE(m_page->stepIndex(), 2); // an access key presses the button for a moment
}

void TestWelcome::makeStore()
{
    goToAdministrator();
    enter({u"Chen Jing"_s, u"chen.jing"_s, u"open sesame 7"_s});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    enter({u"open sesame 7"_s});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->stepIndex(), 3, 60'000);
}

QStringList TestWelcome::shownGroups() const
{
    QStringList groups;
    for (const QLabel* label : m_page->findChildren<QLabel*>(u"recoveryGroup"_s))
        groups.append(label->text());
    return groups;
}

void TestWelcome::fromNothingToWork()
{
    QSignalSpy finished(m_page.get(), &WelcomePage::finished);
    makeStore();
    const QStringList groups = shownGroups();
    QCOMPARE(groups.size(), 8);
    QVERIFY(m_bench->door.holdsStore(m_bench->folder()));

    auto* step = static_cast<RecoveryStep*>(m_page->step(3));
    step->submit();
    for (const QString& hidden : shownGroups())
        QVERIFY(hidden.isEmpty());
    enter({groups.at(step->askedGroups()[0] - 1).toLower(), groups.at(step->askedGroups()[1] - 1)});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->stepIndex(), 4, 30'000);
    QVERIFY(m_page->draft().recoveryKey.isEmpty());

    QAbstractButton* add = nullptr;
    for (QAbstractButton* button : m_page->findChildren<QAbstractButton*>())
        if (button->text() == u"A&dd account"_s)
            add = button;
    QVERIFY(add);
    QTRY_VERIFY(add->visibleRegion().boundingRect() == add->rect()); // without scrolling
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(finished.count(), 1);
    const auto entry = finished.constFirst().constFirst().value<StoreEntry>();
    QCOMPARE(entry.session.login, u"chen.jing"_s);
    QVERIFY(entry.session.roles.contains(u"administrator"_s));
}

void TestWelcome::badFileIsListedByLineAndField()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QFile bad(m_bench->temporary.filePath(u"bad.json"_s));
    QVERIFY(bad.open(QIODevice::WriteOnly));
    bad.write("{\n  \"format\": 1,\n  \"code\": \"12\"\n}\n");
    bad.close();
    auto* step = static_cast<CentreStep*>(m_page->step(1));
    step->readFile(bad.fileName());
    auto* list = step->findChild<ProblemList*>();
    QVERIFY(list->isVisibleTo(m_page.get()));
    QVERIFY(list->model()->rowCount() > 1);
    QStringList fields;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        fields.append(list->model()->index(row, 1).data().toString());
        QVERIFY(!list->model()->index(row, 2).data().toString().isEmpty());
    }
    QVERIFY2(fields.contains(u"code"_s), qPrintable(fields.join(u' ')));
    QCOMPARE(list->model()->index(static_cast<int>(fields.indexOf(u"code"_s)), 0).data().toString(), u"3"_s);
}

void TestWelcome::mistypedKeyIsNotBelieved()
{
    makeStore();
    const QStringList groups = shownGroups();
    auto* step = static_cast<RecoveryStep*>(m_page->step(3));
    step->submit();
    const QString right = groups.at(step->askedGroups()[0] - 1);
    const QString wrong = QString(right).replace(0, 1, right.startsWith(u'7') ? u"8"_s : u"7"_s);
    enter({wrong, groups.at(step->askedGroups()[1] - 1)});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!step->findChildren<FormField*>().constFirst()->error().isEmpty(), 30'000);
    QCOMPARE(m_page->stepIndex(), 3);
    QVERIFY(!m_page->draft().recoveryKey.isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape); // looks at the key again
    QCOMPARE(shownGroups(), groups);
}

void TestWelcome::folderWithoutStoreIsNamed()
{
    QSignalSpy chosen(m_page.get(), &WelcomePage::storeChosen);
    static_cast<StartStep*>(m_page->step(0))->chooseFolder(m_bench->temporary.path());
    QCOMPARE(chosen.count(), 0);
    m_bench->found();
    static_cast<StartStep*>(m_page->step(0))->chooseFolder(m_bench->folder());
    QCOMPARE(chosen.count(), 1);
}

void TestWelcome::differentPasswordsAreNamed()
{
    goToAdministrator();
    enter({u"Chen Jing"_s, u"chen.jing"_s, u"open sesame 7"_s});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    enter({u"open sesame 8"_s});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_page->stepIndex(), 2);
    QStringList errors;
    for (const FormField* field : m_page->step(2)->findChildren<FormField*>())
        errors.append(field->error());
    QCOMPARE(errors.filter(QRegularExpression(u"."_s)).size(), 1);
    QVERIFY(!m_bench->door.holdsStore(m_bench->folder()));
}

void TestWelcome::paperHasPages()
{
    const QString path = m_bench->temporary.filePath(u"key.pdf"_s);
    QPdfWriter writer(path);
    QVERIFY(printRecoveryPaper({u"东西湖区社会治理中心"_s, QDate(2026, 3, 2), u"AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF-GGGGG-HHHHH"_s}, writer));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF"));
}

/// Of a store that another PC made; its administrator is chen.jing.
void TestWelcome::makeBackup()
{
    {
        DeskBench other;
        const FoundedStore founded = other.found();
        m_recoveryKey = founded.recoveryKey;
        DeskBench::addAccount(founded.store, u"wang.fang"_s, u"王芳"_s, u"receptionist"_s, u"730512"_s);
        const StorePaths paths{other.folder()};
        const Result<KeySlots> keySlots = KeySlots::read(paths.keySlots());
        const Result<MasterKey> key = keySlots->openWithPassword(u"chen.jing"_s, u"open sesame 7"_s);
        const auto saved = backUpStore(paths, m_bench->temporary.filePath(u"backup"_s), {*key, keySlots->cipher(), other.random}, u"test"_s, other.clock.now());
        QVERIFY2(saved.has_value(), saved ? "" : qPrintable(saved.error().code));
    }
    // The third choice, by its access key.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(m_page->stepIndex(), m_page->restoreIndex());
    static_cast<RestoreStep*>(m_page->step(m_page->restoreIndex()))->chooseBackup(m_bench->temporary.filePath(u"backup/manifest.json"_s));
}

void TestWelcome::fillRestore(const QString& login, const QString& password)
{
    named<TextField>(m_page.get(), u"Folder of the store"_s)->setText(m_bench->temporary.filePath(u"new/store"_s));
    const auto type = [this](const QString& label, const QString& text) {
        FormField* field = fieldOf(m_page.get(), label);
        QVERIFY2(field, qPrintable(label));
        auto* secret = qobject_cast<SecretField*>(field->editor());
        QLineEdit* edit = secret ? secret->edit() : qobject_cast<QLineEdit*>(field->editor());
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    };
    type(u"Login of an administrator"_s, login);
    const bool byKey = fieldOf(m_page.get(), u"Recovery key"_s);
    type(byKey ? u"New password"_s : u"Password"_s, password);
    if (byKey) {
        type(u"New password again"_s, password);
        type(u"Recovery key"_s, m_recoveryKey);
    }
}

void TestWelcome::aBackupBecomesAStore_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("with a password") << false;
    QTest::newRow("with the recovery key") << true;
}

void TestWelcome::aBackupBecomesAStore()
{
    QFETCH(bool, byKey);
    QSignalSpy finished(m_page.get(), &WelcomePage::finished);
    makeBackup();
    auto* step = m_page->step(m_page->restoreIndex());
    if (byKey) {
        for (QAbstractButton* button : step->findChildren<QAbstractButton*>())
            if (button->text() == u"With the recovery key"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(fieldOf(m_page.get(), u"Recovery key"_s));
    }
    fillRestore(u"chen.jing"_s, byKey ? u"a new sesame 9"_s : u"open sesame 7"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(step->nextText(), u"&Start working"_s, 60'000);
    bool proven = false;
    QTest::qWait(50);
    for (const QLabel* label : step->findChildren<QLabel*>())
        proven = proven || (label->text().contains(u"none was changed"_s) && label->visibleRegion().boundingRect() == label->rect());
    QVERIFY(proven); // in view, not above it
    auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
    QVERIFY(button);
    QCOMPARE(button->text(), u"&Start working"_s);
    QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_page.get(), Qt::Key_S, Qt::AltModifier);
    QTRY_COMPARE(finished.count(), 1);
    const auto entry = finished.constFirst().constFirst().value<StoreEntry>();
    QCOMPARE(entry.session.login, u"chen.jing"_s);
    QCOMPARE(static_cast<LocalGateway&>(*entry.gateway).report().newStream, std::optional(OpeningReason::Restored));
    const auto accounts = DeskBench::outcome(entry.gateway->ask(entry.session, AccountList{}));
    QCOMPARE(accounts->accounts.size(), std::size_t(2));
    QVERIFY(m_bench->door.holdsStore(m_bench->temporary.filePath(u"new/store"_s)));
    QVERIFY(!QFile::exists(m_bench->temporary.filePath(u"new/store.restoring"_s)));
}

void TestWelcome::aBadFolderIsFoundInTheFirstStep()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(m_page->stepIndex(), 1);
    QFile file(m_bench->temporary.filePath(u"a file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    auto* folder = named<TextField>(m_page.get(), u"Folder of the store"_s);
    for (const QString& bad : {u"not/whole"_s, file.fileName(), QString(file.fileName() + u"/below"_s), m_bench->temporary.path()}) {
        folder->setText(bad);
        folder->setFocus();
        QTest::keyClick(folder, Qt::Key_Return);
        QCOMPARE(m_page->stepIndex(), 1);
        QVERIFY2(!fieldOf(m_page.get(), u"Folder of the store"_s)->error().isEmpty(), qPrintable(bad));
    }
    const QString begun = m_bench->temporary.filePath(u"begun"_s);
    QVERIFY(QDir().mkpath(begun) && QFile(begun + u"/store.creating"_s).open(QIODevice::WriteOnly));
    QVERIFY(folderFault(m_bench->door, begun, UnfinishedStore::PutAside).isEmpty());
    QVERIFY(!folderFault(m_bench->door, begun, UnfinishedStore::InTheWay).isEmpty()); // a restored store goes into an empty folder only
    folder->setText(m_bench->folder());
    QTest::keyClick(folder, Qt::Key_Return);
    QCOMPARE(m_page->stepIndex(), 2);
    m_page->step(2)->submit(); // nothing filled in
    const auto links = m_page->step(2)->findChild<ErrorSummary*>()->findChildren<QAbstractButton*>();
    QCOMPARE(links.size(), 4);
    QTest::mouseClick(links.at(3), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), u"Password again"_s);
}

void TestWelcome::filledFieldsAreNotRedAndErrorsAreInView()
{
    makeBackup();
    m_page->resize(1366, 560);
    auto* step = m_page->step(m_page->restoreIndex());
    step->submit();
    FormField* login = fieldOf(m_page.get(), u"Login of an administrator"_s);
    FormField* password = fieldOf(m_page.get(), u"Password"_s);
    QVERIFY(!login->error().isEmpty());
    QVERIFY(!password->error().isEmpty());
    QTRY_VERIFY(login->visibleRegion().boundingRect() == login->rect());
    QTest::keyClicks(QApplication::focusWidget(), u"chen.jing"_s);
    QVERIFY(login->error().isEmpty());
    step->submit(); // the password's turn
    QTRY_VERIFY(password->visibleRegion().boundingRect() == password->rect());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::AltModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_W, Qt::AltModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"open sesame 7"_s);
    QCOMPARE(qobject_cast<SecretField*>(password->editor())->text(), u"open sesame 7"_s);
    QVERIFY(password->error().isEmpty());
}

void TestWelcome::aRefusedRestoreLeavesNothing_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("damage");
    QTest::addColumn<QString>("field");
    QTest::newRow("wrong password") << u"chen.jing"_s << u"open sesame 8"_s << false << u"Password"_s;
    QTest::newRow("unknown login") << u"nobody"_s << u"open sesame 7"_s << false << u"Password"_s;
    QTest::newRow("damaged backup") << u"chen.jing"_s << u"open sesame 7"_s << true << u"Folder of the backup"_s;
}

void TestWelcome::aRefusedRestoreLeavesNothing()
{
    QFETCH(QString, login);
    QFETCH(QString, password);
    QFETCH(bool, damage);
    QFETCH(QString, field);
    makeBackup();
    if (damage) {
        QFile journal(m_bench->temporary.filePath(u"backup/journal.db"_s));
        QVERIFY(journal.open(QIODevice::ReadWrite) && journal.seek(9000) && journal.putChar('?'));
    }
    fillRestore(login, password);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(fieldOf(m_page.get(), field) && !fieldOf(m_page.get(), field)->error().isEmpty(), 60'000);
    QVERIFY(!QFile::exists(m_bench->temporary.filePath(u"new"_s)));
    QCOMPARE(named<TextField>(m_page.get(), u"Folder of the store"_s)->text(), m_bench->temporary.filePath(u"new/store"_s)); // nothing typed is lost
}

void TestWelcome::aRestoreCanBeStopped()
{
    makeBackup();
    fillRestore(u"chen.jing"_s, u"open sesame 7"_s);
    auto* step = static_cast<RestoreStep*>(m_page->step(m_page->restoreIndex()));
    step->submit();
    QVERIFY(step->mayStop());
    QTest::keyClick(m_page.get(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!step->mayStop(), 60'000);
    QCOMPARE(m_page->stepIndex(), m_page->restoreIndex());
    QCOMPARE(step->nextText(), u"&Restore"_s);
    QVERIFY(!QFile::exists(m_bench->temporary.filePath(u"new"_s)));
}

void TestWelcome::anInterruptedMakingIsMadeAgain()
{
    QVERIFY(QDir().mkpath(m_bench->folder()));
    for (const QString& name : {u"store.creating"_s, u"keyslots.json"_s}) {
        QFile file(m_bench->folder() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QVERIFY(!m_bench->door.holdsStore(m_bench->folder()));
    static_cast<StartStep*>(m_page->step(0))->chooseFolder(m_bench->folder());
    bool said = false;
    for (const QLabel* label : m_page->step(0)->findChildren<QLabel*>())
        said = said || label->text().contains(u"interrupted"_s);
    QVERIFY(said);
    makeStore();
    QVERIFY(m_bench->door.holdsStore(m_bench->folder()));
}

QTEST_MAIN(TestWelcome)
#include "tst_welcome.moc"
