// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment/appointment_decide.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QVariantMap whoAndWhen(const AppointmentState& appointment)
{
    return {{u"account"_s, appointment.lastActor.toString()}, {u"at"_s, qint64(appointment.lastActAt.milliseconds)}};
}

Result<void> mustBeKnown(const AppointmentState& appointment)
{
    if (appointment.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"appointment"_s);
    if (!appointment.exists())
        return fail(ErrorKind::NotFound, u"appointment.unknown"_s, u"appointment"_s);
    return {};
}

Result<void> mustBeOpen(const AppointmentState& appointment)
{
    ONEDOOR_TRY(mustBeKnown(appointment));
    if (appointment.status == AppointmentStatus::Cancelled)
        return fail(ErrorKind::Conflict, u"appointment.cancelled"_s, u"appointment"_s, whoAndWhen(appointment));
    if (appointment.status == AppointmentStatus::Kept)
        return fail(ErrorKind::Conflict, u"appointment.kept"_s, u"appointment"_s, whoAndWhen(appointment));
    return {};
}

template <typename T>
std::optional<T> onlyNew(const std::optional<T>& wished, const T& known)
{
    return wished && *wished != known ? wished : std::nullopt;
}

} // namespace

Result<std::optional<AppointmentChanged>> decideChange(const AppointmentState& appointment, const AppointmentChanged& wished)
{
    ONEDOOR_TRY(mustBeOpen(appointment));
    const AppointmentBooked& known = appointment.known;
    const AppointmentChanged change{onlyNew(wished.service, known.service), onlyNew(wished.place, known.place), onlyNew(wished.beginsAt, known.beginsAt),
                                    onlyNew(wished.lengthMinutes, known.lengthMinutes), onlyNew(wished.note, known.note)};
    return change.isNothing() ? std::optional<AppointmentChanged>() : std::optional(change);
}

Result<AppointmentCancelled> decideCancel(const AppointmentState& appointment, CancelReason reason, const QString& note)
{
    ONEDOOR_TRY(mustBeOpen(appointment));
    return AppointmentCancelled{reason, note};
}

Result<AppointmentRestored> decideRestore(const AppointmentState& appointment)
{
    ONEDOOR_TRY(mustBeKnown(appointment));
    if (appointment.status != AppointmentStatus::Cancelled)
        return fail(ErrorKind::Conflict, u"appointment.notCancelled"_s, u"appointment"_s, whoAndWhen(appointment));
    const AppointmentRestored restored;
    return restored;
}

Result<TicketAppointed> decideArrive(const AppointmentState& appointment, bool ticketIsGone, const DecideContext& context)
{
    ONEDOOR_TRY(mustBeKnown(appointment));
    if (appointment.status != AppointmentStatus::Kept || !ticketIsGone)
        ONEDOOR_TRY(mustBeOpen(appointment));
    const QDate day = appointment.known.beginsAt.dateAt(context.offsetMinutes);
    if (day != context.today())
        return fail(ErrorKind::Conflict, u"appointment.otherDay"_s, u"appointment"_s, {{u"day"_s, day.toString(Qt::ISODate)}});
    const AppointmentStanding standing = standingOf(appointment.known, context.now);
    const bool counts = standing == AppointmentStanding::OnTime || standing == AppointmentStanding::Late;
    return TicketAppointed{appointment.id, appointment.known.beginsAt, standing, counts ? appointment.known.headStartMinutes : 0, appointment.known.place};
}

} // namespace onedoor
