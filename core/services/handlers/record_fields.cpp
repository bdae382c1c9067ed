// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/handlers/record_fields.h"

#include "core/base/json_fields.h"

#include <QHash>
#include <QJsonArray>
#include <array>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QJsonObject withoutEmpty(QJsonObject object)
{
    for (const QString& key : object.keys()) {
        const QJsonValue value = object.value(key);
        if (value.isNull() || value == QJsonValue(QString()) || value == QJsonValue(QJsonArray()))
            object.remove(key);
    }
    return object;
}

void put(QJsonObject& into, const QString& key, Instant value, int offset)
{
    if (value)
        into.insert(key, value.toIso(offset));
}

QJsonObject fieldsOf(const PersonState& person, int offset)
{
    QJsonObject fields = toJson(person.known, offset);
    if (const MergeState* merge = person.merge())
        fields.insert(u"mergedInto"_s, merge->kept.toString());
    return fields;
}

QJsonObject fieldsOf(const AccountState& account, int offset)
{
    QJsonObject fields = toJson(account.known, offset);
    fields.remove(u"verifier"_s);
    fields.insert(u"enabled"_s, account.enabled);
    return fields;
}

QJsonObject fieldsOf(const PlaceState& place, int offset)
{
    QJsonObject fields{{u"staffedBy"_s, place.staffedBy.isNull() ? QString() : place.staffedBy.toString()}};
    put(fields, u"since"_s, place.since, offset);
    return fields;
}

QJsonObject fieldsOf(const VisitState& visit, int offset)
{
    return toJson(visit.known, offset);
}

QJsonObject fieldsOf(const MatterState& matter, int offset)
{
    return toJson(matter.known, offset);
}

QJsonObject fieldsOf(const NodeState& node, int offset)
{
    QJsonObject fields{{u"name"_s, node.known.name}, {u"letter"_s, node.known.letter}, {u"reason"_s, node.reason}};
    if (node.address.port != 0)
        fields.insert(u"address"_s, u"%1:%2"_s.arg(node.address.host).arg(node.address.port));
    if (node.hub.port != 0)
        fields.insert(u"hub"_s, u"%1:%2"_s.arg(node.hub.host).arg(node.hub.port));
    put(fields, u"enrolledAt"_s, node.enrolledAt, offset);
    put(fields, u"revokedAt"_s, node.revokedAt, offset);
    return fields;
}

QJsonObject fieldsOf(const StaffCallState& call, int offset)
{
    QJsonObject fields = toJson(call.known, offset);
    put(fields, u"calledAt"_s, call.calledAt, offset);
    put(fields, u"answeredAt"_s, call.answeredAt, offset);
    put(fields, u"clearedAt"_s, call.clearedAt, offset);
    return fields;
}

QJsonObject fieldsOf(const AlarmState& alarm, int offset)
{
    QJsonObject fields = toJson(alarm.known, offset);
    put(fields, u"raisedAt"_s, alarm.raisedAt, offset);
    put(fields, u"clearedAt"_s, alarm.clearedAt, offset);
    return fields;
}

QJsonObject fieldsOf(const DayState& day, int offset)
{
    QJsonObject fields{{u"day"_s, day.last.day.toString(Qt::ISODate)}};
    put(fields, u"closedAt"_s, day.closedAt, offset);
    put(fields, u"reopenedAt"_s, day.reopenedAt, offset);
    return fields;
}

QJsonObject fieldsOf(const AppointmentState& appointment, int offset)
{
    QJsonObject fields = toJson(appointment.known, offset);
    fields.insert(u"status"_s, QString::fromLatin1(wordOf(appointment.status)));
    put(fields, u"bookedAt"_s, appointment.bookedAt, offset);
    return fields;
}

QJsonObject fieldsOf(const NumberingState& numbering, int)
{
    QStringList blocks;
    for (const NumberingState::Block& block : numbering.blocks)
        blocks.append(u"%1–%2"_s.arg(block.first).arg(block.last));
    return {{u"series"_s, numbering.series}, {u"blocks"_s, blocks.join(u", "_s)}};
}

QJsonObject fieldsOf(const TicketState& ticket, int offset)
{
    const TicketProgress& now = ticket.progress;
    QJsonObject fields{{u"status"_s, QString::fromLatin1(wordOf(now.status))},
                       {u"service"_s, now.service},
                       {u"place"_s, now.place},
                       {u"toPlace"_s, now.toPlace},
                       {u"holdReason"_s, now.holdReason},
                       {u"handoverNote"_s, now.handoverNote},
                       {u"outcome"_s, now.outcome},
                       {u"finishNote"_s, now.finishNote}};
    put(fields, u"calledAt"_s, now.calledAt, offset);
    put(fields, u"begunAt"_s, now.begunAt, offset);
    put(fields, u"endedAt"_s, now.endedAt, offset);
    return fields;
}

template <typename State>
QJsonObject fieldsOf(const State&, int)
{
    return {};
}

} // namespace

QString recordKind(const RecordState& state)
{
    constexpr std::array kinds{"", "stream", "centre", "account", "person", "visit", "matter", "numbers", "place", "ticket", "", "pc", "host", "staffCall", "day", "alarm", "appointment"};
    static_assert(kinds.size() == std::variant_size_v<RecordState>);
    return QString::fromLatin1(kinds.at(state.index()));
}

QJsonObject recordFields(const RecordState& state, int offsetMinutes)
{
    return withoutEmpty(std::visit([&](const auto& each) { return fieldsOf(each, offsetMinutes); }, state));
}

QStringList recordFieldOrder(const QString& kind)
{
    static const QHash<QString, QStringList> orders{
        {u"ticket"_s, {u"status"_s, u"service"_s, u"place"_s, u"toPlace"_s, u"holdReason"_s, u"handoverNote"_s, u"outcome"_s, u"finishNote"_s,
                       u"calledAt"_s, u"begunAt"_s, u"endedAt"_s}},
        {u"person"_s, {u"name"_s, u"documentKind"_s, u"documentNumber"_s, u"sex"_s, u"birth"_s, u"ethnicGroup"_s, u"phone"_s, u"address"_s,
                       u"regionCode"_s, u"workUnit"_s, u"occupation"_s, u"mergedInto"_s}},
        {u"account"_s, {u"displayName"_s, u"login"_s, u"roles"_s, u"secretKind"_s, u"enabled"_s}},
        {u"place"_s, {u"staffedBy"_s, u"since"_s}},
        {u"visit"_s, {u"visitNumber"_s, u"arrivedAt"_s, u"place"_s, u"headcount"_s, u"repeat"_s, u"urgent"_s, u"threat"_s, u"confidential"_s}},
        {u"matter"_s, {u"service"_s, u"summary"_s}},
        {u"pc"_s, {u"name"_s, u"letter"_s, u"enrolledAt"_s, u"revokedAt"_s, u"reason"_s}},
        {u"numbers"_s, {u"series"_s, u"blocks"_s}},
        {u"appointment"_s, {u"status"_s, u"beginsAt"_s, u"lengthMinutes"_s, u"service"_s, u"place"_s, u"note"_s}},
    };
    return orders.value(kind);
}

} // namespace onedoor
