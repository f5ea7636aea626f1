/** Sentences of this area that are put together of several words: spans, speeds, titles of offices and phases. */
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/use-language.ts';
import type { Programme } from '../programme/programme-query.ts';
import type { RehearsalPerson } from './rehearsal-queries.ts';
import { spanOf } from './speeds.ts';

export interface SpanWords {
  /** Some seconds, in the unit that suits. */
  readonly span: (seconds: number) => string;
  /** How much of the programme passes in a second. */
  readonly speed: (speed: number) => string;
}

export function useSpanWords(): SpanWords {
  const { t } = useTranslation('rehearsal');
  const span = (seconds: number): string => {
    const { unit, n } = spanOf(seconds);
    return t(`span.${unit}`, { n });
  };
  return { span, speed: (speed) => t('speedText', { span: span(speed) }) };
}

export interface Titles {
  readonly office: (key: string) => string;
  readonly offices: (keys: readonly string[]) => string;
  readonly phase: (key: string) => string;
  readonly deliverable: (phase: string, key: string) => string;
}

/** A key that nobody can name is shown as it is. */
export function useTitles(programme: Programme, people: readonly RehearsalPerson[]): Titles {
  const { say, marks } = useLanguage();
  const offices = new Map(people.map(({ office, title }) => [office, title]));
  for (const { steps } of programme.phases) {
    for (const { slots } of steps) for (const slot of slots) offices.set(slot.office, slot.title);
  }
  const phaseOf = (key: string): Programme['phases'][number] | undefined =>
    programme.phases.find((phase) => phase.key === key);
  const office = (key: string): string => {
    const title = offices.get(key);
    return title === undefined ? key : say(title);
  };
  return {
    office,
    offices: (keys) => marks.listed(keys.map(office)),
    phase: (key) => {
      const phase = phaseOf(key);
      return phase === undefined ? key : say(phase.title);
    },
    deliverable: (phase, key) => {
      const found = phaseOf(phase)?.deliverables.find((one) => one.key === key);
      return found === undefined ? key : say(found.title);
    },
  };
}
