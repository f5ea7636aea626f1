/** Supposes one change more: of the start, a due day, an office, the calendar, or how late a phase is. */
import { Button } from 'antd';
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Choice, DayField, NumberField } from '../parts/choice.tsx';
import { instantText } from '../parts/when.tsx';
import type { Plan } from '../programme/plan-offices.ts';
import type { Programme } from '../programme/programme-query.ts';
import { addDays, daysFrom } from './days.ts';
import { livePhases, type Change } from './suppositions.ts';

export interface ChangeFormProps {
  readonly programme: Programme;
  readonly plan: Plan;
  readonly isFull: boolean;
  readonly onAdd: (change: Change) => void;
}

const KINDS = ['extension', 'late', 'vacancy', 'calendar', 'start'] as const;

type Kind = (typeof KINDS)[number];

interface Draft {
  readonly kind: Kind;
  readonly phase: string;
  readonly office: string;
  readonly from: string;
  readonly to: string;
  readonly dayKind: 'off' | 'worked';
  readonly workdays: string;
}

const MOST_LATE = 250;
const MOST_DAYS = 60;

export function ChangeForm({ programme, plan, isFull, onAdd }: ChangeFormProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const today = instantText(programme.now).slice(0, 10);
  const [draft, setDraft] = useState<Draft>({
    kind: 'extension',
    phase: livePhases(programme)[0]?.key ?? '',
    office: plan.offices[0]?.key ?? '',
    from: today,
    to: '',
    dayKind: 'off',
    workdays: '3',
  });
  const change = (changed: Partial<Draft>): void => setDraft({ ...draft, ...changed });
  const add = (event: SyntheticEvent): void => {
    event.preventDefault();
    onAdd(changeOf(draft));
  };
  return (
    <section aria-labelledby="add-change">
      <h3 id="add-change">{t('add')}</h3>
      <form className="what-if-tools" onSubmit={add}>
        <Choice
          label={t('kind')}
          value={draft.kind}
          options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(value) =>
            change({ kind: KINDS.find((kind) => kind === value) ?? 'extension' })
          }
        />
        <Fields programme={programme} plan={plan} draft={draft} onChange={change} />
        <Button htmlType="submit" disabled={isFull}>
          {t('addIt')}
        </Button>
      </form>
      {isFull ? <p className="what-if-hint">{t('most')}</p> : null}
    </section>
  );
}

interface FieldsProps {
  readonly programme: Programme;
  readonly plan: Plan;
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}

function Fields({ programme, plan, draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const { kind, phase, office, from, to, dayKind, workdays } = draft;
  const phases = livePhases(programme);
  const dueOn = phases.find(({ key }) => key === phase)?.dueOn ?? from;
  const days = {
    start: t('startsOn'),
    extension: t('dueOn'),
    vacancy: t('from'),
    calendar: t('from'),
    late: null,
  }[kind];
  return (
    <>
      {kind === 'extension' || kind === 'late' ? (
        <Choice
          label={t('phase')}
          value={phase}
          options={phases.map(({ key, title }) => ({ value: key, label: say(title) }))}
          onChange={(value) => onChange({ phase: value })}
        />
      ) : null}
      {kind === 'vacancy' ? (
        <Choice
          label={t('office')}
          value={office}
          options={plan.offices.map(({ key, title }) => ({ value: key, label: say(title) }))}
          onChange={(value) => onChange({ office: value })}
        />
      ) : null}
      {kind === 'calendar' ? (
        <Choice
          label={t('dayKind')}
          value={dayKind}
          options={(['off', 'worked'] as const).map((value) => ({
            value,
            label: t(`dayKinds.${value}`),
          }))}
          onChange={(value) => onChange({ dayKind: value === 'worked' ? 'worked' : 'off' })}
        />
      ) : null}
      {days === null ? (
        <NumberField
          label={t('workdays')}
          value={workdays}
          min={1}
          max={MOST_LATE}
          onChange={(value) => onChange({ workdays: value })}
        />
      ) : (
        <DayField
          label={days}
          value={from}
          isRequired
          {...(kind === 'extension' ? { min: addDays(dueOn, 1) } : {})}
          onChange={(value) => onChange({ from: value })}
        />
      )}
      {kind === 'vacancy' || kind === 'calendar' ? (
        <DayField
          label={t('until')}
          value={to}
          {...(from === '' ? {} : { min: from })}
          {...(kind === 'calendar' && from !== '' ? { max: addDays(from, MOST_DAYS) } : {})}
          onChange={(value) => onChange({ to: value })}
        />
      ) : null}
    </>
  );
}

function changeOf({ kind, phase, office, from, to, dayKind, workdays }: Draft): Change {
  switch (kind) {
    case 'start':
      return { kind, startsOn: from };
    case 'extension':
      return { kind, phase, dueOn: from };
    case 'vacancy':
      return { kind, office, from, to: to === '' ? null : to };
    case 'calendar': {
      const days = [...daysFrom(from, to === '' ? from : to)];
      return { kind, off: [], worked: [], [dayKind]: days };
    }
    case 'late':
      return { kind, phase, workdays: Number(workdays) };
  }
}
