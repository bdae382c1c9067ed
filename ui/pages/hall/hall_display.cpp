// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/hall/hall_display.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/wait_words.h"
#include "ui/pages/hall/call_panel.h"
#include "ui/pages/hall/call_rows.h"
#include "ui/pages/hall/hall_text.h"
#include "ui/widgets/theme/tokens.h"

#include <QAction>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr double fullWidth = 1920;
constexpr double fullHeight = 1080;
constexpr int servicesShown = 4;
constexpr int secondsATurn = 8;
constexpr int secondMilliseconds = 1000;

} // namespace

HallDisplay::HallDisplay(Gateway& gateway, const Session& session, const Clock& clock, Announcer& announcer, const QString& zone, QWidget* parent)
    : QWidget(parent), m_centre(gateway.centre()), m_clock(clock), m_announcer(announcer), m_board(gateway, session, clock, zone),
      m_fullScreen(new QAction(tr("Full screen"), this)), m_name(new HallText(HallText::Ink::Plain)),
      m_date(new HallText(HallText::Ink::Muted, Qt::AlignRight | Qt::AlignVCenter)),
      m_time(new HallText(HallText::Ink::Plain, Qt::AlignRight | Qt::AlignVCenter)), m_stale(new HallText(HallText::Ink::Warning)),
      m_call(new CallPanel(m_centre)), m_rows(new CallRows(m_centre)), m_strip(new QWidget), m_waitingInAll(new HallText(HallText::Ink::Plain))
{
    setObjectName(u"hallDisplay"_s);
    setWindowTitle(tr("Hall display"));
    setAccessibleName(tr("Hall display"));
    layOut();
    addActions();
    connect(&m_board, &HallBoard::updated, this, &HallDisplay::showBoard);
    connect(&m_board, &HallBoard::announced, this, [this](const DisplayCall& call) {
        m_call->highlight();
        if (!call.silent)
            m_announcer.announce(call);
    });
    connect(&m_second, &QTimer::timeout, this, &HallDisplay::showClock);
    m_second.start(secondMilliseconds);
    resize(1280, 720);
    showBoard();
    showClock();
}

void HallDisplay::layOut()
{
    m_name->setText(localName(m_centre));
    m_time->setAccessibleName(tr("Time"));
    auto* column = new QVBoxLayout(this);
    // The sizes follow the window, so they must not hold it open.
    column->setSizeConstraint(QLayout::SetNoConstraint);
    auto* head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_date);
    head->addWidget(m_time);
    column->addLayout(head);
    column->addWidget(m_stale);
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_call, 62);
    middle->addWidget(m_rows, 38);
    column->addLayout(middle, 1);
    auto* strip = new QHBoxLayout(m_strip);
    m_waitingInAll->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    strip->addWidget(m_waitingInAll);
    for (int service = 0; service < servicesShown; ++service) {
        m_waiting.append(new HallText(HallText::Ink::Muted));
        strip->addWidget(m_waiting.back());
    }
    strip->addStretch(1);
    column->addWidget(m_strip);
    m_stale->hide();
}

void HallDisplay::addActions()
{
    m_fullScreen->setShortcut(QKeySequence(Qt::Key_F11));
    m_fullScreen->setCheckable(true);
    connect(m_fullScreen, &QAction::triggered, this, [this] { window()->setWindowState(window()->windowState() ^ Qt::WindowFullScreen); });
    auto* leave = new QAction(tr("Leave full screen"), this);
    leave->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(leave, &QAction::triggered, this, [this] { window()->setWindowState(window()->windowState() & ~Qt::WindowFullScreen); });
    for (QAction* action : {m_fullScreen, leave})
        addAction(action);
}

void HallDisplay::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this); // which may be a frame around the display
    followWindow();
}

bool HallDisplay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == window() && event->type() == QEvent::WindowStateChange)
        followWindow();
    return QWidget::eventFilter(watched, event);
}

