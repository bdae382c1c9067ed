// SPDX-License-Identifier: GPL-3.0-or-later
// The slip says what it must and nothing more, is whole on the narrowest paper, can be read by a telephone, and comes out once. With
// ONEDOOR_GALLERY=1 the test also writes slip-*.png. All people are invented.
#include "core/domain/centre/centre_loader.h"
#include "tests/gui/looking.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/slip/print_settings_panel.h"
#include "ui/widgets/slip/slip_preview.h"
#include "ui/widgets/slip/ticket_printer.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFuture>
#include <QLabel>
#include <QPainter>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSemaphore>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const Instant nine = Instant::fromIso(u"2026-03-02T09:05:00+08:00"_s);
constexpr SlipPaper everyPaper[] = {SlipPaper::Roll80, SlipPaper::Roll58, SlipPaper::A6};

QString paperWord(SlipPaper paper)
{
    return paper == SlipPaper::Roll80 ? u"80"_s : paper == SlipPaper::Roll58 ? u"58"_s : u"a6"_s;
}

TicketId ticketId(int number)
{
    RawId raw;
    raw.bytes.fill(0x7b);
    raw.bytes[15] = static_cast<unsigned char>(number);
    return TicketId(raw);
}

/// Text as long as the reader of the centre's file allows.
QString longest(int characters, bool chinese)
{
    const QString piece = chinese ? u"物业纠纷联合调解受理登记室"_s : u"Neighbourhood mediation "_s;
    return piece.repeated(characters / int(piece.size()) + 1).left(characters).trimmed();
}

} // namespace

class TestSlip : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void codeComesBack_data();
    void codeComesBack();
    void saysWhatLeadsTheVisitor();
    void saysNothingThatIsPersonal();
    void confidentialNamesNobody();
    void printedAgainKeepsTheNumber();
    void nothingIsCut_data();
    void nothingIsCut();
    void codeIsCrispAndComplete_data();
    void codeIsCrispAndComplete();
    void pdfIsOnePageThatAPhoneReads_data();
    void pdfIsOnePageThatAPhoneReads();
    void failuresHaveAReason_data();
    void failuresHaveAReason();
    void doublePressIsOneSlip();
    void failedSlipMayBePrintedAtOnce();
    void nowhereToPrintOffersPdf();
    void settingsComeBack();
    void panelPrintsATestSlip();
    void badLayoutsAreRefused_data();
    void badLayoutsAreRefused();
    void ownLayoutIsUsedOrDoneWithout();
    void panelTakesALayout();
    void gallery();

private:
    VisitReply issued() const;
    SlipContent ordinary() const;
    SlipContent worst() const;
    void speak(bool chinese);

    CentreDefinition m_centre;
    QTranslator m_translator;
    std::unique_ptr<Theme> m_theme;
};

void TestSlip::initTestCase()
{
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto centre = loadCentre(file.readAll(), u"dongxihu.json"_s);
    QVERIFY(centre);
    m_centre = *centre;
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
    QVERIFY(m_translator.load(u":/i18n/onedoor_zh_CN.qm"_s));
    cleanup();
}

void TestSlip::cleanup()
{
    speak(true);
}

void TestSlip::speak(bool chinese)
{
    QCoreApplication::removeTranslator(&m_translator);
    QLocale::setDefault(chinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English));
    if (chinese)
        QCoreApplication::installTranslator(&m_translator);
}

VisitReply TestSlip::issued() const
{
    return {.visitNumber = u"20260302-D012"_s, .ticket = ticketId(1), .number = u"D012"_s, .ahead = 3,
            .places = {u"window6"_s, u"gongxinStudio"_s}};
}

SlipContent TestSlip::ordinary() const
{
    VisitReply reply = issued();
    reply.places.clear();
    for (const Place* place : m_centre.placesServing(u"legalAdvice"))
        reply.places.push_back(place->key);
    return slipFor(m_centre, reply, {u"legalAdvice"_s, u"周建国"_s}, nine);
}

