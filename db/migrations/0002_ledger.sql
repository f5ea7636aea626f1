-- breaking: yes
-- The ledger: streams, events, programmes with their snapshot, commands already answered, and the outbox.

CREATE TABLE streams (
  stream text NOT NULL,
  position bigint NOT NULL,
  head_hash text NOT NULL,
  CONSTRAINT streams_pk PRIMARY KEY (stream)
);
INSERT INTO streams (stream, position, head_hash) VALUES ('directory', 0, repeat('0', 64));

-- The hash covers `bytes`; the other columns repeat what stands in them so that they can be queried.
CREATE TABLE events (
  stream text NOT NULL,
  position bigint NOT NULL,
  type text NOT NULL,
  data jsonb NOT NULL,
  bytes bytea NOT NULL,
  actor text NOT NULL,
  on_behalf_of text,
  command_id text NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  prev_hash text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT events_pk PRIMARY KEY (stream, position),
  CONSTRAINT events_position_positive CHECK (position > 0),
  CONSTRAINT events_hash_form CHECK (length(hash) = 64 AND length(prev_hash) = 64)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: the ledger is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER events_never_emptied BEFORE TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE events ENABLE ALWAYS TRIGGER events_append_only;
ALTER TABLE events ENABLE ALWAYS TRIGGER events_never_emptied;

-- No foreign keys on what the door writes at every sign-off: the one statement that writes them writes them together.
CREATE TABLE programmes (
  id uuid NOT NULL,
  definition_key text NOT NULL,
  definition_version integer NOT NULL,
  title text NOT NULL,
  status text NOT NULL,
  position bigint NOT NULL,
  head_hash text NOT NULL,
  snapshot text NOT NULL,
  snapshot_position bigint NOT NULL,
  starts_on date NOT NULL,
  rehearsal boolean NOT NULL,
  clock jsonb,
  started_by uuid NOT NULL,
  seats jsonb NOT NULL,
  seat_names text[] NOT NULL,
  next_at timestamptz,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT programmes_pk PRIMARY KEY (id),
  CONSTRAINT programmes_status_known CHECK (
    status IN ('draft', 'active', 'suspended', 'completed', 'rejected', 'withdrawn', 'terminated'))
) WITH (fillfactor = 50);
-- The snapshot is written every few acts: lz4 takes a tenth of the time, where the server was built with it.
DO $$
BEGIN
  ALTER TABLE programmes ALTER COLUMN snapshot SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported OR invalid_parameter_value THEN
  NULL;
END
$$;
CREATE INDEX programmes_newest ON programmes (created_at DESC, id DESC);
CREATE INDEX programmes_due ON programmes (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX programmes_by_starter ON programmes (started_by);
CREATE INDEX programmes_by_seat ON programmes USING gin (seat_names);

CREATE TABLE commands (
  scope text NOT NULL,
  id text NOT NULL,
  body_hash text NOT NULL,
  status integer NOT NULL,
  answer json,
  location text,
  stream text NOT NULL,
  position bigint NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT commands_pk PRIMARY KEY (scope, id)
);

-- Rows are taken by being there, never by a position read earlier: numbers do not follow the order of commits.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY,
  programme_id uuid NOT NULL,
  from_position bigint NOT NULL,
  to_position bigint NOT NULL,
  types text[] NOT NULL,
  urgent boolean NOT NULL,
  created_at timestamptz NOT NULL,
  available_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  CONSTRAINT outbox_pk PRIMARY KEY (id)
);
CREATE INDEX outbox_urgent ON outbox (available_at, id) WHERE urgent;
CREATE INDEX outbox_by_programme ON outbox (programme_id, id);
