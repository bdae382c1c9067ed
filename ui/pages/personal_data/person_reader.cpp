// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/person_reader.h"

#include "ui/models/when_ready.h"

#include <algorithm>

namespace onedoor {

const HoldRow* KeptPerson::standingHold() const
{
    const auto standing = std::find_if(holds.begin(), holds.end(), [](const HoldRow& row) { return row.stands; });
    return standing == holds.end() ? nullptr : &*standing;
}

QStringList KeptPerson::mergedNames() const
{
    QStringList names;
    for (const MergedRow& row : merged)
        names << row.known.name;
    return names;
}

template <typename Query, typename Take>
void PersonReader::ask(const Query& query, Take take)
{
    ++m_unanswered;
    whenReady(m_gateway.ask(m_session, query), this, [this, question = m_question, take](const Result<typename Query::Reply>& reply) {
        if (question != m_question)
            return;
        if (!reply) {
            ++m_question; // one refusal says it all
            Q_EMIT failed(reply.error());
            return;
        }
        take(*reply);
        if (--m_unanswered == 0)
            Q_EMIT done(m_reading);
    });
}

void PersonReader::read(PersonId person)
{
    ++m_question;
    m_unanswered = 0;
    m_reading = {};
    m_reading.person = person;
    ask(PersonShow{person}, [this](const PersonDetails& reply) {
        m_reading.person = reply.person;
        m_reading.known = reply.known;
        m_reading.visits = reply.visits;
        m_reading.records = reply.records;
        readRest();
    });
}

/// Before the first question counts as answered, so that all are waited for.
void PersonReader::readRest()
{
    const PersonId person = m_reading.person;
    ask(PersonErasure{person}, [this](const PersonErasureReply& reply) { m_reading.erasure = reply; });
    ask(PersonHolds{person}, [this](const PersonHoldsReply& reply) { m_reading.holds = reply.holds; });
    ask(PersonMerges{person}, [this](const PersonMergesReply& reply) { m_reading.merged = reply.merged; });
    ask(PersonSimilar{person, {}}, [this](const SimilarReply& reply) { m_reading.likely = reply.persons; });
    ask(VisitsToday{true}, [this](const TicketList& reply) {
        for (const TicketRow& ticket : reply.tickets)
            if (std::find(m_reading.records.begin(), m_reading.records.end(), ticket.person) != m_reading.records.end())
                m_reading.openTicket = ticket.number;
    });
}

} // namespace onedoor

#include "moc_person_reader.cpp"
