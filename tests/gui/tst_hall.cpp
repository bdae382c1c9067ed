// SPDX-License-Identifier: GPL-3.0-or-later
// The public screen against the real gateway with a clock of the test's own: every call has its time and its chime, nobody's full name
// is anywhere on it, and it says when it has become old. With ONEDOOR_GALLERY set, pictures are written to the build folder.
#include "tests/gui/looking.h"
#include "tests/gui/recording_announcer.h"
#include "tests/support/demo_centre.h"
#include "ui/pages/hall/call_panel.h"
#include "ui/pages/hall/call_rows.h"
#include "ui/pages/hall/chime.h"
#include "ui/pages/hall/chime_announcer.h"
#include "ui/pages/hall/spoken_announcer.h"
#include "ui/pages/hall/system_voice.h"
#include "ui/pages/hall/hall_display.h"
#include "ui/pages/hall/hall_text.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QSignalSpy>
#include <QTranslator>
#include <cmath>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000;

/// Says nothing aloud: the test decides when a sentence is over.
class HeldVoice final : public Voice {
public:
    bool isThere() const override { return there; }
    void say(const QString& sentence) override { said.append(sentence); }
    void end() { Q_EMIT done(); }
    bool there = true;
    QStringList said;
};

CentreDefinition speakingCentre()
{
    CentreDefinition centre;
    centre.display.spokenCall = u"\u8bf7{number}\u53f7\u5230{place}"_s;
    Place window;
    window.key = u"window1"_s;
    window.shortLabel = u"1\u53f7\u7a97\u53e3"_s;
    centre.places = {window};
    return centre;
}

} // namespace

class TestHall : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void fiveCallsEachHaveTheirTime();
    void recallIsHeardAgain();
    void confidentialCallsMakeNoSound();
    void neverAFullName();
    void staleScreenSaysSo();
    void fullScreenAndBack();
    void largeEnough_data();
    void largeEnough();
    void readableFromTheLastRow();
    void flashesSlowly();
    void chimeIsSound();
    void noSoundDeviceIsNoError();
    void callsAreSpokenDigitByDigit();
    void announcementsNeverOverlap();
    void withoutVoiceTheChimeAlone_data();
    void withoutVoiceTheChimeAlone();
    void systemVoiceComesAndGoes();
    void pictures_data();
    void pictures();

private:
    void open();
    Session staff(const QString& place);
    TicketReply callNext(const QString& place);
    bool shows(const QString& number);
    bool knowsCalls(std::size_t count);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<DemoCentre> m_demo;
    std::unique_ptr<HallDisplay> m_display;
    RecordingAnnouncer m_announcer;
    Session m_desk;
    Session m_screen;
};

void TestHall::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_theme = std::make_unique<Theme>(*qApp, [] { return SystemLook{}; });
}

void TestHall::init()
{
    m_announcer.heard.clear();
    m_demo = std::make_unique<DemoCentre>();
    m_desk = m_demo->session("wang.fang");
    m_screen = m_demo->session("admin");
}

void TestHall::cleanup()
{
    m_display.reset();
    m_demo.reset();
}

void TestHall::open()
{
    m_display = std::make_unique<HallDisplay>(m_demo->gateway(), m_screen, m_demo->clock(), m_announcer);
    m_display->resize(1280, 720);
    m_display->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_display.get()));
    QTest::qWait(150); // the first answer: from here on calls are news
}

Session TestHall::staff(const QString& place)
{
    return m_demo->session("zhao.min", place);
}

TicketReply TestHall::callNext(const QString& place)
{
    return DemoCentre::wait(m_demo->gateway().send(staff(place), TicketCallNext{}));
}

bool TestHall::shows(const QString& number)
{
    return QTest::qWaitFor([&] { return m_display->board().current() && m_display->board().current()->number == number; }, patience);
}

bool TestHall::knowsCalls(std::size_t count)
{
    return QTest::qWaitFor([&] { return m_display->board().rows().size() + (m_display->board().current() ? 1U : 0U) >= count; }, patience);
}

