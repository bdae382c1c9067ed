// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/queue_text.h"

#include "core/services/local_words.h"

#include <QCoreApplication>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

template <typename Thing>
QString nameOf(const Thing* thing, const QString& key)
{
    return thing != nullptr ? byLanguage(thing->name, thing->nameEnglish) : key;
}

QString timeText(Instant at, const CentreDefinition& centre)
{
    return timeOfDayText(at, centre.offsetMinutes);
}

/// The larger head start counts, and is the one that is named.
QString headStartText(const TicketRow& row, const CentreDefinition& centre)
{
    if (row.appointment && row.appointment->counts() && row.appointment->headStartMinutes >= std::max(row.headStartMinutes, row.returnHeadStartMinutes))
        return {}; // said with the appointment
    if (row.returnHeadStartMinutes > row.headStartMinutes)
        return QCoreApplication::translate("QueueText", "coming back +%n min", nullptr, int(row.returnHeadStartMinutes));
    if (row.headStartMinutes == 0)
        return {};
    return QCoreApplication::translate("QueueText", "%1 +%n min", nullptr, int(row.headStartMinutes))
        .arg(nameOf(centre.findPriority(row.priority), row.priority));
}

/// What the appointment does for the place in the queue, and why it does nothing.
QString appointmentText(const TicketRow& row, const CentreDefinition& centre)
{
    if (!row.appointment)
        return {};
    const TicketAppointed& appointed = *row.appointment;
    const QString at = timeText(appointed.appointedAt, centre);
    if (appointed.standing == AppointmentStanding::TooEarly)
        return QCoreApplication::translate("QueueText", "appointment %1, came too early to wait for it").arg(at);
    if (appointed.standing == AppointmentStanding::TooLate)
        return QCoreApplication::translate("QueueText", "appointment %1, came too late for it").arg(at);
    if (appointed.headStartMinutes == 0 || appointed.headStartMinutes < std::max(row.headStartMinutes, row.returnHeadStartMinutes))
        return QCoreApplication::translate("QueueText", "waits from the appointment at %1").arg(at);
    return QCoreApplication::translate("QueueText", "waits from the appointment at %1 +%n min", nullptr, int(appointed.headStartMinutes)).arg(at);
}

QString returnText(const TicketRow& row, const CentreDefinition& centre)
{
    if (row.returned == Returned::FromHold)
        return QCoreApplication::translate("QueueText", "back at %1 (%2)")
            .arg(timeText(row.returnsAt, centre), nameOf(centre.findHoldReason(row.holdReason), row.holdReason));
    if (row.misses == 0)
        return {};
    if (row.returned == Returned::FromMiss)
        return QCoreApplication::translate("QueueText", "missed a call at %1").arg(timeText(row.endedAt, centre));
    return QCoreApplication::translate("QueueText", "missed %n call(s)", nullptr, int(row.misses));
}

/// Who waits since another day than that of the arrival was carried over; the time of day alone would tell a lie.
QString arrivalText(const TicketRow& row, const CentreDefinition& centre)
{
    const QDate came = row.arrivedAt.dateAt(centre.offsetMinutes);
    if (!row.waitingSince || row.waitingSince.dateAt(centre.offsetMinutes) <= came)
        return QCoreApplication::translate("QueueText", "came %1").arg(timeText(row.arrivedAt, centre));
    return QCoreApplication::translate("QueueText", "carried over, came %1 %2").arg(came.toString(u"MM-dd"), timeText(row.arrivedAt, centre));
}

QString waitingText(const TicketRow& row, const CentreDefinition& centre)
{
    QStringList parts;
    if (row.urgent)
        parts.append(QCoreApplication::translate("QueueText", "urgent"));
    if (row.threat)
        parts.append(QCoreApplication::translate("QueueText", "mind safety"));
    if (row.confidential)
        parts.append(QCoreApplication::translate("QueueText", "confidential"));
    if (row.escort)
        parts.append(QCoreApplication::translate("QueueText", "needs an escort"));
    if (row.hearing)
        parts.append(QCoreApplication::translate("QueueText", "hard of hearing"));
    if (row.wheelchair)
        parts.append(QCoreApplication::translate("QueueText", "wheelchair"));
    parts.append(arrivalText(row, centre));
    parts.append(appointmentText(row, centre));
    parts.append(headStartText(row, centre));
    parts.append(returnText(row, centre));
    if (const Place* place = centre.findPlace(row.toPlace))
        parts.append(QCoreApplication::translate("QueueText", "kept for %1").arg(byLanguage(place->shortLabel, place->shortLabelEnglish)));
    if (!row.handoverNote.isEmpty())
        parts.append(QCoreApplication::translate("QueueText", "handed over"));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

Instant expectedBack(const TicketRow& row, const CentreDefinition& centre)
{
    if (row.status != TicketStatus::Held)
        return {};
    const HoldReason* reason = centre.findHoldReason(row.holdReason);
    return row.returnsAt || reason == nullptr ? row.returnsAt : row.heldAt.plusSeconds(60LL * reason->remindAfterMinutes);
}

QString heldText(const TicketRow& row, const CentreDefinition& centre)
{
    const QString name = nameOf(centre.findHoldReason(row.holdReason), row.holdReason);
    if (row.returnsAt)
        return QCoreApplication::translate("QueueText", "%1 · waits again by itself at %2").arg(name, timeText(row.returnsAt, centre));
    const Instant expected = expectedBack(row, centre);
    return expected ? QCoreApplication::translate("QueueText", "%1 · expected by %2").arg(name, timeText(expected, centre)) : name;
}

QString missedText(const TicketRow& row, const CentreDefinition& centre)
{
    const QString missed = timeText(row.endedAt, centre);
    if (row.returnsAt)
        return QCoreApplication::translate("QueueText", "%1 · offered again from %2").arg(missed, timeText(row.returnsAt, centre));
    return QCoreApplication::translate("QueueText", "%1 · called again only by hand").arg(missed);
}

} // namespace

QString whyHere(const TicketRow& row, const CentreDefinition& centre)
{
    switch (row.status) {
    case TicketStatus::Waiting: return waitingText(row, centre);
    case TicketStatus::Held: return heldText(row, centre);
    case TicketStatus::Missed: return missedText(row, centre);
    default: return {};
    }
}

void explain(TicketRow& row, const CentreDefinition& centre)
{
    row.expectedAt = expectedBack(row, centre);
    row.why = whyHere(row, centre);
}

void explain(std::vector<TicketRow>& rows, const CentreDefinition& centre)
{
    for (TicketRow& row : rows)
        explain(row, centre);
}

std::uint32_t overtakingMinutes(const std::vector<TicketRow>& waiting, const CentreDefinition& centre)
{
    std::uint32_t longest = std::uint32_t(centre.overtakingMinutes());
    for (const TicketRow& row : waiting)
        longest = std::max({longest, row.headStartMinutes, row.returnHeadStartMinutes, row.appointment ? row.appointment->headStartMinutes : 0});
    return longest;
}

} // namespace onedoor
