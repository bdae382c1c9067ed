// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the centre under real keys: a removal is refused with its reason, changes are taken back, two administrators at one entry,
// errors beside their fields. With ONEDOOR_GALLERY set, pictures are written to the build folder.
#include "core/services/api/centre.h"
#include "core/services/api/counter.h"
#include "tests/gui/composing.h"
#include "tests/gui/looking.h"
#include "tests/support/demo_centre.h"
#include "ui/pages/centre/centre_form.h"
#include "ui/pages/centre/centre_item_model.h"
#include "ui/pages/centre/centre_page.h"
#include "ui/pages/centre/changes_panel.h"
#include "ui/pages/centre/hours_text.h"
#include "ui/pages/centre/item_sheet.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/toast.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QTranslator>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestCentrePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void removalIsRefusedWithTheReason();
    void anUnusedThingGoesAndComesBack();
    void errorsStandBesideTheirFields();
    void searchFindsByPinyin();
    void orderByKeys();
    void hoursAreTyped();
    void hoursTexts_data();
    void hoursTexts();
    void closedDaysReadBack();
    void somebodyElseChangesTheOpenEntry();
    void allChangesAreTold();
    void everySectionOpens();
    void pictures_data();
    void pictures();

private:
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = m_page->isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : m_page.get();
        QTest::keyClick(target, Qt::Key(key), modifiers);
    }
    ItemSheet* sheet() const
    {
        for (ItemSheet* each : m_page->findChildren<ItemSheet*>())
            if (each->isOpen())
                return each;
        return nullptr;
    }
    void type(const QString& member, const QString& text)
    {
        auto* edit = qobject_cast<QLineEdit*>(sheet()->form()->fieldNamed(member)->editor());
        QVERIFY2(edit, qPrintable(member));
        edit->setFocus();
        edit->selectAll();
        if (text.isEmpty())
            QTest::keyClick(edit, Qt::Key_Delete);
        else
            enter(edit, text);
    }
    static void enter(QWidget* edit, const QString& text)
    {
        if (std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() < 0x80; }))
            return QTest::keyClicks(edit, text);
        compose(text, edit);
    }
    void choose(const QString& member, const QString& key)
    {
        QWidget* editor = sheet()->form()->fieldNamed(member)->editor();
        if (auto* box = qobject_cast<QComboBox*>(editor))
            box->setCurrentIndex(box->findData(key));
        else if (auto* one = editor->findChild<QCheckBox*>(key)) {
            one->setFocus();
            QTest::keyClick(one, Qt::Key_Space);
        }
    }
    void openNew(const QString& section)
    {
        m_page->showSection(section);
        table()->setFocus();
        press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(sheet());
    }
    void openEntry(const QString& section, const QString& key)
    {
        m_page->showSection(section);
        table()->setFocus();
        table()->selectRow(model()->rowOf(key));
        press(Qt::Key_F2);
        QTRY_VERIFY(sheet());
    }
    void save()
    {
        press(Qt::Key_S, Qt::ControlModifier);
    }
    /// Changes by another window or PC.
    void change(const QString& section, const QString& key, const QJsonObject& item)
    {
        DemoCentre::wait(m_centre->gateway().send(m_admin, CentreChange{section, key, item}));
    }
    QString message() const
    {
        for (const Banner* banner : m_page->findChildren<Banner*>())
            if (banner->isVisible())
                return banner->accessibleName();
        return {};
    }
    DataTable* table() const { return m_page->findChild<DataTable*>(); }
    CentreItemModel* model() const { return m_page->findChild<CentreItemModel*>(); }
    const CentreDefinition& now() const { return m_centre->gateway().centre(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_centre;
    Session m_admin;
    std::unique_ptr<CentrePage> m_page;
};

void TestCentrePage::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestCentrePage::init()
{
    m_centre = std::make_unique<DemoCentre>();
    m_admin = m_centre->session("admin");
    m_page = std::make_unique<CentrePage>(m_centre->gateway(), m_admin);
    m_page->resize(1278, 660);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->setFocus();
}

void TestCentrePage::cleanup()
{
    m_page.reset();
    m_centre.reset();
}

void TestCentrePage::removalIsRefusedWithTheReason()
{
    DemoCentre::wait(m_centre->gateway().send(m_centre->session("li.jun", u"window6"_s), PlaceStaff{}));
    m_page->showSection(u"places"_s);
    table()->setFocus();
    table()->selectRow(model()->rowOf(u"window6"_s));
    press(Qt::Key_Delete, Qt::ControlModifier);
    QPushButton* button = nullptr;
    QTRY_VERIFY((button = m_page->findChild<QPushButton*>(u"centreRemove"_s)));
    QTRY_VERIFY(button->isVisible());
    QTest::qWait(400); // the sheet slides in
    const auto labels = m_page->findChild<RemovalSheet*>()->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) { return label->text().contains(u"李军"_s); }));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY2(message().contains(u"李军"_s), qPrintable(message()));
    QVERIFY(now().findPlace(u"window6") != nullptr);
}

