/** Faults of texts and notes: a text that is blank in a language, a note that points nowhere. */
import { memberPointer, shown, type Fault } from '../fault.ts';
import type { Definition } from '../types.ts';
import { definitionFault } from './messages.ts';

/** What people typed for machines; a `zh` in it is no text of the definition. */
const FOREIGN = new Set(['schema', 'example']);

export function textFaults(definition: Definition): readonly Fault[] {
  return blankTexts(definition, '');
}

/** Every member `zh` or `en` is a text, wherever it stands. */
function blankTexts(value: unknown, pointer: string): readonly Fault[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    const at = memberPointer(pointer, key);
    if (FOREIGN.has(key)) return [];
    if (key !== 'zh' && key !== 'en') return blankTexts(member, at);
    const written = typeof member === 'string' && member.trim() !== '';
    return written ? [] : [definitionFault(at, 'text-blank')];
  });
}

export function noteFaults(definition: Definition): readonly Fault[] {
  return definition.notes.flatMap(({ about }, index) =>
    pointsSomewhere(definition, about)
      ? []
      : [definitionFault(`/notes/${index}/about`, 'note-nowhere', shown(about))],
  );
}

function pointsSomewhere(root: unknown, pointer: string): boolean {
  if (pointer === '') return true;
  if (!pointer.startsWith('/')) return false;
  let place = root;
  for (const token of pointer.slice(1).split('/')) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof place !== 'object' || place === null || !isMember(place, key)) return false;
    place = (place as Readonly<Record<string, unknown>>)[key]; // an own member, as just asked
  }
  return true;
}

function isMember(place: object, key: string): boolean {
  // `length` is an own property of a list, but nothing that JSON shows.
  return Object.hasOwn(place, key) && !(Array.isArray(place) && !/^(0|[1-9]\d*)$/.test(key));
}
