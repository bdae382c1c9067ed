// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/reception_page.h"

#include "core/services/api/counter.h"
#include "core/services/error_text.h"
#include "ui/models/lookup_text.h"
#include "ui/models/when_ready.h"
#include "ui/pages/reception/expected_bar.h"
#include "ui/pages/reception/known_already.h"
#include "ui/pages/reception/person_watch.h"
#include "ui/pages/reception/registration.h"
#include "ui/pages/reception/second_ticket_sheet.h"
#include "ui/pages/reception/ticket_acts.h"
#include "ui/pages/reception/ticket_panel.h"
#include "ui/pages/reception/today_panel.h"
#include "ui/pages/reception/visit_form.h"
#include "ui/pages/reception/wait_hint.h"
#include "ui/widgets/button.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/lookup_controller.h"
#include "ui/widgets/lookup_field.h"
#include "ui/widgets/page_keys.h"
#include "ui/widgets/scan_catcher.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// What is in it scrolls by itself: texts that wrap inside must not make the page as tall as they are.
class DeskOrForm final : public QStackedWidget {
public:
    bool hasHeightForWidth() const override { return false; }
};

constexpr int ticketPanelPixels = 340;
constexpr int narrowTicketPanelPixels = 280;
constexpr int roomyHeight = 500;
constexpr int roomyPixels = 900; // below this the list needs the room more than the details

} // namespace

