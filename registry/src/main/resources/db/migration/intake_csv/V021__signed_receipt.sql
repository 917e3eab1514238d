-- SPDX-License-Identifier: EUPL-1.2
-- Why: the receipt of a file is signed like any other, and says the hash of the file, so that its sender can hold both
-- against each other without asking. The hash of a small file could be guessed from, so it is kept sealed.
ALTER TABLE intake_csv.upload DROP COLUMN receipt, ADD COLUMN hash bytea;
COMMENT ON COLUMN intake_csv.upload.hash IS 'sealed SHA-256 of the bytes as sent; none of files that came before receipts were signed';
