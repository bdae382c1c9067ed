// SPDX-License-Identifier: GPL-3.0-or-later
// The widgets under real key and mouse events. With ONEDOOR_GALLERY set, pictures of every look are written to the build folder.
#include "tests/gui/gallery.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/wait_label.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void themeFollowsSystem();
    void iconFollowsTheme();
    void everyIconIsDrawn();
    void digitsAreTabular();
    void focusIsSeen_data();
    void focusIsSeen();
    void actionButtonFollowsItsAction();
    void enterDuringCompositionOnlyCommits();
    void clearingCanBeUndone();
    void secretCanBeShown();
    void pinTakesDigitsOnly();
    void fieldSaysItsError();
    void aLabelsKeyLeadsBehindTheButtonAtTheSide();
    void longErrorsAreWrapped();
    void summaryTakesFocusAndLeadsToTheField();
    void segmentsAreRadioButtons();
    void tableKeepsRowAndScroll();
    void tableDoesNotChooseAStranger();
    void tableSaysWhyItIsEmpty();
    void enterActivatesTheRow();
    void toastUndoesAndLeaves();
    void toastGoesByItself();
    void longToastIsBrokenNotCut();
    void sheetKeepsTabAndGivesFocusBack();
    void sheetAsksBeforeClosing();
    void keyMapListsWhatIsBound();
    void durationReads_data();
    void durationReads();
    void waitLabelWarns();
    void gallery_data();
    void gallery();
    void sheetPicture_data();
    void sheetPicture();

private:
    std::unique_ptr<Theme> m_theme;
    SystemLook m_system;
};

namespace {

void show(QWidget& widget)
{
    widget.show();
    widget.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&widget));
}

/// A model that can be reset with other rows.
class Rows final : public QAbstractTableModel {
public:
    explicit Rows(QStringList keys) : m_keys(std::move(keys)) {}
    void reset(const QStringList& keys)
    {
        beginResetModel();
        m_keys = keys;
        endResetModel();
    }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_keys.size()); }
    int columnCount(const QModelIndex& = {}) const override { return 2; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        return role == Qt::DisplayRole || role == Qt::UserRole ? m_keys.at(index.row()) : QVariant();
    }

private:
    QStringList m_keys;
};

QStringList numbered(int from, int count)
{
    QStringList result;
    for (int at = from; at < from + count; ++at)
        result.append(u"A%1"_s.arg(at, 3, 10, QChar(u'0')));
    return result;
}

} // namespace

void TestWidgets::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, [this] { return m_system; });
}

void TestWidgets::cleanup()
{
    m_theme->setLook(Look::Light);
    m_theme->setTextScale(1.0);
}

void TestWidgets::themeFollowsSystem()
{
    m_theme->setLook(Look::System);
    QSignalSpy changed(m_theme.get(), &Theme::changed);
    m_system.dark = true;
    m_theme->refresh();
    QCOMPARE(m_theme->effectiveLook(), Look::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkTokens().window);
    m_system.highContrast = true;
    m_system.textScale = 1.5;
    m_theme->refresh();
    QCOMPARE(m_theme->effectiveLook(), Look::HighContrast);
    QCOMPARE(QApplication::font().pixelSize(), 21);
    m_theme->setLook(Look::Light);
    QCOMPARE(m_theme->effectiveLook(), Look::Light);
    m_system = {};
    m_theme->refresh();
    QCOMPARE(QApplication::font().pixelSize(), 14);
    QCOMPARE(changed.size(), 4);
}

void TestWidgets::iconFollowsTheme()
{
    const QIcon bell = icon(Icons::Bell);
    const auto darkest = [&bell] {
        const QImage image = bell.pixmap(24, 24).toImage();
        QColor ink;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() > 250)
                    ink = image.pixelColor(x, y);
        return ink;
    };
    QCOMPARE(darkest().rgb(), lightTokens().text.rgb());
    m_theme->setLook(Look::Dark);
    QCOMPARE(darkest().rgb(), darkTokens().text.rgb());
}