/// The longest texts that a centre's file may hold, in the language of the moment.
SlipContent TestSlip::worst() const
{
    const bool chinese = QLocale().language() == QLocale::Chinese;
    SlipContent slip = ordinary();
    slip.number = u"WWW99999"_s;
    slip.visitNumber = u"20260302-WWW99999"_s;
    slip.code = slipCodeText({slip.visitNumber, slip.ticket});
    slip.header = longest(chinese ? 60 : 120, chinese);
    slip.service = longest(chinese ? 60 : 120, chinese);
    slip.footer = longest(300, chinese);
    slip.ahead = 4'000'000'000;
    slip.stops = {{longest(chinese ? 60 : 120, chinese), {longest(chinese ? 12 : 20, chinese), longest(chinese ? 12 : 20, chinese)}},
                  {chinese ? u"南二区"_s : u"South Zone 2"_s, QStringList(6, longest(chinese ? 12 : 20, chinese))}};
    slip.reprinted = u"2026-03-02 11:40"_s;
    slip.name = u"买*·艾*·阿*·努*·古*"_s;
    return slip;
}

void TestSlip::codeComesBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isOurs");
    const QString good = slipCodeText({u"20260302-D012"_s, ticketId(1)});
    QTest::newRow("own") << good << true;
    QTest::newRow("typed by a scanner in small letters") << good.toLower() + u"\r\n"_s << true;
    QTest::newRow("short id") << good.chopped(1) << false;
    QTest::newRow("more behind") << good + u"0"_s << false;
    QTest::newRow("no visit") << u"ONEDOOR:/"_s + ticketId(1).toString() << false;
    QTest::newRow("an address") << u"https://example.org/20260302-D012"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestSlip::codeComesBack()
{
    QFETCH(QString, text);
    QFETCH(bool, isOurs);
    const auto code = readSlipCode(text);
    QCOMPARE(code.has_value(), isOurs);
    if (isOurs)
        QCOMPARE(*code, (SlipCode{u"20260302-D012"_s, ticketId(1)}));
}

void TestSlip::saysWhatLeadsTheVisitor()
{
    const SlipContent slip = ordinary();
    QCOMPARE(slip.header, m_centre.ticket.header);
    QCOMPARE(slip.number, u"D012"_s);
    QCOMPARE(slip.service, u"法律咨询"_s);
    QCOMPARE(slip.ahead, std::optional<std::uint32_t>(3));
    QCOMPARE(slip.stops, (QList<SlipStop>{{u"北一区"_s, {u"6号窗口"_s}}, {u"北二区"_s, {u"公心工作室"_s}}}));
    QCOMPARE(slip.issued, u"2026-03-02 09:05"_s);
    QCOMPARE(slip.visitNumber, u"20260302-D012"_s);
    speak(false);
    QCOMPARE(ordinary().service, u"Legal advice"_s);
    QCOMPARE(ordinary().stops.first(), (SlipStop{u"North Zone 1"_s, {u"Window 6"_s}}));
}

void TestSlip::saysNothingThatIsPersonal()
{
    TicketRow row;
    row.ticket = ticketId(1);
    row.number = u"D012"_s;
    row.visitNumber = u"20260302-D012"_s;
    row.service = u"legalAdvice"_s;
    row.name = u"周建国"_s;
    row.summary = u"欠薪四个月，电话13800000000"_s;
    row.handoverNote = u"身份证420199196803021232"_s;
    for (const SlipContent& slip : {ordinary(), slipAgain(m_centre, row, nine)}) {
        QCOMPARE(slip.name, u"周*国"_s);
        const QString everything = QStringList{slip.header, slip.number, slip.service, slip.name, slip.issued, slip.reprinted,
                                               slip.visitNumber, slip.footer, slip.code}.join(u'\n');
        for (const QString& personal : {u"周建国"_s, u"建"_s, u"欠薪"_s, u"13800000000"_s, u"420199"_s})
            QVERIFY2(!everything.contains(personal), qPrintable(personal));
    }
}

