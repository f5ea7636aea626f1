/** Texts that people see, in the languages in which Milepost speaks. */

/** Chinese first, English second; neither may be missing. */
export interface Localised {
  readonly zh: string;
  readonly en: string;
}

export type Locale = keyof Localised;
