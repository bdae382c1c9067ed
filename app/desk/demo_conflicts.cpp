// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/demo_conflicts.h"

#include "core/services/api/counter.h"
#include "core/services/api/reception.h"
#include "core/services/rehearsal/other_desk.h"
#include "core/store/journal/stored_record.h"
#include "core/store/views/ticket_queries.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t later = 75;         ///< seconds after the act here
constexpr std::int64_t cutOffFor = 7'200; ///< seconds

/// An act here that the other PC did not know of.
struct Unknown {
    TicketRow ticket;
    Instant at;
    std::vector<EventRef> knew;
};

class Elsewhere {
public:
    Elsewhere(CommandRunner& runner, OtherDesk desk, const QJsonObject& plan, QDate today)
        : m_runner(runner), m_desk(std::move(desk)), m_plan(plan), m_today(today)
    {
    }

    /// The first ticket of the day with an act of this type.
    template <typename EventType>
    Result<std::optional<Unknown>> find()
    {
        ONEDOOR_ASSIGN(const std::vector<TicketRow> tickets, queries::ofDay(m_runner.writer().views(), m_today, false, {}));
        for (const TicketRow& ticket : tickets) {
            ONEDOOR_ASSIGN(const std::vector<FoldInput> events, readStored(m_runner.writer().journal(), m_runner.writer().sealer(), ticket.ticket.raw));
            for (std::size_t at = 0; at < events.size(); ++at) {
                if (!std::holds_alternative<EventType>(events[at].event) || ticket.ticket == m_taken)
                    continue;
                m_taken = ticket.ticket;
                ONEDOOR_ASSIGN(std::vector<EventRef> knew, OtherDesk::headsAfter(m_runner, ticket.ticket.raw, at));
                return Unknown{ticket, events[at].meta.at, std::move(knew)};
            }
        }
        return std::nullopt;
    }

    Result<void> finishWhatWasPassedOn(const AccountId& clerk)
    {
        ONEDOOR_ASSIGN(const std::optional<Unknown> passedOn, find<TicketTransferred>());
        if (!passedOn)
            return {};
        const TicketFinished finished{text("place"), text("outcome"), text("note")};
        return act({passedOn->ticket.ticket.raw, passedOn->knew, clerk, passedOn->at.plusSeconds(later), finished, passedOn->ticket.person});
    }

    Result<void> callOnceMore(const AccountId& clerk)
    {
        ONEDOOR_ASSIGN(const std::optional<Unknown> called, find<TicketCalled>());
        if (!called)
            return {};
        const TicketCalled again{.place = text("place"), .chosen = true, .epoch = 1, .provisional = true};
        return act({called->ticket.ticket.raw, called->knew, clerk, called->at.plusSeconds(later), again, {}});
    }

    Result<void> correct(const PersonId& person, const AccountId& clerk, Instant at)
    {
        ONEDOOR_ASSIGN(const std::vector<EventRef> knew, OtherDesk::headsAfter(m_runner, person.raw, 1));
        const PersonCorrected corrected{.phone = text("phoneThere"), .address = text("addressThere")};
        return act({person.raw, knew, clerk, at, corrected, person});
    }

private:
    QString text(const char* key) const { return m_plan.value(QLatin1StringView(key)).toString(); }
    Result<void> act(const OtherDesk::Act& act)
    {
        ONEDOOR_TRY(m_desk.act(m_runner, act));
        return {};
    }

    CommandRunner& m_runner;
    OtherDesk m_desk;
    const QJsonObject& m_plan;
    QDate m_today;
    TicketId m_taken;
};

} // namespace

Result<void> addDemoConflicts(LocalGateway& gateway, const Session& administrator, const QJsonObject& plan, Random& random, Instant now)
{
    const int offset = gateway.centreNow()->offsetMinutes;
    ONEDOOR_ASSIGN(const Session clerk, gateway.sessionOf(plan.value(u"clerk"_s).toString()).result());
    ONEDOOR_ASSIGN(const LookupReply found, gateway.ask(administrator, PersonLookup{plan.value(u"visitor"_s).toString()}).result());
    const PersonId person = found.persons.empty() ? PersonId() : found.persons.front().person;
    if (!person.isNull())
        ONEDOOR_TRY(gateway.send(administrator, PersonCorrect{person, {.phone = plan.value(u"phoneHere"_s).toString()}}).result());
    Result<void> outcome;
    gateway.onWriter([&](CommandRunner& runner) {
        Result<OtherDesk> desk = OtherDesk::open(runner, plan.value(u"pc"_s).toString(), random, now.plusSeconds(-cutOffFor));
        if (!desk) {
            outcome = Unexpected(desk.error());
            return;
        }
        Elsewhere elsewhere(runner, std::move(*desk), plan, now.dateAt(offset));
        outcome = elsewhere.finishWhatWasPassedOn(clerk.account);
        if (outcome)
            outcome = elsewhere.callOnceMore(clerk.account);
        if (outcome && !person.isNull())
            outcome = elsewhere.correct(person, clerk.account, now);
    });
    return outcome;
}

} // namespace onedoor
