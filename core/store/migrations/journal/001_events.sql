-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal: the truth. Rows are only ever added; `arrival` is the local order in which they came.
CREATE TABLE streams (
    number INTEGER PRIMARY KEY,
    stream BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE events (
    arrival INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams (number),
    sequence INTEGER NOT NULL,
    record BLOB NOT NULL,
    hash BLOB NOT NULL,
    envelope BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_by_stream ON events (stream, sequence);
CREATE INDEX events_by_record ON events (record);

-- One key per person; deleting the row erases the person from every copy of the journal that shares this table.
CREATE TABLE subject_keys (
    subject BLOB PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- What this installation is: which stream it writes, and where it was when it began to. Another device: the folder was copied.
CREATE TABLE own (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    stream BLOB NOT NULL,
    node BLOB NOT NULL,
    device TEXT NOT NULL,
    signing_seed BLOB NOT NULL
) STRICT;
