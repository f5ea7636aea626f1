/** Bringing a phase to the notice of an office. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import { api, bodyOf } from '../../api/client.ts';
import { ActDialog, Written } from '../../parts/act-dialog.tsx';
import { useAct } from '../act.ts';
import { useAnnounce } from '../announcement.tsx';
import { officeText } from '../../api/plan.ts';
import type { PhaseDialogProps } from './phase-actions.tsx';

interface Copy {
  readonly office: string;
  readonly note: string;
}

export function CopyDialog({ phase, programme, plan, onClose }: PhaseDialogProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say, marks } = useLanguage();
  const announce = useAnnounce();
  const [office, setOffice] = useState('');
  const [note, setNote] = useState('');
  const path = { id: programme.id, phase: phase.key };
  const act = useAct(path.id, (copy: Copy) => {
    const body = { office: copy.office, note: copy.note.trim() === '' ? null : copy.note };
    return bodyOf(
      api.POST('/v1/programmes/{id}/phases/{phase}/copies', { params: { path }, body }),
    );
  });
  const send = (): void => {
    const onSuccess = (): void => {
      announce(t('copied', { office: say(officeText(plan, office)) }));
      onClose();
    };
    act.mutate({ office, note }, { onSuccess });
  };
  return (
    <ActDialog
      title={marks.labelled(t('phaseVerb.copy'), say(phase.title))}
      send={t('phaseVerb.copy')}
      act={act}
      onSend={send}
      onClose={onClose}
    >
      <div className="act-field">
        <label htmlFor="copy-office">{t('copyOffice')}</label>
        <select
          id="copy-office"
          required
          value={office}
          onChange={(event) => setOffice(event.target.value)}
        >
          <option value="">{t('act.choose')}</option>
          {plan.offices.map((one) => (
            <option key={one.key} value={one.key}>
              {say(one.title)}
            </option>
          ))}
        </select>
      </div>
      <Written label={t('act.note')} value={note} onChange={setNote} />
    </ActDialog>
  );
}
