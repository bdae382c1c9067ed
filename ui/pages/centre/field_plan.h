// SPDX-License-Identifier: GPL-3.0-or-later
// Which members the form of a section asks for and the table shows, and how each is typed. Bounds are not told here: the centre judges
// (core/domain/centre). Constant data, any thread.
#pragma once

#include <QList>
#include <QString>

namespace onedoor {

enum class Input {
    Text,
    Number,
    Flag,
    Choice,  ///< one of those that the centre has
    Choices, ///< any of them
    Words,   ///< separated by commas
    Stops,   ///< services in the order of a way
    Hours,   ///< of one day of the week, whose word is the member
    Spans,   ///< hours that belong to no weekday
    Days,    ///< closed days, one a line
};

struct PlannedField {
    QString member;
    Input input = Input::Text;
    bool inTable = false;
    bool optional = false;
};

QList<PlannedField> fieldPlan(const QString& section);

} // namespace onedoor
