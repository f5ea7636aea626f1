/** A list that is read page by page: what has been read of it so far, and whether more follows. */
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

export interface Listed<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
}

/** @param read a page after a cursor; the first one without */
export function usePaged<T>(
  queryKey: readonly unknown[],
  read: (after: { readonly after?: string }) => Promise<PageRead<T>>,
): UseInfiniteQueryResult<Listed<T>> {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam === null ? {} : { after: pageParam }),
    initialPageParam: firstPage(),
    getNextPageParam: ({ page }: PageRead<T>) => (page.hasMore ? page.endCursor : null),
    placeholderData: keepPreviousData,
    select: listed,
  });
}

function firstPage(): string | null {
  return null;
}

function listed<T>({ pages }: InfiniteData<PageRead<T>>): Listed<T> {
  return {
    items: pages.flatMap(({ items }) => items),
    hasMore: pages.at(-1)?.page.hasMore ?? false,
  };
}
