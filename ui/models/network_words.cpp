// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/network_words.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"

#include <QCoreApplication>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::NetworkWords)
};

/// Clocks that differ by less than this disturb nobody.
constexpr std::int64_t clockTolerance = 2 * 60 * 1000;

int count(std::uint64_t number)
{
    return int(std::min<std::uint64_t>(number, 1'000'000'000));
}

QString joined(const QStringList& parts)
{
    return parts.join(u" · "_s);
}

NetworkLine hostLine(const NetworkView& view)
{
    if (view.serveError)
        return {Words::tr("Host of the hall, but no PC can connect"), NetworkMood::Bad};
    const auto connected = std::count_if(view.contacts.begin(), view.contacts.end(), [](const NodeContact& each) { return each.isConnected; });
    const QString text = joined({Words::tr("This PC is the host of the hall"), Words::tr("%n PC(s) connected", nullptr, int(connected))});
    return {text, connected > 0 ? NetworkMood::Good : NetworkMood::Quiet};
}

NetworkLine brokenLine(const NetworkView& view, int offsetMinutes)
{
    QStringList parts{view.brokenSince ? Words::tr("Cut off from the host since %1").arg(timeText(view.brokenSince, offsetMinutes))
                                       : Words::tr("Cut off from the host")};
    if (view.waiting > 0)
        parts.append(Words::tr("%n entry(ies) to be sent", nullptr, count(view.waiting)));
    if (view.isCutOff)
        parts.append(Words::tr("calls are provisional"));
    return {joined(parts), NetworkMood::Bad};
}

NetworkLine deskLine(const NetworkView& view, int offsetMinutes)
{
    if (view.link == NetworkView::Link::None)
        return {joined({Words::tr("No host is known"), Words::tr("calls are provisional")}), NetworkMood::Bad};
    if (view.link == NetworkView::Link::Broken || (view.link == NetworkView::Link::Connecting && view.linkError))
        return brokenLine(view, offsetMinutes);
    if (view.link == NetworkView::Link::Connecting)
        return {Words::tr("Connecting to the host %1…").arg(view.host), NetworkMood::Busy};
    QStringList parts{Words::tr("Connected to the host %1").arg(view.host)};
    if (view.isCutOff) {
        parts.append(Words::tr("it is not the host of the hall any more, calls are provisional"));
        return {joined(parts), NetworkMood::Bad};
    }
    if (view.refusals > 0 || view.forks > 0) {
        parts.append(Words::tr("%n PC(s) kept back", nullptr, view.refusals + view.forks));
        return {joined(parts), NetworkMood::Bad};
    }
    if (view.waiting > 0)
        parts.append(Words::tr("%n entry(ies) being sent", nullptr, count(view.waiting)));
    else if (view.isFetching)
        parts.append(Words::tr("fetching entries"));
    return {joined(parts), parts.size() > 1 ? NetworkMood::Busy : NetworkMood::Good};
}

/// Work does not wait for the hub: it is told of, and alarms nobody.
NetworkLine withHub(NetworkLine line, const NetworkView& view, int offsetMinutes)
{
    if (view.hub.isEmpty() || view.hubFollows || !view.hubError)
        return line;
    const QString since = view.hubBrokenSince ? Words::tr("the hub is out of reach since %1").arg(timeText(view.hubBrokenSince, offsetMinutes))
                                              : Words::tr("the hub is out of reach");
    return {joined({line.text, since}), line.mood == NetworkMood::Bad ? NetworkMood::Bad : NetworkMood::Busy};
}

void addHubFacts(QList<NetworkFact>& facts, const NetworkView& view, const CentreDefinition& centre)
{
    if (view.hub.isEmpty())
        return;
    facts.append({Words::tr("Hub"), view.hub});
    if (view.hubError && !view.hubFollows) {
        facts.append({Words::tr("Why the hub is out of reach"), errorText(*view.hubError, centre)});
        if (view.hubBrokenSince)
            facts.append({Words::tr("Out of reach since"), momentText(view.hubBrokenSince, centre.offsetMinutes)});
    }
    facts.append({Words::tr("To be sent to the hub"), Words::tr("%n entry(ies)", nullptr, count(view.hubWaiting))});
}

QString roleText(const NetworkView& view)
{
    switch (view.role) {
    case NetworkView::Role::Alone: return Words::tr("Works alone; no other PC is connected to it");
    case NetworkView::Role::Host: return Words::tr("Host of the hall: grants the numbers and decides who is called");
    case NetworkView::Role::Desk: return Words::tr("Follows the host of the hall");
    }
    return {};
}

} // namespace

QString clockOffsetText(std::int64_t milliseconds)
{
    const std::int64_t size = milliseconds < 0 ? -milliseconds : milliseconds;
    if (size <= clockTolerance)
        return {};
    constexpr std::int64_t minute = 60 * 1000;
    constexpr int longest = 120;
    const int minutes = count(std::uint64_t(size / minute));
    const QString amount = minutes <= longest ? Words::tr("%n minute(s)", nullptr, minutes) : Words::tr("%n hour(s)", nullptr, minutes / 60);
    return milliseconds > 0 ? Words::tr("%1 ahead").arg(amount) : Words::tr("%1 behind").arg(amount);
}

NetworkLine hubLine(const NetworkView& view, const QString& name, int offsetMinutes)
{
    if (view.hub.isEmpty())
        return {};
    QStringList parts{name.isEmpty() ? Words::tr("Hub %1").arg(view.hub) : Words::tr("Hub %1, %2").arg(name, view.hub)};
    NetworkMood mood = NetworkMood::Good;
    if (view.hubFollows) {
        parts.append(view.hubWaiting == 0 ? Words::tr("it has everything") : Words::tr("connected"));
    } else if (view.hubError) {
        parts.append(view.hubBrokenSince ? Words::tr("out of reach since %1").arg(momentText(view.hubBrokenSince, offsetMinutes))
                                         : Words::tr("out of reach"));
        mood = NetworkMood::Busy;
    } else {
        parts.append(Words::tr("connecting…"));
        mood = NetworkMood::Busy;
    }
    if (view.hubWaiting > 0)
        parts.append(Words::tr("%n entry(ies) to be sent", nullptr, count(view.hubWaiting)));
    if (view.hubLastContact)
        parts.append(Words::tr("last contact %1").arg(momentText(view.hubLastContact, offsetMinutes)));
    return {joined(parts), mood};
}

NetworkLine networkLine(const NetworkView& view, int offsetMinutes)
{
    if (view.fault)
        return {Words::tr("The connection to the other PCs could not be set up"), NetworkMood::Bad};
    switch (view.role) {
    case NetworkView::Role::Alone: return withHub({Words::tr("Works alone"), NetworkMood::Quiet}, view, offsetMinutes);
    case NetworkView::Role::Host: return withHub(hostLine(view), view, offsetMinutes);
    case NetworkView::Role::Desk: return withHub(deskLine(view, offsetMinutes), view, offsetMinutes);
    }
    return {};
}

QList<NetworkFact> networkFacts(const NetworkView& view, const CentreDefinition& centre)
{
    QList<NetworkFact> facts{{Words::tr("This PC"), roleText(view)}};
    const auto add = [&](const QString& label, const QString& text) { facts.append({label, text}); };
    if (view.fault)
        add(Words::tr("Fault"), errorText(*view.fault, centre));
    if (view.serveError)
        add(Words::tr("Why no PC can connect"), errorText(*view.serveError, centre));
    if (!view.ownLetter.isEmpty())
        add(Words::tr("Letter of this PC"), view.ownLetter);
    if (view.port != 0)
        add(Words::tr("Port for the other PCs"), QString::number(view.port));
    addHubFacts(facts, view, centre);
    if (view.link == NetworkView::Link::None)
        return facts;
    add(Words::tr("Host"), view.host);
    if (view.linkError)
        add(Words::tr("Why it is cut off"), errorText(*view.linkError, centre));
    if (view.brokenSince)
        add(Words::tr("Cut off since"), momentText(view.brokenSince, centre.offsetMinutes));
    add(Words::tr("Last contact"), view.lastContact ? momentText(view.lastContact, centre.offsetMinutes) : Words::tr("Never yet"));
    add(Words::tr("To be sent"), Words::tr("%n entry(ies)", nullptr, count(view.waiting)));
    if (const QString offset = clockOffsetText(view.clockOffset); !offset.isEmpty())
        add(Words::tr("Clock of the host"), Words::tr("%1. Set the clock of the PC that is wrong.").arg(offset));
    if (view.refusals > 0)
        add(Words::tr("Kept back"), Words::tr("The entries of %n PC(s) were refused. An administrator looks at the PCs of this hall.", nullptr, view.refusals));
    if (view.forks > 0)
        add(Words::tr("Two versions"), Words::tr("%n PC(s) wrote two different versions of their entries: a disk was put back or copied.", nullptr, view.forks));
    return facts;
}

QString cutOffText(const NetworkView& view, int offsetMinutes)
{
    if (!view.isCutOff || view.role != NetworkView::Role::Desk)
        return {};
    const QString since = view.brokenSince ? Words::tr("Cut off from the host of the hall since %1.").arg(timeText(view.brokenSince, offsetMinutes))
                                           : Words::tr("Cut off from the host of the hall.");
    const QString calls = Words::tr("\"Call next\" reaches only visitors who were registered on this PC or directed to its place; all calls are provisional.");
    const QString numbers = view.ownLetter.isEmpty()
        ? Words::tr("When the numbers kept in stock are used up, new ones carry this PC's letter.")
        : Words::tr("When the numbers kept in stock are used up, new ones carry this PC's letter %1.").arg(view.ownLetter);
    return Words::tr("%1 %2 %3", "three sentences").arg(since, calls, numbers);
}

} // namespace onedoor
