/** The owning office returns an open phase: to itself, or to one that it comes after; that one opens at once with a new round. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { ActDialog, Written } from '../../parts/act-dialog.tsx';
import { useAct } from '../act.ts';
import { useAnnounce } from '../announcement.tsx';
import { titleOfPhase } from '../phase-title.ts';
import type { Plan } from '../../api/plan.ts';
import type { PhaseDialogProps } from './phase-actions.tsx';

export function ReturnDialog({ phase, programme, plan, onClose }: PhaseDialogProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say, marks } = useLanguage();
  const announce = useAnnounce();
  const [returnTo, setReturnTo] = useState(phase.key);
  const [reason, setReason] = useState('');
  const path = { id: programme.id };
  const act = useAct(path.id, (body: Schemas['Return']) =>
    bodyOf(api.POST('/v1/programmes/{id}/returns', { params: { path }, body })),
  );
  const send = (): void => {
    const onSuccess = (): void => {
      announce(t('returned', { phase: say(titleOfPhase(programme, returnTo)) }));
      onClose();
    };
    act.mutate({ phase: phase.key, returnTo, reason }, { onSuccess });
  };
  return (
    <ActDialog
      title={marks.labelled(t('phaseVerb.giveBack'), say(phase.title))}
      hint={t('returnHint')}
      send={t('phaseVerb.giveBack')}
      isGrave
      act={act}
      onSend={send}
      onClose={onClose}
    >
      <div className="act-field">
        <label htmlFor="return-to">{t('returnTo')}</label>
        <select
          id="return-to"
          value={returnTo}
          onChange={(event) => setReturnTo(event.target.value)}
        >
          {[phase.key, ...earlierPhases(plan, phase.key)].map((key) => (
            <option key={key} value={key}>
              {say(titleOfPhase(programme, key))}
              {key === phase.key ? t('returnSelf') : ''}
            </option>
          ))}
        </select>
      </div>
      <Written label={t('act.reason')} value={reason} onChange={setReason} isRequired />
    </ActDialog>
  );
}

/** All that the phase comes after, the nearest first. */
export function earlierPhases({ phases }: Pick<Plan, 'phases'>, key: string): readonly string[] {
  const found = new Set<string>();
  let rank = [key];
  while (rank.length > 0) {
    rank = rank
      .flatMap((one) => phases.find((phase) => phase.key === one)?.after ?? [])
      .filter((one) => !found.has(one));
    for (const one of rank) found.add(one);
  }
  return [...found];
}
