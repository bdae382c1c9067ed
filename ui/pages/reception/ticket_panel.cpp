// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/ticket_panel.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/wait_words.h"
#include "ui/models/when_ready.h"
#include "ui/models/route_words.h"
#include "ui/models/words.h"
#include "ui/pages/reception/ticket_badges.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"

#include <QFormLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QLabel* makeText()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // a visitor's words are no markup
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TicketPanel::TicketPanel(Gateway& gateway, const Session& session, const QList<QAction*>& actions, QWidget* parent)
    : Card(parent)
    , m_gateway(gateway)
    , m_session(session)
    , m_stack(new QStackedWidget)
    , m_headline(makeText())
    , m_number(new TicketBadge(QString(), Type::Display))
    , m_status(new Badge(BadgeValue{}))
    , m_print(new Badge(BadgeValue{}))
    , m_name(makeText())
    , m_service(makeText())
    , m_places(makeText())
    , m_ahead(makeText())
    , m_wait(makeText())
    , m_arrived(makeText())
    , m_marks{new Badge(BadgeValue{}), new Badge(BadgeValue{}), new Badge(BadgeValue{}), new Badge(BadgeValue{}), new Badge(BadgeValue{})}
    , m_summary(makeText())
    , m_route(makeText())
    , m_helper(makeText())
{
    build(actions);
    clear();
}

QWidget* TicketPanel::makeHints()
{
    auto* hints = new QWidget;
    auto* column = new QVBoxLayout(hints);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new EmptyState(Icons::Ticket, tr("No ticket chosen"),
                                     tr("Type a name, telephone or document number above and press Enter. "
                                        "The ticket then appears here.")),
                      1);
    return hints;
}

QLabel* TicketPanel::addFact(QFormLayout* facts, const QString& name)
{
    auto* label = new QLabel(name);
    setTone(label, Tone::Muted);
    auto* value = makeText();
    value->setAccessibleName(name);
    facts->addRow(label, value);
    return value;
}

/// One below the other: beside each other large type would cut them off.
QWidget* TicketPanel::makeButtons(const QList<QAction*>& actions)
{
    auto* buttons = new QWidget;
    auto* column = new QVBoxLayout(buttons);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::small);
    for (QAction* action : actions) {
        auto* button = new ActionButton(action, Variant::Secondary, buttons);
        column->addWidget(button, 0, Qt::AlignLeft);
        const auto follow = [action, button] { button->setVisible(action->isEnabled()); };
        connect(action, &QAction::changed, button, follow);
        follow();
    }
    return buttons;
}

void TicketPanel::build(const QList<QAction*>& actions)
{
    auto* view = new QWidget;
    view->setProperty("page", true);
    auto* column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, space::small, 0);
    column->setSpacing(space::medium);
    setType(m_headline, Type::Lead, true);
    column->addWidget(m_headline);
    auto* top = new QHBoxLayout;
    top->setSpacing(space::medium);
    top->addWidget(m_number);
    auto* badges = new QVBoxLayout;
    badges->setSpacing(space::tight);
    for (Badge* badge : {m_status, m_print})
        badges->addWidget(badge, 0, Qt::AlignLeft);
    top->addLayout(badges);
    top->addStretch(1);
    column->addLayout(top);
    for (Badge* mark : m_marks)
        column->addWidget(mark, 0, Qt::AlignLeft);
    auto* facts = new QFormLayout;
    facts->setContentsMargins(0, 0, 0, 0);
    facts->setHorizontalSpacing(space::large);
    facts->setVerticalSpacing(space::small);
    facts->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    delete std::exchange(m_name, addFact(facts, tr("Name")));
    delete std::exchange(m_service, addFact(facts, tr("Service")));
    delete std::exchange(m_places, addFact(facts, tr("Where to")));
    delete std::exchange(m_route, addFact(facts, tr("Stops")));
    delete std::exchange(m_helper, addFact(facts, tr("Helper")));
    m_facts = facts;
    delete std::exchange(m_ahead, addFact(facts, tr("People ahead")));
    delete std::exchange(m_wait, addFact(facts, tr("Expected wait")));
    delete std::exchange(m_arrived, addFact(facts, tr("Arrived")));
    delete std::exchange(m_summary, addFact(facts, tr("Matter")));
    column->addLayout(facts);
    column->addWidget(makeButtons(actions));
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidget(view);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    m_stack->addWidget(makeHints());
    m_stack->addWidget(area);
    body()->addWidget(m_stack, 1);
}

