-- SPDX-License-Identifier: EUPL-1.2
-- Why: keys can be changed while the register runs (adr/0017). The rows of a file are under a key of that file, which is
-- destroyed when all have an outcome (adr/0018).
GRANT UPDATE (header, file, hash) ON intake_csv.upload TO registry_app;
COMMENT ON COLUMN intake_csv.chunk.body IS 'under the key of the file; gone with it';
