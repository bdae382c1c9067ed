// SPDX-License-Identifier: GPL-3.0-or-later
// A new recovery key from the accounts page, by key and mouse: the secret first, then the paper, then the proof, and only then the change.
#include "tests/gui/desk_bench.h"
#include "ui/pages/accounts/accounts_page.h"
#include "ui/widgets/card.h"
#include "ui/widgets/recovery/recovery_proof.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/text_field.h"

#include <QLabel>
#include <QPushButton>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestAccounts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aNewRecoveryKeyIsProvenFirst();
    void nobodyClosesWhileTheKeyIsReplaced();
    void theOutcomeOutlivesThePage();
    void theOutcomeIsReadAfterTheLock();
    void aLateProposalIsVoid();
    void aWrongSecretMakesNoKey();
    void closingForgetsTheKey();

private:
    void openPanel();
    /// Up to the confirmation, whose outcome is not waited for; the new key.
    QString proveNewKey();
    QPushButton* next() const { return m_page->findChild<QPushButton*>(u"recoveryNext"_s); }
    QStringList shownGroups() const;
    void enterSecret(const QString& secret);
    Result<MasterKey> openWith(const QString& key) const;

    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<FoundedStore> m_founded;
    std::unique_ptr<AccountsPage> m_page;
};

void TestAccounts::init()
{
    m_bench = std::make_unique<DeskBench>();
    m_founded = std::make_unique<FoundedStore>(m_bench->found());
    m_page = std::make_unique<AccountsPage>(*m_founded->store.gateway, m_founded->store.session, m_bench->door);
    m_page->resize(1366, 768);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
}

void TestAccounts::cleanup()
{
    m_page.reset();
    m_founded.reset();
    m_bench.reset();
}

