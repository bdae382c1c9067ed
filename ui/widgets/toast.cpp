// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/widgets/button.h"
#include "ui/widgets/theme/paint.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>

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

Toast::Toast(QWidget* window, const QString& text, QAction* action, Tone tone, int milliseconds) : QFrame(window)
{
    setAccessibleName(text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(shadowMargin + space::large, shadowMargin + space::tight, shadowMargin + space::tight,
        shadowMargin + space::tight);
    row->setSpacing(space::small);
    row->addWidget(new IconLabel(iconOf(tone), 20, tone));
    auto* label = new QLabel(text);
    row->addWidget(label);
    row->addSpacing(space::small);
    if (action) {
        row->addWidget(new ActionButton(action, Variant::Quiet, this));
        connect(action, &QAction::triggered, this, &Toast::dismiss);
    }
    Button* close = Button::iconOnly(Icons::Close, tr("Dismiss"), this);
    connect(close, &QPushButton::clicked, this, &Toast::dismiss);
    row->addWidget(close);

    m_time.setSingleShot(true);
    m_time.setInterval(milliseconds);
    connect(&m_time, &QTimer::timeout, this, &Toast::dismiss);
    connect(qApp, &QApplication::focusChanged, this, &Toast::holdOrRun);
    window->installEventFilter(this);
    place();
    QFrame::show();
    raise();
    m_time.start();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Toast::dismiss()
{
    m_time.stop();
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
    const QSize wanted = sizeHint().boundedTo(parentWidget()->size());
    setGeometry((parentWidget()->width() - wanted.width()) / 2, parentWidget()->height() - wanted.height() - space::page,
        wanted.width(), wanted.height());
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
