/** Supposes one change more: of the start, a due day, an office, the calendar, or how late a phase is. */
import { Button } from 'antd';
import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { Choice, DayField, NumberField } from '../parts/choice.tsx';
import { instantText } from '../parts/when.tsx';
import type { Plan } from '../api/plan.ts';
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
const DAYS_LATER = 14;

export function ChangeForm({ programme, plan, isFull, onAdd }: ChangeFormProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const today = instantText(programme.now).slice(0, 10);
  const [draft, setDraft] = useState<Draft>({
    kind: 'extension',
    phase: livePhases(programme)[0]?.key ?? '',
    office: plan.offices[0]?.key ?? '',
    from: later(programme, livePhases(programme)[0]?.key ?? '', today),
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
    <section>
      <h3>{t('add')}</h3>
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

/** Two weeks after a phase is due, from which one may go on. */
function later({ phases }: Programme, key: string, otherwise: string): string {
  const dueOn = phases.find((phase) => phase.key === key)?.dueOn;
  return dueOn === undefined ? otherwise : addDays(dueOn, DAYS_LATER);
}

interface FieldsProps {
  readonly programme: Programme;
  readonly plan: Plan;
  readonly draft: Draft;
  readonly onChange: (changed: Partial<Draft>) => void;
}

function Fields(props: FieldsProps): ReactElement {
  const { kind } = props.draft;
  switch (kind) {
    case 'start':
      return <FromField word="startsOn" {...props} />;
    case 'extension':
      return (
        <>
          <PhaseField {...props} />
          <FromField word="dueOn" {...props} />
        </>
      );
    case 'late':
      return (
        <>
          <PhaseField {...props} />
          <LateField {...props} />
        </>
      );
    case 'vacancy':
      return (
        <>
          <OfficeField {...props} />
          <FromField word="from" {...props} />
          <UntilField {...props} />
        </>
      );
    case 'calendar':
      return (
        <>
          <DayKindField {...props} />
          <FromField word="from" {...props} />
          <UntilField {...props} />
        </>
      );
  }
}

function PhaseField({ programme, draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const options = livePhases(programme).map(({ key, title }) => ({
    value: key,
    label: say(title),
  }));
  const change = (phase: string): void =>
    onChange({ phase, from: later(programme, phase, draft.from) });
  return <Choice label={t('phase')} value={draft.phase} options={options} onChange={change} />;
}

function OfficeField({ plan, draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const { say } = useLanguage();
  const options = plan.offices.map(({ key, title }) => ({ value: key, label: say(title) }));
  const change = (office: string): void => onChange({ office });
  return <Choice label={t('office')} value={draft.office} options={options} onChange={change} />;
}

function DayKindField({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const options = (['off', 'worked'] as const).map((value) => ({
    value,
    label: t(`dayKinds.${value}`),
  }));
  const change = (value: string): void => onChange({ dayKind: value === 'off' ? 'off' : 'worked' });
  return <Choice label={t('dayKind')} value={draft.dayKind} options={options} onChange={change} />;
}

function LateField({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('whatIf');
  return (
    <NumberField
      label={t('workdays')}
      value={draft.workdays}
      min={1}
      max={MOST_LATE}
      onChange={(workdays) => onChange({ workdays })}
    />
  );
}

function FromField({
  word,
  programme,
  draft,
  onChange,
}: FieldsProps & { readonly word: 'startsOn' | 'dueOn' | 'from' }): ReactElement {
  const { t } = useTranslation('whatIf');
  const phase = programme.phases.find(({ key }) => key === draft.phase);
  const bound = word === 'dueOn' && phase !== undefined ? { min: addDays(phase.dueOn, 1) } : {};
  return (
    <DayField
      label={t(`day.${word}`)}
      value={draft.from}
      isRequired
      {...bound}
      onChange={(from) => onChange({ from })}
    />
  );
}

function UntilField({ draft, onChange }: FieldsProps): ReactElement {
  const { t } = useTranslation('whatIf');
  const { from, to, kind } = draft;
  const max = kind === 'calendar' && from !== '' ? { max: addDays(from, MOST_DAYS) } : {};
  return (
    <DayField
      label={t('until')}
      value={to}
      {...(from === '' ? {} : { min: from })}
      {...max}
      onChange={(until) => onChange({ to: until })}
    />
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
