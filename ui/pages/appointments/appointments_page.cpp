// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/appointments/appointments_page.h"

#include "core/services/error_text.h"
#include "ui/models/appointment_model.h"
#include "ui/models/day_text.h"
#include "ui/models/when_ready.h"
#include "ui/models/words.h"
#include "ui/pages/appointments/appointment_form.h"
#include "ui/pages/appointments/appointments_undo.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/page_keys.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/toast.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <utility>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int editorWidth = 400;
constexpr int narrowEditorWidth = 290;
constexpr int dayWidth = 115;
constexpr int roomyWidth = 900;
constexpr int widestName = 150;
constexpr int minuteMilliseconds = 30'000;

BadgeValue badgeOf(AppointmentStatus status)
{
    const QString word = AppointmentModel::wordOfStatus(status);
    switch (status) {
    case AppointmentStatus::Expected: return {Icons::Clock, word, Tone::Info};
    case AppointmentStatus::Kept: return {Icons::Check, word, Tone::Success};
    case AppointmentStatus::Cancelled: return {Icons::Close, word, Tone::Muted};
    case AppointmentStatus::Missed: return {Icons::NoShow, word, Tone::Danger};
    }
    return {};
}

} // namespace

AppointmentsPage::AppointmentsPage(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_clock(clock), m_day(clock.now().dateAt(gateway.centre().offsetMinutes)),
      m_model(new AppointmentModel(gateway.centre(), this)), m_undoer(new AppointmentsUndo(gateway, session, this)), m_table(new DataTable),
      m_dayEdit(new TextField), m_dayField(new FormField(tr("Date"), m_dayEdit, nullptr, FormField::LabelPosition::Left)),
      m_heading(new SectionHeading(tr("Appointments"))), m_title(new SectionHeading(tr("New appointment"))),
      m_form(new AppointmentForm(gateway, session, clock)), m_failure(new Banner(Tone::Danger, {})), m_cancelling(new Banner(Tone::Warning, {}))
{
    setAccessibleName(tr("Appointments"));
    makeActions();
    for (Banner* each : {m_failure, m_cancelling})
        each->hide();
    m_failure->setClosable(true);
    for (QAction* each : {m_byVisitor, m_byCentre, m_mistake, m_keep})
        m_cancelling->addAction(each);
    auto* left = new QVBoxLayout;
    left->setSpacing(space::medium);
    left->addWidget(makeDayBar());
    left->addWidget(m_failure);
    left->addWidget(m_cancelling);
    left->addWidget(makeList(), 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::page, space::large, space::page, space::large);
    row->setSpacing(space::large);
    row->addLayout(left, 1);
    m_editor = makeEditor();
    row->addWidget(m_editor);
    connectParts();
    startNew();
    setFocusProxy(m_table);
}

QAction* AppointmentsPage::makeAction(const QString& text, const QList<QKeySequence>& keys, void (AppointmentsPage::*slot)())
{
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setProperty("group", tr("Appointments"));
    connect(action, &QAction::triggered, this, slot);
    bindPageKeys(action, this);
    return action;
}

void AppointmentsPage::makeActions()
{
    m_new = makeAction(tr("New appointment"), {Qt::CTRL | Qt::Key_N}, &AppointmentsPage::startNew);
    m_new->setIcon(icon(Icons::Plus));
    m_save = makeAction(tr("Save"), {Qt::CTRL | Qt::Key_S}, &AppointmentsPage::save);
    m_save->setIcon(icon(Icons::Check, Tone::OnAccent));
    m_arrive = makeAction(tr("Has come: issue ticket"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, &AppointmentsPage::arrive);
    m_arrive->setIcon(icon(Icons::Ticket));
    m_cancel = makeAction(tr("Cancel the appointment"), {Qt::Key_F8}, &AppointmentsPage::askCancel);
    m_cancel->setIcon(icon(Icons::Close));
    m_before = makeAction(tr("Day before"), {Qt::ALT | Qt::Key_Left}, &AppointmentsPage::dayBefore);
    m_before->setIcon(icon(Icons::ChevronLeft));
    m_after = makeAction(tr("Day after"), {Qt::ALT | Qt::Key_Right}, &AppointmentsPage::dayAfter);
    m_after->setIcon(icon(Icons::ChevronRight));
    m_today = makeAction(tr("Today"), {Qt::ALT | Qt::Key_Home}, &AppointmentsPage::showToday);
    m_undo = makeAction(tr("Undo"), {Qt::CTRL | Qt::Key_Z}, &AppointmentsPage::undo);
    m_undo->setIcon(icon(Icons::Undo));
    m_back = makeAction(tr("Back"), {Qt::Key_Escape}, &AppointmentsPage::keep);
    const auto answer = [this](const QString& text, CancelReason reason) {
        auto* action = new QAction(text, this);
        connect(action, &QAction::triggered, this, [this, reason] { cancel(reason); });
        return action;
    };
    m_byVisitor = answer(tr("&Visitor called it off"), CancelReason::Visitor);
    m_byCentre = answer(tr("&Centre can't keep it"), CancelReason::Centre);
    m_mistake = answer(tr("&Booked by mistake"), CancelReason::Mistake);
    m_keep = new QAction(tr("&Keep it"), this);
    connect(m_keep, &QAction::triggered, this, &AppointmentsPage::keep);
}

QWidget* AppointmentsPage::makeDayBar()
{
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    m_dayEdit->setFixedWidth(scaled(dayWidth));
    const auto arrow = [](Icons name, QAction* action) {
        Button* button = Button::iconOnly(name, action->text());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        return button;
    };
    m_todayButton = new ActionButton(m_today, Variant::Quiet);
    row->addWidget(arrow(Icons::ChevronLeft, m_before));
    row->addWidget(m_dayField);
    row->addWidget(arrow(Icons::ChevronRight, m_after));
    row->addWidget(m_todayButton);
    row->addStretch(1);
    return bar;
}

QWidget* AppointmentsPage::makeList()
{
    m_table->setModel(m_model);
    m_table->setKeyRole(AppointmentModel::keyRole);
    m_table->setNumberColumns({AppointmentModel::TimeColumn});
    m_table->setTicketColumn(AppointmentModel::TicketColumn);
    m_table->setMutedColumns({AppointmentModel::PhoneColumn, AppointmentModel::PlaceColumn});
    m_table->setStretchColumn(AppointmentModel::ServiceColumn);
    m_table->setColumnLimit(AppointmentModel::NameColumn, scaled(widestName));
    m_table->setBadgeColumn(AppointmentModel::StateColumn, [this](const QModelIndex& index) {
        const AppointmentRow* row = m_model->at(index.row());
        return row != nullptr ? badgeOf(row->status) : BadgeValue{};
    });
    m_table->setAccessibleName(tr("Appointments of the day"));
    m_heading->addTrailing(new ActionButton(m_new));
    auto* card = new Card(nullptr, false);
    card->body()->addWidget(m_table);
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_heading);
    column->addWidget(card, 1);
    return whole;
}

QWidget* AppointmentsPage::makeEditor()
{
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_title);
    column->addWidget(m_form);
    column->addWidget(new ActionButton(m_save, Variant::Primary), 0, Qt::AlignLeft);
    column->addWidget(new ActionButton(m_arrive), 0, Qt::AlignLeft);
    column->addWidget(new ActionButton(m_cancel, Variant::Quiet), 0, Qt::AlignLeft);
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(inside);
    area->viewport()->setAutoFillBackground(false); // the card shows through
    inside->setAutoFillBackground(false);
    auto* card = new Card;
    card->body()->addWidget(area);
    return card;
}

