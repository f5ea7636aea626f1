/** Sends the document of a notice or an override to the API, or asks it what the document would move. */
import { StartupError } from '../../platform/startup-error.ts';
import { callApi, RefusedRequest } from '../rehearse/http-desk.ts';
import type { CalendarOptions } from './options.ts';
import { previewLines, publishedLine, type PreviewShown, type PublishedShown } from './report.ts';

export interface CalendarDocument {
  readonly key: string;
}

/**
 * The lines that tell what came of it.
 * @throws StartupError with every fault of the document, each with its place, when the API refuses it.
 */
export async function sendDocument(
  options: CalendarOptions,
  document: CalendarDocument,
  password: string,
): Promise<readonly string[]> {
  try {
    const token = await signIn(options, password);
    return await perform(options, document, token);
  } catch (error) {
    throw error instanceof RefusedRequest ? new StartupError(refusalOf(error)) : error;
  }
}

async function signIn({ url, account }: CalendarOptions, password: string): Promise<string> {
  const { token } = await callApi<{ readonly token: string }>(url, {
    method: 'POST',
    path: '/v1/sessions',
    body: { account, password },
  });
  return token;
}

async function perform(
  { url, act, dryRun }: CalendarOptions,
  document: CalendarDocument,
  token: string,
): Promise<readonly string[]> {
  const path = `/v1/calendars/${encodeURIComponent(document.key)}`;
  const request = { method: 'POST', token } as const;
  if (dryRun) {
    const body = act === 'import' ? { notice: document } : { override: document };
    const preview = await callApi<PreviewShown>(url, {
      ...request,
      path: `${path}/previews`,
      body,
    });
    return previewLines(preview);
  }
  const place = act === 'import' ? 'notices' : 'overrides';
  const published = await callApi<PublishedShown>(url, {
    ...request,
    path: `${path}/${place}`,
    body: document,
  });
  return [publishedLine(published)];
}

function refusalOf({ message, faults }: RefusedRequest): string {
  return [message, ...faults.map(({ pointer, detail }) => `  ${pointer}: ${detail}`)].join('\n');
}
