// SPDX-License-Identifier: GPL-3.0-or-later
// A card reader or scanner at the speed at which they type, in every kind of field: the whole scan is told once, and nothing of it lands
// anywhere (ux.md check 6; queue.md section 5: 34, 36). What people type stays where they typed it, in its order.
#include "core/base/identity.h"
#include "ui/models/slip_code.h"
#include "ui/widgets/button.h"
#include "ui/widgets/scan_catcher.h"
#include "ui/widgets/text_field.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QString current = u"42019919680302003"_s + *residentCheckCharacter(u"42019919680302003"_s);
const QString former = u"420199680302003"_s;
const QString slip = slipCodeText({u"20260302-A012"_s, TicketId(RawId::named("ticket"))});

QString withX()
{
    for (int serial = 100; serial < 999; ++serial) {
        const QString digits = u"42019919790821"_s + QString::number(serial);
        if (residentCheckCharacter(digits) == u'X')
            return digits + u'X';
    }
    return {};
}

/// Key by key, as a reader that types like a keyboard does; end -1: no key at the end.
void scan(const QString& text, int gapMilliseconds = 0, int end = Qt::Key_Return)
{
    for (const QChar each : text) {
        QTest::keyClick(QApplication::focusWidget(), each.toLatin1());
        if (gapMilliseconds > 0)
            QTest::qWait(gapMilliseconds);
    }
    if (end != -1)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(end));
}

} // namespace

class TestScanCatcher : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyField_data();
    void everyField();
    void everyReader_data();
    void everyReader();
    void aLateEndDoesNothing();
    void enterOfAPersonWorksAsEver();
    void anOpenListIsClosed();
    void whatIsNoScanIsGivenBack_data();
    void whatIsNoScanIsGivenBack();
    void twoScansInARow();
    void anotherWindowIsLeftAlone();
    void aDialogIsLeftAlone();

private:
    QWidget* fieldNamed(const QString& name) const { return m_page->findChild<QWidget*>(name); }
    QString textOf(QWidget* widget) const;

    std::unique_ptr<QWidget> m_page;
    ScanCatcher* m_scanner = nullptr;
    std::unique_ptr<QSignalSpy> m_numbers;
    std::unique_ptr<QSignalSpy> m_slips;
    int m_pressed = 0;
    int m_submitted = 0;
};

void TestScanCatcher::init()
{
    m_pressed = m_submitted = 0;
    m_page = std::make_unique<QWidget>();
    auto* column = new QVBoxLayout(m_page.get());
    const auto add = [&](QWidget* widget, const QString& name) {
        widget->setObjectName(name);
        column->addWidget(widget);
    };
    auto* field = new TextField;
    add(field, u"text field"_s);
    connect(field, &TextField::submitted, this, [this] { ++m_submitted; });
    add(new QLineEdit, u"line"_s);
    add(new QPlainTextEdit, u"text"_s);
    auto* box = new QComboBox;
    for (const char* each : {"1 one", "2 two", "4 four", "O other"})
        box->addItem(QString::fromLatin1(each));
    box->setFocusPolicy(Qt::StrongFocus);
    add(box, u"box"_s);
    auto* editable = new QComboBox;
    editable->setEditable(true);
    add(editable, u"editable box"_s);
    auto* spin = new QSpinBox;
    spin->setRange(1, 999);
    add(spin, u"number"_s);
    auto* button = new Button(u"Press"_s);
    add(button, u"button"_s);
    connect(button, &QPushButton::clicked, this, [this] { ++m_pressed; });
    auto* table = new QTableWidget(5, 1);
    for (int row = 0; row < 5; ++row)
        table->setItem(row, 0, new QTableWidgetItem(QString::number(row)));
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    add(table, u"table"_s);
    m_scanner = new ScanCatcher(m_page.get());
    m_numbers = std::make_unique<QSignalSpy>(m_scanner, &ScanCatcher::scanned);
    m_slips = std::make_unique<QSignalSpy>(m_scanner, &ScanCatcher::slipScanned);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void TestScanCatcher::cleanup()
{
    m_numbers.reset();
    m_slips.reset();
    m_page.reset();
}

QString TestScanCatcher::textOf(QWidget* widget) const
{
    if (const auto* line = qobject_cast<QLineEdit*>(widget))
        return line->text();
    if (const auto* text = qobject_cast<QPlainTextEdit*>(widget))
        return text->toPlainText();
    if (const auto* box = qobject_cast<QComboBox*>(widget))
        return box->currentText();
    if (const auto* spin = qobject_cast<QSpinBox*>(widget))
        return spin->text();
    if (const auto* table = qobject_cast<QTableWidget*>(widget))
        return QString::number(table->currentRow());
    return {};
}

void TestScanCatcher::everyField_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"text field", "line", "text", "box", "editable box", "number", "button", "table"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestScanCatcher::everyField()
{
    QFETCH(QString, name);
    QWidget* target = fieldNamed(name);
    target->setFocus();
    QVERIFY(QApplication::focusWidget());
    const QString before = textOf(target);
    int scans = 0;
    for (const QString& number : {current, former, withX()}) {
        scan(number);
        QCOMPARE(m_numbers->count(), ++scans);
        QCOMPARE(m_numbers->last().at(0).toString(), number);
    }
    scan(slip);
    QCOMPARE(m_slips->count(), 1);
    QCOMPARE(m_slips->first().at(0).value<TicketId>(), TicketId(RawId::named("ticket")));
    QTest::qWait(60);
    QCOMPARE(textOf(target), before);
    QCOMPARE(m_pressed, 0);
    QCOMPARE(m_submitted, 0);
    QCOMPARE(m_numbers->count(), scans);
}

void TestScanCatcher::everyReader_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("gap");
    QTest::addColumn<int>("end");
    QTest::newRow("no gap, Enter") << current << 0 << int(Qt::Key_Return);
    QTest::newRow("no gap, keypad Enter") << current << 0 << int(Qt::Key_Enter);
    QTest::newRow("5 ms, Tab") << current << 5 << int(Qt::Key_Tab);
    QTest::newRow("12 ms, Enter") << current << 12 << int(Qt::Key_Return);
    QTest::newRow("nothing at the end") << current << 2 << -1;
    QTest::newRow("former number, nothing at the end") << former << 2 << -1;
    QTest::newRow("small x") << withX().toLower() << 1 << int(Qt::Key_Return);
    QTest::newRow("residence permit") << u"81000019790821001"_s + *residentCheckCharacter(u"81000019790821001"_s) << 1 << int(Qt::Key_Return);
}

