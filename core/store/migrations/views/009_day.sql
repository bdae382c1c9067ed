-- SPDX-License-Identifier: GPL-3.0-or-later
-- The end of days, and emergency alarms. Rows only where a day was closed, a ticket closed with it or carried over it, or an alarm raised:
-- the tables of tickets and visits stay as they are.
CREATE TABLE days (
    day INTEGER PRIMARY KEY,
    closed_by BLOB NOT NULL,
    closed_at INTEGER NOT NULL,
    reopened_at INTEGER NOT NULL, -- 0: the closing stands
    next_day INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    carried INTEGER NOT NULL
) STRICT;

CREATE TABLE ticket_closings (
    ticket BLOB PRIMARY KEY,
    kind INTEGER NOT NULL,       -- 0 closed, 1 closed by rule, 2 carried over
    reason INTEGER NOT NULL,     -- the position of the ClosingAct
    was INTEGER NOT NULL,        -- how the ticket stood before
    first_day INTEGER NOT NULL,  -- of which it was issued
    first_number TEXT NOT NULL,
    at INTEGER NOT NULL,         -- when it was said
    by BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_closings_by_time ON ticket_closings (kind, at);

CREATE TABLE alarms (
    alarm BLOB PRIMARY KEY,
    place TEXT NOT NULL,
    label TEXT NOT NULL,
    raised_by BLOB NOT NULL,
    raised_at INTEGER NOT NULL,
    cleared_by BLOB NOT NULL,
    cleared_at INTEGER NOT NULL, -- 0: open
    false_alarm INTEGER NOT NULL,
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX alarms_open ON alarms (raised_at) WHERE cleared_at = 0;
CREATE INDEX alarms_by_time ON alarms (raised_at);
CREATE TABLE alarm_answers (
    alarm BLOB NOT NULL,
    account BLOB NOT NULL,
    place TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (alarm, account)
) STRICT, WITHOUT ROWID;
-- A newer program of another PC may have closed days before this one could read of it.
DELETE FROM frontier;