ReceptionPage::ReceptionPage(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_session(session)
    , m_clock(clock)
    , m_lookup(new LookupField)
    , m_finder(new LookupController(gateway, session, m_lookup, LookupModel::Offers::NewVisitorToo))
    , m_stack(new DeskOrForm)
    , m_registration(new Registration(gateway, session, this))
    , m_acts(new TicketActs(gateway, session, this))
    , m_watch(new PersonWatch(gateway, session, this))
    , m_known(new KnownAlready(gateway, session, this))
{
    setAccessibleName(tr("Reception"));
    makeActions();
    build();
    connectParts();
    setFocusProxy(m_lookup);
    updateActions();
}

QAction* ReceptionPage::makeAction(const QString& text, const QList<QKeySequence>& keys, void (ReceptionPage::*slot)())
{
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    action->setProperty("group", tr("Reception"));
    connect(action, &QAction::triggered, this, slot);
    bindPageKeys(action, this);
    return action;
}

void ReceptionPage::makeActions()
{
    m_newVisitor = makeAction(tr("New visitor"), {Qt::CTRL | Qt::Key_N}, &ReceptionPage::newVisitor);
    m_newVisitor->setIcon(icon(Icons::PersonAdd));
    m_lookUp = makeAction(tr("Look up"), {Qt::Key_F3}, &ReceptionPage::focusLookup);
    m_register = makeAction(tr("Register and print"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, &ReceptionPage::registerVisit);
    m_register->setIcon(icon(Icons::Print, Tone::OnAccent));
    m_registerDone = makeAction(tr("Done at once"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Return, Qt::CTRL | Qt::SHIFT | Qt::Key_Enter}, &ReceptionPage::registerDone);
    m_registerDone->setIcon(icon(Icons::Check));
    m_back = makeAction(tr("Back"), {Qt::Key_Escape}, &ReceptionPage::goBack);
    m_back->setIcon(icon(Icons::ArrowLeft));
    m_sameMatter = makeAction(tr("Same matter as last time"), {Qt::CTRL | Qt::Key_R}, &ReceptionPage::sameMatter);
    m_takeKnown = makeAction(tr("Take this person"), {Qt::CTRL | Qt::Key_K}, &ReceptionPage::takeKnown);
    m_takeKnown->setIcon(icon(Icons::Person));
    m_takeKnown->setEnabled(false);
    m_restore = makeAction(tr("Bring back"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T}, &ReceptionPage::restoreDraft);
    m_restore->setIcon(icon(Icons::Undo));
    m_discard = new QAction(tr("&Discard"), this);
    connect(m_discard, &QAction::triggered, this, &ReceptionPage::discardDraft);
    m_undoDiscard = new QAction(tr("Undo"), this);
    connect(m_undoDiscard, &QAction::triggered, this, &ReceptionPage::undoDiscard);
    m_print = makeAction(tr("Print again"), {Qt::CTRL | Qt::Key_P}, &ReceptionPage::reprint);
    m_print->setIcon(icon(Icons::Print));
    m_history = makeAction(tr("History"), {Qt::CTRL | Qt::Key_H}, &ReceptionPage::showHistory);
    m_history->setIcon(icon(Icons::History));
    m_another = makeAction(tr("Another ticket"), {Qt::Key_F7}, &ReceptionPage::anotherTicket);
    m_another->setIcon(icon(Icons::Plus));
    m_leave = makeAction(tr("Visitor has left"), {Qt::Key_F8}, &ReceptionPage::askWithdraw);
    m_leave->setIcon(icon(Icons::SignOut));
    m_bringBack = makeAction(tr("Back into the queue"), {Qt::Key_F9}, &ReceptionPage::bringBack);
    m_bringBack->setIcon(icon(Icons::Undo));
    m_undo = makeAction(tr("Undo"), {Qt::CTRL | Qt::Key_Z}, &ReceptionPage::undoWithdrawal);
    m_undo->setIcon(icon(Icons::Undo));
    m_withdraw = new QAction(tr("&Withdraw the ticket"), this);
    connect(m_withdraw, &QAction::triggered, this, &ReceptionPage::withdraw);
    m_keep = new QAction(tr("&Keep it"), this);
    connect(m_keep, &QAction::triggered, this, &ReceptionPage::keepTicket);
    m_next = makeAction(tr("Next section"), {Qt::Key_F6}, &ReceptionPage::nextSection);
    m_previous = makeAction(tr("Previous section"), {Qt::SHIFT | Qt::Key_F6}, &ReceptionPage::previousSection);
}

void ReceptionPage::build()
{
    m_lookup->setPlaceholderText(tr("Name, pinyin, telephone, document or ticket number"));
    m_lookup->setAccessibleName(tr("Look up a visitor"));
    m_lookup->edit()->setAccessibleName(tr("Look up a visitor"));
    m_failure = new Banner(Tone::Danger, QString());
    m_failure->setClosable(true);
    m_failure->hide();
    m_draftBanner = new Banner(Tone::Info, QString());
    m_draftBanner->addAction(m_restore);
    m_draftBanner->addAction(m_discard);
    m_draftBanner->setClosable(true);
    m_draftBanner->hide();
    m_leaving = new Banner(Tone::Warning, QString());
    m_leaving->addAction(m_keep);
    m_leaving->addAction(m_withdraw);
    m_leaving->hide();
    makeExpected();
    m_form = new VisitForm(m_gateway.centre(), m_clock, m_register, m_registerDone, m_back, m_takeKnown);
    auto* top = new QHBoxLayout;
    top->setSpacing(space::medium);
    top->addWidget(m_lookup, 1);
    top->addWidget(new ActionButton(m_newVisitor));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::large);
    column->setSpacing(space::medium);
    column->addLayout(top);
    column->addWidget(m_failure);
    column->addWidget(m_draftBanner);
    column->addWidget(m_leaving);
    column->addWidget(m_expected);
    column->addWidget(m_cameFor);
    m_stack->addWidget(makeDesk());
    m_stack->addWidget(m_form);
    column->addWidget(m_stack, 1);
}

QWidget* ReceptionPage::makeDesk()
{
    auto* desk = new QWidget;
    m_today = new TodayPanel(m_gateway, m_session, m_clock);
    m_ticket = new TicketPanel(m_gateway, m_session, {m_print, m_another, m_leave, m_bringBack, m_history});
    auto* row = new QHBoxLayout(desk);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::large);
    row->addWidget(m_today, 1);
    row->addWidget(m_ticket);
    return desk;
}

