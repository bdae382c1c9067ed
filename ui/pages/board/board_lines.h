// SPDX-License-Identifier: GPL-3.0-or-later
// The board's answer as lines for its tables: names in the language of the program, minutes, states as icon, word and tone. Pure functions
// beside the translations; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/services/api/board.h"
#include "ui/pages/board/board_model.h"

namespace onedoor::boardlines {

enum ServiceColumn { ServiceName, ServiceWaiting, ServiceLongest, ServicePlaces, ServiceAway, ServiceForecast, ServiceState };
enum SeatColumn { SeatName, SeatStaff, SeatNumber, SeatMinutes, SeatState };
enum AwayColumn { AwayNumber, AwayService, AwayPlace, AwayReason, AwaySince, AwayExpected, AwayState };
enum AlarmColumn { AlarmTime, AlarmWhere, AlarmSentence, AlarmPhase };
enum ClosingColumn { ClosingNumber, ClosingService, ClosingDay, ClosingReason, ClosingState };

QStringList serviceHeaders();
QStringList placeHeaders();
QStringList awayHeaders();
QStringList alarmHeaders();
QStringList closingHeaders();

/// What needs somebody first: the worst state, then the most people; services without anybody last, in the centre's order.
std::vector<BoardLine> services(const Board& board, const CentreDefinition& centre);
std::vector<BoardLine> places(const Board& board, const CentreDefinition& centre);
std::vector<BoardLine> away(const Board& board, const CentreDefinition& centre);
std::vector<BoardLine> alarms(const Board& board, const CentreDefinition& centre);
/// Closed by rule, then what came over from earlier days.
std::vector<BoardLine> closings(const Board& board, const CentreDefinition& centre);

} // namespace onedoor::boardlines
