// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_entry.h"

#include "ui/pages/kiosk/kiosk_paragraph.h"
#include "ui/widgets/button.h"
#include "ui/widgets/theme/kiosk_tokens.h"
#include "ui/widgets/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QtMath>
#include <algorithm>
#include <vector>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype documentLength = 18;
constexpr qsizetype phoneLength = 15;
constexpr qsizetype longest = 64;

qsizetype limitOf(KioskEntry::Holds holds)
{
    switch (holds) {
    case KioskEntry::Holds::Document: return documentLength;
    case KioskEntry::Holds::Phone: return phoneLength;
    default: return longest;
    }
}

/// Full width becomes half width, as input methods leave it.
QChar folded(QChar character)
{
    constexpr char16_t firstWide = 0xFF01;
    constexpr char16_t lastWide = 0xFF5E;
    constexpr char16_t distance = 0xFEE0;
    const char16_t code = character.unicode();
    return code >= firstWide && code <= lastWide ? QChar(code - distance) : character;
}

bool belongs(KioskEntry::Holds holds, QChar character)
{
    const bool digit = character >= u'0' && character <= u'9';
    switch (holds) {
    case KioskEntry::Holds::Document: return digit || character == u'X';
    case KioskEntry::Holds::Phone: return digit;
    case KioskEntry::Holds::Login: return digit || (character >= u'a' && character <= u'z') || character == u'.' || character == u'-' || character == u'_';
    case KioskEntry::Holds::Secret: return character.isPrint();
    }
    return false;
}

QString grouped(const QString& text, const std::vector<qsizetype>& groups)
{
    QString result;
    qsizetype from = 0;
    for (const qsizetype size : groups) {
        if (from >= text.size())
            break;
        result += (result.isEmpty() ? QString() : u" "_s) + text.mid(from, size);
        from += size;
    }
    return result + (from < text.size() ? text.mid(from) : QString());
}

} // namespace

KioskEntry::KioskEntry(const KioskMeasure& measure, Holds holds, const QString& label, QWidget* parent)
    : QWidget(parent), m_measure(measure), m_holds(holds), m_label(label)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAccessibleName(label);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void KioskEntry::setText(const QString& text)
{
    m_text.clear();
    for (const QChar character : text)
        put(character);
    tell();
}

bool KioskEntry::put(QChar raw)
{
    QChar character = folded(raw);
    if (m_holds == Holds::Document)
        character = character.toUpper();
    else if (m_holds == Holds::Login)
        character = character.toLower();
    if (!belongs(m_holds, character) || m_text.size() >= limitOf(m_holds))
        return false;
    m_text += character;
    tell();
    return true;
}

void KioskEntry::erase()
{
    m_text.chop(1);
    tell();
}

void KioskEntry::clear()
{
    m_text.fill(u'\0');
    m_text.clear();
    tell();
}

void KioskEntry::tell()
{
    // A screen reader says how far one is; a secret is never said.
    setAccessibleDescription(m_holds == Holds::Secret ? QString() : shown());
    update();
    Q_EMIT changed();
}

QString KioskEntry::shown() const
{
    switch (m_holds) {
    case Holds::Document: return grouped(m_text, {6, 8, 4});
    case Holds::Phone: return grouped(m_text, {3, 4, 4});
    case Holds::Login: return m_text;
    case Holds::Secret: return QString(m_text.size(), u'●');
    }
    return {};
}

QSize KioskEntry::sizeHint() const
{
    const QString sample = m_holds == Holds::Document ? u"000000 00000000 0000"_s : u"000 0000 00000000"_s;
    return {kioskparagraph::naturalWidth(sample, m_measure.heading(), true) + 2 * m_measure.gap(), std::max(m_measure.target(), m_measure.heading() * 2)};
}

void KioskEntry::paintEvent(QPaintEvent*)
{
    static const Tokens t = kioskTokens();
    constexpr int corner = 10;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(2, 2, -2, -2);
    paint::panel(painter, box, t.surface, hasFocus() ? t.focus : t.control, corner, hasFocus() ? 4 : 2);
    painter.setPen(m_text.isEmpty() ? t.muted : t.text);
    const QRect inside = rect().adjusted(m_measure.gap(), 0, -m_measure.gap(), 0);
    if (m_text.isEmpty())
        return kioskparagraph::paint(painter, inside, m_label, m_measure.body(), false, Qt::AlignCenter);
    int pixels = m_measure.heading();
    while (pixels > m_measure.body() && kioskparagraph::naturalWidth(shown(), pixels, true) > inside.width())
        --pixels;
    kioskparagraph::paint(painter, inside, shown(), pixels, true, Qt::AlignCenter);
}

void KioskEntry::keyPressEvent(QKeyEvent* event)
{
    if (isPlainEnter(event)) {
        Q_EMIT submitted();
        return;
    }
    if (event->key() == Qt::Key_Backspace)
        return erase();
    if (event->key() == Qt::Key_Delete)
        return clear();
    const bool isShortcut = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (!isShortcut && event->text().size() == 1 && put(event->text().front()))
        return;
    QWidget::keyPressEvent(event);
}

} // namespace onedoor

#include "moc_kiosk_entry.cpp"
