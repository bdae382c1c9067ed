// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_display.h"

#include "core/base/identity.h"
#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/pages/kiosk/kiosk_frame.h"
#include "ui/pages/kiosk/message_screen.h"
#include "ui/pages/kiosk/service_screen.h"
#include "ui/widgets/button.h"
#include "ui/widgets/theme/kiosk_tokens.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int secondMilliseconds = 1000;
constexpr int settleMilliseconds = 300; ///< a second touch within this time was meant for the screen before
constexpr int scanPauseMilliseconds = 1000;
constexpr qsizetype longestScan = 40;

} // namespace

KioskDisplay::KioskDisplay(const KioskParts& parts, QWidget* parent)
    : QWidget(parent), m_centre(parts.gateway.centre()), m_clock(parts.clock),
      m_flow(parts.gateway, parts.session, parts.clock, parts.random, parts.printer, parts.label),
      m_idle(parts.clock, m_centre.kiosk.idleSeconds, m_centre.kiosk.warningSeconds), m_leaving(parts.gateway)
{
    setObjectName(u"kiosk"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSizeConstraint(QLayout::SetNoConstraint); // sizes follow the screen, so they must not hold it open
    connect(&m_flow, &KioskFlow::changed, this, &KioskDisplay::showScreen);
    connect(&m_flow, &KioskFlow::helpChanged, this, [this] { m_frame->setHelp(m_flow.help()); });
    connect(&m_leaving, &KioskLeaving::changed, this, &KioskDisplay::showScreen);
    connect(&m_leaving, &KioskLeaving::allowed, this, [this] {
        wipe();
        Q_EMIT left();
    });
    connect(&m_idle, &KioskIdle::warned, this, [this] {
        if (m_flow.trip().isPersonal() || m_leaving.isUnderWay())
            showScreen();
        else
            wipe(); // only a language or a page: nobody has to be asked
    });
    connect(&m_idle, &KioskIdle::secondsChanged, this, [this](int left) {
        if (m_prompt)
            m_prompt->setText(tr("Everything you entered will be deleted in %n second(s).", nullptr, left));
    });
    connect(&m_idle, &KioskIdle::expired, this, &KioskDisplay::wipe);
    connect(&m_second, &QTimer::timeout, this, &KioskDisplay::showClock);
    m_second.start(secondMilliseconds);
    auto* leave = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q), this);
    connect(leave, &QShortcut::activated, &m_leaving, &KioskLeaving::begin);
    qApp->installEventFilter(this);
    rebuild();
}

KioskDisplay::~KioskDisplay()
{
    delete m_frame; // with its screen, before the flow that both look at
}

KioskMeasure KioskDisplay::measure() const
{
    return KioskMeasure(m_dotsPerInch > 0 ? m_dotsPerInch : KioskMeasure::dotsPerInchOf(QWidget::screen()), m_text, width() >= height());
}

KioskScreen* KioskDisplay::screen() const
{
    return m_screen;
}

void KioskDisplay::setDotsPerInch(double dotsPerInch)
{
    m_dotsPerInch = dotsPerInch;
    rebuild();
}

/// Everything anew: sizes and texts are taken when widgets are made.
void KioskDisplay::rebuild()
{
    setWindowTitle(tr("Kiosk – OneDoor"));
    setAccessibleName(tr("Kiosk"));
    delete m_frame;
    m_frame = new KioskFrame(measure(), localName(m_centre));
    layout()->addWidget(m_frame);
    connect(m_frame, &KioskFrame::restartWanted, this, &KioskDisplay::wipe, Qt::QueuedConnection); // which may make the frame anew
    connect(m_frame, &KioskFrame::textSizeWanted, this, [this] {
        m_text = m_text == KioskText::Large ? KioskText::Usual : KioskText::Large;
        rebuild();
    });
    connect(m_frame, &KioskFrame::languageWanted, this, [this] {
        m_languageToggled = !m_languageToggled;
        Q_EMIT languageToggleWanted();
    });
    connect(m_frame, &KioskFrame::staffWanted, &m_flow, &KioskFlow::callStaff);
    connect(m_frame, &KioskFrame::leavingWanted, &m_leaving, &KioskLeaving::begin);
    m_frame->setHelp(m_flow.help());
    showClock();
    showScreen();
}