void TestWidgets::everyIconIsDrawn()
{
    for (int at = 0; at <= static_cast<int>(Icons::Window); ++at) {
        const QImage image = iconPixmap(static_cast<Icons>(at), 24, tokens().text, 1.0).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                inked += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
        QVERIFY2(image.width() == 24 && inked > 5, qPrintable(u"icon %1"_s.arg(at)));
    }
    QCOMPARE(appIcon().pixmap(64, 64).width(), 64);
}

void TestWidgets::digitsAreTabular()
{
    QCOMPARE(tabularWidth(u"111"_s, typeFont(Type::Display)), tabularWidth(u"888"_s, typeFont(Type::Display)));
    const QFontMetrics metrics(typeFont());
    QCOMPARE(metrics.horizontalAdvance(u"1111"_s), metrics.horizontalAdvance(u"8080"_s));
    QVERIFY(!typeFont().italic());
}

void TestWidgets::focusIsSeen_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("primary button") << 0;
    QTest::newRow("quiet button") << 1;
    QTest::newRow("text field") << 2;
    QTest::newRow("segment") << 3;
    QTest::newRow("chip") << 4;
}

void TestWidgets::focusIsSeen()
{
    QFETCH(int, kind);
    QWidget page;
    QVBoxLayout column(&page);
    auto* other = new QLineEdit;
    column.addWidget(other);
    QWidget* widget = nullptr;
    switch (kind) {
    case 0: widget = new Button(u"取号"_s, Variant::Primary); break;
    case 1: widget = new Button(u"取消"_s, Variant::Quiet); break;
    case 2: widget = new TextField; break;
    case 3: {
        auto* control = new SegmentedControl(u"范围"_s);
        control->addSegment(u"今天"_s, 1);
        widget = control;
        break;
    }
    default: widget = new Chip(u"劳动争议"_s); break;
    }
    column.addWidget(widget);
    show(page);
    other->setFocus();
    QTest::keyClick(other, Qt::Key_Tab);
    QWidget* focused = QApplication::focusWidget();
    QVERIFY(focused == widget || widget->isAncestorOf(focused));
    const QImage image = focused->grab().toImage();
    // The ring is two pixels thick on the left edge, half way down.
    for (int x = 0; x < focusWidth; ++x)
        QCOMPARE(image.pixelColor(x, image.height() / 2).rgb(), tokens().focus.rgb());
}

void TestWidgets::actionButtonFollowsItsAction()
{
    QWidget page;
    auto action = std::make_unique<QAction>(u"呼叫"_s);
    action->setShortcut(QKeySequence(Qt::Key_F9));
    QSignalSpy triggered(action.get(), &QAction::triggered);
    ActionButton button(action.get(), Variant::Primary, &page);
    show(page);
    QCOMPARE(button.text(), u"呼叫"_s);
    QCOMPARE(button.accessibleDescription(), u"F9"_s);
    QVERIFY(!button.autoDefault());
    button.setFocus();
    QTest::keyClick(&button, Qt::Key_Space);
    QCOMPARE(triggered.size(), 1);
    action->setEnabled(false);
    QVERIFY(!button.isEnabled());
    action->setText(u"重呼"_s);
    QCOMPARE(button.text(), u"重呼"_s);
    action->setVisible(false);
    QVERIFY(!button.isVisible());
    action->setVisible(true);
    QVERIFY(button.isVisible());
    const ActionButton homeless(action.get());
    QVERIFY(!homeless.isVisible()); // it would be a window of its own
    action.reset();
    QVERIFY(!button.isEnabled());
}

void TestWidgets::enterDuringCompositionOnlyCommits()
{
    TextField field;
    show(field);
    QSignalSpy submitted(&field, &TextField::submitted);
    QInputMethodEvent composing(u"zhang"_s, {});
    QApplication::sendEvent(&field, &composing);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(submitted.size(), 0);
    QInputMethodEvent committing;
    committing.setCommitString(u"张"_s);
    QApplication::sendEvent(&field, &committing);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(submitted.first().first().toString(), u"张"_s);
}

