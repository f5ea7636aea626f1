/** What `npm run calendar` may be told on its command line. */
import { parseArgs } from 'node:util';
import { StartupError } from '../../platform/startup-error.ts';

export interface CalendarOptions {
  readonly act: 'import' | 'override';
  readonly file: string;
  /** Shows what would move, and publishes nothing. */
  readonly dryRun: boolean;
  /** Address of the API. */
  readonly url: string;
  readonly account: string;
}

const USAGE =
  'npm run calendar -- import|override <file.json> [--dry-run] [--url http://127.0.0.1:8080] [--account system-admin]';

/** @throws StartupError when they make no sense. */
export function parseCalendarOptions(args: readonly string[]): CalendarOptions {
  const { values, positionals } = parse(args);
  const [act, file, ...rest] = positionals;
  if ((act !== 'import' && act !== 'override') || file === undefined || rest.length > 0) {
    throw new StartupError(`Usage: ${USAGE}`);
  }
  const { url, account } = values;
  if (!URL.canParse(url)) throw new StartupError(`--url must be an address, not ${url}.`);
  return { act, file, dryRun: values['dry-run'], url: url.replace(/\/$/, ''), account };
}

interface Parsed {
  readonly values: { readonly 'dry-run': boolean; readonly url: string; readonly account: string };
  readonly positionals: readonly string[];
}

function parse(args: readonly string[]): Parsed {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        url: { type: 'string', default: 'http://127.0.0.1:8080' },
        account: { type: 'string', default: 'system-admin' },
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`${reason} Usage: ${USAGE}`);
  }
}
