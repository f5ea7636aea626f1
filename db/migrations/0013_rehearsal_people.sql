-- breaking: no
-- Persons who exist in one rehearsal only, and sessions that somebody opened in order to act through one of them.

ALTER TABLE people ADD COLUMN rehearsal_of uuid;
-- The slash keeps their names apart from every account that could be registered or named in a request.
ALTER TABLE people DROP CONSTRAINT people_account_form;
ALTER TABLE people ADD CONSTRAINT people_account_form CHECK (
  CASE WHEN rehearsal_of IS NULL THEN account ~ '^[a-z0-9][a-z0-9._-]{0,63}$'
       ELSE account ~ ('^rehearsal/' || rehearsal_of::text || '/[a-z0-9-]{1,100}$') END);
ALTER TABLE people ADD CONSTRAINT people_of_rehearsals_bare CHECK (
  rehearsal_of IS NULL OR (password_hash IS NULL AND email IS NULL AND roles = '{}'));
CREATE INDEX people_by_rehearsal ON people (rehearsal_of) WHERE rehearsal_of IS NOT NULL;

-- Ends with the session by which it was opened.
ALTER TABLE sessions ADD COLUMN opened_by bytea;
ALTER TABLE sessions ADD CONSTRAINT sessions_opener_fk
  FOREIGN KEY (opened_by) REFERENCES sessions (token_hash) ON DELETE CASCADE;
CREATE INDEX sessions_by_opener ON sessions (opened_by) WHERE opened_by IS NOT NULL;
