/** Why the evidence store refuses a file: values with stable codes, whose words live in the problem catalogue. */

export type FileRefusalCode =
  | 'length-required'
  | 'length-mismatch'
  | 'file-too-large'
  | 'hash-mismatch'
  | 'type-not-allowed'
  | 'type-mismatch'
  | 'archive-too-large';

export interface FileRefusal {
  readonly kind: 'refused';
  readonly code: FileRefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export function refuseFile(code: FileRefusalCode, params: FileRefusal['params'] = {}): FileRefusal {
  return { kind: 'refused', code, params };
}
