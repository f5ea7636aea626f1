-- breaking: no
-- A unit programme knows the programme, the roll-out and the unit that it runs for.

ALTER TABLE programmes
  ADD COLUMN parent_id uuid,
  ADD COLUMN rollout text,
  ADD COLUMN unit text,
  ADD CONSTRAINT programmes_parent_whole CHECK (
    (parent_id IS NULL) = (rollout IS NULL) AND (parent_id IS NULL) = (unit IS NULL));
CREATE INDEX programmes_by_parent ON programmes (parent_id, rollout, unit) WHERE parent_id IS NOT NULL;
CREATE INDEX programmes_newest_parents ON programmes (created_at DESC, id DESC) WHERE parent_id IS NULL;
