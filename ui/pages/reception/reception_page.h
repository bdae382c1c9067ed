// SPDX-License-Identifier: GPL-3.0-or-later
// The reception desk on one screen, keyboard first: look up anybody, see who is here, take down the visit, hand over a ticket.
// The shell makes one per signed-in session; gateway, session and clock must outlive it. UI thread; never blocks. The page prints
// nothing itself: it says what to print, and shows what became of it from the tickets' own rows.
#pragma once

#include "core/base/clock.h"
#include "core/services/api/appointments.h"
#include "core/services/gateway.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QKeySequence;
class QStackedWidget;

namespace onedoor {

class Banner;
class DraftShelf;
class ExpectedBar;
class ExpectedSheet;
class KnownAlready;
class LookupController;
class LookupField;
class PersonWatch;
class Registration;
class SecondTicketSheet;
class TicketActs;
class TicketPanel;
class Toast;
class TodayPanel;
class VisitForm;
struct VisitDraft;

class ReceptionPage final : public QWidget {
    Q_OBJECT
public:
    ReceptionPage(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent = nullptr);
    ~ReceptionPage() override;

    /// Where forms stay that were not registered when this page goes, and where those of earlier pages come from.
    void keepDraftsOn(DraftShelf& shelf);
    /// The idle state: what every start, save and cancel ends in.
    void focusLookup();
    bool isFormOpen() const;
    /// The slip of this ticket is with the printer, or no more.
    void showPrinting(const onedoor::TicketId& ticket, bool isPrinting);

Q_SIGNALS:
    /// A ticket was issued: print its slip and record what became of it with TicketRecordPrint.
    void printTicket(const onedoor::VisitReply& ticket, const QString& service);
    /// The slip once more; never a new number.
    void reprintTicket(const onedoor::TicketRow& ticket, std::uint32_t ahead);
    /// Everything that happened to the visit on show.
    void historyWanted(const onedoor::VisitId& visit);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeActions();
    QAction* makeAction(const QString& text, const QList<QKeySequence>& keys, void (ReceptionPage::*slot)());
    void build();
    QWidget* makeDesk();
    void connectParts();

    void newVisitor();
    void beginNew(const QString& text);
    void openPerson(const PersonRow& person);
    void openForm();
    void registerVisit();
    void registerDone();
    void sendVisit(bool doneAtOnce);
    void onRegistered(const VisitRegister& command, const VisitReply& reply);
    void showIssued(const TicketRow& ticket, const VisitReply& reply);
    void showDone(TicketRow ticket, const VisitReply& reply);
    void takeOverMatter(VisitId visit);
    void goBack();
    void closeForm();
    void keepDraft();
    void keepIfRefused();
    void restoreDraft();
    void showDraftBanner();
    void takeFromShelf();
    void discardDraft();
    void undoDiscard();
    std::vector<VisitDraft> allForms() const;
    void showTicket(const TicketRow& ticket);
    void showNoTicket();
    /// Leaves the form, whose text is kept, and shows the ticket in the list and beside it.
    void findTicket(const TicketRow& ticket);
    void refreshTicket();
    void reprint();
    void showHistory();
    void connectActs();
    void askWithdraw();
    void withdraw();
    void keepTicket();
    void bringBack();
    void undoWithdrawal();
    void anotherTicket();
    void onWithdrawn(const TicketRow& ticket);
    void onBroughtBack(const TicketRow& ticket);
    void onSecondIssued(const TicketRow& ticket, const VisitReply& reply);
    void onPersonChanged(const PersonDetails& now, const QString& author, Instant at);
    void sameMatter();
    void nextSection();
    void previousSection();
    void onScan(const QString& number);
    void onSlip(TicketId ticket);
    void makeExpected();
    void showExpected();
    void arrive(const AppointmentRow& row);
    void takeAppointment(const PersonRow& person);
    void dropAppointment();
    void connectKnown();
    void connectTriage();
    void showKnown();
    void takeKnown();
    void showFailure(const Error& error);
    void updateActions();

    Gateway& m_gateway;
    const Session& m_session;
    const Clock& m_clock;
    QAction* m_newVisitor = nullptr;
    QAction* m_lookUp = nullptr;
    QAction* m_register = nullptr;
    QAction* m_registerDone = nullptr; ///< a tiny matter: registered, served and finished in one
    QAction* m_back = nullptr;
    QAction* m_sameMatter = nullptr;
    QAction* m_takeKnown = nullptr; ///< the likeliest of those who may be the new visitor
    QAction* m_restore = nullptr;
    QAction* m_discard = nullptr;     ///< the kept form on offer
    QAction* m_undoDiscard = nullptr;
    QAction* m_print = nullptr;
    QAction* m_history = nullptr;
    QAction* m_another = nullptr;
    QAction* m_leave = nullptr;     ///< asks whether the ticket is to be withdrawn
    QAction* m_withdraw = nullptr;  ///< does it
    QAction* m_keep = nullptr;
    QAction* m_bringBack = nullptr; ///< the withdrawn ticket on show
    QAction* m_undo = nullptr;      ///< the last withdrawal
    QAction* m_cameAction = nullptr; ///< lists who is expected
    QAction* m_notForIt = nullptr;   ///< the visit in the form has nothing to do with the appointment
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    LookupField* m_lookup;
    LookupController* m_finder;
    Banner* m_failure = nullptr;
    Banner* m_draftBanner = nullptr;
    Banner* m_leaving = nullptr; ///< the question whether a ticket is to be withdrawn
    Banner* m_cameFor = nullptr; ///< the form's visitor has an appointment
    ExpectedBar* m_expected = nullptr;
    QStackedWidget* m_stack;
    TodayPanel* m_today = nullptr;
    TicketPanel* m_ticket = nullptr;
    VisitForm* m_form = nullptr;
    Registration* m_registration;
    TicketActs* m_acts;
    PersonWatch* m_watch;
    KnownAlready* m_known;
    QPointer<SecondTicketSheet> m_sheet;
    QPointer<ExpectedSheet> m_arrivals;
    std::optional<AppointmentId> m_appointment; ///< that the form's visitor came for
    QPointer<QWidget> m_focusBefore; ///< where the focus was before the question
    TicketRow m_leaver;              ///< the ticket that the question is about
    std::vector<VisitDraft> m_drafts; ///< left without registering, newest last
    std::vector<VisitDraft> m_discarded; ///< the one that was discarded last, while it can be undone
    QPointer<DraftShelf> m_shelf; ///< a page put away may live longer than the desk
    QPointer<Toast> m_toast;
    std::uint64_t m_opening = 0;
};

} // namespace onedoor
