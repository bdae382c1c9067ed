// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/widgets/badge.h"

#include <QKeyEvent>

namespace onedoor {

bool isPlainEnter(const QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    return isEnter && !event->isAutoRepeat() && !(event->modifiers() & ~Qt::KeypadModifier);
}

Button::Button(const QString& text, Variant variant, QWidget* parent) : QPushButton(text, parent)
{
    setAutoDefault(false);
    setVariant(this, variant);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // may draw together as far as minimumSizeHint()
}

Button::Button(Icons name, const QString& text, Variant variant, QWidget* parent) : Button(text, variant, parent)
{
    setIcon(onedoor::icon(name));
}

Button* Button::iconOnly(Icons name, const QString& label, QWidget* parent)
{
    auto* button = new Button(name, QString(), Variant::Quiet, parent);
    button->setAccessibleName(label);
    button->setToolTip(label);
    return button;
}

void Button::setKeys(const QKeySequence& keys)
{
    setProperty("keys", keyText(keys));
    setAccessibleDescription(keyText(keys));
    updateGeometry();
    update();
}

QSize Button::minimumSizeHint() const
{
    const QString keys = property("keys").toString();
    QSize size = QPushButton::minimumSizeHint();
    if (!keys.isEmpty())
        size.rwidth() -= keyCapRoom(keys);
    return size;
}

void Button::keyPressEvent(QKeyEvent* event)
{
    if (isPlainEnter(event))
        return click();
    QPushButton::keyPressEvent(event);
}

ActionButton::ActionButton(QAction* action, Variant variant, QWidget* parent) : Button(QString(), variant, parent), m_action(action)
{
    setCheckable(action->isCheckable());
    connect(action, &QAction::changed, this, &ActionButton::follow);
    connect(action, &QObject::destroyed, this, [this] { setEnabled(false); });
    connect(this, &QPushButton::clicked, action, [action] { action->trigger(); });
    follow();
}

void ActionButton::follow()
{
    if (!m_action)
        return;
    setText(m_action->text());
    setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    // Shown only after it was hidden here: a button without a parent yet must not pop up as a window of its own.
    if (m_action->isVisible() == m_hiddenByAction) {
        m_hiddenByAction = !m_action->isVisible();
        setVisible(!m_hiddenByAction);
    }
    setChecked(m_action->isChecked());
    setStatusTip(m_action->statusTip());
    setKeys(m_action->shortcut());
}

} // namespace onedoor

#include "moc_button.cpp"
