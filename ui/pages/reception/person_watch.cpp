// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/person_watch.h"

#include "ui/models/when_ready.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

PersonWatch::PersonWatch(Gateway& gateway, const Session& session, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session)
{
    connect(&gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        const auto& records = changes.records;
        if (m_person && changes.persons && std::find(records.begin(), records.end(), m_person.raw) != records.end())
            ask();
    }, Qt::QueuedConnection);
}

void PersonWatch::watch(PersonId person, bool askNow)
{
    m_person = person;
    ++m_question;
    if (askNow)
        ask();
}

void PersonWatch::stop()
{
    m_person = {};
    ++m_question;
}

void PersonWatch::ask()
{
    const std::uint64_t question = ++m_question;
    whenReady(m_gateway.ask(m_session, PersonShow{m_person}), this, [this, question](const Result<PersonDetails>& now) {
        if (question == m_question && now)
            askAuthor(*now);
    });
}

/// The newest visit's history holds the steps of its person too.
void PersonWatch::askAuthor(const PersonDetails& now)
{
    if (now.visits.empty()) {
        Q_EMIT changed(now, {}, {});
        return;
    }
    const std::uint64_t question = m_question;
    whenReady(m_gateway.ask(m_session, VisitHistory{now.visits.front().visit}), this, [this, question, now](const Result<HistoryReply>& history) {
        if (question != m_question)
            return;
        HistoryRow last;
        for (const HistoryRow& row : history ? history->entries : std::vector<HistoryRow>()) {
            if (row.type == QLatin1StringView(PersonCorrected::type))
                last = row;
        }
        Q_EMIT changed(now, last.actorName, last.at);
    });
}

} // namespace onedoor

#include "moc_person_watch.cpp"
