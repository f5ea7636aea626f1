/** What the keys in the record are called: titles out of the definition that the programme runs. */

export interface Title {
  readonly zh: string;
  readonly en: string;
}

/** Finds the title of a key among things of a kind, within a phase where its steps and deliverables are meant. */
export type TitleFinder = (kind: TitleKind, key: string, phase?: string) => Title | null;

export type TitleKind =
  | 'phases'
  | 'duties'
  | 'indicators'
  | 'offices'
  | 'steps'
  | 'deliverables'
  | 'rollouts'
  | 'unitSets';

const KINDS: ReadonlySet<string> = new Set<TitleKind>([
  'phases',
  'duties',
  'indicators',
  'offices',
  'steps',
  'deliverables',
  'rollouts',
  'unitSets',
]);

const DERIVED_MARK = '@';

/** @param definition as it was published; whatever in it has a key and a title is known by its kind. */
export function titlesOf(definition: unknown): TitleFinder {
  const titles = new Map<string, Title>();
  collect(definition, { kind: '', phase: '' }, titles);
  const find = (kind: TitleKind, key: string, phase: string): Title | null =>
    titles.get(`${kind}/${phase}/${key}`) ?? titles.get(`${kind}//${key}`) ?? null;
  return (kind, key, phase = '') => {
    const [base = '', part] = key.split(DERIVED_MARK);
    if (kind !== 'phases' || part === undefined) {
      return find(kind, key, phase.split(DERIVED_MARK)[0] ?? '');
    }
    const derivedFrom = find('duties', base, '') ?? find('indicators', base, '');
    return derivedFrom === null ? null : withPart(derivedFrom, part);
  };
}

/** A period of a duty, or a target of an indicator. */
function withPart({ zh, en }: Title, part: string): Title {
  return { zh: `${zh}（${part}）`, en: `${en} (${part})` };
}

interface Within {
  readonly kind: string;
  /** The phase or duty around it. */
  readonly phase: string;
}

function collect(value: unknown, within: Within, titles: Map<string, Title>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, within, titles);
    return;
  }
  if (!isRecord(value)) return;
  const { key, title } = value;
  const isNamed = KINDS.has(within.kind) && typeof key === 'string';
  if (isNamed && isTitle(title)) titles.set(`${within.kind}/${within.phase}/${key}`, title);
  const isPhase = within.kind === 'phases' || within.kind === 'duties';
  const phase = isNamed && isPhase ? key : within.phase;
  for (const [kind, part] of Object.entries(value)) collect(part, { kind, phase }, titles);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isTitle(value: unknown): value is Title {
  return isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string';
}
