/** The tab of pressure 督办: the ladders as they stand, extensions, circulars, and what was sent to whom. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../parts/loaded.tsx';
import { useShownProgramme } from '../programme/programme-shell.tsx';
import { useMe } from '../session/session.ts';
import { Circulars } from './circulars.tsx';
import { Extensions } from './extensions.tsx';
import { laddersOf } from './ladders.ts';
import { Offices } from './offices.tsx';
import { PhaseLadder } from './phase-ladder.tsx';
import {
  useEscalations,
  useMoments,
  usePending,
  type Escalation,
  type Pending,
} from './pressure-queries.ts';
import { SentList } from './sent-list.tsx';
import { standingOf, type Standing } from './standing.ts';
import { Summary } from './summary.tsx';
import './pressure.css';

const NOBODY = { offices: [] };
const NOTHING: readonly Pending[] = [];

export function PressurePage(): ReactElement {
  const programme = useShownProgramme();
  const me = useMe().data ?? NOBODY;
  const escalations = useEscalations(programme.id);
  const pending = usePending(programme.id).data ?? NOTHING;
  const standing = standingOf(me, programme);
  return (
    <Offices definition={programme.definition}>
      <div className="pressure">
        <Loaded query={escalations}>
          {(raised) => (
            <>
              <Summary escalations={raised} standing={standing} pending={pending} />
              <Ladders escalations={raised} standing={standing} pending={pending} />
            </>
          )}
        </Loaded>
        <Extensions pending={pending} />
        <Circulars />
        <SentList />
      </div>
    </Offices>
  );
}

interface LaddersProps {
  readonly escalations: readonly Escalation[];
  readonly standing: Standing;
  readonly pending: readonly Pending[];
}

function Ladders({ escalations, standing, pending }: LaddersProps): ReactElement {
  const { t } = useTranslation('pressure');
  const { id, phases, status } = useShownProgramme();
  const moments = useMoments(id).data ?? [];
  const ladders = laddersOf({ phases, escalations, moments, status });
  const open = ladders.filter(({ isOpen }) => isOpen);
  const settled = ladders.filter(({ isOpen }) => !isOpen);
  return (
    <>
      <section aria-labelledby="ladders-title">
        <h2 id="ladders-title">{t('ladders')}</h2>
        {open.length === 0 ? <p className="pressure-none">{t('noLadders')}</p> : null}
        {open.map((ladder) => (
          <PhaseLadder key={ladder.key} {...{ ladder, standing, pending }} />
        ))}
      </section>
      {settled.length === 0 ? null : (
        <section aria-labelledby="settled-title">
          <h2 id="settled-title">{t('settled')}</h2>
          {settled.map((ladder) => (
            <PhaseLadder key={ladder.key} {...{ ladder, standing, pending }} />
          ))}
        </section>
      )}
    </>
  );
}
