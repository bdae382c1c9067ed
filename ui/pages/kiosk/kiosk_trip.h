// SPDX-License-Identifier: GPL-3.0-or-later
// All that a kiosk knows of the person who stands before it. One value, thrown away as a whole when they go. Plain value; UI thread.
#pragma once

#include "core/services/api/kiosk.h"

namespace onedoor {

enum class KioskStep {
    Loading,  ///< what is offered is not known yet
    Closed,   ///< outside the opening hours
    Services, ///< which service?
    Document, ///< which identity number?
    Phone,    ///< which telephone number?
    Greeting, ///< known; shall the ticket be issued?
    Working,  ///< the store has been asked
    Ticket,   ///< here it is
    Trouble,  ///< it did not work, and why
};

enum class KioskSlip {
    None,     ///< nothing is printed: the ticket was there before
    Printing,
    Printed,
    Failed,
};

struct KioskTrip {
    KioskStep step = KioskStep::Loading;
    int page = 0;           ///< of the services
    QString service;        ///< key; empty: not chosen yet
    QString typed;          ///< so far, on the screen that is shown
    QString documentNumber;
    QString phone;
    std::optional<Error> fault; ///< what was wrong with what was typed, or what the trouble is
    KioskRequestId request; ///< of this wish: the same again gets the same ticket
    KioskGreeting greeting;
    std::optional<KioskTicket> ticket;
    KioskSlip slip = KioskSlip::None;
    bool staffTold = false; ///< of a slip that did not come out

    /// There is something that the next person must not see.
    bool isPersonal() const
    {
        const bool isFirst = step == KioskStep::Loading || step == KioskStep::Closed || step == KioskStep::Services;
        return !isFirst || !documentNumber.isEmpty() || !service.isEmpty();
    }
};

} // namespace onedoor
