// SPDX-License-Identifier: GPL-3.0-or-later
// A record's state as one text that is equal exactly when the states are: what tests compare and print.
#pragma once

#include "core/base/json_fields.h"
#include "core/domain/centre/centre_loader.h"
#include "core/domain/event_traits.h"
#include "core/journal/fold.h"

#include <QDebug>
#include <QJsonDocument>

namespace onedoor {

namespace dump {

template <Described T>
void write(QDebug& out, const T& value)
{
    out << QJsonDocument(toJson(value, 0)).toJson(QJsonDocument::Compact).constData();
}
inline void write(QDebug& out, const char* value) { out << value; }
inline void write(QDebug& out, const QString& value) { out << value; }
inline void write(QDebug& out, const QDate& value) { out << value.toJulianDay(); }
inline void write(QDebug& out, const Instant& value) { out << qint64(value.milliseconds); }
inline void write(QDebug& out, const RawId& value) { out << value.toString(); }
template <typename Tag>
void write(QDebug& out, const Id<Tag>& value) { out << value.toString(); }
inline void write(QDebug& out, const EventRef& value) { out << value.stream.toString() << '/' << quint64(value.sequence); }
template <typename T>
    requires(std::is_arithmetic_v<T>)
void write(QDebug& out, T value) { out << value; }
template <typename T>
    requires(std::is_enum_v<T>)
void write(QDebug& out, T value) { out << int(value); }

void write(QDebug& out, const TicketProgress& p);

template <typename... T>
void all(QDebug& out, const T&... values)
{
    ((write(out, values), out << '|'), ...);
}

inline void write(QDebug& out, const TicketProgress& p)
{
    all(out, p.status, p.service, p.place, p.toPlace, p.calls, p.calledAt, p.begunAt, p.heldAt, p.servedSeconds, p.holdKind, p.holdReason,
        p.handoverNote, p.outcome, p.finishNote, p.endedAt, p.lastActor, p.lastActAt, p.provisional,
        p.waitedSeconds, p.waitingSince, p.returnsAt, p.returnHeadStartMinutes, p.misses);
}

inline void write(QDebug&, std::monostate) {}
inline void write(QDebug& out, const UnreadState& s) { all(out, s.needsUpdate); }
inline void write(QDebug& out, const StreamState& s) { all(out, s.known, s.openedAt, s.needsUpdate); }
inline void write(QDebug& out, const CentreState& s)
{
    all(out, s.known, s.foundedAt, s.needsUpdate);
    for (const ChangeStep& step : s.steps)
        all(out, step.ref, step.actor, step.at, step.section, step.key, step.before, step.after, step.undone, step.problem, step.problemField);
    if (s.definition)
        out << toJson(*s.definition).constData();
}
inline void write(QDebug& out, const AccountState& s) { all(out, s.id, s.known, s.enabled, s.createdAt, s.needsUpdate); }
inline void write(QDebug& out, const PersonState& s)
{
    all(out, s.id, s.known, s.registeredAt, s.erasedAt, s.erasedBy, s.erasedFor, s.needsUpdate);
    for (const HoldState& hold : s.holds)
        all(out, hold.id, hold.reason, hold.until, hold.placedAt, hold.placedBy, hold.liftedAt, hold.liftedBy);
    for (const NodeId& node : s.destroyedAt)
        all(out, node);
    for (const MergeState& merge : s.merges)
        all(out, merge.kept, merge.reason, merge.at, merge.by);
}
inline void write(QDebug& out, const VisitState& s) { all(out, s.id, s.known, s.receiver, s.needsUpdate); }
inline void write(QDebug& out, const MatterState& s) { all(out, s.id, s.known, s.recordedAt, s.needsUpdate); }
inline void write(QDebug& out, const PlaceState& s) { all(out, s.key, s.staffedBy, s.since, s.needsUpdate); }
inline void write(QDebug& out, const NodeState& s)
{
    all(out, s.id, s.known, s.enrolledAt, s.revokedAt, s.reason, s.address, s.hub, s.needsUpdate);
    for (const auto& [stream, sequence] : s.cutOffs)
        all(out, stream, sequence);
}
inline void write(QDebug& out, const HostState& s) { all(out, s.node, s.epoch, s.mayStillGrant, s.since, s.needsUpdate); }
inline void write(QDebug& out, const StaffCallState& s)
{
    all(out, s.id, s.known, s.calledBy, s.calledAt, s.answeredBy, s.answeredFrom, s.answeredAt, s.clearedBy, s.clearedAt, s.needsUpdate);
}
inline void write(QDebug& out, const AppointmentState& s)
{
    all(out, s.id, s.known, s.status, s.bookedBy, s.bookedAt, s.visit, s.ticket, s.cancelReason, s.cancelNote, s.lastActor, s.lastActAt, s.needsUpdate);
}
inline void write(QDebug& out, const NumberingState& s)
{
    all(out, s.series, s.day, s.needsUpdate);
    for (const NumberingState::Block& block : s.blocks)
        all(out, block.first, block.last, block.holder, block.next);
}
inline void write(QDebug& out, const TicketState& s)
{
    all(out, s.id, s.number, s.series, s.ordinal, s.day, s.visit, s.person, s.issuedIn, s.issuedAt, s.arrivedAt, s.priority, s.headStartMinutes, s.print,
        s.prints, s.progress, s.needsUpdate);
    if (s.appointment)
        all(out, *s.appointment);
    for (const TicketState::Act& act : s.acts) {
        out << act.type << ' ';
        all(out, act.ref, *act.before);
    }
    for (const TicketState::Carried& each : s.carriedFrom)
        all(out, each.number, each.day, each.was, each.at, each.by);
    all(out, s.closedAs);
}
inline void write(QDebug& out, const DayState& s) { all(out, s.last, s.closedBy, s.closedAt, s.reopenedAt, s.needsUpdate); }
inline void write(QDebug& out, const AlarmState& s)
{
    all(out, s.id, s.known, s.raisedBy, s.raisedAt, s.clearedBy, s.clearedAt, s.falseAlarm, s.note, s.needsUpdate);
    for (const AlarmState::Answer& answer : s.answers)
        all(out, answer.account, answer.place, answer.at);
}

} // namespace dump

inline QString dumpOf(const RecordState& state)
{
    QString text;
    QDebug out(&text);
    out.nospace().noquote() << state.index() << ':';
    std::visit([&](const auto& each) { dump::write(out, each); }, state);
    return text;
}

/// State, heads and conflicts.
inline QString dumpOf(const FoldedRecord& record)
{
    QString text;
    QDebug out(&text);
    out.nospace().noquote() << dumpOf(record.state) << "\nheads ";
    for (const EventRef& head : record.heads)
        dump::all(out, head);
    for (const Conflict& conflict : record.conflicts) {
        out << "\nconflict " << viewOf(conflict.id).toByteArray().toHex().constData() << ' ' << int(conflict.rule) << ' ';
        for (const EventRef& rival : conflict.rivals)
            dump::all(out, rival);
        dump::all(out, conflict.at, conflict.isOpen());
        for (const EventRef& follower : conflict.followers)
            dump::all(out, "follower ", follower);
        for (const Verdict& verdict : conflict.verdicts)
            dump::all(out, "verdict ", verdict.ref, verdict.stands, verdict.actor, verdict.at);
    }
    return text;
}

} // namespace onedoor
