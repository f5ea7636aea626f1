/** Who else is brought in: giving the place away, further signers, a question to another office. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import type { SheetProps } from './facts.tsx';
import { HandDialog } from './hand-dialog.tsx';
import { useMe } from '../session/session.ts';
import type { NamedOffice } from '../api/plan.ts';
import type { HandKind } from './hand-acts.ts';
import type { Sheet } from './task-queries.ts';

export interface HandsProps extends SheetProps {
  /** Whether the reader may sign now. A signer may be taken back while one waits for him. */
  readonly isTurn: boolean;
  readonly onNotice: (text: string) => void;
}

export function Hands({ sheet, names, isTurn, onNotice }: HandsProps): ReactElement | null {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const holds = useHolds(sheet);
  const [open, setOpen] = useState<HandKind | null>(null);
  const added = addedBy(sheet);
  const others = names.offices.filter(({ key }) => key !== sheet.office);
  const kinds = KINDS.filter((kind) => (kind === 'remove' ? added.length > 0 && holds : isTurn));
  if (kinds.length === 0) return null;
  return (
    <div className="task-hands" role="group" aria-label={t('hands.label')}>
      {kinds.map((kind) => (
        <Button key={kind} size="small" onClick={() => setOpen(kind)}>
          {t(`hands.${kind}`)}
        </Button>
      ))}
      {open === null ? null : (
        <HandDialog
          kind={open}
          sheet={sheet}
          offices={open === 'remove' ? added : others}
          onClose={() => setOpen(null)}
          onDone={({ title }) => {
            setOpen(null);
            onNotice(t(`hands.done.${open}`, { office: say(title) }));
          }}
        />
      )}
    </div>
  );
}

const KINDS: readonly HandKind[] = ['transfer', 'add', 'remove', 'consult'];

/** Signers of this place's asking who have not decided. */
function addedBy({ currentStep, office }: Sheet): readonly NamedOffice[] {
  if (currentStep.status !== 'open') return [];
  return currentStep.slots
    .filter((slot) => slot.addedBy?.office === office && slot.status !== 'decided')
    .map((slot) => ({ key: slot.office, title: slot.title }));
}

function useHolds({ office, programmeId }: Sheet): boolean {
  const offices = useMe().data?.offices ?? [];
  return offices.some(
    (held) =>
      held.key === office && (held.programmeId === null || held.programmeId === programmeId),
  );
}