void TestHall::fiveCallsEachHaveTheirTime()
{
    open();
    const QStringList places{u"window1"_s, u"window2"_s, u"window3"_s, u"window5"_s, u"window6"_s};
    const QStringList services{u"guidance"_s, u"guidance"_s, u"petitionClaim"_s, u"propertyMediation"_s, u"legalAdvice"_s};
    for (int at = 0; at < places.size(); ++at)
        m_demo->visit(m_desk, u"张三%1"_s.arg(QChar(u'甲' + at)), services[at]);
    QStringList called;
    for (const QString& place : places) {
        called.append(callNext(place).ticket.number);
        m_demo->clock().advanceSeconds(1);
    }
    QVERIFY(knowsCalls(5));
    QVERIFY(shows(called[0]));
    for (int at = 0; at < called.size(); ++at) {
        QVERIFY2(shows(called[at]), qPrintable(called[at]));
        QCOMPARE(m_announcer.heard, called.mid(0, at + 1));
        m_demo->clock().set(m_display->board().shownSince().plusSeconds(14));
        QTest::qWait(450); // two steps of the screen
        QCOMPARE(m_display->board().current()->number, called[at]);
        m_demo->clock().advanceSeconds(1);
    }
    QTest::qWait(450);
    QCOMPARE(m_display->board().current()->number, called.last()); // still awaited: it stays
}

void TestHall::recallIsHeardAgain()
{
    open();
    m_demo->visit(m_desk, u"张三"_s);
    const TicketRow ticket = callNext(u"window6"_s).ticket;
    QVERIFY(shows(ticket.number));
    m_demo->clock().advanceSeconds(20);
    DemoCentre::wait(m_demo->gateway().send(staff(u"window6"_s), TicketRecall{{.ticket = ticket.number}}));
    QVERIFY(QTest::qWaitFor([&] { return m_announcer.heard.size() == 2; }, patience));
    QCOMPARE(m_announcer.heard.last(), ticket.number);
}

void TestHall::confidentialCallsMakeNoSound()
{
    open();
    m_demo->visit(m_desk, u"李小红"_s, u"psychologicalCounselling"_s);
    m_demo->visit(m_desk, u"李小明"_s, u"psychologicalCounselling"_s);
    const TicketRow ticket = callNext(u"yaxinStudio"_s).ticket;
    QVERIFY(shows(ticket.number));
    QCOMPARE(m_announcer.heard, QStringList());
    for (const QLabel* label : m_display->findChildren<QLabel*>())
        QVERIFY2(!label->isVisible() || !label->text().contains(u"Counselling:"_s), qPrintable(label->text()));
}

void TestHall::neverAFullName()
{
    open();
    const QStringList names{u"欧阳海燕"_s, u"买买提·艾力"_s, u"张伟"_s};
    for (const QString& name : names)
        m_demo->visit(m_desk, name);
    callNext(u"window6"_s);
    callNext(u"gongxinStudio"_s);
    QVERIFY(knowsCalls(2));
    m_demo->clock().advanceSeconds(16);
    QVERIFY(QTest::qWaitFor([&] { return m_announcer.heard.size() == 2; }, patience));
    bool sawMasked = false;
    for (const QWidget* widget : m_display->findChildren<QWidget*>()) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        const QString texts = (label ? label->text() : QString()) + widget->accessibleName() + widget->accessibleDescription() + widget->toolTip();
        sawMasked = sawMasked || texts.contains(u'*');
        for (const QString& name : names)
            QVERIFY2(!texts.contains(name), qPrintable(texts));
    }
    QVERIFY(sawMasked);
}

void TestHall::staleScreenSaysSo()
{
    open();
    QVERIFY(!m_display->board().staleSince());
    const Instant before = m_demo->clock().now();
    m_demo->clock().advanceSeconds(HallBoard::staleSeconds + 1);
    m_display->board().tick(); // before any answer can arrive
    QCOMPARE(m_display->board().staleSince().value_or(Instant{}), before);
    const auto warning = [&] {
        for (const QLabel* label : m_display->findChildren<QLabel*>()) {
            if (label->isVisibleTo(m_display.get()) && label->text().contains(u"No connection since 09:00"_s))
                return true;
        }
        return false;
    };
    QVERIFY(warning());
    QVERIFY(QTest::qWaitFor([&] { return !warning(); }, patience));
}

void TestHall::fullScreenAndBack()
{
    open();
    m_display->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_display.get()));
    QTest::keyClick(m_display.get(), Qt::Key_F11);
    QVERIFY(QTest::qWaitFor([&] { return m_display->isFullScreen(); }, patience));
    QCOMPARE(m_display->cursor().shape(), Qt::BlankCursor);
    QTest::keyClick(m_display.get(), Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return !m_display->isFullScreen(); }, patience));
    QVERIFY(m_display->isVisible());
}

void TestHall::largeEnough_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1366") << QSize(1366, 768);
    QTest::newRow("1920") << QSize(1920, 1080);
    QTest::newRow("3840") << QSize(3840, 2160);
}

