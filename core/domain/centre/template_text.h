// SPDX-License-Identifier: GPL-3.0-or-later
// What a text in a template may look like, and helpers to talk about one that does not. Pure functions, any thread.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

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

/// Where the first character stands that no template may hold: control, direction override, zero-width, private, unassigned
/// or half of a surrogate pair.
struct ForbiddenCharacter {
    qsizetype position = 0;
    char32_t codePoint = 0;
};
std::optional<ForbiddenCharacter> findForbiddenCharacter(QStringView text);

/// The text as it may be shown in a message: shortened, forbidden characters replaced.
QString printable(QStringView text);

/// The known word that differs least, or an empty string when none is near.
QString nearestWord(QStringView text, const QStringList& known);

/// "places[3]" + "zone" → "places[3].zone".
QString childPath(const QString& path, QStringView name);
/// "places" + 3 → "places[3]".
QString itemPath(const QString& path, qsizetype index);

} // namespace onedoor
