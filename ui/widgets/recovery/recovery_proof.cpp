// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/recovery/recovery_proof.h"

#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/theme/theme.h"

#include <QVBoxLayout>

namespace onedoor {

namespace {

constexpr int groupLength = 5;

} // namespace

RecoveryProof::RecoveryProof(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    make();
}

void RecoveryProof::make()
{
    delete m_form;
    m_form = new QWidget;
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    for (std::size_t index = 0; index < m_typed.size(); ++index) {
        m_typed[index] = new TextField;
        m_typed[index]->setInputMethodHints(Qt::ImhLatinOnly | Qt::ImhNoPredictiveText);
        setType(m_typed[index], Type::Title, true);
        m_fields[index] = new FormField(tr("Group %1").arg(m_asked[index]), m_typed[index]);
        m_fields[index]->setRequired(true);
        column->addWidget(m_fields[index]);
        connect(m_typed[index], &TextField::submitted, this, &RecoveryProof::submitted);
    }
    column->addStretch(1);
    layout()->addWidget(m_form);
    m_form->show(); // at once: what is not shown takes no focus
    setFocusProxy(m_typed[0]);
}

void RecoveryProof::ask(const std::array<int, 2>& groups)
{
    m_asked = groups;
    make();
    m_typed[0]->setFocus();
}

QStringList RecoveryProof::typed() const
{
    QStringList typed;
    for (const TextField* field : m_typed)
        typed.append(field->text().simplified().remove(u' '));
    return typed;
}

bool RecoveryProof::check()
{
    const QStringList all = typed();
    qsizetype first = -1;
    for (std::size_t index = 0; index < m_fields.size(); ++index) {
        const bool whole = all.at(qsizetype(index)).size() == groupLength;
        m_fields[index]->setError(whole ? QString() : tr("Five characters stand on the paper"));
        if (!whole && first < 0)
            first = qsizetype(index);
    }
    if (first >= 0)
        m_typed[std::size_t(first)]->setFocus();
    return first < 0;
}

void RecoveryProof::refuse(int group)
{
    const bool isAsked = group == m_asked[0] || group == m_asked[1];
    for (std::size_t index = 0; index < m_fields.size(); ++index)
        if (!isAsked || group == m_asked[index])
            m_fields[index]->setError(tr("This is not what stands on the paper; compare it character by character"));
    m_typed[isAsked && group == m_asked[1] ? 1 : 0]->setFocus();
}

} // namespace onedoor

#include "moc_recovery_proof.cpp"
