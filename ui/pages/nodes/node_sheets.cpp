// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/nodes/node_sheets.h"

#include "core/services/error_text.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"

#include <QLabel>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

NodeSheet::NodeSheet(QWidget* page, const CentreDefinition& centre, const QString& title, const QString& explanation)
    : Sheet(page, title), m_centre(centre), m_message(new Banner(Tone::Danger, {}))
{
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setSpacing(space::large);
    auto* text = new QLabel(explanation);
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    m_message->hide();
    m_column->addWidget(m_message);
    m_column->addWidget(text);
    m_column->addStretch(1);
    setContent(content);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    auto* cancel = new Button(tr("&Cancel"));
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (!m_busy)
            closeSheet();
    });
    addButton(cancel);
}

void NodeSheet::askFor(const QString& label, const QString& hint, const QString& value, std::function<QString(const QString&)> fault)
{
    m_edit = new TextField;
    m_edit->setText(value);
    m_field = new FormField(label, m_edit);
    m_field->setRequired(true);
    m_field->setHint(hint);
    m_fault = std::move(fault);
    m_column->insertWidget(m_column->count() - 1, m_field);
    connect(m_edit, &QLineEdit::textChanged, m_field, [this] { m_field->setError({}); });
    connect(m_edit, &TextField::submitted, this, &NodeSheet::carryOut);
}

void NodeSheet::setAct(const QString& word, Variant variant, Act act)
{
    m_act = std::move(act);
    m_button = new Button(word, variant);
    m_button->setObjectName(u"nodeAct"_s);
    connect(m_button, &QPushButton::clicked, this, &NodeSheet::carryOut);
    addButton(m_button);
}

void NodeSheet::carryOut()
{
    const QString typed = m_edit ? m_edit->text().trimmed() : QString();
    if (const QString fault = m_fault ? m_fault(typed) : QString(); !fault.isEmpty()) {
        m_field->setError(fault);
        m_edit->setFocus();
        return;
    }
    if (m_busy)
        return;
    m_busy = true;
    m_button->setEnabled(false);
    setAutoClose(false);
    whenReady(m_act(typed), this, [this](const Result<void>& outcome) {
        m_busy = false;
        m_button->setEnabled(true);
        setAutoClose(true);
        if (outcome) {
            Q_EMIT succeeded();
            closeSheet();
            return;
        }
        m_message->setMessage(Tone::Danger, errorText(outcome.error(), m_centre));
        m_message->show();
    });
}

} // namespace onedoor

#include "moc_node_sheets.cpp"
