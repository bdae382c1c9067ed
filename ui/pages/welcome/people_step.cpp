// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/people_step.h"

#include "core/services/error_text.h"
#include "ui/models/local_name.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/account_form.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

PeopleStep::PeopleStep(StoreDoor& door, WelcomeDraft& draft, QWidget* parent)
    : WelcomeStep(parent), m_door(door), m_draft(draft), m_left(new QVBoxLayout), m_people(new QVBoxLayout),
      m_message(new Banner(Tone::Danger, {})), m_add(new Button(Icons::PersonAdd, tr("A&dd account")))
{
    m_message->hide();
    m_left->setSpacing(space::medium);
    m_left->addWidget(m_message);
    m_left->addStretch(1);
    auto* card = new Card;
    card->body()->addWidget(new SectionHeading(tr("Accounts")));
    card->body()->addLayout(m_people);
    card->body()->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::page);
    row->addLayout(m_left, 3);
    row->addWidget(card, 2);
    connect(m_add, &QPushButton::clicked, this, &PeopleStep::add);
}

QString PeopleStep::title() const
{
    return tr("Your colleagues");
}

QString PeopleStep::explanation() const
{
    return tr("Everybody signs in with an account of their own, so that the record can say who did what. More can be added at any time.");
}

QPushButton* PeopleStep::otherAct() const
{
    return m_add;
}

void PeopleStep::enter()
{
    if (!m_form) {
        m_form = new AccountForm(m_draft.centre);
        m_left->insertWidget(1, m_form);
        connect(m_form, &AccountForm::submitted, this, &PeopleStep::add);
        const Session& session = m_draft.store.session;
        list({session.login, session.displayName, {session.roles.begin(), session.roles.end()}, SecretKind::Password, {}});
    }
    m_form->focusFirst();
}

void PeopleStep::add()
{
    if (m_busy || !m_form->check())
        return;
    m_busy = true;
    Q_EMIT working(tr("Making the account…"));
    const AccountCreate command = m_form->creation();
    whenReady(m_draft.store.gateway->send(m_draft.store.session, command), this, [this, command](const Result<AccountReply>& reply) { onAdded(command, reply); });
}

void PeopleStep::onAdded(const AccountCreate& sent, const Result<AccountReply>& reply)
{
    m_busy = false;
    Q_EMIT working({});
    m_message->hide();
    if (!reply) {
        const QString sentence = errorText(reply.error(), m_draft.centre);
        if (!m_form->setError(reply.error(), sentence)) {
            m_message->setMessage(Tone::Danger, sentence);
            m_message->show();
        }
        return;
    }
    list(sent);
    m_form->startNew({sent.roles.begin(), sent.roles.end()});
    m_form->focusFirst();
    if (sent.secretKind == SecretKind::Password)
        whenReady(m_door.admitPassword(sent.login, sent.secret), this, [this](const Result<void>& admitted) {
            if (admitted)
                return;
            m_message->setMessage(Tone::Danger, errorText(admitted.error(), m_draft.centre));
            m_message->show();
        });
}

void PeopleStep::list(const AccountCreate& account)
{
    QStringList roles;
    for (const Role& role : m_draft.centre.roles)
        if (std::find(account.roles.begin(), account.roles.end(), role.key) != account.roles.end())
            roles.append(localName(role));
    auto* name = new QLabel(tr("%1 (%2)").arg(account.displayName, account.login));
    auto* role = new QLabel(roles.join(tr(", ", "between roles")));
    setType(role, Type::Caption);
    setTone(role, Tone::Muted);
    auto* cell = new QVBoxLayout;
    cell->setSpacing(0);
    cell->addWidget(name);
    cell->addWidget(role);
    auto* row = new QHBoxLayout;
    row->addWidget(new IconLabel(Icons::Check, 18, Tone::Success), 0, Qt::AlignTop);
    row->addLayout(cell, 1);
    m_people->addLayout(row);
}

} // namespace onedoor

#include "moc_people_step.cpp"
