/** What a file that is handed in may be called, and how many a deliverable may have. Pure. */

export const MAX_FILE_NAME_LENGTH = 255;

export type FileNameFault =
  'empty' | 'too-long' | 'not-normalised' | 'control-character' | 'path-separator';

const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
/** They turn the reading direction, so that `gpj.exe` can look like `exe.jpg`. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * Null when the name is good: 1 to 255 characters in Unicode's form NFC, no control characters, no path separators, neither `.` nor
 * `..`. Callers that want to be kind normalise to NFC first, as some systems send names in another form.
 */
export function fileNameFault(name: string): FileNameFault | null {
  if (name.trim() === '') return 'empty';
  if (Array.from(name).length > MAX_FILE_NAME_LENGTH) return 'too-long';
  if (CONTROL.test(name) || DIRECTION.test(name)) return 'control-character';
  if (/[/\\]/.test(name) || name === '.' || name === '..') return 'path-separator';
  return name === name.normalize('NFC') ? null : 'not-normalised';
}

export interface NamedFile {
  readonly sha256: string;
  readonly name: string;
}

export type FileListFault =
  | { readonly code: 'too-many-files'; readonly most: number }
  | { readonly code: 'file-name-invalid'; readonly index: number; readonly fault: FileNameFault }
  | { readonly code: 'file-name-twice'; readonly index: number };

/** The first fault of a deliverable's files, or null. Two files of one name could not be told apart by those who sign. */
export function fileListFault(files: readonly NamedFile[], most: number): FileListFault | null {
  if (files.length > most) return { code: 'too-many-files', most };
  const names = new Set<string>();
  for (const [index, { name }] of files.entries()) {
    const fault = fileNameFault(name);
    if (fault !== null) return { code: 'file-name-invalid', index, fault };
    if (names.has(name)) return { code: 'file-name-twice', index };
    names.add(name);
  }
  return null;
}
