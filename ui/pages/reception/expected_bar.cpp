// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/expected_bar.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/when_ready.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace onedoor {

namespace {

constexpr int minuteMilliseconds = 30'000;

} // namespace

ExpectedBar::ExpectedBar(Gateway& gateway, const Session& session, QAction* list, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_text(new QLabel)
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long name must not widen the page
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    row->addWidget(new IconLabel(Icons::Calendar, 20, Tone::Muted));
    row->addWidget(m_text, 1);
    row->addWidget(new ActionButton(list, Variant::Quiet));
    connect(&gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.appointments || changes.persons || changes.centre)
            refresh();
    }, Qt::QueuedConnection);
    m_minute.start(minuteMilliseconds);
    connect(&m_minute, &QTimer::timeout, this, &ExpectedBar::refresh);
    refresh();
}

void ExpectedBar::refresh()
{
    const std::uint64_t question = ++m_question;
    whenReady(m_gateway.ask(m_session, AppointmentList{{}, true}), this, [this, question](const Result<AppointmentRows>& answer) {
        if (question != m_question)
            return;
        m_rows = answer ? answer->appointments : std::vector<AppointmentRow>(); // whose role may not see them sees none
        describe();
        Q_EMIT refreshed();
    });
}

const AppointmentRow* ExpectedBar::find(AppointmentId appointment) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const AppointmentRow& row) { return row.appointment == appointment; });
    return found == m_rows.end() ? nullptr : &*found;
}

void ExpectedBar::describe()
{
    if (m_rows.empty())
        return m_text->clear();
    const auto next = std::find_if(m_rows.begin(), m_rows.end(), [](const AppointmentRow& row) { return row.status == AppointmentStatus::Expected; });
    const QString count = tr("%n expected by appointment", nullptr, int(m_rows.size()));
    if (next == m_rows.end())
        return m_text->setText(count);
    m_text->setText(tr("%1 · next %2 %3, %4").arg(count, timeText(next->beginsAt, m_gateway.centre().offsetMinutes), words::visitor(next->name),
                                                    localName(m_gateway.centre().findService(next->service), next->service)));
}

} // namespace onedoor

#include "moc_expected_bar.cpp"