void TestSlip::confidentialNamesNobody()
{
    const SlipContent byService = slipFor(m_centre, issued(), {u"psychologicalCounselling"_s, u"周建国"_s}, nine);
    QVERIFY(byService.service.isEmpty() && byService.name.isEmpty());
    const SlipContent byVisit = slipFor(m_centre, issued(), {u"legalAdvice"_s, u"周建国"_s, true}, nine);
    QVERIFY(byVisit.service.isEmpty() && byVisit.name.isEmpty());
    QCOMPARE(byVisit.number, u"D012"_s);
}

void TestSlip::printedAgainKeepsTheNumber()
{
    TicketRow row;
    row.ticket = ticketId(1);
    row.number = u"D012"_s;
    row.visitNumber = u"20260302-D012"_s;
    row.service = u"legalAdvice"_s;
    row.issuedAt = nine;
    const SlipContent again = slipAgain(m_centre, row, nine.plusSeconds(1800));
    QCOMPARE(again.number, ordinary().number);
    QCOMPARE(again.code, ordinary().code);
    QCOMPARE(again.issued, ordinary().issued);
    QCOMPARE(again.stops, ordinary().stops);
    QCOMPARE(again.reprinted, u"2026-03-02 09:35"_s);
    QVERIFY(!again.ahead);
    row.toPlace = m_centre.places.first().key;
    QCOMPARE(slipAgain(m_centre, row, nine).stops.first().places, QStringList{m_centre.places.first().shortLabel});
}

void TestSlip::nothingIsCut_data()
{
    QTest::addColumn<SlipPaper>("paper");
    QTest::addColumn<bool>("chinese");
    QTest::addColumn<QString>("layout");
    for (const SlipLayout& layout : shippedSlipLayouts()) {
        for (const SlipPaper paper : everyPaper) {
            QTest::addRow("%s %s chinese", qPrintable(layout.key), qPrintable(paperWord(paper))) << paper << true << layout.key;
            QTest::addRow("%s %s english", qPrintable(layout.key), qPrintable(paperWord(paper))) << paper << false << layout.key;
        }
    }
}

/// A slip on larger paper than it asked for must leave the margins white: ink there would be ink cut off on the real one.
void TestSlip::nothingIsCut()
{
    QFETCH(SlipPaper, paper);
    QFETCH(bool, chinese);
    speak(chinese);
    QFETCH(QString, layout);
    const SlipPainter slip(worst(), paper, shippedSlipLayout(layout));
    const QImage whole = slip.image();
    const SlipPaperSize size = sizeOf(paper);
    QImage larger(whole.width() * 2, whole.height() * 2, QImage::Format_RGB32);
    larger.setDotsPerMeterX(whole.dotsPerMeterX());
    larger.setDotsPerMeterY(whole.dotsPerMeterY());
    larger.fill(Qt::white);
    QPainter painter(&larger);
    slip.paint(painter);
    painter.end();
    const double dots = thermalDpi / 25.4;
    const QRectF allowed = QRectF(size.sideMargin - 0.3, 1, size.printableWidth() + 0.6, whole.height() / dots - 2);
    QRect ink;
    for (int y = 0; y < larger.height(); ++y)
        for (int x = 0; x < larger.width(); ++x)
            if (qGray(larger.pixel(x, y)) < 200)
                ink |= QRect(x, y, 1, 1);
    const QRectF inkMillimetres(ink.x() / dots, ink.y() / dots, ink.width() / dots, ink.height() / dots);
    QVERIFY2(allowed.contains(inkMillimetres), qPrintable(u"ink %1…%2 × %3…%4 mm"_s.arg(inkMillimetres.left()).arg(inkMillimetres.right())
                                                                .arg(inkMillimetres.top()).arg(inkMillimetres.bottom())));
    if (size.height > 0)
        QVERIFY(inkMillimetres.bottom() <= size.height);
}

void TestSlip::codeIsCrispAndComplete_data()
{
    QTest::addColumn<SlipPaper>("paper");
    QTest::addColumn<int>("dotsPerModule");
    QTest::newRow("80") << SlipPaper::Roll80 << 6;
    QTest::newRow("58") << SlipPaper::Roll58 << 5;
    QTest::newRow("a6") << SlipPaper::A6 << 7;
}

