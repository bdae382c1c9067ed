// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/folder_row.h"

#include "ui/widgets/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>

namespace onedoor {

QWidget* rowOf(QWidget* editor, QWidget* button)
{
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    row->addWidget(editor, 1);
    row->addWidget(button);
    whole->setFocusProxy(editor);
    return whole;
}

void askFolder(QWidget* asking, const QString& title, const std::function<void(const QString&)>& chosen)
{
    auto* dialog = new QFileDialog(asking, title, QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, asking, [chosen](const QString& folder) { chosen(QDir::toNativeSeparators(folder)); });
    dialog->open();
}

} // namespace onedoor
