// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/visitor_card.h"

#include "ui/models/local_name.h"
#include "ui/models/route_words.h"
#include "ui/models/words.h"
#include "ui/widgets/badge.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// "4:07" or "1:02:33": seconds matter to the person who serves.
QString elapsedText(qint64 seconds)
{
    const qint64 whole = std::max<qint64>(0, seconds);
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QLatin1Char('0')); };
    if (whole < 3600)
        return u"%1:%2"_s.arg(QString::number(whole / 60), two(whole % 60));
    return u"%1:%2:%3"_s.arg(QString::number(whole / 3600), two(whole / 60 % 60), two(whole % 60));
}

QLabel* factLabel(const QString& text)
{
    auto* label = new QLabel(text);
    setTone(label, Tone::Muted);
    return label;
}

} // namespace

VisitorCard::VisitorCard(const CentreDefinition& centre, const Clock& clock, QWidget* parent)
    : Card(parent), m_centre(centre), m_clock(clock), m_stack(new QStackedWidget),
      m_empty(new EmptyState(Icons::Person, tr("Nobody is here"))), m_heading(new SectionHeading(tr("Current visitor"))),
      m_state(new Badge(Icons::Clock, tr("Free"), Tone::Muted))
{
    m_heading->addTrailing(m_state);
    body()->addWidget(m_heading);
    body()->addWidget(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeDetails());
    connect(&m_second, &QTimer::timeout, this, &VisitorCard::tick);
    constexpr int milliseconds = 1000;
    m_second.setInterval(milliseconds);
}

