// SPDX-License-Identifier: GPL-3.0-or-later
// How the states of a ticket look at the desk: icon, word and tone. Pure functions; UI thread.
#pragma once

#include "core/domain/rows.h"
#include "core/services/api/waiting.h"
#include "ui/widgets/badge.h"

namespace onedoor {

BadgeValue badgeOf(TicketStatus status);
BadgeValue badgeOf(PrintStatus status);
/// What somebody has waited; of those who still wait long waits stand out (WaitLevel, by the centre's thresholds).
BadgeValue waitBadgeOf(TicketStatus status, WaitLevel level, const QString& waited);
/// The pictures of words::notesOn(), in its order.
QList<BadgeValue> noteBadgesOf(const TicketRow& ticket);

} // namespace onedoor
