/** What the reader can do about a phase now: ask for more time, urge, copy, return. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { When } from '../../parts/when.tsx';
import { useMe } from '../../session/session.ts';
import { usePlan, type Plan } from '../../api/plan.ts';
import { phasePowers, urgedUntil, type PhasePowers } from '../powers.ts';
import type { Programme } from '../programme-query.ts';
import { CopyDialog } from './copy-dialog.tsx';
import { ExtensionDialog } from './extension-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { UrgeDialog } from './urge-dialog.tsx';

type Verb = keyof PhasePowers;

export interface PhaseActionsProps {
  readonly phase: Schemas['Phase'];
  readonly programme: Programme;
}

/** What a dialogue about a phase needs. */
export interface PhaseDialogProps extends PhaseActionsProps {
  readonly plan: Plan;
  readonly onClose: () => void;
}

const DIALOGS: Readonly<Record<Verb, (props: PhaseDialogProps) => ReactElement>> = {
  extend: ExtensionDialog,
  urge: UrgeDialog,
  copy: CopyDialog,
  giveBack: ReturnDialog,
};

const VERBS = ['urge', 'extend', 'copy', 'giveBack'] as const satisfies readonly Verb[];

export function PhaseActions({ phase, programme }: PhaseActionsProps): ReactElement | null {
  const { t } = useTranslation('programme');
  const me = useMe().data;
  const plan = usePlan(programme.definition).data;
  const [verb, setVerb] = useState<Verb | null>(null);
  if (me === undefined || me === null || plan === undefined) return null;
  const powers = phasePowers(phase, { me, programme, plan });
  const until = urgedUntil(phase, { programme, plan });
  const verbs = VERBS.filter((one) => powers[one]);
  const Dialog = verb === null ? null : DIALOGS[verb];
  return (
    <>
      {verbs.length === 0 ? null : (
        <div className="phase-actions">
          {verbs.map((one) => (
            <Button
              key={one}
              size="small"
              disabled={one === 'urge' && until !== null}
              onClick={() => setVerb(one)}
            >
              {t(`phaseVerb.${one}`)}
            </Button>
          ))}
          {powers.urge && until !== null ? (
            <span className="urge-until">
              {t('urgedRecently')} <When at={until} />
            </span>
          ) : null}
        </div>
      )}
      {Dialog === null ? null : (
        <Dialog phase={phase} programme={programme} plan={plan} onClose={() => setVerb(null)} />
      )}
    </>
  );
}
