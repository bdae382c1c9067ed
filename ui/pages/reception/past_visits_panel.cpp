// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/past_visits_panel.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace onedoor {

namespace {

constexpr int shownCharacters = 120; // enough to tell one matter from another; the rest is in the visit itself

QLabel* makeLine(const QString& text, Type type, Tone tone)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setType(label, type);
    setTone(label, tone);
    return label;
}

} // namespace

PastVisitsPanel::PastVisitsPanel(const CentreDefinition& centre, QWidget* parent)
    : Card(parent)
    , m_centre(centre)
    , m_heading(new SectionHeading(tr("Former visits")))
    , m_area(new QScrollArea)
{
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    body()->addWidget(m_heading);
    body()->addWidget(m_area, 1);
    setVisits({});
}

void PastVisitsPanel::setVisits(const std::vector<VisitSummary>& visits)
{
    m_heading->setCount(visits.empty() ? QString() : QString::number(visits.size()));
    m_list = new QWidget;
    m_list->setProperty("page", true);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, space::small, 0);
    column->setSpacing(space::large);
    if (visits.empty())
        column->addWidget(new EmptyState(Icons::History, tr("No former visit"), tr("This is the first time here.")), 1);
    for (const VisitSummary& visit : visits)
        column->addWidget(makeItem(visit, &visit == &visits.front()));
    if (!visits.empty())
        column->addStretch(1);
    m_area->setWidget(m_list);
}

QWidget* PastVisitsPanel::makeItem(const VisitSummary& visit, bool newest)
{
    auto* item = new QWidget;
    auto* column = new QVBoxLayout(item);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    const QString service = localName(m_centre.findService(visit.service), visit.service);
    const QString outcome = localName(m_centre.findOutcome(visit.outcome), visit.outcome);
    auto* first = makeLine(dayText(visit.day), Type::Body, Tone::Text);
    setType(first, Type::Body, true);
    column->addWidget(first);
    column->addWidget(makeLine(outcome.isEmpty() ? service : tr("%1 · %2").arg(service, outcome), Type::Caption, Tone::Muted));
    if (visit.confidential) { // what it was about is between the visitor and the studio
        column->addWidget(new Badge(Icons::Lock, tr("Confidential"), Tone::Muted), 0, Qt::AlignLeft);
        return item;
    }
    const QString summary = visit.summary.size() > shownCharacters ? visit.summary.left(shownCharacters) + QChar(u'…') : visit.summary;
    column->addWidget(makeLine(summary, Type::Body, Tone::Text));
    auto* again = new Button(Icons::Copy, tr("Same matter"), Variant::Quiet);
    again->setAccessibleName(tr("Same matter as on %1, visit %2").arg(dayText(visit.day), visit.visitNumber));
    again->setProperty("toLeft", true);
    if (newest)
        again->setKeys(QKeySequence(Qt::CTRL | Qt::Key_R));
    connect(again, &QPushButton::clicked, this, [this, visit] { Q_EMIT sameMatter(visit); });
    column->addWidget(again, 0, Qt::AlignLeft);
    return item;
}

} // namespace onedoor

#include "moc_past_visits_panel.cpp"
