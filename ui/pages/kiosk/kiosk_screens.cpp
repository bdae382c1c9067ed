// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the display that makes the screens out of the trip.
#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/pages/kiosk/kiosk_display.h"
#include "ui/pages/kiosk/message_screen.h"
#include "ui/pages/kiosk/number_screen.h"
#include "ui/pages/kiosk/service_screen.h"
#include "ui/pages/kiosk/ticket_screen.h"

#include <QLocale>

namespace onedoor {

using namespace Qt::StringLiterals;

// Presses are answered after the press is over: the answer deletes the screen with the button.

KioskScreen* KioskDisplay::makeScreen()
{
    switch (m_flow.trip().step) {
    case KioskStep::Loading: return new MessageScreen(measure(), tr("Welcome"), tr("One moment, please …"));
    case KioskStep::Working: return new MessageScreen(measure(), tr("One moment, please …"), {});
    case KioskStep::Closed: return makeClosed();
    case KioskStep::Document: return makeDocument();
    case KioskStep::Phone: return makePhone();
    case KioskStep::Greeting: return makeGreeting();
    case KioskStep::Trouble: return makeTrouble();
    case KioskStep::Ticket: {
        auto* screen = new TicketScreen(measure(), m_flow.trip(), m_centre);
        connect(screen, &TicketScreen::done, this, &KioskDisplay::wipe, Qt::QueuedConnection);
        connect(screen, &TicketScreen::printWanted, &m_flow, &KioskFlow::printAgain, Qt::QueuedConnection);
        return screen;
    }
    case KioskStep::Services: break;
    }
    auto* screen = new ServiceScreen(measure(), m_flow.board(), m_centre, m_flow.trip().greeting.maskedName, m_flow.trip().page);
    connect(screen, &ServiceScreen::chosen, &m_flow, &KioskFlow::chooseService, Qt::QueuedConnection);
    connect(screen, &ServiceScreen::pageTurned, &m_flow, &KioskFlow::turnPage, Qt::QueuedConnection);
    return screen;
}

KioskScreen* KioskDisplay::makeClosed()
{
    const Instant opensAt = m_flow.board().opensAt;
    if (!opensAt)
        return new MessageScreen(measure(), tr("No tickets are issued now"), tr("Please ask the staff."));
    const QDate day = opensAt.dateAt(m_centre.offsetMinutes);
    const QDate today = m_clock.now().dateAt(m_centre.offsetMinutes);
    const QString time = timeText(opensAt, m_centre.offsetMinutes);
    const QString when = day == today            ? tr("Tickets are issued again today from %1.").arg(time)
                         : day == today.addDays(1) ? tr("Tickets are issued again tomorrow from %1.").arg(time)
                                                   : tr("Tickets are issued again on %1 from %2.").arg(QLocale().toString(day, QLocale::LongFormat), time);
    return new MessageScreen(measure(), tr("No tickets are issued now"), when);
}

KioskScreen* KioskDisplay::makeDocument()
{
    const KioskTrip& trip = m_flow.trip();
    NumberQuestion question;
    question.heading = tr("Your identity number");
    question.explanation = tr("Use the card reader or the keys.");
    question.label = tr("18 digits");
    question.fault = trip.fault ? errorText(*trip.fault, m_centre) : QString();
    question.typed = trip.typed;
    auto* screen = new NumberScreen(measure(), question);
    screen->addOther(tr("Back"), [this] { QMetaObject::invokeMethod(&m_flow, &KioskFlow::goBack, Qt::QueuedConnection); });
    if (m_centre.kiosk.identity != KioskIdentity::Required) {
        if (m_centre.kiosk.asksForPhone)
            screen->addOther(tr("Phone instead"), [this] { QMetaObject::invokeMethod(&m_flow, &KioskFlow::askPhone, Qt::QueuedConnection); });
        screen->addOther(tr("No number"), [this] { QMetaObject::invokeMethod(&m_flow, &KioskFlow::issuePlain, Qt::QueuedConnection); });
    }
    screen->addGive(tr("Next"));
    connect(screen, &NumberScreen::typing, &m_flow, &KioskFlow::noteTyped);
    connect(screen, &NumberScreen::given, &m_flow, &KioskFlow::giveDocument, Qt::QueuedConnection);
    return screen;
}

KioskScreen* KioskDisplay::makePhone()
{
    const KioskTrip& trip = m_flow.trip();
    NumberQuestion question;
    question.heading = tr("Your telephone number");
    question.explanation = tr("The staff may call you about your matter.");
    question.label = tr("Telephone number");
    question.holds = KioskEntry::Holds::Phone;
    question.keys = KioskKeypad::Keys::Digits;
    question.fault = trip.fault ? errorText(*trip.fault, m_centre) : QString();
    question.typed = trip.typed;
    auto* screen = new NumberScreen(measure(), question);
    screen->addOther(tr("Back"), [this] { QMetaObject::invokeMethod(&m_flow, &KioskFlow::goBack, Qt::QueuedConnection); });
    screen->addOther(tr("No number"), [this] { QMetaObject::invokeMethod(&m_flow, &KioskFlow::issuePlain, Qt::QueuedConnection); });
    screen->addGive(tr("Take a ticket"));
    connect(screen, &NumberScreen::typing, &m_flow, &KioskFlow::noteTyped);
    connect(screen, &NumberScreen::given, &m_flow, &KioskFlow::givePhone, Qt::QueuedConnection);
    return screen;
}

KioskScreen* KioskDisplay::makeGreeting()
{
    const KioskTrip& trip = m_flow.trip();
    const QString& name = trip.greeting.maskedName;
    const QString heading = name.isEmpty() ? tr("Hello") : tr("Hello %1").arg(name);
    const Service* service = m_centre.findService(trip.service);
    const QString text = trip.service.isEmpty() ? tr("Please choose what you have come for.") : tr("A ticket for: %1").arg(localName(service, trip.service));
    auto* screen = new MessageScreen(measure(), heading, text);
    screen->offer(tr("That is not me"), KioskButton::Kind::Plain, this, [this] { QMetaObject::invokeMethod(this, &KioskDisplay::wipe, Qt::QueuedConnection); });
    screen->offer(trip.service.isEmpty() ? tr("Next") : tr("Take a ticket"), KioskButton::Kind::Primary, this,
                  [this] { QMetaObject::invokeMethod(&m_flow, &KioskFlow::confirm, Qt::QueuedConnection); });
    return screen;
}

KioskScreen* KioskDisplay::makeTrouble()
{
    const KioskTrip& trip = m_flow.trip();
    auto* screen = new MessageScreen(measure(), tr("No ticket was issued"), trip.fault ? errorText(*trip.fault, m_centre) : QString(), Tone::Danger);
    screen->offer(tr("Start over"), KioskButton::Kind::Plain, this, [this] { QMetaObject::invokeMethod(this, &KioskDisplay::wipe, Qt::QueuedConnection); });
    screen->offer(tr("Try again"), KioskButton::Kind::Primary, this, [this] { QMetaObject::invokeMethod(&m_flow, &KioskFlow::retry, Qt::QueuedConnection); });
    return screen;
}

KioskScreen* KioskDisplay::makePrompt()
{
    auto* prompt = new MessageScreen(measure(), tr("Do you need more time?"),
                                     tr("Everything you entered will be deleted in %n second(s).", nullptr, m_idle.secondsLeft()));
    prompt->offer(tr("Finish now"), KioskButton::Kind::Plain, this, [this] { QMetaObject::invokeMethod(this, &KioskDisplay::wipe, Qt::QueuedConnection); });
    prompt->offer(tr("More time"), KioskButton::Kind::Primary, this, [this] {
        m_idle.touch();
        QMetaObject::invokeMethod(this, &KioskDisplay::showScreen, Qt::QueuedConnection);
    });
    m_prompt = prompt;
    return prompt;
}

} // namespace onedoor
