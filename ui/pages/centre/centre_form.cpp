// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centre/centre_form.h"

#include "ui/models/centre_texts.h"
#include "ui/pages/centre/hours_text.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/route_edit.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysLines = 4;

QStringList splitWords(const QString& typed)
{
    static const QRegularExpression between(u"[,;\\x{3001}\\x{ff0c}\\x{ff1b}\\s]+"_s);
    return typed.split(between, Qt::SkipEmptyParts);
}

QStringList textsOf(const QJsonArray& values)
{
    QStringList texts;
    for (const auto& value : values)
        texts.append(value.toString());
    return texts;
}

} // namespace

CentreForm::CentreForm(const QString& section, const QJsonObject& item, const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent), m_section(section), m_opened(item), m_centre(centre), m_summary(new ErrorSummary)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_summary);
    const bool isNew = item.isEmpty();
    for (const PlannedField& plan : fieldPlan(section)) {
        auto* field = new FormField(centretexts::member(section, plan.member), makeEditor(plan));
        field->setObjectName(plan.member);
        field->setRequired(!plan.optional && plan.input != Input::Flag);
        if (plan.input == Input::Hours || plan.input == Input::Spans)
            field->setHint(tr("For example 08:30-12:00, 14:00-17:30; empty: closed"));
        if (plan.input == Input::Words)
            field->setHint(tr("Words that people say at the desk, with commas between them"));
        if (plan.input == Input::Days)
            field->setHint(tr("One a line: day, Chinese name / English name"));
        column->addWidget(field);
        m_entries.append({plan, field});
        if (!isNew)
            show(m_entries.last(), item.value(plan.member));
    }
    column->addStretch(1);
}

QWidget* CentreForm::makeEditor(const PlannedField& plan)
{
    switch (plan.input) {
    case Input::Flag: return new QCheckBox(tr("Yes"));
    case Input::Choices: return makeChoices(plan);
    case Input::Stops: return new RouteEdit(m_centre, 1);
    case Input::Choice: {
        auto* box = new QComboBox;
        box->setFocusPolicy(Qt::StrongFocus); // a turned wheel must not change what it passes over
        for (const centretexts::Option& option : centretexts::options(m_section, plan.member, m_centre))
            box->addItem(option.text, option.key);
        return box;
    }
    case Input::Days: {
        auto* edit = new QPlainTextEdit;
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * daysLines + scaled(20));
        return edit;
    }
    default: break;
    }
    auto* edit = new TextField;
    if (plan.input == Input::Number)
        edit->setInputMethodHints(Qt::ImhDigitsOnly);
    connect(edit, &TextField::submitted, this, &CentreForm::submitted);
    return edit;
}

QWidget* CentreForm::makeChoices(const PlannedField& plan)
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::tight);
    for (const centretexts::Option& option : centretexts::options(m_section, plan.member, m_centre)) {
        auto* box = new QCheckBox(option.text);
        box->setObjectName(option.key);
        if (!whole->focusProxy())
            whole->setFocusProxy(box);
        column->addWidget(box);
    }
    return whole;
}

void CentreForm::show(const Entry& entry, const QJsonValue& value)
{
    QWidget* editor = entry.field->editor();
    if (auto* text = qobject_cast<TextField*>(editor)) {
        text->setText(entry.plan.input == Input::Number                                         ? QString::number(value.toInt())
                      : entry.plan.input == Input::Words                                        ? textsOf(value.toArray()).join(u", "_s)
                      : entry.plan.input == Input::Hours || entry.plan.input == Input::Spans ? centretexts::hours(value.toArray())
                                                                                                : value.toString());
        text->setCursorPosition(0);
    } else if (auto* flag = qobject_cast<QCheckBox*>(editor)) {
        flag->setChecked(value.toBool());
    } else if (auto* choice = qobject_cast<QComboBox*>(editor)) {
        choice->setCurrentIndex(choice->findData(value.toString()));
    } else if (auto* days = qobject_cast<QPlainTextEdit*>(editor)) {
        days->setPlainText(closedDaysText(value.toArray()));
    } else if (auto* stops = qobject_cast<RouteEdit*>(editor)) {
        stops->setStops(textsOf(value.toArray()));
    } else {
        const QStringList chosen = textsOf(value.toArray());
        for (QCheckBox* box : editor->findChildren<QCheckBox*>())
            box->setChecked(chosen.contains(box->objectName()));
    }
}

