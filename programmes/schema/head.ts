/** The shape of what stands at the head of a definition: its source and its offices. */
import { z } from 'zod';
import type { DefinitionSource, OfficeDefinition } from '../../domain/definition/types.ts';
import { SHORT_LENGTH, type Bricks } from './bricks.ts';

export function sourceSchema(bricks: Bricks): z.ZodType<DefinitionSource> {
  const { word, localised, object } = bricks;
  return object({
    paper: localised,
    issuer: localised,
    documentNumber: nullableWord(bricks),
    code: word.exactOptional(),
  });
}

export function officeSchema(bricks: Bricks): z.ZodType<OfficeDefinition> {
  const { word, localised, object } = bricks;
  return object({
    key: word,
    title: localised,
    reportsTo: nullableWord(bricks),
    clause: nullableWord(bricks),
    deputy: word.exactOptional(),
  });
}

function nullableWord({ either }: Bricks): z.ZodType<string | null> {
  return either(z.string().max(SHORT_LENGTH).nullable(), null);
}
