// SPDX-License-Identifier: GPL-3.0-or-later
// What happens between the first touch and the slip, without a widget: asks the store, keeps the trip of the person who stands there,
// prints, and calls staff. A ticket is shown only when it is on the disk. Answers to questions of a person who has gone are dropped. What it refers to
// outlives it; UI thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/services/api/staff_calls.h"
#include "core/services/gateway.h"
#include "ui/pages/kiosk/kiosk_trip.h"

#include <QSet>
#include <QTimer>

namespace onedoor {

class TicketPrinter;
struct PrintOutcome;

enum class KioskHelp {
    None,
    Called,   ///< the desks show it
    Answered, ///< somebody is on the way
};

class KioskFlow final : public QObject {
    Q_OBJECT
public:
    /// `label`: what people call this kiosk, for those who come to help.
    KioskFlow(Gateway& gateway, const Session& session, const Clock& clock, Random& random, TicketPrinter& printer, const QString& label,
              QObject* parent = nullptr);

    const KioskTrip& trip() const { return m_trip; }
    const KioskBoard& board() const { return m_board; }
    const CentreDefinition& centre() const { return m_gateway.centre(); }
    KioskHelp help() const { return m_help; }

    void chooseService(const QString& service);
    void turnPage(int page);
    /// Kept while the language changes; says nothing to anybody.
    void noteTyped(const QString& typed) { m_trip.typed = typed; }
    void giveDocument(const QString& number);
    void givePhone(const QString& number);
    /// Asked for a telephone number instead.
    void askPhone();
    /// A ticket without a number: also for somebody else.
    void issuePlain();
    void confirm();
    void goBack();
    void retry();
    void printAgain();
    void callStaff();
    /// Forgets everything and begins anew.
    void wipe();

Q_SIGNALS:
    /// Another screen is due, or the same one with other facts.
    void changed();
    void helpChanged();

private:
    void refresh();
    void show(KioskStep step);
    void greet();
    void issue();
    void take(const KioskTicket& ticket);
    void print(const KioskTicket& ticket);
    void conclude(const PrintOutcome& outcome);
    void connectPrinter();
    void call(StaffCallReason reason, const QString& number);
    void watchHelp();
    void fail(const Error& error);
    template <typename Reply, typename Handler>
    void askFor(QFuture<Result<Reply>> future, Handler handler);

    Gateway& m_gateway;
    const Session& m_session;
    const Clock& m_clock;
    Random& m_random;
    TicketPrinter& m_printer;
    QString m_label;
    KioskTrip m_trip;
    KioskBoard m_board;
    bool m_boardKnown = false;
    quint64 m_person = 0; ///< counts those who stood here
    KioskHelp m_help = KioskHelp::None;
    StaffCallId m_call;
    QSet<TicketId> m_printing; ///< begun here: the printer serves other windows too
    QTimer m_look;
};

} // namespace onedoor
