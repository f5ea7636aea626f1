/** From JSON of unknown origin to a definition, or to the list of everything that is wrong with it. */
import { CN_PUBLIC } from '../domain/calendar/cn-public.ts';
import { fault, type Fault } from '../domain/definition/fault.ts';
import { definitionFaults, type KnownNames } from '../domain/definition/faults.ts';
import type { Definition } from '../domain/definition/types.ts';
import { exceedsBounds } from './bounds.ts';
import { expandChains } from './chains/expand.ts';
import { schemaFaults, validateData } from './deliverable-data.ts';
import { definitionSchema, lenientDefinitionSchema } from './schema.ts';
import { shapeFaults } from './shape-faults.ts';

export type ParsedDefinition =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const BOUNDS = { depth: 40, nodes: 100_000 };

const KNOWN: KnownNames = { calendars: [CN_PUBLIC.key], isZone };

/** Lists the faults of shape, of meaning, and of schemas and examples together; never stops at the first. */
export function parseDefinition(json: unknown, known: KnownNames = KNOWN): ParsedDefinition {
  if (exceedsBounds(json, BOUNDS)) return { ok: false, faults: [tooLarge()] };
  const expanded = expandChains(json);
  const parsed = parsePlain(expanded.json, known);
  if (parsed.ok && expanded.faults.length === 0) return parsed;
  const faults = parsed.ok ? [] : parsed.faults;
  return {
    ok: false,
    faults: [
      ...expanded.faults,
      ...faults.map((found) => ({ ...found, pointer: expanded.sourceOf(found.pointer) })),
    ],
  };
}

/** Of JSON without chains. */
function parsePlain(json: unknown, known: KnownNames): ParsedDefinition {
  const parsed = definitionSchema.safeParse(json);
  const shape = parsed.success ? [] : shapeFaults(definitionSchema, json);
  const definition = parsed.data ?? lenientDefinitionSchema.parse(json);
  const meaning = [...definitionFaults(definition, known), ...tableFaults(definition)];
  const faults = [...shape, ...meaning.filter((found) => !followsFrom(found, shape))];
  return parsed.success && faults.length === 0
    ? { ok: true, definition: parsed.data }
    : { ok: false, faults };
}

/** Schemas that cannot be used, and examples that do not satisfy theirs. */
function tableFaults({ phases, duties = [] }: Definition): readonly Fault[] {
  return [
    ...phases.map(({ deliverables }, index) => ({ deliverables, at: `/phases/${index}` })),
    ...duties.map(({ deliverables }, index) => ({ deliverables, at: `/duties/${index}` })),
  ].flatMap(({ deliverables, at }) =>
    deliverables.flatMap(({ schema, example }, index) => {
      if (schema === undefined) return [];
      const pointer = `${at}/deliverables/${index}`;
      const unusable = schemaFaults(schema, `${pointer}/schema`);
      if (unusable.length > 0 || example === undefined) return unusable;
      return validateData(schema, example).map((found) => ({
        ...found,
        pointer: `${pointer}/example${found.pointer}`,
      }));
    }),
  );
}

/** Whether the fault only comes of a placeholder that stands where the shape is wrong. */
function followsFrom(found: Fault, shape: readonly Fault[]): boolean {
  return shape.some(({ pointer }) => {
    const kindOf = pointer.endsWith('/kind') ? pointer.slice(0, -'/kind'.length) : null;
    if (kindOf !== null && found.pointer.startsWith(`${kindOf}/`)) {
      return found.code === 'table-only' || kindOf.includes('/policy');
    }
    return found.pointer === pointer || found.pointer.startsWith(`${pointer}/`);
  });
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function tooLarge(): Fault {
  return fault('', 'definition-too-large', {
    zh: `方案定义过大：最多 ${BOUNDS.nodes} 个值、${BOUNDS.depth} 层`,
    en: `The definition is too large: at most ${BOUNDS.nodes} values and ${BOUNDS.depth} levels`,
  });
}
