// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/account_form.h"

#include "ui/models/local_name.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/theme/theme.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

AccountForm::AccountForm(const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent), m_name(new TextField), m_login(new TextField), m_secret(new SecretField)
{
    m_name->setMaxLength(60);
    m_login->setMaxLength(40);
    m_login->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_nameField = new FormField(tr("N&ame"), m_name);
    m_loginField = new FormField(tr("&Login"), m_login);
    m_loginField->setHint(tr("Lower-case letters, digits and dots, for example wang.fang"));
    m_rolesField = new FormField(tr("Roles"), makeRoles(centre));
    m_kindField = new FormField(tr("Signs in with"), makeKinds());
    m_secretField = new FormField(tr("Pass&word"), m_secret);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    for (FormField* field : fields()) {
        column->addWidget(field);
        field->setRequired(true);
    }
    for (TextField* edit : {m_name, m_login, m_secret->edit()})
        connect(edit, &TextField::submitted, this, &AccountForm::submitted);
    startNew();
}

QWidget* AccountForm::makeRoles(const CentreDefinition& centre)
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    for (const Role& role : centre.roles) {
        auto* box = new QCheckBox(localName(role));
        box->setObjectName(role.key);
        m_roles.append(box);
        column->addWidget(box);
    }
    if (!m_roles.isEmpty())
        whole->setFocusProxy(m_roles.first());
    return whole;
}

void AccountForm::nameRoles(const CentreDefinition& centre)
{
    for (QCheckBox* box : std::as_const(m_roles))
        box->setText(localName(centre.findRole(box->objectName()), box->objectName()));
}

QWidget* AccountForm::makeKinds()
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    m_password = new QRadioButton(tr("&Password: opens the store as well"));
    m_pin = new QRadioButton(tr("P&IN of 6 digits: once the store is open"));
    m_password->setChecked(true);
    column->addWidget(m_password);
    column->addWidget(m_pin);
    connect(m_pin, &QRadioButton::toggled, this, [this] { setKind(kind()); });
    whole->setFocusProxy(m_password);
    return whole;
}

QList<FormField*> AccountForm::fields() const
{
    return {m_nameField, m_loginField, m_rolesField, m_kindField, m_secretField};
}

void AccountForm::setMode(Mode mode)
{
    m_mode = mode;
    m_login->setReadOnly(mode != Mode::New);
    m_name->setReadOnly(mode == Mode::Secret);
    m_rolesField->setVisible(mode != Mode::Secret);
    m_kindField->setVisible(mode != Mode::Change);
    m_secretField->setVisible(mode != Mode::Change);
    m_secret->clear();
    m_secret->setRevealed(false);
    clearErrors();
}

void AccountForm::setKind(SecretKind kind)
{
    const bool pin = kind == SecretKind::Pin;
    (pin ? m_pin : m_password)->setChecked(true);
    m_secretField->setHint(pin ? tr("Six digits, no row such as 123456") : tr("At least 8 characters; a short sentence is easy to keep"));
    m_secretField->setLabel(pin ? tr("PIN") : tr("Pass&word"));
    m_secret->edit()->setInputMethodHints(pin ? Qt::ImhDigitsOnly | Qt::ImhSensitiveData : Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
}

SecretKind AccountForm::kind() const
{
    return m_pin->isChecked() ? SecretKind::Pin : SecretKind::Password;
}

void AccountForm::startNew(const QStringList& roles)
{
    m_name->clear();
    m_login->clear();
    for (QCheckBox* box : m_roles)
        box->setChecked(roles.contains(box->objectName()));
    setMode(Mode::New);
    setKind(SecretKind::Password);
}

void AccountForm::showAccount(const AccountRow& account)
{
    m_name->setText(account.displayName);
    m_login->setText(account.login);
    for (QCheckBox* box : m_roles)
        box->setChecked(std::find(account.roles.begin(), account.roles.end(), box->objectName()) != account.roles.end());
    setKind(account.secretKind);
    setMode(Mode::Change);
}

void AccountForm::startSecret(const AccountRow& account)
{
    showAccount(account);
    setMode(Mode::Secret);
    m_secret->setFocus();
}

std::vector<QString> AccountForm::checkedRoles() const
{
    std::vector<QString> roles;
    for (const QCheckBox* box : m_roles)
        if (box->isChecked())
            roles.push_back(box->objectName());
    return roles;
}

AccountCreate AccountForm::creation() const
{
    return {m_login->text().trimmed().toLower(), m_name->text().trimmed(), checkedRoles(), kind(), m_secret->text()};
}

AccountChange AccountForm::change() const
{
    return {m_login->text(), m_name->text().trimmed(), checkedRoles(), std::nullopt};
}

AccountSetSecret AccountForm::newSecret() const
{
    return {m_login->text(), kind(), m_secret->text()};
}

bool AccountForm::check()
{
    clearErrors();
    if (m_name->text().trimmed().isEmpty())
        m_nameField->setError(tr("Enter the name that colleagues see"));
    if (m_login->text().trimmed().isEmpty())
        m_loginField->setError(tr("Enter a login"));
    if (m_mode != Mode::Secret && checkedRoles().empty())
        m_rolesField->setError(tr("Choose at least one role"));
    if (m_mode != Mode::Change && m_secret->text().isEmpty())
        m_secretField->setError(kind() == SecretKind::Pin ? tr("Enter a PIN") : tr("Enter a password"));
    for (const FormField* field : fields())
        if (!field->error().isEmpty())
            return false;
    return true;
}

void AccountForm::clearErrors()
{
    for (FormField* field : fields())
        field->setError({});
}

bool AccountForm::setError(const Error& error, const QString& sentence)
{
    FormField* field = nullptr;
    if (error.field == u"login"_s)
        field = m_loginField;
    else if (error.field == u"displayName"_s)
        field = m_nameField;
    else if (error.field.startsWith(u"roles"_s))
        field = m_rolesField;
    else if (error.field == u"secret"_s || error.code.startsWith(u"secret."_s))
        field = m_secretField;
    if (field)
        field->setError(sentence);
    return field;
}

void AccountForm::focusFirst()
{
    if (m_mode == Mode::Secret)
        m_secret->setFocus();
    else
        m_name->setFocus();
}

} // namespace onedoor

#include "moc_account_form.cpp"
