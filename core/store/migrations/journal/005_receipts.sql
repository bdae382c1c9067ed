-- SPDX-License-Identifier: GPL-3.0-or-later
-- Each peer's newest signed word for how far it holds a stream of this PC.
CREATE TABLE receipts (
    node BLOB NOT NULL,
    stream BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    at INTEGER NOT NULL, -- milliseconds, the peer's clock
    signature BLOB NOT NULL,
    PRIMARY KEY (node, stream)
) STRICT, WITHOUT ROWID;
