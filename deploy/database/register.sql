-- The dataset in PostgreSQL: the table `register`, which is edited, and the view `clusters`, which the dashboard reads. psql runs this once,
-- on an empty database. Environment: LIST, the path of a CSV file on the database server; READER_PASSWORD, of the dashboard's user.
\set ON_ERROR_STOP on
\getenv list LIST
\getenv reader_password READER_PASSWORD

CREATE TABLE register (
  id text PRIMARY KEY,
  name text NOT NULL,
  aliases text,
  region_codes text,
  municipality_code text,
  focus text,
  focus_text_sv text,
  focus_text_en text,
  eu_ecosystems text,
  priorities text,
  website text,
  founded integer,
  members integer,
  members_year integer,
  label text,
  label_date text,
  label_expires text,
  pilot_label text,
  status text,
  status_year integer,
  status_note_sv text,
  status_note_en text,
  present_name text,
  description_sv text,
  description_en text
);
-- Columns: docs/data-format.md. COPY takes the shipped file as it is.
COPY register FROM :'list' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8');
ALTER TABLE register ADD COLUMN place_in_list integer GENERATED ALWAYS AS IDENTITY;

-- In a fixed order: without one, PostgreSQL returns an edited row last.
CREATE VIEW clusters AS
  SELECT
    id, name, aliases, region_codes, municipality_code, focus, focus_text_sv, focus_text_en, eu_ecosystems, priorities,
    website, founded, members, members_year, label, label_date, label_expires, pilot_label, status, status_year,
    status_note_sv, status_note_en, present_name, description_sv, description_en
  FROM register
  ORDER BY place_in_list;

CREATE ROLE reader LOGIN PASSWORD :'reader_password';
GRANT USAGE ON SCHEMA public TO reader;
GRANT SELECT ON clusters TO reader;
