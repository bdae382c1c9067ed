// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/words.h"

#include "ui/models/route_words.h"

#include <QCoreApplication>
#include <QHash>

namespace onedoor::words {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::Words)
};

const char* sourceOfEvent(const QString& type)
{
    static const QHash<QString, const char*> sources{
        {u"person.registered"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Visitor's details taken down")},
        {u"person.corrected"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Visitor's details corrected")},
        {u"person.erased"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Personal data erased")},
        {u"keys.destroyed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Key destroyed on a PC")},
        {u"person.merged"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Merged into another record of the visitor")},
        {u"person.unmerged"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Merge taken back")},
        {u"hold.placed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Legal hold placed")},
        {u"hold.lifted"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Legal hold lifted")},
        {u"visit.registered"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Visit registered")},
        {u"visit.counted"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Visit number given")},
        {u"matter.recorded"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Matter taken down")},
        {u"ticket.issued"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Ticket issued")},
        {u"ticket.printed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Slip printed")},
        {u"ticket.printFailed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Slip not printed")},
        {u"ticket.called"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Called")},
        {u"ticket.recalled"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Called again")},
        {u"ticket.begun"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Reception begun")},
        {u"ticket.held"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Put on hold")},
        {u"ticket.heldUntil"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Put on hold for a time")},
        {u"ticket.missedUntil"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Did not come; is offered again")},
        {u"ticket.quickServed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Done at once")},
        {u"ticket.resumed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Resumed")},
        {u"ticket.missed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Did not come when called")},
        {u"ticket.requeued"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Back in the queue")},
        {u"ticket.routePlanned"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Stops planned")},
        {u"ticket.sentAside"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Sent elsewhere, to come back")},
        {u"visit.needsRecorded"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Help on the way noted")},
        {u"visit.helperRecorded"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Helper noted")},
        {u"ticket.transferred"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Passed on")},
        {u"ticket.finished"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Finished")},
        {u"ticket.withdrawn"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Ticket withdrawn")},
        {u"ticket.reverted"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Last act taken back")},
        {u"conflict.resolved"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Conflict decided")},
        {u"centre.founded"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Centre founded")},
        {u"centre.changed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Settings of the centre changed")},
        {u"account.created"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Account made")},
        {u"account.changed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Account changed")},
        {u"account.secretChanged"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Password or PIN changed")},
        {u"place.staffed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Sat down at the place")},
        {u"place.left"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Left the place")},
        {u"numbers.granted"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Numbers granted")},
        {u"number.taken"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Number taken")},
        {u"node.enrolled"_s, QT_TRANSLATE_NOOP("onedoor::Words", "PC let in")},
        {u"node.renamed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "PC renamed")},
        {u"node.addressed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Address of the PC told")},
        {u"hub.addressed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Hub of the centre named")},
        {u"node.revoked"_s, QT_TRANSLATE_NOOP("onedoor::Words", "PC shut out")},
        {u"host.named"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Host named")},
        {u"host.yielded"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Host handed over")},
        {u"staff.called"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Staff called")},
        {u"staff.answered"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Call for staff answered")},
        {u"staff.cleared"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Call for staff settled")},
        {u"ticket.closed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Closed with the day")},
        {u"ticket.closedByRule"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Closed by rule on a later day")},
        {u"ticket.carriedOver"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Carried over to the next day")},
        {u"day.closed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Day closed")},
        {u"day.reopened"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Closing of the day taken back")},
        {u"alarm.raised"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Emergency alarm raised")},
        {u"alarm.answered"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Emergency alarm answered")},
        {u"alarm.cleared"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Emergency alarm cleared")},
        {u"appointment.booked"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Appointment booked")},
        {u"appointment.changed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Appointment changed")},
        {u"appointment.cancelled"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Appointment cancelled")},
        {u"appointment.restored"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Cancellation taken back")},
        {u"appointment.kept"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Came for the appointment")},
        {u"ticket.appointed"_s, QT_TRANSLATE_NOOP("onedoor::Words", "Came by appointment")}};
    return sources.value(type, nullptr);
}

} // namespace

QString of(TicketStatus status)
{
    switch (status) {
    case TicketStatus::Waiting: return Words::tr("Waiting");
    case TicketStatus::Called: return Words::tr("Being called");
    case TicketStatus::Serving: return Words::tr("Being served");
    case TicketStatus::Held: return Words::tr("On hold");
    case TicketStatus::Missed: return Words::tr("Missed");
    case TicketStatus::Finished: return Words::tr("Done");
    case TicketStatus::Withdrawn: return Words::tr("Withdrawn");
    }
    return {};
}

QString of(PrintStatus status)
{
    switch (status) {
    case PrintStatus::Issued: return Words::tr("Not printed yet");
    case PrintStatus::Printed: return Words::tr("Printed");
    case PrintStatus::Failed: return Words::tr("Not printed");
    }
    return {};
}

QString of(Sex sex)
{
    switch (sex) {
    case Sex::Unknown: return Words::tr("Not stated");
    case Sex::Male: return Words::tr("Male");
    case Sex::Female: return Words::tr("Female");
    }
    return {};
}

QString of(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::ResidentId: return Words::tr("Resident identity card");
    case DocumentKind::HongKongMacaoResidencePermit: return Words::tr("Residence permit (Hong Kong, Macao)");
    case DocumentKind::TaiwanResidencePermit: return Words::tr("Residence permit (Taiwan)");
    case DocumentKind::ForeignPermanentResident: return Words::tr("Foreign permanent resident card");
    case DocumentKind::Passport: return Words::tr("Passport");
    case DocumentKind::None: return Words::tr("No document");
    }
    return {};
}

QString of(ErasureReason reason)
{
    switch (reason) {
    case ErasureReason::PurposeAchieved: return Words::tr("No longer needed for its purpose");
    case ErasureReason::RetentionEnded: return Words::tr("Retention period has ended");
    case ErasureReason::ConsentWithdrawn: return Words::tr("The person withdrew consent");
    case ErasureReason::Unlawful: return Words::tr("Was kept against the law");
    case ErasureReason::OtherLaw: return Words::tr("Another case provided by law");
    }
    return {};
}

QString of(PendingElsewhere where)
{
    switch (where) {
    case PendingElsewhere::Unasked: return Words::tr("Not asked");
    case PendingElsewhere::No: return Words::tr("No");
    case PendingElsewhere::Court: return Words::tr("At a court");
    case PendingElsewhere::Arbitration: return Words::tr("In arbitration");
    case PendingElsewhere::AdministrativeReview: return Words::tr("In administrative review");
    }
    return {};
}

QString visitor(const QString& name)
{
    return name.isEmpty() ? Words::tr("No name recorded") : name;
}

QString ofEvent(const QString& type)
{
    const char* source = sourceOfEvent(type);
    return source ? Words::tr(source) : type;
}

QStringList notesOn(const TicketRow& ticket)
{
    QStringList notes;
    if (ticket.confidential)
        notes.append(Words::tr("Confidential"));
    if (ticket.threat)
        notes.append(Words::tr("Danger to somebody"));
    else if (ticket.print == PrintStatus::Failed)
        notes.append(of(ticket.print));
    else if (ticket.urgent)
        notes.append(Words::tr("Urgent"));
    return notes + needs(ticket);
}

QString duration(std::int64_t seconds)
{
    const auto minutes = std::max<std::int64_t>(0, seconds) / 60;
    if (minutes < 1)
        return Words::tr("< 1 min");
    if (minutes < 60)
        return Words::tr("%1 min").arg(minutes);
    return Words::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace onedoor::words
