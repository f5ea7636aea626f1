/** The problem document (RFC 9457). */
import { z } from 'zod';

export const problemSchema = z
  .looseObject({
    type: z.string().describe('Address of the page that explains the code'),
    title: z.string().describe('What kind of problem, in the language of the reader'),
    status: z.number().int().describe('HTTP status'),
    detail: z.string().describe('What happened, in the language of the reader'),
    instance: z.string().describe('urn:uuid of the request, as in X-Request-Id'),
    code: z.string().describe('Stable code'),
    params: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('Keys, dates and counts that belong to the code'),
    errors: z
      .array(
        z.strictObject({
          in: z.enum(['body', 'query', 'header', 'path']).describe('Part of the request'),
          pointer: z.string().describe('JSON pointer into that part'),
          rule: z.string().describe('Rule that was broken'),
          detail: z.string().describe('The rule in the language of the reader'),
        }),
      )
      .optional()
      .describe('Every rule that the input broke'),
  })
  .meta({ id: 'Problem', description: 'Problem document (RFC 9457)' });
