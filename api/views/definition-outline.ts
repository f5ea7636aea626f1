/** A definition as it would begin on a day: what the one who starts it should have seen before. */
import type { z } from 'zod';
import { fallbackLine } from '../../domain/authority/fallback.ts';
import { addDays, daysBetween } from '../../domain/calendar/dates.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import { isProvisional } from '../../domain/calendar/working-days.ts';
import { wordCondition } from '../../domain/definition/policy-wording.ts';
import type { Definition, PhaseDefinition } from '../../domain/definition/types.ts';
import { planPhases } from '../../domain/programme/activate-programme.ts';
import { boundsOf } from '../../domain/programme/duties/periods.ts';
import type { OfficeRow } from '../reads.ts';
import type { outlineSchema } from '../schemas/definition-outline.ts';
import { officeTitle } from './office-title.ts';
import { vacancies } from './programme.ts';

type Outline = z.input<typeof outlineSchema>;
type Phase = Outline['phases'][number];

export interface OutlineScene {
  readonly definition: Definition;
  readonly calendar: WorkCalendar;
  readonly startsOn: string;
  readonly today: string;
  /** Offices of the organisation with their holders. */
  readonly offices: readonly OfficeRow[];
}

export function outlineView(scene: OutlineScene): Outline {
  const { definition, calendar, startsOn, today } = scene;
  const { key, version, title, source, owner } = definition;
  const phases = phasesOf(scene);
  return {
    ...{ key, version, title, owner, startsOn, today },
    ...{ paper: source.paper, issuer: source.issuer, documentNumber: source.documentNumber },
    calendar: {
      key: calendar.key,
      version: calendar.version,
      horizon: calendar.publishedThrough,
    },
    paperStartsOn: definition.startsOn,
    endsOn: phases.reduce((last, { dueOn }) => (dueOn > last ? dueOn : last), startsOn),
    offices: officesOf(scene),
    phases,
    ...partsOf(scene),
    ladder: {
      reminders: definition.ladder.reminders.map(({ workdaysBefore }) => workdaysBefore),
      rungs: definition.ladder.rungs.map((rung) => ({
        key: rung.key,
        title: rung.title,
        workdaysAfter: rung.workdaysAfter,
      })),
    },
    notes: definition.notes.map(({ text }) => text),
    faults: faultsOf(scene, phases),
  };
}

function phasesOf({ definition, calendar, startsOn }: OutlineScene): Phase[] {
  const planned = planPhases({ definition, calendar }, startsOn);
  return definition.phases.flatMap((phase) => {
    const plan = planned.find(({ key }) => key === phase.key);
    if (plan === undefined) return [];
    return {
      ...{ key: phase.key, title: phase.title, clause: phase.clause },
      ...{ paperFrom: phase.window.from, paperTo: phase.window.to },
      ...{ opensOn: plan.opensOn, dueOn: plan.dueOn },
      provisional: isProvisional(calendar, plan.dueOn),
      after: [...phase.after],
      lead: phase.lead ?? definition.owner,
      coOrganisers: [...(phase.coOrganisers ?? [])],
      optional: phase.optional ?? null,
      ...workOf(phase, definition),
    };
  });
}

function workOf(
  { deliverables, steps }: Pick<PhaseDefinition, 'deliverables' | 'steps'>,
  definition: Definition,
): Pick<Phase, 'deliverables' | 'steps'> {
  return {
    deliverables: deliverables.map(({ key, title, clause, kind, office }) => ({
      ...{ key, title, clause, kind, office },
    })),
    steps: steps.map(({ key, title, policy }) => ({
      ...{ key, title },
      policy: wordCondition(policy, (office) => officeTitle(definition, office)),
    })),
  };
}

function partsOf({
  definition,
  startsOn,
}: OutlineScene): Pick<Outline, 'duties' | 'indicators' | 'unitSets' | 'rollouts'> {
  const shift = daysBetween(definition.startsOn, startsOn);
  const { duties = [], indicators = [], unitSets = [], rollouts = [] } = definition;
  return {
    duties: duties.map((duty) => ({
      ...{ key: duty.key, title: duty.title, clause: duty.clause, every: duty.every },
      ...boundsOf(duty, definition, startsOn),
      ...workOf(duty, definition),
    })),
    indicators: indicators.map(({ key, title, clause, unit, comparator, office, targets }) => ({
      ...{ key, title, clause, unit, comparator, office },
      targets: targets.map((target) => ({
        ...{ key: target.key, value: target.value },
        on: addDays(target.on, shift),
      })),
    })),
    unitSets: unitSets.map(({ key, title, within, madeUp }) => ({
      ...{ key, title, within },
      madeUp: madeUp.count,
    })),
    rollouts: rollouts.map(({ key, title, clause, unitSet, definition: unit }) => ({
      ...{ key, title, clause, unitSet },
      definition: { key: unit.key, version: unit.version },
    })),
  };
}

function officesOf(scene: OutlineScene): Outline['offices'] {
  const acting = actingIn(scene);
  return scene.definition.offices.map(({ key, title, clause, reportsTo }) => ({
    ...{ key, title, clause, reportsTo },
    holders: [...holdersOf(scene, key)],
    actingOffice: acting[key] ?? null,
  }));
}

function holdersOf({ offices }: OutlineScene, office: string): OfficeRow['holders'] {
  return offices.find(({ key }) => key === office)?.holders ?? [];
}

/** Vacant office → the one that acts in its place, or null. */
function actingIn(scene: OutlineScene): Readonly<Record<string, string | null>> {
  const isHeld = (office: string): boolean => holdersOf(scene, office).length > 0;
  const vacant = scene.definition.offices.filter(({ key }) => !isHeld(key));
  return Object.fromEntries(
    vacant.map(({ key }) => [key, fallbackLine(scene.definition, key).find(isHeld) ?? null]),
  );
}

function faultsOf(scene: OutlineScene, phases: readonly Phase[]): Outline['faults'] {
  const { definition, calendar } = scene;
  const acting = actingIn(scene);
  const through = calendar.publishedThrough;
  const provisional = phases
    .filter((phase) => phase.provisional)
    .map(({ key, title }) => ({
      code: 'date-provisional' as const,
      phase: key,
      message: {
        zh: `工作日历只公布到 ${through}，阶段“${title.zh}”的工作日待定。`,
        en: `The calendar is published through ${through}; the working days of the phase "${title.en}" are provisional.`,
      },
    }));
  return [...vacancies({ definition, vacant: Object.keys(acting), acting }), ...provisional];
}
