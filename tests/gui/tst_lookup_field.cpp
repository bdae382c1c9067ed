// SPDX-License-Identifier: GPL-3.0-or-later
// The look-up field never loses a key stroke, never answers for an old text, and leaves Enter to the input method.
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTest>
#include <QVBoxLayout>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestLookupField : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void typingAsksOnceAndEnterChooses();
    void arrowsGoRound();
    void oldAnswerIsNotChosen();
    void lateAnswerToOldTextIsIgnored();
    void unchangedAnswerIsAnAnswer();
    void nothingFoundIsSaid();
    void escClosesThenEmptiesThenLeaves();
    void enterDuringCompositionDoesNotChoose();
    void clickChooses();
    void listNeverTakesFocus();

private:
    void type(const QString& text, const QStringList& answer);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_page;
    QStringListModel m_model;
    LookupField* m_field = nullptr;
};

void TestLookupField::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestLookupField::init()
{
    m_model.setStringList({});
    m_page = std::make_unique<QWidget>();
    m_page->resize(600, 500);
    auto* column = new QVBoxLayout(m_page.get());
    m_field = new LookupField;
    m_field->setModel(&m_model);
    column->addWidget(m_field);
    column->addStretch(1);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_field->setFocus();
}

void TestLookupField::cleanup()
{
    m_page.reset();
}

void TestLookupField::type(const QString& text, const QStringList& answer)
{
    QSignalSpy asked(m_field, &LookupField::queryChanged);
    QTest::keyClicks(m_field->edit(), text);
    QVERIFY(asked.wait(1000));
    m_model.setStringList(answer);
}

void TestLookupField::typingAsksOnceAndEnterChooses()
{
    QSignalSpy asked(m_field, &LookupField::queryChanged);
    QSignalSpy chosen(m_field, &LookupField::chosen);
    type(u"zhang"_s, {u"张三"_s, u"章四"_s});
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"zhang"_s);
    QVERIFY(m_field->isListOpen());
    QTest::keyClick(m_field->edit(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toModelIndex().row(), 0);
    QVERIFY(!m_field->isListOpen());
}

void TestLookupField::arrowsGoRound()
{
    type(u"w"_s, {u"王一"_s, u"王二"_s, u"王三"_s});
    QTest::keyClick(m_field->edit(), Qt::Key_Down);
    QCOMPARE(m_field->highlighted().row(), 1);
    QTest::keyClick(m_field->edit(), Qt::Key_Up);
    QTest::keyClick(m_field->edit(), Qt::Key_Up);
    QCOMPARE(m_field->highlighted().row(), 2);
    QCOMPARE(m_field->text(), u"w"_s);
}

void TestLookupField::oldAnswerIsNotChosen()
{
    type(u"zhang"_s, {u"张三"_s});
    QSignalSpy chosen(m_field, &LookupField::chosen);
    QSignalSpy submitted(m_field, &LookupField::submitted);
    QTest::keyClicks(m_field->edit(), u"x"_s);
    QTest::keyClick(m_field->edit(), Qt::Key_Return); // the list still shows the answer to "zhang"
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(submitted.first().first().toString(), u"zhangx"_s);
}

void TestLookupField::lateAnswerToOldTextIsIgnored()
{
    type(u"zhang"_s, {});
    QTest::keyClicks(m_field->edit(), u"x"_s);
    m_model.setStringList({u"张三"_s});
    QVERIFY(!m_field->highlighted().isValid());
}

void TestLookupField::unchangedAnswerIsAnAnswer()
{
    type(u"zhan"_s, {u"张三"_s});
    QSignalSpy chosen(m_field, &LookupField::chosen);
    QSignalSpy asked(m_field, &LookupField::queryChanged);
    QTest::keyClicks(m_field->edit(), u"g"_s);
    QVERIFY(asked.wait(1000));
    m_field->setBusy(true);
    QVERIFY(!m_field->highlighted().isValid());
    m_field->setBusy(false);
    QTest::keyClick(m_field->edit(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
}

void TestLookupField::nothingFoundIsSaid()
{
    m_field->setEmptyText(u"没有匹配，按 Enter 新建"_s);
    type(u"zzz"_s, {u"x"_s});
    m_model.setStringList({});
    QVERIFY(m_field->isListOpen());
    QVERIFY(!m_field->highlighted().isValid());
    const auto labels = m_page->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel* label) { return label->isVisible() && label->text() == u"没有匹配，按 Enter 新建"_s; }));
}

void TestLookupField::escClosesThenEmptiesThenLeaves()
{
    QSignalSpy escaped(m_field, &LookupField::escaped);
    type(u"li"_s, {u"李一"_s});
    QTest::keyClick(m_field->edit(), Qt::Key_Escape);
    QVERIFY(!m_field->isListOpen());
    QCOMPARE(m_field->text(), u"li"_s);
    QTest::keyClick(m_field->edit(), Qt::Key_Escape);
    QVERIFY(m_field->text().isEmpty());
    QCOMPARE(escaped.size(), 0);
    QTest::keyClick(m_field->edit(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_field->text(), u"li"_s);
    m_field->clear();
    QTest::keyClick(m_field->edit(), Qt::Key_Escape);
    QCOMPARE(escaped.size(), 1);
}

void TestLookupField::enterDuringCompositionDoesNotChoose()
{
    type(u"z"_s, {u"张三"_s});
    QSignalSpy chosen(m_field, &LookupField::chosen);
    QInputMethodEvent composing(u"hang"_s, {});
    QApplication::sendEvent(m_field->edit(), &composing);
    QTest::keyClick(m_field->edit(), Qt::Key_Return);
    QTest::keyClick(m_field->edit(), Qt::Key_Down);
    QCOMPARE(chosen.size(), 0);
    QInputMethodEvent done;
    QApplication::sendEvent(m_field->edit(), &done);
    QTest::keyClick(m_field->edit(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
}

void TestLookupField::clickChooses()
{
    QSignalSpy chosen(m_field, &LookupField::chosen);
    type(u"w"_s, {u"王一"_s, u"王二"_s});
    auto* list = m_page->findChild<QListView*>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(m_model.index(1)).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toModelIndex().row(), 1);
}

void TestLookupField::listNeverTakesFocus()
{
    type(u"w"_s, {u"王一"_s, u"王二"_s});
    auto* list = m_page->findChild<QListView*>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(m_model.index(0)).center());
    QCOMPARE(QApplication::focusWidget(), m_field->edit());
    QTest::keyClicks(m_field->edit(), u"ang"_s);
    QCOMPARE(m_field->text(), u"wang"_s);
}

QTEST_MAIN(TestLookupField)
#include "tst_lookup_field.moc"