/// On a thermal head each module is a square of whole dots, pure black or pure white.
void TestSlip::codeIsCrispAndComplete()
{
    QFETCH(SlipPaper, paper);
    QFETCH(int, dotsPerModule);
    const SlipContent slip = ordinary();
    const QrMatrix matrix = qrMatrix(slip.code);
    QVERIFY(matrix.size > 20);
    const QImage picture = SlipPainter(slip, paper).image();
    const auto isAt = [&](int left, int top) {
        for (int row = 0; row < matrix.size; ++row)
            for (int column = 0; column < matrix.size; ++column)
                for (int dot = 0; dot < dotsPerModule; dot += dotsPerModule - 1)
                    if (qGray(picture.pixel(left + column * dotsPerModule + dot, top + row * dotsPerModule + dot))
                        != (matrix.isDark(column, row) ? 0 : 255))
                        return false;
        return true;
    };
    const int edge = matrix.size * dotsPerModule;
    const double dots = thermalDpi / 25.4;
    const int right = int(std::round(sizeOf(paper).sideMargin * dots)) + int(std::round(sizeOf(paper).printableWidth() * dots));
    bool found = false;
    for (int top = 0; top + edge <= picture.height() && !found; ++top)
        found = isAt(right - edge, top);
    QVERIFY(found);
}

void TestSlip::pdfIsOnePageThatAPhoneReads_data()
{
    nothingIsCut_data();
}

void TestSlip::pdfIsOnePageThatAPhoneReads()
{
    QFETCH(SlipPaper, paper);
    QFETCH(bool, chinese);
    speak(chinese);
    QTemporaryDir folder;
    const SlipContent slip = ordinary();
    const auto printed = printSlip({SlipPainter(slip, paper), {PrintTarget::PdfFile, {}, folder.path(), paper}});
    QVERIFY(printed);
    QCOMPARE(printed->printer, u"PDF"_s);
    QFile file(printed->file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-1."));
    QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    QCOMPARE(QString::fromLatin1(bytes).count(QRegularExpression(u"/Type\\s*/Page\\b"_s)), 1);

    QProcess draw;
    draw.start(u"pdftoppm"_s, {u"-r"_s, u"203"_s, u"-gray"_s, u"-png"_s, printed->file, folder.filePath(u"page"_s)});
    QVERIFY2(draw.waitForFinished() && draw.exitCode() == 0, "pdftoppm is needed (poppler-utils)");
    const QStringList pages = QDir(folder.path()).entryList({u"page*.png"_s});
    QCOMPARE(pages.size(), 1);
    const QImage page(folder.filePath(pages.first()));
    QVERIFY(std::abs(page.width() - sizeOf(paper).width * thermalDpi / 25.4) < 4);
    QProcess read;
    read.start(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, folder.filePath(pages.first())});
    QVERIFY2(read.waitForFinished() && read.exitCode() == 0, "zbarimg is needed (zbar-tools), or the code can't be read");
    QCOMPARE(QString::fromUtf8(read.readAllStandardOutput()).trimmed(), slip.code);
}

void TestSlip::failuresHaveAReason_data()
{
    QTest::addColumn<PrintSettings>("settings");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("printer");
    const QString file = QStringLiteral(ONEDOOR_SOURCE_DIR "/LICENSE");
    QTest::newRow("no such printer") << PrintSettings{PrintTarget::Printer, u"no such printer"_s, {}, SlipPaper::Roll80}
                                     << u"print.printerMissing"_s << u"no such printer"_s;
    QTest::newRow("no such folder") << PrintSettings{PrintTarget::PdfFile, {}, file + u"/none"_s, SlipPaper::Roll80}
                                    << u"print.folderMissing"_s << u"PDF"_s;
    QTest::newRow("folder is a file") << PrintSettings{PrintTarget::PdfFile, {}, file, SlipPaper::Roll80}
                                      << u"print.folderMissing"_s << u"PDF"_s;
    // Nobody may make files there, root neither.
    QTest::newRow("folder is closed") << PrintSettings{PrintTarget::PdfFile, {}, u"/proc/self"_s, SlipPaper::Roll80}
                                      << u"print.fileNotWritten"_s << u"PDF"_s;
}

