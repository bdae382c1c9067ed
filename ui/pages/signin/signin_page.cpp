// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/signin/signin_page.h"

#include "core/services/error_text.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/text_field.h"

#include <QDir>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 440;
constexpr int logoSize = 56;

bool isWrongSecret(const Error& error)
{
    return error.kind == ErrorKind::WrongKey || error.code == u"session.secret"_s || error.code == u"keys.noSlot"_s;
}

} // namespace

SignInPage::SignInPage(StoreDoor& door, const QString& folder, const QString& centreName, QWidget* parent)
    : QWidget(parent), m_door(door), m_folder(folder), m_sheets(new QStackedWidget), m_notice(new Banner(Tone::Info, {})),
      m_progress(new ProgressStrip), m_work(new QLabel)
{
    m_notice->hide();
    m_sheets->addWidget(makeSignIn());
    m_sheets->addWidget(makeRecovery());
    setTone(m_work, Tone::Muted);
    m_work->setAlignment(Qt::AlignHCenter);

    auto* column = new QVBoxLayout;
    column->setSpacing(space::large);
    column->addStretch(2);
    column->addWidget(makeHead(centreName));
    column->addWidget(m_notice);
    column->addWidget(m_sheets);
    column->addWidget(m_progress);
    column->addWidget(m_work);
    column->addStretch(3);
    auto* middle = new QWidget;
    middle->setFixedWidth(scaled(cardWidth));
    middle->setLayout(column);
    auto* row = new QHBoxLayout(this);
    row->addWidget(middle, 0, Qt::AlignHCenter);
    setFocusProxy(m_login);
    constexpr auto tick = std::chrono::milliseconds(250);
    m_ticking.setInterval(tick);
    connect(&m_ticking, &QTimer::timeout, this, &SignInPage::countDown);
    connect(m_login, &QLineEdit::textChanged, this, &SignInPage::countDown);
    setBusy({});
    showRecovery(false);
}

QWidget* SignInPage::makeHead(const QString& centreName)
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setSpacing(space::tight);
    auto* logo = new QLabel;
    logo->setPixmap(appIcon().pixmap(logoSize, logoSize));
    logo->setAlignment(Qt::AlignHCenter);
    auto* title = new QLabel(centreName.isEmpty() ? tr("OneDoor") : centreName);
    setType(title, Type::Title, true);
    title->setAlignment(Qt::AlignHCenter);
    title->setWordWrap(true);
    auto* store = new QLabel(QDir(m_folder).dirName());
    setType(store, Type::Caption);
    setTone(store, Tone::Muted);
    store->setAlignment(Qt::AlignHCenter);
    column->addWidget(logo);
    column->addSpacing(space::small);
    column->addWidget(title);
    column->addWidget(store);
    return whole;
}

