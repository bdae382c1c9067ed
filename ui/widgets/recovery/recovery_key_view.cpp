// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recovery/recovery_key_view.h"

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/recovery/recovery_paper.h"

#include <QGridLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int groupCount = 8;
constexpr int groupsPerLine = 4;

} // namespace

RecoveryKeyView::RecoveryKeyView(QWidget* parent)
    : QWidget(parent), m_message(new Banner(Tone::Danger, {})), m_print(new Button(Icons::Print, tr("&Print…")))
{
    m_message->hide();
    setFocusProxy(m_print);
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
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    column->addWidget(m_message);
    column->addWidget(card);
    column->addWidget(m_print, 0, Qt::AlignLeft);
    column->addWidget(new Banner(Tone::Warning, tr("The key is shown now and never again. Print it or write it down, and put the paper into "
                                                   "the safe. When every password is lost, only this key opens the records.")));
    column->addStretch(1);
    connect(m_print, &QPushButton::clicked, this, &RecoveryKeyView::print);
}

void RecoveryKeyView::showKey(const QString& key, const QString& centreName)
{
    m_key = key;
    m_centreName = centreName;
    const QStringList groups = key.split(u'-');
    for (int index = 0; index < m_groups.size(); ++index)
        m_groups.at(index)->setText(groups.value(index));
    m_message->hide();
}

void RecoveryKeyView::clear()
{
    m_key.clear();
    for (QLabel* group : std::as_const(m_groups))
        group->clear();
}

void RecoveryKeyView::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(tr("Recovery key"));
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this, [this, printer] {
        if (printRecoveryPaper({m_centreName, QDate::currentDate(), m_key}, *printer))
            return;
        m_message->setMessage(Tone::Danger, tr("The sheet could not be printed. Write the key down by hand, or choose another printer."));
        m_message->show();
    });
    dialog->open();
}

} // namespace onedoor

#include "moc_recovery_key_view.cpp"
