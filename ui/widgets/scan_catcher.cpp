// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scan_catcher.h"

#include "core/base/identity.h"
#include "ui/models/slip_code.h"
#include "ui/widgets/text_field.h"

#include <QApplication>
#include <QScopedValueRollback>

namespace onedoor {

namespace {

constexpr int gapMilliseconds = 35; // readers leave 1 to 20 ms between characters, the fastest typists 60
constexpr int lateEndMilliseconds = 150; // readers that think before they end; nobody presses Enter that soon after another key
constexpr std::size_t digitsBeforeCheck = 17;
constexpr std::size_t currentLength = 18;
constexpr std::size_t formerLength = 15;
constexpr QStringView slipBeginning = u"ONEDOOR:";
constexpr qsizetype longestSlip = 80;

} // namespace

ScanCatcher::ScanCatcher(QWidget* page)
    : QObject(page)
    , m_page(page)
{
    m_gap.setSingleShot(true);
    m_gap.setInterval(gapMilliseconds);
    m_gap.setTimerType(Qt::PreciseTimer);
    m_lateEnd.setSingleShot(true);
    m_lateEnd.setInterval(lateEndMilliseconds);
    connect(&m_gap, &QTimer::timeout, this, &ScanCatcher::onGap);
    qApp->installEventFilter(this);
}

bool ScanCatcher::eventFilter(QObject* watched, QEvent* event)
{
    if (m_givingBack)
        return false;
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::FocusOut) {
        if (!m_held.empty() && event->type() == QEvent::MouseButtonPress)
            giveBack();
        return false;
    }
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (isKey && !ends(*static_cast<QKeyEvent*>(event)))
        m_lateEnd.stop(); // somebody is at the keyboard: the next Enter is theirs
    // A list that a field has opened takes Enter before it becomes a key press.
    if (event->type() == QEvent::ShortcutOverride && !m_held.empty() && watched == m_target && ends(*static_cast<QKeyEvent*>(event)) && isWhole()) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress || watched != QApplication::focusWidget())
        return false;
    auto* widget = static_cast<QWidget*>(watched);
    if (!isOnPage(widget))
        return false;
    const auto* field = qobject_cast<const TextField*>(widget);
    if (field && field->isComposing())
        return false;
    if (!m_held.empty() && m_target != widget)
        giveBack();
    m_target = widget;
    return handle(*static_cast<QKeyEvent*>(event));
}

/// Also in a list that a field of the page has opened in a window of its own; not in a dialog, which waits for something else.
bool ScanCatcher::isOnPage(const QWidget* widget) const
{
    for (const QWidget* each = widget; each; each = each->parentWidget()) {
        if (each == m_page)
            return true;
        if (each->isWindow() && each->windowType() != Qt::Popup)
            return false;
    }
    return false;
}

bool ScanCatcher::handle(const QKeyEvent& key)
{
    if (continuesScan(key)) {
        m_held.push_back({key.key(), key.modifiers(), key.text()});
        m_gap.start();
        return true;
    }
    if (m_held.empty() && ends(key) && m_lateEnd.isActive()) {
        m_lateEnd.stop();
        return true;
    }
    if (m_held.empty())
        return false;
    if (ends(key) && finish())
        return true;
    const bool modifierAlone = key.text().isEmpty() && key.key() == Qt::Key_Shift; // comes before a capital
    if (!modifierAlone)
        giveBack();
    return false;
}

bool ScanCatcher::ends(const QKeyEvent& key)
{
    const bool isEnd = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab;
    return isEnd && (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

bool ScanCatcher::isWhole() const
{
    return isNumber() || readSlipCode(held());
}

bool ScanCatcher::finish()
{
    const QString text = held();
    const auto slip = readSlipCode(text);
    if (!slip && !isNumber())
        return false;
    m_held.clear();
    m_gap.stop();
    closeList();
    if (slip)
        Q_EMIT slipScanned(slip->ticket);
    else
        Q_EMIT scanned(text);
    return true;
}

/// A list that was open meant another entry than the one that has just come.
void ScanCatcher::closeList()
{
    if (QWidget* list = QApplication::activePopupWidget())
        list->close();
}

bool ScanCatcher::continuesScan(const QKeyEvent& key) const
{
    const QString text = key.text();
    if (text.size() != 1 || key.isAutoRepeat() || (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return false;
    return continuesNumber(text.front()) || continuesSlip(text.front());
}

bool ScanCatcher::continuesNumber(QChar character) const
{
    if (!m_held.empty() && slipBeginning.startsWith(m_held.front().text))
        return false;
    if (character >= u'0' && character <= u'9')
        return m_held.size() < currentLength;
    return m_held.size() == digitsBeforeCheck && character.toUpper() == u'X';
}

bool ScanCatcher::continuesSlip(QChar character) const
{
    const QString text = held() + character;
    if (text.size() <= slipBeginning.size())
        return slipBeginning.startsWith(text);
    const bool fits = (character >= u'0' && character <= u'9') || (character >= u'A' && character <= u'Z') || character == u'/' || character == u'-';
    return fits && text.size() < longestSlip && text.startsWith(slipBeginning);
}

bool ScanCatcher::isNumber() const
{
    const bool length = m_held.size() == currentLength || m_held.size() == formerLength;
    return length && likelyDocumentKind(held()) != DocumentKind::None;
}

QString ScanCatcher::held() const
{
    QString text;
    for (const HeldKey& key : m_held)
        text += key.text;
    return text;
}

void ScanCatcher::onGap()
{
    if (finish())
        m_lateEnd.start();
    else
        giveBack();
}

void ScanCatcher::giveBack()
{
    m_gap.stop();
    const QScopedValueRollback guard(m_givingBack, true);
    const auto keys = std::exchange(m_held, {});
    for (const HeldKey& key : keys) {
        for (const QEvent::Type type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, key.key, key.modifiers, key.text);
            if (m_target)
                QCoreApplication::sendEvent(m_target, &event);
        }
    }
}

} // namespace onedoor

#include "moc_scan_catcher.cpp"
