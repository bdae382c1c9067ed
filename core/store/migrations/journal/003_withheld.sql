-- SPDX-License-Identifier: GPL-3.0-or-later
-- Events that this PC may not see: their hashes stand in, so that each stream's chain goes on past them.
CREATE TABLE withheld (
    stream INTEGER NOT NULL REFERENCES streams (number),
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (stream, sequence)
) STRICT, WITHOUT ROWID;