QWidget* SignInPage::makeSignIn()
{
    auto* card = new Card;
    m_errors = new ErrorSummary;
    m_login = new TextField;
    m_login->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_loginField = new FormField(tr("&Login"), m_login);
    m_secret = new SecretField;
    m_secretField = new FormField(tr("&Password or PIN"), m_secret);
    auto* enter = new Button(tr("&Sign in"), Variant::Primary);
    enter->setObjectName(u"signIn"_s);
    m_enter = enter;
    auto* forgot = new Button(Icons::Key, tr("&Forgot: use the recovery key"), Variant::Quiet);
    auto* other = new Button(Icons::Archive, tr("&Another store…"), Variant::Quiet);
    card->body()->setSpacing(space::large);
    card->body()->addWidget(m_errors);
    card->body()->addWidget(m_loginField);
    card->body()->addWidget(m_secretField);
    card->body()->addWidget(enter);
    auto* links = new QVBoxLayout;
    links->setSpacing(space::tight);
    links->addWidget(forgot, 0, Qt::AlignLeft);
    links->addWidget(other, 0, Qt::AlignLeft);
    card->body()->addLayout(links);
    card->body()->addStretch(1); // an error makes the card longer, not the gaps wider
    connect(m_login, &TextField::submitted, this, [this] { m_secret->setFocus(); });
    connect(m_secret->edit(), &TextField::submitted, this, &SignInPage::signIn);
    connect(enter, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(forgot, &QPushButton::clicked, this, [this] { showRecovery(true); });
    connect(other, &QPushButton::clicked, this, &SignInPage::otherStoreWanted);
    return card;
}

QWidget* SignInPage::makeRecovery()
{
    auto* card = new Card;
    m_key = new TextField;
    m_key->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
    m_administrator = new TextField;
    m_administrator->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_newPassword = new SecretField;
    m_again = new SecretField;
    m_recoveryFields = {new FormField(tr("Recovery &key"), m_key), new FormField(tr("&Login of the administrator"), m_administrator),
                        new FormField(tr("&New password"), m_newPassword), new FormField(tr("New password a&gain"), m_again)};
    m_recoveryFields.at(0)->setHint(tr("Eight groups of five from the paper in the safe; hyphens may be left out"));
    auto* enter = new Button(tr("&Set the password and open"), Variant::Primary);
    auto* back = new Button(Icons::ArrowLeft, tr("&Back"), Variant::Quiet);
    card->body()->setSpacing(space::large);
    for (FormField* field : m_recoveryFields)
        card->body()->addWidget(field);
    card->body()->addWidget(enter);
    card->body()->addWidget(back, 0, Qt::AlignLeft);
    card->body()->addStretch(1);
    const QList<TextField*> edits{m_key, m_administrator, m_newPassword->edit(), m_again->edit()};
    for (int index = 0; index < edits.size(); ++index) {
        connect(edits.at(index), &TextField::submitted, this, &SignInPage::recover);
        connect(edits.at(index), &QLineEdit::textEdited, m_recoveryFields.at(index), [field = m_recoveryFields.at(index)] { field->setError({}); });
    }
    connect(enter, &QPushButton::clicked, this, &SignInPage::recover);
    connect(back, &QPushButton::clicked, this, [this] { showRecovery(false); });
    return card;
}

void SignInPage::showRecovery(bool recovery)
{
    m_sheets->setCurrentIndex(recovery ? 1 : 0);
    // The sheet out of sight must not make the page as tall as itself.
    m_sheets->widget(0)->setSizePolicy(QSizePolicy::Preferred, recovery ? QSizePolicy::Ignored : QSizePolicy::Preferred);
    m_sheets->widget(1)->setSizePolicy(QSizePolicy::Preferred, recovery ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    if (recovery) {
        m_administrator->setText(m_login->text());
        m_key->setFocus();
    } else {
        (m_login->text().isEmpty() ? static_cast<QWidget*>(m_login) : m_secret)->setFocus();
    }
}

void SignInPage::setLogin(const QString& login)
{
    m_login->setText(login);
    setFocusProxy(login.isEmpty() ? static_cast<QWidget*>(m_login) : m_secret);
    setFocus();
}

void SignInPage::setNotice(const QString& text)
{
    m_notice->setMessage(Tone::Info, text);
    m_notice->setVisible(!text.isEmpty());
}

void SignInPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showRecovery(m_sheets->currentIndex() == 1);
}

void SignInPage::setBusy(const QString& what)
{
    m_busy = !what.isEmpty();
    m_work->setText(what);
    m_sheets->setEnabled(!m_busy);
    if (m_busy)
        m_progress->start();
    else
        m_progress->finish();
}

void SignInPage::signIn()
{
    if (m_busy || !m_enter->isEnabled())
        return;
    m_loginField->setError(m_login->text().trimmed().isEmpty() ? tr("Enter your login") : QString());
    m_secretField->setError(m_secret->text().isEmpty() ? tr("Enter your password or PIN") : QString());
    m_errors->setErrors({});
    if (!m_loginField->error().isEmpty() || !m_secretField->error().isEmpty()) {
        (m_loginField->error().isEmpty() ? static_cast<QWidget*>(m_secret) : m_login)->setFocus();
        return;
    }
    setBusy(tr("Opening the store…"));
    whenReady(m_door.open(m_folder, m_login->text().trimmed().toLower(), m_secret->text()), this, [this](const Result<StoreEntry>& answer) { onAnswer(answer); });
}

void SignInPage::onAnswer(const Result<StoreEntry>& answer)
{
    setBusy({});
    if (!answer && answer.error().facts.value(u"elsewhere"_s).toBool()) {
        offerTakeOver(answer.error()); // the secret was right: it stays for the second attempt
        return;
    }
    m_secret->clear();
    if (answer) {
        Q_EMIT opened(*answer);
        return;
    }
    if (const int seconds = answer.error().facts.value(u"seconds"_s).toInt(); seconds > 0) {
        waitFor(m_login->text(), seconds);
        m_secret->setFocus();
        return;
    }
    const QString sentence = errorText(answer.error(), CentreDefinition{});
    if (isWrongSecret(answer.error()))
        m_secretField->setError(tr("Login and password or PIN do not go together"));
    else if (answer.error().field == u"secret"_s)
        m_secretField->setError(sentence);
    else
        m_errors->setErrors({FormError{sentence, nullptr}});
    m_secret->setFocus();
}

void SignInPage::waitFor(const QString& login, int seconds)
{
    m_waitingLogin = login.trimmed().toLower();
    m_free.setRemainingTime(std::chrono::seconds(seconds));
    m_ticking.start();
    countDown();
}

void SignInPage::countDown()
{
    if (m_waitingLogin.isEmpty())
        return;
    constexpr qint64 perSecond = 1000;
    constexpr qint64 perMinute = 60;
    const qint64 left = (m_free.remainingTime() + perSecond - 1) / perSecond;
    const bool waits = left > 0 && m_login->text().trimmed().toLower() == m_waitingLogin;
    const bool waited = !m_enter->isEnabledTo(m_sheets);
    m_enter->setEnabled(!waits);
    if (waits) {
        const int minutes = static_cast<int>(left / perMinute);
        const QString seconds = tr("%n second(s)", "to wait", static_cast<int>(left % perMinute));
        const QString wait = minutes > 0 ? tr("%1 %2", "minutes, seconds").arg(tr("%n minute(s)", "to wait", minutes), seconds) : seconds;
        m_secretField->setError(tr("Too many wrong attempts. You can try again in %1.").arg(wait));
        return;
    }
    if (waited) // only the wait's own sentence goes: another login's error stays to be read
        m_secretField->setError({});
    if (left <= 0) {
        m_ticking.stop();
        m_waitingLogin.clear();
    }
}

void SignInPage::offerTakeOver(const Error& error)
{
    auto* text = new QLabel(errorText(error, CentreDefinition{}) + u"\n\n"_s
                            + tr("Take it over only when you are sure that no other computer works with this folder: two that write at the same time "
                                 "damage the store."));
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    if (m_sheet)
        m_sheet->deleteLater();
    m_sheet = new Sheet(this, tr("Another computer holds this store"));
    m_sheet->setContent(text);
    auto* cancel = new Button(tr("&Leave it"));
    auto* take = new Button(tr("&Take the store over"), Variant::Danger);
    take->setObjectName(u"takeOver"_s);
    m_sheet->addButton(cancel);
    m_sheet->addButton(take);
    connect(cancel, &QPushButton::clicked, m_sheet, &Sheet::closeSheet);
    connect(take, &QPushButton::clicked, this, &SignInPage::takeOver);
    connect(m_sheet, &Sheet::closed, m_secret, &SecretField::clear);
    m_sheet->openSheet();
    cancel->setFocus();
}

void SignInPage::takeOver()
{
    if (m_busy) // pressed twice while the sheet slides away
        return;
    disconnect(m_sheet, &Sheet::closed, m_secret, nullptr);
    m_sheet->closeSheet();
    setBusy(tr("Taking the store over…"));
    whenReady(m_door.takeOver(m_folder), this, [this](const Result<void>& taken) {
        setBusy({});
        const bool byKey = m_sheets->currentIndex() == 1;
        if (taken)
            return byKey ? recover() : signIn();
        m_secret->clear();
        if (byKey)
            m_recoveryFields.at(0)->setError(errorText(taken.error(), CentreDefinition{}));
        else
            m_errors->setErrors({FormError{errorText(taken.error(), CentreDefinition{}), nullptr}});
    });
}

void SignInPage::recover()
{
    if (m_busy)
        return;
    const QList<bool> faults{m_key->text().trimmed().isEmpty(), m_administrator->text().trimmed().isEmpty(), m_newPassword->text().isEmpty(),
                             m_newPassword->text() != m_again->text()};
    const QStringList sentences{tr("Enter the recovery key"), tr("Enter the login"), tr("Enter a new password"), tr("The two passwords differ")};
    for (int index = 0; index < faults.size(); ++index)
        m_recoveryFields.at(index)->setError(faults.at(index) ? sentences.at(index) : QString());
    if (const auto first = faults.indexOf(true); first >= 0) {
        m_recoveryFields.at(first)->setFocus();
        return;
    }
    setBusy(tr("Opening the store with the recovery key…"));
    whenReady(m_door.recover({m_folder, m_key->text(), m_administrator->text().trimmed().toLower(), m_newPassword->text()}), this, [this](const Result<StoreEntry>& answer) { onRecovered(answer); });
}

void SignInPage::onRecovered(const Result<StoreEntry>& answer)
{
    setBusy({});
    if (!answer && answer.error().facts.value(u"elsewhere"_s).toBool()) {
        offerTakeOver(answer.error());
        return;
    }
    if (answer) {
        for (QLineEdit* edit : {m_key, m_newPassword->edit(), m_again->edit()})
            edit->clear();
        Q_EMIT opened(*answer);
        return;
    }
    const Error& error = answer.error();
    qsizetype field = 0;
    if (error.code.startsWith(u"secret."_s))
        field = 2;
    else if (error.code.startsWith(u"account."_s) || error.field == u"login"_s)
        field = 1;
    QString sentence = errorText(error, CentreDefinition{});
    if (error.kind == ErrorKind::WrongKey) {
        sentence = tr("This key does not open this store");
    } else if (error.code == u"session.notPermitted"_s) {
        field = 1;
        sentence = tr("This is not the login of an administrator");
    }
    m_recoveryFields.at(field)->setError(sentence);
    m_recoveryFields.at(field)->setFocus();
}

void SignInPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_sheets->currentIndex() == 1 && !m_busy)
        showRecovery(false);
    else
        QWidget::keyPressEvent(event);
}

} // namespace onedoor

#include "moc_signin_page.cpp"
