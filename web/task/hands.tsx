/** Who else is brought in: giving the place away, further signers, a question to another office. */
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import type { SheetProps } from './facts.tsx';
import { HandDialog } from './hand-dialog.tsx';
import type { HandKind } from './hand-acts.ts';

export interface HandsProps extends SheetProps {
  readonly onNotice: (text: string) => void;
}

export function Hands({ sheet, names, onNotice }: HandsProps): ReactElement {
  const { t } = useTranslation('task');
  const { say } = useLanguage();
  const [open, setOpen] = useState<HandKind | null>(null);
  const added = sheet.currentStep.slots
    .filter(({ addedBy, status }) => addedBy?.office === sheet.office && status !== 'decided')
    .map(({ office, title }) => ({ key: office, title }));
  const others = names.offices.filter(({ key }) => key !== sheet.office);
  const kinds: readonly HandKind[] =
    added.length === 0 ? ['transfer', 'add', 'consult'] : ['transfer', 'add', 'remove', 'consult'];
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
