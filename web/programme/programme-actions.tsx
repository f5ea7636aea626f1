/** What the owning office does with a whole programme, from a menu that holds only what can be done now. */
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, bodyOf, type Schemas } from '../api/client.ts';
import { useMe } from '../session/session.ts';
import { ActDialog, Written } from '../parts/act-dialog.tsx';
import { useAct } from './act.ts';
import { useAnnounce } from './announcement.tsx';
import { usePlan } from '../api/plan.ts';
import { programmePowers, type ProgrammePowers } from './powers.ts';
import type { Programme } from './programme-query.ts';

type Verb = keyof ProgrammePowers;

const VERBS = ['suspend', 'resume', 'withdraw', 'terminate'] as const satisfies readonly Verb[];

export function ProgrammeActions({
  programme,
}: {
  readonly programme: Programme;
}): ReactElement | null {
  const me = useMe().data;
  const plan = usePlan(programme.definition).data;
  const [verb, setVerb] = useState<Verb | null>(null);
  if (me === undefined || me === null || plan === undefined) return null;
  const powers = programmePowers({ me, programme, plan });
  const verbs = VERBS.filter((one) => powers[one]);
  return (
    <>
      {verbs.length === 0 ? null : <VerbMenu verbs={verbs} onChoose={setVerb} />}
      {verb === null ? null : (
        <ReasonDialog programmeId={programme.id} verb={verb} onClose={() => setVerb(null)} />
      )}
    </>
  );
}

interface VerbMenuProps {
  readonly verbs: readonly Verb[];
  readonly onChoose: (verb: Verb) => void;
}

/** Closes when something is chosen, with Escape, and when the reader goes elsewhere. */
function VerbMenu({ verbs, onChoose }: VerbMenuProps): ReactElement {
  const { t } = useTranslation('programme');
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  return (
    <details
      ref={menu}
      className="verb-menu"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <summary>{t('manage')}</summary>
      <ul>
        {verbs.map((verb) => (
          <li key={verb}>
            <button
              type="button"
              onClick={() => {
                close();
                onChoose(verb);
              }}
            >
              {t(`verb.${verb}`)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ReasonDialogProps {
  readonly programmeId: string;
  readonly verb: Verb;
  readonly onClose: () => void;
}

function ReasonDialog({ programmeId, verb, onClose }: ReasonDialogProps): ReactElement {
  const { t } = useTranslation('programme');
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  const act = useAct(programmeId, (given: Schemas['Reason']) => sendVerb(verb, programmeId, given));
  const send = (): void => {
    const onSuccess = (): void => {
      announce(t(`verbDone.${verb}`));
      onClose();
    };
    act.mutate({ reason }, { onSuccess });
  };
  return (
    <ActDialog
      title={t(`verb.${verb}`)}
      hint={t(`verbHint.${verb}`)}
      send={t(`verb.${verb}`)}
      isGrave={verb === 'withdraw' || verb === 'terminate'}
      act={act}
      onSend={send}
      onClose={onClose}
    >
      <Written label={t('act.reason')} value={reason} onChange={setReason} isRequired />
    </ActDialog>
  );
}

function sendVerb(
  verb: Verb,
  id: string,
  body: Schemas['Reason'],
): Promise<Schemas['ProgrammeAct']> {
  const options = { params: { path: { id } }, body };
  switch (verb) {
    case 'suspend':
      return bodyOf(api.POST('/v1/programmes/{id}/suspensions', options));
    case 'resume':
      return bodyOf(api.POST('/v1/programmes/{id}/resumptions', options));
    case 'withdraw':
      return bodyOf(api.POST('/v1/programmes/{id}/withdrawals', options));
    case 'terminate':
      return bodyOf(api.POST('/v1/programmes/{id}/terminations', options));
  }
}
