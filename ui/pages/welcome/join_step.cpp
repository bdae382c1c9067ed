// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/join_step.h"

#include "core/services/error_text.h"
#include "ui/models/when_ready.h"
#include "ui/pages/welcome/folder_fault.h"
#include "ui/pages/welcome/folder_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLocale>
#include <QSysInfo>
#include <array>
#include <chrono>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr auto betweenLooks = std::chrono::milliseconds(150);
constexpr int longestName = 60;
constexpr std::uint64_t wholePercent = 100;

QString sizeText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(qint64(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

JoinStep::JoinStep(StoreDoor& door, WelcomeDraft& draft, QWidget* parent)
    : WelcomeStep(parent), m_door(door), m_draft(draft), m_message(new Banner(Tone::Info, {})), m_code(new TextField), m_name(new TextField),
      m_folder(new TextField), m_login(new TextField), m_password(new SecretField), m_otherCode(new Button(tr("&Another code"), Variant::Quiet))
{
    m_message->hide();
    auto* chooseFolder = new Button(tr("C&hange…"));
    chooseFolder->setAccessibleName(tr("Change the folder"));
    m_codeField = new FormField(tr("&Pairing code"), m_code);
    m_nameField = new FormField(tr("Na&me of this PC"), m_name);
    m_nameField->setHint(tr("So that people know which one is meant, such as: Window 2"));
    m_folderField = new FormField(tr("F&older of the store"), rowOf(m_folder, chooseFolder));
    m_folderField->setHint(tr("Empty or new, on a disk of this PC, not on a network drive or a USB stick"));
    m_loginField = new FormField(tr("&Login"), m_login);
    m_loginField->setHint(tr("Of an account of that centre which signs in with a password"));
    m_passwordField = new FormField(tr("Pass&word"), m_password);
    m_passwordField->setHint(tr("It opens the copy of the records on this PC; a PIN does not"));
    for (TextField* edit : {m_code, m_login})
        edit->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_name->setMaxLength(longestName);
    m_name->setText(QSysInfo::machineHostName().left(longestName));
    const std::array pairs{std::pair{m_code, m_codeField}, std::pair{m_name, m_nameField}, std::pair{m_folder, m_folderField},
                           std::pair{m_login, m_loginField}, std::pair{m_password->edit(), m_passwordField}};
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    column->addWidget(m_message);
    column->addWidget(m_codeField);
    column->addWidget(m_otherCode, 0, Qt::AlignLeft);
    column->addWidget(m_nameField);
    column->addWidget(m_folderField);
    auto* account = new QHBoxLayout;
    account->setSpacing(space::large);
    for (FormField* field : {m_loginField, m_passwordField})
        account->addWidget(field, 1, Qt::AlignTop);
    column->addLayout(account);
    for (const auto& [edit, field] : pairs) {
        connect(edit, &QLineEdit::textChanged, field, [field = field] { field->setError({}); });
        connect(edit, &TextField::submitted, this, &JoinStep::submit);
    }
    column->addStretch(1);
    connect(m_code, &QLineEdit::textChanged, this, &JoinStep::readCode);
    connect(m_otherCode, &QPushButton::clicked, this, &JoinStep::startOver);
    connect(chooseFolder, &QPushButton::clicked, this, [this] {
        askFolder(this, tr("Folder of the store"), [this](const QString& folder) { m_folder->setText(folder); });
    });
    connect(&m_timer, &QTimer::timeout, this, &JoinStep::sayProgress);
    m_timer.setInterval(betweenLooks);
    readCode();
    followPairing();
}

QString JoinStep::title() const
{
    return tr("Join a centre");
}

QString JoinStep::explanation() const
{
    return tr("An administrator of the centre opens the page \"Hall PCs\" on the host and chooses \"Let in another PC\". The code that "
              "appears there is good for 15 minutes.");
}

void JoinStep::enter()
{
    m_message->hide();
    if (m_folder->text().isEmpty())
        m_folder->setText(QDir::toNativeSeparators(m_door.proposedFolder(u"joined"_s)));
    (m_code->isEnabled() ? static_cast<QWidget*>(m_code) : m_login)->setFocus();
}

QString JoinStep::partText(const Error& error)
{
    if (error.field == u"host")
        return tr("It begins with the address and the port of the host, such as 192.168.1.20:7443, and a blank");
    if (error.field == u"fingerprint")
        return tr("Behind the address stand six groups of four characters; one is missing or mistyped");
    return tr("The code ends with two groups of four characters; one is missing or mistyped");
}

/// Says while the code is typed how far it is right; a fault is told when it is left incomplete.
void JoinStep::readCode()
{
    const Result<void> read = m_door.checkPairingCode(m_code->text());
    m_codeField->setHint(read ? tr("The code is complete") : partText(read.error()));
}

bool JoinStep::check()
{
    const Result<void> read = m_door.checkPairingCode(m_code->text());
    const bool isPaired = m_door.joinProgress().isPaired;
    m_codeField->setError(read ? QString() : partText(read.error()));
    m_nameField->setError(m_name->text().trimmed().isEmpty() ? tr("Enter a name") : QString());
    m_folderField->setError(isPaired ? QString() : folderFault(m_door, QDir::fromNativeSeparators(m_folder->text().trimmed()), UnfinishedStore::InTheWay));
    m_loginField->setError(m_login->text().trimmed().isEmpty() ? tr("Enter a login") : QString());
    m_passwordField->setError(m_password->text().isEmpty() ? tr("Enter a password") : QString());
    for (FormField* field : {m_codeField, m_nameField, m_folderField, m_loginField, m_passwordField}) {
        if (field->error().isEmpty())
            continue;
        field->editor()->setFocus();
        return false;
    }
    return true;
}

void JoinStep::submit()
{
    if (!m_busy && check())
        start();
}

void JoinStep::start()
{
    m_busy = true;
    m_message->hide();
    m_draft.folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    const QFuture<Result<StoreEntry>> future =
        m_door.join({m_code->text(), m_draft.folder, m_name->text().trimmed(), m_login->text().trimmed().toLower(), m_password->text()});
    m_timer.start();
    sayProgress();
    whenReady(future, this, [this](const Result<StoreEntry>& entry) { onJoined(entry); });
}

void JoinStep::sayProgress()
{
    const JoinProgress progress = m_door.joinProgress();
    const std::uint64_t percent = progress.inAll == 0 ? 0 : progress.done * wholePercent / progress.inAll;
    switch (progress.step) {
    case JoinProgress::Step::Pairing: Q_EMIT working(tr("Connecting to the host…")); break;
    case JoinProgress::Step::Preparing: Q_EMIT working(percent == 0 ? tr("The host prepares a copy…") : tr("The host prepares a copy: %1 %").arg(percent)); break;
    case JoinProgress::Step::Fetching: Q_EMIT working(tr("Fetching %1 of %2").arg(sizeText(progress.done), sizeText(progress.inAll))); break;
    case JoinProgress::Step::Verifying: Q_EMIT working(tr("Checking every entry: %1 %").arg(percent)); break;
    case JoinProgress::Step::Opening: Q_EMIT working(tr("Opening the store…")); break;
    }
}

bool JoinStep::stepBack()
{
    if (m_busy)
        m_door.stopJoining();
    return m_busy;
}

void JoinStep::onJoined(const Result<StoreEntry>& entry)
{
    m_busy = false;
    m_timer.stop();
    Q_EMIT working({});
    followPairing();
    if (!entry && m_door.holdsStore(m_draft.folder)) {
        Q_EMIT storeChosen(m_draft.folder);
        return;
    }
    if (!entry) {
        refuse(entry.error());
        return;
    }
    m_password->clear();
    m_draft.store = *entry;
    Q_EMIT done();
}

/// The host knows this PC by now: what it was told does not change any more.
void JoinStep::followPairing()
{
    const bool isPaired = m_door.joinProgress().isPaired;
    for (FormField* field : {m_codeField, m_nameField, m_folderField})
        field->setEnabled(!isPaired);
    m_otherCode->setVisible(isPaired);
}

void JoinStep::startOver()
{
    m_door.forgetJoining();
    for (FormField* field : {m_codeField, m_nameField, m_folderField})
        field->setEnabled(true);
    m_otherCode->hide();
    m_message->hide();
    m_code->clear();
    m_code->setFocus();
}

void JoinStep::say(Tone tone, const QString& text)
{
    m_message->setMessage(tone, text);
    m_message->show();
    Q_EMIT changed(); // brings the message into view
}

void JoinStep::refuse(const Error& error)
{
    const QString sentence = errorText(error, CentreDefinition{});
    const bool isPaired = m_door.joinProgress().isPaired;
    const auto showError = [](FormField* field, const QString& text) {
        field->setError(text);
        field->editor()->setFocus();
    };
    if (error.code == u"join.stopped")
        say(Tone::Info, isPaired ? tr("Stopped. What was fetched so far is kept: press Join to go on.") : tr("Stopped."));
    else if (error.code == u"keys.wrongSecret")
        showError(m_passwordField, tr("This login and password do not open the centre's records. Try again; the pairing code stays good."));
    else if (error.code == u"backup.storeThere")
        showError(m_folderField, tr("There are files in this folder; choose an empty or a new one"));
    else if (error.code == u"store.readOnly" || error.code == u"backup.noRoom" || error.kind == ErrorKind::Full)
        isPaired ? say(Tone::Danger, sentence) : showError(m_folderField, sentence);
    else if (!isPaired)
        showError(m_codeField, sentence);
    else
        say(Tone::Warning, tr("%1 What was fetched so far is kept: press Join to go on.").arg(sentence));
}

} // namespace onedoor

#include "moc_join_step.cpp"
