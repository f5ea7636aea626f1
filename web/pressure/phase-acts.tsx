/** What may be done about a phase that is held up: urge whoever holds it up, or accept a good cause. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { When } from '../parts/when.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { Act } from './act.tsx';
import type { Phase } from './ladders.ts';
import { isOneOf, type Standing } from './standing.ts';
import { TextField } from './text-field.tsx';

export interface PhaseActsProps {
  readonly phase: Phase;
  readonly standing: Standing;
}

export function PhaseActs(props: PhaseActsProps): ReactElement {
  return (
    <div className="acts">
      <UrgeAct {...props} />
      <GoodCauseAct {...props} />
    </div>
  );
}

function UrgeAct({ phase, standing }: PhaseActsProps): ReactElement {
  const { t } = useTranslation('pressure');
  const { id } = useShownProgramme();
  const { key, pressure } = phase;
  const mayUrge = isOneOf(pressure?.urgedBy ?? [], standing.held);
  const again = pressure?.urgeAgainAt;
  return (
    <>
      {mayUrge && again !== undefined ? (
        <p className="act-wait">
          {t('urge.wait')} <When at={again} />
        </p>
      ) : null}
      <Act<{ note?: string }>
        name={`${key}.urge`}
        programmeId={id}
        label={t('urge.act')}
        done={t('urge.done')}
        isOffered={mayUrge && again === undefined}
        send={({ note = '' }) =>
          api.POST('/v1/programmes/{id}/phases/{phase}/urgings', {
            params: { path: { id, phase: key } },
            body: { note: note.trim() === '' ? null : note },
          })
        }
      >
        <TextField name="note" label={t('urge.note')} most={2000} isOptional isFirst />
      </Act>
    </>
  );
}

function GoodCauseAct({ phase, standing }: PhaseActsProps): ReactElement {
  const { t } = useTranslation('pressure');
  const { id } = useShownProgramme();
  const { key, round, pressure } = phase;
  const decider = pressure?.goodCauseBy;
  // Whoever holds the phase up himself is refused, whatever office he holds besides.
  const isConcerned = isOneOf(pressure?.responsible ?? [], standing.held);
  return (
    <Act<{ reason: string }>
      name={`${key}.good-cause`}
      programmeId={id}
      label={t('goodCause.act')}
      done={t('goodCause.done')}
      isOffered={decider !== undefined && standing.held.has(decider) && !isConcerned}
      send={({ reason }) =>
        api.POST('/v1/programmes/{id}/phases/{phase}/good-causes', {
          params: { path: { id, phase: key } },
          body: { round, reason },
        })
      }
    >
      <p>{t('goodCause.hint')}</p>
      <TextField name="reason" label={t('goodCause.text')} most={2000} isFirst />
    </Act>
  );
}
