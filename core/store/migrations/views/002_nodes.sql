-- SPDX-License-Identifier: GPL-3.0-or-later
-- The PCs that belong to the centre, and who is the hall host.
CREATE TABLE nodes (
    node BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    letter TEXT NOT NULL,
    public_key BLOB NOT NULL,
    enrolled_at INTEGER NOT NULL,
    revoked_at INTEGER NOT NULL, -- 0: it still belongs
    reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
