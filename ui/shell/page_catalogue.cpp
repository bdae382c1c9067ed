// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_catalogue.h"

#include "ui/pages/accounts/accounts_page.h"
#include "ui/pages/board/board_page.h"
#include "ui/pages/appointments/appointments_page.h"
#include "ui/pages/centre/centre_page.h"
#include "ui/pages/conflicts/conflicts_page.h"
#include "ui/pages/counter/counter_page.h"
#include "ui/pages/hall/chime_announcer.h"
#include "ui/pages/hall/hall_display.h"
#include "ui/pages/hall/spoken_announcer.h"
#include "ui/pages/hall/system_voice.h"
#include "ui/pages/nodes/nodes_page.h"
#include "ui/pages/past/past_page.h"
#include "ui/pages/personal_data/personal_data_page.h"
#include "ui/pages/reception/reception_page.h"
#include "ui/widgets/slip/slip_desk.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::PageKind)
};

QWidget* makeReception(const PageContext& context)
{
    auto* page = new ReceptionPage(context.gateway, context.session, context.clock);
    page->keepDraftsOn(context.drafts);
    QObject::connect(page, &ReceptionPage::printTicket, &context.slips, &SlipDesk::printIssued);
    QObject::connect(page, &ReceptionPage::reprintTicket, &context.slips,
                     [&slips = context.slips](const TicketRow& ticket, std::uint32_t ahead) { slips.printAgain(ticket, ahead); });
    QObject::connect(&context.slips, &SlipDesk::printingChanged, page, &ReceptionPage::showPrinting);
    QObject::connect(page, &ReceptionPage::historyWanted, page, context.showVisitHistory);
    return page;
}

QWidget* makeAppointments(const PageContext& context)
{
    auto* page = new AppointmentsPage(context.gateway, context.session, context.clock);
    QObject::connect(page, &AppointmentsPage::printTicket, &context.slips, &SlipDesk::printIssued);
    return page;
}

QWidget* makeCounter(const PageContext& context)
{
    auto* page = new CounterPage(context.gateway, context.session, context.clock);
    QObject::connect(page, &CounterPage::placeChanged, page, context.placeChanged);
    QObject::connect(page, &CounterPage::historyWanted, page, context.showVisitHistory);
    return page;
}

QWidget* makeBoard(const PageContext& context)
{
    auto* page = new BoardPage(context.gateway, context.session);
    QObject::connect(page, &BoardPage::ticketHistoryWanted, page, context.showTicketHistory);
    return page;
}

QWidget* makeConflicts(const PageContext& context)
{
    auto* page = new ConflictsPage(context.gateway, context.session);
    QObject::connect(page, &ConflictsPage::ticketHistoryWanted, page, context.showTicketHistory);
    return page;
}

QWidget* makePast(const PageContext& context)
{
    auto* page = new PastPage(context.gateway, context.session, context.clock);
    QObject::connect(page, &PastPage::ticketHistoryWanted, page, context.showTicketHistory);
    return page;
}

/// Holds what the display refers to, so that it goes on while the desk is locked.
class HallWindow final : public QWidget {
public:
    HallWindow(const ShellParts& parts, const StoreEntry& store) : m_store(store), m_clock(parts.clock)
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        // The sizes inside follow the window, so they must not hold it open.
        column->setSizeConstraint(QLayout::SetNoConstraint);
        m_announcer = std::make_unique<SpokenAnnouncer>(m_store.gateway->centre(), m_chime, m_voice);
        makeDisplay();
    }
    ~HallWindow() override { delete m_display; } // before the announcer

protected:
    void changeEvent(QEvent* event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            makeDisplay();
    }

private:
    void makeDisplay()
    {
        delete m_display;
        m_display = new HallDisplay(*m_store.gateway, m_store.session, m_clock, *m_announcer);
        layout()->addWidget(m_display);
        setWindowTitle(Words::tr("Hall display – OneDoor"));
    }

    StoreEntry m_store;
    const Clock& m_clock;
    ChimeAnnouncer m_chime;
    SystemVoice m_voice;
    std::unique_ptr<SpokenAnnouncer> m_announcer;
    HallDisplay* m_display = nullptr;
};

} // namespace

QList<PageKind> pageKinds()
{
    return {
        {u"reception"_s, Icons::PersonAdd, Words::tr("Reception"), u"visit.register"_s, Qt::CTRL | Qt::Key_1, makeReception, true},
        {u"counter"_s, Icons::Call, Words::tr("Counter"), u"ticket.callNext"_s, Qt::CTRL | Qt::Key_2, makeCounter, true},
        {u"board"_s, Icons::Chart, Words::tr("Live board"), u"board.live"_s, Qt::CTRL | Qt::Key_3, makeBoard},
        {u"appointments"_s, Icons::Calendar, Words::tr("Bookings"), u"appointment.book"_s, Qt::CTRL | Qt::Key_0, makeAppointments},
        {u"past"_s, Icons::Clock, Words::tr("Look back"), u"hall.asOf"_s, Qt::CTRL | Qt::Key_4, makePast},
        {u"centre"_s, Icons::Settings, Words::tr("Centre"), u"centre.change"_s, Qt::CTRL | Qt::Key_5,
         [](const PageContext& context) { return new CentrePage(context.gateway, context.session); }},
        {u"personalData"_s, Icons::Shield, Words::tr("Privacy"), u"person.erase"_s, Qt::CTRL | Qt::Key_6,
         [](const PageContext& context) { return new PersonalDataPage(context.gateway, context.session, context.clock); }},
        {u"conflicts"_s, Icons::Scales, Words::tr("Conflicts"), u"conflict.list"_s, Qt::CTRL | Qt::Key_7, makeConflicts},
        {u"nodes"_s, Icons::Link, Words::tr("Hall PCs"), u"node.list"_s, Qt::CTRL | Qt::Key_8,
         [](const PageContext& context) { return new NodesPage(context.gateway, context.session, context.network, context.clock); }},
        {u"accounts"_s, Icons::People, Words::tr("Accounts"), u"account.list"_s, Qt::CTRL | Qt::Key_9,
         [](const PageContext& context) { return new AccountsPage(context.gateway, context.session, context.door); }},
    };
}

bool permits(const Session& session, const CentreDefinition& centre, const QString& action)
{
    return std::any_of(centre.roles.begin(), centre.roles.end(),
                       [&](const Role& role) { return session.roles.contains(role.key) && role.permits(action); });
}

QList<PageKind> pageKindsFor(const Session& session, const CentreDefinition& centre)
{
    QList<PageKind> kinds;
    for (const PageKind& kind : pageKinds())
        if (permits(session, centre, kind.permission))
            kinds.append(kind);
    return kinds;
}

QWidget* makeHallDisplay(const ShellParts& parts, const StoreEntry& store)
{
    return new HallWindow(parts, store);
}

} // namespace onedoor
