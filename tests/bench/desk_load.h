// SPDX-License-Identifier: GPL-3.0-or-later
// The desks of a district at one hub, working through rehearsed times: centres and their desks, what they did, and how long each act took to
// each other desk of its centre. In a process that the hub is not in. Owner: the benchmark; its thread, unless a function says otherwise.
#pragma once

#include "core/hub/hub_identity.h"
#include "tests/bench/figure.h"
#include "tests/bench/light_desk.h"
#include "tests/bench/rehearsed_days.h"

#include <deque>

namespace onedoor::bench {

/// One centre before anybody works: the first desk has founded it and let in the others and the hub.
struct LoadCentre {
    LoadCentre(const QByteArray& name, int desks, const hub::HubIdentity& hub);
    CentreId centre;
    std::deque<hub::Pen> pens; ///< of the desks
    sync::Batch openings() const;
    sync::Membership founders() const;
};

class DeskLoad {
public:
    using Time = std::chrono::steady_clock;
    struct Setup {
        std::deque<LoadCentre>& centres;
        const std::vector<RehearsedTime>& times; ///< by centre
        PeerAddress hub;
        int speed = 1; ///< how much quicker than it was
    };
    explicit DeskLoad(const Setup& setup);
    ~DeskLoad();
    DeskLoad(const DeskLoad&) = delete;
    DeskLoad& operator=(const DeskLoad&) = delete;

    /// All desks follow the hub and listen; false after `patience`.
    bool connect(std::chrono::seconds patience);
    /// Works for so long, and waits a while for what is under way.
    void work(std::chrono::seconds length);

    /// Microseconds from when an act was due until another desk had judged and taken it.
    const Samples& latencies() const { return m_latencies; }
    std::uint64_t acts() const { return m_acts; }
    std::uint64_t events() const { return m_events; }
    /// Acts that never reached some desk, and all that went wrong on any connection.
    std::uint64_t errors() const;

private:
    struct Due {
        Time::duration at;
        LightDesk* desk;
        const Drafts* events;
    };
    void addCentre(LoadCentre& centre);
    void plan();
    std::chrono::milliseconds turn();
    void actIfDue();
    void noteTaken(const EventRef& event);
    bool waitFor(std::chrono::milliseconds patience, const std::function<bool()>& happened);
    template <typename Answer>
    Answer onThread(std::function<Answer()> task);

    const Setup m_setup;
    SystemClock m_clock;
    SystemRandom m_random;
    SyncThread m_thread;
    std::vector<std::shared_ptr<NetworkThread>> m_networks;
    std::vector<std::unique_ptr<LightLog>> m_logs;
    std::vector<std::unique_ptr<LightDesk>> m_desks; ///< by centre, then by number
    std::vector<Due> m_plan;
    std::map<EventRef, Time::time_point> m_due;      ///< of acts, by their last event; all from here on of the sync thread
    std::map<QString, std::uint64_t> m_faults;
    Samples m_latencies;
    std::size_t m_next = 0;
    std::optional<Time::time_point> m_begin;
    Time::time_point m_lookAt;
    std::chrono::seconds m_length{0};
    std::uint64_t m_acts = 0;
    std::uint64_t m_events = 0;
    std::uint64_t m_expected = 0;
};

} // namespace onedoor::bench
