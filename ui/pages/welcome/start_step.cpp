// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/start_step.h"

#include "ui/pages/welcome/choice_button.h"
#include "ui/widgets/card.h"

#include <QDir>
#include <QFileDialog>
#include <QVBoxLayout>

namespace onedoor {

StartStep::StartStep(StoreDoor& door, QWidget* parent)
    : WelcomeStep(parent), m_door(door),
      m_create(new ChoiceButton(Icons::Plus, tr("Set up a &new centre"),
                                tr("Choose the centre, make the first accounts and keep a recovery key. About five minutes."))),
      m_join(new ChoiceButton(Icons::Link, tr("&Join a centre"),
                              tr("The centre works on other PCs already: enter the pairing code that its administrator shows."))),
      m_open(new ChoiceButton(Icons::Archive, tr("&Open an existing store"),
                              tr("The centre has been set up before: choose the folder that holds its store."))),
      m_restore(new ChoiceButton(Icons::Backup, tr("&Restore from a backup"),
                                 tr("The old PC is lost or its disk is damaged: take the newest backup and go on working here."))),
      m_message(new Banner(Tone::Warning, {}))
{
    m_message->hide();
    setFocusProxy(m_create);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_message);
    column->addWidget(m_create);
    column->addWidget(m_join);
    column->addWidget(m_open);
    column->addWidget(m_restore);
    column->addStretch(1);
    connect(m_create, &QPushButton::clicked, this, &WelcomeStep::done);
    connect(m_join, &QPushButton::clicked, this, &StartStep::joinWanted);
    connect(m_open, &QPushButton::clicked, this, &StartStep::askFolder);
    connect(m_restore, &QPushButton::clicked, this, &StartStep::restoreWanted);
}

QString StartStep::title() const
{
    return tr("Welcome to OneDoor");
}

QString StartStep::explanation() const
{
    return tr("Everything is kept encrypted on this PC; no account on the network is needed.");
}

void StartStep::enter()
{
    m_create->setFocus();
}

void StartStep::askFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder of the store"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &StartStep::chooseFolder);
    dialog->open();
}

void StartStep::chooseFolder(const QString& folder)
{
    if (m_door.holdsStore(folder)) {
        Q_EMIT storeChosen(folder);
        return;
    }
    const QString fault = m_door.holdsUnfinishedStore(folder)
        ? tr("The making of the store in %1 was interrupted, and nothing was recorded in it. Set up the centre again in the same folder.")
        : tr("There is no OneDoor store in %1. Choose the folder that holds the file keyslots.json.");
    m_message->setMessage(Tone::Warning, fault.arg(QDir::toNativeSeparators(folder)));
    m_message->show();
}

} // namespace onedoor

#include "moc_start_step.cpp"
