// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/closing_sheet.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/day_words.h"
#include "ui/models/local_name.h"
#include "ui/models/when_ready.h"
#include "ui/models/words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QComboBox>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 640;
constexpr int numberWidth = 96;

void fillActs(QComboBox* box, std::optional<ClosingAct> chosen)
{
    for (const auto& [act, word] : EnumWords<ClosingAct>::values)
        box->addItem(words::of(act), int(act));
    if (chosen)
        box->setCurrentIndex(box->findData(int(*chosen)));
}

} // namespace

ClosingSheet::ClosingSheet(Gateway& gateway, const Session& session, QWidget* page)
    : Sheet(page, tr("Close the day")), m_gateway(gateway), m_session(session), m_intro(new QLabel), m_refusal(new Banner(Tone::Danger, {})),
      m_list(new QVBoxLayout), m_close(new Button(tr("Close the day"), Variant::Primary))
{
    setPanelWidth(panelWidth);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::medium);
    m_intro->setWordWrap(true);
    m_refusal->hide();
    m_list->setSpacing(space::small);
    column->addWidget(m_refusal);
    column->addWidget(m_intro);
    column->addLayout(m_list);
    column->addStretch(1);
    setContent(content);
    auto* cancel = new Button(tr("Cancel"), Variant::Quiet);
    connect(cancel, &QPushButton::clicked, this, &Sheet::closeSheet);
    connect(m_close, &QPushButton::clicked, this, &ClosingSheet::submit);
    m_close->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    addButton(cancel);
    addButton(m_close);
    auto* action = new QAction(tr("Close the day"), this);
    action->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, &ClosingSheet::submit);
    addAction(action);
    m_close->setEnabled(false);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    ask();
}

void ClosingSheet::ask()
{
    whenReady(m_gateway.ask(m_session, DayStatus{}), this, [this](const Result<DayOutline>& reply) {
        if (reply)
            showOutline(*reply);
        else
            complain(reply.error());
    });
}

QString ClosingSheet::introduction() const
{
    QStringList parts;
    if (m_outline.open.empty())
        parts.append(tr("Nothing is open any more."));
    else
        parts.append(tr("%n ticket(s) are still open. What is carried over waits again on %1, with the arrival time that it has.", nullptr,
                        int(m_outline.open.size()))
                         .arg(dayText(m_outline.nextDay)));
    if (m_outline.isOpen)
        parts.append(tr("The centre is open until %1: whoever comes after this is closed later.").arg(timeText(m_outline.closesAt, m_gateway.centre().offsetMinutes)));
    return parts.join(u' ');
}

void ClosingSheet::showOutline(const DayOutline& outline)
{
    m_outline = outline;
    m_intro->setText(introduction());
    if (outline.open.size() > 1)
        m_list->addWidget(makeAll());
    for (const OpenTicket& open : outline.open)
        m_list->addWidget(lineFor(open));
    m_close->setEnabled(true);
    if (m_choices.empty())
        m_close->setFocus(Qt::OtherFocusReason);
    else
        m_choices.front().second->setFocus(Qt::OtherFocusReason);
}

/// One choice for the whole list.
QWidget* ClosingSheet::makeAll()
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("All of them"));
    auto* box = new QComboBox;
    box->addItem(tr("As the centre's rule proposes"), -1);
    fillActs(box, {});
    box->setCurrentIndex(0);
    box->setAccessibleName(tr("For all of them"));
    connect(box, &QComboBox::activated, this, [this, box] {
        for (std::size_t at = 0; at < m_choices.size(); ++at) {
            const int act = box->currentData().toInt();
            QComboBox* each = m_choices[at].second;
            each->setCurrentIndex(each->findData(act < 0 ? int(m_outline.open[at].proposed) : act));
        }
    });
    row->addWidget(label);
    row->addStretch(1);
    row->addWidget(box);
    return line;
}

QWidget* ClosingSheet::lineFor(const OpenTicket& open)
{
    const TicketRow& ticket = open.ticket;
    const CentreDefinition& centre = m_gateway.centre();
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    auto* number = new TicketBadge(ticket.number);
    number->setMinimumWidth(scaled(numberWidth));
    const QString service = localName(centre.findService(ticket.service), ticket.service);
    const QString came = timeText(ticket.arrivedAt, centre.offsetMinutes);
    auto* what = new QLabel(tr("%1 · %2 · came %3", "state, service, time").arg(words::of(ticket.status), service, came));
    what->setWordWrap(true);
    setTone(what, Tone::Muted);
    auto* box = new QComboBox;
    fillActs(box, open.proposed);
    box->setAccessibleName(tr("What becomes of %1", "a ticket").arg(ticket.number));
    row->addWidget(number);
    row->addWidget(what, 1);
    row->addWidget(box);
    m_choices.emplace_back(ticket.ticket, box);
    return line;
}

std::vector<ClosingChoice> ClosingSheet::choices() const
{
    std::vector<ClosingChoice> all;
    for (const auto& [ticket, box] : m_choices)
        all.push_back({ticket.toString(), static_cast<ClosingAct>(box->currentData().toInt())});
    return all;
}

void ClosingSheet::submit()
{
    if (!m_close->isEnabled())
        return;
    m_close->setEnabled(false);
    whenReady(m_gateway.send(m_session, DayClose{choices(), true}), this, [this](const Result<DayClosing>& reply) {
        m_close->setEnabled(true);
        if (!reply)
            return complain(reply.error());
        Q_EMIT dayClosed(*reply);
        closeSheet();
    });
}

void ClosingSheet::complain(const Error& error)
{
    m_refusal->setMessage(Tone::Danger, errorText(error, m_gateway.centre()));
    m_refusal->show();
}

} // namespace onedoor

#include "moc_closing_sheet.cpp"