void AppointmentsPage::connectParts()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_refreshing)
            showCurrent();
    });
    connect(m_table, &QAbstractItemView::activated, this, [this] { m_form->focusFirst(); });
    connect(m_dayEdit, &TextField::submitted, this, &AppointmentsPage::readDayField);
    connect(m_form, &AppointmentForm::submitted, this, &AppointmentsPage::save);
    connect(m_failure, &Banner::closed, m_failure, &QWidget::hide);
    connect(m_undoer, &AppointmentsUndo::refused, this, [this](const Error& error) {
        showFailure(error);
        updateActions();
    });
    connect(m_undoer, &AppointmentsUndo::undone, this, [this](const AppointmentRow& row) {
        m_wanted = row.appointment;
        showDay(row.beginsAt.dateAt(m_gateway.centre().offsetMinutes));
        Toast::show(this, tr("Taken back: %1, %2").arg(words::visitor(row.name), AppointmentModel::wordOfStatus(row.status)), nullptr, Tone::Info);
    });
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.centre)
            m_form->reword();
        if (changes.appointments || changes.persons || changes.tickets || changes.centre)
            refresh();
        if (changes.appointments)
            m_form->askFreeTimes();
    }, Qt::QueuedConnection);
    m_minute.start(minuteMilliseconds);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
}

void AppointmentsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

/// Large type on a small screen: the details have the telephone number and the place too, and Alt+Home the day.
void AppointmentsPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < scaled(roomyWidth);
    m_table->setColumnHidden(AppointmentModel::PhoneColumn, isNarrow);
    m_table->setColumnHidden(AppointmentModel::PlaceColumn, isNarrow);
    m_todayButton->setVisible(!isNarrow);
    m_editor->setFixedWidth(scaled(isNarrow ? narrowEditorWidth : editorWidth));
    describe();
}

QDate AppointmentsPage::today() const
{
    return m_clock.now().dateAt(m_gateway.centre().offsetMinutes);
}

void AppointmentsPage::showDay(QDate day)
{
    m_day = day;
    m_dayField->setError({});
    refresh();
}

void AppointmentsPage::dayBefore()
{
    showDay(m_day.addDays(-1));
}

void AppointmentsPage::dayAfter()
{
    showDay(m_day.addDays(1));
}

void AppointmentsPage::showToday()
{
    showDay(today());
}

void AppointmentsPage::readDayField()
{
    const std::optional<QDate> day = readDay(m_dayEdit->text());
    if (!day || !day->isValid())
        return m_dayField->setError(tr("Please type a day such as 2026-03-02."));
    showDay(*day);
}

void AppointmentsPage::refresh()
{
    const std::uint64_t question = ++m_question;
    if (!m_dayEdit->hasFocus() || !m_dayEdit->isModified())
        m_dayEdit->setText(dayText(m_day));
    whenReady(m_gateway.ask(m_session, AppointmentList{m_day}), this, [this, question](const Result<AppointmentRows>& answer) {
        if (question != m_question)
            return;
        if (!answer)
            return showFailure(answer.error());
        const AppointmentId kept = m_wanted.isNull() && current() != nullptr && !m_isNew ? current()->appointment : std::exchange(m_wanted, {});
        m_refreshing = true;
        m_model->apply(answer->appointments);
        const int row = m_model->rowOf(kept);
        if (row >= 0)
            m_table->selectRow(row);
        m_refreshing = false;
        describe();
        const bool isOther = row >= 0 && (!m_form->shown() || m_form->shown()->appointment != m_model->at(row)->appointment);
        const bool isNews = isOther || (row >= 0 && *m_form->shown() != *m_model->at(row) && !m_form->isTouched());
        if (isNews)
            showCurrent(); // what is typed for a new one, or for one that nobody else changed, stays
        updateActions();
    });
}

void AppointmentsPage::describe()
{
    const QLocale locale;
    m_heading->setText(m_day == today() ? tr("Today") : locale.toString(m_day, u"dddd"_s));
    const QString counts = tr("%1 expected, %2 came, %3 did not come").arg(m_model->countOf(AppointmentStatus::Expected)).arg(m_model->countOf(AppointmentStatus::Kept))
                               .arg(m_model->countOf(AppointmentStatus::Missed));
    m_heading->setCount(width() < scaled(roomyWidth) ? QString::number(m_model->rowCount()) : counts);
    m_table->emptyState()->setContent(Icons::Calendar, tr("No appointments on this day"), tr("Ctrl+N books one. Whoever is booked appears here and in the look-up of the reception."));
}

const AppointmentRow* AppointmentsPage::current() const
{
    return m_model->at(m_table->currentRow());
}

void AppointmentsPage::showCurrent()
{
    const AppointmentRow* row = current();
    if (row == nullptr)
        return updateActions();
    m_isNew = false;
    m_title->setText(AppointmentModel::timesOf(*row, m_gateway.centre().offsetMinutes) + u" · "_s + words::visitor(row->name));
    m_form->show(*row);
    keep();
    updateActions();
}

void AppointmentsPage::startNew()
{
    m_isNew = true;
    m_title->setText(tr("New appointment"));
    m_failure->hide();
    m_cancelling->hide();
    m_form->startNew(std::max(m_day, today()));
    if (isVisible())
        m_form->focusFirst();
    updateActions();
}

