// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/work_frame.h"

#include "ui/models/local_name.h"
#include "ui/pages/history/history_panel.h"
#include "ui/shell/alarm_banner.h"
#include "ui/shell/conflict_watch.h"
#include "ui/shell/day_keeper.h"
#include "ui/shell/kiosk_keeper.h"
#include "ui/shell/language.h"
#include "ui/shell/network_banner.h"
#include "ui/shell/network_piece.h"
#include "ui/shell/preferences.h"
#include "ui/shell/save_status.h"
#include "ui/shell/shell_header.h"
#include "ui/shell/side_rail.h"
#include "ui/shell/staff_call_banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/help/page_help.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/slip/slip_desk.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <array>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int historyWidth = 560;
constexpr int networkDetailsWidth = 520;
constexpr std::array idleChoices{0, 5, 15, 30};
constexpr std::array textSizes{100, 125, 150, 175, 200};
constexpr int wholePercent = 100;

template <typename W>
bool isInside(const QWidget* widget)
{
    while (widget && !qobject_cast<const W*>(widget))
        widget = widget->parentWidget();
    return widget;
}

/// At a large text size a page may need more room than the window has: then it is moved, not squeezed.
QScrollArea* areaFor(QWidget* page)
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFocusProxy(page);
    area->setWidget(page);
    return area;
}

} // namespace

WorkFrame::WorkFrame(const ShellParts& parts, const StoreEntry& store, const QString& storeName, DraftShelf& drafts, QWidget* parent)
    : QWidget(parent), m_parts(parts), m_store(store), m_drafts(drafts), m_kinds(pageKindsFor(store.session, store.gateway->centre())),
      m_group(new QActionGroup(this)), m_header(new ShellHeader(localName(store.gateway->centre()), store.session.displayName)),
      m_rail(new SideRail), m_stack(new QStackedWidget), m_body(new QWidget),
      m_banner(new NetworkBanner(parts.network, store.gateway->centre())),
      m_slips(new SlipDesk(*m_store.gateway, m_store.session, m_parts.clock, m_parts.printer, m_body))
{
    auto* inside = new QHBoxLayout(m_body);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(m_rail);
    auto* pages = new QVBoxLayout;
    pages->setSpacing(0);
    if (permits(store.session, store.gateway->centre(), u"alarm.answer"_s)) {
        m_alarm = new AlarmBanner(*m_store.gateway, m_store.session, m_body);
        pages->addWidget(m_alarm);
    }
    pages->addWidget(m_banner);
    if (permits(store.session, store.gateway->centre(), u"staff.answer"_s))
        pages->addWidget(new StaffCallBanner(*m_store.gateway, m_store.session));
    pages->addWidget(m_stack, 1);
    inside->addLayout(pages, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_body, 1);
    column->addWidget(makeStatus(storeName));

    addRail();
    QAction* language = addShortcut(Icons::Language, m_parts.language.isChinese() ? u"English"_s : tr("中文"), Qt::CTRL | Qt::ALT | Qt::Key_L);
    language->setProperty("keyText", tr("Switch language"));
    connect(language, &QAction::triggered, this, [this] { m_parts.language.toggle(); });
    QMenu* operatorMenu = makeOperatorMenu();
    QMenu* lookMenu = makeLookMenu();
    m_header->setOperatorMenu(operatorMenu);
    m_header->setLookMenu(lookMenu);
    // Before the chosen action is carried out, which may open a sheet that gives the focus back later.
    for (const QMenu* menu : {operatorMenu, lookMenu})
        connect(menu, &QMenu::aboutToHide, this, &WorkFrame::focusPage);
    connect(qApp, &QApplication::focusChanged, this, &WorkFrame::noteFocus);
    m_header->addAction(language);
    m_help = new PageHelp(this, m_body, [this] { return currentPage(); });
    m_help->action()->setIcon(icon(Icons::Info));
    m_rail->addFoot(m_help->action());
    connect(this, &WorkFrame::pageChanged, m_help, &PageHelp::follow);
    setPlace(m_store.session.place);
    keepDay();
    connect(m_store.gateway.get(), &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (!changes.centre)
            return;
        m_header->setCentre(localName(m_store.gateway->centre()));
        setPlace(m_store.session.place); // may be called something else now
        Q_EMIT pageChanged();
    }, Qt::QueuedConnection);
    if (!m_kinds.isEmpty())
        showPage(m_kinds.constFirst().key);
}

