-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who was folded into whom. Only what the records themselves say, one row for each record that was folded in: rows of others never
-- change by a merge, so taking it back brings everything back.
CREATE TABLE merges (
    merged BLOB PRIMARY KEY,
    kept BLOB NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX merges_by_kept ON merges (kept, merged);
-- A newer program of another PC may have merged people before this one could read of it.
DELETE FROM frontier;