void AppointmentsPage::save()
{
    if (m_busy || !m_save->isEnabled() || !m_form->check())
        return;
    m_busy = true;
    m_failure->hide();
    if (m_isNew) {
        whenReady(m_gateway.send(m_session, m_form->booking()), this,
                  [this](const Result<AppointmentReply>& reply) { onDone(reply, int(AppointmentsUndo::Act::Booked), tr("Booked")); });
    } else {
        whenReady(m_gateway.send(m_session, m_form->change()), this,
                  [this](const Result<AppointmentReply>& reply) { onDone(reply, int(AppointmentsUndo::Act::Changed), tr("Changed")); });
    }
    updateActions();
}

void AppointmentsPage::onDone(const Result<AppointmentReply>& reply, int act, const QString& message)
{
    m_busy = false;
    if (!reply) {
        const QString sentence = errorText(reply.error(), m_gateway.centre());
        if (!m_form->setError(reply.error(), sentence))
            showFailure(reply.error());
        m_form->askFreeTimes(); // somebody else was quicker
        return updateActions();
    }
    const AppointmentRow& row = reply->row;
    const int offset = m_gateway.centre().offsetMinutes;
    m_undoer->remember(AppointmentsUndo::Act(act), *reply);
    m_isNew = false;
    m_wanted = row.appointment;
    showDay(row.beginsAt.dateAt(offset));
    updateActions();
    m_table->setFocus(Qt::OtherFocusReason);
    Toast::show(this, tr("%1: %2, %3 %4").arg(message, words::visitor(row.name), dayText(row.beginsAt.dateAt(offset)), timeText(row.beginsAt, offset)), m_undo);
}

void AppointmentsPage::arrive()
{
    const AppointmentRow* row = current();
    if (m_busy || !m_arrive->isEnabled() || row == nullptr)
        return;
    m_busy = true;
    m_failure->hide();
    const AppointmentRow arriving = *row;
    whenReady(m_gateway.send(m_session, AppointmentArrive{arriving.appointment}), this, [this, arriving](const Result<VisitReply>& reply) {
        m_busy = false;
        if (!reply) {
            showFailure(reply.error());
            return updateActions();
        }
        m_wanted = arriving.appointment;
        refresh();
        Toast::show(this, tr("%1 has come: ticket %2").arg(words::visitor(arriving.name), reply->number));
        Q_EMIT printTicket(*reply, arriving.service);
    });
    updateActions();
}

/// Not whether, but why: it can be taken back.
void AppointmentsPage::askCancel()
{
    const AppointmentRow* row = current();
    if (row == nullptr)
        return;
    m_cancelling->setMessage(Tone::Warning, tr("Why is the appointment of %1 cancelled?").arg(words::visitor(row->name)));
    m_cancelling->show();
    for (ActionButton* button : m_cancelling->findChildren<ActionButton*>()) {
        if (button->action() == m_byVisitor)
            button->setFocus(Qt::OtherFocusReason);
    }
}

void AppointmentsPage::cancel(CancelReason reason)
{
    const AppointmentRow* row = current();
    keep();
    if (m_busy || row == nullptr)
        return;
    m_busy = true;
    whenReady(m_gateway.send(m_session, AppointmentCancel{row->appointment, reason, {}}), this,
              [this](const Result<AppointmentReply>& reply) { onDone(reply, int(AppointmentsUndo::Act::Cancelled), tr("Cancelled")); });
    updateActions();
}

/// Esc: the question goes, or whoever was typed into the form gives way to the list.
void AppointmentsPage::keep()
{
    const bool asked = m_cancelling->isVisible();
    m_cancelling->hide();
    if (asked || m_form->isAncestorOf(focusWidget()))
        m_table->setFocus(Qt::OtherFocusReason);
}

void AppointmentsPage::undo()
{
    m_undoer->undo();
}

void AppointmentsPage::showFailure(const Error& error)
{
    m_failure->setMessage(Tone::Danger, errorText(error, m_gateway.centre()));
    m_failure->show();
}

void AppointmentsPage::updateActions()
{
    const AppointmentRow* row = m_isNew ? nullptr : current();
    const bool open = row != nullptr && (row->status == AppointmentStatus::Expected || row->status == AppointmentStatus::Missed);
    const bool ticketIsGone = row != nullptr && row->status == AppointmentStatus::Kept && row->ticketStatus == TicketStatus::Withdrawn;
    m_save->setEnabled(!m_busy && (m_isNew || open));
    m_arrive->setEnabled(!m_busy && (open || ticketIsGone) && m_day == today());
    m_cancel->setEnabled(!m_busy && open);
    m_undo->setEnabled(m_undoer->canUndo());
}

} // namespace onedoor

#include "moc_appointments_page.cpp"
