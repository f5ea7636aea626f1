import { describe, expect, it } from '@jest/globals';
import { createGate } from '../../../cli/rehearse/gate.ts';

/** Work that goes on until it is told to end. */
function createWork(): { readonly work: () => Promise<void>; readonly end: () => void } {
  let end: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    work: () => done,
    end: () => {
      end();
    },
  };
}

describe('a gate', () => {
  it('lets no more pass at a time than it is wide, and the others in the order of their coming', async () => {
    const gate = createGate(2);
    const begun: string[] = [];
    const works = ['a', 'b', 'c', 'd'].map((name) => ({ name, ...createWork() }));
    const passes = works.map(({ name, work }) =>
      gate(() => {
        begun.push(name);
        return work();
      }),
    );
    expect(begun).toEqual(['a', 'b']);
    works[1]?.end();
    await passes[1];
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const { end } of works) end();
    await Promise.all(passes);
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('stays open when work fails', async () => {
    const gate = createGate(1);
    await expect(gate(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    await expect(gate(() => Promise.resolve('done'))).resolves.toBe('done');
  });
});
