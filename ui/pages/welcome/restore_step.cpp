// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/restore_step.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/when_ready.h"
#include "ui/pages/welcome/folder_fault.h"
#include "ui/pages/welcome/folder_row.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_field.h"

#include <QDir>
#include <QFileDialog>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <array>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int wholePercent = 100;

void showError(FormField* field, const QString& error)
{
    field->setError(error);
    field->editor()->setFocus();
}

} // namespace

RestoreStep::RestoreStep(StoreDoor& door, WelcomeDraft& draft, QWidget* parent)
    : WelcomeStep(parent), m_door(door), m_draft(draft), m_sheets(new QStackedWidget), m_message(new Banner(Tone::Info, {})),
      m_backup(new TextField), m_about(new QLabel), m_aboutCard(new Card), m_folder(new TextField),
      m_way(new SegmentedControl(tr("What opens the backup"))), m_key(new TextField), m_login(new TextField), m_password(new SecretField),
      m_again(new SecretField), m_result(new QLabel)
{
    m_message->hide();
    m_sheets->addWidget(makeForm());
    m_sheets->addWidget(makeResult());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    column->addWidget(m_message);
    column->addWidget(m_sheets, 1);
    follow();
}

QWidget* RestoreStep::makeForm()
{
    auto* chooseBackup = new Button(tr("&Choose…"));
    chooseBackup->setAccessibleName(tr("Choose the backup"));
    auto* chooseFolder = new Button(tr("C&hange…"));
    chooseFolder->setAccessibleName(tr("Change the folder"));
    m_backupField = new FormField(tr("&Folder of the backup"), rowOf(m_backup, chooseBackup));
    m_folderField = new FormField(tr("F&older of the store"), rowOf(m_folder, chooseFolder));
    m_folderField->setHint(tr("Empty or new, on a disk of this PC, not on a network drive or a USB stick"));
    m_keyField = new FormField(tr("Recovery &key"), m_key);
    m_keyField->setHint(tr("Eight groups of five from the paper in the safe; hyphens may be left out"));
    m_loginField = new FormField(tr("&Login of an administrator"), m_login);
    m_passwordField = new FormField(tr("Pass&word"), m_password);
    m_againField = new FormField(tr("New password a&gain"), m_again);
    const std::array pairs{std::pair{m_backup, m_backupField}, std::pair{m_folder, m_folderField}, std::pair{m_key, m_keyField},
                           std::pair{m_login, m_loginField}, std::pair{m_password->edit(), m_passwordField}, std::pair{m_again->edit(), m_againField},
                           std::pair{m_password->edit(), m_againField}}; // a new password may be the one of the second field
    for (const auto& [edit, field] : pairs)
        connect(edit, &QLineEdit::textChanged, field, [field = field] { field->setError({}); });
    m_login->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_key->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    m_aboutCard->body()->addWidget(m_about);
    m_way->addSegment(Icons::Lock, tr("With a password"), false);
    m_way->addSegment(Icons::Key, tr("With the recovery key"), true);

    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    for (QWidget* part : {static_cast<QWidget*>(m_backupField), static_cast<QWidget*>(m_aboutCard), static_cast<QWidget*>(m_folderField)})
        column->addWidget(part);
    column->addWidget(m_way, 0, Qt::AlignLeft);
    for (FormField* field : {m_keyField, m_loginField, m_passwordField, m_againField})
        column->addWidget(field);
    column->addStretch(1);
    connect(chooseBackup, &QPushButton::clicked, this, &RestoreStep::askBackup);
    connect(chooseFolder, &QPushButton::clicked, this, [this] {
        askFolder(this, tr("Folder of the store"), [this](const QString& folder) { m_folder->setText(folder); });
    });
    connect(m_backup, &QLineEdit::editingFinished, this, [this] { this->chooseBackup(m_backup->text()); });
    connect(m_way, &SegmentedControl::currentChanged, this, &RestoreStep::follow);
    for (TextField* edit : {m_key, m_login, m_password->edit(), m_again->edit()})
        connect(edit, &TextField::submitted, this, &RestoreStep::submit);
    return form;
}

