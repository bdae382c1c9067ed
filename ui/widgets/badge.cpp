// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/badge.h"

#include "ui/widgets/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

int digitWidth(const QFontMetrics& metrics)
{
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

int advance(const QFontMetrics& metrics, int digit, QChar letter)
{
    return letter.isDigit() ? digit : metrics.horizontalAdvance(letter);
}

QFont badgeFont()
{
    return typeFont(Type::Caption);
}

int pillHeight(const QFont& used)
{
    return QFontMetrics(used).height() + scaled(6);
}

} // namespace

QString keyText(const QKeySequence& keys)
{
    return keys.toString(QKeySequence::NativeText).replace(u"Return"_s, u"Enter"_s);
}

int tabularWidth(const QString& text, const QFont& used)
{
    const QFontMetrics metrics(used);
    const int digit = digitWidth(metrics);
    int width = 0;
    for (const QChar letter : text)
        width += advance(metrics, digit, letter);
    return width;
}

void paintTabular(QPainter& painter, const QRect& rect, const QString& text, const QFont& used)
{
    painter.save();
    painter.setFont(used);
    const QFontMetrics metrics(used);
    const int digit = digitWidth(metrics);
    int left = rect.left();
    for (const QChar letter : text) {
        const int width = advance(metrics, digit, letter);
        painter.drawText(QRect(left, rect.top(), width, rect.height()), Qt::AlignVCenter | Qt::AlignHCenter, QString(letter));
        left += width;
    }
    painter.restore();
}

QSize badgeSize(const BadgeValue& value)
{
    const QFont used = badgeFont();
    return {scaled(14) + scaled(4) + QFontMetrics(used).horizontalAdvance(value.word) + scaled(14), pillHeight(used)};
}

void paintBadge(QPainter& painter, const QRect& rect, const BadgeValue& value, qreal devicePixelRatio)
{
    const Tokens& t = tokens();
    const QColor ink = t.ink(value.tone);
    painter.save();
    paint::panel(painter, rect, t.soft(value.tone), t.flat ? ink : QColor(), radius::chip);
    const int side = scaled(14);
    const QRect inner = rect.adjusted(scaled(6), 0, -scaled(8), 0);
    painter.drawPixmap(QPointF(inner.left(), rect.top() + (rect.height() - side) / 2.0),
        iconPixmap(value.icon, side, ink, devicePixelRatio));
    const QFont used = badgeFont();
    painter.setFont(used);
    painter.setPen(ink);
    const QRect words = inner.adjusted(side + scaled(4), 0, 0, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(used).elidedText(value.word, Qt::ElideRight, words.width() + 1));
    painter.restore();
}

Badge::Badge(const BadgeValue& value, QWidget* parent) : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setValue(value);
}

void Badge::setValue(const BadgeValue& value)
{
    m_value = value;
    setText(value.word);
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_value);
}

void Badge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_value, devicePixelRatioF());
}

Chip::Chip(const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setText(text);
    setAccessibleDescription(tr("Press to remove"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, this, &Chip::removed);
}

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + scaled(40), scaled(28)};
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    paint::panel(painter, rect(), underMouse() ? t.hover : t.sunken, t.flat ? t.control : QColor(), radius::control);
    painter.setPen(t.text);
    painter.drawText(rect().adjusted(scaled(10), 0, -scaled(26), 0), Qt::AlignVCenter, text());
    const int side = scaled(14);
    painter.drawPixmap(QPointF(width() - side - scaled(8), (height() - side) / 2.0),
        iconPixmap(Icons::Close, side, t.muted, devicePixelRatioF()));
    if (hasFocus())
        paint::focusRing(painter, rect(), radius::control);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter: click(); return;
    default: QAbstractButton::keyPressEvent(event);
    }
}

TicketBadge::TicketBadge(const QString& number, Type size, QWidget* parent) : QLabel(number, parent), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setNumber(number);
}

void TicketBadge::setNumber(const QString& number)
{
    setText(number);
    setAccessibleName(m_urgent ? tr("Ticket %1, urgent").arg(number) : tr("Ticket %1").arg(number));
    updateGeometry();
    update();
}

void TicketBadge::setUrgent(bool urgent)
{
    m_urgent = urgent;
    setNumber(text());
}

QSize TicketBadge::sizeHint() const
{
    const QFont used = typeFont(m_size, true);
    const int mark = m_urgent ? QFontMetrics(used).height() : 0;
    return {tabularWidth(text(), used) + mark + scaled(20), QFontMetrics(used).height() + scaled(6)};
}

void TicketBadge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    const Tone tone = m_urgent ? Tone::Danger : Tone::Accent;
    const QFont used = typeFont(m_size, true);
    paint::panel(painter, rect(), t.soft(tone), t.flat ? t.ink(tone) : QColor(), radius::control);
    QRect inner = rect().adjusted(scaled(10), 0, 0, 0);
    if (m_urgent) {
        const int side = QFontMetrics(used).height() - scaled(6);
        painter.drawPixmap(QPointF(inner.left() - scaled(2), (height() - side) / 2.0),
            iconPixmap(Icons::Urgent, side, t.ink(tone), devicePixelRatioF()));
        inner.setLeft(inner.left() + QFontMetrics(used).height());
    }
    painter.setPen(t.ink(tone));
    paintTabular(painter, inner, text(), used);
}

KeyHint::KeyHint(const QKeySequence& keys, QWidget* parent) : QLabel(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKeys(keys);
}

void KeyHint::setKeys(const QKeySequence& keys)
{
    const QString native = keyText(keys);
    setText(native);
    m_caps = native.endsWith(u'+') ? QStringList{native} : native.split(u'+', Qt::SkipEmptyParts);
    updateGeometry();
    update();
}

QSize KeyHint::sizeHint() const
{
    const QFontMetrics metrics(badgeFont());
    const int height = metrics.height() + scaled(6);
    int width = 0;
    for (const QString& cap : m_caps)
        width += std::max(metrics.horizontalAdvance(cap) + scaled(12), height) + scaled(3);
    return {std::max(0, width - scaled(3)), height};
}

void KeyHint::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    painter.setFont(badgeFont());
    const QFontMetrics metrics(badgeFont());
    int left = 0;
    for (const QString& cap : m_caps) {
        const QRect key(left, 0, std::max(metrics.horizontalAdvance(cap) + scaled(12), height()), height());
        paint::panel(painter, key, t.sunken, t.flat ? t.control : t.line, 4);
        painter.setPen(t.muted);
        painter.drawText(key, Qt::AlignCenter, cap);
        left += key.width() + scaled(3);
    }
}

} // namespace onedoor

#include "moc_badge.cpp"
