-- breaking: no
-- Calendars as published versions, and by which of them each programme goes.

CREATE TABLE calendars (
  key text NOT NULL,
  version integer NOT NULL,
  kind text NOT NULL,
  body jsonb NOT NULL,
  sha256 text NOT NULL,
  publication jsonb NOT NULL,
  reason text,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  CONSTRAINT calendars_pk PRIMARY KEY (key, version),
  CONSTRAINT calendars_kind_known CHECK (kind IN ('shipped', 'notice', 'override')),
  CONSTRAINT calendars_version_positive CHECK (version > 0)
);
GRANT SELECT, INSERT ON calendars TO milepost_app;

-- Every programme that was started before goes by what shipped.
ALTER TABLE programmes ADD COLUMN calendar_key text NOT NULL DEFAULT 'cn-public';
ALTER TABLE programmes ADD COLUMN calendar_version integer NOT NULL DEFAULT 1;
CREATE INDEX programmes_by_calendar ON programmes (calendar_key, calendar_version)
  WHERE status IN ('active', 'suspended');
