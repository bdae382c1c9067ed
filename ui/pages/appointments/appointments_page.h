// SPDX-License-Identifier: GPL-3.0-or-later
// The appointments of a day: who is expected when, who came, who did not; booking, moving and cancelling, keyboard first, and one key from
// an appointment to its ticket. What happens here and elsewhere is shown at once. Owned by its parent; gateway, session and clock outlive
// it; UI thread. The page prints nothing itself: it says what to print.
#pragma once

#include "core/base/clock.h"
#include "core/services/api/appointments.h"
#include "core/services/gateway.h"

#include <QTimer>
#include <QWidget>

class QAction;

namespace onedoor {

class AppointmentForm;
class AppointmentModel;
class AppointmentsUndo;
class Banner;
class DataTable;
class FormField;
class SectionHeading;
class TextField;

class AppointmentsPage final : public QWidget {
    Q_OBJECT
public:
    AppointmentsPage(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent = nullptr);

    QDate day() const { return m_day; }
    void showDay(QDate day);

Q_SIGNALS:
    /// A ticket was issued: print its slip and record what became of it.
    void printTicket(const onedoor::VisitReply& ticket, const QString& service);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeActions();
    QAction* makeAction(const QString& text, const QList<QKeySequence>& keys, void (AppointmentsPage::*slot)());
    QWidget* makeDayBar();
    QWidget* makeList();
    QWidget* makeEditor();
    void connectParts();
    void refresh();
    void describe();
    void showCurrent();
    const AppointmentRow* current() const;
    QDate today() const;
    void dayBefore();
    void dayAfter();
    void showToday();
    void readDayField();
    void startNew();
    void save();
    void arrive();
    void askCancel();
    void cancel(CancelReason reason);
    void keep();
    void undo();
    void onDone(const Result<AppointmentReply>& reply, int act, const QString& message);
    void showFailure(const Error& error);
    void updateActions();

    Gateway& m_gateway;
    const Session& m_session;
    const Clock& m_clock;
    QDate m_day;
    bool m_isNew = true;
    bool m_busy = false;
    bool m_refreshing = false;
    std::uint64_t m_question = 0;
    AppointmentId m_wanted; ///< selected once it is in the list
    AppointmentModel* m_model;
    AppointmentsUndo* m_undoer;
    DataTable* m_table;
    TextField* m_dayEdit;
    FormField* m_dayField;
    SectionHeading* m_heading;
    SectionHeading* m_title;
    AppointmentForm* m_form;
    Banner* m_failure;
    Banner* m_cancelling; ///< the question why
    QWidget* m_editor = nullptr;
    QWidget* m_todayButton = nullptr;
    QAction* m_new = nullptr;
    QAction* m_save = nullptr;
    QAction* m_arrive = nullptr;
    QAction* m_cancel = nullptr;
    QAction* m_before = nullptr;
    QAction* m_after = nullptr;
    QAction* m_today = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_back = nullptr;
    QAction* m_byVisitor = nullptr;
    QAction* m_byCentre = nullptr;
    QAction* m_mistake = nullptr;
    QAction* m_keep = nullptr;
    QTimer m_minute; ///< who does not come turns to missed by itself
};

} // namespace onedoor
