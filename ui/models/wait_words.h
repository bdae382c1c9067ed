// SPDX-License-Identifier: GPL-3.0-or-later
// An estimate of waiting in words that a person at a desk would say: a range in round minutes, never seconds. Rounded to the nearest five or
// ten, not outwards, so that what is read holds the truth about as often as what was reckoned. Pure functions; UI thread.
#pragma once

#include "core/services/api/waiting.h"

#include <QString>

namespace onedoor::words {

/// "10–25 minutes", "under 5 minutes", "more than 2 hours", "called right away"; with what else there is to know: that it may be too late
/// today, that it is a planning value, that nobody serves it now.
QString wait(const WaitEstimate& estimate);
/// For public screens: the range alone; empty when there is none.
QString waitBriefly(const WaitEstimate& estimate);
/// For paper, which can't be taken back: empty when nothing is meant to be said.
QString waitOnSlip(const WaitEstimate& estimate);
/// How long somebody has waited, by the centre's thresholds.
WaitLevel levelOfWait(const QueueSettings& settings, std::int64_t seconds);

} // namespace onedoor::words
