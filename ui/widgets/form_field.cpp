// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/form_field.h"

#include "ui/widgets/link_button.h"
#include "ui/widgets/theme/paint.h"

#include <QAccessible>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollArea>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QString withoutAccessKey(QString text)
{
    // Chinese labels carry their key behind the word, in half or full width brackets.
    static const QRegularExpression behind(u"\\s*[(\\x{FF08}]&.[)\\x{FF09}]"_s);
    return text.remove(behind).remove(u'&');
}

/// An editor with a button at its side hands its focus to the field in it; only that one takes keys.
QWidget* inputOf(QWidget* editor)
{
    while (editor->focusProxy())
        editor = editor->focusProxy();
    return editor;
}

QLabel* makeSentence(const QString& text)
{
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse); // to be sent to who helps
    return label;
}

void goTo(QWidget* field)
{
    if (!field)
        return;
    for (QWidget* parent = field->parentWidget(); parent; parent = parent->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            area->ensureWidgetVisible(field);
    field->setFocus(Qt::OtherFocusReason);
}

} // namespace

FormField::FormField(const QString& label, QWidget* editor, QWidget* parent, LabelPosition position)
    : QWidget(parent), m_editor(editor), m_input(inputOf(editor)), m_label(new QLabel(label)), m_mark(new QLabel(u"*"_s)), m_hint(new QLabel),
      m_errorIcon(new IconLabel(Icons::Error, 16, Tone::Danger)), m_errorText(new QLabel), m_name(withoutAccessKey(label))
{
    m_label->setBuddy(m_input); // a label's key passes by what takes no focus itself
    setTone(m_mark, Tone::Danger);
    m_mark->hide();
    setType(m_hint, Type::Caption);
    setTone(m_hint, Tone::Muted);
    setType(m_errorText, Type::Caption);
    setTone(m_errorText, Tone::Danger);
    for (QLabel* text : {m_hint, m_errorText}) {
        text->setWordWrap(true);
        text->hide();
    }
    m_errorIcon->hide();

    auto* caption = new QHBoxLayout;
    caption->setSpacing(space::tight);
    caption->addWidget(m_label);
    caption->addWidget(m_mark);
    caption->addStretch(1);
    auto* message = new QHBoxLayout;
    message->setSpacing(space::tight);
    message->addWidget(m_errorIcon, 0, Qt::AlignTop);
    message->addWidget(m_errorText, 1);
    message->addWidget(m_hint, 1);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(space::tight);
    grid->setHorizontalSpacing(space::medium);
    const bool left = position == LabelPosition::Left;
    grid->addLayout(caption, 0, 0);
    grid->addWidget(editor, left ? 0 : 1, left ? 1 : 0);
    grid->addLayout(message, left ? 1 : 2, left ? 1 : 0);
    grid->setColumnStretch(left ? 1 : 0, 1);
    grid->setRowStretch(3, 1);
    setFocusProxy(editor);
    nameEditor({});
}

void FormField::nameEditor(const QString& before)
{
    for (QWidget* widget : {m_editor, m_input})
        if (widget->accessibleName() == before)
            widget->setAccessibleName(m_name);
}

void FormField::setLabel(const QString& label)
{
    m_label->setText(label);
    const QString before = std::exchange(m_name, withoutAccessKey(label));
    nameEditor(before);
}

QString FormField::label() const
{
    return m_name;
}

void FormField::setRequired(bool required)
{
    m_required = required;
    m_mark->setVisible(required);
    m_mark->setAccessibleName(tr("required"));
    describe();
}

void FormField::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty() && m_error.isEmpty());
    describe();
}

void FormField::setError(const QString& error)
{
    m_error = error;
    m_errorText->setText(error);
    m_errorText->setVisible(!error.isEmpty());
    m_errorIcon->setVisible(!error.isEmpty());
    m_hint->setVisible(error.isEmpty() && !m_hint->text().isEmpty());
    setInvalid(m_editor, !error.isEmpty());
    if (m_input != m_editor)
        setInvalid(m_input, !error.isEmpty());
    describe();
}

void FormField::setLabelWidth(int pixels)
{
    if (auto* grid = qobject_cast<QGridLayout*>(layout()))
        grid->setColumnMinimumWidth(0, scaled(pixels));
}

void FormField::describe()
{
    QStringList facts;
    if (m_required)
        facts.append(tr("required"));
    facts.append(m_error.isEmpty() ? m_hint->text() : m_error);
    facts.removeAll(QString());
    for (QWidget* widget : {m_editor, m_input})
        widget->setAccessibleDescription(facts.join(u", "_s));
}

ErrorSummary::ErrorSummary(QWidget* parent) : QFrame(parent), m_title(new QLabel), m_list(new QVBoxLayout)
{
    setFocusPolicy(Qt::StrongFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::medium, space::medium, space::medium, space::small);
    row->setSpacing(space::small);
    auto* column = new QVBoxLayout;
    column->setSpacing(space::tight);
    setType(m_title, Type::Body, true);
    m_list->setSpacing(0);
    column->addWidget(m_title);
    column->addLayout(m_list);
    row->addWidget(new IconLabel(Icons::Error, 20, Tone::Danger), 0, Qt::AlignTop);
    row->addLayout(column, 1);
    hide();
}

void ErrorSummary::setErrors(const QList<FormError>& errors)
{
    while (QLayoutItem* item = m_list->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_first = errors.isEmpty() ? nullptr : errors.first().field.data();
    QStringList spoken;
    QWidget* before = this;
    int entries = 0;
    for (const FormError& error : errors) {
        spoken.append(error.text);
        if (!error.field) {
            m_list->addWidget(makeSentence(error.text));
            continue;
        }
        auto* link = new LinkButton(error.text, this);
        connect(link, &QPushButton::clicked, this, [field = error.field] { goTo(field); });
        m_list->addWidget(link);
        setTabOrder(before, link); // made late, but read first
        before = link;
        ++entries;
    }
    m_title->setText(entries > 0 ? tr("Please check %n entries", nullptr, entries) : tr("This did not work"));
    setAccessibleName(m_title->text());
    setAccessibleDescription(spoken.join(u"; "_s));
    setVisible(!errors.isEmpty());
    if (errors.isEmpty())
        return;
    setFocus(Qt::OtherFocusReason);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool ErrorSummary::setErrorsOf(const QList<FormField*>& fields)
{
    QList<FormError> errors;
    for (FormField* field : fields)
        if (!field->error().isEmpty())
            errors.append({tr("%1: %2").arg(field->label(), field->error()), field->editor()});
    setErrors(errors);
    return !errors.isEmpty();
}

void ErrorSummary::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& t = tokens();
    paint::panel(painter, rect(), t.dangerSoft, t.danger, 8);
    if (hasFocus())
        paint::focusRing(painter, rect(), 8);
}

void ErrorSummary::keyPressEvent(QKeyEvent* event)
{
    if (hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return goTo(m_first);
    QFrame::keyPressEvent(event);
}

} // namespace onedoor

#include "moc_form_field.cpp"
