// SPDX-License-Identifier: GPL-3.0-or-later
// SlipContent: what stands on one ticket slip, in the language of the program (local_name.h). A slip is left on benches, so it holds
// what leads the visitor and nothing more: no identity number, no telephone, the name masked; of a confidential service or visit
// neither name nor service. Plain value, any thread once made; the makers read the default QLocale: UI thread. They never fail: a
// key that the centre no longer knows is left out.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/services/api/reception.h"
#include "ui/models/slip_code.h"

namespace onedoor {

/// The places of one zone where the number may be called.
struct SlipStop {
    QString zone;       ///< name; empty when the centre names none
    QStringList places; ///< short labels, as on the board

    friend bool operator==(const SlipStop&, const SlipStop&) = default;
};

struct SlipContent {
    TicketId ticket; ///< null: a test slip
    QString header;
    QString number;
    QString service;                    ///< empty: confidential
    QString name;                       ///< masked; empty: confidential or not given
    std::optional<std::uint32_t> ahead; ///< nothing: not known, as when printed again
    QString wait; ///< how long it will take, in words (wait_words.h); empty: nothing is said
    QList<SlipStop> stops;
    QStringList afterwards; ///< names of the services behind this one; none of a confidential visit
    QString issued;    ///< "2026-03-02 09:05", local time of the centre
    QString reprinted; ///< the same of the second printing; empty: the first one
    QString visitNumber;
    QString footer;
    QString code; ///< slipCodeText()

    bool isTest() const { return ticket.isNull(); }
    friend bool operator==(const SlipContent&, const SlipContent&) = default;
};

/// What the form knew when it registered the visit, beside the answer.
struct SlipVisitor {
    QString service; ///< key
    QString name;    ///< unmasked
    bool confidential = false;
};

/// For a ticket that has just been issued.
SlipContent slipFor(const CentreDefinition& centre, const VisitReply& issued, const SlipVisitor& visitor, Instant issuedAt);
/// For printing again: the same number; how many stand before it is no longer known.
SlipContent slipAgain(const CentreDefinition& centre, const TicketRow& ticket, Instant printedAt);
/// For trying out a printer: says so in place of a number and counts nothing.
SlipContent testSlip(const CentreDefinition& centre, Instant now);

} // namespace onedoor
