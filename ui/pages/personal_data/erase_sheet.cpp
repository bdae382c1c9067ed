// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/erase_sheet.h"

#include "core/services/error_text.h"
#include "ui/models/when_ready.h"
#include "ui/models/words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetWidth = 560;

QLabel* paragraph(const QString& text, bool strong = false)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    setType(label, strong ? Type::Lead : Type::Body, strong);
    return label;
}

QVBoxLayout* columnIn(QWidget* step)
{
    auto* column = new QVBoxLayout(step);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    return column;
}

} // namespace

EraseSheet::EraseSheet(QWidget* page, Gateway& gateway, const Session& session, PersonId person, const QString& name, const QStringList& merged)
    : Sheet(page, tr("Erase personal data")), m_gateway(gateway), m_session(session), m_person(person), m_message(new Banner(Tone::Danger, {})),
      m_reason(new QComboBox), m_reasonField(new FormField(tr("&Reason"), m_reason)), m_typed(new TextField),
      m_typedField(new FormField(tr("&Name of the person"), m_typed)), m_first(new QWidget), m_second(new QWidget),
      m_act(new Button(tr("C&ontinue"), Variant::Primary))
{
    setPanelWidth(sheetWidth);
    m_message->hide();
    fillFirst(name, merged);
    fillSecond(name);
    m_second->hide();
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::large);
    column->addWidget(m_message);
    column->addWidget(m_first);
    column->addWidget(m_second);
    column->addStretch(1);
    setContent(content);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    auto* cancel = new Button(tr("&Cancel"));
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (!m_busy)
            closeSheet();
    });
    addButton(cancel);
    connect(m_act, &QPushButton::clicked, this, [this] {
        if (m_second->isHidden())
            goOn();
        else
            carryOut();
    });
    addButton(m_act);
}

void EraseSheet::fillFirst(const QString& name, const QStringList& merged)
{
    QVBoxLayout* column = columnIn(m_first);
    column->addWidget(paragraph(tr("Step 1 of 2: what happens"), true));
    column->addWidget(paragraph(tr("The key to everything personal about %1 is destroyed: name, document, telephone and address, what the matters were about, "
                                   "notes and legal holds. Other PCs follow as soon as they are reached; until then the page lists them by name.")
                                    .arg(name)));
    if (!merged.isEmpty())
        column->addWidget(new Banner(Tone::Warning, tr("%n record(s) merged into this one go with it: %1", nullptr, int(merged.size())).arg(merged.join(tr(", ", "between names")))));
    column->addWidget(paragraph(tr("Visits and tickets keep their numbers and times, without a name.")));
    column->addWidget(paragraph(tr("Backups and exported files that were made before still hold the data: delete them as well. If the person wants a copy, "
                                   "cancel and export the data first.")));
    // Nothing is chosen beforehand: the reason stands in the records for good.
    for (const auto& [reason, word] : EnumWords<ErasureReason>::values)
        m_reason->addItem(words::of(reason), QString::fromLatin1(word));
    m_reason->setPlaceholderText(tr("Choose a reason"));
    m_reason->setCurrentIndex(-1);
    m_reasonField->setRequired(true);
    connect(m_reason, &QComboBox::currentIndexChanged, m_reasonField, [this] { m_reasonField->setError({}); });
    column->addWidget(m_reasonField);
}

void EraseSheet::fillSecond(const QString& name)
{
    QVBoxLayout* column = columnIn(m_second);
    column->addWidget(paragraph(tr("Step 2 of 2: are you sure?"), true));
    column->addWidget(new Banner(Tone::Danger, tr("This can't be undone: nobody can bring the data back, not even with the recovery key.")));
    m_typedField->setRequired(true);
    m_typedField->setHint(tr("Type “%1” to confirm").arg(name));
    connect(m_typed, &QLineEdit::textChanged, m_typedField, [this] { m_typedField->setError({}); });
    connect(m_typed, &TextField::submitted, this, [this] { m_act->setFocus(Qt::TabFocusReason); });
    column->addWidget(m_typedField);
}

void EraseSheet::goOn()
{
    if (m_reason->currentIndex() < 0) {
        m_reasonField->setError(tr("Choose a reason"));
        m_reason->setFocus();
        return;
    }
    m_first->hide();
    m_second->show();
    m_act->setText(tr("&Erase for ever"));
    setVariant(m_act, Variant::Danger);
    m_typed->setFocus();
}

void EraseSheet::carryOut()
{
    if (m_busy)
        return;
    m_busy = true;
    m_act->setEnabled(false);
    setAutoClose(false);
    const auto reason = fromWord<ErasureReason>(m_reason->currentData().toString().toStdString()).value_or(ErasureReason::OtherLaw);
    whenReady(m_gateway.send(m_session, PersonErase{m_person, reason, m_typed->text().trimmed()}), this,
              [this](const Result<PersonErasureReply>& reply) { onAnswer(reply); });
}

void EraseSheet::onAnswer(const Result<PersonErasureReply>& reply)
{
    m_busy = false;
    m_act->setEnabled(true);
    setAutoClose(true);
    if (reply) {
        closeSheet();
        Q_EMIT erased(*reply);
        return;
    }
    const QString text = errorText(reply.error(), m_gateway.centre());
    const bool isName = reply.error().field == u"confirm"; // judged where all else is
    m_message->setVisible(!isName);
    if (isName)
        m_typedField->setError(text);
    else
        m_message->setMessage(Tone::Danger, text);
    m_typed->setFocus();
}

} // namespace onedoor

#include "moc_erase_sheet.cpp"
