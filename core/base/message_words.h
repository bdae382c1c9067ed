// SPDX-License-Identifier: GPL-3.0-or-later
// How a message may speak of input that is wrong: the path of the field, the text made harmless, the word that was meant.
// Everything here may be fed with hostile input and costs little. Pure functions, any thread.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace onedoor {

/// Where the first character stands that nothing readable may hold: control, direction override, zero-width, private, unassigned
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