void TestCentrePage::anUnusedThingGoesAndComesBack()
{
    m_page->showSection(u"holdReasons"_s);
    table()->setFocus();
    const QString key = model()->keyAt(0);
    table()->selectRow(0);
    press(Qt::Key_Delete, Qt::ControlModifier);
    QTRY_VERIFY(now().findHoldReason(key) == nullptr);
    QTRY_VERIFY(m_page->findChild<Toast*>());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(now().findHoldReason(key) != nullptr);
    QTRY_COMPARE(model()->keyAt(table()->currentRow()), key);
}

void TestCentrePage::errorsStandBesideTheirFields()
{
    openEntry(u"series"_s, u"legal"_s);
    type(u"lastNumber"_s, u"many"_s);
    save();
    QTRY_VERIFY(!sheet()->form()->fieldNamed(u"lastNumber"_s)->error().isEmpty()); // can't be read: not even sent
    type(u"lastNumber"_s, u"８００"_s);                                            // full width is a number
    type(u"prefix"_s, u"A"_s);
    save();
    FormField* prefix = sheet()->form()->fieldNamed(u"prefix"_s);
    QTRY_VERIFY2(prefix->error().contains(u"General reception"_s), qPrintable(prefix->error()));
    QCOMPARE(qobject_cast<QLineEdit*>(prefix->editor())->text(), u"A"_s); // what was typed stays
    type(u"prefix"_s, u"Z"_s);
    save();
    QTRY_VERIFY(!sheet());
    QTRY_COMPARE(now().findSeries(u"legal")->lastNumber, 800);
    QCOMPARE(now().findSeries(u"legal")->prefix, u"Z"_s);
}

void TestCentrePage::searchFindsByPinyin()
{
    m_page->showSection(u"services"_s);
    table()->setFocus();
    const int all = model()->rowCount();
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"zhyd"_s); // 综合咨询引导 is zhzxyd
    QCOMPARE(model()->rowCount(), 0);
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"zhzxyd"_s);
    QCOMPARE(model()->rowCount(), 1);
    QCOMPARE(model()->keyAt(0), u"guidance"_s);
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QCOMPARE(model()->rowCount(), all);
}

void TestCentrePage::orderByKeys()
{
    m_page->showSection(u"zones"_s);
    table()->setFocus();
    table()->selectRow(1);
    const QString second = model()->keyAt(1);
    press(Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE(model()->keyAt(0), second);
    QTRY_COMPARE(table()->currentRow(), 0);
    QCOMPARE(now().zones.first().key, second);
}

void TestCentrePage::hoursAreTyped()
{
    m_page->showSection(u"openingHours"_s);
    table()->setFocus();
    press(Qt::Key_F2);
    QTRY_VERIFY(sheet());
    type(u"saturday"_s, u"9-12，13:30—16:00"_s);
    type(u"monday"_s, QString());
    save();
    QTRY_VERIFY(!sheet());
    QTRY_COMPARE(now().openingHours.spansOn(6).size(), 2);
    QCOMPARE(now().openingHours.spansOn(6).last().beginMinute, 13 * 60 + 30);
    QVERIFY(now().openingHours.spansOn(1).isEmpty());
}

void TestCentrePage::hoursTexts_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("spans");
    QTest::newRow("usual") << u"08:30-12:00, 14:00-17:30"_s << 2;
    QTest::newRow("short") << u"9-12"_s << 1;
    QTest::newRow("full width") << u"０９：００－１２：００、１３：００～１７：００"_s << 2;
    QTest::newRow("closed") << u"  "_s << 0;
    QTest::newRow("words") << u"all day"_s << -1;
    QTest::newRow("half") << u"9-"_s << -1;
}

void TestCentrePage::hoursTexts()
{
    QFETCH(QString, typed);
    QFETCH(int, spans);
    const std::optional<QJsonArray> read = readHours(typed);
    QCOMPARE(read ? int(read->size()) : -1, spans);
}

