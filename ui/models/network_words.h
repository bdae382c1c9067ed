// SPDX-License-Identifier: GPL-3.0-or-later
// What people read about the other PCs of the hall: one line for the foot of the window, the facts behind it, and what it means for
// their work while the hall host is out of reach. Pure functions; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "ui/models/network_door.h"

#include <QList>

namespace onedoor {

/// How much the line wants to be seen.
enum class NetworkMood { Quiet, Good, Busy, Bad };

struct NetworkLine {
    QString text;
    NetworkMood mood = NetworkMood::Quiet;
};

struct NetworkFact {
    QString label;
    QString text;
};

NetworkLine networkLine(const NetworkView& view, int offsetMinutes);
/// What lies behind the line, most important first.
QList<NetworkFact> networkFacts(const NetworkView& view, const CentreDefinition& centre);
/// For the pages that register and call; empty while nothing is different from usual.
QString cutOffText(const NetworkView& view, int offsetMinutes);
/// How the connection to the hub stands, in one line; empty without one. `name`: what the hub calls itself.
NetworkLine hubLine(const NetworkView& view, const QString& name, int offsetMinutes);
/// "4 min ahead"; empty while the two clocks agree well enough.
QString clockOffsetText(std::int64_t milliseconds);

} // namespace onedoor
