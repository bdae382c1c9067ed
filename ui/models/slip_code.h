// SPDX-License-Identifier: GPL-3.0-or-later
// The text inside the QR code of a slip: "ONEDOOR:20260302-A012/0197C0DE…", the visit number and the ticket's id, nothing about the
// person. Capitals only: QR codes hold them in two thirds of the space, and a scanner that types like a keyboard then works under
// any input method. Pure functions, any thread; a text that is no code of ours reads as nothing.
#pragma once

#include "core/domain/ids.h"

#include <QString>
#include <optional>

namespace onedoor {

struct SlipCode {
    QString visitNumber; ///< digits, capitals and hyphens
    TicketId ticket;

    friend bool operator==(const SlipCode&, const SlipCode&) = default;
};

QString slipCodeText(const SlipCode& code);
std::optional<SlipCode> readSlipCode(const QString& scanned);

} // namespace onedoor
