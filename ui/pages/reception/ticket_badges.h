// SPDX-License-Identifier: GPL-3.0-or-later
// How the states of a ticket look at the desk: icon, word and tone. Pure functions; UI thread.
#pragma once

#include "core/domain/rows.h"
#include "ui/widgets/badge.h"

namespace onedoor {

BadgeValue badgeOf(TicketStatus status);
BadgeValue badgeOf(PrintStatus status);
/// The pictures of words::notesOn(), in its order.
QList<BadgeValue> noteBadgesOf(const TicketRow& ticket);

} // namespace onedoor
