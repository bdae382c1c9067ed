// SPDX-License-Identifier: GPL-3.0-or-later
// The number, large enough to be read and remembered, where to go, and whether the slip came out: what is printed and what is not is never
// told otherwise than it is. UI thread.
#pragma once

#include "ui/pages/kiosk/kiosk_screen.h"
#include "ui/pages/kiosk/kiosk_trip.h"

namespace onedoor {

struct CentreDefinition;

class TicketScreen final : public KioskScreen {
    Q_OBJECT
public:
    TicketScreen(const KioskMeasure& measure, const KioskTrip& trip, const CentreDefinition& centre);

Q_SIGNALS:
    void done();
    void printWanted();

private:
    void addFacts(const KioskTrip& trip, const CentreDefinition& centre);
};

} // namespace onedoor
