// SPDX-License-Identifier: GPL-3.0-or-later
// The only door to the time of day. An Instant is milliseconds since 1970-01-01T00:00Z. Implementations are safe from any thread.
#pragma once

#include <QDate>
#include <QString>
#include <atomic>
#include <compare>
#include <cstdint>

namespace onedoor {

/// A point in time: UTC milliseconds since the Unix epoch; 0 means "not yet".
struct Instant {
    std::int64_t milliseconds = 0;

    friend auto operator<=>(const Instant&, const Instant&) = default;
    explicit operator bool() const { return milliseconds != 0; }
    Instant plusSeconds(std::int64_t seconds) const { return {milliseconds + seconds * 1000}; }
    std::int64_t secondsSince(Instant earlier) const { return (milliseconds - earlier.milliseconds) / 1000; }

    /// ISO 8601 with the given offset from UTC in minutes: "2026-03-02T09:00:00+08:00".
    QString toIso(int offsetMinutes) const;
    /// Accepts ISO 8601 with an explicit offset or Z; a default Instant when it is anything else.
    static Instant fromIso(const QString& text);
    /// The calendar day that this instant falls on at the given offset from UTC in minutes.
    QDate dateAt(int offsetMinutes) const;
    /// Minutes since local midnight, 0…1439.
    int minuteOfDayAt(int offsetMinutes) const;
};

class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
public:
    Instant now() const override;
};

/// Stands still until told otherwise: tests, rehearsals and replayed command lines.
class ManualClock final : public Clock {
public:
    explicit ManualClock(Instant start = {}) : m_now(start.milliseconds) {}
    Instant now() const override { return {m_now.load()}; }
    void set(Instant now) { m_now.store(now.milliseconds); }
    void advanceSeconds(std::int64_t seconds) { m_now.fetch_add(seconds * 1000); }

private:
    std::atomic<std::int64_t> m_now;
};

} // namespace onedoor
