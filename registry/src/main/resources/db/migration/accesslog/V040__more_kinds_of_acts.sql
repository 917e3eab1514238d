-- SPDX-License-Identifier: EUPL-1.2
-- Why: staff work in the register too, so the log says who asked apart from who answered, whether a search found
-- anything, and how sure it was who did it. Rows of before stay as they are: the new columns are empty there, and their
-- leaf hash does not cover them. Some acts are about no one person, such as a look at a list.
ALTER TABLE accesslog.entry
  ADD COLUMN requester text,
  ADD COLUMN found     boolean,
  ADD COLUMN assurance text,
  ADD CONSTRAINT entry_is_of_one_version CHECK (num_nulls(requester, found, assurance) IN (0, 3)),
  ALTER COLUMN subject_index DROP NOT NULL,
  ALTER COLUMN subject DROP NOT NULL,
  ADD CONSTRAINT entry_has_a_subject_or_none CHECK (num_nulls(subject_index, subject) IN (0, 2));

-- Only employees have a name here; for everybody else this index costs nothing.
CREATE INDEX entry_by_employee ON accesslog.entry (caller, at DESC) WHERE caller_name <> '';
