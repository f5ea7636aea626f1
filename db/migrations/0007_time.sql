-- breaking: no
-- The governance of time: matters that an office decides, and what lists of circulars need of a rung.

CREATE TABLE matters (
  id text NOT NULL,
  programme_id uuid NOT NULL,
  kind text NOT NULL,
  phase text NOT NULL,
  round integer NOT NULL,
  escalation_id text,
  decider text,
  seat text,
  status text NOT NULL,
  asked_office text,
  asked_by uuid,
  asked_at timestamptz NOT NULL,
  asked jsonb NOT NULL,
  due_on date,
  decided_by uuid,
  decided_office text,
  decided_at timestamptz,
  outcome jsonb,
  CONSTRAINT matters_pk PRIMARY KEY (id),
  CONSTRAINT matters_kind_known CHECK (kind IN ('extension', 'review', 'accountability')),
  CONSTRAINT matters_status_known CHECK (status IN ('open', 'granted', 'refused', 'late', 'upheld', 'struck', 'decided'))
);
CREATE INDEX matters_pending ON matters (seat, asked_at, id) WHERE status = 'open';
CREATE INDEX matters_by_programme ON matters (programme_id, asked_at);
CREATE INDEX matters_by_escalation ON matters (escalation_id) WHERE escalation_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON matters TO milepost_app;

ALTER TABLE escalations ADD COLUMN raised_on date;
ALTER TABLE escalations ADD COLUMN due_on date;
ALTER TABLE escalations ADD COLUMN answer_missed boolean NOT NULL DEFAULT false;
CREATE INDEX escalations_circulated ON escalations (raised_at DESC, id DESC) WHERE rung IN ('circulate', 'accountability');

-- Every definition so far is in the zone of the calendar `cn-public`.
UPDATE escalations
   SET raised_on = (escalations.raised_at AT TIME ZONE 'Asia/Shanghai')::date,
       due_on = (events.data ->> 'dueOn')::date
  FROM events
 WHERE events.stream = 'programme/' || escalations.programme_id AND events.type = 'EscalationRaised'
   AND events.data ->> 'escalationId' = escalations.id;
