/** The record of a body's meeting; the result is computed from it. */
import { Button } from 'antd';
import type { UseMutationResult } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useLanguage } from '../app/use-language.ts';
import type { PhaseAct } from './act-on-task.ts';
import {
  COUNTS,
  EMPTY_MEETING,
  isComplete,
  namedMeeting,
  secretMeeting,
  VOTES,
  type Meeting,
} from './meeting.ts';

export interface BallotFormProps {
  readonly body: Schemas['Body'];
  readonly ballot: UseMutationResult<PhaseAct, Error, Schemas['RecordBallot']>;
  readonly onDone: () => void;
}

export function BallotForm({ body, ballot, onDone }: BallotFormProps): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const [meeting, setMeeting] = useState(EMPTY_MEETING);
  const isNamed = body.ballot === 'named';
  const change = (part: Partial<Meeting>): void => setMeeting({ ...meeting, ...part });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const record = isNamed ? namedMeeting(meeting) : secretMeeting(meeting);
    ballot.mutate(record, {
      onSuccess: () => {
        setMeeting(EMPTY_MEETING);
        onDone();
      },
    });
  };
  return (
    <form className="task-ballot" onSubmit={submit}>
      <h3>{t('ballot.title', { body: say(body.title) })}</h3>
      <p className="task-quiet">{t(isNamed ? 'ballot.namedHint' : 'ballot.secretHint')}</p>
      <div className="task-ballot-fields">
        <Field
          label={t('ballot.heldOn')}
          type="date"
          value={meeting.heldOn}
          onChange={(heldOn) => change({ heldOn })}
        />
        {COUNTS.filter((count) => !isNamed || count === 'eligible').map((count) => (
          <Field
            key={count}
            label={t(`ballot.${count}`)}
            type="number"
            value={meeting[count]}
            onChange={(value) => change({ [count]: value })}
          />
        ))}
      </div>
      {isNamed
        ? VOTES.map((vote) => (
            <Names
              key={vote}
              label={t(`ballot.votes.${vote}`)}
              value={meeting.names[vote]}
              onChange={(value) => change({ names: { ...meeting.names, [vote]: value } })}
            />
          ))
        : null}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={ballot.isPending}
        disabled={!isComplete(meeting, isNamed)}
      >
        {t('ballot.record')}
      </Button>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly type: 'date' | 'number';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Field({ label, type, value, onChange }: FieldProps): ReactElement {
  return (
    <label>
      {label}
      <input
        type={type}
        required
        {...(type === 'number' ? { min: 0, max: 1_000_000, step: 1 } : {})}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

type NamesProps = Omit<FieldProps, 'type'>;

function Names({ label, value, onChange }: NamesProps): ReactElement {
  const id = useId();
  return (
    <div className="task-ballot-names">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={2} value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
}
