-- breaking: no
-- Periods of duties and optional phases may lapse undone.

ALTER TABLE phases DROP CONSTRAINT phases_status_known;
ALTER TABLE phases ADD CONSTRAINT phases_status_known
  CHECK (status IN ('scheduled', 'open', 'closed', 'returned', 'superseded', 'lapsed'));
