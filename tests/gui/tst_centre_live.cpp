// SPDX-License-Identifier: GPL-3.0-or-later
// What is changed on the page of the centre, under real keys, holds at once at the pages that others have open: a window is added and
// calls a visitor, a service is renamed and the reception's list has it. No restart, no technician (queue.md section 5).
#include "core/services/api/centre.h"
#include "tests/gui/composing.h"
#include "tests/support/demo_centre.h"
#include "ui/pages/centre/centre_form.h"
#include "ui/pages/centre/centre_item_model.h"
#include "ui/pages/centre/centre_page.h"
#include "ui/pages/centre/item_sheet.h"
#include "ui/pages/counter/counter_page.h"
#include "ui/pages/reception/reception_page.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestCentreLive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aWindowIsAddedAndCallsAtOnce();
    void aRenamedServiceShowsAtTheOpenReception();

private:
    void activate(QWidget* page)
    {
        page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(page));
        page->setFocus();
    }
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
        compose(text, edit);
    }
    const CentreDefinition& now() const { return m_centre->gateway().centre(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_centre;
    Session m_admin;
    Session m_desk;
    std::unique_ptr<CentrePage> m_page;
};

void TestCentreLive::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestCentreLive::init()
{
    m_centre = std::make_unique<DemoCentre>();
    m_admin = m_centre->session("admin");
    m_desk = m_centre->session("wang.fang", u"window1"_s);
    m_page = std::make_unique<CentrePage>(m_centre->gateway(), m_admin);
    m_page->resize(1278, 660);
    m_page->show();
}

void TestCentreLive::cleanup()
{
    m_page.reset();
    m_centre.reset();
}

void TestCentreLive::aWindowIsAddedAndCallsAtOnce()
{
    const VisitReply visit = m_centre->visit(m_desk, u"张伟"_s);
    const Session caller = m_centre->session("li.jun");
    CounterPage counter(m_centre->gateway(), caller, m_centre->clock()); // open all the time
    counter.resize(1180, 700);
    counter.show();
    auto* places = counter.findChild<QComboBox*>();
    const int before = places->count();

    activate(m_page.get());
    m_page->showSection(u"places"_s);
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(sheet());
    type(u"name"_s, u"十九号窗口"_s);
    type(u"nameEnglish"_s, u"Window 77"_s);
    type(u"shortLabel"_s, u"十九号"_s);
    type(u"shortLabelEnglish"_s, u"Window 77"_s);
    auto* offers = sheet()->form()->fieldNamed(u"services"_s)->editor()->findChild<QCheckBox*>(u"legalAdvice"_s);
    offers->setFocus();
    QTest::keyClick(offers, Qt::Key_Space);
    type(u"repeatCallLimit"_s, u"2"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!sheet());
    QTRY_VERIFY(now().findPlace(u"window77") != nullptr);

    QTRY_COMPARE(places->count(), before + 1);
    activate(&counter);
    places->setFocus();
    places->setCurrentIndex(places->findData(u"window77"_s));
    Q_EMIT places->activated(places->currentIndex());
    QTRY_VERIFY(counter.board().board().staffedByMe);
    QAction* call = counter.action(CounterAct::CallNext);
    QTRY_VERIFY(call->isEnabled());
    QTest::keyClick(QApplication::focusWidget(), call->shortcut()[0].key(), call->shortcut()[0].keyboardModifiers());
    QTRY_VERIFY(counter.board().board().current && counter.board().board().current->number == visit.number);
    QCOMPARE(counter.board().board().current->place, u"window77"_s);
}

void TestCentreLive::aRenamedServiceShowsAtTheOpenReception()
{
    m_centre->visit(m_desk, u"张伟"_s);
    ReceptionPage reception(m_centre->gateway(), m_desk, m_centre->clock());
    reception.resize(1278, 660);
    reception.show();
    const auto shows = [&](const QString& text) {
        const QAbstractItemModel* rows = reception.findChild<DataTable*>()->model();
        for (int column = 0; column < rows->columnCount(); ++column)
            if (rows->rowCount() > 0 && rows->index(0, column).data().toString() == text)
                return true;
        return false;
    };
    QTRY_VERIFY(shows(now().findService(u"legalAdvice")->nameEnglish));
    activate(m_page.get());
    m_page->showSection(u"services"_s);
    auto* table = m_page->findChild<DataTable*>();
    table->setFocus();
    table->selectRow(m_page->findChild<CentreItemModel*>()->rowOf(u"legalAdvice"_s));
    press(Qt::Key_F2);
    QTRY_VERIFY(sheet());
    type(u"nameEnglish"_s, u"Legal counsel"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!sheet());
    QTRY_VERIFY(shows(u"Legal counsel"_s));
}

QTEST_MAIN(TestCentreLive)
#include "tst_centre_live.moc"
