// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/wait_hint.h"

#include "core/services/api/waiting.h"
#include "ui/models/wait_words.h"
#include "ui/models/when_ready.h"
#include "ui/pages/reception/matter_section.h"

namespace onedoor {

namespace {

constexpr int togetherMilliseconds = 1000; ///< a busy hall changes many times a second, and nobody reads that fast

} // namespace

WaitHint::WaitHint(Gateway& gateway, const Session& session, MatterSection& matter, QObject* parent)
    : QObject(parent), m_gateway(gateway), m_session(session), m_matter(matter)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(togetherMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &WaitHint::ask);
    connect(&matter, &MatterSection::serviceChosen, this, &WaitHint::choose);
    connect(
        &gateway, &Gateway::changed, this,
        [this](const ChangeSet& changes) {
            if ((changes.tickets || changes.places) && !m_service.isEmpty() && !m_soon.isActive())
                m_soon.start();
        },
        Qt::QueuedConnection);
    // Nobody waits for this answer: the first question of a day has the past days read, and shall not be the one behind a slip.
    (void)gateway.ask(session, QueueEstimate{});
}

void WaitHint::choose(const QString& service, const QString& priority)
{
    if (service == m_service && priority == m_priority)
        return;
    m_service = service;
    m_priority = priority;
    ++m_question;
    m_matter.showWait({});
    if (!service.isEmpty())
        ask();
}

void WaitHint::ask()
{
    if (m_service.isEmpty())
        return;
    const std::uint64_t question = ++m_question;
    whenReady(m_gateway.ask(m_session, QueueEstimate{.service = m_service, .priority = m_priority}), this,
              [this, question](const Result<EstimateList>& answer) {
                  if (question != m_question)
                      return;
                  m_matter.showWait(answer && !answer->estimates.empty() ? words::wait(answer->estimates.front()) : QString());
              });
}

} // namespace onedoor

#include "moc_wait_hint.cpp"
