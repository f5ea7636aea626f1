/** Starting a rehearsal: which plan, from which day, how fast. */
import { Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { DefinitionSummary } from '../api/definitions.ts';
import { usePlan, type Plan } from '../api/plan.ts';
import { useStartProgramme } from '../api/start-programme.ts';
import { useLanguage } from '../app/use-language.ts';
import { useChangeAddress } from '../parts/address.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { holdSecondsFor, lastDayOf } from './plan-of-definition.ts';
import { daysBetween, SPEEDS, USUAL_SPEED } from './speeds.ts';
import { useSpanWords } from './use-words.ts';
import './start-form.css';

export function StartForm({
  definitions,
}: {
  readonly definitions: readonly DefinitionSummary[];
}): ReactElement {
  const { t } = useTranslation('rehearsal');
  const [params] = useSearchParams();
  const changeAddress = useChangeAddress();
  const chosen = definitions.find(({ key }) => key === params.get('definition')) ?? null;
  const [startsOn, setStartsOn] = useState('');
  const [pace, setPace] = useState(USUAL_SPEED);
  const [isMissing, setMissing] = useState(false);
  const speed = (SPEEDS[pace] ?? SPEEDS[USUAL_SPEED]).speed;
  const navigate = useNavigate();
  const plan = usePlan(chosen).data ?? null;
  const start = useStartProgramme();
  return (
    <form
      className="start"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(chosen === null);
        if (chosen === null) return;
        const holdSeconds = plan === null ? 0 : holdSecondsFor(plan);
        start.mutate(
          {
            definition: { key: chosen.key, version: chosen.version },
            ...(startsOn === '' ? {} : { startsOn }),
            clock: { speed, standIns: true, holdSeconds },
          },
          { onSuccess: ({ id }) => void navigate(`/rehearsals/${id}`) },
        );
      }}
    >
      <PlanField
        definitions={definitions}
        chosen={chosen}
        isMissing={isMissing && chosen === null}
        onChoose={(key) => {
          setStartsOn('');
          changeAddress({ definition: key });
        }}
      />
      <StartField chosen={chosen} value={startsOn} onChange={setStartsOn} />
      <PaceField plan={plan} value={pace} onChange={setPace} />
      {start.error === null ? null : <ProblemAlert error={start.error} />}
      <Button type="primary" htmlType="submit" loading={start.isPending}>
        {t('start.submit')}
      </Button>
      <p role="status" className="panel-note">
        {start.isPending ? t('start.submitting') : ''}
      </p>
    </form>
  );
}

interface PlanFieldProps {
  readonly definitions: readonly DefinitionSummary[];
  readonly chosen: DefinitionSummary | null;
  readonly isMissing: boolean;
  readonly onChoose: (key: string) => void;
}

function PlanField({ definitions, chosen, isMissing, onChoose }: PlanFieldProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className="start-field">
      <label htmlFor={id}>{t('start.definition')}</label>
      <select
        id={id}
        className="field"
        value={chosen?.key ?? ''}
        aria-invalid={isMissing}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          onChoose(target.value);
        }}
      >
        <option value="">{t('start.choose')}</option>
        {definitions.map(({ key, title }) => (
          <option key={key} value={key}>
            {say(title)}
          </option>
        ))}
      </select>
      <p
        id={`${id}-hint`}
        aria-live="polite"
        className={isMissing ? 'start-missing' : 'panel-note'}
      >
        {isMissing ? t('start.choose') : chosen === null ? '' : say(chosen.issuer)}
      </p>
    </div>
  );
}

interface StartFieldProps {
  readonly chosen: DefinitionSummary | null;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

function StartField({ chosen, value, onChange }: StartFieldProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const id = useId();
  return (
    <div className="start-field">
      <label htmlFor={id}>{t('start.startsOn')}</label>
      <input
        id={id}
        className="field"
        type="date"
        value={value === '' ? (chosen?.startsOn ?? '') : value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      <p id={`${id}-hint`} className="panel-note">
        {chosen === null ? '' : t('start.startsOnHint', { day: chosen.startsOn })}
      </p>
    </div>
  );
}

interface PaceFieldProps {
  readonly plan: Plan | null;
  /** Place of the speed in `SPEEDS`. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function PaceField({ plan, value, onChange }: PaceFieldProps): ReactElement {
  const { t } = useTranslation('rehearsal');
  const { span, speed: speedText } = useSpanWords();
  const { name, speed } = SPEEDS[value] ?? SPEEDS[USUAL_SPEED];
  const id = useId();
  const last = plan === null ? null : lastDayOf(plan);
  const days = plan === null || last === null ? null : daysBetween(plan.startsOn, last);
  const said = `${t(`speeds.${name}`)} · ${speedText(speed)}`;
  return (
    <div className="start-field">
      <label htmlFor={id}>{t('start.speed')}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={SPEEDS.length - 1}
        step={1}
        value={value}
        aria-valuetext={said}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          onChange(target.valueAsNumber);
        }}
      />
      <p className="start-pace">{said}</p>
      <p id={`${id}-hint`} className="panel-note">
        {days === null
          ? t('start.speedOnly')
          : t('start.speedHint', { days, span: span((days * 86_400) / speed) })}
      </p>
    </div>
  );
}
