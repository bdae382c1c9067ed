// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/choice_list.h"

#include "ui/widgets/theme/theme.h"

#include <QKeyEvent>

namespace onedoor {

using namespace Qt::StringLiterals;

ChoiceList::ChoiceList(const QString& accessibleName, QWidget* parent) : QListWidget(parent)
{
    setAccessibleName(accessibleName);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QListWidget::itemDoubleClicked, this, &ChoiceList::confirmed);
}

void ChoiceList::addChoice(const QString& key, const QString& text, const QString& detail)
{
    const int number = count() + 1;
    auto* item = new QListWidgetItem(number <= 9 ? u"%1   %2"_s.arg(QString::number(number), text) : text, this);
    item->setData(Qt::UserRole, key);
    item->setData(Qt::AccessibleTextRole, detail.isEmpty() ? text : QString(text + u", "_s + detail));
    item->setSizeHint(QSize(0, scaled(rowHeight)));
    if (!detail.isEmpty()) {
        item->setText(item->text() + u"\n      "_s + detail);
        item->setSizeHint(QSize(0, scaled(rowHeight) * 3 / 2));
    }
    updateGeometry();
}

QString ChoiceList::chosenKey() const
{
    const auto chosen = selectedItems();
    return chosen.isEmpty() ? QString() : chosen.first()->data(Qt::UserRole).toString();
}

QSize ChoiceList::sizeHint() const
{
    int height = 2 * frameWidth() + space::tight;
    for (int row = 0; row < count(); ++row)
        height += item(row)->sizeHint().height();
    return {scaled(240), height};
}

void ChoiceList::keyPressEvent(QKeyEvent* event)
{
    const int number = event->key() - Qt::Key_0;
    if (number >= 1 && number <= count() && !(event->modifiers() & ~Qt::KeypadModifier)) {
        setCurrentRow(number - 1);
        if (!event->isAutoRepeat())
            Q_EMIT digitChosen(chosenKey());
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (!event->isAutoRepeat())
            Q_EMIT confirmed();
        return;
    }
    QListWidget::keyPressEvent(event);
}

/// Nothing is chosen by arriving here: an outcome that nobody chose must not be sent.
void ChoiceList::focusInEvent(QFocusEvent* event)
{
    const QModelIndex before = currentIndex();
    QListWidget::focusInEvent(event);
    if (!before.isValid())
        selectionModel()->clear();
}

} // namespace onedoor

#include "moc_choice_list.cpp"