void TestSlip::failuresHaveAReason()
{
    QFETCH(PrintSettings, settings);
    QFETCH(QString, code);
    QFETCH(QString, printer);
    TicketPrinter tickets(settings);
    std::optional<PrintOutcome> outcome;
    connect(&tickets, &TicketPrinter::finished, this, [&](const PrintOutcome& each) { outcome = each; });
    QCOMPARE(tickets.print(ordinary()), TicketPrinter::Start::Begun);
    QTRY_VERIFY(outcome);
    const TicketRecordPrint record = recordOf(*outcome);
    QCOMPARE(record.ticket, ticketId(1).toString());
    QVERIFY(!record.printed);
    QCOMPARE(record.reason, code);
    QCOMPARE(record.printer, printer);
    const QString sentence = printFailureText(outcome->result.error());
    QVERIFY2(sentence.contains(u"“"_s) && !sentence.contains(u"“”"_s) && !sentence.contains(u'%'), qPrintable(sentence));
}

void TestSlip::doublePressIsOneSlip()
{
    QSemaphore door;
    std::atomic<int> jobs = 0;
    TicketPrinter tickets({PrintTarget::Printer, u"held back"_s, {}, SlipPaper::Roll80}, [&](const PrintJob& job) -> Result<PrintedOn> {
        ++jobs;
        door.acquire();
        return PrintedOn{job.settings.printer, {}};
    });
    int finished = 0;
    connect(&tickets, &TicketPrinter::finished, this, [&](const PrintOutcome& each) { finished += each.isPrinted() ? 1 : 0; });
    SlipContent other = ordinary();
    other.ticket = ticketId(2);
    QCOMPARE(tickets.print(ordinary()), TicketPrinter::Start::Begun);
    QCOMPARE(tickets.print(ordinary()), TicketPrinter::Start::OnItsWay);
    QCOMPARE(tickets.print(other), TicketPrinter::Start::Begun);
    QVERIFY(tickets.isPrinting(ticketId(1)));
    door.release(10);
    QTRY_COMPARE(finished, 2);
    QCOMPARE(tickets.print(ordinary()), TicketPrinter::Start::OnItsWay); // the second half of a slow double click
    QVERIFY(!tickets.isPrinting(ticketId(1)));
    QCOMPARE(jobs.load(), 2);
    QVERIFY(QTest::qWaitFor([&] { return tickets.print(ordinary()) == TicketPrinter::Start::Begun; }, 4000)); // on purpose, later
    QTRY_COMPARE(finished, 3);
}

void TestSlip::failedSlipMayBePrintedAtOnce()
{
    bool broken = true;
    TicketPrinter tickets({PrintTarget::Printer, u"moody"_s, {}, SlipPaper::Roll80}, [&](const PrintJob&) -> Result<PrintedOn> {
        if (broken)
            return fail(ErrorKind::Io, u"print.printerRefused"_s, {}, {{u"printer"_s, u"moody"_s}});
        return PrintedOn{u"moody"_s, {}};
    });
    QList<bool> outcomes;
    connect(&tickets, &TicketPrinter::finished, this, [&](const PrintOutcome& each) { outcomes.append(each.isPrinted()); });
    tickets.print(ordinary());
    QTRY_COMPARE(outcomes, QList<bool>{false});
    broken = false;
    QCOMPARE(tickets.print(ordinary()), TicketPrinter::Start::Begun);
    QTRY_COMPARE(outcomes, (QList<bool>{false, true}));
}

void TestSlip::nowhereToPrintOffersPdf()
{
    QTemporaryDir folder;
    TicketPrinter tickets({});
    std::optional<SlipContent> offered;
    std::optional<PrintOutcome> outcome;
    connect(&tickets, &TicketPrinter::targetMissing, this, [&](const SlipContent& slip) { offered = slip; });
    connect(&tickets, &TicketPrinter::finished, this, [&](const PrintOutcome& each) { outcome = each; });
    QCOMPARE(tickets.print(ordinary()), TicketPrinter::Start::NotChosen);
    QCOMPARE(offered, std::optional(ordinary()));
    QVERIFY(!outcome);
    QCOMPARE(tickets.savePdf(*offered, folder.path()), TicketPrinter::Start::Begun);
    QTRY_VERIFY(outcome);
    QVERIFY(outcome->isPrinted());
    QVERIFY(QFile::exists(outcome->result->file));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"20260302-D012.pdf"_s});
    QCOMPARE(tickets.settings(), PrintSettings{});
}

