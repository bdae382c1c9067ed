// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in by keyboard over a real store: password, PIN through the device's secret, wrong secrets, and the recovery key.
#include "tests/gui/desk_bench.h"
#include "ui/pages/signin/signin_page.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestSignIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void passwordOpensAClosedStore();
    void pinIsEnoughOnceTheDeviceIsKnown();
    void pinAloneIsRefusedOnAStrangePc();
    void aFaultOfTheStoreIsSaidInFull();
    void guessesAreCountedWithoutADisk();
    void wrongSecretKeepsTheLogin_data();
    void wrongSecretKeepsTheLogin();
    void emptyFieldsAreNamed();
    void recoveryKeySetsANewPassword();
    void recoveryKeyDoesNotPromote();
    void escapeLeavesRecovery();
    void guessersSeeTheWaitCountDown();
    void aForeignLockIsTakenOverAfterTheSecret();
    void aForeignLockIsLeftAlone();

private:
    /// Closes the store, as the end of the program does.
    void restart();
    bool typeIn(const QString& login, const QString& secret);

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<DiskStoreDoor> m_door;
    std::unique_ptr<SignInPage> m_page;
    std::unique_ptr<QSignalSpy> m_opened;
    QString m_recoveryKey;
};

void TestSignIn::init()
{
    m_bench = std::make_unique<DeskBench>();
    m_door = m_bench->makeDoor();
    const FoundedStore founded = m_bench->foundBy(*m_door);
    m_recoveryKey = founded.recoveryKey;
    DeskBench::addAccount(founded.store, u"wang.fang"_s, u"王芳"_s, u"receptionist"_s, u"730512"_s);
}

void TestSignIn::cleanup()
{
    m_opened.reset();
    m_page.reset();
    m_door.reset();
    m_bench.reset();
}

