// SPDX-License-Identifier: GPL-3.0-or-later
// The expected wait where people meet it: on the slip, on the hall display, at the visit form and the ticket on show, in the queue row; in both
// languages, against the real gateway after rehearsed days. Complaints 9 and 27. With ONEDOOR_GALLERY set, pictures are written to
// the build folder.
#include "core/services/rehearsal/rehearsal.h"
#include "tests/support/demo_centre.h"
#include "tests/support/must.h"
#include "ui/models/counter_board.h"
#include "ui/models/wait_words.h"
#include "ui/pages/counter/counter_page.h"
#include "ui/pages/hall/announcer.h"
#include "ui/pages/hall/hall_display.h"
#include "ui/pages/hall/hall_text.h"
#include "ui/pages/reception/reception_page.h"
#include "ui/pages/reception/ticket_panel.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/slip/slip_desk.h"
#include "ui/widgets/slip/slip_painter.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QMutex>
#include <QRegularExpression>
#include <QTranslator>
#include <QVBoxLayout>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

class SilentAnnouncer final : public Announcer {
public:
    void announce(const DisplayCall&) override {}
};

/// "10–25 minutes" and whatever else a range may be called, in one language.
QRegularExpression rangeIn(bool chinese)
{
    return QRegularExpression(chinese ? u"\\d+分钟|\\d小时以上"_s : u"\\d+ minutes|more than \\d hours"_s);
}

} // namespace

class TestWaitPages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void slip_data() { languages(); }
    void slip();
    void hall_data() { languages(); }
    void hall();
    void reception_data() { languages(); }
    void reception();
    void queueRow_data() { languages(); }
    void queueRow();

private:
    void languages();
    void speak(bool chinese);
    void save(const QImage& picture, const char* what);
    QString visibleText(const QWidget& page) const;

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_demo;
    Session m_desk;
    QTranslator m_translator;
    std::vector<VisitReply> m_visits;
    bool m_chinese = false;
};

void TestWaitPages::languages()
{
    QTest::addColumn<bool>("chinese");
    QTest::newRow("zh") << true;
    QTest::newRow("en") << false;
}

void TestWaitPages::speak(bool chinese)
{
    m_chinese = chinese;
    QCoreApplication::removeTranslator(&m_translator);
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    QVERIFY(m_translator.load(chinese ? u":/i18n/onedoor_zh_CN.qm"_s : u":/i18n/onedoor_en.qm"_s));
    QCoreApplication::installTranslator(&m_translator);
}

void TestWaitPages::save(const QImage& picture, const char* what)
{
    if (qEnvironmentVariableIsSet("ONEDOOR_GALLERY"))
        QVERIFY(picture.save(u"" ONEDOOR_BINARY_DIR "/wait-%1-%2.png"_s.arg(QString::fromLatin1(what), m_chinese ? u"zh"_s : u"en"_s)));
}

QString TestWaitPages::visibleText(const QWidget& page) const
{
    QStringList texts;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&page))
            texts.append(label->text());
    }
    return texts.join(u'\n');
}

/// Eight days of the past, then a Thursday morning on which four people wait for windows 3 and 4 and three for the lawyer.
void TestWaitPages::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
    m_demo = std::make_unique<DemoCentre>();
    m_desk = m_demo->session("wang.fang", u"receptionRoom"_s);
    const Session clerk = m_demo->session("zhao.min");
    const Population population = must(Population::load());
    m_demo->gateway().onWriter([&](CommandRunner& runner) {
        must(rehearse(runner, m_demo->clock(), m_demo->gateway().centre(), population, {clerk},
                      {.firstDay = QDate(2026, 3, 3), .days = 8, .visitorsPerDay = 260, .seed = 5}, {}));
    });
    m_demo->clock().set(Instant::fromIso(u"2026-03-19T09:10:00+08:00"_s));
    for (const QString& place : {u"window3"_s, u"window6"_s})
        DemoCentre::wait(m_demo->gateway().send(m_demo->session("zhao.min", place), PlaceStaff{place}));
    const QStringList names{u"张伟"_s, u"王秀英"_s, u"李建国"_s, u"欧阳海燕"_s, u"刘洋"_s, u"陈静"_s, u"周志强"_s};
    for (qsizetype at = 0; at < names.size(); ++at)
        m_visits.push_back(m_demo->visit(m_desk, names[at], at < 4 ? u"petitionClaim"_s : u"legalAid"_s));
    QVERIFY(DemoCentre::wait(m_demo->gateway().ask(m_desk, QueueEstimate{.service = u"petitionClaim"_s})).estimates.front().learned);
}

