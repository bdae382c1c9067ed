// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lookup_field.h"

#include "ui/widgets/icons/icon.h"
#include "ui/widgets/lookup_popup.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace onedoor {

namespace {

constexpr int pauseMilliseconds = 60; // below what a person notices, above the gap between a scanner's characters

} // namespace

LookupField::LookupField(QWidget* parent) : QWidget(parent), m_edit(new TextField(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->addAction(icon(Icons::Search, Tone::Muted), QLineEdit::LeadingPosition);
    m_clear = m_edit->addAction(icon(Icons::Close, Tone::Muted), QLineEdit::TrailingPosition);
    m_clear->setToolTip(tr("Clear"));
    m_clear->setVisible(false);
    m_edit->setAccessibleName(tr("Look up"));
    m_edit->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    m_emptyText = tr("No match");
    connect(m_clear, &QAction::triggered, this, &LookupField::clear);
    connect(m_edit, &QLineEdit::textChanged, this, &LookupField::onEdited);
    connect(&m_pause, &QTimer::timeout, this, [this] { Q_EMIT queryChanged(text().trimmed()); });
}

LookupField::~LookupField()
{
    delete m_popup; // a child of the window, not of this
}

void LookupField::setModel(QAbstractItemModel* model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    if (m_popup)
        m_popup->list()->setModel(model);
    listen();
}

/// The list resets its own choice when the model changes, so this must hear of it after the list.
void LookupField::listen()
{
    if (!m_model)
        return;
    QAbstractItemModel* model = m_model;
    model->disconnect(this);
    connect(model, &QAbstractItemModel::modelReset, this, &LookupField::onResults);
    connect(model, &QAbstractItemModel::rowsInserted, this, &LookupField::onResults);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &LookupField::onResults);
    connect(model, &QAbstractItemModel::layoutChanged, this, &LookupField::onResults);
}

void LookupField::setRoles(int detailRole, int noteRole)
{
    setProperty("detailRole", detailRole);
    setProperty("noteRole", noteRole);
    if (m_popup)
        m_popup->setRoles(detailRole, noteRole);
}

void LookupField::setPlaceholderText(const QString& text)
{
    m_edit->setPlaceholderText(text);
}

void LookupField::setEmptyText(const QString& text)
{
    m_emptyText = text;
}

void LookupField::setBrowsable()
{
    m_browsable = true;
    QAction* open = m_edit->addAction(icon(Icons::ChevronDown, Tone::Muted), QLineEdit::TrailingPosition);
    open->setToolTip(tr("Show all"));
    connect(open, &QAction::triggered, this, &LookupField::browse);
}

void LookupField::browse()
{
    m_edit->setFocus();
    m_pause.stop();
    m_dismissed = false;
    Q_EMIT browsed();
}

void LookupField::setBusy(bool busy)
{
    const bool answered = m_busy && !busy;
    m_busy = busy;
    if (answered)
        onResults(); // the same people as before are an answer too, and change nothing in the model
    else
        updatePopup();
}

void LookupField::setText(const QString& text)
{
    m_edit->setText(text);
}

void LookupField::clear()
{
    m_edit->clearUndoably();
    m_edit->setFocus();
}

bool LookupField::isListOpen() const
{
    return m_popup && m_popup->isVisible();
}

QModelIndex LookupField::highlighted() const
{
    return isListOpen() && m_answered && !m_popup->list()->isHidden() ? m_popup->list()->currentIndex() : QModelIndex();
}

bool LookupField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && !m_edit->isComposing())
        return handleKey(static_cast<QKeyEvent*>(event)->key());
    // Esc and Enter belong to the open list before any shortcut of the window sees them.
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride && isListOpen()
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (watched == m_edit && event->type() == QEvent::FocusOut) {
        m_dismissed = true;
        updatePopup();
    }
    if (m_popup && watched == m_popup->parentWidget() && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        place();
    return QWidget::eventFilter(watched, event);
}

bool LookupField::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        if (!isListOpen() && m_browsable) {
            browse();
            return true;
        }
        if (!isListOpen() && !text().isEmpty()) {
            m_dismissed = false;
            updatePopup();
            return true;
        }
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        const QModelIndex index = highlighted();
        if (index.isValid()) {
            choose(index);
        } else {
            m_pause.stop();
            Q_EMIT submitted(text().trimmed());
        }
        return true;
    }
    case Qt::Key_Escape:
        if (isListOpen()) {
            m_dismissed = true;
            updatePopup();
        } else if (!text().isEmpty()) {
            clear();
        } else {
            Q_EMIT escaped();
        }
        return true;
    default:
        return false;
    }
}

void LookupField::move(int step)
{
    if (!isListOpen() || !m_model || m_model->rowCount() == 0)
        return;
    const int rows = m_model->rowCount();
    const int row = m_popup->list()->currentIndex().row();
    const int next = row < 0 ? (step > 0 ? 0 : rows - 1) : (row + step + rows) % rows;
    m_popup->list()->setCurrentIndex(m_model->index(next, 0));
}

void LookupField::choose(const QModelIndex& index)
{
    m_dismissed = true;
    const QPersistentModelIndex kept(index);
    updatePopup();
    Q_EMIT chosen(kept);
}

void LookupField::onEdited()
{
    const bool empty = text().trimmed().isEmpty();
    m_clear->setVisible(!text().isEmpty());
    m_answered = false; // a row that matched the old text must not answer Enter for the new one
    m_dismissed = empty || !m_edit->hasFocus();
    if (empty) {
        m_pause.stop();
        Q_EMIT queryChanged({});
    } else {
        m_pause.start();
    }
    updatePopup();
}

void LookupField::onResults()
{
    if (m_pause.isActive())
        return; // an answer to an older text; the newer question is about to go out
    m_answered = true;
    updatePopup();
    if (isListOpen() && m_model && m_model->rowCount() > 0)
        m_popup->list()->setCurrentIndex(m_model->index(0, 0));
}

void LookupField::updatePopup()
{
    const bool rows = m_model && m_model->rowCount() > 0;
    const bool wanted = !m_dismissed && m_model && (rows || m_answered || m_busy);
    if (!wanted) {
        if (m_popup)
            m_popup->hide();
        return;
    }
    if (m_popup && m_popup->parentWidget() != window())
        delete m_popup;
    if (!m_popup) {
        m_popup = new LookupPopup(window());
        m_popup->list()->setModel(m_model);
        listen();
        const QVariant detail = property("detailRole");
        const QVariant note = property("noteRole");
        m_popup->setRoles(detail.isValid() ? detail.toInt() : -1, note.isValid() ? note.toInt() : -1);
        connect(m_popup, &LookupPopup::clicked, this, &LookupField::choose);
        window()->installEventFilter(this);
    }
    m_popup->setMessage(rows ? QString() : m_busy ? tr("Searching…") : m_emptyText);
    place();
    m_popup->show();
    m_popup->raise();
}

void LookupField::place()
{
    const QPoint below = m_edit->mapTo(window(), QPoint(0, m_edit->height() + space::tight));
    const int margin = LookupPopup::margin;
    m_popup->resize(m_edit->width() + 2 * margin, m_popup->height());
    const int room = window()->height() - below.y() - space::small;
    m_popup->setGeometry(below.x() - margin, below.y(), m_edit->width() + 2 * margin, qMin(m_popup->wantedHeight(), room));
}

} // namespace onedoor

#include "moc_lookup_field.cpp"
