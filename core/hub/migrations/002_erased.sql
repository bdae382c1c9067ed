-- SPDX-License-Identifier: GPL-3.0-or-later
-- People whose erasure is known here: no key of theirs is kept or taken. The author's signature convinces other nodes.
CREATE TABLE onedoor.erased (
    centre uuid NOT NULL,
    subject uuid NOT NULL,
    stream uuid NOT NULL,
    sequence bigint NOT NULL,
    node uuid NOT NULL,
    signature bytea NOT NULL,
    PRIMARY KEY (centre, subject)
);
