// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_field.h"

#include <QSignalBlocker>

namespace onedoor {

ChoiceField::ChoiceField(std::vector<Choice> choices, const QString& accessibleName, QWidget* parent)
    : LookupField(parent)
    , m_choices(new ChoiceModel(std::move(choices), this))
{
    setModel(m_choices);
    setRoles(ChoiceModel::DetailRole, -1);
    setBrowsable();
    setAccessibleName(accessibleName);
    edit()->setAccessibleName(accessibleName);
    setEmptyText(tr("Nothing in the list matches"));
    connect(edit(), &QLineEdit::textEdited, this, [this] {
        if (m_key.isEmpty())
            return;
        m_key.clear();
        Q_EMIT changed();
    });
    connect(edit(), &QLineEdit::editingFinished, this, &ChoiceField::settle);
    connect(this, &LookupField::queryChanged, m_choices, &ChoiceModel::search);
    connect(this, &LookupField::browsed, m_choices, [this] { m_choices->search({}); });
    connect(this, &LookupField::chosen, this, [this](const QModelIndex& index) { setKey(index.data(ChoiceModel::KeyRole).toString()); });
    connect(this, &LookupField::submitted, this, &ChoiceField::onSubmitted);
}

void ChoiceField::setKey(const QString& key)
{
    const Choice* choice = m_choices->find(key);
    {
        const QSignalBlocker quiet(edit()); // shown, not typed: the list stays closed
        edit()->setText(choice ? choice->text : QString());
        edit()->setCursorPosition(0);
    }
    const QString before = std::exchange(m_key, choice ? key : QString());
    if (before != m_key)
        Q_EMIT changed();
}

void ChoiceField::setChoices(std::vector<Choice> choices)
{
    m_choices->setChoices(std::move(choices));
    if (!m_key.isEmpty())
        setKey(QString(m_key));
}

void ChoiceField::settle()
{
    if (!m_key.isEmpty() || text().trimmed().isEmpty())
        return;
    m_choices->search(text());
    if (const Choice* best = m_choices->best())
        setKey(QString(best->key));
}

void ChoiceField::onSubmitted()
{
    if (!m_key.isEmpty())
        Q_EMIT confirmed();
    else
        settle();
}

} // namespace onedoor

#include "moc_choice_field.cpp"
