// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/legal_hold_sheet.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/text_field.h"

#include <QLabel>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetWidth = 500;

} // namespace

LegalHoldSheet::LegalHoldSheet(QWidget* page, Gateway& gateway, const Session& session, PersonId person, const std::optional<HoldRow>& hold)
    : Sheet(page, hold ? tr("Lift a legal hold") : tr("Place a legal hold")), m_gateway(gateway), m_session(session), m_person(person), m_hold(hold),
      m_message(new Banner(Tone::Danger, {})), m_reason(new TextField), m_reasonField(new FormField(tr("&Reason"), m_reason)), m_until(new TextField),
      m_untilField(new FormField(tr("&Last day"), m_until)), m_act(new Button(hold ? tr("&Lift hold") : tr("&Place hold"), Variant::Primary))
{
    setPanelWidth(sheetWidth);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::large);
    m_message->hide();
    auto* text = new QLabel(hold ? tr("Reason of the hold: %1\n\nOnce it is lifted the person's data can be erased.").arg(hold->reason)
                                 : tr("While a legal hold stands, the person's data can't be erased, for example because a court or a law demands it to be kept."));
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    column->addWidget(m_message);
    column->addWidget(text);
    column->addWidget(m_reasonField);
    column->addWidget(m_untilField);
    column->addStretch(1);
    m_reasonField->setRequired(!hold);
    m_reasonField->setHint(hold ? tr("Why it is lifted, such as: case closed") : tr("Such as the number of the case"));
    m_untilField->setHint(tr("Such as 2027-12-31; empty: until it is lifted"));
    m_untilField->setVisible(!hold);
    setContent(content);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    connect(m_reason, &QLineEdit::textChanged, m_reasonField, [this] { m_reasonField->setError({}); });
    connect(m_until, &QLineEdit::textChanged, m_untilField, [this] { m_untilField->setError({}); });
    connect(m_reason, &TextField::submitted, this, &LegalHoldSheet::carryOut);
    connect(m_until, &TextField::submitted, this, &LegalHoldSheet::carryOut);
    auto* cancel = new Button(tr("&Cancel"));
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (!m_busy)
            closeSheet();
    });
    addButton(cancel);
    connect(m_act, &QPushButton::clicked, this, &LegalHoldSheet::carryOut);
    addButton(m_act);
}

void LegalHoldSheet::carryOut()
{
    if (m_busy)
        return;
    const QString reason = m_reason->text().trimmed();
    const std::optional<QDate> until = readDay(m_until->text());
    if (!m_hold && reason.isEmpty()) {
        m_reasonField->setError(tr("Enter a reason"));
        m_reason->setFocus();
        return;
    }
    if (!until) {
        m_untilField->setError(tr("Enter a day, such as 2027-12-31"));
        m_until->setFocus();
        return;
    }
    m_busy = true;
    m_act->setEnabled(false);
    setAutoClose(false);
    const auto answered = [this](const Result<PersonHoldReply>& reply) { onAnswer(reply); };
    if (m_hold)
        whenReady(m_gateway.send(m_session, PersonReleaseHold{m_person, m_hold->hold, reason}), this, answered);
    else
        whenReady(m_gateway.send(m_session, PersonHold{m_person, reason, *until}), this, answered);
}

void LegalHoldSheet::onAnswer(const Result<PersonHoldReply>& reply)
{
    m_busy = false;
    m_act->setEnabled(true);
    setAutoClose(true);
    if (reply) {
        closeSheet();
        Q_EMIT succeeded();
        return;
    }
    const QString text = errorText(reply.error(), m_gateway.centre());
    const bool isDay = reply.error().field == u"until";
    m_message->setVisible(!isDay);
    if (isDay)
        m_untilField->setError(text);
    else
        m_message->setMessage(Tone::Danger, text);
}

} // namespace onedoor

#include "moc_legal_hold_sheet.cpp"
