// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the running centre.
#include "core/services/api/centre.h"

#include "core/domain/centre/centre_change.h"
#include "core/domain/centre/centre_decide.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/scopes.h"
#include "core/store/journal/stored_record.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/ticket_queries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t historyAtMost = 200;
constexpr int itemTextAtMost = 1'000; ///< the definition itself says what each may have
constexpr qsizetype keyAtMost = 36;   ///< leaves room for a number behind it

/// Tickets that a change may concern: of today, and older ones that nobody has closed.
Result<CentreDay> ticketsNow(ViewsStore& views, const queries::Moment& now)
{
    CentreDay day;
    ONEDOOR_ASSIGN(day.tickets, queries::ofDay(views, now.today, false, now));
    day.ofToday = day.tickets.size();
    ONEDOOR_ASSIGN(std::vector<TicketRow> open, queries::waiting(views, {}, {}, now));
    ONEDOOR_ASSIGN(const std::vector<TicketRow> held, queries::heldFor(views, {}, {}, now));
    open.insert(open.end(), held.begin(), held.end());
    QSet<TicketId> known;
    for (const TicketRow& row : day.tickets)
        known.insert(row.ticket);
    std::copy_if(open.begin(), open.end(), std::back_inserter(day.tickets), [&](const TicketRow& row) { return !known.contains(row.ticket); });
    return day;
}

Result<CentreDay> dayOf(CommandScope& scope, const QString& section, const QString& key)
{
    ONEDOOR_ASSIGN(CentreDay day, ticketsNow(scope.views(), scope.moment()));
    if (section == u"places") {
        ONEDOOR_ASSIGN(const PlaceState place, scope.state<PlaceState>(placeRecord(key)));
        day.staff = place.staffedBy;
        day.staffSince = place.since;
    }
    if (section == u"series") {
        ONEDOOR_ASSIGN(const NumberingState numbering, scope.state<NumberingState>(numberingRecord(key, scope.today())));
        day.countsOn = !numbering.blocks.empty();
    }
    return day;
}

Result<void> cleanTexts(QJsonValue& value, const QString& path)
{
    if (value.isString()) {
        ONEDOOR_ASSIGN(const QString text, cleanText(value.toString(), path, {.maximumCharacters = itemTextAtMost, .allowLineBreaks = false, .required = false}));
        value = text;
    } else if (value.isArray()) {
        QJsonArray items = value.toArray();
        for (qsizetype at = 0; at < items.size(); ++at) {
            QJsonValue each = items.at(at);
            ONEDOOR_TRY(cleanTexts(each, u"%1[%2]"_s.arg(path).arg(at)));
            items.replace(at, each);
        }
        value = items;
    } else if (value.isObject()) {
        QJsonObject members = value.toObject();
        for (const QString& name : members.keys()) {
            QJsonValue each = members.value(name);
            ONEDOOR_TRY(cleanTexts(each, path.isEmpty() ? name : QString(path + u'.' + name)));
            members.insert(name, each);
        }
        value = members;
    }
    return {};
}

QString textOf(const QJsonObject& item)
{
    return QString::fromUtf8(QJsonDocument(item).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QString& item)
{
    const QJsonDocument read = QJsonDocument::fromJson(item.toUtf8());
    return read.isArray() ? QJsonObject{{u"keys"_s, read.array()}} : read.object();
}

/// "Window 7" gives "window7". Never a key that something had before: old tickets still name it.
QString newKey(const CentreState& state, const QString& section, const QString& nameEnglish)
{
    QString key;
    bool beginsWord = false;
    for (const QChar letter : nameEnglish) {
        const bool isPlain = letter.unicode() < 0x80 && letter.isLetterOrNumber();
        if (isPlain && (!key.isEmpty() || letter.isLetter()) && key.size() < keyAtMost)
            key += key.isEmpty() ? letter.toLower() : beginsWord ? letter.toUpper() : letter;
        beginsWord = !isPlain;
    }
    if (key.isEmpty())
        key = u"item"_s;
    const auto isTaken = [&](const QString& wanted) {
        return !centreItem(*state.definition, section, wanted).isEmpty()
            || std::any_of(state.steps.begin(), state.steps.end(), [&](const ChangeStep& step) { return step.section == section && step.key == wanted; });
    };
    if (!isTaken(key))
        return key;
    int number = 2;
    while (isTaken(key + QString::number(number)))
        ++number;
    return key + QString::number(number);
}

Result<CentreChangeReply> carryOut(CommandScope& scope, const CentreState& state, const CentreChanged& wished)
{
    ONEDOOR_ASSIGN(const CentreDay day, dayOf(scope, wished.section, wished.key));
    ONEDOOR_ASSIGN(const CentreChanged change, decideCentreChange(state, day, wished));
    ONEDOOR_TRY(scope.append({{scope.node().centre.raw, change, {}}}));
    return CentreChangeReply{change.section, change.key, scope.writer().stream(), scope.writer().head().sequence};
}

Result<CentreState> centreState(CommandScope& scope)
{
    ONEDOOR_ASSIGN(CentreState state, scope.state<CentreState>(scope.node().centre.raw));
    if (!state.definition)
        return fail(ErrorKind::Unsupported, u"centre.unreadable"_s);
    return state;
}

} // namespace

