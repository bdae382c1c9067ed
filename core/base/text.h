// SPDX-License-Identifier: GPL-3.0-or-later
// The door through which every typed, pasted or imported text enters: cleaned, or refused with the reason and the place.
// Pure functions, any thread. Lengths and positions are Unicode code points; positions count from 1 in the text as given.
// Work is linear in the input, and a text past its limit is refused before anything is copied or normalised.
// Errors (kind Invalid): text.required; text.tooLong {limit, length}; text.nul, text.brokenSurrogate {position};
// text.controlCharacter, text.bidirectionalControl, text.invisibleCharacter, text.tooManyMarks {position, character "U+202E"};
// text.lineBreak {position}.
// Source: Unicode UAX #15 (NFC, stream-safe limit of 30 marks), UAX #9 (directional controls), UTS #39 (invisible characters).
#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringView>

namespace onedoor {

/// What a field accepts.
struct TextRule {
    int maximumCharacters = 100; ///< code points after cleaning
    bool allowLineBreaks = false;
    bool required = false;
    bool foldWidth = false; ///< full-width ASCII letters and digits become half-width
};

/// NFC, no blanks at either end of a line, one space for each run of blanks, "\n" for every kind of line break, and without the
/// zero-width debris of copy and paste. Cleaning a clean text changes nothing. Rare Han characters, private-use characters of
/// old systems, '·' and emoji pass.
Result<QString> cleanText(const QString& input, const QString& field, const TextRule& rule);

/// For comparing only, never for storing: width, case, blanks, hyphens, name dots and invisible characters make no difference.
/// A dot or point between two digits stays: "3.5" is not "35".
QString foldForSearch(const QString& text);

/// The ASCII character that a full-width form stands for, U+3000 becoming a space; any other character itself.
char16_t halfWidth(char16_t unit);

/// Every kind of hyphen, dash and minus sign that people type between digits.
bool isHyphen(char32_t character);

/// The dots written between the parts of a transliterated name: '·' U+00B7 and what keyboards and old systems give instead.
bool isNameDot(char32_t character);

/// How many code points; an unpaired surrogate counts as one.
qsizetype characterCount(QStringView text);

} // namespace onedoor
