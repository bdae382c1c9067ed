// SPDX-License-Identifier: GPL-3.0-or-later
// F1: every key that does something in this window, read from its actions and buttons, so that the list can't be out of date.
// Child of the window; UI thread. An action may name its group with the dynamic property "group", and with
// "keyText" what its key does where its own text does not say so.
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QPointer>

class QAction;
class QWidget;

namespace onedoor {

class Sheet;

struct KeyEntry {
    QString group;
    QString text;
    QKeySequence keys;
};

class KeyMap final : public QObject {
    Q_OBJECT
public:
    /// host: the widget that the list covers, usually the window's central widget. Binds F1 on the window.
    KeyMap(QWidget* window, QWidget* host);
    QAction* action() const { return m_action; }
    void toggle();
    bool isOpen() const;

    /// What is bound on visible widgets of the window, in groups, in the order of the actions.
    static QList<KeyEntry> entries(const QWidget* window);
    /// Keys bound more than once on visible widgets: a fault in the program.
    static QStringList conflicts(const QWidget* window);

private:
    QWidget* makeList() const;

    QWidget* m_window;
    QPointer<QWidget> m_host;
    QAction* m_action;
    QPointer<Sheet> m_sheet;
};

} // namespace onedoor
