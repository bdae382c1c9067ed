// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_acts.h"

#include "core/domain/numbering/own_range.h"
#include "core/domain/ticket/ticket_decide.h"
#include "core/journal/conflict_decide.h"

namespace onedoor::simulator {

using namespace Qt::StringLiterals;

namespace {

constexpr int centreOffset = 480; ///< minutes east of UTC

template <typename State>
State stateOf(const SimNode& desk, const RawId& record)
{
    return stateAs<State>(desk.log->record(record).state);
}

/// One of them by chance; null when there is none.
RawId any(SimWorld& world, const std::vector<RawId>& records)
{
    return records.empty() ? RawId() : records[world.random().below(records.size())];
}

struct Number {
    Drafts drafts;
    QString printed;
    QString series;
    std::uint32_t ordinal = 0;
};

using Decide = Result<NumberDecision> (*)(const NumberingState&, const NumberingRule&, const DecideContext&);

Result<Number> numberOf(const SimNode& desk, Decide decide, const NumberingRule& rule, const DecideContext& context, TicketId ticket)
{
    const RawId record = numberingRecord(rule.series, context.today());
    ONEDOOR_ASSIGN(const NumberDecision decision, decide(stateOf<NumberingState>(desk, record), rule, context));
    Number number;
    if (decision.grant)
        number.drafts.push_back({record, *decision.grant, {}});
    number.drafts.push_back({record, NumberTaken{decision.ordinal, ticket}, {}});
    number.series = rule.series;
    number.ordinal = decision.ordinal;
    number.printed = rule.series + QString::number(decision.ordinal);
    return number;
}

/// From a block of the common range, or from the node's own lettered one.
Result<Number> nextNumber(SimWorld& world, SimNode& desk, TicketId ticket)
{
    const DecideContext context = contextOf(world, desk);
    Result<Number> number = numberOf(desk, decideNumber, commonRule(), context, ticket);
    if (number)
        return number;
    world.askForNumbers(desk);
    return numberOf(desk, decideOwnNumber, letteredRule(desk.letter), context, ticket);
}

void issue(SimWorld& world, SimNode& desk)
{
    const Instant now = desk.clock.now();
    const PersonId person = PersonId::make(now, desk.random);
    const VisitId visit = VisitId::make(now, desk.random);
    const TicketId ticket = TicketId::make(now, desk.random);
    Result<Number> number = nextNumber(world, desk, ticket);
    if (!number) {
        const bool awaitsHost = number.error().code == u"numbering.noBlock" && desk.log->numbersMayBeLost();
        if (number.error().kind != ErrorKind::Unsupported && !awaitsHost)
            world.fault(u"%1: no number: %2"_s.arg(desk.name, number.error().code));
        return;
    }
    PersonRegistered registered;
    registered.name = u"Visitor "_s + person.toString().right(4);
    VisitRegistered arrived;
    arrived.visitNumber = number->printed;
    arrived.arrivedAt = now;
    arrived.person = person;
    TicketIssued issued;
    issued.number = number->printed;
    issued.series = number->series;
    issued.ordinal = number->ordinal;
    issued.day = now.dateAt(centreOffset);
    issued.service = u"mediation"_s;
    issued.visit = visit;
    issued.person = person;
    issued.arrivedAt = now;
    Drafts drafts{{person.raw, registered, person}, {visit.raw, arrived, {}}};
    drafts.insert(drafts.end(), number->drafts.begin(), number->drafts.end());
    drafts.push_back({ticket.raw, issued, {}});
    const bool isUnproven = desk.isUnproven;
    if (!world.act(desk, drafts))
        return;
    world.trace().line(world.now(), desk.name, "prints", issued.number);
    world.prints().push_back({issued.day.toString(Qt::ISODate) + u' ' + issued.number, desk.index, world.acts().size() - 1, isUnproven});
}

std::optional<TicketState> currentAt(const SimNode& desk)
{
    for (const RawId& record : desk.log->recordsOf("ticket")) {
        auto ticket = stateOf<TicketState>(desk, record);
        if (ticket.isAtPlace() && ticket.progress.place == desk.name)
            return ticket;
    }
    return std::nullopt;
}

/// The drafts of whatever the decider allowed; nothing when it refused.
template <typename EventType>
Drafts allowed(const RawId& record, const Result<EventType>& decision, PersonId subject = {})
{
    return decision ? Drafts{{record, *decision, subject}} : Drafts();
}

/// Whoever's key is not here yet can't be written about yet.
QString noteFor(const SimNode& desk, const TicketState& ticket)
{
    return desk.log->hasKeyOf(ticket.person) ? u"brought the papers"_s : QString();
}

Drafts goOnWith(SimWorld& world, SimNode& desk, const TicketState& ticket)
{
    const CallingPlace place{desk.name, true, 3, ticket};
    const QString note = noteFor(desk, ticket);
    const PersonId subject = note.isEmpty() ? PersonId() : ticket.person;
    if (ticket.progress.status == TicketStatus::Called) {
        if (world.chance(20))
            return allowed(ticket.id.raw, decideMiss(ticket, desk.name));
        return allowed(ticket.id.raw, decideBegin(ticket, place));
    }
    if (world.chance(30))
        return allowed(ticket.id.raw, decideTransfer(ticket, desk.name, u"tribunal"_s, {}, true, note), subject);
    return allowed(ticket.id.raw, decideFinish(ticket, desk.name, u"settled"_s, note), subject);
}

void serve(SimWorld& world, SimNode& desk)
{
    Drafts drafts;
    if (const std::optional<TicketState> current = currentAt(desk)) {
        drafts = goOnWith(world, desk, *current);
    } else {
        const RawId record = any(world, desk.log->recordsOf("ticket"));
        drafts = allowed(record, decideCall(stateOf<TicketState>(desk, record), {desk.name, true, 3, {}}, true));
    }
    if (!drafts.empty())
        world.act(desk, drafts);
}

void correct(SimWorld& world, SimNode& desk)
{
    const auto person = stateOf<PersonState>(desk, any(world, desk.log->recordsOf("person")));
    if (!person.exists() || !desk.log->hasKeyOf(person.id))
        return;
    PersonCorrected corrected;
    if (world.chance(50))
        corrected.phone = u"1380000%1"_s.arg(world.random().below(10'000));
    else
        corrected.address = u"Lane %1"_s.arg(world.random().below(100));
    world.act(desk, {{person.id.raw, corrected, person.id}});
}

/// Somebody who has no ticket that is waited for or served here.
void erase(SimWorld& world, SimNode& desk)
{
    const auto person = stateOf<PersonState>(desk, any(world, desk.log->recordsOf("person")));
    if (!person.exists() || person.isErased())
        return;
    for (const RawId& record : desk.log->recordsOf("ticket")) {
        const auto ticket = stateOf<TicketState>(desk, record);
        if (ticket.person == person.id && (ticket.progress.status == TicketStatus::Waiting || ticket.isAtPlace()))
            return;
    }
    world.act(desk, {{person.id.raw, desk.log->erasureBy(person.id), {}}});
}

void changeAccount(SimWorld& world, SimNode& desk)
{
    const RawId record = any(world, desk.log->recordsOf("account"));
    if (record.isNull())
        return;
    AccountChanged changed;
    changed.displayName = u"Clerk %1"_s.arg(world.random().below(100));
    world.act(desk, {{record, changed, {}}});
}

/// Somebody looks at the conflicts page and says what stands, sometimes although another has said so before, or takes it back.
bool judge(SimWorld& world, SimNode& desk)
{
    std::vector<std::pair<RawId, const Conflict*>> all;
    for (const char* first : {"ticket", "person", "account"}) {
        for (const RawId& record : desk.log->recordsOf(first)) {
            for (const Conflict& conflict : desk.log->record(record).conflicts)
                all.emplace_back(record, &conflict);
        }
    }
    if (all.empty())
        return false;
    const auto& [record, conflict] = all[world.random().below(all.size())];
    const FoldedRecord& folded = desk.log->record(record);
    const EventRef stands = conflict->rivals[world.random().below(2)];
    const Result<ConflictResolved> judgement =
        world.chance(10) ? decideReopening(folded, conflict->id) : decideResolution(folded, conflict->id, stands, world.chance(30));
    const Drafts drafts = allowed(record, judgement);
    if (!drafts.empty())
        world.act(desk, drafts);
    return true;
}

void recordRestricted(SimWorld& world, SimNode& desk)
{
    if (desk.compartments.size() < 2)
        return;
    const Instant now = desk.clock.now();
    MatterRecorded matter;
    matter.person = PersonId::make(now, desk.random);
    matter.summary = u"sealed matter"_s;
    world.act(desk, {{RawId::make(now, desk.random), matter, matter.person}}, restrictedCompartment);
}

} // namespace

NumberingRule commonRule()
{
    return {u"A"_s, 1, 99'999, 10};
}

NumberingRule letteredRule(const QString& letter)
{
    return {u"A"_s + letter, 1, 99'999, 50};
}

DecideContext contextOf(const SimWorld& world, const SimNode& node)
{
    const FoldedRecord& host = node.log->record(hostRecord(world.centre()));
    DecideContext context;
    context.now = node.clock.now();
    context.stream = node.log->ownStream();
    context.offsetMinutes = centreOffset;
    context.numbersMayBeLost = node.log->numbersMayBeLost();
    context.mayGrant = host.awaited.empty() && grantsNumbers(stateAs<HostState>(host.state), node.log->ownNode(), world.founder());
    return context;
}

void doSomething(SimWorld& world, SimNode& desk)
{
    const std::uint64_t kind = world.random().below(100);
    if (kind < 35)
        issue(world, desk);
    else if (kind < 75)
        serve(world, desk);
    else if (kind < 85)
        correct(world, desk);
    else if (kind < 90)
        changeAccount(world, desk);
    else if (kind < 94 && judge(world, desk))
        return;
    else if (kind == 95)
        erase(world, desk);
    else
        recordRestricted(world, desk);
}

void doSomethingNewer(SimWorld& world, SimNode& desk)
{
    const RawId record = any(world, desk.log->recordsOf("ticket"));
    if (record.isNull())
        return;
    const AccountId actor = world.newActor();
    world.note(desk, actor, 1, desk.log->authorUnknown(record, actor));
}

} // namespace onedoor::simulator
