// SPDX-License-Identifier: GPL-3.0-or-later
// What paper looks like, on screen and in print, whatever the look of the program: a thermal head knows black and nothing else.
#pragma once

#include <QColor>

namespace onedoor {

inline QColor paperColour()
{
    return Qt::white;
}

inline QColor inkColour()
{
    return Qt::black;
}

} // namespace onedoor
