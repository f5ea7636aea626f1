/** `npm run calendar`: publishes a year's notice or a place's own days through the API of a running Milepost, or shows what they would move. */
import { readFileSync } from 'node:fs';
import { runMain, StartupError } from '../platform/startup-error.ts';
import { parseCalendarOptions } from './calendar/options.ts';
import { readPassword } from './calendar/password.ts';
import { sendDocument, type CalendarDocument } from './calendar/send.ts';

async function main(): Promise<void> {
  const options = parseCalendarOptions(process.argv.slice(2));
  const document = readDocument(options.file);
  const password = await readPassword(`${options.account} 密码 password: `);
  const lines = await sendDocument(options, document, password);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Judged by the API; here only the calendar is looked for. */
function readDocument(file: string): CalendarDocument {
  const document = readJson(file);
  const key = typeof document === 'object' && document !== null && 'key' in document;
  if (!key || typeof document.key !== 'string') {
    throw new StartupError(`${file} names no calendar in "key".`);
  }
  return { ...document, key: document.key };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(`${file} cannot be read as JSON: ${reason}`);
  }
}

await runMain(main);
