-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who comes back by itself: on hold or missed by the record, waiting again from returns_at on. Figures of waiting leave that time out.
DROP VIEW ticket_rows;
ALTER TABLE tickets ADD COLUMN waited_seconds INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tickets ADD COLUMN waiting_since INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tickets ADD COLUMN returns_at INTEGER NOT NULL DEFAULT 0; -- 0: only by hand
ALTER TABLE tickets ADD COLUMN return_head_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tickets ADD COLUMN misses INTEGER NOT NULL DEFAULT 0;
-- 3 held, 4 missed: the held ones are few, the missed ones of earlier days are not and never come back
CREATE INDEX tickets_held_until ON tickets (returns_at) WHERE status = 3 AND returns_at > 0;
CREATE INDEX tickets_missed_until ON tickets (day, returns_at) WHERE status = 4 AND returns_at > 0;

-- A ticket with what lists need of its visit; columns in the order that ticket_queries.cpp reads them.
CREATE VIEW ticket_rows AS
SELECT t.ticket, t.number, t.status, t.print, t.service, t.visit, v.visit_number, t.person, p.name, p.sex, v.headcount, v.repeat,
       v.urgent, v.threat, v.confidential, t.priority, t.head_start, t.arrived_at, t.issued_at, t.queue_time, t.place, t.to_place,
       t.calls, t.called_at, t.begun_at, t.held_at, t.served_seconds, t.hold_reason, t.handover_note, t.outcome, t.finish_note,
       t.ended_at, t.can_undo, m.summary, t.waited_seconds, t.waiting_since, t.returns_at, t.return_head_start, t.misses, t.hold_kind, t.day
FROM tickets AS t
LEFT JOIN visits AS v ON v.visit = t.visit
LEFT JOIN persons AS p ON p.person = t.person
LEFT JOIN matters AS m ON m.matter = v.matter;
DELETE FROM frontier;
