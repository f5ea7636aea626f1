/** The form of an entry in the problem catalogue: one status, one title and one sentence in both languages per code. */
import type { Localised } from '../../domain/definition/types.ts';

/** Parameters of a refusal: keys, dates and counts. */
export type ProblemParams = Readonly<Record<string, string | number>>;

export interface ProblemText {
  readonly status: number;
  readonly title: Localised;
  /** What happened, safe to show, without parameters. */
  readonly detail: Localised;
  /** What the reader can do about it; shown on the code's own page. */
  readonly remedy: Localised;
}

/** One line of the catalogue; the four texts come as zh/en pairs. */
export function problem(
  status: number,
  title: readonly [zh: string, en: string],
  text: {
    readonly detail: readonly [zh: string, en: string];
    readonly remedy: readonly [zh: string, en: string];
  },
): ProblemText {
  return {
    status,
    title: localised(title),
    detail: localised(text.detail),
    remedy: localised(text.remedy),
  };
}

function localised([zh, en]: readonly [zh: string, en: string]): Localised {
  return { zh, en };
}
