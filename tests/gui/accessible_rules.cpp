// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/accessible_rules.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QHash>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabBar>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

bool isInteractive(const QWidget* widget)
{
    if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() || widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QHeaderView*>(widget))
        return false;
    const bool isInside = qobject_cast<const QComboBox*>(widget->parentWidget()) || qobject_cast<const QAbstractSpinBox*>(widget->parentWidget());
    return !isInside && (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget)
                         || qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget)
                         || qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTabBar*>(widget));
}

QString where(const QWidget* widget)
{
    QStringList path;
    for (const QWidget* at = widget; at && path.size() < 4; at = at->parentWidget())
        path.prepend(QString::fromLatin1(at->metaObject()->className()));
    return path.join(u" > "_s);
}

QList<QWidget*> shown(const QWidget* window)
{
    QList<QWidget*> all;
    for (QWidget* widget : window->findChildren<QWidget*>())
        if (widget->isVisibleTo(window) && !widget->isWindow())
            all.append(widget);
    return all;
}

QChar accessKey(const QString& text)
{
    const QKeySequence keys = QKeySequence::mnemonic(text);
    return keys.isEmpty() ? QChar() : keys.toString().back();
}

} // namespace

QStringList nameFaults(const QWidget* window)
{
    QStringList faults;
    QHash<QString, int> seen;
    for (QWidget* widget : shown(window)) {
        if (!isInteractive(widget))
            continue;
        const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        const QString name = face ? face->text(QAccessible::Name) : QString();
        if (name.trimmed().isEmpty()) {
            faults.append(u"%1: no accessible name"_s.arg(where(widget)));
            continue;
        }
        if (face->role() == QAccessible::NoRole || face->role() == QAccessible::Client)
            faults.append(u"%1 \"%2\": its role says nothing"_s.arg(where(widget), name));
        const QString key = u"%1/%2/%3"_s.arg(reinterpret_cast<quintptr>(widget->parentWidget())).arg(face->role()).arg(name);
        if (++seen[key] == 2)
            faults.append(u"%1: a sibling is called \"%2\" too"_s.arg(where(widget), name));
    }
    return faults;
}

QStringList actionFaults(const QWidget* window)
{
    QStringList faults;
    QList<QWidget*> places = shown(window);
    places.append(const_cast<QWidget*>(window));
    for (const QWidget* widget : places) {
        for (const QAction* action : widget->actions()) {
            const bool reached = !action->shortcut().isEmpty() || !accessKey(action->text()).isNull() || action->isSeparator();
            // The cross inside a line edit repeats a key of the field; a menu opens with its button.
            const bool insideEdit = qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QLineEdit*>(widget->parentWidget());
            if (action->isVisible() && !reached && !insideEdit && !action->menu())
                faults.append(u"%1: no key reaches \"%2\""_s.arg(where(widget), action->text()));
        }
    }
    for (const QMenu* menu : window->findChildren<QMenu*>()) {
        QHash<QChar, int> keys;
        for (const QAction* action : menu->actions()) {
            const QChar key = accessKey(action->text());
            if (!action->isSeparator() && key.isNull())
                faults.append(u"menu: no access key for \"%1\""_s.arg(action->text()));
            else if (!action->isSeparator() && ++keys[key] == 2)
                faults.append(u"menu: access key %1 twice"_s.arg(key));
        }
    }
    return faults;
}

QStringList accessKeyFaults(const QWidget* window)
{
    QStringList faults;
    QHash<QChar, QString> owner;
    for (QWidget* widget : shown(window)) {
        QString text;
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            text = button->text();
        else if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->buddy())
            text = label->text();
        const QChar key = accessKey(text);
        if (key.isNull() || !widget->isEnabledTo(window))
            continue;
        if (owner.contains(key))
            faults.append(u"Alt+%1: \"%2\" and \"%3\""_s.arg(key).arg(owner.value(key), text));
        owner.insert(key, text);
    }
    return faults;
}

} // namespace onedoor
