// SPDX-License-Identifier: GPL-3.0-or-later
// A record's state as named values for people to compare, whatever kind of record it is. Secrets are left out. Pure functions, any
// thread.
#pragma once

#include "core/domain/event_traits.h"

#include <QJsonObject>
#include <QStringList>

namespace onedoor {

/// "ticket", "person", "account" …; empty for a record that can't be read.
QString recordKind(const RecordState& state);
/// Instants carry the offset. Empty values are left out.
QJsonObject recordFields(const RecordState& state, int offsetMinutes);
/// All names that recordFields may give for a kind of record, in the order in which people read them.
QStringList recordFieldOrder(const QString& kind);

} // namespace onedoor