void ReceptionPage::connectParts()
{
    connect(m_finder, &LookupController::personChosen, this, &ReceptionPage::openPerson);
    connect(m_finder, &LookupController::newVisitor, this, &ReceptionPage::beginNew);
    connect(m_finder, &LookupController::ticketChosen, this, &ReceptionPage::findTicket);
    connect(m_finder, &LookupController::failed, this, &ReceptionPage::showFailure);
    connect(m_today, &TodayPanel::failed, this, &ReceptionPage::showFailure);
    connect(m_today, &TodayPanel::refreshed, this, &ReceptionPage::refreshTicket);
    connect(m_today, &TodayPanel::ticketChosen, this, &ReceptionPage::showTicket);
    connect(m_today, &TodayPanel::ticketLit, this, [this](const TicketRow& ticket) {
        if (m_ticket->ticket().ticket != ticket.ticket)
            showTicket(ticket);
    });
    connect(m_ticket, &TicketPanel::failed, this, &ReceptionPage::showFailure);
    connect(&m_gateway, &Gateway::changed, m_form, [this](const ChangeSet& changes) {
        if (changes.centre)
            m_form->offerAnew();
    }, Qt::QueuedConnection);
    new WaitHint(m_gateway, m_session, m_form->matter(), this);
    connect(m_form, &VisitForm::submitted, this, &ReceptionPage::registerVisit);
    connect(m_form, &VisitForm::sameMatterChosen, this, &ReceptionPage::takeOverMatter);
    connect(m_registration, &Registration::registered, this, &ReceptionPage::onRegistered);
    connect(m_registration, &Registration::corrected, this, [this] { m_form->setKnown(m_form->person()); });
    connect(m_registration, &Registration::refused, m_form, &VisitForm::showError);
    connect(m_registration, &Registration::runningChanged, this, &ReceptionPage::updateActions);
    connect(m_registration, &Registration::refused, this, [this] {
        if (const VisitDraft draft = m_form->draft(); draft.returning)
            m_watch->watch(draft.returning->person, true);
    });
    connect(m_watch, &PersonWatch::changed, this, &ReceptionPage::onPersonChanged);
    connectActs();
    connectKnown();
    connectTriage();
    auto* scanner = new ScanCatcher(this);
    connect(scanner, &ScanCatcher::scanned, this, &ReceptionPage::onScan);
    connect(scanner, &ScanCatcher::slipScanned, this, &ReceptionPage::onSlip);
}

void ReceptionPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_ticket->setFixedWidth(scaled(width() < scaled(roomyPixels) ? narrowTicketPanelPixels : ticketPanelPixels));
    updateActions();
}

void ReceptionPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!isFormOpen())
        m_lookup->setFocus(Qt::OtherFocusReason);
}

void ReceptionPage::focusLookup()
{
    m_lookup->setFocus(Qt::ShortcutFocusReason);
    m_lookup->edit()->selectAll();
}

bool ReceptionPage::isFormOpen() const
{
    return m_stack->currentWidget() == m_form;
}

void ReceptionPage::newVisitor()
{
    beginNew(m_lookup->text().trimmed());
}

void ReceptionPage::beginNew(const QString& text)
{
    keepDraft();
    m_watch->stop();
    m_known->stop();
    dropAppointment();
    m_form->openNew(personFromText(text));
    openForm();
    m_known->look(m_form->person());
}

void ReceptionPage::openPerson(const PersonRow& person)
{
    const std::uint64_t opening = ++m_opening;
    whenReady(m_gateway.ask(m_session, PersonShow{person.person}), this, [this, opening, person](const Result<PersonDetails>& details) {
        if (opening != m_opening)
            return;
        if (!details)
            return showFailure(details.error());
        keepDraft();
        m_known->stop();
        const auto kept = std::find_if(m_drafts.begin(), m_drafts.end(), [&](const VisitDraft& draft) {
            return draft.returning && draft.returning->person == person.person;
        });
        if (kept != m_drafts.end()) {
            m_form->restore(*kept);
            m_drafts.erase(kept);
            m_watch->watch(person.person, true);
        } else {
            m_form->openReturning(*details, person.todayNumber);
            m_watch->watch(person.person, false);
        }
        openForm();
        takeAppointment(person);
    });
}

void ReceptionPage::openForm()
{
    ++m_opening;
    m_failure->hide();
    m_leaving->hide();
    if (m_toast)
        m_toast->dismiss(); // it would cover the form's button
    m_lookup->clear();
    m_stack->setCurrentWidget(m_form);
    showDraftBanner();
    updateActions();
    m_form->focusFirst();
}

void ReceptionPage::registerVisit()
{
    sendVisit(false);
}

void ReceptionPage::registerDone()
{
    sendVisit(true);
}

void ReceptionPage::sendVisit(bool doneAtOnce)
{
    if (!isFormOpen() || m_registration->isRunning() || !m_form->check())
        return;
    VisitRegister command = m_form->command();
    command.doneAtOnce = doneAtOnce;
    command.appointment = m_appointment;
    std::optional<PersonCorrected> correction;
    if (const VisitDraft draft = m_form->draft(); draft.returning)
        correction = correctionOf(draft.returning->known, m_form->person());
    m_registration->start(command, correction);
}

