// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/past/past_page.h"

#include "core/base/text.h"
#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/pages/past/minute_slider.h"
#include "ui/pages/past/past_lists.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/page_keys.h"
#include "ui/widgets/text_field.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int minutesPerHour = 60;
constexpr int minutesPerDay = 1440;
constexpr int dayWidth = 108;
constexpr int timeWidth = 72;
constexpr int shortestSpan = 60; ///< minutes

/// "10:32", "1032", "9.05", also in full width; nothing when it is no time of a day.
std::optional<int> minuteOf(const QString& typed)
{
    QString digits;
    int hourDigits = -1;
    for (const QChar given : typed.trimmed()) {
        const QChar character(halfWidth(given.unicode()));
        if (character >= u'0' && character <= u'9')
            digits.append(character);
        else if (hourDigits < 0 && !digits.isEmpty())
            hourDigits = int(digits.size());
        else
            return std::nullopt;
    }
    if (hourDigits < 0)
        hourDigits = std::max(0, int(digits.size()) - 2);
    const int minuteDigits = int(digits.size()) - hourDigits;
    if (hourDigits < 1 || hourDigits > 2 || minuteDigits < 1 || minuteDigits > 2)
        return std::nullopt;
    const int hour = digits.left(hourDigits).toInt();
    const int minute = digits.mid(hourDigits).toInt();
    return hour < minutesPerDay / minutesPerHour && minute < minutesPerHour ? std::optional(hour * minutesPerHour + minute) : std::nullopt;
}

/// What somebody is typing there is left alone.
void fill(FormField* field, TextField* edit, const QString& text)
{
    if (edit->hasFocus() && edit->isModified())
        return;
    edit->setText(text);
    field->setError({});
}

} // namespace

PastPage::PastPage(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_board(gateway, session, clock), m_day(new TextField), m_time(new TextField),
      m_dayField(new FormField(tr("Day"), m_day, nullptr, FormField::LabelPosition::Left)),
      m_timeField(new FormField(tr("Time"), m_time, nullptr, FormField::LabelPosition::Left)), m_weekday(new QLabel), m_summary(new QLabel),
      m_slider(new MinuteSlider), m_lists(new PastLists(gateway.centre())), m_stack(new QStackedWidget), m_empty(new EmptyState(Icons::Calendar, {})),
      m_message(new Banner(Tone::Danger, {}))
{
    m_earlier = makeAction(Icons::ChevronLeft, tr("Day before"), Qt::ALT | Qt::Key_Left, [this] { showDay(m_board.day().addDays(-1)); });
    m_later = makeAction(Icons::ChevronRight, tr("Day after"), Qt::ALT | Qt::Key_Right, [this] { showDay(m_board.day().addDays(1)); });
    m_now = makeAction(Icons::Clock, tr("Now"), Qt::CTRL | Qt::Key_J, [this] {
        m_board.showNow();
        sayWhen();
    });
    m_history = makeAction(Icons::History, tr("History"), Qt::CTRL | Qt::Key_H, [this] {
        if (const QString ticket = m_lists->chosen(); !ticket.isEmpty())
            Q_EMIT ticketHistoryWanted(ticket);
    });
    m_history->setEnabled(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::large);
    column->setSpacing(space::medium);
    m_message->setClosable(true);
    m_message->hide();
    column->addWidget(m_message);
    column->addWidget(makeChoice());
    column->addWidget(makeSlider());
    m_stack->addWidget(m_lists);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_slider);
    connect(m_message, &Banner::closed, m_message, &QWidget::hide);
    connect(&m_board, &PastBoard::outlined, this, &PastPage::onOutlined);
    connect(&m_board, &PastBoard::shown, this, &PastPage::onShown);
    connect(&m_board, &PastBoard::failed, this, &PastPage::complain);
    connect(m_lists, &PastLists::opened, m_history, &QAction::trigger);
    connect(m_lists, &PastLists::choiceChanged, this, [this] { m_history->setEnabled(!m_lists->chosen().isEmpty()); });
    sayWhen();
}

QAction* PastPage::makeAction(Icons name, const QString& text, const QKeySequence& keys, std::function<void()> act)
{
    auto* action = new QAction(icon(name), text, this);
    action->setShortcut(keys);
    bindPageKeys(action, this);
    connect(action, &QAction::triggered, this, std::move(act));
    return action;
}

QWidget* PastPage::makeChoice()
{
    auto* choice = new QWidget;
    auto* row = new QHBoxLayout(choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    m_day->setFixedWidth(scaled(dayWidth));
    m_time->setFixedWidth(scaled(timeWidth));
    row->addWidget(m_dayField);
    row->addWidget(m_weekday);
    for (QAction* action : {m_earlier, m_later}) {
        auto* button = Button::iconOnly(action == m_earlier ? Icons::ChevronLeft : Icons::ChevronRight, action->text());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
        row->addWidget(button);
    }
    row->addSpacing(space::large);
    row->addWidget(m_timeField);
    row->addWidget(new ActionButton(m_now));
    row->addSpacing(space::large);
    setTone(m_summary, Tone::Muted);
    m_summary->setWordWrap(true);
    row->addWidget(m_summary, 1);
    row->addWidget(new ActionButton(m_history));
    connect(m_day, &TextField::submitted, this, &PastPage::readDay);
    connect(m_time, &TextField::submitted, this, &PastPage::readTime);
    return choice;
}

QWidget* PastPage::makeSlider()
{
    auto* card = new Card(nullptr, false);
    card->body()->addWidget(m_slider);
    m_slider->setAccessibleName(tr("Minute of the day"));
    connect(m_slider, &QSlider::valueChanged, this, [this](int minute) {
        m_board.showMinute(minute);
        sayWhen();
    });
    return card;
}

void PastPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_board.refresh();
}

