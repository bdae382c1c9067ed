// SPDX-License-Identifier: GPL-3.0-or-later
// Short facts: Badge (state as icon and word, never colour alone), Chip (a removable choice such as a filter), TicketBadge (a
// ticket number in digits of equal width), KeyHint (a shortcut as key caps). Labels with text, so that screen readers read them.
// Owned by their parent; UI thread.
#pragma once

#include "ui/widgets/icons/icon.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QLabel>

namespace onedoor {

struct BadgeValue {
    Icons icon = Icons::Info;
    QString word;
    Tone tone = Tone::Muted;
};

/// For delegates: the same picture without a widget.
QSize badgeSize(const BadgeValue& value);
void paintBadge(QPainter& painter, const QRect& rect, const BadgeValue& value, qreal devicePixelRatio);

class Badge : public QLabel {
    Q_OBJECT
public:
    explicit Badge(const BadgeValue& value, QWidget* parent = nullptr);
    Badge(Icons icon, const QString& word, Tone tone, QWidget* parent = nullptr) : Badge(BadgeValue{icon, word, tone}, parent) {}
    void setValue(const BadgeValue& value);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    BadgeValue m_value;
};

/// Click, Enter, Space, Delete or Backspace removes it.
class Chip : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

class TicketBadge : public QLabel {
    Q_OBJECT
public:
    explicit TicketBadge(const QString& number, Type size = Type::Lead, QWidget* parent = nullptr);
    void setNumber(const QString& number);
    void setUrgent(bool urgent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Type m_size;
    bool m_urgent = false;
};

class KeyHint : public QLabel {
    Q_OBJECT
public:
    explicit KeyHint(const QKeySequence& keys, QWidget* parent = nullptr);
    void setKeys(const QKeySequence& keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList m_caps;
};

/// The keys as they are printed on the keyboard: "Ctrl+Enter".
QString keyText(const QKeySequence& keys);

/// Draws text with every digit in a cell of the widest digit; works with any font. Left aligned, vertically centred.
void paintTabular(QPainter& painter, const QRect& rect, const QString& text, const QFont& font);
int tabularWidth(const QString& text, const QFont& font);

} // namespace onedoor
