/** Handing in one deliverable: what is owed and until when, and a form that keeps what is typed whatever happens. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useLanguage } from '../../app/use-language.ts';
import type { Schemas } from '../../api/client.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { DueDay } from '../../parts/when.tsx';
import { useMe } from '../../session/session.ts';
import { officeText, usePlan } from '../../api/plan.ts';
import { mayHandIn } from '../powers.ts';
import { useShownProgramme } from '../programme-shell.tsx';
import { useContent } from './content-query.ts';
import { HandInForm } from './hand-in-form.tsx';
import './hand-in.css';

export function HandInPage(): ReactElement {
  const { t } = useTranslation('programme');
  const programme = useShownProgramme();
  const { phase: phaseKey = '', deliverable = '' } = useParams();
  const content = useContent({ programmeId: programme.id, phase: phaseKey, deliverable });
  const phase = programme.phases.find(({ key }) => key === phaseKey);
  return (
    <div className="hand-in">
      <p>
        <Link to={`/programmes/${programme.id}/overview#${phaseKey}`}>← {t('handIn.back')}</Link>
      </p>
      <Loaded query={content}>
        {(data) => (
          <>
            <Owed content={data} phase={phase} />
            <HandInPart key={`${data.phase} ${data.key}`} content={data} phase={phase} />
          </>
        )}
      </Loaded>
    </div>
  );
}

interface PartProps {
  readonly content: Schemas['DeliverableContent'];
  readonly phase: Schemas['Phase'] | undefined;
}

function Owed({ content, phase }: PartProps): ReactElement {
  const { t } = useTranslation('programme');
  const { say } = useLanguage();
  const programme = useShownProgramme();
  const plan = usePlan(programme.definition).data;
  return (
    <>
      <h2>{say(content.title)}</h2>
      <dl className="phase-facts">
        {phase === undefined ? null : (
          <div>
            <dt>{t('handIn.phase')}</dt>
            <dd>{say(phase.title)}</dd>
          </div>
        )}
        <div>
          <dt>{t('handIn.office')}</dt>
          <dd>{say(officeText(plan, content.office))}</dd>
        </div>
        {phase === undefined ? null : (
          <div>
            <dt>{t('handIn.due')}</dt>
            <dd>
              <DueDay dueAt={phase.dueAt} />
            </dd>
          </div>
        )}
        {content.clause === '' ? null : (
          <div>
            <dt>{t('phase.clause')}</dt>
            <dd>{content.clause}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function HandInPart({ content, phase }: PartProps): ReactElement {
  const { t } = useTranslation('programme');
  const programme = useShownProgramme();
  const me = useMe().data ?? null;
  const deliverable = phase?.deliverables.find(({ key }) => key === content.key);
  const may =
    me !== null &&
    phase !== undefined &&
    deliverable !== undefined &&
    mayHandIn(deliverable, phase, { me, programme });
  // Who has begun to write keeps the form, also when the phase changes meanwhile; the API has the last word.
  const [mightAtFirst] = useState(may);
  return (
    <>
      {may ? null : <p className="programme-note">{t('handIn.mayNot')}</p>}
      {may || mightAtFirst ? <HandInForm content={content} /> : null}
    </>
  );
}
