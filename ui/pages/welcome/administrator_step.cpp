// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/administrator_step.h"

#include "core/services/account_rules.h"
#include "core/services/error_text.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/theme/theme.h"

#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// The roles that may make accounts; the centre's file names them, not the program.
QStringList administratorRoles(const CentreDefinition& centre)
{
    QStringList keys;
    for (const Role& role : centre.roles)
        if (role.permits(u"account.create"_s))
            keys.append(role.key);
    return keys;
}

} // namespace

AdministratorStep::AdministratorStep(StoreDoor& door, WelcomeDraft& draft, QWidget* parent)
    : WelcomeStep(parent), m_door(door), m_draft(draft), m_errors(new ErrorSummary), m_name(new TextField), m_login(new TextField),
      m_password(new SecretField), m_again(new SecretField)
{
    m_login->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_nameField = new FormField(tr("N&ame"), m_name);
    m_loginField = new FormField(tr("&Login"), m_login);
    m_passwordField = new FormField(tr("Pass&word"), m_password);
    m_againField = new FormField(tr("Password a&gain"), m_again);
    m_loginField->setHint(tr("Lower-case letters, digits and dots, for example wang.fang"));
    m_passwordField->setHint(tr("At least 8 characters; a short sentence is easy to keep"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    column->addWidget(m_errors);
    for (FormField* field : fields()) {
        field->setRequired(true);
        column->addWidget(field);
    }
    column->addStretch(1);
    for (TextField* edit : {m_name, m_login, m_password->edit(), m_again->edit()})
        connect(edit, &TextField::submitted, this, &AdministratorStep::submit);
}

QList<FormField*> AdministratorStep::fields() const
{
    return {m_nameField, m_loginField, m_passwordField, m_againField};
}

QString AdministratorStep::title() const
{
    return tr("Your account");
}

QString AdministratorStep::explanation() const
{
    return tr("You become the administrator: you make the accounts of your colleagues. The password also opens the store.");
}

void AdministratorStep::enter()
{
    m_name->setFocus();
}

bool AdministratorStep::check()
{
    m_nameField->setError(m_name->text().trimmed().isEmpty() ? tr("Enter your name") : QString());
    const Result<QString> login = checkedLogin(m_login->text().trimmed());
    const Result<void> password = checkSecret(SecretKind::Password, m_password->text());
    m_loginField->setError(login ? QString() : m_login->text().trimmed().isEmpty() ? tr("Enter a login") : errorText(login.error(), m_draft.centre));
    m_passwordField->setError(password ? QString() : m_password->text().isEmpty() ? tr("Enter a password") : errorText(password.error(), m_draft.centre));
    const bool same = m_password->text() == m_again->text();
    if (m_again->text().isEmpty())
        m_againField->setError(tr("Enter the password once more"));
    else
        m_againField->setError(same ? QString() : tr("The two passwords differ"));
    return !m_errors->setErrorsOf(fields());
}

void AdministratorStep::submit()
{
    if (m_busy || !check())
        return;
    m_busy = true;
    Q_EMIT working(tr("Making keys and store; this takes some seconds…"));
    FoundingRequest request{m_draft.folder, m_draft.centre, m_login->text().trimmed().toLower(), m_name->text().trimmed(),
                            administratorRoles(m_draft.centre), m_password->text()};
    whenReady(m_door.found(std::move(request)), this, [this](const Result<FoundedStore>& founded) { onFounded(founded); });
}

void AdministratorStep::onFounded(const Result<FoundedStore>& founded)
{
    m_busy = false;
    Q_EMIT working({});
    if (founded) {
        m_draft.store = founded->store;
        m_draft.recoveryKey = founded->recoveryKey;
        m_password->clear();
        m_again->clear();
        Q_EMIT done();
        return;
    }
    const Error& error = founded.error();
    const QString sentence = errorText(error, m_draft.centre);
    if (error.field == u"login"_s || error.code.startsWith(u"account.login"_s))
        m_loginField->setError(sentence);
    else if (error.field == u"displayName"_s)
        m_nameField->setError(sentence);
    else if (error.code.startsWith(u"secret."_s))
        m_passwordField->setError(sentence);
    if (!m_errors->setErrorsOf(fields()))
        m_errors->setErrors({FormError{sentence, nullptr}});
}

} // namespace onedoor

#include "moc_administrator_step.cpp"
