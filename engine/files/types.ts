/** Which types of files are taken as evidence, and which declared types go with which content. */

/** A content as it is recognised; the value of `files.type`. */
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

const EVIDENCE_TYPES = [
  'application/pdf',
  'application/ofd',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/msword',
  'application/vnd.ms-excel',
  'image/png',
  'image/jpeg',
  'text/plain',
  'text/csv',
] as const;

/** Says nothing about the content; browsers send it for what they do not know, OFD for one. */
const UNSPECIFIC = 'application/octet-stream';

/** Other names under which a type is declared in the wild. */
const ALIASES: Readonly<Record<string, EvidenceType>> = {
  'application/x-pdf': 'application/pdf',
  'application/x-ofd': 'application/ofd',
  'application/vnd.ofd': 'application/ofd',
  'application/kswps': 'application/msword',
  'application/kset': 'application/vnd.ms-excel',
  'image/jpg': 'image/jpeg',
  'application/csv': 'text/csv',
};

const UTF_8: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii']);

export type DeclaredType = EvidenceType | typeof UNSPECIFIC;

/** Null when no file of the declared type is taken, whatever its content. */
export function readDeclaredType(contentType: string | undefined): DeclaredType | null {
  const [essence = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const name = essence.trim();
  if (!parameters.every(isAcceptable)) return null;
  if (name === UNSPECIFIC) return UNSPECIFIC;
  return EVIDENCE_TYPES.find((type) => type === name) ?? aliasOf(name);
}

/** The type under which a content is kept, or null when it was declared as something else. */
export function reconcileType(found: EvidenceType, declared: DeclaredType): EvidenceType | null {
  if (declared === UNSPECIFIC || declared === found) return found;
  // A table of comma-separated values is told from other text only by what its sender says.
  return found === 'text/plain' && declared === 'text/csv' ? declared : null;
}

function aliasOf(name: string): EvidenceType | null {
  return Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? null) : null;
}

function isAcceptable(parameter: string): boolean {
  const [name = '', value = ''] = parameter.split('=').map((part) => part.trim());
  return name !== 'charset' || UTF_8.has(value.replaceAll('"', ''));
}
