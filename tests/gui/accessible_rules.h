// SPDX-License-Identifier: GPL-3.0-or-later
// What a keyboard or a screen reader needs of a window, judged by walking its widgets. A fault is one sentence that names the widget.
#pragma once

#include <QStringList>

class QWidget;

namespace onedoor {

/// Interactive widgets without a name, with the name of a sibling of the same role, or with a role that says nothing.
QStringList nameFaults(const QWidget* window);
/// Actions that no key reaches.
QStringList actionFaults(const QWidget* window);
/// Access keys that two shown things of the window share.
QStringList accessKeyFaults(const QWidget* window);

} // namespace onedoor
