// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_field.h"

#include "ui/widgets/button.h"
#include "ui/widgets/theme/paint.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpressionValidator>
#include <QStyleOptionFrame>

namespace onedoor {

using namespace Qt::StringLiterals;

TextField::TextField(QWidget* parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::returnPressed, this, [this] { Q_EMIT submitted(text()); });
}

void TextField::clearUndoably()
{
    selectAll();
    del();
}

bool TextField::event(QEvent* event)
{
    // With nothing typed to take back, Ctrl+Z belongs to the page, which may have an act to take back.
    if (event->type() == QEvent::ShortcutOverride && !isUndoAvailable() && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo)) {
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void TextField::inputMethodEvent(QInputMethodEvent* event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
}

void TextField::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_composing) {
        QGuiApplication::inputMethod()->commit();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TextField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    if (!toolTip().isEmpty() && toolTip() != placeholderText())
        return;
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QMargins inside = textMargins();
    const int room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this).width() - inside.left() - inside.right();
    setToolTip(fontMetrics().horizontalAdvance(placeholderText()) > room ? placeholderText() : QString());
}

SecretField::SecretField(QWidget* parent)
    : QWidget(parent), m_edit(new TextField(this)), m_reveal(Button::iconOnly(Icons::Eye, tr("Show what is typed"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::tight);
    row->addWidget(m_edit, 1);
    row->addWidget(m_reveal);
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    setFocusProxy(m_edit);
    setRevealed(false);
    connect(m_reveal, &QPushButton::clicked, this, [this] { setRevealed(!isRevealed()); });
}

void SecretField::setRevealed(bool revealed)
{
    m_edit->setEchoMode(revealed ? QLineEdit::Normal : QLineEdit::Password);
    const QString label = revealed ? tr("Hide what is typed") : tr("Show what is typed");
    m_reveal->setIcon(onedoor::icon(revealed ? Icons::EyeOff : Icons::Eye));
    m_reveal->setAccessibleName(label);
    m_reveal->setToolTip(label);
}

PinField::PinField(int digits, QWidget* parent) : QLineEdit(parent)
{
    setMaxLength(digits);
    setEchoMode(QLineEdit::Password);
    setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]*"_s), this));
    setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("PIN, %n digits", nullptr, digits));
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
        update();
        if (text.size() == maxLength())
            Q_EMIT completed(text);
    });
}

QSize PinField::sizeHint() const
{
    return {maxLength() * scaled(44) - scaled(8), scaled(44)};
}

QRect PinField::cell(int index) const
{
    return {index * scaled(44), 0, scaled(36), height()};
}

void PinField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokens();
    const bool wrong = property("invalid").toBool();
    const int typed = static_cast<int>(text().size());
    for (int index = 0; index < maxLength(); ++index) {
        const bool current = hasFocus() && index == qMin(typed, maxLength() - 1);
        const QColor edge = current ? t.focus : wrong ? t.danger : t.control;
        paint::panel(painter, cell(index), isEnabled() ? t.surface : t.window, edge, radius::control, current || wrong ? focusWidth : 1);
        if (index < typed) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isEnabled() ? t.text : t.disabled);
            painter.drawEllipse(QRectF(cell(index)).center(), scaled(5), scaled(5));
        }
    }
}

} // namespace onedoor

#include "moc_text_field.cpp"
