/** Starting a programme: who acts in it, for which units, what would be wrong, and the last look before the act. */
import { Alert, Button, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useStartProgramme } from '../api/start-programme.ts';
import { useLanguage } from '../app/use-language.ts';
import { LinkButton } from '../parts/link-button.tsx';
import { useProgrammeTitle } from '../parts/programme-title.tsx';
import { SheetSection } from '../parts/sheet-section.tsx';
import { useMe } from '../session/session.ts';
import type { Outline } from './definition-queries.ts';
import { FaultsSection } from './faults-section.tsx';
import { officeNames } from './office-names.ts';
import { OfficesSection } from './offices-section.tsx';
import { StartDialog } from './start-dialog.tsx';
import { isComplete, readSets, requestOf, type StartDraft } from './start-draft.ts';
import { UnitsSection } from './units-section.tsx';

export function StartForm({ outline }: { readonly outline: Outline }): ReactElement {
  const { say } = useLanguage();
  const [draft, setDraft] = useState<StartDraft>({
    title: say(outline.title),
    accounts: {},
    units: {},
  });
  const isOwner = useMe().data?.offices.some(({ key }) => key === outline.owner) ?? false;
  return (
    <>
      <OfficesSection
        outline={outline}
        accounts={isOwner ? draft.accounts : null}
        onAccount={(office, account) => {
          setDraft({ ...draft, accounts: { ...draft.accounts, [office]: account } });
        }}
      />
      {isOwner && outline.unitSets.length > 0 ? (
        <UnitsSection
          outline={outline}
          texts={draft.units}
          onText={(set, text) => {
            setDraft({ ...draft, units: { ...draft.units, [set]: text } });
          }}
        />
      ) : null}
      <FaultsSection outline={outline} accounts={draft.accounts} />
      <ActSection outline={outline} draft={draft} isOwner={isOwner} onDraft={setDraft} />
    </>
  );
}

interface ActSectionProps {
  readonly outline: Outline;
  readonly draft: StartDraft;
  readonly isOwner: boolean;
  readonly onDraft: (draft: StartDraft) => void;
}

function ActSection({ outline, draft, isOwner, onDraft }: ActSectionProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  const [isAsked, setIsAsked] = useState(false);
  const start = useStartProgramme();
  const owner = say(officeNames(outline)(outline.owner));
  if (start.isSuccess) {
    return <Started started={start.data} units={unitCount(outline, draft)} />;
  }
  return (
    <SheetSection title={t('act.section')} hint={t('act.rehearseHint')}>
      <div className="start-act">
        {isOwner ? <TitleField draft={draft} onDraft={onDraft} /> : null}
        <div className="start-act-buttons">
          {isOwner ? (
            <Button
              type="primary"
              disabled={!isComplete(outline, draft)}
              onClick={() => {
                setIsAsked(true);
              }}
            >
              {t('act.start')}
            </Button>
          ) : null}
          <LinkButton to={`/rehearsals?definition=${outline.key}`}>{t('act.rehearse')}</LinkButton>
        </div>
        {isOwner ? null : <p className="quiet">{t('act.notOwner', { office: owner })}</p>}
      </div>
      {isAsked ? (
        <StartDialog
          outline={outline}
          draft={draft}
          start={start}
          onStart={() => {
            start.mutate(requestOf(outline, draft));
          }}
          onClose={() => {
            setIsAsked(false);
          }}
        />
      ) : null}
    </SheetSection>
  );
}

function TitleField({ draft, onDraft }: Pick<ActSectionProps, 'draft' | 'onDraft'>): ReactElement {
  const { t } = useTranslation('setUp');
  const id = useId();
  const isMissing = draft.title.trim() === '';
  return (
    <div className="start-act-title">
      <label htmlFor={id}>{t('act.title')}</label>
      <Input
        id={id}
        maxLength={200}
        value={draft.title}
        status={isMissing ? 'error' : ''}
        aria-invalid={isMissing}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => {
          onDraft({ ...draft, title: target.value });
        }}
      />
      <span id={`${id}-fault`} className="fault-text" role="status">
        {isMissing ? t('act.titleNeeded') : ''}
      </span>
    </div>
  );
}

interface StartedProps {
  readonly started: Schemas['StartedProgramme'];
  readonly units: number;
}

function Started({ started, units }: StartedProps): ReactElement {
  const { t } = useTranslation('setUp');
  const titled = useProgrammeTitle();
  return (
    <div role="status">
      <Alert
        type="success"
        showIcon
        title={t('act.done', { title: titled(started) })}
        description={units === 0 ? undefined : t('act.doneUnits', { count: units })}
        action={
          <LinkButton type="primary" to={`/programmes/${started.id}`}>
            {t('act.open')}
          </LinkButton>
        }
      />
    </div>
  );
}

/** Unit programmes that will be set up: one for each unit of a set that is rolled out to. */
function unitCount(outline: Outline, draft: StartDraft): number {
  const sets = readSets(outline, draft.units);
  return outline.rollouts.reduce((sum, { unitSet }) => sum + (sets[unitSet]?.units.length ?? 0), 0);
}