Result<CentreChangeReply> handle(CommandScope& scope, const CentreChange& raw)
{
    CentreChange command = raw;
    ONEDOOR_TRY(cleanFields(command));
    QJsonValue item = command.item;
    ONEDOOR_TRY(cleanTexts(item, {}));
    QJsonObject given = item.toObject();
    if (given.contains(u"prefix"_s))
        given.insert(u"prefix"_s, given.value(u"prefix"_s).toString().toUpper());
    ONEDOOR_ASSIGN(const CentreState state, centreState(scope));
    if (isCentreList(command.section)) {
        if (command.key.isEmpty())
            command.key = given.value(u"key"_s).toString();
        if (command.key.isEmpty())
            command.key = newKey(state, command.section, given.value(u"nameEnglish"_s).toString());
        given.insert(u"key"_s, command.key);
    }
    QJsonObject whole = objectOf(centreItem(*state.definition, command.section, command.key));
    for (auto member = given.begin(); member != given.end(); ++member)
        whole.insert(member.key(), member.value());
    return carryOut(scope, state, {command.section, command.key, textOf(whole), {}, 0});
}

Result<CentreChangeReply> handle(CommandScope& scope, const CentreRemove& raw)
{
    CentreRemove command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const CentreState state, centreState(scope));
    return carryOut(scope, state, {command.section, command.key, {}, {}, 0});
}

Result<CentreChangeReply> handle(CommandScope& scope, const CentreArrange& raw)
{
    CentreArrange command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const CentreState state, centreState(scope));
    QJsonArray keys;
    for (const QString& key : command.keys) {
        if (centreItem(*state.definition, command.section, key).isEmpty())
            return fail(ErrorKind::NotFound, u"centre.unknownItem"_s, u"keys"_s, {{u"key"_s, key}});
        keys.append(key);
    }
    const QString order = QString::fromUtf8(QJsonDocument(keys).toJson(QJsonDocument::Compact));
    return carryOut(scope, state, {command.section, {}, order, {}, 0});
}

Result<CentreChangeReply> handle(CommandScope& scope, const CentreUndo& command)
{
    ONEDOOR_ASSIGN(const CentreState state, centreState(scope));
    EventRef step{command.stream, command.sequence};
    if (!step)
        step = lastChangeBy(state, scope.session().account);
    if (!step)
        return fail(ErrorKind::NotFound, u"centre.nothingToUndo"_s);
    ONEDOOR_ASSIGN(const CentreChanged back, decideCentreUndo(state, step));
    return carryOut(scope, state, back);
}

Result<CentreHistoryReply> answer(QueryScope& scope, const CentreHistory&)
{
    ONEDOOR_ASSIGN(const FoldedRecord folded, foldStored(scope.reader().journal(), scope.reader().sealer(), scope.store().node.centre.raw));
    const CentreState state = stateAs<CentreState>(folded.state);
    CentreHistoryReply reply;
    for (auto step = state.steps.rbegin(); step != state.steps.rend() && reply.changes.size() < historyAtMost; ++step) {
        const bool undone = std::any_of(state.steps.begin(), state.steps.end(),
                                        [&](const ChangeStep& each) { return each.problem.isEmpty() && each.undone == step->ref; });
        CentreHistoryRow row{.stream = step->ref.stream, .sequence = step->ref.sequence, .at = step->at, .actor = step->actor, .actorName = {},
                             .section = step->section, .key = step->key, .before = objectOf(step->before), .after = objectOf(step->after),
                             .undoes = bool(step->undone), .undone = undone, .canUndo = standsUnchanged(state, *step), .problem = step->problem};
        ONEDOOR_ASSIGN(row.actorName, queries::displayName(scope.views(), step->actor));
        reply.changes.push_back(std::move(row));
    }
    return reply;
}

Result<CentreUseReply> answer(QueryScope& scope, const CentreUsage& query)
{
    if (!isCentreList(query.section))
        return fail(ErrorKind::Invalid, u"centre.unknownSection"_s, u"section"_s, {{u"section"_s, query.section}});
    if (centreItem(scope.centre(), query.section, query.key).isEmpty())
        return fail(ErrorKind::NotFound, u"centre.unknownItem"_s, u"key"_s, {{u"key"_s, query.key}});
    ONEDOOR_ASSIGN(const CentreDay day, ticketsNow(scope.views(), scope.moment()));
    const CentreUse use = centreUse(scope.centre(), day, query.section, query.key);
    CentreUseReply reply{.places = {use.places.begin(), use.places.end()}, .services = {use.services.begin(), use.services.end()}, .staffedBy = {},
                         .waiting = 0, .atPlaces = 0, .held = 0, .givenToday = use.givenToday};
    for (const TicketRow& ticket : use.open) {
        const bool isHeld = ticket.status == TicketStatus::Held;
        ++(isHeld ? reply.held : ticket.status == TicketStatus::Waiting ? reply.waiting : reply.atPlaces);
    }
    if (query.section == u"places") {
        ONEDOOR_ASSIGN(const AccountId staff, queries::staffedBy(scope.views(), query.key));
        if (!staff.isNull()) {
            ONEDOOR_ASSIGN(reply.staffedBy, queries::displayName(scope.views(), staff));
        }
    }
    return reply;
}

template QFuture<Result<CentreChange::Reply>> Gateway::send(const Session&, CentreChange);
template QFuture<Result<CentreRemove::Reply>> Gateway::send(const Session&, CentreRemove);
template QFuture<Result<CentreArrange::Reply>> Gateway::send(const Session&, CentreArrange);
template QFuture<Result<CentreUndo::Reply>> Gateway::send(const Session&, CentreUndo);
template QFuture<Result<CentreHistory::Reply>> Gateway::ask(const Session&, CentreHistory);
template QFuture<Result<CentreUsage::Reply>> Gateway::ask(const Session&, CentreUsage);

} // namespace onedoor
