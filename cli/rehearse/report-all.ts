/** Reports of a rehearsal: a value for every unit that falls short of a target, as its office would send them. */
import type { Definition } from '../../domain/definition/types.ts';
import { targetOf } from '../../domain/definition/indicator-phase.ts';
import { derivedKey } from '../../domain/definition/phase-key.ts';
import { valuesThatMeet } from '../../domain/planning/paper-facts.ts';
import type { Report } from './desk.ts';

const PAGE = 200;
/** Reports that are sent beside each other. */
const HANDS = 6;

interface UnitsPage {
  readonly items: readonly { readonly unit: { readonly key: string } | null }[];
  readonly page: { readonly endCursor: string | null; readonly hasMore: boolean };
}

export interface ReportScene {
  readonly definition: Definition;
  readonly programmeId: string;
  /** Asks the API as a holder of the indicator's office. */
  readonly call: (request: {
    readonly method: 'GET' | 'POST';
    readonly path: string;
    readonly body?: unknown;
  }) => Promise<unknown>;
}

export async function reportAll(scene: ReportScene, act: Report): Promise<void> {
  const found = targetOf(scene.definition, derivedKey(act.indicator, act.target));
  if (found === null) throw new Error(`no target ${act.target} of ${act.indicator}`);
  const path = `/v1/programmes/${scene.programmeId}/indicators/${act.indicator}`;
  const units = await unitsShort(scene, `${path}/units?target=${act.target}&met=false`);
  const waiting = [...valuesThatMeet(found, units)];
  const send = async (): Promise<void> => {
    for (let value = waiting.shift(); value !== undefined; value = waiting.shift()) {
      const body = { ...value, asOf: act.asOf, note: '演练数据 (rehearsal)' };
      await scene.call({ method: 'POST', path: `${path}/reports`, body });
    }
  };
  await Promise.all(Array.from({ length: HANDS }, send));
}

async function unitsShort(
  { call }: ReportScene,
  path: string,
): Promise<readonly (string | null)[]> {
  const units: (string | null)[] = [];
  let after = '';
  for (;;) {
    const answer = await call({ method: 'GET', path: `${path}&limit=${PAGE}${after}` });
    const { items, page } = answer as UnitsPage; // the API's own document says what its answers are
    units.push(...items.map(({ unit }) => unit?.key ?? null));
    if (!page.hasMore || page.endCursor === null) return units;
    after = `&after=${page.endCursor}`;
  }
}