void TestScanCatcher::everyReader()
{
    QFETCH(QString, text);
    QFETCH(int, gap);
    QFETCH(int, end);
    QWidget* target = fieldNamed(u"text field"_s);
    target->setFocus();
    for (int attempts = 0; attempts < 5 && m_numbers->count() == 0; ++attempts) { // a busy machine may pause for longer than any reader
        target->setFocus();
        qobject_cast<QLineEdit*>(target)->clear();
        m_submitted = 0;
        scan(text, gap, end);
        QTest::qWait(60);
    }
    QCOMPARE(m_numbers->count(), 1);
    QCOMPARE(m_numbers->first().at(0).toString(), text);
    QCOMPARE(textOf(target), QString());
    QCOMPARE(QApplication::focusWidget(), target);
    QCOMPARE(m_submitted, 0);
}

/// A reader that thinks before it ends: its Enter registers nobody.
void TestScanCatcher::aLateEndDoesNothing()
{
    fieldNamed(u"text field"_s)->setFocus();
    scan(current, 0, -1);
    QTRY_COMPARE(m_numbers->count(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_submitted, 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // a second one is a person's
    QCOMPARE(m_submitted, 1);
}

void TestScanCatcher::enterOfAPersonWorksAsEver()
{
    fieldNamed(u"line"_s)->setFocus();
    scan(current, 0, -1);
    QTRY_COMPARE(m_numbers->count(), 1);
    fieldNamed(u"text field"_s)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A); // somebody types on at once: Enter is theirs
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_submitted, 1);
    qobject_cast<QLineEdit*>(fieldNamed(u"text field"_s))->clear();
    m_submitted = 0;
    m_numbers->clear();
    fieldNamed(u"text field"_s)->setFocus();
    scan(u"15"_s, 0, Qt::Key_Return); // typed quickly
    QCOMPARE(textOf(fieldNamed(u"text field"_s)), u"15"_s);
    QCOMPARE(m_submitted, 1);
    QCOMPARE(m_numbers->count(), 0);
}

void TestScanCatcher::anOpenListIsClosed()
{
    auto* box = qobject_cast<QComboBox*>(fieldNamed(u"box"_s));
    box->setFocus();
    box->showPopup();
    QTRY_VERIFY(QApplication::activePopupWidget());
    scan(current);
    QCOMPARE(m_numbers->count(), 1);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QCOMPARE(box->currentIndex(), 0);
}

void TestScanCatcher::whatIsNoScanIsGivenBack_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("one digit") << u"7"_s;
    QTest::newRow("a telephone") << u"13871205566"_s;
    QTest::newRow("a number that is none") << u"42019919680302003"_s;
    QTest::newRow("eighteen digits and more") << current + u"12"_s;
    QTest::newRow("digits and letters") << u"12ab34"_s;
    QTest::newRow("capitals like a slip") << u"ONE DOOR"_s;
    QTest::newRow("half a slip") << slip.left(20);
}

void TestScanCatcher::whatIsNoScanIsGivenBack()
{
    QFETCH(QString, typed);
    QWidget* target = fieldNamed(u"text field"_s);
    target->setFocus();
    scan(typed, 0, -1);
    QTRY_COMPARE(textOf(target), typed);
    QCOMPARE(m_numbers->count() + m_slips->count(), 0);
}

void TestScanCatcher::twoScansInARow()
{
    fieldNamed(u"line"_s)->setFocus();
    scan(current, 0);
    scan(slip, 0);
    scan(former, 0);
    QCOMPARE(m_numbers->count(), 2);
    QCOMPARE(m_slips->count(), 1);
    QCOMPARE(textOf(fieldNamed(u"line"_s)), QString());
}

void TestScanCatcher::anotherWindowIsLeftAlone()
{
    QLineEdit other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    other.setFocus();
    scan(current, 0, -1);
    QCOMPARE(other.text(), current);
    QCOMPARE(m_numbers->count(), 0);
}

/// Where a file is named a number may be part of the name.
void TestScanCatcher::aDialogIsLeftAlone()
{
    auto* dialog = new QWidget(m_page.get(), Qt::Dialog);
    dialog->setWindowModality(Qt::ApplicationModal);
    auto* line = new QLineEdit(dialog);
    dialog->show();
    dialog->activateWindow();
    QApplication::setActiveWindow(dialog);
    line->setFocus();
    QCOMPARE(QApplication::focusWidget(), line);
    scan(current, 0, -1);
    QCOMPARE(line->text(), current);
    QCOMPARE(m_numbers->count(), 0);
}

QTEST_MAIN(TestScanCatcher)
#include "tst_scan_catcher.moc"
