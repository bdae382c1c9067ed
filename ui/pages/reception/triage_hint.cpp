// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/triage_hint.h"

#include "core/services/api/route.h"
#include "ui/models/when_ready.h"
#include "ui/pages/reception/matter_section.h"

namespace onedoor {

namespace {

constexpr int restMilliseconds = 150; // between two keys of quick typing there is less

} // namespace

TriageHint::TriageHint(Gateway& gateway, const Session& session, MatterSection& matter, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session), m_matter(matter)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &TriageHint::ask);
    connect(&matter, &MatterSection::summaryTyped, this, [this] {
        ++m_question;
        m_rest.start();
    });
}

void TriageHint::ask()
{
    const QString text = m_matter.entry().summary.trimmed();
    if (text.isEmpty())
        return m_matter.showSuggestion({});
    const std::uint64_t question = ++m_question;
    whenReady(m_gateway.ask(m_session, MatterSuggest{text}), this, [this, question](const Result<SuggestReply>& reply) {
        if (question == m_question)
            m_matter.showSuggestion(reply && !reply->suggestions.empty() ? reply->suggestions.front() : TriageSuggestion{});
    });
}

} // namespace onedoor

#include "moc_triage_hint.cpp"
