// SPDX-License-Identifier: GPL-3.0-or-later
// What a text in a template may look like. Pure functions, any thread.
#pragma once

#include "core/base/message_words.h"

#include <QString>

namespace onedoor {

enum class FieldPattern {
    Plain,        ///< anything printable
    Key,          ///< a lower-case letter, then letters and digits: "roomStaff"
    Chinese,      ///< holds a Chinese character
    English,      ///< holds a Latin letter and no Chinese character
    DivisionCode, ///< six digits
    Prefix,       ///< one to three capital letters, none of which looks like a digit
    File,         ///< a relative path of lower-case words that ends in .json
    Permission,   ///< dotted words, perhaps with ".*" at the end; or "*"
};

bool obeys(QStringView text, FieldPattern pattern);
/// The stable word of a pattern for facts: "key", "chinese", …
QString fieldPatternName(FieldPattern pattern);

} // namespace onedoor
