/** A refusal of the API (RFC 9457), or that it could not be reached. */

export interface ProblemFault {
  readonly pointer?: string;
  readonly code?: string;
  readonly detail?: string;
}

export interface ProblemDocument {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly instance?: string;
  readonly errors?: readonly ProblemFault[];
  readonly [extra: string]: unknown;
}

export class Problem extends Error {
  readonly document: ProblemDocument;

  constructor(document: ProblemDocument, cause?: unknown) {
    super(document.detail === '' ? document.code : document.detail, { cause });
    this.name = 'Problem';
    this.document = document;
  }

  get status(): number {
    return this.document.status;
  }

  get code(): string {
    return this.document.code;
  }
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

export async function problemOf(response: Response): Promise<Problem> {
  const { status } = response;
  const unknown = { status, code: 'unknown', title: '', detail: '' };
  try {
    const body = (await response.json()) as Partial<ProblemDocument>; // checked by spreading over the defaults
    return new Problem({ ...unknown, ...body, status });
  } catch (cause) {
    return new Problem(unknown, cause);
  }
}
