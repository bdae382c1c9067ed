// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/wait_words.h"

#include <QCoreApplication>
#include <cmath>

namespace onedoor::words {

namespace {

constexpr int manyMinutes = 120; ///< beyond that nobody plans by minutes

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::Wait)
};

/// Nearest five, from an hour on nearest ten.
int roundMinutes(std::int64_t seconds)
{
    const double minutes = double(seconds) / 60.0;
    const int step = minutes < 60 ? 5 : 10;
    return int(std::lround(minutes / step)) * step;
}

QString range(const WaitEstimate& estimate)
{
    const int low = roundMinutes(estimate.lowSeconds);
    const int high = std::max(5, roundMinutes(estimate.highSeconds));
    if (low >= manyMinutes)
        return Words::tr("more than 2 hours");
    if (high > manyMinutes)
        return low == 0 ? Words::tr("up to more than 2 hours") : Words::tr("%1 minutes to more than 2 hours").arg(low);
    if (low == 0)
        return Words::tr("under %1 minutes").arg(high);
    return low == high ? Words::tr("about %1 minutes").arg(low) : Words::tr("%1–%2 minutes").arg(low).arg(high);
}

} // namespace

QString waitBriefly(const WaitEstimate& estimate)
{
    switch (estimate.state) {
    case WaitState::Waits: return range(estimate);
    case WaitState::AtOnce: return Words::tr("right away");
    case WaitState::Unstaffed: return {};
    case WaitState::NotToday: return Words::tr("no more today");
    }
    return {};
}

QString wait(const WaitEstimate& estimate)
{
    switch (estimate.state) {
    case WaitState::AtOnce: return Words::tr("Called right away");
    case WaitState::Unstaffed: return Words::tr("Nobody serves this at the moment");
    case WaitState::NotToday: return Words::tr("Not before closing time today");
    case WaitState::Waits: break;
    }
    QString said = range(estimate);
    if (estimate.mayMissClosing)
        said = Words::tr("%1; may not be reached before closing").arg(said);
    return estimate.learned ? said : Words::tr("%1 (planning value)").arg(said);
}

QString waitOnSlip(const WaitEstimate& estimate)
{
    switch (estimate.state) {
    case WaitState::AtOnce: return Words::tr("You will be called right away");
    case WaitState::Unstaffed: return {};
    case WaitState::NotToday: return Words::tr("Your turn may not come before closing today");
    case WaitState::Waits: break;
    }
    const QString said = estimate.learned ? Words::tr("Expected wait: %1").arg(range(estimate))
                                          : Words::tr("Planned wait: %1").arg(range(estimate));
    return estimate.mayMissClosing ? Words::tr("%1; may not be reached before closing").arg(said) : said;
}

WaitLevel levelOfWait(const QueueSettings& settings, std::int64_t seconds)
{
    if (seconds >= 60LL * settings.veryLongWaitMinutes)
        return WaitLevel::VeryLong;
    return seconds >= 60LL * settings.longWaitMinutes ? WaitLevel::Long : WaitLevel::Short;
}

} // namespace onedoor::words
