// SPDX-License-Identifier: GPL-3.0-or-later
// From the issued ticket to the record of its paper, through the real gateway: issued, printed and failed stay apart, and no printing
// makes a number. All people are invented.
#include "tests/support/demo_centre.h"

#include "ui/widgets/sheet.h"
#include "ui/widgets/slip/slip_desk.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QDir>
#include <QMutex>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestSlipDesk : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void printedIsRecorded();
    void failureIsRecordedAndOffersPdf();
    void nowhereToPrintStaysIssued();
    void confidentialVisitIsNotNamed();
    void oneOfTwoWindowsRecords();
    void closedWindowPrintsNothingMore();
    void settingsOpenInASheet();

private:
    TicketRow row(const VisitReply& visit);
    void useWork(PrintWork work, PrintTarget target = PrintTarget::Printer);
    std::vector<SlipContent> slips()
    {
        const QMutexLocker locked(&m_lock);
        return m_slips;
    }
    Toast* toast() { return m_window->findChild<Toast*>(); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_demo;
    Session m_session;
    std::unique_ptr<TicketPrinter> m_printer;
    std::unique_ptr<QWidget> m_window;
    SlipDesk* m_desk = nullptr;
    QTemporaryDir m_folder;
    QMutex m_lock;
    std::vector<SlipContent> m_slips; ///< what reached the printer, in its thread
};

void TestSlipDesk::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
    m_demo = std::make_unique<DemoCentre>();
    m_session = m_demo->session("wang.fang");
}

void TestSlipDesk::init()
{
    m_slips.clear();
    m_window = std::make_unique<QWidget>();
    m_window->resize(1200, 800);
    m_window->show();
    useWork([](const PrintJob& job) -> Result<PrintedOn> { return PrintedOn{job.settings.printer, {}}; });
}

void TestSlipDesk::cleanup()
{
    m_window.reset();
    m_printer.reset();
}

void TestSlipDesk::useWork(PrintWork work, PrintTarget target)
{
    delete m_desk;
    PrintWork noted = [this, work = std::move(work)](const PrintJob& job) {
        {
            const QMutexLocker locked(&m_lock);
            m_slips.push_back(job.slip.content());
        }
        return work(job);
    };
    m_printer = std::make_unique<TicketPrinter>(PrintSettings{target, u"XP-80"_s, m_folder.path(), SlipPaper::Roll80}, noted);
    m_desk = new SlipDesk(m_demo->gateway(), m_session, m_demo->clock(), *m_printer, m_window.get());
    connect(m_desk, &QObject::destroyed, this, [this] { m_desk = nullptr; });
}

TicketRow TestSlipDesk::row(const VisitReply& visit)
{
    return DemoCentre::wait(m_demo->gateway().ask(m_session, VisitShow{visit.visit})).tickets.at(0);
}

void TestSlipDesk::printedIsRecorded()
{
    const VisitReply visit = m_demo->visit(m_session, u"周建国"_s);
    QCOMPARE(row(visit).print, PrintStatus::Issued);
    m_desk->printIssued(visit);
    QTRY_COMPARE(row(visit).print, PrintStatus::Printed);
    QCOMPARE(slips().size(), std::size_t(1));
    QCOMPARE(slips()[0].number, visit.number);
    QCOMPARE(slips()[0].name, u"周*国"_s);
    QCOMPARE(slips()[0].ahead, std::optional(visit.ahead));
    QVERIFY(!toast());
    // Once more, on purpose and later: the same number.
    QTRY_VERIFY((m_desk->printAgain(row(visit), 5), slips().size() == 2));
    QCOMPARE(slips()[1].number, visit.number);
    QCOMPARE(slips()[1].ahead, std::optional<std::uint32_t>(5));
    QVERIFY(!slips()[1].reprinted.isEmpty());
}

