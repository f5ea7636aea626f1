-- breaking: no
-- What was reported and measured of indicators. Both are folds of the events, made again by `rebuild`.

CREATE TABLE indicator_reports (
  programme_id uuid NOT NULL,
  position bigint NOT NULL,
  indicator text NOT NULL,
  -- Empty where one value stands for the whole programme, so that the latest value is found by equality.
  unit text NOT NULL,
  as_of date NOT NULL,
  numerator double precision NOT NULL,
  denominator double precision,
  note text,
  files jsonb NOT NULL DEFAULT '[]',
  office text NOT NULL,
  reported_by uuid NOT NULL,
  reported_at timestamptz NOT NULL,
  replaces bigint,
  reason text,
  CONSTRAINT indicator_reports_pk PRIMARY KEY (programme_id, position)
);
CREATE INDEX indicator_reports_latest ON indicator_reports (programme_id, indicator, unit, as_of DESC, position DESC)
  INCLUDE (numerator, denominator);
CREATE INDEX indicator_reports_history ON indicator_reports (programme_id, indicator, position DESC);
CREATE INDEX indicator_reports_by_file ON indicator_reports USING gin (files jsonb_path_ops) WHERE files <> '[]'::jsonb;

CREATE TABLE indicator_measurements (
  programme_id uuid NOT NULL,
  position bigint NOT NULL,
  phase text NOT NULL,
  round integer NOT NULL,
  indicator text NOT NULL,
  target text NOT NULL,
  occasion text NOT NULL,
  measured_on date NOT NULL,
  planned_at timestamptz NOT NULL,
  measured_at timestamptz NOT NULL,
  measured_by uuid,
  required double precision NOT NULL,
  numerator double precision NOT NULL,
  denominator double precision,
  value double precision,
  met boolean NOT NULL,
  missing integer NOT NULL,
  unmet text[] NOT NULL,
  unmet_count integer NOT NULL,
  expected double precision,
  behind boolean,
  CONSTRAINT indicator_measurements_pk PRIMARY KEY (programme_id, position)
);
CREATE INDEX indicator_measurements_history ON indicator_measurements (programme_id, indicator, position DESC);

GRANT SELECT, INSERT, DELETE ON indicator_reports, indicator_measurements TO milepost_app;