void TestCentrePage::closedDaysReadBack()
{
    const std::optional<QJsonArray> days = readClosedDays(u"2026-10-09 搬迁 / Moving；20261010 停电 / Power cut\n"_s);
    QVERIFY(days && days->size() == 2);
    QCOMPARE(closedDaysText(*days), u"2026-10-09 搬迁 / Moving\n2026-10-10 停电 / Power cut"_s);
    QVERIFY(!readClosedDays(u"Monday off"_s));
}

void TestCentrePage::somebodyElseChangesTheOpenEntry()
{
    openEntry(u"zones"_s, u"north1"_s);
    type(u"nameEnglish"_s, u"North hall"_s);
    change(u"zones"_s, u"north1"_s, {{u"name"_s, u"北大厅"_s}});
    QTRY_VERIFY(!message().isEmpty()); // said at once
    QTRY_COMPARE(qobject_cast<QLineEdit*>(sheet()->form()->fieldNamed(u"name"_s)->editor())->text(), u"北大厅"_s);
    QCOMPARE(qobject_cast<QLineEdit*>(sheet()->form()->fieldNamed(u"nameEnglish"_s)->editor())->text(), u"North hall"_s);
    save();
    QTRY_VERIFY(!sheet());
    QTRY_COMPARE(now().findZone(u"north1")->nameEnglish, u"North hall"_s);
    QCOMPARE(now().findZone(u"north1")->name, u"北大厅"_s);
}

void TestCentrePage::allChangesAreTold()
{
    change(u"zones"_s, u"north1"_s, {{u"nameEnglish"_s, u"North hall"_s}});
    change(u"queue"_s, {}, {{u"undoMinutes"_s, 9}});
    press(Qt::Key_H, Qt::ControlModifier);
    ChangesPanel* panel = nullptr;
    QTRY_VERIFY((panel = m_page->findChild<ChangesPanel*>()) && panel->count() == 2);
    QTest::qWait(400);
    auto buttons = panel->findChildren<Button*>();
    QTRY_COMPARE((buttons = panel->findChildren<Button*>()).size(), 2);
    for (Button* each : buttons) {
        if (each->accessibleName().contains(u"North hall"_s))
            QTest::mouseClick(each, Qt::LeftButton);
    }
    QTRY_COMPARE(now().findZone(u"north1")->nameEnglish, u"North Zone 1"_s);
    QTRY_COMPARE(panel->count(), 3);
    QCOMPARE(now().queue.undoMinutes, 9);
}

void TestCentrePage::everySectionOpens()
{
    QAbstractItemModelTester tester(model());
    auto* sections = m_page->findChild<QListWidget*>();
    QCOMPARE(sections->count(), 17);
    for (int row = 0; row < sections->count(); ++row) {
        sections->setCurrentRow(row);
        QVERIFY(model()->rowCount() > 0);
        table()->setFocus();
        press(Qt::Key_F2);
        QTRY_VERIFY(sheet());
        const auto fields = sheet()->form()->findChildren<FormField*>();
        QVERIFY(!fields.isEmpty());
        QVERIFY2(sheet()->form()->changes().isEmpty(), qPrintable(sections->item(row)->text())); // what was not touched is not sent
        sheet()->closeSheet();
        QTRY_VERIFY(!sheet());
    }
}

void TestCentrePage::pictures_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("zh_CN") << u"zh_CN"_s;
    QTest::newRow("en") << u"en"_s;
}

/// As the desk shows it at 1366×768 beside rail, header and status line.
void TestCentrePage::pictures()
{
    QFETCH(QString, language);
    ONLY_FOR_PICTURES();
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/onedoor_%1.qm"_s.arg(language)));
    QLocale::setDefault(QLocale(language));
    qApp->installTranslator(&translator);
    m_page = std::make_unique<CentrePage>(m_centre->gateway(), m_admin);
    m_page->resize(1278, 660);
    m_page->show();
    const auto take = [&](const QString& name) {
        QTest::qWait(500);
        QVERIFY(m_page->grab().save(u"centre_%1_%2.png"_s.arg(name, language)));
    };
    take(u"places"_s);
    openEntry(u"places"_s, u"window1"_s);
    take(u"form"_s);
    sheet()->closeSheet();
    QTest::qWait(400);
    m_page->showSection(u"openingHours"_s);
    take(u"hours"_s);
    m_page->showSection(u"zones"_s);
    table()->setFocus();
    press(Qt::Key_Delete, Qt::ControlModifier);
    QTest::qWait(500);
    take(u"removal"_s);
    qApp->removeTranslator(&translator);
    QLocale::setDefault(QLocale(QLocale::English));
}

QTEST_MAIN(TestCentrePage)
#include "tst_centre_page.moc"
