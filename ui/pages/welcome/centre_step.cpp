// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/centre_step.h"

#include "core/domain/centre/centre_loader.h"
#include "ui/models/local_name.h"
#include "ui/pages/welcome/folder_fault.h"
#include "ui/pages/welcome/folder_row.h"
#include "ui/pages/welcome/problem_list.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = qint64(2) * 1024 * 1024;

} // namespace

CentreStep::CentreStep(StoreDoor& door, WelcomeDraft& draft, QWidget* parent)
    : WelcomeStep(parent), m_door(door), m_draft(draft), m_choice(new QComboBox), m_folder(new TextField),
      m_fault(new Banner(Tone::Danger, {})), m_problems(new ProblemList), m_summary(makeSummary())
{
    auto* fromFile = new Button(tr("From a &file…"));
    auto* change = new Button(tr("C&hange…"));
    change->setAccessibleName(tr("Change the folder"));
    m_choiceField = new FormField(tr("&Centre"), rowOf(m_choice, fromFile));
    m_folderField = new FormField(tr("Folder of the &store"), rowOf(m_folder, change));
    m_folderField->setHint(tr("On a disk of this PC, not on a network drive or a USB stick"));
    m_fault->hide();
    m_problems->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    column->addWidget(m_choiceField);
    column->addWidget(m_fault);
    column->addWidget(m_problems, 1);
    column->addWidget(m_summary);
    column->addWidget(m_folderField);
    column->addStretch(0);
    connect(fromFile, &QPushButton::clicked, this, &CentreStep::askFile);
    connect(change, &QPushButton::clicked, this, [this] {
        askFolder(this, tr("Folder of the store"), [this](const QString& folder) { m_folder->setText(folder); });
    });
    connect(m_choice, &QComboBox::currentIndexChanged, this, &CentreStep::choose);
    readShipped();
}

QWidget* CentreStep::makeSummary()
{
    auto* card = new Card;
    m_facts = new QLabel;
    m_facts->setWordWrap(true);
    m_facts->setTextFormat(Qt::PlainText);
    card->body()->addWidget(m_facts);
    return card;
}

QString CentreStep::title() const
{
    return tr("Which centre is this?");
}

QString CentreStep::explanation() const
{
    return tr("The template brings windows, rooms, services, ticket series and opening hours. They can be changed in the file.");
}

void CentreStep::enter()
{
    m_choice->setFocus();
}

void CentreStep::readShipped()
{
    const QDir shipped(u":/centres"_s);
    for (const QString& name : shipped.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(shipped.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (auto centre = loadCentre(file.readAll(), name)) {
            m_centres.append(*centre);
            m_choice->addItem(localName(m_centres.constLast()));
        }
    }
}

void CentreStep::choose(int index)
{
    m_fault->hide();
    m_problems->hide();
    m_summary->setVisible(index >= 0);
    if (index >= 0)
        showCentre(m_centres.at(index));
}

void CentreStep::showCentre(const CentreDefinition& centre)
{
    QStringList services;
    for (const Service& service : centre.services)
        services.append(localName(service));
    QStringList places;
    for (const Place& place : centre.places)
        places.append(localShortLabel(place));
    const QString comma = tr(", ", "between the items of a list");
    m_facts->setText(tr("Services (%1): %2\n\nWindows and rooms (%3): %4")
                         .arg(centre.services.size())
                         .arg(services.join(comma))
                         .arg(centre.places.size())
                         .arg(places.join(comma)));
    if (m_folder->text().isEmpty() || m_folder->text() == m_draft.folder) {
        m_draft.folder = QDir::toNativeSeparators(m_door.proposedFolder(centre.code));
        m_folder->setText(m_draft.folder);
    }
}

void CentreStep::showProblems(const QString& fileName, const TemplateProblems& problems)
{
    m_fault->setMessage(Tone::Danger, tr("%1 can't be used: %n fault(s). Mend the file and choose it again.", nullptr,
                                         static_cast<int>(problems.size()))
                                          .arg(fileName));
    m_problems->setProblems(problems);
    m_fault->show();
    m_problems->setVisible(!problems.isEmpty());
    m_summary->hide();
    m_problems->setFocus();
}

void CentreStep::askFile()
{
    auto* dialog = new QFileDialog(this, tr("File of the centre"), QDir::homePath(), tr("Centre files (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CentreStep::readFile);
    dialog->open();
}

void CentreStep::readFile(const QString& path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly)) {
        m_fault->setMessage(Tone::Danger, tr("%1 can't be read.").arg(name));
        m_fault->show();
        return;
    }
    const auto centre = loadCentre(file.read(largestFile), name);
    if (!centre) {
        showProblems(name, centre.error());
        return;
    }
    m_centres.append(*centre);
    m_choice->addItem(localName(m_centres.constLast()));
    m_choice->setCurrentIndex(m_choice->count() - 1);
}

/// Neither the list nor the line keeps Enter for itself; on a button it means the button.
void CentreStep::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (m_choice->hasFocus() || m_folder->hasFocus()))
        submit();
    else
        WelcomeStep::keyPressEvent(event);
}

void CentreStep::submit()
{
    m_choiceField->setError(m_choice->currentIndex() < 0 ? tr("Choose a centre") : QString());
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    const QString fault = folderFault(m_door, folder, UnfinishedStore::PutAside);
    m_folderField->setError(fault);
    if (m_choice->currentIndex() < 0 || !fault.isEmpty()) {
        (fault.isEmpty() ? m_choiceField : m_folderField)->setFocus();
        return;
    }
    m_draft.centre = m_centres.at(m_choice->currentIndex());
    m_draft.folder = folder;
    Q_EMIT done();
}

} // namespace onedoor

#include "moc_centre_step.cpp"
