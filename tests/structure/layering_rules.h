// SPDX-License-Identifier: GPL-3.0-or-later
// The line of rooms, judged by what each file includes. A fault is one sentence: file, what it includes, which rule.
// Source of the line: CONTRIBUTING.md, "Rooms".
#pragma once

#include "tests/structure/source_file.h"

#include <QSet>
#include <QStringList>

namespace onedoor::structure {

/// Arrows that run the wrong way, rooms that stand nowhere in the line, includes not written from the root,
/// screen classes in core (`screenHeaders` are the header names of Qt Gui and Qt Widgets), and SQLite outside its room.
QStringList layeringFaults(const SourceFiles& files, const QSet<QString>& screenHeaders);

/// Pages that include another page.
QStringList pageFaults(const SourceFiles& files);

} // namespace onedoor::structure
