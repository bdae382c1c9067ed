// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/recovery_step.h"

#include "core/services/error_text.h"
#include "ui/models/local_name.h"
#include "ui/models/when_ready.h"
#include "ui/pages/welcome/recovery_paper.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QStackedWidget>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int groupCount = 8;
constexpr int groupsPerLine = 4;
constexpr int groupLength = 5;

} // namespace

RecoveryStep::RecoveryStep(StoreDoor& door, WelcomeDraft& draft, Random& random, QWidget* parent)
    : WelcomeStep(parent), m_door(door), m_draft(draft), m_random(random), m_sheets(new QStackedWidget),
      m_message(new Banner(Tone::Danger, {}))
{
    m_message->hide();
    m_sheets->addWidget(makeKeySheet());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    column->addWidget(m_message);
    column->addWidget(m_sheets, 1);
}

QWidget* RecoveryStep::makeKeySheet()
{
    auto* sheet = new QWidget;
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    auto* card = new Card;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::page);
    grid->setVerticalSpacing(space::large);
    for (int index = 0; index < groupCount; ++index) {
        auto* number = new QLabel(QString::number(index + 1));
        setType(number, Type::Caption);
        setTone(number, Tone::Muted);
        auto* group = new QLabel;
        group->setObjectName(u"recoveryGroup"_s);
        setType(group, Type::Display, true);
        m_groups.append(group);
        auto* cell = new QVBoxLayout;
        cell->setSpacing(0);
        cell->addWidget(number);
        cell->addWidget(group);
        grid->addLayout(cell, index / groupsPerLine, index % groupsPerLine);
    }
    card->body()->addLayout(grid);
    m_print = new Button(Icons::Print, tr("&Print…"));
    connect(m_print, &QPushButton::clicked, this, &RecoveryStep::print);
    column->addWidget(card);
    column->addWidget(m_print, 0, Qt::AlignLeft);
    column->addWidget(new Banner(Tone::Warning, tr("The key is shown now and never again. Print it or write it down, and put the paper into "
                                                   "the safe. When every password is lost, only this key opens the records.")));
    column->addStretch(1);
    return sheet;
}

QWidget* RecoveryStep::makeProofSheet()
{
    auto* sheet = new QWidget;
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    for (std::size_t index = 0; index < m_typed.size(); ++index) {
        m_typed[index] = new TextField;
        m_typed[index]->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
        setType(m_typed[index], Type::Title, true);
        m_fields[index] = new FormField(tr("Group %1").arg(m_asked[index]), m_typed[index]);
        m_fields[index]->setRequired(true);
        column->addWidget(m_fields[index]);
        connect(m_typed[index], &TextField::submitted, this, &RecoveryStep::submit);
    }
    column->addStretch(1);
    return sheet;
}

bool RecoveryStep::isAsking() const
{
    return m_sheets->currentIndex() == 1;
}

QString RecoveryStep::title() const
{
    return isAsking() ? tr("Take the paper in your hand") : tr("The recovery key");
}

QString RecoveryStep::explanation() const
{
    return isAsking() ? tr("Type two groups from the paper. The program then opens the store with them, as on the day when it matters.")
                      : tr("Eight groups of five characters. There is no O, I, L or U among them.");
}

QString RecoveryStep::nextText() const
{
    return isAsking() ? tr("Prove the &key") : tr("&It is on paper");
}

void RecoveryStep::enter()
{
    showKey();
}

void RecoveryStep::showKey()
{
    const QStringList groups = m_draft.recoveryKey.split(u'-');
    for (int index = 0; index < m_groups.size(); ++index)
        m_groups.at(index)->setText(groups.value(index));
    m_sheets->setCurrentIndex(0);
    m_message->hide();
    m_print->setFocus();
    Q_EMIT changed();
}

void RecoveryStep::ask()
{
    m_asked[0] = 1 + static_cast<int>(m_random.below(groupCount));
    m_asked[1] = 1 + static_cast<int>((static_cast<std::uint64_t>(m_asked[0]) + m_random.below(groupCount - 1)) % groupCount);
    if (m_asked[1] < m_asked[0])
        std::swap(m_asked[0], m_asked[1]);
    for (QLabel* group : m_groups)
        group->clear();
    if (m_sheets->count() > 1)
        delete m_sheets->widget(1);
    m_sheets->addWidget(makeProofSheet());
    m_sheets->setCurrentIndex(1);
    m_typed[0]->setFocus();
    Q_EMIT changed();
}

bool RecoveryStep::stepBack()
{
    if (isAsking())
        showKey();
    return true;
}

void RecoveryStep::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(tr("Recovery key"));
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer] {
        if (printRecoveryPaper({localName(m_draft.centre), QDate::currentDate(), m_draft.recoveryKey}, *printer))
            return;
        m_message->setMessage(Tone::Danger, tr("The sheet could not be printed. Write the key down by hand, or choose another printer."));
        m_message->show();
    });
    dialog->open();
}

void RecoveryStep::submit()
{
    if (isAsking())
        prove();
    else
        ask();
}

void RecoveryStep::prove()
{
    if (m_busy)
        return;
    QStringList groups = m_draft.recoveryKey.split(u'-');
    for (std::size_t index = 0; index < m_typed.size(); ++index) {
        const QString typed = m_typed[index]->text().simplified().remove(u' ');
        m_fields[index]->setError(typed.size() == groupLength ? QString() : tr("Five characters stand on the paper"));
        groups[m_asked[index] - 1] = typed;
    }
    for (std::size_t index = 0; index < m_typed.size(); ++index) {
        if (!m_fields[index]->error().isEmpty()) {
            m_typed[index]->setFocus();
            return;
        }
    }
    m_busy = true;
    Q_EMIT working(tr("Opening the store with the recovery key…"));
    whenReady(m_door.proveRecoveryKey(m_draft.folder, groups.join(u'-')), this, [this](const Result<void>& proven) { onProven(proven); });
}

void RecoveryStep::onProven(const Result<void>& proven)
{
    m_busy = false;
    Q_EMIT working({});
    if (proven) {
        m_draft.recoveryKey.fill(u'0');
        m_draft.recoveryKey.clear();
        m_message->hide();
        Q_EMIT done();
        return;
    }
    const Error& error = proven.error();
    const int group = error.facts.value(u"group"_s).toInt();
    for (std::size_t index = 0; index < m_fields.size(); ++index)
        if (group == 0 || group == m_asked[index])
            m_fields[index]->setError(tr("This is not what stands on the paper; compare it character by character"));
    if (group != 0 && group != m_asked[0])
        m_typed[1]->setFocus();
    else
        m_typed[0]->setFocus();
    if (error.kind == ErrorKind::Io || error.kind == ErrorKind::Corrupt) {
        m_message->setMessage(Tone::Danger, errorText(error, m_draft.centre));
        m_message->show();
    }
}

} // namespace onedoor
