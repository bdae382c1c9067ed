-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each author's newest word for where its stream stands.
CREATE TABLE signed_heads (
    stream INTEGER PRIMARY KEY REFERENCES streams (number),
    sequence INTEGER NOT NULL,
    signature BLOB NOT NULL
) STRICT;

-- What this disk had written into a stream that others know otherwise: kept for people to look at, never sent.
CREATE TABLE displaced (
    stream BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    envelope BLOB NOT NULL,
    PRIMARY KEY (stream, sequence, hash)
) STRICT, WITHOUT ROWID;