void TestWidgets::clearingCanBeUndone()
{
    TextField field;
    show(field);
    QTest::keyClicks(&field, u"13800000000"_s);
    field.clearUndoably();
    QVERIFY(field.text().isEmpty());
    QTest::keyClick(&field, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field.text(), u"13800000000"_s);
}

void TestWidgets::secretCanBeShown()
{
    SecretField field;
    show(field);
    QTest::keyClicks(field.edit(), u"correct horse"_s);
    QCOMPARE(field.edit()->echoMode(), QLineEdit::Password);
    auto* reveal = field.findChild<QPushButton*>();
    const QString before = reveal->accessibleName();
    QTest::keyClick(field.edit(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), reveal);
    QTest::keyClick(reveal, Qt::Key_Space);
    QVERIFY(field.isRevealed());
    QVERIFY(reveal->accessibleName() != before);
}

void TestWidgets::pinTakesDigitsOnly()
{
    PinField pin(4);
    show(pin);
    QSignalSpy completed(&pin, &PinField::completed);
    QTest::keyClicks(&pin, u"1a2b3"_s);
    QCOMPARE(completed.size(), 0);
    QTest::keyClicks(&pin, u"45"_s);
    QCOMPARE(completed.size(), 1);
    QCOMPARE(completed.first().first().toString(), u"1234"_s);
}

void TestWidgets::fieldSaysItsError()
{
    auto* edit = new QLineEdit;
    FormField field(u"联系电话(&P)"_s, edit);
    show(field);
    QCOMPARE(field.label(), u"联系电话"_s);
    edit->setText(u"12"_s);
    field.setRequired(true);
    field.setError(u"号码太短"_s);
    QCOMPARE(edit->text(), u"12"_s);
    QVERIFY(edit->accessibleDescription().contains(u"号码太短"_s));
    QVERIFY(edit->property("invalid").toBool());
    const QImage wrong = edit->grab().toImage();
    field.setError({});
    QVERIFY(!edit->accessibleDescription().contains(u"号码太短"_s));
    QVERIFY(edit->grab().toImage() != wrong);
}

void TestWidgets::aLabelsKeyLeadsBehindTheButtonAtTheSide()
{
    QWidget page;
    QVBoxLayout column(&page);
    auto* login = new FormField(u"&Login"_s, new TextField);
    auto* secret = new SecretField;
    auto* password = new FormField(u"密码(&W)"_s, secret);
    column.addWidget(login);
    column.addWidget(password);
    show(page);
    login->setFocus();
    QTest::keyClick(login->editor(), Qt::Key_W, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), secret->edit());
    QCOMPARE(password->label(), u"密码"_s);
    QCOMPARE(secret->edit()->accessibleName(), u"密码"_s);
    password->setLabel(u"新密码(&W)"_s);
    QCOMPARE(secret->edit()->accessibleName(), u"新密码"_s);
    login->setFocus();
    QTest::keyClick(login->editor(), Qt::Key_W, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), secret->edit());
}

void TestWidgets::longErrorsAreWrapped()
{
    QWidget page;
    QVBoxLayout column(&page);
    auto* summary = new ErrorSummary;
    auto* name = new FormField(u"Name"_s, new TextField);
    column.addWidget(summary);
    column.addWidget(name);
    column.addStretch(1);
    page.resize(320, 600);
    show(page);
    const QString sentence = QString(u"a sentence that needs more than one line & ends "_s).repeated(6);
    summary->setErrors({FormError{sentence, name->editor()}, FormError{sentence, nullptr}});
    QTest::qWait(50);
    const auto* link = summary->findChild<QPushButton*>();
    QVERIFY(link && link->width() <= 320);
    QVERIFY(link->height() > 3 * link->fontMetrics().height());
    QVERIFY(link->height() >= link->heightForWidth(link->width()));
    QCOMPARE(page.width(), 320);
}

