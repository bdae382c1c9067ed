// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/widgets/button.h"
#include "ui/widgets/theme/paint.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int shadowMargin = 12;

Icons iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Success: return Icons::Finish;
    case Tone::Warning: return Icons::Warning;
    case Tone::Danger: return Icons::Error;
    default: return Icons::Info;
    }
}

} // namespace

Toast* Toast::show(QWidget* anchor, const QString& text, QAction* action, Tone tone, int milliseconds)
{
    QWidget* window = anchor->window();
    for (Toast* older : window->findChildren<Toast*>(Qt::FindDirectChildrenOnly))
        older->dismiss();
    return new Toast(window, text, action, tone, milliseconds);
}

Toast::Toast(QWidget* window, const QString& text, QAction* action, Tone tone, int milliseconds) : QFrame(window), m_row(new QHBoxLayout(this)), m_label(new QLabel(text))
{
    setAccessibleName(text);
    m_row->setContentsMargins(shadowMargin + space::large, shadowMargin + space::tight, shadowMargin + space::tight,
        shadowMargin + space::tight);
    m_row->setSpacing(space::small);
    m_row->addWidget(new IconLabel(iconOf(tone), 20, tone));
    m_label->setTextFormat(Qt::PlainText); // a visitor's name is no markup
    m_row->addWidget(m_label);
    m_row->addSpacing(space::small);
    m_close = Button::iconOnly(Icons::Close, tr("Dismiss"), this);
    connect(m_close, &QPushButton::clicked, this, &Toast::dismiss);
    m_row->addWidget(m_close);
    if (action)
        addAction(action);

    m_time.setSingleShot(true);
    m_time.setInterval(milliseconds);
    connect(&m_time, &QTimer::timeout, this, &Toast::dismiss);
    connect(qApp, &QApplication::focusChanged, this, &Toast::noteFocus);
    window->installEventFilter(this);
    place();
    QFrame::show();
    raise();
    m_time.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::addAction(QAction* action)
{
    auto* button = new ActionButton(action, Variant::Quiet, this);
    m_row->insertWidget(m_row->count() - 1, button);
    setTabOrder(button, m_close);
    connect(action, &QAction::triggered, this, &Toast::dismiss);
}

void Toast::dismiss()
{
    m_time.stop();
    const QWidget* focus = QApplication::focusWidget();
    if (focus && isAncestorOf(focus) && m_returnTo && m_returnTo->isEnabled() && m_returnTo->isVisible())
        m_returnTo->setFocus(Qt::OtherFocusReason);
    hide();
    setParent(nullptr); // findChildren() of the window must not meet it again before it is deleted
    deleteLater();
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

bool Toast::event(QEvent* event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        holdOrRun();
    if (event->type() == QEvent::LayoutRequest)
        place();
    return QFrame::event(event);
}

void Toast::place()
{
    if (!parentWidget())
        return;
    const QSize room = parentWidget()->size();
    const QSize wanted = wantedIn(room);
    const int middle = (room.width() - wanted.width()) / 2;
    const int right = room.width() - wanted.width() - space::page;
    const int bottom = room.height() - wanted.height() - space::page;
    const QPoint usual(middle, bottom);
    QPoint place = usual;
    for (const QPoint& corner : {usual, QPoint(right, bottom), QPoint(space::page, bottom), QPoint(middle, space::page)}) {
        if (!coversAction({corner, wanted})) {
            place = corner;
            break;
        }
    }
    setGeometry({place, wanted});
}

/// One line where there is room for it; a path or a long sentence is broken, never cut.
QSize Toast::wantedIn(const QSize& room)
{
    const QSize oneLine = sizeHint();
    const int widest = room.width() - 2 * space::page;
    if (!m_label->wordWrap() && oneLine.width() <= widest)
        return oneLine.boundedTo(room);
    if (!m_label->wordWrap()) {
        const QString mayBreak = QString(1, QChar(0x200b)); // a path has no spaces
        m_label->setText(text().replace(u'/', u'/' + mayBreak).replace(u'\\', u'\\' + mayBreak));
        m_label->setWordWrap(true);
    }
    return QSize(widest, m_row->heightForWidth(widest)).boundedTo(room);
}

bool Toast::coversAction(const QRect& place) const
{
    const QRect area = place.adjusted(shadowMargin, shadowMargin, -shadowMargin, -shadowMargin); // its shadow hides nothing
    const auto buttons = parentWidget()->findChildren<QAbstractButton*>();
    return std::any_of(buttons.begin(), buttons.end(), [&](const QAbstractButton* button) {
        return button->isVisible() && !isAncestorOf(button) && QRect(button->mapTo(parentWidget(), QPoint()), button->size()).intersects(area);
    });
}

void Toast::noteFocus(QWidget* old, QWidget* now)
{
    const bool isEntered = now && isAncestorOf(now);
    if (isEntered && old && !isAncestorOf(old) && old->window() == window())
        m_returnTo = old;
    holdOrRun();
}

void Toast::holdOrRun()
{
    const QWidget* focus = QApplication::focusWidget();
    const bool held = underMouse() || (focus && isAncestorOf(focus));
    if (held)
        m_time.stop();
    else if (!m_time.isActive() && !isHidden())
        m_time.start();
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    const QRectF panel = rect().adjusted(shadowMargin, shadowMargin, -shadowMargin, -shadowMargin);
    paint::shadow(painter, panel, radius::card);
    paint::panel(painter, panel, t.raised, t.line, radius::card);
}

} // namespace onedoor

#include "moc_toast.cpp"
