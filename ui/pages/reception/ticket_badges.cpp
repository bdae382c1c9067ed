// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/ticket_badges.h"

#include "ui/models/route_words.h"
#include "ui/models/words.h"

namespace onedoor {

BadgeValue badgeOf(TicketStatus status)
{
    const QString word = words::of(status);
    switch (status) {
    case TicketStatus::Waiting: return {Icons::Clock, word, Tone::Info};
    case TicketStatus::Called: return {Icons::Call, word, Tone::Accent};
    case TicketStatus::Serving: return {Icons::Person, word, Tone::Success};
    case TicketStatus::Held: return {Icons::Hold, word, Tone::Warning};
    case TicketStatus::Missed: return {Icons::NoShow, word, Tone::Danger};
    case TicketStatus::Finished: return {Icons::Check, word, Tone::Muted};
    case TicketStatus::Withdrawn: return {Icons::Close, word, Tone::Muted};
    }
    return {};
}

BadgeValue badgeOf(PrintStatus status)
{
    const QString word = words::of(status);
    switch (status) {
    case PrintStatus::Issued: return {Icons::Print, word, Tone::Muted};
    case PrintStatus::Printed: return {Icons::Check, word, Tone::Success};
    case PrintStatus::Failed: return {Icons::PrintFailed, word, Tone::Danger};
    }
    return {};
}

BadgeValue waitBadgeOf(TicketStatus status, WaitLevel level, const QString& waited)
{
    if (status != TicketStatus::Waiting || level == WaitLevel::Short)
        return {Icons::Clock, waited, Tone::Muted};
    return level == WaitLevel::Long ? BadgeValue{Icons::Clock, waited, Tone::Warning} : BadgeValue{Icons::Warning, waited, Tone::Danger};
}

QList<BadgeValue> noteBadgesOf(const TicketRow& ticket)
{
    QList<BadgeValue> badges;
    const qsizetype needs = words::needs(ticket).size();
    const QStringList notes = words::notesOn(ticket);
    for (const QString& word : notes.first(notes.size() - needs)) {
        if (ticket.confidential && badges.isEmpty())
            badges.append({Icons::Lock, word, Tone::Warning});
        else if (ticket.threat)
            badges.append({Icons::Warning, word, Tone::Danger});
        else
            badges.append({ticket.print == PrintStatus::Failed ? Icons::PrintFailed : Icons::Urgent, word, Tone::Danger});
    }
    QList<Icons> icons;
    for (const auto& [holds, name] : {std::pair(ticket.escort, Icons::Handshake), std::pair(ticket.hearing, Icons::SoundOff),
                                      std::pair(ticket.wheelchair, Icons::Wheelchair)}) {
        if (holds)
            icons.append(name);
    }
    for (qsizetype at = 0; at < needs; ++at)
        badges.append({icons[at], notes[notes.size() - needs + at], Tone::Info});
    return badges;
}

} // namespace onedoor
