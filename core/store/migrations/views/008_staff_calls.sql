-- SPDX-License-Identifier: GPL-3.0-or-later
-- Calls for staff, out of the hall.
CREATE TABLE staff_calls (
    call BLOB PRIMARY KEY,
    place TEXT NOT NULL,
    label TEXT NOT NULL,
    reason INTEGER NOT NULL,
    number TEXT NOT NULL,
    called_by BLOB NOT NULL,
    called_at INTEGER NOT NULL,
    answered_by BLOB NOT NULL,
    answered_from TEXT NOT NULL,
    answered_at INTEGER NOT NULL, -- 0: nobody has
    cleared_by BLOB NOT NULL,
    cleared_at INTEGER NOT NULL   -- 0: open
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_calls_open ON staff_calls (called_at) WHERE cleared_at = 0;
CREATE INDEX staff_calls_by_time ON staff_calls (called_at);

-- A call with the names of who answered; columns in the order that staff_call_queries.cpp reads them.
CREATE VIEW staff_call_rows AS
SELECT c.call, c.place, c.label, c.reason, c.number, c.called_at, c.answered_by, a.display_name AS answered_name, c.answered_from,
       c.answered_at, c.cleared_by, b.display_name AS cleared_name, c.cleared_at
FROM staff_calls AS c
LEFT JOIN accounts AS a ON a.account = c.answered_by
LEFT JOIN accounts AS b ON b.account = c.cleared_by;