std::optional<QJsonValue> CentreForm::typed(const Entry& entry) const
{
    const QWidget* editor = entry.field->editor();
    const auto* text = qobject_cast<const TextField*>(editor);
    switch (entry.plan.input) {
    case Input::Text: return QJsonValue(text->text().trimmed());
    case Input::Number: {
        bool isNumber = false;
        const int number = text->text().normalized(QString::NormalizationForm_KC).trimmed().toInt(&isNumber);
        return isNumber ? std::optional<QJsonValue>(number) : std::nullopt;
    }
    case Input::Flag: return QJsonValue(qobject_cast<const QCheckBox*>(editor)->isChecked());
    case Input::Choice: {
        const QVariant key = qobject_cast<const QComboBox*>(editor)->currentData();
        return key.isValid() ? std::optional<QJsonValue>(key.toString()) : std::nullopt;
    }
    case Input::Words: return QJsonValue(QJsonArray::fromStringList(splitWords(text->text())));
    case Input::Hours:
    case Input::Spans: {
        const std::optional<QJsonArray> hours = readHours(text->text());
        return hours ? std::optional<QJsonValue>(*hours) : std::nullopt;
    }
    case Input::Days: {
        const std::optional<QJsonArray> days = readClosedDays(qobject_cast<const QPlainTextEdit*>(editor)->toPlainText());
        return days ? std::optional<QJsonValue>(*days) : std::nullopt;
    }
    case Input::Stops: return QJsonValue(QJsonArray::fromStringList(qobject_cast<const RouteEdit*>(editor)->stops()));
    case Input::Choices: break;
    }
    QJsonArray chosen;
    for (const QCheckBox* box : editor->findChildren<QCheckBox*>()) {
        if (box->isChecked())
            chosen.append(box->objectName());
    }
    return QJsonValue(chosen);
}

QString CentreForm::fault(const Entry& entry) const
{
    const std::optional<QJsonValue> value = typed(entry);
    if (!value) {
        switch (entry.plan.input) {
        case Input::Number: return tr("Please enter a whole number");
        case Input::Choice: return tr("Please choose one");
        case Input::Days: return tr("Each line begins with a day, for example 2026-10-09");
        default: return tr("Please write hours like 08:30-12:00");
        }
    }
    const bool isEmpty = value->isString() ? value->toString().isEmpty() : value->isArray() && value->toArray().isEmpty();
    if (!isEmpty || entry.plan.optional)
        return {};
    return entry.plan.input == Input::Choices ? tr("Please choose at least one") : tr("Please fill this in");
}

bool CentreForm::check()
{
    QList<FormField*> fields;
    for (const Entry& entry : std::as_const(m_entries)) {
        entry.field->setError(fault(entry));
        fields.append(entry.field);
    }
    return !m_summary->setErrorsOf(fields);
}

QJsonObject CentreForm::changes() const
{
    QJsonObject changed;
    QJsonArray weekdays;
    bool hoursChanged = false;
    for (const Entry& entry : m_entries) {
        const QJsonValue value = typed(entry).value_or(QJsonValue());
        const bool isChanged = value != m_opened.value(entry.plan.member);
        if (entry.plan.input == Input::Hours) {
            hoursChanged = hoursChanged || isChanged;
            if (!value.toArray().isEmpty())
                weekdays.append(QJsonObject{{u"weekday"_s, entry.plan.member}, {u"spans"_s, value}});
        } else if (isChanged) {
            changed.insert(entry.plan.member, value);
        }
    }
    if (hoursChanged)
        changed.insert(u"weekdays"_s, weekdays);
    return changed;
}

void CentreForm::takeOver(const QJsonObject& item)
{
    for (const Entry& entry : std::as_const(m_entries)) {
        const std::optional<QJsonValue> value = typed(entry);
        const bool isTouched = !value || *value != m_opened.value(entry.plan.member);
        if (!isTouched)
            show(entry, item.value(entry.plan.member));
    }
    m_opened = item;
}

bool CentreForm::setError(const Error& error, const QString& sentence)
{
    static const QRegularExpression weekday(u"\\Aweekdays\\[(\\d+)\\]"_s);
    QString member = error.field.section(u'.', 0, 0).section(u'[', 0, 0);
    if (const auto match = weekday.match(error.field); match.hasMatch()) {
        const QJsonArray days = changes().value(u"weekdays"_s).toArray();
        member = days.at(match.captured(1).toInt()).toObject().value(u"weekday"_s).toString();
    }
    FormField* field = fieldNamed(member);
    if (field == nullptr)
        return false;
    field->setError(sentence);
    m_summary->setErrorsOf({field});
    return true;
}

FormField* CentreForm::fieldNamed(const QString& member) const
{
    for (const Entry& entry : m_entries)
        if (entry.plan.member == member)
            return entry.field;
    return nullptr;
}

void CentreForm::focusFirst()
{
    if (!m_entries.isEmpty())
        m_entries.first().field->editor()->setFocus();
}

} // namespace onedoor

#include "moc_centre_form.cpp"