void TestSlip::settingsComeBack()
{
    QTemporaryDir folder;
    QSettings store(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    QCOMPARE(PrintSettings::read(store), PrintSettings{});
    const PrintSettings settings{PrintTarget::PdfFile, u"XP-58 前台"_s, folder.path(), SlipPaper::Roll58};
    settings.save(store);
    QCOMPARE(PrintSettings::read(store), settings);
    store.setValue(u"slip/target"_s, u"plotter"_s);
    QCOMPARE(PrintSettings::read(store).target, PrintTarget::NotChosen);
}

void TestSlip::panelPrintsATestSlip()
{
    QTemporaryDir folder;
    TicketPrinter tickets({PrintTarget::Printer, u"no such printer"_s, folder.path(), SlipPaper::Roll80});
    QSignalSpy changed(&tickets, &TicketPrinter::settingsChanged);
    PrintSettingsPanel panel(tickets, testSlip(m_centre, nine));
    panel.resize(820, 620);
    panel.show();
    QCOMPARE(panel.chosen(), tickets.settings());
    const auto button = panel.findChildren<QPushButton*>();
    const auto test = std::find_if(button.begin(), button.end(), [](QPushButton* each) { return each->text() == u"打印测试小票"_s; });
    QVERIFY(test != button.end());
    const auto says = [&](const QString& words) {
        const auto labels = panel.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](QLabel* each) { return each->isVisible() && each->text().contains(words); });
    };
    (*test)->click();
    QTRY_VERIFY(says(u"no such printer"_s));
    QTRY_VERIFY((*test)->isEnabled());
    if (qEnvironmentVariableIsSet("ONEDOOR_GALLERY"))
        panel.grab().save(u"slip-panel.png"_s);

    const auto choices = panel.findChildren<SegmentedControl*>();
    choices.first()->setCurrentData(int(PrintTarget::PdfFile));
    choices.last()->setCurrentData(int(SlipPaper::Roll58));
    QCOMPARE(tickets.settings(), (PrintSettings{PrintTarget::PdfFile, u"no such printer"_s, folder.path(), SlipPaper::Roll58}));
    QVERIFY(!changed.isEmpty());
    (*test)->click();
    QTRY_VERIFY(says(u"test-slip.pdf"_s));
    QVERIFY(QFile::exists(folder.filePath(u"test-slip.pdf"_s)));
}

void TestSlip::badLayoutsAreRefused_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* from, const char* to, const QString& code, const QString& field) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << code << field;
    };
    row("no JSON", "{\n", "[", u"json.malformed"_s, u"layout"_s);
    row("another format", "\"format\": 1", "\"format\": 2", u"json.outOfRange"_s, u"format"_s);
    row("an unknown part", "\"footer\"", "\"advertisement\"", u"json.unknownWord"_s, u"papers[0].blocks[10].part"_s);
    row("type that nobody reads", "[25000]", "[1500]", u"json.outOfRange"_s, u"papers[0].blocks[2].sizes[0]"_s);
    row("type that no paper holds", "[25000]", "[90000]", u"json.outOfRange"_s, u"papers[0].blocks[2].sizes[0]"_s);
    row("no size", "[25000]", "[]", u"json.missing"_s, u"papers[0].blocks[2].sizes"_s);
    row("a code too fine", "750", "200", u"json.outOfRange"_s, u"papers[0].blocks[8].module"_s);
    row("no number", "\"number\"", "\"house\"", u"json.missing"_s, u"papers[0].blocks.number"_s);
    row("a field besides", "\"lines\"", "\"rows\"", u"json.unknownField"_s, u"papers[0].blocks[3].rows"_s);
    row("a gap without end", "\"before\": 5000", "\"before\": 500000", u"json.outOfRange"_s, u"papers[0].blocks[2].before"_s);
}