void TestSignIn::restart()
{
    m_opened.reset();
    m_page.reset();
    m_door.reset();
    m_door = m_bench->makeDoor();
    m_page = std::make_unique<SignInPage>(*m_door, m_bench->folder(), u"Trial centre"_s);
    m_opened = std::make_unique<QSignalSpy>(m_page.get(), &SignInPage::opened);
    m_page->resize(1000, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

bool TestSignIn::typeIn(const QString& login, const QString& secret)
{
    for (const QString& text : {login, secret}) {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    return QTest::qWaitFor([this] { return m_opened->count() > 0 || qobject_cast<QLineEdit*>(QApplication::focusWidget()); }, 30'000);
}

void TestSignIn::passwordOpensAClosedStore()
{
    restart();
    QVERIFY(typeIn(u"Chen.Jing"_s, u"open sesame 7"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_opened->count(), 1, 30'000);
    const auto entry = m_opened->constFirst().constFirst().value<StoreEntry>();
    QCOMPARE(entry.session.displayName, u"陈静"_s);
    QVERIFY(entry.gateway);
}

void TestSignIn::pinIsEnoughOnceTheDeviceIsKnown()
{
    restart();
    QVERIFY(typeIn(u"chen.jing"_s, u"open sesame 7"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_opened->count(), 1, 30'000);
    QTRY_VERIFY(!m_bench->keyring.secrets.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(KeySlots::read(StorePaths{m_bench->folder()}.keySlots())->count(KeySlotKind::Device) == 1, 10'000);
    restart();
    QVERIFY(typeIn(u"wang.fang"_s, u"730512"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_opened->count(), 1, 30'000);
    QCOMPARE(m_opened->constFirst().constFirst().value<StoreEntry>().session.login, u"wang.fang"_s);
}

void TestSignIn::pinAloneIsRefusedOnAStrangePc()
{
    m_bench->keyring.broken = true;
    restart();
    QVERIFY(typeIn(u"wang.fang"_s, u"730512"_s));
    FormField* secretField = fieldOf(m_page.get(), u"Password or PIN"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!secretField->error().isEmpty(), 30'000);
    QCOMPARE(m_opened->count(), 0);
    QVERIFY2(secretField->error().contains(u"with a password"_s), qPrintable(secretField->error())); // the PIN was right
    for (const QString& login : {u"nobody"_s, u"chen.jing"_s}) { // the same, whoever it is, and however often
        for (int guess = 0; guess < 6; ++guess) {
            const auto refused = DeskBench::outcome(m_door->open(m_bench->folder(), login, u"730513"_s));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, u"session.pinNeedsOpenStore"_s);
        }
    }
}

void TestSignIn::aFaultOfTheStoreIsSaidInFull()
{
    restart();
    m_page->resize(1366, 768);
    QFile journal(StorePaths{m_bench->folder()}.journal());
    QVERIFY(journal.open(QIODevice::ReadWrite | QIODevice::Truncate) && journal.write(QByteArray(20'000, 'x')) == 20'000);
    journal.close();
    QVERIFY(typeIn(u"chen.jing"_s, u"open sesame 7"_s));
    auto* summary = m_page->findChild<ErrorSummary*>();
    QTRY_VERIFY_WITH_TIMEOUT(summary->isVisible(), 30'000);
    QLabel* sentence = nullptr;
    for (QLabel* label : summary->findChildren<QLabel*>())
        if (label->text().contains(u"journal"_s) || label->text().size() > 60)
            sentence = label;
    QVERIFY2(sentence, qPrintable(summary->accessibleDescription()));
    QTest::qWait(50);
    QVERIFY(sentence->wordWrap());
    QVERIFY(sentence->height() >= sentence->heightForWidth(sentence->width()));
    QVERIFY(sentence->visibleRegion().boundingRect() == sentence->rect());
}

void TestSignIn::guessesAreCountedWithoutADisk()
{
    restart();
    // A folder in the way of the counts: they can't be written.
    QVERIFY(QDir().mkpath(StorePaths{m_bench->folder()}.signIns() + u"/in the way"_s));
    for (int guess = 0; guess < SignInLimit::freeGuesses; ++guess)
        QVERIFY(!DeskBench::outcome(m_door->open(m_bench->folder(), u"chen.jing"_s, u"open sesame 8"_s)));
    const auto early = DeskBench::outcome(m_door->open(m_bench->folder(), u"chen.jing"_s, u"open sesame 7"_s));
    QVERIFY(!early);
    QCOMPARE(early.error().code, u"session.wait"_s);
}

void TestSignIn::wrongSecretKeepsTheLogin_data()
{
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("secret");
    QTest::newRow("wrong password") << u"chen.jing"_s << u"open sesame 8"_s;
    QTest::newRow("unknown login") << u"nobody"_s << u"open sesame 7"_s;
}

void TestSignIn::wrongSecretKeepsTheLogin()
{
    QFETCH(QString, login);
    QFETCH(QString, secret);
    restart();
    QVERIFY(typeIn(login, secret));
    FormField* loginField = fieldOf(m_page.get(), u"Login"_s);
    FormField* secretField = fieldOf(m_page.get(), u"Password or PIN"_s);
    QVERIFY(loginField && secretField);
    QTRY_VERIFY_WITH_TIMEOUT(!secretField->error().isEmpty(), 30'000);
    QCOMPARE(m_opened->count(), 0);
    QCOMPARE(qobject_cast<TextField*>(loginField->editor())->text(), login);
    auto* edit = qobject_cast<SecretField*>(secretField->editor())->edit();
    QVERIFY(edit->text().isEmpty());
    QTRY_VERIFY(edit->hasFocus());
}

void TestSignIn::emptyFieldsAreNamed()
{
    restart();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // to the secret
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    FormField* loginField = fieldOf(m_page.get(), u"Login"_s);
    FormField* secretField = fieldOf(m_page.get(), u"Password or PIN"_s);
    QVERIFY(loginField && secretField);
    QVERIFY(!loginField->error().isEmpty());
    QVERIFY(!secretField->error().isEmpty());
    QVERIFY(loginField->editor()->hasFocus());
}

void TestSignIn::recoveryKeySetsANewPassword()
{
    restart();
    QTest::keyClick(m_page.get(), Qt::Key_F, Qt::AltModifier);
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Recovery key"_s);
    QString typed = m_recoveryKey.toLower();
    typed.replace(u'-', u' ');
    const QStringList texts{typed, u"chen.jing"_s, u"a new sentence"_s, u"a new sentence"_s};
    for (const QString& text : texts) {
        while (!qobject_cast<QLineEdit*>(QApplication::focusWidget())) // over the eye that shows a password
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), text);
        if (&text != &texts.constLast())
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_opened->count(), 1, 30'000);
    restart();
    QVERIFY(typeIn(u"chen.jing"_s, u"a new sentence"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_opened->count(), 1, 30'000);
}

void TestSignIn::recoveryKeyDoesNotPromote()
{
    restart();
    const auto refused = DeskBench::outcome(m_door->recover({m_bench->folder(), m_recoveryKey, u"wang.fang"_s, u"a new sentence"_s}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Forbidden);
}

void TestSignIn::escapeLeavesRecovery()
{
    restart();
    QTest::keyClick(m_page.get(), Qt::Key_F, Qt::AltModifier);
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Recovery key"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Login"_s);
}

void TestSignIn::guessersSeeTheWaitCountDown()
{
    restart();
    FormField* secretField = fieldOf(m_page.get(), u"Password or PIN"_s);
    auto* button = m_page->findChild<QPushButton*>(u"signIn"_s);
    auto* edit = qobject_cast<SecretField*>(secretField->editor())->edit();
    QTest::keyClicks(QApplication::focusWidget(), u"chen.jing"_s);
    for (int at = 1; at <= 5; ++at) {
        QVERIFY(button->isEnabled());
        edit->setFocus();
        QTest::keyClicks(edit, u"open sesame 8"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(QTest::qWaitFor([&] { return edit->isEnabled() && edit->text().isEmpty() && !secretField->error().isEmpty(); }, 30'000));
    }
    QVERIFY2(secretField->error().contains(u"30 seconds"_s) || secretField->error().contains(u"29 seconds"_s), qPrintable(secretField->error()));
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(edit, u"open sesame 7"_s);
    QTest::keyClick(edit, Qt::Key_Return); // the right one, too early
    const QString first = secretField->error();
    QTRY_VERIFY(secretField->error() != first); // it counts
    QVERIFY2(secretField->error().contains(u" seconds"_s), qPrintable(secretField->error()));
    QCOMPARE(m_opened->count(), 0);
    auto* login = qobject_cast<TextField*>(fieldOf(m_page.get(), u"Login"_s)->editor());
    login->setText(u"wang.fang"_s); // somebody else need not wait
    QVERIFY(button->isEnabled());
    QVERIFY(secretField->error().isEmpty());
    login->setText(u"chen.jing"_s);
    QVERIFY(!button->isEnabled());
}

namespace {

void leaveForeignLock(const QString& folder)
{
    QFile lock(StorePaths{folder}.lock());
    QVERIFY(lock.open(QIODevice::WriteOnly | QIODevice::Truncate));
    lock.write("4711\nonedoor\nold-pc\nanother-machine\n0000\n");
}

} // namespace

void TestSignIn::aForeignLockIsTakenOverAfterTheSecret()
{
    restart();
    leaveForeignLock(m_bench->folder());
    QTest::keyClicks(QApplication::focusWidget(), u"chen.jing"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"open sesame 7"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QPushButton* take = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((take = m_page->findChild<QPushButton*>(u"takeOver"_s)) && take->isVisible(), 30'000);
    QVERIFY(QFile::exists(StorePaths{m_bench->folder()}.lock()));
    QVERIFY(!take->hasFocus()); // Enter must not take anything over
    bool named = false;
    for (const QLabel* label : m_page->findChildren<QLabel*>())
        named = named || (label->isVisible() && label->text().contains(u"old-pc"_s));
    QVERIFY(named);
    QTest::qWait(400); // the sheet slides in
    QTest::mouseClick(take, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_opened->count(), 1, 30'000);
}

void TestSignIn::aForeignLockIsLeftAlone()
{
    restart();
    leaveForeignLock(m_bench->folder());
    QTest::keyClicks(QApplication::focusWidget(), u"chen.jing"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"open sesame 7"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QPushButton* take = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((take = m_page->findChild<QPushButton*>(u"takeOver"_s)) && take->isVisible(), 30'000);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!take->isVisible());
    QVERIFY(QFile::exists(StorePaths{m_bench->folder()}.lock()));
    QCOMPARE(m_opened->count(), 0);
    QVERIFY(qobject_cast<SecretField*>(fieldOf(m_page.get(), u"Password or PIN"_s)->editor())->text().isEmpty());
}

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"
