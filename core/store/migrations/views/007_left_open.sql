-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tickets that outlived their day, and those that are open now: who looks at a past day must find who was left over from the days before.
-- A ticket counts as left over when it ended after its day's midnight in the earliest of all time zones (14 hours before the one in UTC):
-- a few of the evening more than needed. 2440587 is the Julian day before 1970-01-01.
CREATE INDEX tickets_left_open ON tickets (day, ended_at, status)
WHERE status < 4 OR ended_at >= (day - 2440587) * 86400000 - 50400000;
