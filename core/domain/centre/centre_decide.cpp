// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/centre_decide.h"

#include "core/domain/centre/centre_change.h"

#include <QRegularExpression>
#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

bool isOpen(const TicketRow& ticket)
{
    return ticket.status != TicketStatus::Finished && ticket.status != TicketStatus::Withdrawn && ticket.status != TicketStatus::Missed;
}

std::span<const TicketRow> givenToday(const CentreDay& day)
{
    return std::span(day.tickets).first(std::min(day.ofToday, day.tickets.size()));
}

bool isOfSeries(const CentreDefinition& centre, const TicketRow& ticket, const QString& series)
{
    const Series* found = centre.findSeries(series);
    return found != nullptr && ticket.number.startsWith(found->prefix);
}

bool dependsOn(const TicketRow& ticket, const QString& section, const QString& key)
{
    if (section == u"services")
        return ticket.service == key;
    if (section == u"places")
        return ticket.place == key || ticket.toPlace == key;
    if (section == u"priorities")
        return ticket.priority == key;
    return section == u"holdReasons" && ticket.status == TicketStatus::Held && ticket.holdReason == key;
}

qlonglong countOf(std::size_t count)
{
    return qlonglong(count);
}

QStringList keysOf(const CentreDefinition& centre, const QString& section)
{
    QStringList keys;
    const auto collect = [&](const auto& list) {
        for (const auto& item : list)
            keys.append(item.key);
    };
    if (section == u"places")
        collect(centre.places);
    else if (section == u"series")
        collect(centre.series);
    else if (section == u"services")
        collect(centre.services);
    else if (section == u"zones")
        collect(centre.zones);
    else if (section == u"units")
        collect(centre.units);
    else if (section == u"priorities")
        collect(centre.priorities);
    else if (section == u"outcomes")
        collect(centre.outcomes);
    else if (section == u"holdReasons")
        collect(centre.holdReasons);
    else if (section == u"triage")
        collect(centre.triage);
    else if (section == u"roles")
        collect(centre.roles);
    return keys;
}

/// "places[3].shortLabel" is item 3 of places, and shortLabel there.
struct FieldPlace {
    qsizetype item = -1;
    QString rest;
};

FieldPlace placeOf(const QString& field, const QString& section)
{
    static const QRegularExpression path(u"\\A(\\w+)\\[(\\d+)\\]\\.?(.*)\\z"_s);
    const QRegularExpressionMatch match = path.match(field);
    if (!match.hasMatch() || match.captured(1) != section)
        return {};
    return {match.captured(2).toLongLong(), match.captured(3)};
}

/// What the reader says of the whole definition, said of the item that was to be changed.
Error errorOf(const TemplateProblem& problem, const CentreDefinition& centre, const CentreChanged& wished)
{
    Error error{ErrorKind::Invalid, problem.code, problem.field, problem.facts};
    if (problem.code.startsWith(u"centre."))
        error.kind = problem.code == u"centre.unknownItem" ? ErrorKind::NotFound : ErrorKind::Invalid;
    error.facts.remove(u"firstLine"_s); // lines mean nothing here
    const QString other = error.facts.take(u"firstField"_s).toString();
    if (!isCentreList(wished.section)) {
        if (error.field.startsWith(QString(wished.section + u'.')))
            error.field.remove(0, wished.section.size() + 1);
        return error;
    }
    QStringList keys = keysOf(centre, wished.section);
    if (!keys.contains(wished.key))
        keys.append(wished.key);
    const qsizetype own = keys.indexOf(wished.key);
    FieldPlace at = placeOf(problem.field, wished.section);
    FieldPlace first = placeOf(other, wished.section);
    if (at.item != own && first.item == own)
        std::swap(at, first);
    if (at.item == own)
        error.field = at.rest;
    if (first.item >= 0 && first.item < keys.size() && first.item != own)
        error.facts.insert(wished.section == u"series" ? u"series"_s : u"place"_s, keys[first.item]);
    return error;
}

Result<void> mustNotBeNamed(const CentreUse& use, const QString& section)
{
    if (!use.places.isEmpty())
        return fail(ErrorKind::Conflict, section == u"services" ? u"centre.offeredAt"_s : u"centre.placesBelong"_s, {}, {{u"places"_s, use.places}});
    if (!use.services.isEmpty())
        return fail(ErrorKind::Conflict, u"centre.servicesBelong"_s, {}, {{u"services"_s, use.services}});
    return {};
}

