// SPDX-License-Identifier: GPL-3.0-or-later
// The identities of the domain's records, one type each so that a ticket can't be passed where a visit is meant.
// Zones, places, units, services, series and roles are known by the keys that the centre's definition gives them.
#pragma once

#include "core/base/id.h"

#include <QDate>

namespace onedoor {

using CentreId = Id<struct CentreTag>;
using NodeId = Id<struct NodeTag>;     ///< one installation of the program
using StreamId = Id<struct StreamTag>; ///< one incarnation of one node: (centre, node, incarnation)
using AccountId = Id<struct AccountTag>;
using PersonId = Id<struct PersonTag>;
using VisitId = Id<struct VisitTag>;
using MatterId = Id<struct MatterTag>;
using TicketId = Id<struct TicketTag>;
using HoldId = Id<struct HoldTag>; ///< a legal hold on a person

/// The record of a place, found from its key.
inline RawId placeRecord(const QString& placeKey)
{
    const QByteArray name = QByteArray("place:") + placeKey.toUtf8();
    return RawId::named(name);
}

/// The record that counts a series' numbers on one business day.
inline RawId numberingRecord(const QString& seriesKey, QDate day)
{
    const QByteArray name = QByteArray("numbering:") + seriesKey.toUtf8() + ':' + QByteArray::number(day.toJulianDay());
    return RawId::named(name);
}

} // namespace onedoor
