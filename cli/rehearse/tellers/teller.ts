/** The shape of what tells of an event: one line in both languages, or null for an event that is left out. */
import type { Localised } from '../../../domain/definition/types.ts';
import type { EventData, EventType } from '../../../domain/programme/events.ts';

export type Teller<T extends EventType> = (data: EventData[T], words: Words) => Localised;

export type Tellers<T extends EventType> = { readonly [K in T]: Teller<K> | null };

export interface Words {
  phase(key: string, round: number): Localised;
  office(key: string | null): Localised;
  deliverable(phase: string, key: string): Localised;
}

export function both(zh: string, en: string, what: Localised): Localised {
  return { zh: `${zh} ${what.zh}`, en: `${en}: ${what.en}` };
}
