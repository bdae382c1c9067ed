-- SPDX-License-Identifier: GPL-3.0-or-later
-- A look-up ranks many people and shows twenty. What ranks them stands close together, so that few pages are read and deciphered.
CREATE INDEX persons_by_number ON persons (number, person);
DROP INDEX visits_by_person;
CREATE INDEX visits_by_person ON visits (person, arrived_at, day);