Result<void> mustBeRemovable(const CentreDefinition& centre, const CentreDay& day, const CentreChanged& wished)
{
    const CentreUse use = centreUse(centre, day, wished.section, wished.key);
    ONEDOOR_TRY(mustNotBeNamed(use, wished.section));
    if (wished.section == u"places" && !day.staff.isNull()) {
        return fail(ErrorKind::Conflict, u"centre.staffed"_s, {},
                    {{u"place"_s, wished.key}, {u"account"_s, day.staff.toString()}, {u"since"_s, QVariant::fromValue<qint64>(day.staffSince.milliseconds)}});
    }
    if (!use.open.empty())
        return fail(ErrorKind::Conflict, u"centre.visitorsDepend"_s, {}, {{u"count"_s, countOf(use.open.size())}});
    if (wished.section == u"series" && use.givenToday > 0)
        return fail(ErrorKind::Conflict, u"centre.numbersGiven"_s, {}, {{u"series"_s, wished.key}});
    return {};
}

/// Nobody may be left waiting for what is offered nowhere, or not where they are kept for.
Result<void> mustServeWaiting(const CentreDefinition& before, const CentreDefinition& after, const CentreDay& day, const QString& key)
{
    const Place* was = before.findPlace(key);
    const Place* is = after.findPlace(key);
    for (const QString& service : was ? was->services : QStringList()) {
        if (is != nullptr && is->services.contains(service))
            continue;
        const auto waiting = [&](auto&& fits) {
            return std::count_if(day.tickets.begin(), day.tickets.end(),
                                 [&](const TicketRow& ticket) { return isOpen(ticket) && ticket.service == service && fits(ticket); });
        };
        if (const auto all = waiting([](const TicketRow&) { return true; }); all > 0 && after.placesServing(service).isEmpty())
            return fail(ErrorKind::Conflict, u"centre.onlyPlace"_s, u"services"_s, {{u"service"_s, service}, {u"count"_s, qlonglong(all)}});
        if (const auto kept = waiting([&](const TicketRow& ticket) { return ticket.toPlace == key; }); kept > 0)
            return fail(ErrorKind::Conflict, u"centre.keptForPlace"_s, u"services"_s, {{u"service"_s, service}, {u"count"_s, qlonglong(kept)}});
    }
    return {};
}

int ordinalOf(const QString& number)
{
    qsizetype at = number.size();
    while (at > 0 && number.at(at - 1).isDigit())
        --at;
    return QStringView(number).sliced(at).toInt();
}

/// A number that hangs in somebody's hand must stay the only one of its kind.
Result<void> mustNotRunTwice(const CentreDefinition& before, const CentreDefinition& after, const CentreDay& day, const QString& key)
{
    const Series* was = before.findSeries(key);
    const Series* is = after.findSeries(key);
    if (is == nullptr)
        return {};
    const bool givenOut = was != nullptr && centreUse(before, day, u"series"_s, key).givenToday > 0;
    if (givenOut) {
        const auto refuse = [&](const QString& field) {
            return fail(ErrorKind::Conflict, u"centre.numbersGiven"_s, field, {{u"series"_s, key}});
        };
        if (was->prefix != is->prefix)
            return refuse(u"prefix"_s);
        if (was->firstNumber != is->firstNumber)
            return refuse(u"firstNumber"_s);
        if (was->restartsDaily != is->restartsDaily)
            return refuse(u"restartsDaily"_s);
        if (was->digits != is->digits)
            return refuse(u"digits"_s);
        for (const TicketRow& ticket : givenToday(day)) {
            if (isOfSeries(before, ticket, key) && ordinalOf(ticket.number) > is->lastNumber)
                return fail(ErrorKind::Conflict, u"centre.lastNumberTooLow"_s, u"lastNumber"_s, {{u"number"_s, ticket.number}});
        }
    }
    const bool isNewPrefix = was == nullptr || was->prefix != is->prefix;
    const auto today = givenToday(day);
    const bool isInHands = std::any_of(today.begin(), today.end(), [&](const TicketRow& ticket) { return ticket.number.startsWith(is->prefix); });
    if (isNewPrefix && isInHands && !day.countsOn)
        return fail(ErrorKind::Conflict, u"centre.prefixUsedToday"_s, u"prefix"_s, {{u"prefix"_s, is->prefix}});
    return {};
}

