/** What `npm run rehearse` may be told on its command line. */
import { parseArgs } from 'node:util';
import { isLocalDate } from '../../domain/calendar/dates.ts';
import { StartupError } from '../../platform/startup-error.ts';

export interface RehearsalOptions {
  readonly definition: string;
  /** The definition's own first day when left out. */
  readonly startsOn: string | undefined;
  /** Programme seconds per real second; chosen so that the plan takes half a minute when left out. */
  readonly speed: number | undefined;
  readonly scenario: string | undefined;
}

const USAGE =
  'npm run rehearse -- <definition key> [--starts-on YYYY-MM-DD] [--speed N] [--scenario NAME]';
const MOST_SPEED = 10_000_000;

/** @throws StartupError when they make no sense. */
export function parseOptions(args: readonly string[]): RehearsalOptions {
  const { values, positionals } = parse(args);
  const [definition, ...rest] = positionals;
  if (definition === undefined || rest.length > 0) throw new StartupError(`Usage: ${USAGE}`);
  const startsOn = values['starts-on'];
  if (startsOn !== undefined && !isLocalDate(startsOn)) {
    throw new StartupError(`--starts-on must be a date such as 2026-03-02, not ${startsOn}.`);
  }
  return { definition, startsOn, speed: speedOf(values.speed), scenario: values.scenario };
}

function speedOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const speed = Number(text);
  if (!(speed >= 1 && speed <= MOST_SPEED)) {
    throw new StartupError(`--speed must be a number from 1 to ${MOST_SPEED}, not ${text}.`);
  }
  return speed;
}

interface Parsed {
  readonly values: {
    readonly 'starts-on'?: string;
    readonly speed?: string;
    readonly scenario?: string;
  };
  readonly positionals: readonly string[];
}

function parse(args: readonly string[]): Parsed {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'starts-on': { type: 'string' },
        speed: { type: 'string' },
        scenario: { type: 'string' },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`${reason} Usage: ${USAGE}`);
  }
}