void TestAccounts::openPanel()
{
    QTest::keyClick(m_page.get(), Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(next() && next()->isVisible());
    QTest::qWait(400); // the sheet slides in
}

QStringList TestAccounts::shownGroups() const
{
    QStringList groups;
    for (const QLabel* label : m_page->findChildren<QLabel*>(u"recoveryGroup"_s))
        groups.append(label->text());
    return groups;
}

void TestAccounts::enterSecret(const QString& secret)
{
    auto* edit = named<QLineEdit>(m_page.get(), u"Your password or PIN"_s);
    QVERIFY(edit);
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClicks(edit, secret);
    QTest::keyClick(edit, Qt::Key_Return);
}

Result<MasterKey> TestAccounts::openWith(const QString& key) const
{
    return KeySlots::read(StorePaths{m_bench->folder()}.keySlots())->openWithRecovery(*RecoveryKey::parse(key));
}

void TestAccounts::aNewRecoveryKeyIsProvenFirst()
{
    openPanel();
    enterSecret(u"open sesame 7"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shownGroups().size() == 8 && !shownGroups().constFirst().isEmpty(), 30'000);
    const QStringList groups = shownGroups();
    QVERIFY(!openWith(groups.join(u'-'))); // opens nothing yet
    QTest::mouseClick(next(), Qt::LeftButton);
    auto* proof = m_page->findChild<RecoveryProof*>();
    QTRY_VERIFY(proof->isVisible());
    for (const QString& hidden : shownGroups())
        QVERIFY(hidden.isEmpty());

    const auto fields = [&] { return proof->findChildren<TextField*>(); };
    const QString right = groups.at(proof->asked()[0] - 1);
    QTest::keyClicks(fields().at(0), QString(right).replace(0, 1, right.startsWith(u'7') ? u"8"_s : u"7"_s));
    QTest::keyClicks(fields().at(1), groups.at(proof->asked()[1] - 1));
    QTest::keyClick(fields().at(1), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!proof->findChildren<FormField*>().constFirst()->error().isEmpty(), 30'000);
    QVERIFY(openWith(m_founded->recoveryKey).has_value()); // the old one still holds

    fields().at(0)->selectAll();
    QTest::keyClicks(fields().at(0), right.toLower());
    QTest::keyClick(fields().at(0), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(openWith(groups.join(u'-')).has_value(), 30'000);
    QVERIFY(!openWith(m_founded->recoveryKey));
    QTRY_COMPARE(next()->text(), u"&Close"_s);
}

QString TestAccounts::proveNewKey()
{
    openPanel();
    enterSecret(u"open sesame 7"_s);
    if (!QTest::qWaitFor([this] { return shownGroups().size() == 8 && !shownGroups().constFirst().isEmpty(); }, 30'000))
        return {};
    const QStringList groups = shownGroups();
    QTest::mouseClick(next(), Qt::LeftButton);
    auto* proof = m_page->findChild<RecoveryProof*>();
    if (!QTest::qWaitFor([proof] { return proof->isVisible(); }))
        return {};
    const auto fields = proof->findChildren<TextField*>();
    QTest::keyClicks(fields.at(0), groups.at(proof->asked()[0] - 1));
    QTest::keyClicks(fields.at(1), groups.at(proof->asked()[1] - 1));
    QTest::keyClick(fields.at(1), Qt::Key_Return);
    return groups.join(u'-');
}

/// Another operator, language or text size makes the pages anew.
void TestAccounts::theOutcomeOutlivesThePage()
{
    const QString key = proveNewKey();
    QVERIFY(!key.isEmpty());
    m_page.reset();
    QVERIFY(m_bench->door.unreadConfirmation());
    m_page = std::make_unique<AccountsPage>(*m_founded->store.gateway, m_founded->store.session, m_bench->door);
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(!m_bench->door.unreadConfirmation(), 30'000);
    const Banner* banner = m_page->findChild<Banner*>();
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->accessibleName().startsWith(u"The new recovery key is proven and valid"_s), qPrintable(banner->accessibleName()));
    QVERIFY(openWith(key).has_value());
}

void TestAccounts::theOutcomeIsReadAfterTheLock()
{
    QVERIFY(!proveNewKey().isEmpty());
    m_page->hide(); // behind the sign-in
    QTRY_COMPARE_WITH_TIMEOUT(next()->text(), u"&Close"_s, 30'000);
    QVERIFY(m_bench->door.unreadConfirmation());
    m_page->show();
    QVERIFY(!m_bench->door.unreadConfirmation());
    QVERIFY(next()->isVisible());
}

void TestAccounts::nobodyClosesWhileTheKeyIsReplaced()
{
    QVERIFY(!proveNewKey().isEmpty());
    auto* sheet = m_page->findChild<Sheet*>();
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTest::mouseClick(sheet, Qt::LeftButton, {}, {5, 5});
    QVERIFY(sheet->isOpen());
    QTRY_COMPARE_WITH_TIMEOUT(next()->text(), u"&Close"_s, 30'000); // the answer is read
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isOpen());
}

void TestAccounts::aLateProposalIsVoid()
{
    QFuture<Result<ProposedKey>> late = m_bench->door.proposeRecoveryKey(m_founded->store.session, u"open sesame 7"_s);
    m_bench->door.forgetProposedKey();
    const auto proposed = DeskBench::outcome(late);
    QVERIFY(!proposed);
    QCOMPARE(proposed.error().code, u"recovery.noneProposed"_s);
    QCOMPARE(DeskBench::outcome(m_bench->door.confirmRecoveryKey({u"AAAAA"_s, u"BBBBB"_s})).error().code, u"recovery.noneProposed"_s);
}

void TestAccounts::aWrongSecretMakesNoKey()
{
    openPanel();
    enterSecret(u"open sesame 8"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!fieldOf(m_page.get(), u"Your password or PIN"_s)->error().isEmpty(), 30'000);
    QVERIFY(shownGroups().constFirst().isEmpty());
    QVERIFY(openWith(m_founded->recoveryKey).has_value());
}

void TestAccounts::closingForgetsTheKey()
{
    openPanel();
    enterSecret(u"open sesame 7"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shownGroups().size() == 8 && !shownGroups().constFirst().isEmpty(), 30'000);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(shownGroups().isEmpty());
    QCOMPARE(DeskBench::outcome(m_bench->door.confirmRecoveryKey({u"AAAAA"_s, u"BBBBB"_s})).error().code, u"recovery.noneProposed"_s);
    QVERIFY(openWith(m_founded->recoveryKey).has_value());
}

QTEST_MAIN(TestAccounts)
#include "tst_accounts.moc"
