// SPDX-License-Identifier: GPL-3.0-or-later
// What the steps of the assistant share about fields with a button beside them, and about choosing a folder. UI thread.
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace onedoor {

/// Both in one row, the editor as wide as there is room; the focus goes to it.
QWidget* rowOf(QWidget* editor, QWidget* button);

/// `chosen` gets the folder as people read it, unless they change their mind. Does not wait.
void askFolder(QWidget* asking, const QString& title, const std::function<void(const QString&)>& chosen);

} // namespace onedoor
