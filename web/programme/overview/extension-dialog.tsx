/** Asking for a later due day: why, how far the work has come, and until when. What was asked too late is on record and said so. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/use-language.ts';
import { api, bodyOf, type Schemas } from '../../api/client.ts';
import { ActDialog, Written } from '../../parts/act-dialog.tsx';
import { useAct } from '../act.ts';
import { useAnnounce } from '../announcement.tsx';
import type { PhaseDialogProps } from './phase-actions.tsx';

export function ExtensionDialog({ phase, programme, onClose }: PhaseDialogProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say, marks } = useLanguage();
  const announce = useAnnounce();
  const [dueOn, setDueOn] = useState('');
  const [reason, setReason] = useState('');
  const [progress, setProgress] = useState('');
  const path = { id: programme.id };
  const act = useAct(path.id, (body: Schemas['ExtensionRequest']) =>
    bodyOf(api.POST('/v1/programmes/{id}/extensions', { params: { path }, body })),
  );
  const send = (): void => {
    const onSuccess = ({ extension }: Schemas['ExtensionAct']): void => {
      announce(say(extension.message));
      onClose();
    };
    const { key, round } = phase;
    act.mutate({ phase: key, round, reason, progress, dueOn }, { onSuccess });
  };
  return (
    <ActDialog
      title={marks.labelled(t('phaseVerb.extend'), say(phase.title))}
      hint={t(phase.overdue ? 'extendHintLate' : 'extendHint', { day: phase.dueOn })}
      send={t('extendSend')}
      act={act}
      onSend={send}
      onClose={onClose}
    >
      <div className="act-field">
        <label htmlFor="extend-day">{t('extendDay')}</label>
        <input
          id="extend-day"
          type="date"
          required
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
      </div>
      <Written label={t('act.reason')} value={reason} onChange={setReason} isRequired />
      <Written label={t('extendProgress')} value={progress} onChange={setProgress} isRequired />
    </ActDialog>
  );
}
