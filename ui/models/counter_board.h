// SPDX-License-Identifier: GPL-3.0-or-later
// The state of one window or room as its console shows it: asks the core, asks again when something that matters has changed (many
// changes at once are one question), and keeps the four lists. Gateway, session and clock must outlive it; UI thread. A failed answer
// leaves what was shown and is told by failed().
#pragma once

#include "core/base/clock.h"
#include "core/services/api/counter.h"
#include "core/services/gateway.h"
#include "ui/models/queue_model.h"

#include <QTimer>

namespace onedoor {

class CounterBoard final : public QObject {
    Q_OBJECT
public:
    CounterBoard(Gateway& gateway, const Session& session, const Clock& clock, QObject* parent = nullptr);

    /// Key of the place; empty: none is shown.
    void setPlace(const QString& place);
    const QString& place() const { return m_place; }
    /// The places that this console looks after besides; each stays in its order when one of them comes to the front.
    const std::vector<QString>& also() const { return m_also; }
    void setAlso(std::vector<QString> places);
    /// Brings one of `also` to the front; the one that was there takes its turn.
    void bringForward(QString place);
    /// The place in front and the others, in this order.
    std::vector<QString> allPlaces() const;
    /// Asks soon; more calls until then are the same question.
    void refresh();

    const PlaceBoard& board() const { return m_board; }
    bool isLoaded() const { return m_loaded; }
    QueueModel* waiting() { return &m_waiting; }
    QueueModel* held() { return &m_held; }
    QueueModel* missed() { return &m_missed; }
    QueueModel* done() { return &m_done; }

Q_SIGNALS:
    void updated();
    void failed(const onedoor::Error& error);
    /// The time of somebody on hold or missed is up: they wait again. Told once each time.
    void cameBack(const onedoor::TicketRow& ticket);

private:
    void ask();
    void take(const Result<PlaceBoard>& answer, const QString& place);
    void tick();
    void tellReturns(bool isNews);
    void askWaits(const QString& place);

    Gateway& m_gateway;
    const Session& m_session;
    const Clock& m_clock;
    QueueModel m_waiting;
    QueueModel m_held;
    QueueModel m_missed;
    QueueModel m_done;
    PlaceBoard m_board;
    QString m_place;
    std::vector<QString> m_also;
    QSet<TicketId> m_back; ///< who is known to wait again
    QTimer m_soon;
    QTimer m_minute;
    bool m_asking = false;
    bool m_stale = false; ///< asked before the places changed: the answer shows others
    bool m_askAgain = false;
    bool m_loaded = false;
};

} // namespace onedoor