QWidget* VisitorCard::makeDetails()
{
    m_number = new TicketBadge(QString(), Type::Display);
    m_name = new QLabel;
    setType(m_name, Type::Title, true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_about = factLabel({});
    m_elapsed = new QLabel;
    setType(m_elapsed, Type::Title, true);
    m_elapsed->setAlignment(Qt::AlignRight);
    m_elapsedWord = factLabel({});
    setType(m_elapsedWord, Type::Caption);
    setTone(m_elapsedWord, Tone::Muted);
    m_elapsedWord->setAlignment(Qt::AlignRight);
    m_badgeRow = new QWidget;
    m_service = new QLabel;
    m_service->setWordWrap(true);
    m_waited = new QLabel;
    m_note = new Banner(Tone::Info, {});

    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    auto* head = new QGridLayout;
    head->setHorizontalSpacing(space::large);
    head->setVerticalSpacing(0);
    head->addWidget(m_number, 0, 0, 2, 1);
    head->addWidget(m_name, 0, 1);
    head->addWidget(m_about, 1, 1);
    head->addWidget(m_elapsed, 0, 2);
    head->addWidget(m_elapsedWord, 1, 2);
    head->setColumnStretch(1, 1);
    column->addLayout(head);
    column->addWidget(m_badgeRow);
    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(space::large);
    facts->setVerticalSpacing(space::tight);
    facts->addWidget(factLabel(tr("Service")), 0, 0, Qt::AlignTop);
    facts->addWidget(m_service, 0, 1);
    facts->addWidget(factLabel(tr("Waited")), 1, 0);
    facts->addWidget(m_waited, 1, 1);
    m_routeLabel = factLabel(tr("Stops"));
    m_route = new QLabel;
    m_route->setWordWrap(true);
    m_helperLabel = factLabel(tr("Helper"));
    m_helper = new QLabel;
    m_helper->setTextFormat(Qt::PlainText);
    m_helper->setWordWrap(true);
    facts->addWidget(m_routeLabel, 2, 0, Qt::AlignTop);
    facts->addWidget(m_route, 2, 1);
    facts->addWidget(m_helperLabel, 3, 0, Qt::AlignTop);
    facts->addWidget(m_helper, 3, 1);
    facts->setColumnStretch(1, 1);
    column->addWidget(makeMatter(facts), 1);
    return whole;
}

/// What may be long scrolls, so that the buttons below keep their room on a low screen.
QWidget* VisitorCard::makeMatter(QLayout* facts)
{
    m_matter = new QLabel;
    m_matter->setWordWrap(true);
    m_matter->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_matter->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_matter->setTextFormat(Qt::PlainText);
    m_matter->setAccessibleName(tr("Matter"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    column->addLayout(facts);
    column->addWidget(m_note);
    column->addWidget(factLabel(tr("Matter")));
    column->addWidget(m_matter, 1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    area->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_matter->setAutoFillBackground(false);
    return area;
}

void VisitorCard::showVisitor(const TicketRow& ticket)
{
    m_ticket = ticket;
    m_number->setNumber(ticket.number);
    m_number->setUrgent(ticket.urgent);
    m_name->setText(words::visitor(ticket));
    QStringList about;
    if (ticket.sex != Sex::Unknown)
        about.append(words::of(ticket.sex));
    if (ticket.headcount > 1)
        about.append(tr("%n people", nullptr, int(ticket.headcount)));
    about.append(ticket.visitNumber);
    m_about->setText(about.join(u" · "_s));
    m_service->setText(localName(m_centre.findService(ticket.service), ticket.service));
    const auto showFact = [](QLabel* label, QLabel* value, const QString& text) {
        value->setText(text);
        value->setAccessibleName(label->text());
        label->setVisible(!text.isEmpty());
        value->setVisible(!text.isEmpty());
    };
    showFact(m_routeLabel, m_route, words::route(ticket, m_centre));
    showFact(m_helperLabel, m_helper, words::helper(ticket));
    m_note->setMessage(Tone::Info, tr("Handed over: %1").arg(ticket.handoverNote));
    m_note->setVisible(!ticket.handoverNote.isEmpty());
    m_matter->setText(ticket.summary.isEmpty() ? tr("Nothing was written down at the desk.") : ticket.summary);
    showBadges();
    showState();
    tick();
    m_second.start();
    m_stack->setCurrentIndex(1);
    setEdge(ticket.threat || ticket.urgent ? Tone::Danger : Tone::Accent);
}

void VisitorCard::showBadges()
{
    delete m_badgeRow->layout();
    qDeleteAll(m_badgeRow->findChildren<Badge*>());
    auto* row = new QHBoxLayout(m_badgeRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    const TicketRow& ticket = *m_ticket;
    const auto add = [row](bool shown, Icons name, const QString& word, Tone tone) {
        if (shown)
            row->addWidget(new Badge(name, word, tone));
        return shown;
    };
    const Priority* priority = m_centre.findPriority(ticket.priority);
    bool any = add(ticket.urgent, Icons::Urgent, tr("Urgent"), Tone::Danger);
    any |= add(ticket.threat, Icons::Shield, tr("Mind safety"), Tone::Danger);
    any |= add(priority && priority->weight > 0, Icons::Elder, localName(priority, ticket.priority), Tone::Warning);
    any |= add(ticket.escort, Icons::Handshake, tr("Needs an escort"), Tone::Info);
    any |= add(ticket.hearing, Icons::SoundOff, tr("Hard of hearing"), Tone::Info);
    any |= add(ticket.wheelchair, Icons::Wheelchair, tr("Wheelchair"), Tone::Info);
    any |= add(ticket.repeat, Icons::History, tr("Came before"), Tone::Info);
    any |= add(ticket.confidential, Icons::Lock, tr("Confidential"), Tone::Info);
    row->addStretch(1);
    m_badgeRow->setVisible(any);
}

void VisitorCard::showState()
{
    const TicketRow& ticket = *m_ticket;
    if (ticket.status == TicketStatus::Serving) {
        m_state->setValue({Icons::Begin, words::of(ticket.status), Tone::Success});
        m_elapsedWord->setText(tr("serving time"));
    } else {
        m_state->setValue({Icons::Call, ticket.calls > 1 ? tr("Called %n times", nullptr, int(ticket.calls)) : words::of(ticket.status), Tone::Warning});
        m_elapsedWord->setText(tr("since the call"));
    }
    m_waited->setText(words::duration(ticket.waitedBy(m_clock.now())));
}

void VisitorCard::tick()
{
    if (!m_ticket)
        return;
    const bool isServing = m_ticket->status == TicketStatus::Serving;
    const Instant since = isServing ? m_ticket->begunAt : m_ticket->calledAt;
    const qint64 earlier = isServing ? m_ticket->servedSeconds : 0;
    m_elapsed->setText(elapsedText(earlier + m_clock.now().secondsSince(since)));
}

void VisitorCard::showNobody(const TicketRow* next, std::size_t waiting, bool isStaffed)
{
    m_ticket.reset();
    m_second.stop();
    m_stack->setCurrentIndex(0);
    setEdge(Tone::Text);
    m_state->setValue(isStaffed ? BadgeValue{Icons::Check, tr("Free"), Tone::Success} : BadgeValue{Icons::Minus, tr("Nobody here"), Tone::Muted});
    if (!isStaffed)
        m_empty->setContent(Icons::Window, tr("You are not sitting here"), tr("Choose your window or room above to call visitors."));
    else if (next)
        m_empty->setContent(Icons::Call, tr("Next: %1 · %2").arg(next->number, words::visitor(*next)),
                            tr("%n visitor(s) waiting. Press F2 to call.", nullptr, int(waiting)));
    else
        m_empty->setContent(Icons::Check, tr("Nobody is waiting"), tr("Visitors for the services of this place appear here by themselves."));
}

} // namespace onedoor

#include "moc_visitor_card.cpp"
