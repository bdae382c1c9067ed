// SPDX-License-Identifier: GPL-3.0-or-later
// Every key that does something in a window, read from its actions and buttons, so that the list can't be out of date. UI thread. An action
// may name its group with the dynamic property "group", and with "keyText" what its key does where its own text does not say so.
#pragma once

#include <QCoreApplication>
#include <QKeySequence>
#include <QList>

class QWidget;

namespace onedoor {

struct KeyEntry {
    QString group;
    QString text;
    QKeySequence keys;
};

class KeyMap {
    Q_DECLARE_TR_FUNCTIONS(onedoor::KeyMap)
public:
    /// What is bound on visible widgets of the window, in groups, in the order of the actions.
    static QList<KeyEntry> entries(const QWidget* window);
    /// Keys bound more than once on visible widgets: a fault in the program.
    static QStringList conflicts(const QWidget* window);
    /// The entries to read, and what Tab, Enter and Esc do everywhere. The caller owns it.
    static QWidget* makeList(const QWidget* window);
};

} // namespace onedoor