void HallDisplay::followWindow()
{
    m_fullScreen->setChecked(window()->isFullScreen());
    if (window()->isFullScreen())
        setCursor(Qt::BlankCursor);
    else
        unsetCursor();
}

void HallDisplay::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    applySize();
}

void HallDisplay::applySize()
{
    const double unit = qMin(width() / fullWidth, height() / fullHeight);
    const auto sized = [unit](int pixels) { return static_cast<int>(pixels * unit); };
    layout()->setContentsMargins(sized(48), sized(28), sized(48), sized(28));
    layout()->setSpacing(sized(24));
    m_name->setPixels(sized(48), true);
    m_date->setPixels(sized(36));
    m_time->setPixels(sized(72), true);
    m_stale->setPixels(sized(36), true);
    m_call->setUnit(unit);
    m_rows->setUnit(unit);
    m_waitingInAll->setPixels(sized(40), true);
    for (HallText* service : std::as_const(m_waiting))
        service->setPixels(sized(36));
    static_cast<QHBoxLayout*>(m_strip->layout())->setSpacing(sized(48));
    m_strip->layout()->setContentsMargins(0, 0, 0, 0);
    showWaiting();
}

void HallDisplay::showBoard()
{
    m_call->showCall(m_board.current());
    m_rows->showRows(m_board.rows());
    showWaiting();
    const std::optional<Instant> since = m_board.staleSince();
    m_stale->setText(since ? tr("No connection since %1. Please listen for your number or ask at the desk.").arg(timeText(*since, m_centre.offsetMinutes))
                           : QString());
    m_stale->setVisible(since.has_value());
}

void HallDisplay::showWaiting()
{
    m_name->setText(localName(m_centre)); // may have been renamed
    m_waitingInAll->setText(tr("%n waiting", nullptr, int(m_board.waitingInAll())));
    const std::vector<DisplayWaiting> services = m_board.waiting();
    if (m_firstService >= services.size())
        m_firstService = 0;
    const int spacing = m_strip->layout()->spacing();
    int room = contentsRect().width() - layout()->contentsMargins().left() - layout()->contentsMargins().right() - m_waitingInAll->sizeHint().width();
    m_servicesThere = 0;
    for (HallText* label : std::as_const(m_waiting)) {
        const std::size_t at = m_firstService + m_servicesThere;
        bool isUsed = at < services.size();
        if (isUsed) {
            label->setText(waitingText(services[at]));
            room -= spacing + label->sizeHint().width();
            isUsed = room >= 0 || m_servicesThere == 0;
        }
        label->setVisible(isUsed);
        if (!isUsed)
            room = -1; // what follows keeps its order
        m_servicesThere += isUsed ? 1 : 0;
    }
}

QString HallDisplay::waitingText(const DisplayWaiting& service) const
{
    const std::optional<WaitEstimate> estimate = m_board.estimate(service.service);
    const QString wait = estimate ? words::waitBriefly(*estimate) : QString();
    const QString waits = tr("%1: %2").arg(localName(m_centre.findService(service.service), service.service)).arg(service.waiting);
    return wait.isEmpty() ? waits : tr("%1, %2", "so many wait, so long").arg(waits, wait);
}

/// What does not fit beside each other in letters that can be read from the last row is shown in turns.
void HallDisplay::turnServices()
{
    if (m_board.waiting().size() <= m_servicesThere || ++m_secondsShown < secondsATurn)
        return;
    m_secondsShown = 0;
    m_firstService += m_servicesThere;
    showWaiting();
}

void HallDisplay::showClock()
{
    turnServices();
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now().milliseconds, Qt::OffsetFromUTC, m_centre.offsetMinutes * 60);
    m_time->setText(now.toString(u"HH:mm"_s));
    m_date->setText(QLocale().toString(now.date(), QLocale::LongFormat));
}

void HallDisplay::paintEvent(QPaintEvent*)
{
    static const Tokens hall = hallTokens();
    QPainter(this).fillRect(rect(), hall.window);
}

} // namespace onedoor

#include "moc_hall_display.cpp"
