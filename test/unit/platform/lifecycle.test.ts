import { describe, expect, it } from '@jest/globals';
import { createLifecycle } from '../../../platform/lifecycle.ts';
import { createLogger } from '../../../platform/logger.ts';

const log = createLogger({ name: 'test', level: 'silent' });

describe('a lifecycle', () => {
  it('closes in reverse order, once', async () => {
    const closed: string[] = [];
    const lifecycle = createLifecycle({ log });
    for (const name of ['first', 'second', 'third'])
      lifecycle.own(name, () => void closed.push(name));
    await Promise.all([lifecycle.close(), lifecycle.close()]);
    expect(closed).toEqual(['third', 'second', 'first']);
  });

  it('closes the rest when one fails, and says that it was not clean', async () => {
    const closed: string[] = [];
    const lifecycle = createLifecycle({ log });
    lifecycle.own('good', () => void closed.push('good'));
    lifecycle.own('bad', () => Promise.reject(new Error('stuck')));
    expect(await lifecycle.close()).toBe(false);
    expect(closed).toEqual(['good']);
  });

  it('gives up at its deadline', async () => {
    const lifecycle = createLifecycle({ log, deadlineMs: 20 });
    lifecycle.own('endless', () => new Promise(() => undefined));
    expect(await lifecycle.close()).toBe(false);
  });
});
