/** What people call an office. */
import type { Definition, Localised } from '../../domain/definition/types.ts';

export function officeTitle(definition: Definition, office: string): Localised {
  const known = definition.offices.find(({ key }) => key === office);
  return known?.title ?? { zh: office, en: office };
}
