// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/day_words.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"

#include <QCoreApplication>

namespace onedoor::words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::DayWords)
};

QString separator()
{
    return Words::tr(", ", "between the parts of a sentence");
}

} // namespace

QString of(ClosingAct act)
{
    switch (act) {
    case ClosingAct::CarryOver: return Words::tr("Carry over to the next day");
    case ClosingAct::NotServed: return Words::tr("Not reached today");
    case ClosingAct::Left: return Words::tr("Visitor left");
    case ClosingAct::Served: return Words::tr("Was served");
    case ClosingAct::Mistake: return Words::tr("Issued by mistake");
    }
    return {};
}

QString of(BoardWarning warning)
{
    switch (warning) {
    case BoardWarning::LongWait: return Words::tr("waits long");
    case BoardWarning::VeryLongWait: return Words::tr("waits very long");
    case BoardWarning::NoPlace: return Words::tr("nobody serves it");
    case BoardWarning::Crowded: return Words::tr("many wait");
    case BoardWarning::VeryCrowded: return Words::tr("very many wait");
    case BoardWarning::NotToday: return Words::tr("full for today");
    case BoardWarning::NotThere: return Words::tr("not come");
    case BoardWarning::LongService: return Words::tr("takes long");
    case BoardWarning::VeryLongService: return Words::tr("takes very long");
    case BoardWarning::NobodySits: return Words::tr("nobody signed in");
    case BoardWarning::LateHold: return Words::tr("overdue");
    case BoardWarning::VeryLateHold: return Words::tr("long overdue");
    }
    return {};
}

QString of(BoardLevel level)
{
    switch (level) {
    case BoardLevel::Calm: return Words::tr("In order");
    case BoardLevel::Warning: return Words::tr("Warning");
    case BoardLevel::Critical: return Words::tr("Critical");
    }
    return {};
}

QString ofWarnings(const BoardWarnings& warnings)
{
    QStringList all;
    for (const BoardWarning each : warnings)
        all.append(of(each));
    return all.isEmpty() ? of(BoardLevel::Calm) : all.join(separator());
}

QString alarmPlace(const AlarmRow& alarm, const CentreDefinition& centre)
{
    if (const Place* place = centre.findPlace(alarm.place))
        return localShortLabel(*place);
    return alarm.label.isEmpty() ? alarm.place : alarm.label;
}

QString alarmSentence(const AlarmRow& alarm, const CentreDefinition& centre)
{
    QString text = Words::tr("Emergency alarm: %1, %2, raised by %3.")
                       .arg(alarmPlace(alarm, centre), timeText(alarm.raisedAt, centre.offsetMinutes), alarm.raisedName);
    if (alarm.clearedAt) {
        const QString end = timeText(alarm.clearedAt, centre.offsetMinutes);
        text = alarm.falseAlarm ? Words::tr("%1 False alarm, said %2 at %3.").arg(text, alarm.clearedName, end)
                                : Words::tr("%1 Cleared by %2 at %3.").arg(text, alarm.clearedName, end);
        return alarm.note.isEmpty() ? text : Words::tr("%1 %2", "alarm, note").arg(text, alarm.note);
    }
    QStringList coming;
    for (const AlarmAnswerRow& answer : alarm.answers)
        coming.append(answer.name);
    return coming.isEmpty() ? text : Words::tr("%1 On the way: %2.").arg(text, coming.join(separator()));
}

QString closingText(std::uint32_t closed, std::uint32_t carried, QDate nextDay)
{
    if (closed + carried == 0)
        return Words::tr("nothing was open");
    QStringList parts;
    if (closed > 0)
        parts.append(Words::tr("%n closed", nullptr, int(closed)));
    if (carried > 0)
        parts.append(Words::tr("%n carried over to %1", nullptr, int(carried)).arg(dayText(nextDay)));
    return parts.join(separator());
}

} // namespace onedoor::words
