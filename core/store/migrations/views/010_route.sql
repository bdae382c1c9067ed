-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stops of the tickets that have a route, and what a visit needs besides. Both tables hold rows only where there is something to say.
CREATE TABLE ticket_stops (
    ticket BLOB NOT NULL,
    position INTEGER NOT NULL, -- passed ones first, then those to come
    is_passed INTEGER NOT NULL,
    service TEXT NOT NULL,
    place TEXT NOT NULL,
    is_back INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    ended_at INTEGER NOT NULL,
    PRIMARY KEY (ticket, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit_needs (
    visit BLOB PRIMARY KEY,
    escort INTEGER NOT NULL,
    hearing INTEGER NOT NULL,
    wheelchair INTEGER NOT NULL,
    helper_relation INTEGER NOT NULL,
    helper_name TEXT NOT NULL,
    helper_phone TEXT NOT NULL
) STRICT, WITHOUT ROWID;
DELETE FROM frontier;
