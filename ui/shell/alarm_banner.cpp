// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alarm_banner.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/day_words.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QVBoxLayout>
#include <algorithm>

namespace onedoor {

AlarmBanner::AlarmBanner(Gateway& gateway, const Session& session, QWidget* host, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_host(host), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(space::page, space::medium, space::page, 0);
    m_column->setSpacing(space::small);
    hide();
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.alarms)
            ask();
    });
    ask();
}

void AlarmBanner::raiseAlarm()
{
    act(AlarmRaise{m_session.place, {}});
}

void AlarmBanner::ask()
{
    whenReady(m_gateway.ask(m_session, AlarmList{true}), this, [this](const Result<AlarmRows>& rows) {
        if (rows && rows->alarms != m_alarms)
            showAlarms(rows->alarms);
    });
}

void AlarmBanner::showAlarms(const std::vector<AlarmRow>& alarms)
{
    const bool isNew = std::any_of(alarms.begin(), alarms.end(), [this](const AlarmRow& alarm) {
        const bool isKnown = std::any_of(m_alarms.begin(), m_alarms.end(), [&](const AlarmRow& known) { return known.alarm == alarm.alarm; });
        return !isKnown && alarm.raisedBy != m_session.account;
    });
    m_alarms = alarms;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be what is being pressed
        delete item;
    }
    for (const AlarmRow& alarm : alarms) {
        QWidget* line = lineFor(alarm);
        m_column->addWidget(line);
        line->show();
    }
    setVisible(!alarms.empty());
    if (isNew)
        Q_EMIT raised();
}

QString AlarmBanner::sentence(const AlarmRow& alarm, bool isMine) const
{
    if (!isMine)
        return words::alarmSentence(alarm, m_gateway.centre());
    const QString at = timeText(alarm.raisedAt, m_gateway.centre().offsetMinutes);
    if (alarm.answers.empty())
        return tr("Reported at %1.", "by the own desk, quietly").arg(at);
    QStringList coming;
    for (const AlarmAnswerRow& answer : alarm.answers)
        coming.append(answer.name);
    return tr("Reported at %1: %2.", "when, who is on the way").arg(at, coming.join(tr(", ", "between names")));
}

QWidget* AlarmBanner::lineFor(const AlarmRow& alarm)
{
    const bool isMine = alarm.raisedBy == m_session.account;
    auto* line = new Banner(isMine ? Tone::Info : Tone::Danger, sentence(alarm, isMine));
    const bool hasAnswered = std::any_of(alarm.answers.begin(), alarm.answers.end(),
                                         [this](const AlarmAnswerRow& each) { return each.account == m_session.account; });
    if (!isMine && !hasAnswered) {
        auto* coming = new QAction(icon(Icons::Person), tr("On my way"), line);
        connect(coming, &QAction::triggered, this, [this, id = alarm.alarm] { act(AlarmAnswer{id}); });
        line->addAction(coming);
    }
    auto* clear = new QAction(icon(Icons::Check), tr("All clear…"), line);
    connect(clear, &QAction::triggered, this, [this, alarm] { openClearing(alarm); });
    line->addAction(clear);
    return line;
}

void AlarmBanner::openClearing(const AlarmRow& alarm)
{
    auto* sheet = new Sheet(m_host, tr("All clear"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::large);
    auto* which = new QLabel(words::alarmSentence(alarm, m_gateway.centre()));
    which->setWordWrap(true);
    auto* note = new TextField;
    note->setMaxLength(300);
    auto* field = new FormField(tr("What was it?"), note);
    field->setHint(tr("A few words without names. May stay empty."));
    column->addWidget(which);
    column->addWidget(field);
    column->addStretch(1);
    sheet->setContent(content);
    auto* mistake = new Button(tr("It was a false alarm"), Variant::Secondary);
    auto* clear = new Button(tr("All clear"), Variant::Primary);
    const auto end = [this, sheet, note, id = alarm.alarm](bool falseAlarm) {
        act(AlarmClear{id, falseAlarm, note->text()});
        sheet->closeSheet();
    };
    connect(mistake, &QPushButton::clicked, this, [end] { end(true); });
    connect(clear, &QPushButton::clicked, this, [end] { end(false); });
    connect(note, &TextField::submitted, this, [end] { end(false); });
    sheet->addButton(mistake);
    sheet->addButton(clear);
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    sheet->openSheet();
}

template <typename Command>
void AlarmBanner::act(const Command& command)
{
    whenReady(m_gateway.send(m_session, command), this, [this](const Result<AlarmReply>& reply) {
        if (!reply) {
            Toast::show(this, errorText(reply.error(), m_gateway.centre()), nullptr, Tone::Warning);
            ask();
        }
    });
}

} // namespace onedoor

#include "moc_alarm_banner.cpp"
