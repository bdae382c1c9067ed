// SPDX-License-Identifier: GPL-3.0-or-later
// The words that people read for the domain's enumerations and events, in the language of the program. One word per thing on every
// page. Pure functions; UI thread. An event type of a newer program is shown as its type.
#pragma once

#include "core/domain/person/erasure_events.h"
#include "core/domain/rows.h"

#include <QStringList>

namespace onedoor::words {

QString of(TicketStatus status);
QString of(PrintStatus status);
QString of(Sex sex);
QString of(DocumentKind kind);
QString of(PendingElsewhere where);
QString of(ErasureReason reason);
/// The name, or that none is recorded: of a ticket that a kiosk issued without one, or of an erased person.
QString visitor(const QString& name);
/// "ticket.called" → "Called".
QString ofEvent(const QString& type);
/// What to know about a ticket before anything else: that it is confidential, and the worst of danger, a slip that was not printed,
/// urgent; then what the visitor needs on the way; mostly empty.
QStringList notesOn(const TicketRow& ticket);
/// "< 1 min", "12 min", "1 h 05 min"; a negative time counts as nothing.
QString duration(std::int64_t seconds);

} // namespace onedoor::words
