-- breaking: yes
-- People, offices, who holds what and when, sessions, and the published definitions.

CREATE TABLE people (
  id uuid NOT NULL,
  account text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  email text,
  locale text NOT NULL DEFAULT 'zh',
  roles text[] NOT NULL DEFAULT '{}',
  password_hash text,
  created_at timestamptz NOT NULL,
  disabled_at timestamptz,
  CONSTRAINT people_pk PRIMARY KEY (id),
  CONSTRAINT people_account_unique UNIQUE (account),
  CONSTRAINT people_account_form CHECK (account ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  CONSTRAINT people_locale_known CHECK (locale IN ('zh', 'en')),
  CONSTRAINT people_roles_known CHECK (roles <@ ARRAY['system-admin', 'security-admin', 'audit-admin']),
  CONSTRAINT people_one_role CHECK (cardinality(roles) <= 1)
);

CREATE TABLE offices (
  key text NOT NULL,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  CONSTRAINT offices_pk PRIMARY KEY (key)
);

-- A seat is an office key, or `<programme id>:<office key>` for a holding in one programme only. `position` is the last event of the
-- stream `directory` that touched the row, so that a reader catches up by asking for what is newer.
CREATE TABLE holdings (
  id uuid NOT NULL,
  seat text NOT NULL,
  office text NOT NULL,
  programme_id uuid,
  person_id uuid NOT NULL,
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  position bigint NOT NULL,
  CONSTRAINT holdings_pk PRIMARY KEY (id),
  CONSTRAINT holdings_office_fk FOREIGN KEY (office) REFERENCES offices (key),
  CONSTRAINT holdings_person_fk FOREIGN KEY (person_id) REFERENCES people (id),
  CONSTRAINT holdings_span CHECK (until_at IS NULL OR until_at >= from_at)
);
CREATE INDEX holdings_by_position ON holdings (position);
CREATE INDEX holdings_by_person ON holdings (person_id, seat);
CREATE INDEX holdings_by_programme ON holdings (programme_id) WHERE programme_id IS NOT NULL;

CREATE TABLE sessions (
  token_hash bytea NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT sessions_pk PRIMARY KEY (token_hash),
  CONSTRAINT sessions_person_fk FOREIGN KEY (person_id) REFERENCES people (id)
);
CREATE INDEX sessions_by_person ON sessions (person_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE definitions (
  key text NOT NULL,
  version integer NOT NULL,
  body jsonb NOT NULL,
  sha256 text NOT NULL,
  published_at timestamptz NOT NULL,
  CONSTRAINT definitions_pk PRIMARY KEY (key, version)
);

-- The shape is the one that rate-limiter-flexible expects.
CREATE TABLE rate_limits (
  key varchar(255) NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,
  CONSTRAINT rate_limits_pk PRIMARY KEY (key)
);
