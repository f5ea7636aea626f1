/** The sets of units that a live programme freezes, typed or pasted, with what is wrong line by line. */
import { Input } from 'antd';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import { SheetSection } from '../parts/sheet-section.tsx';
import type { Outline } from './definition-queries.ts';
import { readSets } from './start-draft.ts';
import type { TypedUnits } from './unit-lines.ts';

export interface UnitsSectionProps {
  readonly outline: Outline;
  readonly texts: Readonly<Record<string, string>>;
  readonly onText: (set: string, text: string) => void;
}

/** More faults than this are put right step by step. */
const MOST_FAULTS = 8;

export function UnitsSection({ outline, texts, onText }: UnitsSectionProps): ReactElement {
  const { t } = useTranslation('setUp');
  const sets = readSets(outline, texts);
  return (
    <SheetSection title={t('units.section')} hint={t('units.hint')}>
      {outline.unitSets.map((set) => (
        <OneSet
          key={set.key}
          set={set}
          wider={outline.unitSets.find(({ key }) => key === set.within) ?? null}
          text={texts[set.key] ?? ''}
          read={sets[set.key] ?? { units: [], faults: [] }}
          onText={(text) => {
            onText(set.key, text);
          }}
        />
      ))}
    </SheetSection>
  );
}

type UnitSet = Outline['unitSets'][number];

interface OneSetProps {
  readonly set: UnitSet;
  readonly wider: UnitSet | null;
  readonly text: string;
  readonly read: TypedUnits;
  readonly onText: (text: string) => void;
}

function OneSet({ set, wider, text, read, onText }: OneSetProps): ReactElement {
  const { t } = useTranslation('setUp');
  const { say } = useLanguage();
  const id = useId();
  const { units, faults } = read;
  const isFaulty = faults.length > 0;
  return (
    <div className="start-units">
      <label htmlFor={id}>{t('units.label', { set: say(set.title) })}</label>
      {wider === null ? null : (
        <div className="quiet small">{t('units.within', { set: say(wider.title) })}</div>
      )}
      <Input.TextArea
        id={id}
        rows={6}
        spellCheck={false}
        value={text}
        status={isFaulty ? 'error' : ''}
        aria-invalid={isFaulty}
        aria-describedby={`${id}-state`}
        onChange={({ target }) => {
          onText(target.value);
        }}
      />
      <div id={`${id}-state`} role="status">
        {units.length === 0 && !isFaulty
          ? t('units.needed', { set: say(set.title) })
          : t('units.count', { count: units.length })}
        {isFaulty ? (
          <ul className="fault-text">
            {faults.slice(0, MOST_FAULTS).map(({ line, why }) => (
              <li key={`${String(line)} ${why}`}>
                {t('units.faulty', { line, why: t(`units.why.${why}`) })}
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
