-- breaking: no
-- Who acts: the line that stands in for a vacant seat, consultations, and copies for information.

-- Seats that stand in for the seat while nobody holds it, nearest first. Rows from before this migration have none until `rebuild`.
ALTER TABLE tasks ADD COLUMN fallback_seats text[] NOT NULL DEFAULT '{}';
ALTER TABLE deliverables ADD COLUMN fallback_seats text[] NOT NULL DEFAULT '{}';

-- Every line that a task or deliverable ever had, once: few rows, however many tasks there are, so that an inbox finds the seats that
-- fall to it without reading the tasks of those that are held. Nothing is ever removed.
CREATE TABLE seat_lines (
  seat text NOT NULL,
  line_hash text NOT NULL,
  line text[] NOT NULL,
  CONSTRAINT seat_lines_pk PRIMARY KEY (seat, line_hash)
);
CREATE INDEX seat_lines_by_stand_in ON seat_lines USING gin (line);
CREATE INDEX holdings_by_seat ON holdings (seat);

CREATE TABLE consultations (
  id text NOT NULL,
  programme_id uuid NOT NULL,
  phase text NOT NULL,
  round integer NOT NULL,
  step text NOT NULL,
  office text NOT NULL,
  consulted text NOT NULL,
  seat text NOT NULL,
  fallback_seats text[] NOT NULL,
  status text NOT NULL,
  question text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_real_at timestamptz NOT NULL,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  CONSTRAINT consultations_pk PRIMARY KEY (id),
  CONSTRAINT consultations_status_known CHECK (status IN ('open', 'answered', 'closed'))
);
CREATE INDEX consultations_inbox ON consultations (seat, asked_real_at, id) WHERE status = 'open';
CREATE INDEX consultations_by_programme ON consultations (programme_id, phase);

CREATE TABLE copies (
  id text NOT NULL,
  programme_id uuid NOT NULL,
  phase text NOT NULL,
  round integer NOT NULL,
  office text NOT NULL,
  seat text NOT NULL,
  from_office text NOT NULL,
  note text,
  copied_by uuid NOT NULL,
  copied_at timestamptz NOT NULL,
  copied_real_at timestamptz NOT NULL,
  CONSTRAINT copies_pk PRIMARY KEY (id)
);
CREATE INDEX copies_newest ON copies (seat, copied_real_at DESC, id DESC);
CREATE INDEX copies_by_programme ON copies (programme_id);

GRANT SELECT, INSERT ON seat_lines TO milepost_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON consultations, copies TO milepost_app;
