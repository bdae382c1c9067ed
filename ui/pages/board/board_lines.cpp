// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/board/board_lines.h"

#include "ui/models/day_text.h"
#include "ui/models/day_words.h"
#include "ui/models/local_name.h"
#include "ui/models/wait_words.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace onedoor::boardlines {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::BoardLines)
};

QString placeName(const QString& key, const CentreDefinition& centre)
{
    const Place* place = centre.findPlace(key);
    return place ? localShortLabel(*place) : key;
}

QString serviceName(const QString& key, const CentreDefinition& centre)
{
    return localName(centre.findService(key), key);
}

/// Nothing stands for "none": a column of noughts hides the one that is not.
QString count(std::uint32_t number)
{
    return number == 0 ? QString() : QString::number(number);
}

QString timeOrNothing(Instant at, const CentreDefinition& centre)
{
    return at ? timeText(at, centre.offsetMinutes) : QString();
}

/// The worst warning, with how many more there are; all of them stand in the line's words.
BadgeValue badgeOr(const BoardWarnings& warnings, const BadgeValue& calm)
{
    if (warnings.empty())
        return calm;
    const BoardWarning worst = *std::max_element(warnings.begin(), warnings.end(), [](BoardWarning one, BoardWarning other) { return levelOf(one) < levelOf(other); });
    const bool isCritical = levelOf(worst) == BoardLevel::Critical;
    QString word = words::of(worst);
    if (warnings.size() > 1)
        word += u" +%1"_s.arg(warnings.size() - 1);
    return {isCritical ? Icons::Error : Icons::Warning, word, isCritical ? Tone::Danger : Tone::Warning};
}

QString wordsOr(const BoardWarnings& warnings, const BadgeValue& calm)
{
    return warnings.empty() ? calm.word : words::ofWarnings(warnings);
}

bool isIdle(const BoardService& service)
{
    return service.waiting + service.present + service.held + service.missed == 0;
}

/// On hold, and missed and not called again.
QString away(const BoardService& service)
{
    return service.held + service.missed == 0 ? QString() : u"%1/%2"_s.arg(service.held).arg(service.missed);
}

BadgeValue placeState(const BoardPlace& place)
{
    if (place.number.isEmpty())
        return place.staffedBy.isEmpty() ? BadgeValue{} : BadgeValue{Icons::Check, Words::tr("Free"), Tone::Muted};
    return place.status == TicketStatus::Called ? BadgeValue{Icons::Call, words::of(place.status), Tone::Info}
                                                : BadgeValue{Icons::Begin, words::of(place.status), Tone::Success};
}

} // namespace

QStringList serviceHeaders()
{
    return {Words::tr("Service"),  Words::tr("Waiting"), Words::tr("Longest wait"), Words::tr("Places"),
            Words::tr("Away"), Words::tr("Who comes now"), Words::tr("State")};
}

QStringList placeHeaders()
{
    return {Words::tr("Window or room"), Words::tr("Staff"), Words::tr("Number"), Words::tr("For"), Words::tr("State")};
}

QStringList awayHeaders()
{
    return {Words::tr("Number"), Words::tr("Service"), Words::tr("Place"), Words::tr("Reason"), Words::tr("Since"), Words::tr("Back by"), Words::tr("State")};
}

QStringList alarmHeaders()
{
    return {Words::tr("Time"), Words::tr("Where"), Words::tr("What happened"), Words::tr("State")};
}

QStringList closingHeaders()
{
    return {Words::tr("Number"), Words::tr("Service"), Words::tr("Day"), Words::tr("What became of it"), Words::tr("State")};
}