void ReceptionPage::takeOverMatter(VisitId visit)
{
    const std::uint64_t opening = m_opening;
    whenReady(m_gateway.ask(m_session, VisitShow{visit}), this, [this, opening](const Result<VisitDetails>& details) {
        if (opening == m_opening && isFormOpen() && details)
            m_form->fillMatter(details->matter);
    });
}

void ReceptionPage::goBack()
{
    const bool looking = m_lookup->isAncestorOf(focusWidget()) && !m_lookup->text().isEmpty();
    if (m_leaving->isVisible())
        return keepTicket();
    if (looking)
        return m_lookup->clear();
    if (isFormOpen())
        closeForm();
    else if (!m_ticket->isEmpty())
        showNoTicket();
    else if (!m_lookup->text().isEmpty())
        m_lookup->clear();
    updateActions();
    m_lookup->setFocus(Qt::OtherFocusReason);
}

void ReceptionPage::closeForm()
{
    keepDraft();
    dropAppointment();
    m_watch->stop();
    m_known->stop();
    ++m_opening;
    m_lookup->clear();
    m_stack->setCurrentIndex(0);
    showDraftBanner();
    updateActions();
    m_lookup->setFocus(Qt::OtherFocusReason);
}

void ReceptionPage::sameMatter()
{
    if (isFormOpen())
        m_form->sameMatterAsLast();
}

void ReceptionPage::nextSection()
{
    if (isFormOpen())
        m_form->focusNextSection(true);
    else if (m_today->table()->hasFocus())
        m_lookup->setFocus(Qt::OtherFocusReason);
    else
        m_today->table()->setFocus(Qt::OtherFocusReason);
}

void ReceptionPage::previousSection()
{
    if (isFormOpen())
        m_form->focusNextSection(false);
    else
        nextSection(); // two sections: the way back is the way on
}

void ReceptionPage::onScan(const QString& number)
{
    if (m_sheet)
        m_sheet->closeSheet(); // asks for a service only: whoever holds a card in the reader is the next visitor
    if (isFormOpen() && m_form->takeScan(number))
        return;
    m_finder->enter(number);
}

void ReceptionPage::onSlip(TicketId ticket)
{
    if (m_sheet)
        m_sheet->closeSheet();
    whenReady(m_gateway.ask(m_session, TicketShow{ticket.toString()}), this, [this](const Result<TicketReply>& answer) {
        if (answer)
            findTicket(answer->ticket);
        else
            showFailure(answer.error());
    });
}

void ReceptionPage::showFailure(const Error& error)
{
    m_failure->setMessage(Tone::Danger, errorText(error, m_gateway.centre()));
    m_failure->show();
}

void ReceptionPage::updateActions()
{
    const bool form = isFormOpen();
    const bool shown = !form && !m_ticket->isEmpty() && !m_sheet;
    const TicketStatus status = m_ticket->ticket().status;
    m_register->setEnabled(form && !m_registration->isRunning());
    m_registerDone->setEnabled(m_register->isEnabled());
    m_sameMatter->setEnabled(form);
    m_restore->setEnabled(!m_drafts.empty());
    m_print->setEnabled(shown && status != TicketStatus::Withdrawn);
    m_history->setEnabled(shown);
    m_another->setEnabled(shown && !m_acts->isRunning());
    m_leave->setEnabled(shown && !m_acts->isRunning() && (status == TicketStatus::Waiting || status == TicketStatus::Missed));
    m_bringBack->setEnabled(shown && !m_acts->isRunning() && status == TicketStatus::Withdrawn && m_ticket->ticket().canUndo);
    m_undo->setEnabled(!form && !m_sheet && m_acts->canUndo());
    m_withdraw->setEnabled(!m_acts->isRunning());
    m_expected->setVisible(!form && !m_expected->isEmpty() && height() >= scaled(roomyHeight)); // the key lists them in any case
    m_cameAction->setEnabled(!form && !m_sheet && !m_expected->isEmpty());
    if (m_sheet)
        m_sheet->setBusy(m_acts->isRunning());
}

} // namespace onedoor

#include "moc_reception_page.cpp"