void KioskDisplay::showScreen()
{
    if (!m_idle.isWarning())
        m_prompt = nullptr;
    const KioskStep step = m_flow.trip().step;
    const bool isWaiting = step == KioskStep::Working && !m_leaving.isUnderWay();
    const bool isAtStart = !m_flow.trip().isPersonal() && m_flow.trip().page == 0 && m_text == KioskText::Usual && !m_languageToggled;
    m_idle.setPaused(isWaiting || (isAtStart && !m_leaving.isUnderWay()));
    m_scan.clear();
    if (canStay())
        return;
    m_screen = m_idle.isWarning() ? makePrompt() : m_leaving.isUnderWay() ? m_leaving.makeScreen(KioskMeasure(measure().dotsPerInch(), KioskText::Usual, measure().isWide())) : makeScreen();
    m_frame->setScreen(m_screen);
    m_frame->setCanRestart(m_flow.trip().isPersonal() || m_leaving.isUnderWay());
    m_frame->updateGeometry();
    m_sinceScreen.start();
    layout()->activate();
    if (QWidget* beginning = m_screen->beginning())
        beginning->setFocus(Qt::OtherFocusReason);
}

/// News of the queues must not take the tile away from under a finger.
bool KioskDisplay::canStay() const
{
    auto* services = qobject_cast<ServiceScreen*>(m_screen.data());
    const bool isServices = services && !m_idle.isWarning() && !m_leaving.isUnderWay() && m_flow.trip().step == KioskStep::Services;
    return isServices && services->showNews(m_flow.trip().greeting.maskedName, m_flow.trip().page);
}

/// Also the look goes back to what it was: the next person may read another language.
void KioskDisplay::wipe()
{
    m_scan.clear();
    m_idle.touch();
    if (m_leaving.isUnderWay())
        m_leaving.stop();
    m_flow.wipe();
    if (std::exchange(m_text, KioskText::Usual) != KioskText::Usual)
        rebuild();
    if (std::exchange(m_languageToggled, false))
        Q_EMIT languageToggleWanted();
}

void KioskDisplay::showClock()
{
    m_frame->setTime(timeText(m_clock.now(), m_centre.offsetMinutes));
}

/// A reader types the number of a card and Enter, whatever has the focus. Where a number is asked for, it goes there.
bool KioskDisplay::hearKey(QKeyEvent* event)
{
    if (m_leaving.isUnderWay() || m_idle.isWarning() || event->isAutoRepeat())
        return false;
    const bool asks = m_flow.trip().step == KioskStep::Document || m_flow.trip().step == KioskStep::Phone;
    const bool offers = m_flow.trip().step == KioskStep::Services && m_centre.kiosk.identity != KioskIdentity::Nothing;
    if (!asks && !offers)
        return false;
    if (m_sinceKey.isValid() && m_sinceKey.elapsed() > scanPauseMilliseconds)
        m_scan.clear();
    m_sinceKey.start();
    if (isPlainEnter(event) && offers && likelyDocumentKind(m_scan) != DocumentKind::None) {
        m_flow.giveDocument(std::exchange(m_scan, {}));
        return true;
    }
    const bool isShortcut = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (isShortcut || event->text().size() != 1 || !event->text().front().isLetterOrNumber())
        return false;
    if (asks)
        return m_screen && m_screen->takeKey(event->text().front());
    if (m_scan.size() < longestScan)
        m_scan += event->text();
    return true;
}

bool KioskDisplay::eventFilter(QObject* watched, QEvent* event)
{
    const bool isPress = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!isPress && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || !m_frame || (widget != this && !isAncestorOf(widget)))
        return QWidget::eventFilter(watched, event);
    if (isPress)
        return m_screen && m_screen->isAncestorOf(widget) && m_sinceScreen.elapsed() < settleMilliseconds && widget->inherits("QAbstractButton");
    return widget == QApplication::focusWidget() && hearKey(static_cast<QKeyEvent*>(event));
}

void KioskDisplay::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

void KioskDisplay::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    rebuild();
}

void KioskDisplay::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_screen && m_screen->beginning())
        m_screen->beginning()->setFocus(Qt::OtherFocusReason);
}

void KioskDisplay::paintEvent(QPaintEvent*)
{
    static const Tokens t = kioskTokens();
    QPainter(this).fillRect(rect(), t.window);
}

} // namespace onedoor

#include "moc_kiosk_display.cpp"
