-- SPDX-License-Identifier: EUPL-1.2
-- Why: whoever looks up dossiers to get data right is asked how many he did something about.
CREATE INDEX parting_by_staff ON immunisation.parting (staff, decided_at);
