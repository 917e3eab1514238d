-- SPDX-License-Identifier: EUPL-1.2
-- Why: a file is acknowledged when it is safely kept, and its rows are taken up afterwards, in order, a chunk at a time.
-- Whatever a sender wrote is sealed: rows, heads of columns, name of the file. A chunk is gone once it was taken up.
CREATE SCHEMA intake_csv;

CREATE TABLE intake_csv.upload (
  id          uuid PRIMARY KEY,
  source      text NOT NULL,
  received_at timestamptz NOT NULL,
  receipt     bytea NOT NULL CHECK (octet_length(receipt) = 32),
  header      bytea NOT NULL,
  file        bytea,
  rows        int NOT NULL CHECK (rows > 0),
  recorded    int NOT NULL DEFAULT 0,
  duplicate   int NOT NULL DEFAULT 0,
  parked      int NOT NULL DEFAULT 0,
  quarantined int NOT NULL DEFAULT 0,
  refused     int NOT NULL DEFAULT 0,
  turn        timestamptz NOT NULL,
  finished_at timestamptz,
  told_at     timestamptz,
  CHECK (recorded + duplicate + parked + quarantined + refused <= rows),
  CHECK (finished_at IS NULL OR recorded + duplicate + parked + quarantined + refused = rows),
  CHECK (told_at IS NULL OR (finished_at IS NOT NULL AND file IS NOT NULL))
);

COMMENT ON COLUMN intake_csv.upload.receipt IS 'keyed hash of source, time and the bytes as sent';
COMMENT ON COLUMN intake_csv.upload.file IS 'sealed name of the file, if it came by the drop directory';
COMMENT ON COLUMN intake_csv.upload.turn IS 'when a chunk of it was taken up last: sources take turns';
COMMENT ON COLUMN intake_csv.upload.told_at IS 'when its result was put into the drop directory';

CREATE INDEX upload_unfinished ON intake_csv.upload (source, received_at) WHERE finished_at IS NULL;
CREATE INDEX upload_untold ON intake_csv.upload (finished_at) WHERE file IS NOT NULL AND told_at IS NULL;

CREATE TABLE intake_csv.chunk (
  id     uuid PRIMARY KEY,
  upload uuid NOT NULL REFERENCES intake_csv.upload (id) DEFERRABLE INITIALLY DEFERRED,
  number int NOT NULL,
  done   int NOT NULL DEFAULT 0,
  body   bytea NOT NULL,
  UNIQUE (upload, number)
);

COMMENT ON COLUMN intake_csv.chunk.done IS 'how many of its rows have an outcome already';

-- No reference to the upload: uploads are never deleted, and the check would cost as much as the row.
CREATE TABLE intake_csv.result (
  upload    uuid NOT NULL,
  row       int NOT NULL,
  outcome   text NOT NULL CHECK (outcome IN ('RECORDED', 'DUPLICATE', 'PARKED', 'QUARANTINED', 'REFUSED')),
  receipt   uuid,
  findings  text NOT NULL,
  PRIMARY KEY (upload, row),
  CHECK ((outcome = 'REFUSED') = (receipt IS NULL))
);

GRANT USAGE ON SCHEMA intake_csv TO registry_app;
GRANT SELECT, INSERT ON intake_csv.upload, intake_csv.chunk, intake_csv.result TO registry_app;
GRANT UPDATE (recorded, duplicate, parked, quarantined, refused, turn, finished_at, told_at)
  ON intake_csv.upload TO registry_app;
GRANT UPDATE (done), DELETE ON intake_csv.chunk TO registry_app;
