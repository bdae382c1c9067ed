-- SPDX-License-Identifier: GPL-3.0-or-later
-- Appointments, and the tickets that were issued for one. Tables of their own: who uses none has no rows here, and tickets stay as narrow as
-- they were. That an appointment was missed is no column: it is a matter of time.
CREATE TABLE appointments (
    appointment BLOB PRIMARY KEY,
    person BLOB NOT NULL,
    service TEXT NOT NULL,
    place TEXT NOT NULL,
    begins_at INTEGER NOT NULL,
    length INTEGER NOT NULL, -- minutes, like the next three
    early INTEGER NOT NULL,
    late INTEGER NOT NULL,
    head_start INTEGER NOT NULL,
    note TEXT NOT NULL,
    status INTEGER NOT NULL, -- 0 expected, 1 kept, 2 cancelled
    ticket BLOB NOT NULL,
    booked_by BLOB NOT NULL,
    booked_at INTEGER NOT NULL,
    cancel_reason INTEGER NOT NULL,
    cancel_note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX appointments_by_time ON appointments (begins_at);
CREATE INDEX appointments_by_person ON appointments (person, begins_at);

CREATE TABLE ticket_appointments (
    ticket BLOB PRIMARY KEY,
    appointment BLOB NOT NULL,
    appointed_at INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    head_start INTEGER NOT NULL,
    place TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_appointments_by_time ON ticket_appointments (appointed_at);

-- An appointment with what lists need; columns in the order that appointment_queries.cpp reads them.
CREATE VIEW appointment_rows AS
SELECT a.appointment, a.person, p.name, p.phone, a.service, a.place, a.begins_at, a.length, a.early, a.late, a.head_start, a.note, a.status,
       a.ticket, t.number, t.status AS ticket_status, b.display_name, a.booked_at, a.cancel_reason, a.cancel_note
FROM appointments AS a
LEFT JOIN persons AS p ON p.person = a.person
LEFT JOIN tickets AS t ON t.ticket = a.ticket
LEFT JOIN accounts AS b ON b.account = a.booked_by;
-- A newer program of another PC may have booked before this one could read of it.
DELETE FROM frontier;
