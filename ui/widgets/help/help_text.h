// SPDX-License-Identifier: GPL-3.0-or-later
// The words behind F1: one Markdown file a page and language under resources/help, in headings, lists, paragraphs. A key in backticks is
// written as QKeySequence reads it ("Ctrl+Return"); people see it as it is printed on their keyboard. Pure functions; UI thread.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace onedoor {

/// What a volunteer needs on the first day; no page has this key.
inline constexpr const char* firstStepsKey = "firstSteps";

bool hasHelp(const QString& page);
/// The page's help in the language of the program, keys as they are printed on the keyboard; empty when there is none.
QString helpText(const QString& page);
/// The keys that a page's help names, in the language of the program.
QList<QKeySequence> keysNamedIn(const QString& page);

} // namespace onedoor
