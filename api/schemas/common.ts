/** Schemas that several resources share: texts, keys, instants, references and pages. */
import { z } from 'zod';

export const localised = z
  .strictObject({
    zh: z.string().describe('Chinese text'),
    en: z.string().describe('English text'),
  })
  .meta({ id: 'Localised', description: 'A text that people see, Chinese first' });

export const instant = z.iso.datetime({ offset: true }).describe('RFC 3339 instant, UTC');
export const localDate = z.iso.date().describe('Day in the zone of the definition, YYYY-MM-DD');
export const uuid = z.guid().describe('UUID');
export const key = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .describe('Key in kebab-case');
/** A phase of the plan, or one that is derived from a duty or an indicator. */
export const phaseKey = z
  .string()
  .max(150)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*(?:@[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
  .describe('Key of a phase; of a period of a duty `duty@period`');
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, lower-case hexadecimal');
export const account = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/)
  .describe('Name to sign in with: small letters, digits, dot, underscore, hyphen');

/** A text that a person writes; blank ones count as missing. */
export function writtenText(maximum: number): z.ZodString {
  return z.string().trim().min(1).max(maximum);
}

export const programmeStatus = z
  .enum(['draft', 'active', 'suspended', 'completed', 'rejected', 'withdrawn', 'terminated'])
  .meta({ id: 'ProgrammeStatus', description: 'Status of a programme' });

export const phaseStatus = z
  .enum(['scheduled', 'open', 'closed', 'returned', 'superseded', 'lapsed'])
  .meta({ id: 'PhaseStatus', description: 'Status of a phase' });

export const decisionKind = z
  .enum(['approve', 'return', 'reject', 'abstain'])
  .meta({ id: 'DecisionKind', description: '同意 退回 不同意 弃权' });

export const rung = z
  .enum(['urge', 'supervise', 'circulate', 'accountability'])
  .meta({ id: 'Rung', description: 'Rung of the ladder: 催办 督办 通报 问责建议' });

export const personRef = z
  .strictObject({
    id: z.string().describe('Id of the person'),
    name: localised.describe('Name of the person'),
  })
  .meta({ id: 'PersonRef', description: 'A person by id and name' });

export const fileRef = z
  .strictObject({
    sha256,
    name: z.string().min(1).max(255).describe('Name under which it is downloaded'),
  })
  .meta({ id: 'FileRef', description: 'An uploaded file by its hash' });

export const pageInfo = z
  .strictObject({
    endCursor: z
      .string()
      .nullable()
      .describe('Give it as `after` to read on; null on an empty page'),
    hasMore: z.boolean().describe('Whether anything follows'),
  })
  .meta({ id: 'PageInfo', description: 'Where a page ends' });

/** A page of a list. */
export function pageOf<T extends z.ZodType>(
  id: string,
  item: T,
): z.ZodObject<{ items: z.ZodArray<T>; page: typeof pageInfo }> {
  return z
    .strictObject({
      items: z.array(item).describe('One page of the list'),
      page: pageInfo.describe('Where the page ends'),
    })
    .meta({ id, description: 'A page of a list' });
}

/** A whole short list. */
export function listOf<T extends z.ZodType>(
  id: string,
  item: T,
): z.ZodObject<{ items: z.ZodArray<T> }> {
  return z
    .strictObject({ items: z.array(item).describe('The whole list') })
    .meta({ id, description: 'A list' });
}

export const MAX_PAGE = 200;

export const pageQuery = {
  after: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[A-Za-z0-9_-]+$/)
    .optional()
    .describe('`endCursor` of the page before'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(MAX_PAGE))
    .default(50)
    .describe(`How many, 1 to ${MAX_PAGE}`),
} as const;

export const programmeParams = z.strictObject({ id: uuid.describe('Id of the programme') });

/** Of the programme to which something belongs. */
export const programmeTitles = {
  programmeTitle: z.string().describe('Title of the programme'),
  programmeTitleEn: z
    .string()
    .nullable()
    .describe('Its English title; null where its title is for readers of either language'),
} as const;

/** Of a programme itself. */
export const titles = {
  title: z.string().describe('Title of the programme'),
  titleEn: programmeTitles.programmeTitleEn,
} as const;