void TestWidgets::summaryTakesFocusAndLeadsToTheField()
{
    QWidget page;
    QVBoxLayout column(&page);
    auto* summary = new ErrorSummary;
    auto* name = new FormField(u"姓名"_s, new TextField);
    auto* phone = new FormField(u"电话"_s, new TextField);
    column.addWidget(summary);
    column.addWidget(name);
    column.addWidget(phone);
    show(page);
    QVERIFY(!summary->setErrorsOf({name, phone}));
    QVERIFY(!summary->isVisible());
    name->setError(u"请填写"_s);
    phone->setError(u"太短"_s);
    QVERIFY(summary->setErrorsOf({name, phone}));
    QCOMPARE(QApplication::focusWidget(), summary);
    QTest::keyClick(summary, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), name->editor());
    const auto links = summary->findChildren<QPushButton*>();
    QCOMPARE(links.size(), 2);
    summary->setFocus();
    QTest::keyClick(summary, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), links.first());
    QTest::mouseClick(links.last(), Qt::LeftButton);
    QCOMPARE(QApplication::focusWidget(), phone->editor());
}

void TestWidgets::segmentsAreRadioButtons()
{
    SegmentedControl control(u"范围"_s);
    control.addSegment(u"今天"_s, u"day"_s);
    control.addSegment(u"本周"_s, u"week"_s);
    control.addSegment(u"本月"_s, u"month"_s);
    QSignalSpy changed(&control, &SegmentedControl::currentChanged);
    show(control);
    QCOMPARE(control.currentData().toString(), u"day"_s);
    const auto segments = control.findChildren<QAbstractButton*>();
    segments.first()->setFocus();
    QTest::keyClick(segments.first(), Qt::Key_Right);
    QCOMPARE(control.currentData().toString(), u"week"_s);
    QCOMPARE(changed.size(), 1);
    control.setCurrentData(u"month"_s);
    QCOMPARE(control.currentIndex(), 2);
    QCOMPARE(QAccessible::queryAccessibleInterface(segments.first())->role(), QAccessible::RadioButton);
}

void TestWidgets::tableKeepsRowAndScroll()
{
    Rows rows(numbered(0, 200));
    DataTable table;
    table.setKeyRole(Qt::UserRole);
    table.setModel(&rows);
    table.resize(400, 300);
    show(table);
    table.selectRow(100);
    const int scroll = table.verticalScrollBar()->value();
    QVERIFY(scroll > 0);
    rows.reset(numbered(1, 200)); // the first row has left, everybody moves up
    QCOMPARE(table.currentIndex().data().toString(), u"A100"_s);
    QCOMPARE(table.currentRow(), 99);
    QCOMPARE(table.verticalScrollBar()->value(), scroll);
    QVERIFY(table.selectionModel()->isRowSelected(99));
}

void TestWidgets::tableDoesNotChooseAStranger()
{
    Rows rows(numbered(0, 5));
    DataTable table;
    table.setKeyRole(Qt::UserRole);
    table.setModel(&rows);
    show(table);
    table.selectRow(2);
    rows.reset(numbered(10, 5));
    QVERIFY(!table.currentIndex().isValid());
}

void TestWidgets::tableSaysWhyItIsEmpty()
{
    Rows rows({});
    DataTable table;
    table.emptyState()->setContent(Icons::Queue, u"暂无等候"_s, u"取号后显示在这里"_s);
    table.setModel(&rows);
    show(table);
    QVERIFY(table.emptyState()->isVisible());
    rows.reset(numbered(0, 1));
    QVERIFY(!table.emptyState()->isVisible());
}

void TestWidgets::enterActivatesTheRow()
{
    Rows rows(numbered(0, 5));
    DataTable table;
    table.setModel(&rows);
    show(table);
    QSignalSpy activated(&table, &DataTable::activated);
    table.clearFocus();
    QCOMPARE(table.currentRow(), -1); // the window's own focus chooses nothing
    table.setFocus(Qt::TabFocusReason);
    QCOMPARE(table.currentRow(), 0);
    QTest::keyClick(&table, Qt::Key_Down);
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().toModelIndex().row(), 1);
}