QWidget* RestoreStep::makeResult()
{
    auto* sheet = new QWidget;
    m_result->setWordWrap(true);
    m_result->setTextFormat(Qt::PlainText);
    auto* card = new Card;
    card->setEdge(Tone::Success);
    card->body()->addWidget(m_result);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    column->addStretch(1);
    return sheet;
}

bool RestoreStep::isDone() const
{
    return m_sheets->currentIndex() == 1;
}

bool RestoreStep::byRecoveryKey() const
{
    return m_way->currentData().toBool();
}

QString RestoreStep::title() const
{
    return isDone() ? tr("The backup is restored") : tr("Restore from a backup");
}

QString RestoreStep::explanation() const
{
    return isDone() ? tr("The store goes on under a new number of its own, so that nothing is mixed up with what the old PC may still write.")
                    : tr("The backup is checked entry by entry before anything is copied. It stays as it is.");
}

void RestoreStep::enter()
{
    m_message->hide();
    m_backup->setFocus();
}

void RestoreStep::follow()
{
    const bool byKey = byRecoveryKey();
    m_keyField->setVisible(byKey);
    m_againField->setVisible(byKey);
    m_passwordField->setLabel(byKey ? tr("New pass&word") : tr("Pass&word"));
    m_passwordField->setHint(byKey ? tr("The new password of this administrator: at least 8 characters")
                                   : tr("The password of the day on which the backup was made; a PIN does not open a backup"));
    m_aboutCard->setVisible(!m_facts.folder.isEmpty());
}

void RestoreStep::chooseBackup(const QString& path)
{
    m_facts = {};
    if (path.trimmed().isEmpty()) {
        follow();
        return;
    }
    const Result<BackupFacts> facts = m_door.describeBackup(QDir::fromNativeSeparators(path.trimmed()));
    if (facts) {
        m_facts = *facts;
        m_backup->setText(QDir::toNativeSeparators(m_facts.folder));
        m_about->setText(tr("%1\nSaved on %2, %n entries", nullptr, static_cast<int>(m_facts.entries)).arg(m_facts.centreName, momentText(m_facts.madeAt, std::nullopt)));
        if (m_folder->text().isEmpty())
            m_folder->setText(QDir::toNativeSeparators(m_door.proposedFolder(m_facts.centreCode)));
        m_backupField->setError({});
    } else {
        const bool missing = facts.error().kind == ErrorKind::NotFound;
        m_backup->setText(path);
        m_backupField->setError(missing ? tr("There is no backup here. Choose the folder that holds the file manifest.json.")
                                        : errorText(facts.error(), CentreDefinition{}));
    }
    follow();
}

void RestoreStep::askBackup()
{
    auto* dialog = new QFileDialog(this, tr("Folder of the backup"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &RestoreStep::chooseBackup);
    dialog->open();
}

bool RestoreStep::check()
{
    if (m_facts.folder.isEmpty() && m_backupField->error().isEmpty())
        m_backupField->setError(tr("Choose the folder of the backup"));
    m_folderField->setError(folderFault(m_door, QDir::fromNativeSeparators(m_folder->text().trimmed()), UnfinishedStore::InTheWay));
    m_keyField->setError(byRecoveryKey() && m_key->text().trimmed().isEmpty() ? tr("Enter the recovery key") : QString());
    m_loginField->setError(m_login->text().trimmed().isEmpty() ? tr("Enter a login") : QString());
    m_passwordField->setError(m_password->text().isEmpty() ? tr("Enter a password") : QString());
    m_againField->setError(byRecoveryKey() && m_password->text() != m_again->text() ? tr("The two passwords differ") : QString());
    for (FormField* field : {m_backupField, m_folderField, m_keyField, m_loginField, m_passwordField, m_againField}) {
        if (field->error().isEmpty())
            continue;
        field->editor()->setFocus();
        return false;
    }
    return true;
}

void RestoreStep::submit()
{
    if (isDone())
        Q_EMIT done();
    else if (!m_busy && check())
        start();
}

void RestoreStep::start()
{
    m_busy = true;
    m_message->hide();
    m_draft.folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    const RestoreRequest request{m_facts.folder, m_draft.folder, m_login->text().trimmed().toLower(), m_password->text(),
                                 byRecoveryKey() ? m_key->text() : QString()};
    Q_EMIT working(tr("Checking the backup…"));
    const QFuture<Result<RestoredStore>> future = m_door.restore(request);
    auto* watcher = new QFutureWatcher<Result<RestoredStore>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, &RestoreStep::onProgress);
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(future);
    whenReady(future, this, [this](const Result<RestoredStore>& restored) { onRestored(restored); });
}

