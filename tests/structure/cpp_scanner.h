// SPDX-License-Identifier: GPL-3.0-or-later
// Walks C++ text just far enough to tell code, comments and literals apart. Not a parser: it knows nothing of the
// preprocessor and of digit separators only that they stand between digits.
#pragma once

#include <QList>
#include <QString>

namespace onedoor::structure {

/// Offsets of the first Han character of each name or literal that holds one and is no argument of tr(), translate() or
/// one of Qt's QT_…_NOOP marks. Comments may hold any: a law or a desk's own word is best named as it is. One a line.
QList<qsizetype> untranslatedHan(QStringView text);

} // namespace onedoor::structure