WorkFrame::~WorkFrame()
{
    // The pages hold references into m_store.
    qDeleteAll(m_pages);
}

QAction* WorkFrame::addShortcut(Icons name, const QString& text, const QKeySequence& keys)
{
    auto* action = new QAction(icon(name), text, this);
    action->setShortcut(keys);
    action->setProperty("group", tr("Window"));
    addAction(action);
    return action;
}

void WorkFrame::addRail()
{
    for (const PageKind& kind : m_kinds) {
        QAction* action = addShortcut(kind.icon, kind.word, kind.keys);
        action->setProperty("group", tr("Pages"));
        action->setCheckable(true);
        m_group->addAction(action);
        m_actions.insert(kind.key, action);
        connect(action, &QAction::triggered, this, [this, key = kind.key] { showPage(key); });
        m_rail->addPage(action);
    }
    if (QAction* conflicts = m_actions.value(u"conflicts"_s)) {
        auto* watch = new ConflictWatch(*m_store.gateway, m_store.session, this);
        connect(watch, &ConflictWatch::counted, this, [this, conflicts](std::uint64_t open) { m_rail->setCount(conflicts, open, tr("%n to decide", nullptr, int(open))); });
    }
    if (!permits(m_store.session, m_store.gateway->centre(), u"display.show"_s))
        return;
    QAction* hall = addShortcut(Icons::Display, tr("Hall display"), Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    connect(hall, &QAction::triggered, this, &WorkFrame::hallDisplayWanted);
    m_rail->addFoot(hall);
}

QMenu* WorkFrame::makeOperatorMenu()
{
    auto* menu = new QMenu;
    QAction* window = addShortcut(Icons::Window, tr("&New window"), Qt::CTRL | Qt::SHIFT | Qt::Key_N);
    connect(window, &QAction::triggered, this, [this] { Q_EMIT newWindowWanted(currentPage()); });
    QAction* lock = addShortcut(Icons::Lock, tr("&Switch operator"), Qt::CTRL | Qt::Key_L);
    connect(lock, &QAction::triggered, this, &WorkFrame::lockWanted);
    menu->addAction(lock);
    addIdleMenu(menu);
    QAction* printer = addShortcut(Icons::Print, tr("Ticket &printer…"), Qt::CTRL | Qt::ALT | Qt::Key_P);
    connect(printer, &QAction::triggered, this, [this] { m_slips->openSettings(); });
    menu->addAction(printer);
    if (kioskSession(m_store.session, m_store.gateway->centre())) {
        QAction* kiosk = addShortcut(Icons::Ticket, tr("Open the &kiosk"), Qt::CTRL | Qt::ALT | Qt::Key_K);
        connect(kiosk, &QAction::triggered, this, &WorkFrame::kioskWanted);
        menu->addAction(kiosk);
    }
    addAlarm(menu);
    menu->addSeparator();
    menu->addAction(window);
    QAction* close = addShortcut(Icons::Close, tr("&Close window"), Qt::CTRL | Qt::Key_W);
    connect(close, &QAction::triggered, this, [this] { this->window()->close(); });
    menu->addAction(close);
    return menu;
}

/// Three keys at once and no letter among them: nobody types it, one hand does it without looking.
void WorkFrame::addAlarm(QMenu* menu)
{
    if (!m_alarm || !permits(m_store.session, m_store.gateway->centre(), u"alarm.raise"_s))
        return;
    QAction* alarm = addShortcut(Icons::Urgent, tr("&Raise the alarm"), Qt::CTRL | Qt::SHIFT | Qt::Key_F12);
    alarm->setAutoRepeat(false);
    connect(alarm, &QAction::triggered, m_alarm, &AlarmBanner::raiseAlarm);
    menu->addSeparator();
    menu->addAction(alarm);
    connect(m_alarm, &AlarmBanner::raised, this, [this] {
        QApplication::beep();
        QApplication::alert(window());
    });
}

void WorkFrame::keepDay()
{
    if (!permits(m_store.session, m_store.gateway->centre(), u"day.open"_s))
        return;
    auto* keeper = new DayKeeper(*m_store.gateway, m_store.session, m_parts.clock, this);
    connect(keeper, &DayKeeper::closedByRule, this, [this](int tickets) {
        Toast::show(this, tr("%n ticket(s) that earlier days had left open were closed by rule.", nullptr, tickets), nullptr, Tone::Info);
    });
}

void WorkFrame::addIdleMenu(QMenu* menu)
{
    QMenu* idle = menu->addMenu(icon(Icons::Clock), tr("&Lock when left alone"));
    auto* choices = new QActionGroup(idle);
    for (const int minutes : idleChoices) {
        QAction* choice = idle->addAction(minutes == 0 ? tr("&Never") : tr("After &%n minute(s)", nullptr, minutes));
        choice->setCheckable(true);
        choice->setChecked(minutes == m_parts.preferences.idleMinutes());
        choices->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, minutes] { Q_EMIT idleMinutesChosen(minutes); });
    }
}

