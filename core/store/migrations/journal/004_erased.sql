-- SPDX-License-Identifier: GPL-3.0-or-later
-- People who were erased. None of them ever has a key again, whoever brings one: another node, a salvage, this program.
CREATE TABLE erased (
    subject BLOB PRIMARY KEY,
    stream BLOB NOT NULL,     -- where the erasure stands; the event itself may still be on its way
    sequence INTEGER NOT NULL,
    node BLOB NOT NULL,       -- where it was decided
    signature BLOB NOT NULL,  -- that node's word, which goes ahead of the event
    reported_by BLOB NOT NULL -- the node whose word that the key is gone here stands in the journal; empty: none yet
) STRICT;

CREATE TRIGGER erased_loses_key AFTER INSERT ON erased BEGIN
    DELETE FROM subject_keys WHERE subject = NEW.subject;
END;

CREATE TRIGGER erased_gets_no_key BEFORE INSERT ON subject_keys
WHEN EXISTS (SELECT 1 FROM erased WHERE subject = NEW.subject) BEGIN
    SELECT RAISE (IGNORE);
END;