void TestWidgets::toastUndoesAndLeaves()
{
    QWidget window;
    window.resize(600, 400);
    auto* edit = new QLineEdit(&window);
    show(window);
    edit->setFocus();
    QAction undo(u"撤销"_s);
    QSignalSpy undone(&undo, &QAction::triggered);
    QPointer<Toast> first = Toast::show(edit, u"已登记"_s, &undo);
    QCOMPARE(QApplication::focusWidget(), edit);
    QPointer<Toast> toast = Toast::show(edit, u"已取号"_s, &undo);
    QTRY_VERIFY(!first);
    QVERIFY(window.rect().contains(toast->geometry()));
    QTest::keyClick(edit, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(undone.size(), 1);
    QTRY_VERIFY(!toast);
}

void TestWidgets::toastGoesByItself()
{
    QWidget window;
    window.resize(600, 400);
    show(window);
    QPointer<Toast> toast = Toast::show(&window, u"已保存"_s, nullptr, Tone::Success, 50);
    QVERIFY(toast);
    QTRY_VERIFY(!toast);
}

void TestWidgets::longToastIsBrokenNotCut()
{
    QWidget window;
    window.resize(600, 400);
    show(window);
    const QString path = u"/records/front-desk"_s + QString(u"/documents-of-the-centre"_s).repeated(6);
    QAction action(u"保存"_s);
    const Toast* toast = Toast::show(&window, u"已存为 PDF："_s + path, &action);
    QTest::qWait(20);
    QVERIFY(window.rect().contains(toast->geometry()));
    for (const QWidget* part : toast->findChildren<QWidget*>()) {
        QVERIFY(toast->rect().contains(part->geometry()));
        QVERIFY(part->width() >= part->minimumSizeHint().width());
        if (part->hasHeightForWidth())
            QVERIFY(part->height() >= part->heightForWidth(part->width()));
    }
    QCOMPARE(toast->text(), u"已存为 PDF："_s + path); // as it is read aloud
}

void TestWidgets::sheetKeepsTabAndGivesFocusBack()
{
    QWidget window;
    window.resize(900, 600);
    auto* outside = new QLineEdit(&window);
    Sheet sheet(&window, u"事项"_s);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    auto* one = new QLineEdit;
    auto* two = new QLineEdit;
    column->addWidget(one);
    column->addWidget(two);
    sheet.setContent(content);
    show(window);
    outside->setFocus();
    sheet.openSheet();
    QCOMPARE(QApplication::focusWidget(), one);
    for (int press = 0; press < 7; ++press) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(sheet.isAncestorOf(QApplication::focusWidget()));
    }
    QSignalSpy closed(&sheet, &Sheet::closed);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    QCOMPARE(QApplication::focusWidget(), outside);
    QTRY_VERIFY(!sheet.isVisible());
}

void TestWidgets::sheetAsksBeforeClosing()
{
    QWidget window;
    window.resize(900, 600);
    Sheet sheet(&window);
    sheet.setContent(new QLineEdit);
    sheet.setAutoClose(false);
    show(window);
    QSignalSpy asked(&sheet, &Sheet::closeRequested);
    sheet.openSheet();
    QTRY_COMPARE(sheet.slide(), 1.0);
    QTest::mouseClick(&sheet, Qt::LeftButton, {}, QPoint(10, 10));
    QCOMPARE(asked.size(), 1);
    QVERIFY(sheet.isOpen());
    sheet.closeSheet();
    QVERIFY(!sheet.isOpen());
}

void TestWidgets::keyMapListsWhatIsBound()
{
    QWidget window;
    window.resize(900, 600);
    QWidget page(&window);
    page.resize(900, 600);
    QAction call(u"呼叫下一位(&N)"_s, &window);
    call.setShortcut(QKeySequence(Qt::Key_F9));
    call.setProperty("group", u"叫号"_s);
    window.addAction(&call);
    show(window);
    const auto entries = KeyMap::entries(&window);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.last().text, u"呼叫下一位"_s); // without the access key behind the word
    QCOMPARE(entries.last().group, u"叫号"_s);
    QVERIFY(KeyMap::conflicts(&window).isEmpty());
    QAction rival(u"重呼"_s, &window);
    rival.setShortcut(QKeySequence(Qt::Key_F9));
    window.addAction(&rival);
    QCOMPARE(KeyMap::conflicts(&window).size(), 1);
}

