// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/task_sheet.h"

#include "ui/models/route_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

TaskSheet::TaskSheet(const QString& title, const QString& doIt, const TicketRow& ticket, QWidget* page)
    : Sheet(page, title), m_ticket(ticket.ticket), m_refusal(new Banner(Tone::Danger, {})), m_do(new Button(doIt, Variant::Primary))
{
    auto* content = new QWidget;
    m_form = new QVBoxLayout(content);
    m_form->setSpacing(space::large);
    auto* who = new QLabel(u"%1 · %2"_s.arg(ticket.number, words::visitor(ticket)));
    setType(who, Type::Lead, true);
    m_form->addWidget(who);
    m_form->addWidget(m_refusal);
    m_refusal->hide();
    setContent(content);
    auto* cancel = new Button(tr("Cancel"), Variant::Quiet);
    connect(cancel, &QPushButton::clicked, this, &Sheet::closeSheet);
    connect(m_do, &QPushButton::clicked, this, [this] { submit(); });
    addButton(cancel);
    addButton(m_do);
    m_do->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto* action = new QAction(doIt, this);
    action->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, m_do, [this] {
        if (m_do->isEnabled())
            submit();
    });
    addAction(action);
}

void TaskSheet::showRefusal(const QString& text)
{
    m_refusal->setMessage(Tone::Danger, text);
    m_refusal->show();
}

void TaskSheet::setBusy(bool busy)
{
    m_do->setEnabled(!busy);
}

} // namespace onedoor

#include "moc_task_sheet.cpp"
