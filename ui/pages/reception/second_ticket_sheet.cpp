// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/second_ticket_sheet.h"

#include "ui/widgets/choice_field.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"

#include <QLabel>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

SecondTicketSheet::SecondTicketSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page)
    : Sheet(page, tr("Another ticket")), m_ticket(ticket), m_service(new ChoiceField(serviceChoices(centre), tr("Service of the other ticket"))),
      m_field(new FormField(tr("Service"), m_service)), m_refusal(new Banner(Tone::Danger, {})),
      m_issue(new Button(Icons::Print, tr("Issue and print"), Variant::Primary))
{
    m_service->setPlaceholderText(tr("Name, pinyin or keyword"));
    m_field->setRequired(true);
    m_field->setHint(tr("The visit and its matter stay the same; the visitor holds both tickets."));
    setContent(makeContent());
    addButtons();
    connect(m_service, &ChoiceField::confirmed, this, &SecondTicketSheet::submit);
    connect(m_service, &LookupField::escaped, this, &Sheet::closeSheet);
}

QWidget* SecondTicketSheet::makeContent()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::large);
    auto* who = new QLabel(u"%1 · %2"_s.arg(m_ticket.number, m_ticket.name));
    who->setTextFormat(Qt::PlainText);
    who->setWordWrap(true);
    setType(who, Type::Lead, true);
    column->addWidget(who);
    column->addWidget(m_refusal);
    m_refusal->hide();
    column->addWidget(m_field);
    column->addStretch(1);
    return content;
}

void SecondTicketSheet::addButtons()
{
    auto* cancel = new Button(tr("Cancel"), Variant::Quiet);
    connect(cancel, &QPushButton::clicked, this, &Sheet::closeSheet);
    connect(m_issue, &QPushButton::clicked, this, &SecondTicketSheet::submit);
    addButton(cancel);
    addButton(m_issue);
    m_issue->setIcon(icon(Icons::Print, Tone::OnAccent));
    m_issue->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto* action = new QAction(m_issue->text(), this);
    action->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, &SecondTicketSheet::submit);
    addAction(action);
}

void SecondTicketSheet::submit()
{
    if (!m_issue->isEnabled())
        return;
    m_service->settle();
    const QString service = m_service->key();
    m_field->setError(service.isEmpty() ? tr("Choose a service from the list.") : QString());
    if (service.isEmpty())
        m_service->setFocus();
    else
        Q_EMIT wanted(service);
}

void SecondTicketSheet::showRefusal(const QString& text)
{
    m_refusal->setMessage(Tone::Danger, text);
    m_refusal->show();
}

void SecondTicketSheet::setBusy(bool busy)
{
    m_issue->setEnabled(!busy);
}

} // namespace onedoor

#include "moc_second_ticket_sheet.cpp"