std::vector<BoardLine> services(const Board& board, const CentreDefinition& centre)
{
    std::vector<const BoardService*> sorted;
    for (const BoardService& each : board.services)
        sorted.push_back(&each);
    std::stable_sort(sorted.begin(), sorted.end(), [](const BoardService* one, const BoardService* other) {
        return std::tuple(one->level, !isIdle(*one), one->waiting) > std::tuple(other->level, !isIdle(*other), other->waiting);
    });
    std::vector<BoardLine> lines;
    for (const BoardService* each : sorted) {
        const QString longest = each->waiting == 0 ? QString() : words::duration(each->longestSeconds);
        const BadgeValue calm = isIdle(*each) ? BadgeValue{} : BadgeValue{Icons::Check, words::of(BoardLevel::Calm), Tone::Muted};
        lines.push_back({each->service, each->longestNumber, // whose history is worth a look
                         {serviceName(each->service, centre), count(each->waiting), longest, count(each->places), away(*each),
                          words::waitBriefly(each->forecast), wordsOr(each->warnings, calm)},
                         badgeOr(each->warnings, calm)});
    }
    return lines;
}

std::vector<BoardLine> places(const Board& board, const CentreDefinition& centre)
{
    std::vector<BoardLine> lines;
    for (const BoardPlace& each : board.places) {
        const QString since = each.number.isEmpty() ? QString() : words::duration(board.asOf.secondsSince(each.since));
        lines.push_back({each.place, each.ticket ? each.ticket.toString() : QString(),
                         {placeName(each.place, centre), each.staffedBy, each.number, since,
                          wordsOr(each.warnings, placeState(each))},
                         badgeOr(each.warnings, placeState(each))});
    }
    return lines;
}

std::vector<BoardLine> away(const Board& board, const CentreDefinition& centre)
{
    std::vector<BoardLine> lines;
    for (const BoardAway& each : board.away) {
        QString reason;
        for (const HoldReason& known : centre.holdReasons) {
            if (known.key == each.holdReason)
                reason = localName(known);
        }
        const Icons mark = each.status == TicketStatus::Held ? Icons::Hold : Icons::NoShow;
        const BadgeValue calm{mark, words::of(each.status), Tone::Muted};
        lines.push_back({each.ticket.toString(), each.ticket.toString(),
                         {each.number, serviceName(each.service, centre), placeName(each.place, centre), reason, timeOrNothing(each.since, centre),
                          timeOrNothing(each.expectedAt, centre), wordsOr(each.warnings, calm)},
                         badgeOr(each.warnings, calm)});
    }
    return lines;
}

std::vector<BoardLine> alarms(const Board& board, const CentreDefinition& centre)
{
    std::vector<BoardLine> lines;
    for (const AlarmRow& each : board.alarms) {
        BadgeValue state{Icons::Urgent, Words::tr("Open"), Tone::Danger};
        if (each.clearedAt)
            state = {Icons::Check, each.falseAlarm ? Words::tr("False alarm") : Words::tr("Cleared"), Tone::Muted};
        else if (!each.answers.empty())
            state = {Icons::Person, Words::tr("On the way"), Tone::Warning};
        lines.push_back({each.alarm.toString(), {},
                         {timeOrNothing(each.raisedAt, centre), words::alarmPlace(each, centre), words::alarmSentence(each, centre), state.word},
                         state});
    }
    return lines;
}

std::vector<BoardLine> closings(const Board& board, const CentreDefinition& centre)
{
    std::vector<BoardLine> lines;
    const auto add = [&](const ClosingRow& row, const QString& what, const BadgeValue& state) {
        lines.push_back({row.ticket.toString(), row.ticket.toString(),
                         {row.number, serviceName(row.service, centre), dayText(row.firstDay), what, state.word}, state});
    };
    for (const ClosingRow& row : board.byRule)
        add(row, Words::tr("%1, was %2", "reason, state before").arg(words::of(row.reason), words::of(row.was)),
            {Icons::Warning, Words::tr("Closed by rule"), Tone::Warning});
    for (const ClosingRow& row : board.carried)
        add(row, words::of(row.status), {Icons::Calendar, Words::tr("Carried over"), Tone::Info});
    return lines;
}

} // namespace onedoor::boardlines
