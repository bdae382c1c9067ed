-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a hub keeps of its centres. Each table begins its primary key with the centre, so that all of them can be distributed or
-- partitioned by it, and no statement of the program reads or writes rows of two centres at once but to count them.

-- The centres that were let in, and the key by which this hub is known to each.
CREATE TABLE onedoor.centre (
    centre uuid PRIMARY KEY,
    name text NOT NULL,
    hub_key bytea NOT NULL,
    members bigint NOT NULL, -- grows whenever its members change; its row is locked while events are taken
    admitted_at bigint NOT NULL
);

-- The nodes that a centre's code was redeemed for: believed before any event can name them.
CREATE TABLE onedoor.trusted (
    centre uuid NOT NULL,
    node uuid NOT NULL,
    public_key bytea NOT NULL,
    PRIMARY KEY (centre, node)
);

-- Codes that were shown and not redeemed. Nobody knows the centre yet: the row goes by an id made from the secret, and holds no secret.
CREATE TABLE onedoor.invitation (
    centre uuid PRIMARY KEY,
    valid_until bigint NOT NULL
);

-- How far each stream goes. Its row is locked while events are added to the stream.
CREATE TABLE onedoor.head (
    centre uuid NOT NULL,
    stream uuid NOT NULL,
    sequence bigint NOT NULL,
    hash bytea NOT NULL,
    signed_sequence bigint NOT NULL DEFAULT 0,
    signature bytea NOT NULL DEFAULT '\x',
    PRIMARY KEY (centre, stream)
);

-- The events, byte for byte as their authors wrote them.
CREATE TABLE onedoor.event (
    centre uuid NOT NULL,
    stream uuid NOT NULL,
    sequence bigint NOT NULL,
    hash bytea NOT NULL,
    author_time bigint NOT NULL,
    about_members boolean NOT NULL,
    envelope bytea NOT NULL,
    PRIMARY KEY (centre, stream, sequence)
);
CREATE INDEX event_about_members ON onedoor.event (centre) WHERE about_members;

-- What a node that was shut out had written beyond its cut-off before that was known here: never sent.
CREATE TABLE onedoor.event_aside (
    centre uuid NOT NULL,
    stream uuid NOT NULL,
    sequence bigint NOT NULL,
    hash bytea NOT NULL,
    envelope bytea NOT NULL,
    PRIMARY KEY (centre, stream, sequence, hash)
);

-- Keys of people, wrapped for their centre: the hub can't open them.
CREATE TABLE onedoor.subject_key (
    centre uuid NOT NULL,
    subject uuid NOT NULL,
    wrapped bytea NOT NULL,
    PRIMARY KEY (centre, subject)
);
