/** A list that is read page by page: as far as its reader asks for it, or whole. */
import {
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';

interface PageRead<T> {
  readonly items: readonly T[];
  readonly page: { readonly endCursor: string | null; readonly hasMore: boolean };
}

/** Goes into the query of a request: the cursor after which a page begins, nothing for the first one. */
export interface After {
  readonly after?: string;
}

export interface PagedOptions {
  /** Whether what was read under the former key stays shown until there is something under the new one. */
  readonly keepsFormer?: boolean;
}

/** What has been read of a list so far; `More` reads on. */
export function usePaged<T>(
  queryKey: readonly unknown[],
  read: (after: After) => Promise<PageRead<T>>,
  { keepsFormer = false }: PagedOptions = {},
): UseInfiniteQueryResult<readonly T[]> {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam === null ? {} : { after: pageParam }),
    initialPageParam: firstPage(),
    getNextPageParam: nextPage,
    ...(keepsFormer ? { placeholderData: keepPreviousData } : {}),
    select: itemsOf,
  });
}

/** Page after page until the last, or as many as `mostPages`. */
export async function readWhole<T>(
  read: (after: After) => Promise<PageRead<T>>,
  mostPages = Infinity,
): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor = firstPage();
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answer = await read(cursor === null ? {} : { after: cursor });
    items.push(...answer.items);
    cursor = nextPage(answer);
    if (cursor === null) break;
  }
  return items;
}

function firstPage(): string | null {
  return null;
}

function nextPage({ page }: PageRead<unknown>): string | null {
  return page.hasMore ? page.endCursor : null;
}

function itemsOf<T>({ pages }: InfiniteData<PageRead<T>>): readonly T[] {
  return pages.flatMap(({ items }) => items);
}