void TestSlipDesk::failureIsRecordedAndOffersPdf()
{
    useWork([](const PrintJob& job) -> Result<PrintedOn> {
        if (job.settings.target == PrintTarget::Printer)
            return fail(ErrorKind::Io, u"print.printerStopped"_s, {}, {{u"printer"_s, job.settings.printer}});
        return printSlip(job);
    });
    const VisitReply visit = m_demo->visit(m_session, u"吴小梅"_s);
    m_desk->printIssued(visit);
    QTRY_COMPARE(row(visit).print, PrintStatus::Failed);
    QVERIFY(toast());
    QVERIFY(toast()->text().contains(u"XP-80"_s));
    auto* save = m_desk->findChild<QAction*>();
    QVERIFY(save);
    save->trigger();
    QTRY_VERIFY(toast() && toast()->text().contains(QDir::toNativeSeparators(m_folder.path())));
    QCOMPARE(row(visit).print, PrintStatus::Failed); // a file is no paper
    QVERIFY(QFile::exists(m_folder.filePath(visit.visitNumber + u".pdf"_s)));
    QCOMPARE(slips().back().number, visit.number);
}

void TestSlipDesk::nowhereToPrintStaysIssued()
{
    useWork([](const PrintJob&) -> Result<PrintedOn> { return PrintedOn{}; }, PrintTarget::NotChosen);
    const VisitReply visit = m_demo->visit(m_session, u"郑海"_s);
    m_desk->printIssued(visit);
    QTRY_VERIFY(toast());
    QVERIFY(slips().empty());
    QCOMPARE(row(visit).print, PrintStatus::Issued);
}

void TestSlipDesk::confidentialVisitIsNotNamed()
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = u"冯秀兰"_s, .documentKind = DocumentKind::None};
    command.service = u"legalAdvice"_s;
    command.summary = u"咨询"_s;
    command.confidential = true;
    const VisitReply visit = DemoCentre::wait(m_demo->gateway().send(m_session, command));
    m_desk->printIssued(visit);
    QTRY_COMPARE(slips().size(), std::size_t(1));
    QTRY_VERIFY(!m_printer->isPrinting(visit.ticket));
    QCOMPARE(slips()[0].number, visit.number);
    QVERIFY(slips()[0].name.isEmpty() && slips()[0].service.isEmpty());
}

void TestSlipDesk::oneOfTwoWindowsRecords()
{
    QWidget other;
    SlipDesk second(m_demo->gateway(), m_session, m_demo->clock(), *m_printer, &other);
    const VisitReply visit = m_demo->visit(m_session, u"褚文"_s);
    m_desk->printIssued(visit);
    QTRY_COMPARE(row(visit).print, PrintStatus::Printed);
    (void)m_demo->visit(m_session, u"卫兰"_s); // behind whatever a second record would have been
    const auto history = DemoCentre::wait(m_demo->gateway().ask(m_session, VisitHistory{visit.visit})).entries;
    QCOMPARE(std::count_if(history.begin(), history.end(), [](const HistoryRow& each) { return each.type == u"ticket.printed"_s; }), 1);
}

void TestSlipDesk::closedWindowPrintsNothingMore()
{
    const VisitReply visit = m_demo->visit(m_session, u"沈平"_s);
    m_desk->printIssued(visit); // asks for the visit first
    m_window.reset();
    QTest::qWait(200);
    QVERIFY(slips().empty());
    QCOMPARE(row(visit).print, PrintStatus::Issued);
}

void TestSlipDesk::settingsOpenInASheet()
{
    m_desk->openSettings();
    m_desk->openSettings();
    QCOMPARE(m_window->findChildren<Sheet*>().size(), 1);
    QVERIFY(m_window->findChild<Sheet*>()->isOpen());
    if (qEnvironmentVariableIsSet("ONEDOOR_GALLERY")) {
        QTest::qWait(500);
        m_window->grab().save(u"slip-settings.png"_s);
    }
}

QTEST_MAIN(TestSlipDesk)
#include "tst_slip_desk.moc"
