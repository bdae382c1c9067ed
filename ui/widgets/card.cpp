// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/button.h"
#include "ui/widgets/theme/paint.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPainter>

namespace onedoor {

namespace {

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

Card::Card(QWidget* parent, bool padded) : QFrame(parent), m_body(new QVBoxLayout(this))
{
    const int margin = padded ? space::large : space::tight;
    m_body->setContentsMargins(margin, margin, margin, margin);
    m_body->setSpacing(space::medium);
}

void Card::setEdge(Tone tone)
{
    m_edge = tone;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    paint::panel(painter, rect(), t.surface, t.line, radius::card);
    if (m_edge != Tone::Text)
        paint::panel(painter, QRectF(1, radius::card, 3, height() - 2 * radius::card), t.ink(m_edge), {}, 1.5);
}

SectionHeading::SectionHeading(const QString& text, QWidget* parent)
    : QWidget(parent), m_text(new QLabel(text)), m_count(new QLabel), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::small);
    setType(m_text, Type::Lead, true);
    setType(m_count, Type::Body);
    setTone(m_count, Tone::Muted);
    m_count->hide();
    m_row->addWidget(m_text);
    m_row->addWidget(m_count);
    m_row->addStretch(1);
}

void SectionHeading::setText(const QString& text)
{
    m_text->setText(text);
}

void SectionHeading::setCount(const QString& count)
{
    m_count->setText(count);
    m_count->setVisible(!count.isEmpty());
}

void SectionHeading::addTrailing(QWidget* widget)
{
    m_row->addWidget(widget);
}

Banner::Banner(Tone tone, const QString& text, QWidget* parent)
    : QFrame(parent), m_icon(new IconLabel(Icons::Info, 20, tone)), m_text(new QLabel), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(space::medium, space::small, space::small, space::small);
    m_row->setSpacing(space::small);
    m_text->setWordWrap(true);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    setMessage(tone, text);
}

void Banner::setMessage(Tone tone, const QString& text)
{
    m_tone = tone;
    m_icon->setIcon(iconOf(tone), tone);
    m_text->setText(text);
    setAccessibleName(text);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    update();
}

void Banner::addAction(QAction* action)
{
    const int before = m_close ? m_row->indexOf(m_close) : -1;
    m_row->insertWidget(before, new ActionButton(action, Variant::Secondary, this));
}

void Banner::setClosable(bool closable)
{
    if (closable == (m_close != nullptr))
        return;
    if (!closable) {
        delete m_close;
        m_close = nullptr;
        return;
    }
    Button* close = Button::iconOnly(Icons::Close, tr("Close message"), this);
    connect(close, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    m_row->addWidget(close);
    m_close = close;
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    QColor edge = t.ink(m_tone);
    if (!t.flat)
        edge.setAlphaF(0.35F);
    paint::panel(painter, rect(), t.soft(m_tone), edge, 8);
}

EmptyState::EmptyState(Icons name, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent), m_icon(new IconLabel(name, 40, Tone::Muted)), m_title(new QLabel), m_text(new QLabel),
      m_column(new QVBoxLayout(this))
{
    m_column->setSpacing(space::small);
    setType(m_title, Type::Lead, true);
    setTone(m_text, Tone::Muted);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_column->addStretch(1);
    m_column->addWidget(m_icon, 0, Qt::AlignHCenter);
    m_column->addWidget(m_title);
    m_column->addWidget(m_text);
    m_column->addStretch(1);
    setContent(name, title, text);
}

void EmptyState::setContent(Icons name, const QString& title, const QString& text)
{
    m_icon->setIcon(name, Tone::Muted);
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    fit();
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// In a low table the words stay and the picture goes; then the second sentence.
void EmptyState::fit()
{
    if (height() == 0 || width() == 0)
        return;
    const QMargins margins = m_column->contentsMargins();
    const int button = m_button ? m_button->sizeHint().height() + space::small : 0;
    const int title = m_title->sizeHint().height() + margins.top() + margins.bottom() + button;
    const int text = m_text->text().isEmpty() ? 0 : m_text->heightForWidth(width() - margins.left() - margins.right()) + space::small;
    m_text->setVisible(text > 0 && title + text <= height());
    m_icon->setVisible(title + text + m_icon->sizeHint().height() + space::small <= height());
}

void EmptyState::setAction(QAction* action)
{
    delete m_button;
    m_button = nullptr;
    if (!action)
        return;
    m_button = new ActionButton(action, Variant::Secondary, this);
    m_column->insertWidget(m_column->count() - 1, m_button, 0, Qt::AlignHCenter);
}

ProgressStrip::ProgressStrip(QWidget* parent) : QProgressBar(parent)
{
    setTextVisible(false);
    setFixedHeight(4);
    setAccessibleName(tr("Progress"));
    finish();
}

void ProgressStrip::start()
{
    setRange(0, 0);
    if (parentWidget())
        show();
    else
        setAttribute(Qt::WA_WState_ExplicitShowHide, false); // shown with its parent later, not as a window of its own
}

void ProgressStrip::finish()
{
    setRange(0, 100);
    setValue(0);
    hide();
}

} // namespace onedoor

#include "moc_card.cpp"
