/** What the programme of a row is called. */

export interface ProgrammeTitled {
  readonly programmeTitle: string;
  /** Null where whoever started it gave it one title for readers of either language. */
  readonly programmeTitleEn: string | null;
}

/** Columns of `programmes` for it. */
export const PROGRAMME_TITLE =
  'programmes.title AS "programmeTitle", programmes.title_en AS "programmeTitleEn"';