const ChangeStep* findStep(const CentreState& state, const EventRef& ref)
{
    const auto found = std::find_if(state.steps.begin(), state.steps.end(), [&](const ChangeStep& step) { return step.ref == ref; });
    return found == state.steps.end() ? nullptr : &*found;
}

} // namespace

CentreUse centreUse(const CentreDefinition& centre, const CentreDay& day, const QString& section, const QString& key)
{
    CentreUse use;
    for (const Place& place : centre.places) {
        const bool names = (section == u"zones" && place.zone == key) || (section == u"units" && place.unit == key)
            || (section == u"services" && place.services.contains(key));
        if (names)
            use.places.append(place.key);
    }
    for (const Service& service : centre.services) {
        if ((section == u"units" && service.unit == key) || (section == u"series" && service.series == key))
            use.services.append(service.key);
    }
    for (const TicketRow& ticket : day.tickets) {
        if (isOpen(ticket) && dependsOn(ticket, section, key))
            use.open.push_back(ticket);
    }
    for (const TicketRow& ticket : givenToday(day)) {
        if (section == u"series" && isOfSeries(centre, ticket, key))
            ++use.givenToday;
    }
    return use;
}

Result<CentreChanged> decideCentreChange(const CentreState& state, const CentreDay& day, const CentreChanged& wished)
{
    if (!state.definition)
        return fail(ErrorKind::Unsupported, u"centre.unreadable"_s);
    const CentreDefinition& before = *state.definition;
    const bool isRemoval = wished.item.isEmpty();
    if (isRemoval && !wished.key.isEmpty() && keysOf(before, wished.section).contains(wished.key))
        ONEDOOR_TRY(mustBeRemovable(before, day, wished));
    const TemplateResult<CentreDefinition> after = changedCentre(before, wished);
    if (!after)
        return Unexpected(errorOf(after.error().front(), before, wished));
    if (wished.section == u"places")
        ONEDOOR_TRY(mustServeWaiting(before, *after, day, wished.key));
    if (wished.section == u"series")
        ONEDOOR_TRY(mustNotRunTwice(before, *after, day, wished.key));
    CentreChanged change = wished;
    change.item = isRemoval ? QString() : centreItem(*after, wished.section, wished.key);
    if (!isRemoval && change.item == centreItem(before, wished.section, wished.key))
        return fail(ErrorKind::Conflict, u"centre.nothingChanged"_s);
    return change;
}

bool standsUnchanged(const CentreState& state, const ChangeStep& step)
{
    return step.problem.isEmpty() && state.definition && centreItem(*state.definition, step.section, step.key) == step.after;
}

Result<CentreChanged> decideCentreUndo(const CentreState& state, const EventRef& ref)
{
    const ChangeStep* step = findStep(state, ref);
    if (step == nullptr)
        return fail(ErrorKind::NotFound, u"centre.unknownChange"_s, u"sequence"_s);
    if (!step->problem.isEmpty())
        return fail(ErrorKind::Conflict, u"centre.hadNoEffect"_s, u"sequence"_s);
    if (!standsUnchanged(state, *step)) {
        const auto later = std::find_if(state.steps.rbegin(), state.steps.rend(), [&](const ChangeStep& each) {
            return each.problem.isEmpty() && each.section == step->section && each.key == step->key;
        });
        return fail(ErrorKind::Conflict, u"centre.changedSince"_s, u"sequence"_s,
                    {{u"account"_s, later->actor.toString()}, {u"at"_s, QVariant::fromValue<qint64>(later->at.milliseconds)}});
    }
    return CentreChanged{step->section, step->key, step->before, ref.stream, ref.sequence};
}

EventRef lastChangeBy(const CentreState& state, const AccountId& actor)
{
    std::vector<EventRef> undone;
    for (auto step = state.steps.rbegin(); step != state.steps.rend(); ++step) {
        if (!step->problem.isEmpty())
            continue;
        if (step->undone)
            undone.push_back(step->undone);
        else if (step->actor == actor && std::find(undone.begin(), undone.end(), step->ref) == undone.end())
            return step->ref;
    }
    return {};
}

} // namespace onedoor
