// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the look that Qt's style sheets do well: type classes, tones, tabs, menus, tool tips, scroll bars, headers, text
// areas. Buttons, inputs, boxes and rows are painted by ThemeStyle. Pure function of the tokens and the text scale.
#pragma once

#include <QString>

namespace onedoor {

struct Tokens;

QString styleSheet(const Tokens& tokens);

} // namespace onedoor
