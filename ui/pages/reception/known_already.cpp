// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/known_already.h"

#include "ui/models/when_ready.h"

#include <algorithm>

namespace onedoor {

namespace {

constexpr int restMilliseconds = 150; // between two keys of quick typing there is less

} // namespace

KnownAlready::KnownAlready(Gateway& gateway, const Session& session, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &KnownAlready::ask);
}

void KnownAlready::look(const PersonRegistered& typed)
{
    m_typed = typed;
    m_rest.start();
}

void KnownAlready::stop()
{
    m_rest.stop();
    ++m_question;
    m_others.clear();
    tell({});
}

void KnownAlready::dismiss()
{
    for (const SimilarPerson& each : m_likely)
        m_others.push_back(each.person.person);
    tell({});
}

void KnownAlready::ask()
{
    const std::uint64_t question = ++m_question;
    whenReady(m_gateway.ask(m_session, PersonSimilar{{}, m_typed}), this, [this, question](const Result<SimilarReply>& reply) {
        if (question != m_question)
            return;
        std::vector<SimilarPerson> likely = reply ? reply->persons : std::vector<SimilarPerson>(); // a hint that can't be had is none
        std::erase_if(likely, [this](const SimilarPerson& each) { return std::find(m_others.begin(), m_others.end(), each.person.person) != m_others.end(); });
        tell(std::move(likely));
    });
}

void KnownAlready::tell(std::vector<SimilarPerson> likely)
{
    if (likely.empty() && m_likely.empty())
        return;
    m_likely = std::move(likely);
    Q_EMIT changed();
}

} // namespace onedoor

#include "moc_known_already.cpp"
