// SPDX-License-Identifier: GPL-3.0-or-later
// How the states of a ticket look at the desk: icon, word and tone. Pure functions; UI thread.
#pragma once

#include "core/domain/rows.h"
#include "ui/widgets/badge.h"

namespace onedoor {

BadgeValue badgeOf(TicketStatus status);
BadgeValue badgeOf(PrintStatus status);
/// The picture of words::noteOn(); without a word when there is nothing to say.
BadgeValue noteBadgeOf(const TicketRow& ticket);

} // namespace onedoor
