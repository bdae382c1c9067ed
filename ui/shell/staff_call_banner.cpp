// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/staff_call_banner.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/card.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QVBoxLayout>
#include <algorithm>

namespace onedoor {

namespace {

constexpr std::size_t linesAtMost = 3; ///< more would push the work off the screen; they follow when these are settled

} // namespace

StaffCallBanner::StaffCallBanner(Gateway& gateway, const Session& session, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(space::page, space::medium, space::page, 0);
    m_column->setSpacing(space::small);
    hide();
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.staffCalls)
            ask();
    });
    ask();
}

QString StaffCallBanner::sentence(const StaffCallRow& call, const CentreDefinition& centre)
{
    const Place* place = centre.findPlace(call.place);
    const QString where = place ? localShortLabel(*place) : call.label.isEmpty() ? tr("A kiosk") : tr("Kiosk %1").arg(call.label);
    const QString since = timeText(call.calledAt, centre.offsetMinutes);
    QString text;
    switch (call.reason) {
    case StaffCallReason::Help: text = tr("%1 calls for staff (%2).").arg(where, since); break;
    case StaffCallReason::SlipNotPrinted: text = tr("%1: the slip of %3 was not printed (%2).").arg(where, since, call.number); break;
    case StaffCallReason::NotIssued: text = tr("%1 could not issue a ticket (%2).").arg(where, since); break;
    }
    if (call.clearedAt)
        return tr("%1 Settled by %2 at %3.").arg(text, call.clearedName, timeText(call.clearedAt, centre.offsetMinutes));
    if (call.answeredAt)
        return tr("%1 %2 is on the way.").arg(text, call.answeredName);
    return text;
}

void StaffCallBanner::ask()
{
    whenReady(m_gateway.ask(m_session, StaffCalls{true}), this, [this](const Result<StaffCallList>& list) {
        if (list && list->calls != m_calls)
            showCalls(list->calls);
    });
}

void StaffCallBanner::showCalls(const std::vector<StaffCallRow>& calls)
{
    const bool isNew = std::any_of(calls.begin(), calls.end(), [this](const StaffCallRow& call) {
        return std::none_of(m_calls.begin(), m_calls.end(), [&](const StaffCallRow& known) { return known.call == call.call; });
    });
    m_calls = calls;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be what is being pressed
        delete item;
    }
    for (std::size_t at = 0; at < std::min(calls.size(), linesAtMost); ++at) {
        const StaffCallRow& call = calls[at];
        auto* line = new Banner(call.answeredAt ? Tone::Info : Tone::Warning, sentence(call, m_gateway.centre()));
        if (!call.answeredAt) {
            auto* coming = new QAction(icon(Icons::Person), tr("I am coming"), line);
            connect(coming, &QAction::triggered, this, [this, id = call.call] { act<StaffAnswer>(id); });
            line->addAction(coming);
        }
        auto* settled = new QAction(icon(Icons::Check), tr("Settled"), line);
        connect(settled, &QAction::triggered, this, [this, id = call.call] { act<StaffClear>(id); });
        line->addAction(settled);
        m_column->addWidget(line);
        line->show();
    }
    setVisible(!calls.empty());
    if (isNew)
        Q_EMIT called();
}

template <typename Command>
void StaffCallBanner::act(StaffCallId call)
{
    whenReady(m_gateway.send(m_session, Command{call}), this, [this](const Result<StaffCallReply>& reply) {
        if (!reply) {
            Toast::show(this, errorText(reply.error(), m_gateway.centre()), nullptr, Tone::Warning);
            ask();
        }
    });
}

} // namespace onedoor

#include "moc_staff_call_banner.cpp"
