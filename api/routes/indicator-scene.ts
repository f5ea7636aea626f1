/** Gathers what the indicators of one programme are shown from: one query for all their values, one for their measurements. */
import { deadlineInstant, localDateOf, startOfDay } from '../../domain/calendar/dates.ts';
import { derivedKey } from '../../domain/definition/phase-key.ts';
import type {
  IndicatorDefinition,
  TargetDefinition,
} from '../../domain/definition/indicator-types.ts';
import type { Definition } from '../../domain/definition/types.ts';
import { unitsOfIndicator } from '../../domain/indicators/unit-set.ts';
import type { ProgrammeState } from '../../domain/programme/state.ts';
import type { AppDeps } from '../deps.ts';
import type { ProgrammeRecord } from '../reads.ts';
import type { IndicatorScene } from '../views/indicator.ts';
import { definitionOf, programmeNow } from './scene.ts';

/** Which of the indicators, and for which day; all of them and today when left out. */
export interface IndicatorChoice {
  readonly indicators?: readonly IndicatorDefinition[];
  readonly day?: string;
}

export async function indicatorSceneOf(
  record: ProgrammeRecord,
  deps: AppDeps,
  choice: IndicatorChoice = {},
): Promise<IndicatorScene> {
  const { state } = record;
  const definition = definitionOf(state.definition, deps);
  const now = programmeNow(record, deps);
  const today = localDateOf(now, definition.zone);
  const day = choice.day ?? today;
  const indicators = choice.indicators ?? definition.indicators ?? [];
  const before = day === today ? now : deadlineInstant(day, definition.zone);
  const programmeId = state.id;
  const keys = indicators.map(({ key }) => key);
  const [values, measurements, done] = await Promise.all([
    deps.reads.indicatorValues({
      programmeId,
      places: placesOf(indicators, state, definition),
      day,
    }),
    deps.reads.indicatorMeasurements({ programmeId, indicators: keys, day }),
    doneOf(indicators, { state, definition, before }, deps),
  ]);
  const names = await deps.reads.names(measurements.flatMap(({ by }) => by ?? []));
  return { state, definition, now, day, values, measurements, done, names };
}

function placesOf(
  indicators: readonly IndicatorDefinition[],
  state: ProgrammeState,
  definition: Definition,
): readonly { readonly indicator: string; readonly unit: string | null }[] {
  return indicators
    .filter(({ source }) => source.kind === 'reported')
    .flatMap((indicator) => {
      const units = unitsOfIndicator(state.unitSets, definition, indicator);
      const keys = units === null ? [null] : units.map(({ key }) => key);
      return keys.map((unit) => ({ indicator: indicator.key, unit }));
    });
}

interface CountScene {
  readonly state: ProgrammeState;
  readonly definition: Definition;
  readonly before: string;
}

/** What is asked twice, as by two targets that count everything, is looked up once. */
async function doneOf(
  indicators: readonly IndicatorDefinition[],
  scene: CountScene,
  { reads }: AppDeps,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { unitsDone } = reads;
  const asked = new Map<string, Promise<readonly string[]>>();
  const found = indicators.flatMap(({ key, source, targets }) =>
    source.kind === 'units'
      ? targets.map(async (target) => {
          const { rollout, phase } = source;
          const since = sinceOf(derivedKey(key, target.key), target, scene);
          const question = JSON.stringify([rollout, phase, since]);
          const { state, before } = scene;
          const answer =
            asked.get(question) ??
            unitsDone({ parent: state.id, state, rollout, phase, since, before });
          asked.set(question, answer);
          return [derivedKey(key, target.key), await answer] as const;
        })
      : [],
  );
  return new Map(await Promise.all(found));
}

function sinceOf(
  phaseKey: string,
  { counting }: TargetDefinition,
  { state, definition }: CountScene,
): string | null {
  const phase = state.phases.find(({ key }) => key === phaseKey);
  if (counting !== 'within' || phase === undefined) return null;
  return startOfDay(phase.opensOn, definition.zone);
}
