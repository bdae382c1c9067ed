// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/accounts/accounts_page.h"

#include "core/services/error_text.h"
#include "ui/models/when_ready.h"
#include "ui/pages/accounts/account_model.h"
#include "ui/pages/accounts/recovery_panel.h"
#include "ui/widgets/account_form.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/page_keys.h"
#include "ui/widgets/sheet.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int editorWidth = 400;
constexpr int sheetWidth = 640;

BadgeValue stateBadge(const AccountRow& account)
{
    return account.enabled ? BadgeValue{Icons::Check, AccountModel::tr("Active"), Tone::Success}
                           : BadgeValue{Icons::Lock, AccountModel::tr("Disabled"), Tone::Muted};
}

} // namespace

AccountsPage::AccountsPage(Gateway& gateway, const Session& session, StoreDoor& door, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_door(door), m_model(new AccountModel(gateway.centre(), this)),
      m_table(new DataTable), m_heading(new SectionHeading(tr("Accounts"))), m_title(new SectionHeading(tr("Account"))),
      m_form(new AccountForm(gateway.centre())), m_message(new Banner(Tone::Success, {}))
{
    m_message->hide();
    m_message->setClosable(true);
    makeActions();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::page, space::large, space::page, space::large);
    row->setSpacing(space::large);
    row->addWidget(makeList(), 1);
    row->addWidget(makeEditor());
    connect(m_form, &AccountForm::submitted, this, &AccountsPage::save);
    connect(m_message, &Banner::closed, m_message, &QWidget::hide);
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.centre)
            m_form->nameRoles(m_gateway.centre());
        if ((changes.accounts || changes.centre) && isVisible())
            refresh();
    });
}

void AccountsPage::makeActions()
{
    const auto make = [this](Icons name, const QString& text, const QKeySequence& keys, auto slot) {
        auto* action = new QAction(icon(name), text, this);
        action->setShortcut(keys);
        bindPageKeys(action, this);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_new = make(Icons::PersonAdd, tr("New account"), Qt::CTRL | Qt::Key_N, [this] { start(Task::New); });
    m_save = make(Icons::Check, tr("Save"), Qt::CTRL | Qt::Key_S, [this] { save(); });
    m_secret = make(Icons::Key, tr("New password or PIN"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, [this] { start(Task::Secret); });
    m_toggle = make(Icons::Lock, tr("Disable"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] { toggleEnabled(); });
    m_recovery = make(Icons::Shield, tr("New recovery key…"), Qt::CTRL | Qt::SHIFT | Qt::Key_K, [this] { renewRecoveryKey(); });
}

QWidget* AccountsPage::makeList()
{
    m_table->setModel(m_model);
    m_table->setKeyRole(AccountModel::keyRole);
    m_table->setMutedColumns({AccountModel::Login, AccountModel::Secret});
    m_table->setStretchColumn(AccountModel::Roles);
    m_table->setBadgeColumn(AccountModel::State, [this](const QModelIndex& index) {
        const AccountRow* account = m_model->at(index.row());
        return account ? stateBadge(*account) : BadgeValue{};
    });
    m_table->setAccessibleName(tr("Accounts"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_refreshing)
            start(Task::Change);
    });
    m_heading->addTrailing(new ActionButton(m_new));
    auto* card = new Card(nullptr, false);
    card->body()->addWidget(m_table);
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_heading);
    column->addWidget(m_message);
    column->addWidget(card, 1);
    column->addWidget(new ActionButton(m_recovery, Variant::Quiet), 0, Qt::AlignLeft);
    return whole;
}

QWidget* AccountsPage::makeEditor()
{
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_title);
    column->addWidget(m_form);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(new ActionButton(m_save, Variant::Primary));
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(new ActionButton(m_secret, Variant::Quiet), 0, Qt::AlignLeft);
    column->addWidget(new ActionButton(m_toggle, Variant::Quiet), 0, Qt::AlignLeft);
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(inside);
    area->viewport()->setAutoFillBackground(false); // the card shows through
    inside->setAutoFillBackground(false);
    auto* card = new Card;
    card->body()->addWidget(area);
    card->setFixedWidth(scaled(editorWidth));
    return card;
}

void AccountsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    readConfirmation();
}

void AccountsPage::refresh()
{
    whenReady(m_gateway.ask(m_session, AccountList{}), this, [this](const Result<AccountListReply>& reply) {
        if (!reply) {
            say(Unexpected(reply.error()), {});
            return;
        }
        const QString login = m_wanted.isEmpty() && current() ? current()->login : m_wanted;
        m_wanted.clear();
        m_refreshing = true;
        m_model->setAccounts(reply->accounts);
        m_heading->setCount(QString::number(m_model->rowCount()));
        m_table->selectRow(std::max(0, m_model->rowOf(login)));
        m_refreshing = false;
        if (m_task == Task::Change) // what is being typed for a new account or secret stays
            showCurrent();
    });
}

const AccountRow* AccountsPage::current() const
{
    return m_model->at(m_table->currentRow());
}

void AccountsPage::start(Task task)
{
    m_task = current() || task == Task::New ? task : Task::New;
    showCurrent();
    if (m_task != Task::Change)
        m_form->focusFirst();
}

