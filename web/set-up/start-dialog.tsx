/** The last look before a programme is started, and the act itself. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { useStartProgramme } from '../api/start-programme.ts';
import { useLanguage } from '../app/use-language.ts';
import { ModalDialog } from '../parts/modal-dialog.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Particulars } from '../parts/sheet-section.tsx';
import type { Outline } from './definition-queries.ts';
import { officeNames } from './office-names.ts';
import { givenOffices, readSets, type StartDraft } from './start-draft.ts';

export interface StartDialogProps {
  readonly outline: Outline;
  readonly draft: StartDraft;
  readonly start: ReturnType<typeof useStartProgramme>;
  readonly onStart: () => void;
  readonly onClose: () => void;
}

export function StartDialog(props: StartDialogProps): ReactElement {
  const { outline, draft, start, onStart, onClose } = props;
  const { t } = useTranslation('setUp');
  const sets = readSets(outline, draft.units);
  const count = outline.rollouts.reduce(
    (sum, { unitSet }) => sum + (sets[unitSet]?.units.length ?? 0),
    0,
  );
  const working = count === 0 ? t('act.working') : t('act.workingUnits', { count });
  return (
    <ModalDialog
      title={t('act.confirm')}
      okText={t('act.ok')}
      cancelText={t('act.cancel')}
      confirmLoading={start.isPending}
      onOk={onStart}
      onCancel={onClose}
      width={640}
    >
      <p>{t('act.confirmText')}</p>
      <Summary outline={outline} draft={draft} />
      {start.error === null ? null : <ProblemAlert error={start.error} />}
      <p role="status" className="quiet">
        {start.isPending ? working : ''}
      </p>
    </ModalDialog>
  );
}

function Summary({ outline, draft }: Pick<StartDialogProps, 'outline' | 'draft'>): ReactElement {
  const { t } = useTranslation('setUp');
  const { say, marks } = useLanguage();
  const nameOf = officeNames(outline);
  const given = givenOffices(draft);
  const sets = readSets(outline, draft.units);
  const listed = (items: readonly string[]): string =>
    items.length === 0 ? t('act.summary.none') : marks.listed(items);
  const vacant = outline.offices.filter(
    ({ key, holders }) => holders.length === 0 && given[key] === undefined,
  );
  const units = outline.unitSets.map(
    ({ key, title }) => `${say(title)} ${String(sets[key]?.units.length ?? 0)}`,
  );
  return (
    <Particulars
      items={[
        { term: t('act.summary.title'), value: draft.title },
        { term: t('act.summary.days'), value: `${outline.startsOn} – ${outline.endsOn}` },
        { term: t('act.summary.phases'), value: outline.phases.length },
        {
          term: t('act.summary.offices'),
          value: listed(
            Object.entries(given).map(([office, account]) => `${say(nameOf(office))} → ${account}`),
          ),
        },
        { term: t('act.summary.vacant'), value: listed(vacant.map(({ title }) => say(title))) },
        ...(units.length === 0 ? [] : [{ term: t('act.summary.units'), value: listed(units) }]),
      ]}
    />
  );
}