QMenu* WorkFrame::makeLookMenu()
{
    struct Choice {
        Look look;
        QString text;
    };
    auto* menu = new QMenu;
    auto* choices = new QActionGroup(menu);
    for (const Choice& choice : {Choice{Look::System, tr("Like the &system")}, Choice{Look::Light, tr("&Light")}, Choice{Look::Dark, tr("&Dark")},
                                 Choice{Look::HighContrast, tr("High &contrast")}}) {
        QAction* action = menu->addAction(choice.text); // no icon: it would stand where the tick belongs
        action->setCheckable(true);
        action->setChecked(m_parts.theme.look() == choice.look);
        choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, look = choice.look] {
            m_parts.preferences.setLook(look);
            m_parts.theme.setLook(look);
        });
    }
    addTextSizes(menu);
    return menu;
}

void WorkFrame::addTextSizes(QMenu* menu)
{
    menu->addSection(tr("Text size"));
    auto* choices = new QActionGroup(menu);
    for (const int percent : textSizes) {
        // 1, 2, 5, 7 and 0 are the access keys.
        const QString number = QString::number(percent).insert(percent == textSizes.front() ? 0 : 1, u'&');
        QAction* choice = menu->addAction(tr("%1 %", "text size").arg(number));
        choice->setCheckable(true);
        choice->setChecked(percent == qRound(m_parts.theme.textScale() * wholePercent));
        choices->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, percent] { Q_EMIT textScaleChosen(percent / double(wholePercent)); });
    }
    menu->addSeparator();
    QAction* larger = addShortcut(Icons::Plus, tr("Larger &text"), Qt::CTRL | Qt::Key_Plus);
    larger->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)}); // beside each other on the keyboard
    connect(larger, &QAction::triggered, this, [this] { stepTextSize(1); });
    QAction* smaller = addShortcut(Icons::Minus, tr("S&maller text"), Qt::CTRL | Qt::Key_Minus);
    connect(smaller, &QAction::triggered, this, [this] { stepTextSize(-1); });
    menu->addAction(larger);
    menu->addAction(smaller);
}

void WorkFrame::stepTextSize(int steps)
{
    const int now = qRound(m_parts.theme.textScale() * wholePercent);
    const auto found = std::lower_bound(textSizes.begin(), textSizes.end(), now);
    const auto wanted = std::clamp<std::ptrdiff_t>(found - textSizes.begin() + steps, 0, std::ptrdiff_t(textSizes.size()) - 1);
    const int percent = textSizes.at(std::size_t(wanted));
    if (percent != now)
        Q_EMIT textScaleChosen(percent / double(wholePercent));
}

QWidget* WorkFrame::makeStatus(const QString& storeName)
{
    auto* line = new StatusLine;
    line->addLeft(new SaveStatus(*m_store.gateway, m_store.session, m_parts.clock));
    auto* network = new NetworkPiece(m_parts.network, m_store.gateway->centre());
    connect(network, &QToolButton::clicked, this, &WorkFrame::openNetworkDetails);
    line->addLeft(network);
    auto* name = new StatusPiece(Icons::Archive, tr("Store: %1").arg(storeName));
    name->setFocusPolicy(Qt::NoFocus);
    if (m_store.gateway->isRehearsal()) {
        auto* rehearsal = new StatusPiece(Icons::Warning, tr("Rehearsal: invented people, nothing here is real"), Tone::Warning);
        rehearsal->setFocusPolicy(Qt::NoFocus);
        line->addRight(rehearsal);
    }
    line->addRight(name);
    return line;
}

QWidget* WorkFrame::makePage(const PageKind& kind)
{
    return kind.make({*m_store.gateway, m_store.session, m_parts.door, m_parts.clock, *m_slips, m_drafts, m_parts.network, [this](const VisitId& visit) { showVisitHistory(visit); },
                      [this](const QString& ticket) { showTicketHistory(ticket); }, [this](const QString& place) { setPlace(place); }});
}