void PastPage::showDay(QDate day)
{
    m_message->hide();
    m_typed = false;
    m_day->setModified(false);
    m_board.showDay(day);
    sayWhen();
}

void PastPage::readDay()
{
    const std::optional<QDate> day = onedoor::readDay(m_day->text());
    if (!day || !day->isValid())
        return m_dayField->setError(tr("Please type a day such as 2026-03-02."));
    if (*day > m_board.today())
        return m_dayField->setError(tr("That day is still to come."));
    showDay(*day);
    m_slider->setFocus(Qt::OtherFocusReason);
}

void PastPage::readTime()
{
    const std::optional<int> minute = minuteOf(m_time->text());
    if (!minute)
        return m_timeField->setError(tr("Please type a time such as 10:30."));
    if (m_board.day() == m_board.today() && *minute > m_slider->maximum())
        return m_timeField->setError(tr("That time is still to come."));
    // Outside the hours of the slider too: what is typed is meant.
    m_typed = true;
    m_slider->setRange(std::min(*minute, m_slider->minimum()), std::max(*minute, m_slider->maximum()));
    m_slider->setValue(*minute);
    m_board.showMinute(*minute);
    m_time->setModified(false);
    sayWhen();
    m_slider->setFocus(Qt::OtherFocusReason);
}

bool PastPage::isClosed(QDate day) const
{
    const OpeningHours& hours = m_gateway.centre().openingHours;
    return hours.spansOn(day.dayOfWeek()).isEmpty() || hours.isClosedDay(day);
}

/// The slider spans the opening hours and whatever was done before or after them; today until now.
void PastPage::onOutlined()
{
    const HallDay& day = m_board.outline();
    const int offset = m_gateway.centre().offsetMinutes;
    WaitingCurve curve{day.waiting, int(day.stepMinutes), {}};
    int from = minutesPerDay;
    int until = 0;
    for (const TimeSpan& span : isClosed(day.day) ? QList<TimeSpan>() : m_gateway.centre().openingHours.spansOn(day.day.dayOfWeek())) {
        curve.open.append({span.beginMinute, span.endMinute});
        from = std::min(from, span.beginMinute);
        until = std::max(until, span.endMinute);
    }
    if (day.first) {
        from = std::min(from, day.first.minuteOfDayAt(offset));
        until = std::max(until, day.last.minuteOfDayAt(offset) + 1);
    }
    if (from > until) // a closed day without acts
        std::tie(from, until) = std::pair(0, minutesPerDay - 1);
    const int minute = m_board.minute();
    if (day.day == m_board.today())
        until = std::max(m_board.nowMinute(), int(day.waiting.size() - 1) * int(day.stepMinutes));
    if (m_typed)
        std::tie(from, until) = std::pair(std::min(from, minute), std::max(until, minute));
    from = std::clamp(from, 0, std::max(0, until - shortestSpan));
    until = std::min(std::max(until, from + shortestSpan), minutesPerDay - 1);
    const int shown = std::clamp(minute, from, until);
    {
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(from, until);
        m_slider->setValue(shown);
    }
    m_slider->setCurve(std::move(curve));
    if (!m_board.isNow() && shown != minute)
        m_board.showMinute(shown);
    sayWhen();
    sayEmpty();
}

void PastPage::onShown()
{
    m_lists->show(m_board.hall());
    m_message->hide();
    saySummary();
    sayEmpty();
}

void PastPage::sayWhen()
{
    const QDate day = m_board.day();
    fill(m_dayField, m_day, dayText(day));
    m_weekday->setText(QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat));
    fill(m_timeField, m_time, MinuteSlider::timeText(m_board.minute()));
    m_later->setEnabled(day < m_board.today());
    m_now->setEnabled(!m_board.isNow());
}

void PastPage::saySummary()
{
    const PastHall& hall = m_board.hall();
    std::uint32_t present = 0;
    std::uint32_t finished = 0;
    for (const PastService& service : hall.services) {
        present += service.present;
        finished += service.finished;
    }
    m_summary->setText(tr("%1 waiting · %2 called or served · %3 on hold · %4 done")
                           .arg(hall.waiting.size()).arg(present).arg(hall.held.size()).arg(finished));
}

/// The outline and the hall of a day come in either order; a day is called empty when both have said so. Until its hall is there, what is shown stays.
void PastPage::sayEmpty()
{
    const PastHall& hall = m_board.hall();
    if (hall.time.dateAt(m_gateway.centre().offsetMinutes) != m_board.day())
        return;
    const bool isQuiet = hall.services.empty() && std::all_of(hall.places.begin(), hall.places.end(), [](const PastPlace& each) { return each.staffedBy.isEmpty(); });
    const bool isEmpty = isQuiet && !m_board.outline().first && m_board.outline().day == m_board.day();
    if (isEmpty && isClosed(m_board.day()))
        m_empty->setContent(Icons::Calendar, tr("The centre was closed on this day"), tr("Nothing was recorded. Please choose another day."));
    else if (isEmpty)
        m_empty->setContent(Icons::Calendar, tr("Nothing was recorded on this day"), tr("No ticket was issued or called. Please choose another day."));
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
}

void PastPage::complain(const Error& error)
{
    m_message->setMessage(Tone::Danger, errorText(error, m_gateway.centre()));
    m_message->show();
}

} // namespace onedoor

#include "moc_past_page.cpp"