void RestoreStep::onProgress(int percent)
{
    if (m_busy)
        Q_EMIT working(percent < wholePercent ? tr("Checking the backup: %1 %").arg(percent) : tr("Copying and opening the store…"));
}

bool RestoreStep::stepBack()
{
    if (m_busy)
        m_door.stopRestoring();
    return m_busy;
}

void RestoreStep::onRestored(const Result<RestoredStore>& restored)
{
    m_busy = false;
    Q_EMIT working({});
    if (!restored) {
        refuse(restored.error());
        return;
    }
    m_password->clear();
    m_again->clear();
    m_key->clear();
    m_draft.store = restored->store;
    m_result->setText(tr("%1\n\nAll %n entries of the backup of %2 were checked: none is missing and none was changed. The files in the new folder "
                         "are the same byte for byte.\n\n%3",
                         nullptr, static_cast<int>(restored->facts.entries))
                          .arg(restored->facts.centreName, momentText(restored->facts.madeAt, m_draft.store.gateway->centre().offsetMinutes), QDir::toNativeSeparators(m_draft.folder)));
    m_sheets->setCurrentIndex(1);
    m_sheets->widget(0)->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored); // the form behind needs no room any more
    Q_EMIT changed();
}

void RestoreStep::refuse(const Error& error)
{
    const QString sentence = errorText(error, CentreDefinition{});
    const bool byKey = byRecoveryKey();
    if (error.code == u"verification.stopped"_s) {
        m_message->setMessage(Tone::Info, tr("Stopped. Nothing was left behind; you can begin again."));
        m_message->show();
    } else if (error.kind == ErrorKind::WrongKey && error.code == u"keys.wrongSecret"_s) {
        showError(byKey ? m_keyField : m_passwordField,
                  byKey ? tr("This key does not open this backup. Take the paper of the time when it was made.")
                        : tr("This login and password do not open the backup. Try those of the day when it was made, or the recovery key."));
    } else if (error.code.startsWith(u"keys.recovery"_s)) {
        showError(m_keyField, sentence);
    } else if (error.code.startsWith(u"secret."_s) || error.code == u"session.secret"_s) {
        showError(m_passwordField, sentence);
    } else if (error.code.startsWith(u"account."_s) || error.code == u"session.notPermitted"_s) {
        showError(m_loginField, tr("This is not the login of an administrator in this backup"));
    } else if (error.code == u"backup.storeThere"_s) {
        showError(m_folderField, tr("There are files in this folder; choose an empty or a new one"));
    } else if (error.code == u"backup.noRoom"_s || error.code == u"store.readOnly"_s || error.kind == ErrorKind::Full) {
        showError(m_folderField, sentence);
    } else if (error.code == u"backup.unsound"_s || error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::WrongKey) {
        showError(m_backupField, tr("This backup is damaged and was not restored. Take an older one. (%1)").arg(sentence));
    } else {
        showError(m_backupField, sentence);
    }
}

} // namespace onedoor

#include "moc_restore_step.cpp"