void TicketPanel::fill(std::uint32_t ahead)
{
    m_number->setUrgent(m_ticket.urgent);
    m_number->setNumber(m_ticket.number);
    m_status->setValue(badgeOf(m_ticket.status));
    showPrint();
    m_name->setText(m_ticket.headcount > 1 ? tr("%1, %n people in all", nullptr, static_cast<int>(m_ticket.headcount)).arg(words::visitor(m_ticket))
                                           : words::visitor(m_ticket));
    const CentreDefinition& centre = m_gateway.centre();
    m_service->setText(localName(centre.findService(m_ticket.service), m_ticket.service));
    m_ahead->setText(m_ticket.status == TicketStatus::Waiting ? tr("%n people", nullptr, static_cast<int>(ahead)) : tr("none"));
    m_arrived->setText(timeText(m_ticket.arrivedAt, centre.offsetMinutes));
    m_route->setText(words::route(m_ticket, centre));
    m_facts->setRowVisible(m_route, !m_route->text().isEmpty());
    m_helper->setText(words::helper(m_ticket));
    m_facts->setRowVisible(m_helper, !m_helper->text().isEmpty());
    const QList<BadgeValue> notes = noteBadgesOf(m_ticket);
    for (std::size_t at = 0; at < m_marks.size(); ++at) {
        m_marks[at]->setVisible(qsizetype(at) < notes.size());
        m_marks[at]->setValue(notes.value(qsizetype(at)));
    }
    if (!m_ticket.summary.isEmpty())
        m_summary->setText(m_ticket.summary);
    askWait();
}

void TicketPanel::showPrint()
{
    m_print->setValue(m_printing.contains(m_ticket.ticket) ? BadgeValue{Icons::Print, tr("Printing"), Tone::Info} : badgeOf(m_ticket.print));
}

void TicketPanel::setPrinting(TicketId ticket, bool isPrinting)
{
    if (isPrinting)
        m_printing.insert(ticket);
    else
        m_printing.remove(ticket);
    if (!isEmpty())
        showPrint();
}

void TicketPanel::askWait()
{
    const std::uint64_t question = ++m_waitQuestion;
    if (m_waitOf != m_ticket.ticket || m_ticket.status != TicketStatus::Waiting)
        m_wait->setText(u"–"_s);
    m_waitOf = m_ticket.ticket;
    if (m_ticket.status != TicketStatus::Waiting)
        return;
    whenReady(m_gateway.ask(m_session, QueueEstimate{.ticket = m_ticket.ticket.toString()}), this,
              [this, question](const Result<EstimateList>& answer) {
                  // A refusal: the visitor was called a moment ago, and the next refresh says so.
                  if (question != m_waitQuestion || !answer || answer->estimates.empty())
                      return;
                  const WaitEstimate& estimate = answer->estimates.front();
                  m_wait->setText(words::wait(estimate));
                  setTone(m_wait, estimate.level == WaitLevel::VeryLong ? Tone::Danger
                                  : estimate.level == WaitLevel::Long   ? Tone::Warning
                                                                        : Tone::Info);
              });
}

void TicketPanel::fillPlaces(const QStringList& keys)
{
    QStringList names;
    for (const QString& key : keys) {
        const Place* place = m_gateway.centre().findPlace(key);
        names.append(place ? localShortLabel(*place) : key);
    }
    m_places->setText(names.join(u'\n'));
}

void TicketPanel::showIssued(const TicketRow& ticket, std::uint32_t ahead, const std::vector<QString>& places)
{
    showTicket(ticket, ahead);
    m_headline->setText(tr("Registered. Please hand over the slip."));
    fillPlaces(QStringList(places.begin(), places.end()));
}

void TicketPanel::showTicket(const TicketRow& ticket, std::uint32_t ahead)
{
    m_ticket = ticket;
    m_headline->setText(tr("Ticket of today"));
    m_summary->clear();
    QStringList keys;
    if (!ticket.place.isEmpty() || !ticket.toPlace.isEmpty()) {
        keys.append(ticket.place.isEmpty() ? ticket.toPlace : ticket.place);
    } else {
        for (const Place* place : m_gateway.centre().placesServing(ticket.service))
            keys.append(place->key);
    }
    fillPlaces(keys);
    fill(ahead);
    m_stack->setCurrentIndex(1);
    if (ticket.summary.isEmpty())
        askDetails();
}

void TicketPanel::refresh(const TicketRow& ticket, std::uint32_t ahead)
{
    m_ticket = ticket;
    fill(ahead);
}

void TicketPanel::askDetails()
{
    const std::uint64_t question = ++m_question;
    whenReady(m_gateway.ask(m_session, VisitShow{m_ticket.visit}), this, [this, question](const Result<VisitDetails>& details) {
        if (question != m_question)
            return;
        if (!details) {
            Q_EMIT failed(details.error());
            return;
        }
        m_summary->setText(details->matter.summary);
    });
}

void TicketPanel::clear()
{
    m_ticket = {};
    ++m_question;
    m_stack->setCurrentIndex(0);
}

} // namespace onedoor

#include "moc_ticket_panel.cpp"
