-- SPDX-License-Identifier: GPL-3.0-or-later
-- Conflicts with what their list is ordered and chosen by. What is there is built anew, as earlier views kept conflicts that later
-- events had made none.
DROP TABLE conflicts;
CREATE TABLE conflicts (
    conflict BLOB PRIMARY KEY,
    record BLOB NOT NULL,
    rule INTEGER NOT NULL,
    at INTEGER NOT NULL,         -- of the later rival
    is_open INTEGER NOT NULL,
    resolved_at INTEGER NOT NULL -- 0: nobody has judged
) STRICT, WITHOUT ROWID;
CREATE INDEX conflicts_by_record ON conflicts (record);
CREATE INDEX conflicts_by_time ON conflicts (is_open, at);
DELETE FROM frontier;
