// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_flow.h"

#include "ui/models/when_ready.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookMilliseconds = 20'000; ///< opening and closing come without an event

} // namespace

KioskFlow::KioskFlow(Gateway& gateway, const Session& session, const Clock& clock, Random& random, TicketPrinter& printer, const QString& label,
                     QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session), m_clock(clock), m_random(random), m_printer(printer), m_label(label)
{
    connectPrinter();
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.tickets && !m_trip.isPersonal())
            refresh();
        if (changes.staffCalls)
            watchHelp();
    });
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (!m_trip.isPersonal())
            refresh();
    });
    m_look.start(lookMilliseconds);
    wipe();
}

/// The answer counts only while the same person stands here.
template <typename Reply, typename Handler>
void KioskFlow::askFor(QFuture<Result<Reply>> future, Handler handler)
{
    whenReady(future, this, [this, person = m_person, handler = std::move(handler)](const Result<Reply>& reply) {
        if (person == m_person)
            handler(reply);
    });
}

void KioskFlow::wipe()
{
    ++m_person;
    m_trip = {};
    m_trip.request = KioskRequestId::make(m_clock.now(), m_random);
    if (m_boardKnown)
        m_trip.step = m_board.isOpen ? KioskStep::Services : KioskStep::Closed;
    refresh();
    Q_EMIT changed();
}

void KioskFlow::refresh()
{
    askFor(m_gateway.ask(m_session, KioskShow{}), [this](const Result<KioskBoard>& board) {
        if (m_trip.isPersonal() && m_trip.step != KioskStep::Trouble)
            return;
        if (!board) {
            if (!m_boardKnown)
                fail(board.error());
            return;
        }
        const bool isSame = m_boardKnown && m_board == *board;
        m_board = *board;
        m_boardKnown = true;
        if (m_trip.step == KioskStep::Trouble)
            return;
        const KioskStep step = m_board.isOpen ? KioskStep::Services : KioskStep::Closed;
        if (!isSame || m_trip.step != step)
            show(step);
    });
}

void KioskFlow::show(KioskStep step)
{
    m_trip.step = step;
    Q_EMIT changed();
}

void KioskFlow::turnPage(int page)
{
    m_trip.page = page;
    Q_EMIT changed();
}

void KioskFlow::chooseService(const QString& service)
{
    m_trip.service = service;
    m_trip.fault.reset();
    m_trip.typed.clear();
    if (!m_trip.documentNumber.isEmpty()) // the card came first
        return issue();
    if (centre().kiosk.identity == KioskIdentity::Nothing)
        return issue();
    show(KioskStep::Document);
}

void KioskFlow::giveDocument(const QString& number)
{
    if (m_trip.step != KioskStep::Services && m_trip.step != KioskStep::Document)
        return;
    m_trip.documentNumber = number;
    m_trip.phone.clear();
    greet();
}

void KioskFlow::greet()
{
    show(KioskStep::Working);
    askFor(m_gateway.ask(m_session, KioskGreet{m_trip.documentNumber}), [this](const Result<KioskGreeting>& greeting) {
        if (!greeting) {
            m_trip.fault = greeting.error();
            m_trip.typed = std::exchange(m_trip.documentNumber, {});
            return show(KioskStep::Document);
        }
        m_trip.fault.reset();
        m_trip.typed.clear();
        m_trip.greeting = *greeting;
        if (greeting->ticket)
            return take(*greeting->ticket);
        if (greeting->isKnown)
            return show(KioskStep::Greeting);
        if (m_trip.service.isEmpty())
            return show(KioskStep::Services);
        issue();
    });
}

void KioskFlow::askPhone()
{
    m_trip.fault.reset();
    m_trip.typed.clear();
    show(KioskStep::Phone);
}

void KioskFlow::givePhone(const QString& number)
{
    m_trip.phone = number;
    m_trip.documentNumber.clear();
    issue();
}

void KioskFlow::issuePlain()
{
    m_trip.documentNumber.clear();
    m_trip.phone.clear();
    issue();
}

void KioskFlow::confirm()
{
    if (m_trip.service.isEmpty())
        show(KioskStep::Services);
    else
        issue();
}

void KioskFlow::retry()
{
    if (m_trip.service.isEmpty())
        wipe();
    else
        issue();
}

void KioskFlow::issue()
{
    if (m_trip.step == KioskStep::Working && m_trip.ticket)
        return;
    const bool fromPhone = m_trip.step == KioskStep::Phone;
    show(KioskStep::Working);
    const KioskIssue wish{m_trip.request, m_trip.service, m_trip.documentNumber, m_trip.phone};
    askFor(m_gateway.send(m_session, wish), [this, fromPhone](const Result<KioskTicket>& ticket) {
        if (ticket)
            return take(*ticket);
        const Error& error = ticket.error();
        if (error.field == u"phone"_s && fromPhone) {
            m_trip.fault = error;
            m_trip.typed = std::exchange(m_trip.phone, {});
            return show(KioskStep::Phone);
        }
        if (error.field == u"documentNumber"_s) {
            m_trip.fault = error;
            m_trip.typed = std::exchange(m_trip.documentNumber, {});
            return show(KioskStep::Document);
        }
        fail(error);
    });
}

void KioskFlow::fail(const Error& error)
{
    m_trip.fault = error;
    if (error.kind != ErrorKind::Conflict && error.kind != ErrorKind::Invalid) // nothing that the visitor could do better
        call(StaffCallReason::NotIssued, {});
    show(KioskStep::Trouble);
}

void KioskFlow::take(const KioskTicket& ticket)
{
    m_trip.ticket = ticket;
    m_trip.slip = KioskSlip::None;
    if (!ticket.isKnown)
        print(ticket);
    show(KioskStep::Ticket);
}

void KioskFlow::goBack()
{
    m_trip.fault.reset();
    m_trip.typed.clear();
    if (m_trip.step == KioskStep::Phone)
        return show(KioskStep::Document);
    wipe();
}

void KioskFlow::callStaff()
{
    call(StaffCallReason::Help, {});
}

/// Belongs to the kiosk, not to the person: it stays when they go.
void KioskFlow::call(StaffCallReason reason, const QString& number)
{
    StaffCall call;
    call.label = m_label;
    call.reason = reason;
    call.number = number;
    whenReady(m_gateway.send(m_session, call), this, [this, number](const Result<StaffCallReply>& reply) {
        if (!reply)
            return;
        m_call = reply->row.call;
        m_help = reply->row.answeredAt ? KioskHelp::Answered : KioskHelp::Called;
        if (m_trip.ticket && m_trip.ticket->number == number) {
            m_trip.staffTold = true;
            Q_EMIT changed();
        }
        Q_EMIT helpChanged();
    });
}

void KioskFlow::watchHelp()
{
    if (m_help == KioskHelp::None)
        return;
    whenReady(m_gateway.ask(m_session, StaffWatch{m_call}), this, [this, call = m_call](const Result<StaffCallProgress>& progress) {
        if (!progress || call != m_call)
            return;
        m_help = progress->cleared ? KioskHelp::None : progress->answered ? KioskHelp::Answered : KioskHelp::Called;
        Q_EMIT helpChanged();
    });
}

} // namespace onedoor

#include "moc_kiosk_flow.cpp"