void TestHall::largeEnough()
{
    QFETCH(QSize, size);
    open();
    m_display->resize(size);
    m_demo->visit(m_desk, u"张三"_s);
    const QString number = callNext(u"window6"_s).ticket.number;
    QVERIFY(shows(number));
    const HallText* large = nullptr;
    for (const HallText* text : m_display->findChildren<HallText*>()) {
        if (text->text() == number && text->isVisible() && (!large || text->pixels() > large->pixels()))
            large = text;
    }
    QVERIFY(large);
    QFont font = typeFont(Type::Body, true);
    font.setPixelSize(large->pixels());
    QVERIFY(QFontMetrics(font).capHeight() >= size.width() / 12);
    QVERIFY(large->width() >= large->sizeHint().width()); // not shrunk to fit
    QVERIFY(m_display->findChild<CallRows*>()->shownRows() <= 7);
}

void TestHall::readableFromTheLastRow()
{
    const Tokens hall = hallTokens();
    for (const QColor& paper : {hall.window, hall.surface, hall.raised}) {
        for (const QColor& ink : {hall.text, hall.muted, hall.accentText, hall.warning})
            QVERIFY2(contrastRatio(ink, paper) >= 7.0, qPrintable(ink.name() + u" on "_s + paper.name()));
    }
}

void TestHall::flashesSlowly()
{
    constexpr int mostFlashesASecond = 3;
    QVERIFY(2 * CallPanel::flashMilliseconds * mostFlashesASecond >= 1000);
}

void TestHall::chimeIsSound()
{
    constexpr int rate = 48000;
    const QByteArray bytes = chimeSamples(rate, 2);
    const auto* samples = reinterpret_cast<const qint16*>(bytes.constData());
    const qsizetype count = bytes.size() / qsizetype(sizeof(qint16));
    QVERIFY(count > rate); // more than half a second in stereo
    int loudest = 0;
    for (qsizetype at = 0; at < count; at += 2) {
        QCOMPARE(samples[at], samples[at + 1]);
        loudest = std::max(loudest, std::abs(int(samples[at])));
    }
    QVERIFY(loudest > INT16_MAX / 4);
    QVERIFY(loudest < INT16_MAX);
    QVERIFY(std::abs(samples[0]) < 100 && std::abs(samples[count - 1]) < 100); // no click at either end
}

void TestHall::noSoundDeviceIsNoError()
{
    ChimeAnnouncer announcer;
    announcer.announce({.number = u"A001"_s});
    announcer.announce({.number = u"A002"_s});
    QTest::qWait(100);
}

void TestHall::callsAreSpokenDigitByDigit()
{
    CentreDefinition centre = speakingCentre();
    const DisplayCall call{.number = u"A012"_s, .place = u"window1"_s};
    QCOMPARE(spokenCall(centre, call), u"\u8bf7A 0 1 2\u53f7\u52301\u53f7\u7a97\u53e3"_s);
    QCOMPARE(spokenCall(centre, {.number = u"A012"_s, .place = u"nowhere"_s}), QString());
    centre.display.spokenCall = u"{place}\u8bf7{number}"_s;
    QCOMPARE(spokenCall(centre, call), u"1\u53f7\u7a97\u53e3\u8bf7A 0 1 2"_s);
    centre.display.spokenCall.clear();
    QCOMPARE(spokenCall(centre, call), QString());
}

/// Complaint: the loudspeaker calls two numbers at once and nobody understands either.
void TestHall::announcementsNeverOverlap()
{
    const CentreDefinition centre = speakingCentre();
    RecordingAnnouncer chime;
    HeldVoice voice;
    SpokenAnnouncer announcer(centre, chime, voice);
    for (const QString& number : {u"A001"_s, u"A002"_s})
        announcer.announce({.number = number, .place = u"window1"_s});
    QCOMPARE(chime.heard, QStringList{u"A001"_s});
    QVERIFY(voice.said.isEmpty()); // not before the chime is over
    QVERIFY(QTest::qWaitFor([&] { return voice.said.size() == 1; }, patience));
    QTest::qWait(2 * int(chimeLength.count()));
    QCOMPARE(voice.said.size(), 1); // however long the sentence takes
    QCOMPARE(chime.heard.size(), 1);
    voice.end();
    QCOMPARE(chime.heard, (QStringList{u"A001"_s, u"A002"_s}));
    voice.end(); // late, of nobody: must not cut the chime
    QVERIFY(QTest::qWaitFor([&] { return voice.said.size() == 2; }, patience));
    QVERIFY(voice.said.last().contains(u"A 0 0 2"_s));
}

