/** Sending a file to the evidence store under its own hash, with word of how far it is. */
import { readerLanguage } from '../../app/language.ts';
import type { Schemas } from '../../api/client.ts';
import { Problem, type ProblemDocument } from '../../api/problem.ts';

export type FileRef = Schemas['FileRef'];

/** Browsers know few office types; the API judges the content itself. */
const UNSPECIFIC = 'application/octet-stream';
const KNOWN = /^(application\/(pdf|msword|vnd\.openxmlformats.*|vnd\.ms-excel)|image\/(png|jpeg))$/;

export async function sha256Of(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws Problem when the API refuses the file or cannot be reached. */
export async function uploadFile(
  file: File,
  onProgress: (percent: number) => void,
): Promise<FileRef> {
  const sha256 = await sha256Of(file);
  await sendBytes(file, { sha256, onProgress });
  return { sha256, name: file.name };
}

/** `fetch` tells nothing of what has been sent. */
function sendBytes(
  file: File,
  {
    sha256,
    onProgress,
  }: { readonly sha256: string; readonly onProgress: (percent: number) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/v1/files/${sha256}`);
    request.setRequestHeader('Content-Type', KNOWN.test(file.type) ? file.type : UNSPECIFIC);
    request.setRequestHeader('Accept-Language', readerLanguage());
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total === 0 ? 100 : Math.round((100 * loaded) / total));
    });
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(refusalOf(request));
    });
    request.addEventListener('error', () => {
      reject(new Problem({ status: 0, code: 'unreachable', title: '', detail: '' }));
    });
    request.send(file);
  });
}

function refusalOf({ status, responseText }: XMLHttpRequest): Problem {
  const unknown = { status, code: 'unknown', title: '', detail: '' };
  try {
    const body = JSON.parse(responseText) as Partial<ProblemDocument>; // spread over the defaults
    return new Problem({ ...unknown, ...body, status });
  } catch (cause) {
    return new Problem(unknown, cause);
  }
}