void AccountsPage::showCurrent()
{
    const AccountRow* account = current();
    if (m_task == Task::New || !account) {
        m_title->setText(tr("New account"));
        m_form->startNew();
    } else if (m_task == Task::Secret) {
        m_title->setText(tr("New password or PIN"));
        m_form->startSecret(*account);
    } else {
        m_title->setText(tr("Account"));
        m_form->showAccount(*account);
    }
    const bool change = m_task == Task::Change && account;
    const bool self = account && account->login == m_session.login;
    m_secret->setEnabled(change);
    m_toggle->setEnabled(change && !self);
    m_toggle->setText(account && !account->enabled ? tr("Enable again") : tr("Disable"));
}

void AccountsPage::save()
{
    if (m_busy || !m_form->check())
        return;
    m_busy = true;
    const auto answer = [this](const QString& login, const QString& message) {
        return [this, login, message](const Result<AccountReply>& reply) { onSaved(login, message, reply); };
    };
    if (m_task == Task::New) {
        const AccountCreate command = m_form->creation();
        whenReady(m_gateway.send(m_session, command), this, [this, command](const Result<AccountReply>& reply) {
            onSaved(command.login, tr("%1 may sign in now.").arg(command.displayName), reply);
            if (reply && command.secretKind == SecretKind::Password)
                admit(command.login, command.secret);
        });
    } else if (m_task == Task::Secret) {
        const AccountSetSecret command = m_form->newSecret();
        whenReady(m_gateway.send(m_session, command), this, [this, command](const Result<AccountReply>& reply) {
            onSaved(command.login, tr("The new secret of %1 holds from now on.").arg(command.login), reply);
            if (reply && command.secretKind == SecretKind::Password)
                admit(command.login, command.secret);
            else if (reply)
                dismiss(command.login);
        });
    } else {
        const AccountChange command = m_form->change();
        whenReady(m_gateway.send(m_session, command), this, answer(command.login, tr("Saved.")));
    }
}

void AccountsPage::admit(const QString& login, const QString& password)
{
    whenReady(m_door.admitPassword(login, password), this, [this](const Result<void>& outcome) {
        if (!outcome)
            say(outcome, {});
    });
}

void AccountsPage::dismiss(const QString& login)
{
    whenReady(m_door.dismiss(login), this, [this](const Result<void>& outcome) {
        if (!outcome)
            say(outcome, {});
    });
}

void AccountsPage::toggleEnabled()
{
    const AccountRow* account = current();
    if (m_busy || !account)
        return;
    m_busy = true;
    const QString login = account->login;
    const bool enable = !account->enabled;
    whenReady(m_gateway.send(m_session, AccountChange{login, std::nullopt, std::nullopt, enable}), this, [this, login, enable](const Result<AccountReply>& reply) {
            onSaved(login, enable ? tr("%1 may sign in again.").arg(login) : tr("%1 may sign in no more.").arg(login), reply);
            if (reply && !enable)
                dismiss(login);
        });
}

void AccountsPage::renewRecoveryKey()
{
    if (!m_sheet) {
        m_sheet = new Sheet(this, tr("New recovery key"));
        m_sheet->setPanelWidth(sheetWidth);
        // Nothing of the key is left behind the page.
        connect(m_sheet, &Sheet::closed, this, [this] { m_sheet->setContent(new QWidget); });
    }
    auto* panel = new RecoveryPanel(m_gateway, m_session, m_door);
    connect(panel, &RecoveryPanel::finished, m_sheet, &Sheet::closeSheet);
    connect(panel, &RecoveryPanel::busyChanged, m_sheet, [this](bool busy) { m_sheet->setAutoClose(!busy); });
    m_sheet->setAutoClose(true);
    m_sheet->setContent(panel);
    m_sheet->openSheet();
    panel->setFocus();
}

/// The desk was locked, or its pages were made anew, before anybody could read what became of the new key.
void AccountsPage::readConfirmation()
{
    const std::optional<QFuture<Result<void>>> outcome = m_door.unreadConfirmation();
    if (!outcome || (m_sheet && m_sheet->isOpen())) // an open sheet tells it itself
        return;
    whenReady(*outcome, this, [this](const Result<void>& confirmed) {
        m_door.setConfirmationRead();
        m_door.forgetProposedKey();
        if (confirmed)
            m_message->setMessage(Tone::Success, tr("The new recovery key is proven and valid. Put the new paper into the safe, and keep the old one until a new backup is made."));
        else
            m_message->setMessage(Tone::Danger, tr("The recovery key was not replaced, the old one stays valid. Destroy the new paper. Reason: %1")
                                                    .arg(errorText(confirmed.error(), m_gateway.centre())));
        m_message->show();
    });
}

void AccountsPage::onSaved(const QString& login, const QString& message, const Result<AccountReply>& reply)
{
    m_busy = false;
    if (!reply) {
        const QString sentence = errorText(reply.error(), m_gateway.centre());
        if (!m_form->setError(reply.error(), sentence))
            say(Unexpected(reply.error()), {});
        return;
    }
    m_task = Task::Change;
    m_wanted = login;
    say({}, message);
    refresh();
}

void AccountsPage::say(const Result<void>& outcome, const QString& message)
{
    m_message->setMessage(outcome ? Tone::Success : Tone::Danger, outcome ? message : errorText(outcome.error(), m_gateway.centre()));
    m_message->show();
}

} // namespace onedoor

#include "moc_accounts_page.cpp"