void TestHall::withoutVoiceTheChimeAlone_data()
{
    QTest::addColumn<bool>("hasVoice");
    QTest::addColumn<bool>("hasSentence");
    QTest::newRow("no Mandarin voice on the PC") << false << true;
    QTest::newRow("no sentence in the centre") << true << false;
}

void TestHall::withoutVoiceTheChimeAlone()
{
    QFETCH(bool, hasVoice);
    QFETCH(bool, hasSentence);
    CentreDefinition centre = speakingCentre();
    if (!hasSentence)
        centre.display.spokenCall.clear();
    RecordingAnnouncer chime;
    HeldVoice voice;
    voice.there = hasVoice;
    SpokenAnnouncer announcer(centre, chime, voice);
    announcer.announce({.number = u"A001"_s, .place = u"window1"_s});
    announcer.announce({.number = u"A002"_s, .place = u"window1"_s});
    QVERIFY(QTest::qWaitFor([&] { return chime.heard.size() == 2; }, patience));
    QVERIFY(voice.said.isEmpty());
}

/// Whatever this machine has: no crash, no waiting, and an end of every sentence that is begun.
void TestHall::systemVoiceComesAndGoes()
{
    SystemVoice voice;
    QSignalSpy done(&voice, &Voice::done);
    voice.say(u"A 0 0 1"_s);
    QVERIFY(QTest::qWaitFor([&] { return voice.isThere() || done.size() == 1; }, patience));
}

void TestHall::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("chinese");
    QTest::newRow("1366-zh") << QSize(1366, 768) << true;
    QTest::newRow("1366-en") << QSize(1366, 768) << false;
    QTest::newRow("1920-zh") << QSize(1920, 1080) << true;
    QTest::newRow("1920-en") << QSize(1920, 1080) << false;
}

void TestHall::pictures()
{
    ONLY_FOR_PICTURES();
    QFETCH(QSize, size);
    QFETCH(bool, chinese);
    QTranslator translator;
    QLocale::setDefault(chinese ? QLocale(u"zh_CN"_s) : QLocale(QLocale::English));
    QVERIFY(translator.load(chinese ? u":/i18n/onedoor_zh_CN.qm"_s : u":/i18n/onedoor_en.qm"_s));
    qApp->installTranslator(&translator);
    open();
    m_display->resize(size);
    const auto save = [&](const char* what) {
        QTest::qWait(100);
        const QString file = u"" ONEDOOR_BINARY_DIR "/hall-%1-%2.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()), QString::fromLatin1(what));
        QVERIFY(m_display->grab().save(file));
    };
    save("empty");
    const QStringList names{u"张伟"_s, u"王秀英"_s, u"李建国"_s, u"欧阳海燕"_s, u"刘洋"_s, u"买买提·艾力"_s, u"陈静"_s, u"周志强"_s, u"吴桂兰"_s, u"徐丽"_s};
    const QStringList services{u"legalAdvice"_s, u"guidance"_s, u"propertyMediation"_s, u"petitionClaim"_s, u"elderPersuasion"_s, u"legalAdvice"_s,
                               u"wageArrears"_s, u"labourArbitration"_s, u"legalAdvice"_s, u"propertyMediation"_s};
    for (int at = 0; at < names.size(); ++at)
        m_demo->visit(m_desk, names[at], services[at]);
    for (const QString& place : {u"window1"_s, u"window3"_s, u"chengxinStudio"_s, u"propertyRoom"_s, u"gongxinStudio"_s, u"window6"_s}) {
        const TicketRow ticket = callNext(place).ticket;
        m_demo->clock().advanceSeconds(16);
        QVERIFY(shows(ticket.number));
        if (place == u"window1"_s || place == u"window3"_s)
            DemoCentre::wait(m_demo->gateway().send(staff(place), TicketBegin{{.ticket = ticket.number}}));
    }
    save("calling");
    m_demo->clock().advanceSeconds(7);
    m_display->board().tick();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QVERIFY(m_display->grab().save(u"" ONEDOOR_BINARY_DIR "/hall-%1-stale.png"_s.arg(QString::fromLatin1(QTest::currentDataTag()))));
    qApp->removeTranslator(&translator);
    QLocale::setDefault(QLocale(QLocale::English));
}

QTEST_MAIN(TestHall)
#include "tst_hall.moc"
