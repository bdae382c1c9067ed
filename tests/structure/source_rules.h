// SPDX-License-Identifier: GPL-3.0-or-later
// House rules that a machine can judge by reading text. A fault is one sentence that opens with "path:line" or "path".
#pragma once

#include "tests/structure/source_file.h"

#include <QStringList>

namespace onedoor::structure {

/// Sources, scripts, CMake and SQL files that do not name their licence in their first three lines.
QStringList licenceFaults(const SourceFiles& files);

/// Han characters in C++ outside comments and translation calls; tests are exempt, their data is Chinese.
QStringList hanFaults(const SourceFiles& files);

/// Paths of one machine and addresses of package registries, in any text.
QStringList machineFaults(const SourceFiles& files);

/// Marks of work left for later, in code of any kind.
QStringList leftForLaterFaults(const SourceFiles& files);

/// Product C++ files of 500 lines and more.
QStringList lengthFaults(const SourceFiles& files);

/// Event loops inside event loops: exec() of dialogs, menus and loops in ui and app, and local loops anywhere in the product.
/// Only a program's main.cpp may run the one loop it has.
QStringList nestedLoopFaults(const SourceFiles& files);

} // namespace onedoor::structure
