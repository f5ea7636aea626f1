/** What the offices of a plan are called. */
import type { Schemas } from '../api/client.ts';
import type { Outline } from './definition-queries.ts';

export type OfficeNames = (office: string) => Schemas['Localised'];

export function officeNames({ offices }: Outline): OfficeNames {
  const titles = new Map(offices.map(({ key, title }) => [key, title]));
  return (office) => titles.get(office) ?? { zh: office, en: office };
}