void TestWaitPages::slip()
{
    QFETCH(const bool, chinese);
    speak(chinese);
    QWidget window;
    QMutex lock;
    QList<SlipContent> printed;
    TicketPrinter printer(PrintSettings{PrintTarget::Printer, u"XP-80"_s, {}, SlipPaper::Roll80}, [&](const PrintJob& job) -> Result<PrintedOn> {
        const QMutexLocker locked(&lock);
        printed.append(job.slip.content());
        return PrintedOn{job.settings.printer, {}};
    });
    SlipDesk desk(m_demo->gateway(), m_desk, m_demo->clock(), printer, &window);
    desk.printIssued(m_visits[3]);
    const auto count = [&] {
        const QMutexLocker locked(&lock);
        return printed.size();
    };
    QTRY_COMPARE(count(), 1);
    QVERIFY2(rangeIn(chinese).match(printed[0].wait).hasMatch(), qPrintable(printed[0].wait));
    QVERIFY(printed[0].wait.startsWith(chinese ? u"预计等候："_s : u"Expected wait: "_s));
    // Room for it on the narrow roll too: the paper is longer by that line, and nothing else changed.
    for (const SlipPaper paper : {SlipPaper::Roll58, SlipPaper::Roll80}) {
        SlipContent without = printed[0];
        without.wait.clear();
        const QImage with = SlipPainter(printed[0], paper).image(203);
        QVERIFY(with.height() > SlipPainter(without, paper).image(203).height());
        save(with, paper == SlipPaper::Roll58 ? "slip58" : "slip80");
    }
    // Nobody is at the counsellor's: nothing is promised on paper.
    const VisitReply alone = m_demo->visit(m_desk, u"孙丽"_s, u"psychologicalCounselling"_s);
    desk.printIssued(alone);
    QTRY_COMPARE(count(), 2);
    QVERIFY2(printed[1].wait.isEmpty(), qPrintable(printed[1].wait));
    DemoCentre::wait(m_demo->gateway().send(m_desk, TicketWithdraw{{alone.ticket.toString(), {}}}));
}

void TestWaitPages::hall()
{
    QFETCH(const bool, chinese);
    speak(chinese);
    SilentAnnouncer announcer;
    HallDisplay display(m_demo->gateway(), m_desk, m_demo->clock(), announcer);
    display.resize(1366, 768);
    display.show();
    const QString service = chinese ? u"申诉求决类信访事项登记"_s : u"Registering an appeal or claim"_s;
    const auto shown = [&] {
        for (const HallText* text : display.findChildren<HallText*>()) {
            if (text->isVisibleTo(&display) && text->text().startsWith(service))
                return text->text();
        }
        return QString();
    };
    QTRY_VERIFY2(rangeIn(chinese).match(shown()).hasMatch(), qPrintable(shown()));
    save(display.grab().toImage(), "hall");
}

void TestWaitPages::reception()
{
    QFETCH(const bool, chinese);
    speak(chinese);
    QWidget window;
    auto* page = new ReceptionPage(m_demo->gateway(), m_desk, m_demo->clock());
    auto* column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page);
    window.resize(1166, 700); // what a shell leaves of 1366×768
    window.show();
    QApplication::setActiveWindow(&window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto* table = page->findChild<DataTable*>();
    QTRY_VERIFY(table->model()->rowCount() >= 7);
    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Return);
    const auto* panel = page->findChild<TicketPanel*>();
    QTRY_VERIFY(rangeIn(chinese).match(visibleText(*panel)).hasMatch());
    QTest::qWait(100); // the text may take a second line
    save(window.grab().toImage(), "ticket");

    page->focusLookup();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(page->isFormOpen());
    FormField* field = nullptr;
    for (FormField* each : page->findChildren<FormField*>()) {
        if (each->objectName() == u"service")
            field = each;
    }
    QVERIFY(field);
    QWidget* editor = field->editor()->focusProxy() ? field->editor()->focusProxy() : field->editor();
    editor->setFocus();
    for (const char key : QByteArray("ssqj")) // the initials of the service's name
        QTest::keyClick(editor, key);
    QTest::qWait(50);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY2(rangeIn(chinese).match(visibleText(*field)).hasMatch(), qPrintable(visibleText(*field)));
    QVERIFY(visibleText(*field).contains(chinese ? u"预计等候："_s : u"Wait: "_s));
    save(window.grab().toImage(), "form");
}

void TestWaitPages::queueRow()
{
    QFETCH(const bool, chinese);
    speak(chinese);
    m_demo->clock().set(Instant::fromIso(u"2026-03-19T09:50:00+08:00"_s));
    const Session clerk = m_demo->session("zhao.min", u"window3"_s);
    CounterPage page(m_demo->gateway(), clerk, m_demo->clock());
    page.resize(1166, 700);
    page.show();
    QTRY_VERIFY(!page.findChildren<DataTable*>().isEmpty());
    const DataTable* queue = nullptr;
    for (const DataTable* table : page.findChildren<DataTable*>()) {
        const auto* model = qobject_cast<const QueueModel*>(table->model());
        if (model && model->headerData(QueueModel::Reason, Qt::Horizontal).toString() == (chinese ? u"排序依据"_s : u"Why here"_s))
            queue = table;
    }
    QVERIFY(queue);
    QTRY_COMPARE(queue->model()->rowCount(), 4);
    const auto why = [&](int row) { return queue->model()->index(row, QueueModel::Reason).data().toString(); };
    const QRegularExpression call(chinese ? u"约(\\d\\d:\\d\\d)叫"_s : u"due (\\d\\d:\\d\\d)"_s);
    QTRY_VERIFY2(call.match(why(3)).hasMatch(), qPrintable(why(3)));
    QVERIFY(call.match(why(1)).captured(1) <= call.match(why(3)).captured(1));
    // Forty minutes are longer than the centre thinks right, and do not look like ten.
    QCOMPARE(queue->model()->index(0, QueueModel::Minutes).data(QueueModel::LevelRole).toInt(), int(WaitLevel::Long));
    save(page.grab().toImage(), "counter");
    m_demo->clock().set(Instant::fromIso(u"2026-03-19T09:10:00+08:00"_s));
}

QTEST_MAIN(TestWaitPages)
#include "tst_wait_pages.moc"
