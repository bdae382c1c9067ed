// SPDX-License-Identifier: GPL-3.0-or-later
// One rehearsed day. Private to the rehearsal.
#pragma once

#include "core/services/api/appointments.h"
#include "core/services/api/counter.h"
#include "core/services/rehearsal/day_staff.h"
#include "core/services/rehearsal/rehearsal.h"

#include <QHash>
#include <QSet>
#include <queue>

namespace onedoor {

class DaySimulation {
public:
    struct Cast {
        CommandRunner& runner;
        ManualClock& clock;
        const CentreDefinition& centre;
        const Population& population;
        const std::vector<Session>& operators;
        std::vector<PersonId>& known; ///< people of earlier visits
        Random& random;
        RehearsalCount& count;
        std::function<Result<bool>()> afterCommand; ///< commits now and then; false stops
        int appointments = 0;
    };

    DaySimulation(Cast& cast, QDate day, int visitors);
    Result<bool> run();

private:
    enum class Happening { Arrival, Free, Answered, NoAnswer, Done, Returned, BackWithPapers, SitsDown, StopsCalling, ComesFor };
    struct Step {
        Instant at;
        std::uint64_t order = 0;
        Happening what = Happening::Arrival;
        const Place* place = nullptr;
        QString ticket; ///< or the appointment that somebody comes for
        friend bool operator>(const Step& a, const Step& b) { return std::tie(a.at, a.order) > std::tie(b.at, b.order); }
    };

    void plan(Instant at, Happening what, const Place* place = nullptr, const QString& ticket = {});
    void planArrivals(int visitors);
    void planStaff();
    Result<void> sitDown(const Step& step);
    Result<void> play(const Step& step);
    Result<void> arrive(Instant at);
    Result<void> book();
    Result<void> comesFor(const Step& step);
    Result<void> callNext(const Step& step);
    Result<void> noAnswer(const Step& step);
    Result<void> answered(const Step& step);
    Result<void> done(const Step& step);
    Result<void> returned(const Step& step);
    Result<void> backWithPapers(const Step& step);
    Result<void> finish(const Step& step);
    Result<void> close();
    const Service* otherService(const QString& service);
    std::int64_t serviceSeconds(const TicketRow& ticket, const Place& place);
    double ownUse(const QString& service) const;
    bool chance(int percent) { return m_cast.random.below(100) < std::uint64_t(percent); }
    Session sessionAt(const Place& place) const;
    template <typename Command>
    Result<bool> tryCommand(const Session& session, const Command& command, typename Command::Reply* reply = nullptr);

    Cast& m_cast;
    QDate m_day;
    DayStaff m_staff;
    Instant m_midnight;
    Instant m_closing;
    std::uint64_t m_order = 0;
    bool m_stopped = false;
    std::priority_queue<Step, std::vector<Step>, std::greater<>> m_steps;
    QHash<QString, QString> m_serviceOf; ///< of tickets that are open
    QHash<QString, QString> m_booked;    ///< services of appointments
    std::vector<const Place*> m_idle;    ///< places that wait for a visitor
    QSet<const Place*> m_seated;         ///< somebody sat down there today
    QSet<const Place*> m_calling;        ///< not yet there, at lunch or gone: not in here
};

} // namespace onedoor