void TestWidgets::durationReads_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("clock set back") << qint64(-5) << u"< 1 min"_s;
    QTest::newRow("start") << qint64(59) << u"< 1 min"_s;
    QTest::newRow("minute") << qint64(60) << u"1 min"_s;
    QTest::newRow("hour") << qint64(3900) << u"1 h 05 min"_s;
    QTest::newRow("days") << qint64(2 * 86400 + 3 * 3600) << u"2 d 3 h"_s;
}

void TestWidgets::durationReads()
{
    QFETCH(qint64, seconds);
    QTEST(WaitLabel::durationText(seconds), "text");
}

void TestWidgets::waitLabelWarns()
{
    ManualClock clock(Instant{1'000'000});
    WaitLabel label(clock);
    label.setLimitMinutes(15);
    label.setSince(clock.now());
    QCOMPARE(label.text(), u"< 1 min"_s);
    clock.advanceSeconds(15LL * 60);
    label.refresh();
    QVERIFY(label.text().startsWith(u"15 min, "_s));
    QCOMPARE(label.property("tone").toString(), u"warning"_s);
    label.setSince({});
    QVERIFY(label.text().isEmpty());
}

void TestWidgets::gallery_data()
{
    QTest::addColumn<Look>("look");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << Look::Light << 1.0;
    QTest::newRow("dark") << Look::Dark << 1.0;
    QTest::newRow("contrast") << Look::HighContrast << 1.0;
    QTest::newRow("large") << Look::Light << 1.5;
    QTest::newRow("largest") << Look::Dark << 2.0;
}

void TestWidgets::gallery()
{
    QFETCH(Look, look);
    QFETCH(double, scale);
    const auto page = makeGallery(); // made before the switch: a living page must follow
    page->show();
    m_theme->setLook(look);
    m_theme->setTextScale(scale);
    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    showGalleryOverlays(*page);
    QTest::qWait(250);
    const QPixmap picture = page->grab();
    if (qEnvironmentVariableIsSet("ONEDOOR_GALLERY"))
        QVERIFY(picture.save(u"" ONEDOOR_BINARY_DIR "/gallery-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    QCOMPARE(picture.toImage().pixelColor(2, 2).rgb(), tokens().window.rgb());
    auto* spin = page->findChild<QSpinBox*>();
    QCOMPARE(spin->height(), page->findChild<QComboBox*>()->height());
    for (QWidget* widget : page->findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        if (auto* label = qobject_cast<QLabel*>(widget); label && !label->wordWrap() && !label->text().isEmpty())
            QVERIFY2(label->width() >= label->sizeHint().width() - 1, qPrintable(label->text()));
        if (widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy() && !qobject_cast<QScrollBar*>(widget)) {
            auto* interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
    }
}

void TestWidgets::sheetPicture_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("light") << Look::Light;
    QTest::newRow("dark") << Look::Dark;
}

void TestWidgets::sheetPicture()
{
    QFETCH(Look, look);
    m_theme->setLook(look);
    const auto page = makeGallery();
    show(*page);
    auto* sheet = openGallerySheet(*page);
    QTRY_COMPARE(sheet->slide(), 1.0);
    QTest::qWait(50);
    const QPixmap picture = page->grab();
    if (qEnvironmentVariableIsSet("ONEDOOR_GALLERY"))
        QVERIFY(picture.save(u"" ONEDOOR_BINARY_DIR "/gallery-sheet-%1.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    QVERIFY(picture.toImage().pixelColor(2, 2) != tokens().window); // the page lies behind a veil
    QCOMPARE(picture.toImage().pixelColor(picture.width() - 4, picture.height() / 2).rgb(), tokens().raised.rgb());
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
