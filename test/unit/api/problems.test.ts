import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { ProblemError, problemDocument } from '../../../api/problems.ts';
import { PROBLEMS } from '../../../api/problems/catalogue.ts';
import { inputFaults } from '../../../api/problems/input-faults.ts';
import { problemPage } from '../../../api/views/page.ts';

const reader = { locale: 'zh', requestId: '00000000-0000-4000-8000-000000000000' } as const;

describe('the catalogue of problems', () => {
  it.each(Object.entries(PROBLEMS))(
    '%s has a client or server status and all its words',
    (code, text) => {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(text.status).toBeGreaterThanOrEqual(400);
      expect(text.status).toBeLessThan(600);
      for (const words of [text.title, text.detail, text.remedy]) {
        expect(words.zh).toMatch(/\p{Script=Han}|Content-Type/u);
        expect(words.en).toMatch(/^[\x20-\x7e’]+$/);
      }
    },
  );

  it('shows what happened and what to do on the page of a code, in both languages', () => {
    const page = problemPage('stale-version', PROBLEMS['stale-version']);
    expect(page).toContain('版本已过时');
    expect(page).toContain('Stale version');
    expect(page).not.toContain('<script');
  });
});

describe('a problem document', () => {
  it('speaks the language of its reader', () => {
    const error = new ProblemError('forbidden');
    expect(problemDocument(error, reader)).toEqual({
      type: '/problems/forbidden',
      title: '无权操作',
      status: 403,
      detail: '您的角色无权进行此操作。',
      instance: 'urn:uuid:00000000-0000-4000-8000-000000000000',
      code: 'forbidden',
    });
    expect(problemDocument(error, { ...reader, locale: 'en' }).title).toBe('Not permitted');
  });

  it('tells nothing of the cause', () => {
    const error = new ProblemError('internal-error', { cause: new Error('password=secret') });
    expect(JSON.stringify(problemDocument(error, reader))).not.toContain('secret');
  });
});

describe('faults of the input', () => {
  const schema = z.strictObject({
    name: z.string().min(2).max(3),
    day: z.iso.date(),
    list: z.array(z.strictObject({ 'a/b': z.number().int().max(5) })).max(1),
    kind: z.enum(['one', 'two']),
  });

  function faultsOf(value: unknown): readonly (readonly [string, string])[] {
    const parsed = schema.safeParse(value, { reportInput: true });
    return parsed.success
      ? []
      : inputFaults(parsed.error, 'body').map(({ pointer, rule }) => [pointer, rule] as const);
  }

  it('are all found at once, each with its pointer and rule', () => {
    const faults = faultsOf({
      name: 'x',
      day: '2013-02-30',
      list: [{ 'a/b': 7, c: 1 }],
      extra: true,
      more: null,
    });
    expect(faults).toEqual(
      expect.arrayContaining([
        ['/name', 'min'],
        ['/day', 'format:date'],
        ['/list/0/a~1b', 'max'],
        ['/list/0/c', 'unknown'],
        ['/kind', 'invalid-value'],
        ['/extra', 'unknown'],
        ['/more', 'unknown'],
      ]),
    );
  });

  it('tell a missing field from one of the wrong type', () => {
    const faults = faultsOf({ day: 5, list: [], kind: 'one' });
    expect(faults).toEqual([
      ['/name', 'required'],
      ['/day', 'type:string'],
    ]);
  });

  it('point at the body itself when there is none', () => {
    expect(faultsOf(undefined)).toEqual([['', 'required']]);
  });
});
