-- breaking: yes
-- Read models: folds of the events, made again by `rebuild`. Columns with `real` in their name are real instants, everything else of a
-- programme is in its own time.

CREATE TABLE phases (
  programme_id uuid NOT NULL,
  key text NOT NULL,
  ordinal integer NOT NULL,
  round integer NOT NULL,
  status text NOT NULL,
  opens_on date NOT NULL,
  due_on date NOT NULL,
  due_at timestamptz NOT NULL,
  due_real_at timestamptz NOT NULL,
  opened_at timestamptz,
  closed_at timestamptz,
  missed boolean NOT NULL,
  rung text,
  CONSTRAINT phases_pk PRIMARY KEY (programme_id, key),
  CONSTRAINT phases_status_known CHECK (status IN ('scheduled', 'open', 'closed', 'returned', 'superseded'))
);
CREATE INDEX phases_open ON phases (due_real_at, programme_id) WHERE status = 'open';

CREATE TABLE tasks (
  id text NOT NULL,
  programme_id uuid NOT NULL,
  phase text NOT NULL,
  round integer NOT NULL,
  step text NOT NULL,
  office text NOT NULL,
  seat text NOT NULL,
  status text NOT NULL,
  opened_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  due_real_at timestamptz NOT NULL,
  decision text,
  opinion text,
  decided_by uuid,
  decided_at timestamptz,
  decided_real_at timestamptz,
  position bigint,
  CONSTRAINT tasks_pk PRIMARY KEY (id),
  CONSTRAINT tasks_status_known CHECK (status IN ('open', 'done', 'cancelled'))
) WITH (fillfactor = 80);
CREATE INDEX tasks_inbox ON tasks (seat, due_real_at, id) WHERE status = 'open';
CREATE INDEX tasks_done ON tasks (decided_by, decided_real_at DESC, id DESC) WHERE status = 'done';
CREATE INDEX tasks_by_programme ON tasks (programme_id, phase);

CREATE TABLE deliverables (
  programme_id uuid NOT NULL,
  phase text NOT NULL,
  key text NOT NULL,
  round integer NOT NULL,
  office text NOT NULL,
  seat text NOT NULL,
  status text NOT NULL,
  note text,
  data jsonb,
  files jsonb NOT NULL DEFAULT '[]',
  handed_in_by uuid,
  handed_in_at timestamptz,
  content_hash text,
  "check" jsonb,
  position bigint,
  CONSTRAINT deliverables_pk PRIMARY KEY (programme_id, phase, key, round),
  CONSTRAINT deliverables_status_known CHECK (status IN ('due', 'handedIn', 'accepted'))
);
CREATE INDEX deliverables_owed ON deliverables (seat, programme_id) WHERE status <> 'accepted';
CREATE INDEX deliverables_by_file ON deliverables USING gin (files jsonb_path_ops) WHERE files <> '[]'::jsonb;
CREATE INDEX deliverables_by_hand ON deliverables (handed_in_by, programme_id) WHERE handed_in_by IS NOT NULL;

CREATE TABLE escalations (
  id text NOT NULL,
  programme_id uuid NOT NULL,
  phase text NOT NULL,
  round integer NOT NULL,
  rung text NOT NULL,
  planned_at timestamptz NOT NULL,
  raised_at timestamptz NOT NULL,
  responsible text[] NOT NULL,
  answer_due_on date NOT NULL,
  answer text,
  answered_by uuid,
  answered_office text,
  answered_at timestamptz,
  CONSTRAINT escalations_pk PRIMARY KEY (id)
);
CREATE INDEX escalations_by_programme ON escalations (programme_id, raised_at);

CREATE TABLE notifications (
  id text NOT NULL,
  person_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  office text NOT NULL,
  kind text NOT NULL,
  phase text,
  round integer,
  data jsonb NOT NULL,
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  read_at timestamptz,
  email_state text NOT NULL,
  email_attempts integer NOT NULL DEFAULT 0,
  email_next_at timestamptz,
  email_error text,
  CONSTRAINT notifications_pk PRIMARY KEY (id),
  CONSTRAINT notifications_email_state_known CHECK (email_state IN ('none', 'pending', 'sent', 'failed-for-good'))
);
CREATE INDEX notifications_newest ON notifications (person_id, recorded_at DESC, id DESC);
CREATE INDEX notifications_unread ON notifications (person_id, recorded_at DESC, id DESC) WHERE read_at IS NULL;
CREATE INDEX notifications_to_mail ON notifications (email_next_at, id) WHERE email_state = 'pending';
CREATE INDEX notifications_given_up ON notifications (recorded_at) WHERE email_state = 'failed-for-good';
CREATE INDEX notifications_by_programme ON notifications (programme_id);

CREATE TABLE moments (
  programme_id uuid NOT NULL,
  phase text NOT NULL,
  round integer NOT NULL,
  kind text NOT NULL,
  qualifier text NOT NULL,
  at timestamptz NOT NULL,
  real_at timestamptz NOT NULL,
  state text NOT NULL,
  CONSTRAINT moments_pk PRIMARY KEY (programme_id, phase, round, kind, qualifier),
  CONSTRAINT moments_state_known CHECK (state IN ('planned', 'performed', 'cancelled'))
);
CREATE INDEX moments_due ON moments (real_at, programme_id) WHERE state = 'planned';

CREATE TABLE files (
  sha256 text NOT NULL,
  bytes bigint NOT NULL,
  type text NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT files_pk PRIMARY KEY (sha256),
  CONSTRAINT files_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$')
);

CREATE TABLE file_uploads (
  sha256 text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  CONSTRAINT file_uploads_pk PRIMARY KEY (sha256, person_id),
  CONSTRAINT file_uploads_file_fk FOREIGN KEY (sha256) REFERENCES files (sha256),
  CONSTRAINT file_uploads_person_fk FOREIGN KEY (person_id) REFERENCES people (id)
);
