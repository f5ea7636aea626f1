/** Refusals on their way to the reader: what routes throw, and the problem document (RFC 9457) that is made of it. */
import type { Localised, Locale } from '../domain/definition/types.ts';
import { PROBLEMS, type ProblemCode } from './problems/catalogue.ts';
import type { ProblemParams } from './problems/problem-text.ts';

/** One rule that the input broke. */
export interface InputFault {
  readonly in: 'body' | 'query' | 'header' | 'path';
  /** JSON pointer into that part of the request. */
  readonly pointer: string;
  readonly rule: string;
  readonly detail: Localised;
}

export interface ProblemExtras {
  readonly params?: ProblemParams;
  readonly errors?: readonly InputFault[];
  /** Further members of the document, such as the present state. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** A refusal that ends the request; anything else that is thrown is a defect or an outage. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(PROBLEMS[code].title.en, { cause: extras.cause });
    this.code = code;
    this.extras = extras;
  }
}

export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: ProblemCode;
  readonly [member: string]: unknown;
}

/** The document that the reader gets, in the reader's language. */
export function problemDocument(
  error: ProblemError,
  reader: { readonly locale: Locale; readonly requestId: string },
): ProblemDocument {
  const { code, extras } = error;
  const text = PROBLEMS[code];
  return {
    type: `/problems/${code}`,
    title: text.title[reader.locale],
    status: text.status,
    detail: text.detail[reader.locale],
    instance: `urn:uuid:${reader.requestId}`,
    code,
    ...(extras.params === undefined || Object.keys(extras.params).length === 0
      ? {}
      : { params: extras.params }),
    ...(extras.errors === undefined
      ? {}
      : {
          errors: extras.errors.map((fault) => ({ ...fault, detail: fault.detail[reader.locale] })),
        }),
    ...extras.members,
  };
}
