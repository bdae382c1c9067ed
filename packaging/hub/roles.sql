-- SPDX-License-Identifier: GPL-3.0-or-later
-- Roles with least rights, run once in the hub's database by its superuser. onedoor_owner makes and changes the tables (onedoor-hub --migrate);
-- onedoor_serving reads and writes rows and can do nothing else. Give both a password, or let them in by certificate (pg_hba.conf).
CREATE ROLE onedoor_owner LOGIN;
CREATE ROLE onedoor_serving LOGIN;
CREATE SCHEMA onedoor AUTHORIZATION onedoor_owner;
GRANT USAGE ON SCHEMA onedoor TO onedoor_serving;
ALTER DEFAULT PRIVILEGES FOR ROLE onedoor_owner IN SCHEMA onedoor GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO onedoor_serving;
-- A batch of events passes through a temporary table.
DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO onedoor_serving', current_database()); END $$;
