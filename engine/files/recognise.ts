/** Tells the type of a file by its content; what its sender calls it plays no part. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { inspectArchive, type ArchiveLimits } from './archive.ts';
import { refuseFile, type FileRefusal } from './refusals.ts';
import type { EvidenceType } from './types.ts';

export interface Recognised {
  readonly kind: 'recognised';
  readonly type: EvidenceType;
}

const RECOGNISED_BY_MAGIC: Readonly<Record<string, EvidenceType>> = {
  'application/pdf': 'application/pdf',
  'image/png': 'image/png',
  'image/jpeg': 'image/jpeg',
};

/** Marks that are two or three letters long, with which an ordinary text may begin: `BM`, `MZ`, `BZh`, `ID3`, `FWS`. */
const SHORT_MARKS: ReadonlySet<string> = new Set([
  'image/bmp',
  'application/x-msdownload',
  'application/x-bzip2',
  'audio/mpeg',
  'application/x-shockwave-flash',
]);

const ZIP_MAGIC = 'PK';
const COMPOUND_MAGIC = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** Names of the streams that make a compound file (the older Office formats) a text or a table. */
const COMPOUND_STREAMS: readonly (readonly [name: string, type: EvidenceType])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['Book', 'application/vnd.ms-excel'],
];

const BAD_ENCODING = 'ERR_ENCODING_INVALID_ENCODED_DATA';
const FORBIDDEN_CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f]/;

export async function recogniseFile(
  path: string,
  limits: ArchiveLimits,
): Promise<Recognised | FileRefusal> {
  const head = await readHead(path);
  if (head.startsWith(ZIP_MAGIC)) return recogniseArchive(path, limits);
  const type = head.startsWith(COMPOUND_MAGIC)
    ? await recogniseCompound(path)
    : await recognisePlain(path);
  return type === null ? refuseFile('type-not-allowed') : { kind: 'recognised', type };
}

async function readHead(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function recognisePlain(path: string): Promise<EvidenceType | null> {
  const found = (await fileTypeFromFile(path))?.mime;
  const known = found === undefined ? undefined : RECOGNISED_BY_MAGIC[found];
  if (known !== undefined) return known;
  if (found !== undefined && !SHORT_MARKS.has(found)) return null;
  return (await isPlainText(path)) ? 'text/plain' : null;
}

async function recogniseArchive(
  path: string,
  limits: ArchiveLimits,
): Promise<Recognised | FileRefusal> {
  const report = await inspectArchive(path, limits);
  if (report.kind === 'too-large') return refuseFile('archive-too-large');
  const type = report.kind === 'sound' ? documentTypeOf([...report.names]) : null;
  return type === null ? refuseFile('type-not-allowed') : { kind: 'recognised', type };
}

/** OFD (GB/T 33190) is marked by its entry file; Office Open XML by its content types and the folder of its main part. */
function documentTypeOf(names: readonly string[]): EvidenceType | null {
  if (names.includes('OFD.xml')) return 'application/ofd';
  if (!names.includes('[Content_Types].xml')) return null;
  // Documents that carry programs are not taken under the name of those that do not.
  if (names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))) return null;
  const holds = (folder: string): boolean => names.some((name) => name.startsWith(folder));
  if (holds('word/')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  if (holds('xl/')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  if (holds('ppt/')) {
    return 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  }
  return null;
}

/** Installers and mail messages are compound files too; a document is known by the stream that holds its text. */
async function recogniseCompound(path: string): Promise<EvidenceType | null> {
  const longest = 64;
  let before = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1' })) {
    const text = before + String(chunk);
    const found = COMPOUND_STREAMS.find(([name]) => text.includes(streamName(name)));
    if (found !== undefined) return found[1];
    before = text.slice(-longest);
  }
  return null;
}

/** A directory entry begins with the name in UTF-16LE, ended by a zero; what stands before it ends in zeros. */
function streamName(name: string): string {
  return `\0\0${Buffer.from(`${name}\0`, 'utf16le').toString('latin1')}`;
}

async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let empty = true;
  try {
    for await (const chunk of createReadStream(path)) {
      empty = false;
      const part = chunk as Buffer; // no encoding is set on the stream
      if (FORBIDDEN_CONTROL.test(decoder.decode(part, { stream: true }))) return false;
    }
    decoder.decode();
  } catch (error) {
    if (isBadEncoding(error)) return false;
    throw error;
  }
  return !empty;
}

function isBadEncoding(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === BAD_ENCODING
  );
}
