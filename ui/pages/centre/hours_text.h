// SPDX-License-Identifier: GPL-3.0-or-later
// Opening hours and closed days as they are typed, and as the centre keeps them. Tolerant of full width, blanks and other dashes. Pure
// functions, any thread.
#pragma once

#include <QJsonArray>
#include <QString>
#include <optional>

namespace onedoor {

/// "8:30-12, 14:00–17:30" as [{begin, end}, …]; empty for a closed day; nothing when it is no such text. Whether the spans are in order
/// is the centre's business.
std::optional<QJsonArray> readHours(const QString& typed);

/// One day a line or between semicolons: "2026-10-09 搬迁 / Moving". Nothing when a line has no day.
std::optional<QJsonArray> readClosedDays(const QString& typed);
QString closedDaysText(const QJsonArray& days);

} // namespace onedoor
