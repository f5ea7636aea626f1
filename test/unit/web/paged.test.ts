/** Lists that are read whole, page after page. */
import { describe, expect, it } from '@jest/globals';
import { readWhole, type After } from '../../../web/api/paged.ts';

/** Pages of one item, which are their own cursors. */
const pagesOf = (items: readonly string[]) => {
  const asked: After[] = [];
  const read = (after: After) => {
    asked.push(after);
    const index = after.after === undefined ? 0 : items.indexOf(after.after) + 1;
    const shown = items.slice(index, index + 1);
    const page = { endCursor: shown[0] ?? null, hasMore: index + 1 < items.length };
    return Promise.resolve({ items: shown, page });
  };
  return { asked, read };
};

describe('a list that is read whole', () => {
  it('is read after one cursor and the next, until there is no more', async () => {
    const { asked, read } = pagesOf(['a', 'b', 'c']);
    expect(await readWhole(read)).toEqual(['a', 'b', 'c']);
    expect(asked).toEqual([{}, { after: 'a' }, { after: 'b' }]);
  });

  it('may be empty', async () => {
    expect(await readWhole(pagesOf([]).read)).toEqual([]);
  });

  it('ends at the bound on its pages', async () => {
    expect(await readWhole(pagesOf(['a', 'b', 'c']).read, 2)).toEqual(['a', 'b']);
  });
});
