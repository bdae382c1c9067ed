// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sheet.h"

#include "ui/widgets/button.h"
#include "ui/widgets/theme/paint.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace onedoor {

namespace {

constexpr int slideMilliseconds = 140;

class Panel final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), tokens().raised);
        painter.fillRect(QRect(0, 0, 1, height()), tokens().line);
    }
};

bool takesTab(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
}

} // namespace

Sheet::Sheet(QWidget* host, const QString& title)
    : QWidget(host), m_panel(new Panel(this)), m_title(new QLabel), m_area(new QScrollArea), m_footer(new QWidget),
      m_buttons(new QHBoxLayout(m_footer)), m_animation(this, "slide")
{
    hide();
    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::page, space::medium, space::medium, space::small);
    setType(m_title, Type::Title, true);
    head->addWidget(m_title, 1);
    Button* close = Button::iconOnly(Icons::Close, tr("Close"), m_panel);
    connect(close, &QPushButton::clicked, this, &Sheet::requestClose);
    head->addWidget(close);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    m_buttons->setContentsMargins(space::page, space::medium, space::page, space::large);
    m_buttons->addStretch(1);
    m_footer->hide();
    auto* column = new QVBoxLayout(m_panel);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_area, 1);
    column->addWidget(m_footer);
    setTitle(title);
    m_animation.setDuration(slideMilliseconds);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QPropertyAnimation::finished, this, [this] {
        if (!m_open)
            hide();
        else // a list that hangs below one of the panel's fields follows it to where it has come to rest
            QCoreApplication::postEvent(window(), new QEvent(QEvent::LayoutRequest));
    });
    host->installEventFilter(this);
}

void Sheet::setTitle(const QString& title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Sheet::setContent(QWidget* content)
{
    const QMargins margins(space::page, space::tight, space::page, space::page);
    if (content->layout())
        content->layout()->setContentsMargins(margins);
    else
        content->setContentsMargins(margins);
    m_area->setWidget(content);
    content->setAutoFillBackground(false); // the scroll area switches it on
}

void Sheet::addButton(QWidget* button)
{
    m_buttons->addWidget(button);
    m_footer->show();
}

void Sheet::setPanelWidth(int pixels)
{
    m_width = pixels;
    place();
}

void Sheet::openSheet()
{
    if (m_open)
        return;
    m_open = true;
    m_returnTo = QApplication::focusWidget();
    place();
    show();
    raise();
    if (QWidget* first = firstFocusable())
        first->setFocus(Qt::OtherFocusReason);
    m_animation.stop();
    m_animation.setStartValue(m_slide);
    m_animation.setEndValue(1.0);
    m_animation.start();
}

void Sheet::closeSheet()
{
    if (!m_open)
        return;
    m_open = false;
    if (m_returnTo && m_returnTo->isEnabled() && m_returnTo->isVisible())
        m_returnTo->setFocus(Qt::OtherFocusReason);
    m_animation.stop();
    m_animation.setStartValue(m_slide);
    m_animation.setEndValue(0.0);
    m_animation.start();
    Q_EMIT closed();
}

void Sheet::takeFocus()
{
    QWidget* last = focusWidget();
    if (!last || !takesTab(last))
        last = firstFocusable();
    if (last)
        last->setFocus(Qt::OtherFocusReason);
}

Sheet* Sheet::over(const QWidget* widget)
{
    const auto sheets = widget->window()->findChildren<Sheet*>();
    for (Sheet* sheet : sheets) {
        const QWidget* host = sheet->parentWidget();
        if (sheet->isOpen() && (host == widget || host->isAncestorOf(widget) || widget->isAncestorOf(host)))
            return sheet;
    }
    return nullptr;
}

void Sheet::setSlide(double slide)
{
    m_slide = slide;
    place();
    update();
}

void Sheet::requestClose()
{
    Q_EMIT closeRequested();
    if (m_autoClose)
        closeSheet();
}

void Sheet::place()
{
    if (!parentWidget())
        return;
    setGeometry(parentWidget()->rect());
    const int panelWidth = qMin(scaled(m_width), width());
    m_panel->setGeometry(width() - static_cast<int>(panelWidth * m_slide), 0, panelWidth, height());
}

QWidget* Sheet::firstFocusable() const
{
    QWidget* content = m_area->widget();
    const QWidget* start = content ? content : m_panel;
    for (QWidget* widget = start->nextInFocusChain(); widget != start; widget = widget->nextInFocusChain())
        if (start->isAncestorOf(widget) && takesTab(widget))
            return widget;
    return content ? m_panel->findChild<QPushButton*>() : nullptr;
}

bool Sheet::event(QEvent* event)
{
    // Esc belongs to the open sheet, whatever the window has bound to it.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    QWidget* start = QApplication::focusWidget();
    if (!start || !isAncestorOf(start))
        start = m_panel;
    for (QWidget* widget = next ? start->nextInFocusChain() : start->previousInFocusChain(); widget != start;
         widget = next ? widget->nextInFocusChain() : widget->previousInFocusChain()) {
        if (isAncestorOf(widget) && takesTab(widget)) {
            widget->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            m_area->ensureWidgetVisible(widget);
            return true;
        }
    }
    return true;
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return requestClose();
    QWidget::keyPressEvent(event);
}

void Sheet::mousePressEvent(QMouseEvent* event)
{
    if (!m_panel->geometry().contains(event->pos()))
        requestClose();
}

void Sheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QColor veil = tokens().scrim;
    veil.setAlphaF(static_cast<float>(veil.alphaF() * m_slide));
    painter.fillRect(rect(), veil);
}

} // namespace onedoor

#include "moc_sheet.cpp"
