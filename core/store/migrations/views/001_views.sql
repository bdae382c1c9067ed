-- SPDX-License-Identifier: GPL-3.0-or-later
-- The views: what the journal's records are now. Disposable: rebuilt from the journal when missing, damaged or of another version.
-- Enumerations are stored as the positions of their values in the program; a change of one is a new version of this schema.
CREATE TABLE frontier (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    arrival INTEGER NOT NULL, -- the newest event of the journal that these views show
    hash BLOB NOT NULL        -- its hash: tells whether it is the same journal
) STRICT;

CREATE TABLE persons (
    number INTEGER PRIMARY KEY,
    person BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    document_kind INTEGER NOT NULL,
    document_number TEXT NOT NULL,
    sex INTEGER NOT NULL,
    birth INTEGER NOT NULL, -- Julian day, 0 unknown
    ethnic_group TEXT NOT NULL,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    region_code TEXT NOT NULL,
    work_unit TEXT NOT NULL,
    occupation TEXT NOT NULL,
    registered_at INTEGER NOT NULL
) STRICT;

-- What a person may be found by, each key with its kind's letter in front: every ending of the name (so that any part of it is a
-- prefix), pinyin, initials, and phone and document numbers written backwards (so that any tail is a prefix).
CREATE TABLE lookup (
    key TEXT NOT NULL,
    person INTEGER NOT NULL,
    PRIMARY KEY (key, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE visits (
    visit BLOB PRIMARY KEY,
    visit_number TEXT NOT NULL,
    day INTEGER NOT NULL,
    arrived_at INTEGER NOT NULL,
    person BLOB NOT NULL,
    headcount INTEGER NOT NULL,
    repeat INTEGER NOT NULL,
    urgent INTEGER NOT NULL,
    threat INTEGER NOT NULL,
    confidential INTEGER NOT NULL,
    place TEXT NOT NULL,
    matter BLOB NOT NULL,
    receiver BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX visits_by_person ON visits (person, arrived_at);

CREATE TABLE matters (
    matter BLOB PRIMARY KEY,
    visit BLOB NOT NULL,
    person BLOB NOT NULL,
    service TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tickets (
    ticket BLOB PRIMARY KEY,
    number TEXT NOT NULL,
    series TEXT NOT NULL,
    day INTEGER NOT NULL,
    visit BLOB NOT NULL,
    person BLOB NOT NULL,
    issued_at INTEGER NOT NULL,
    arrived_at INTEGER NOT NULL,
    queue_time INTEGER NOT NULL,
    priority TEXT NOT NULL,
    head_start INTEGER NOT NULL,
    print INTEGER NOT NULL,
    status INTEGER NOT NULL,
    service TEXT NOT NULL,
    place TEXT NOT NULL,
    to_place TEXT NOT NULL,
    calls INTEGER NOT NULL,
    called_at INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    held_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    served_seconds INTEGER NOT NULL,
    hold_kind INTEGER NOT NULL,
    hold_reason TEXT NOT NULL,
    handover_note TEXT NOT NULL,
    outcome TEXT NOT NULL,
    finish_note TEXT NOT NULL,
    can_undo INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tickets_by_number ON tickets (day, number);
CREATE INDEX tickets_by_visit ON tickets (visit);
-- 0 waiting; 1 called, 2 serving, 3 held, 4 missed
CREATE INDEX tickets_waiting ON tickets (service, queue_time, ticket) WHERE status = 0;
CREATE INDEX tickets_active ON tickets (place) WHERE status BETWEEN 1 AND 4;

CREATE TABLE accounts (
    account BLOB PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    roles TEXT NOT NULL, -- separated by blanks
    secret_kind INTEGER NOT NULL,
    verifier TEXT NOT NULL,
    enabled INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE places (
    place TEXT PRIMARY KEY,
    staffed_by BLOB NOT NULL,
    since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Rivals that the merge table can't let stand together: listed once, by the id that is the same on every node.
CREATE TABLE conflicts (
    conflict BLOB PRIMARY KEY,
    record BLOB NOT NULL,
    rule INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A ticket with what lists need of its visit; columns in the order that ticket_queries.cpp reads them.
CREATE VIEW ticket_rows AS
SELECT t.ticket, t.number, t.status, t.print, t.service, t.visit, v.visit_number, t.person, p.name, p.sex, v.headcount, v.repeat,
       v.urgent, v.threat, v.confidential, t.priority, t.head_start, t.arrived_at, t.issued_at, t.queue_time, t.place, t.to_place,
       t.calls, t.called_at, t.begun_at, t.held_at, t.served_seconds, t.hold_reason, t.handover_note, t.outcome, t.finish_note,
       t.ended_at, t.can_undo, m.summary, t.day, t.hold_kind
FROM tickets AS t
LEFT JOIN visits AS v ON v.visit = t.visit
LEFT JOIN persons AS p ON p.person = t.person
LEFT JOIN matters AS m ON m.matter = v.matter;