void TestSlip::badLayoutsAreRefused()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, code);
    QFETCH(QString, field);
    QFile shipped(u":/slips/standard.json"_s);
    QVERIFY(shipped.open(QIODevice::ReadOnly));
    QByteArray json = shipped.readAll();
    QVERIFY(readSlipLayout(json));
    QVERIFY(json.contains(from));
    json.replace(from, to);
    const Result<SlipLayout> layout = readSlipLayout(json);
    QVERIFY(!layout);
    QCOMPARE(layout.error().code, code);
    QCOMPARE(layout.error().field, field);
}

/// A visitor gets a slip whatever became of the file.
void TestSlip::ownLayoutIsUsedOrDoneWithout()
{
    QTemporaryDir folder;
    PrintSettings settings;
    settings.layoutFile = folder.filePath(u"own.json"_s);
    QCOMPARE(settings.usedLayout(), shippedSlipLayout(u"standard"_s));
    settings.layout = u"large"_s;
    QCOMPARE(settings.usedLayout(), shippedSlipLayout(u"large"_s));
    QFile own(settings.layoutFile);
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write(R"({"format": 1, "key": "own", "name": "本中心", "papers": [{"paper": "roll80", "blocks": [
        {"part": "number", "sizes": [30000]}, {"part": "places", "sizes": [5000]}]}]})");
    own.close();
    const SlipLayout used = settings.usedLayout();
    QCOMPARE(used.key, u"own"_s);
    QCOMPARE(used.blocksFor(SlipPaper::Roll80).size(), std::size_t(2));
    QCOMPARE(used.blocksFor(SlipPaper::Roll58), shippedSlipLayouts().front().blocksFor(SlipPaper::Roll58)); // a paper that it does not know
    const QImage slip = SlipPainter(ordinary(), SlipPaper::Roll80, used).image();
    QVERIFY(slip.height() < SlipPainter(ordinary(), SlipPaper::Roll80).image().height());
}

void TestSlip::panelTakesALayout()
{
    QTemporaryDir folder;
    TicketPrinter tickets({PrintTarget::PdfFile, {}, folder.path(), SlipPaper::Roll80});
    PrintSettingsPanel panel(tickets, testSlip(m_centre, nine));
    panel.resize(820, 620);
    panel.show();
    QComboBox* layouts = panel.findChildren<QComboBox*>().last();
    QCOMPARE(layouts->count(), 4); // three, and the way to one's own
    QCOMPARE(layouts->currentText(), u"标准"_s);
    auto* preview = panel.findChild<SlipPreview*>();
    const QImage before = preview->grab().toImage();
    layouts->setFocus();
    QTest::keyClick(layouts, Qt::Key_Down);
    QCOMPARE(layouts->currentText(), u"大字"_s);
    QCOMPARE(tickets.settings().layout, u"large"_s);
    QVERIFY(preview->grab().toImage() != before);
    takePicture(&panel, u"slip-panel-layout"_s);
    QSettings store(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    tickets.settings().save(store);
    QCOMPARE(PrintSettings::read(store).layout, u"large"_s);
}

void TestSlip::gallery()
{
    ONLY_FOR_PICTURES();
    for (const bool chinese : {true, false}) {
        speak(chinese);
        for (const SlipPaper paper : everyPaper) {
            const QString ending = u"-%1-%2.png"_s.arg(paperWord(paper), chinese ? u"zh"_s : u"en"_s);
            QVERIFY(SlipPainter(ordinary(), paper).image().save(u"slip"_s + ending));
            QVERIFY(SlipPainter(worst(), paper).image().save(u"slip-worst"_s + ending));
            for (const SlipLayout& layout : shippedSlipLayouts())
                QVERIFY(SlipPainter(ordinary(), paper, layout).image().save(u"slip-"_s + layout.key + ending));
        }
    }
}

QTEST_MAIN(TestSlip)
#include "tst_slip.moc"
