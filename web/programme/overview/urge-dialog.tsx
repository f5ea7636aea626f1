/** Urging whoever holds a phase up; who that is is named before it is sent. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import { api, bodyOf } from '../../api/client.ts';
import { ActDialog, Written } from '../../parts/act-dialog.tsx';
import { useAct } from '../act.ts';
import { useAnnounce } from '../announcement.tsx';
import { officeText } from '../../api/plan.ts';
import { responsibleOffices } from '../powers.ts';
import type { PhaseDialogProps } from './phase-actions.tsx';

export function UrgeDialog({ phase, programme, plan, onClose }: PhaseDialogProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say, marks } = useLanguage();
  const announce = useAnnounce();
  const [note, setNote] = useState('');
  const path = { id: programme.id, phase: phase.key };
  const offices = responsibleOffices(phase)
    .map((office) => say(officeText(plan, office)))
    .join(t('comma'));
  const act = useAct(path.id, (written: string) => {
    const body = { note: written.trim() === '' ? null : written };
    return bodyOf(
      api.POST('/v1/programmes/{id}/phases/{phase}/urgings', { params: { path }, body }),
    );
  });
  const send = (): void => {
    const onSuccess = (): void => {
      announce(t('urged', { offices }));
      onClose();
    };
    act.mutate(note, { onSuccess });
  };
  return (
    <ActDialog
      title={marks.labelled(t('phaseVerb.urge'), say(phase.title))}
      hint={t('urgeHint', { offices })}
      send={t('phaseVerb.urge')}
      act={act}
      onSend={send}
      onClose={onClose}
    >
      <Written label={t('act.note')} value={note} onChange={setNote} />
    </ActDialog>
  );
}