QString WorkFrame::currentPage() const
{
    const auto* area = qobject_cast<QScrollArea*>(m_stack->currentWidget());
    return area ? m_pages.key(area->widget()) : QString();
}

QString WorkFrame::currentWord() const
{
    const QAction* action = m_actions.value(currentPage());
    return action ? action->text() : QString();
}

QStringList WorkFrame::pageKeys() const
{
    QStringList keys;
    for (const PageKind& kind : m_kinds)
        keys.append(kind.key);
    return keys;
}

bool WorkFrame::showPage(const QString& key)
{
    const auto kind = std::find_if(m_kinds.cbegin(), m_kinds.cend(), [&](const PageKind& one) { return one.key == key; });
    if (kind == m_kinds.cend())
        return false;
    QWidget*& page = m_pages[key];
    if (!page) {
        page = makePage(*kind);
        m_areas.insert(key, areaFor(page));
        m_stack->addWidget(m_areas.value(key));
    }
    const QPointer<QWidget> before = m_lastFocus.value(page);
    m_turning = true;
    m_stack->setCurrentWidget(m_areas.value(key));
    m_turning = false;
    m_lastFocus.insert(page, before);
    m_actions.value(key)->setChecked(true);
    m_banner->setConcerned(kind->servesVisitors);
    focusPage();
    Q_EMIT pageChanged();
    return true;
}

void WorkFrame::focusPage()
{
    QWidget* page = m_pages.value(currentPage());
    if (!page)
        return;
    if (Sheet* sheet = Sheet::over(page))
        return sheet->takeFocus();
    QWidget* last = m_lastFocus.value(page);
    (last && last->isEnabled() && last->isVisibleTo(page) ? last : page)->setFocus(Qt::OtherFocusReason);
}

/// Remembers where the focus is on the page, and takes it back there when a toast that had it is gone.
void WorkFrame::noteFocus(QWidget* old, QWidget* now)
{
    QWidget* page = m_pages.value(currentPage());
    if (m_turning || !page || !now || now->window() != window())
        return;
    if (page->isAncestorOf(now) && !isInside<Sheet>(now))
        m_lastFocus.insert(page, now);
    else if (isInside<Toast>(old) && isAncestorOf(now) && !m_body->isAncestorOf(now))
        focusPage();
}

void WorkFrame::setPlace(const QString& place)
{
    m_store.session.place = place;
    const Place* found = m_store.gateway->centre().findPlace(place);
    m_header->setPlace(found ? localShortLabel(*found) : QString());
}

void WorkFrame::showVisitHistory(const VisitId& visit)
{
    auto* panel = new HistoryPanel(*m_store.gateway, m_store.session);
    panel->showVisit(visit);
    openHistory(panel);
}

void WorkFrame::showTicketHistory(const QString& ticket)
{
    auto* panel = new HistoryPanel(*m_store.gateway, m_store.session);
    panel->showTicket(ticket);
    openHistory(panel);
}

void WorkFrame::closeHistory()
{
    if (m_history)
        m_history->closeSheet();
}

void WorkFrame::openNetworkDetails()
{
    if (!m_networkDetails) {
        m_networkDetails = new Sheet(m_body, tr("Other PCs of the hall"));
        m_networkDetails->setPanelWidth(networkDetailsWidth);
        m_networkDetails->setContent(new NetworkDetails(m_parts.network, m_store.gateway->centre()));
        auto* retry = new Button(Icons::Sync, tr("&Try now"), Variant::Primary);
        connect(retry, &QPushButton::clicked, this, [this] { m_parts.network.retryNow(); });
        m_networkDetails->addButton(retry);
        const auto follow = [this, retry] {
            const NetworkView view = m_parts.network.view();
            retry->setVisible(view.link != NetworkView::Link::None && view.link != NetworkView::Link::Following);
        };
        connect(&m_parts.network, &NetworkDoor::changed, retry, follow);
        follow();
    }
    m_networkDetails->openSheet();
}

void WorkFrame::openHistory(HistoryPanel* panel)
{
    if (!m_history) {
        m_history = new Sheet(m_body);
        m_history->setPanelWidth(historyWidth);
    }
    m_history->setTitle(panel->title());
    m_history->setContent(panel);
    m_history->openSheet();
}

} // namespace onedoor

#include "moc_work_frame.cpp"
