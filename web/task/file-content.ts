/** What is known of a file before it is fetched, and its bytes as an address of this page. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Schemas } from '../api/client.ts';
import { Problem, problemOf } from '../api/problem.ts';

export type FileRef = Schemas['FileRef'];

export interface FileHead {
  readonly bytes: number;
  readonly type: string;
}

export function fileAddress({ sha256, name }: FileRef): string {
  return `/v1/files/${sha256}?name=${encodeURIComponent(name)}`;
}

/** Content under a hash never changes. */
export function useFileHead(file: FileRef): UseQueryResult<FileHead> {
  return useQuery({
    queryKey: ['file', file.sha256, 'head'],
    queryFn: async () => {
      const { headers } = await ask(file, 'HEAD');
      return {
        bytes: Number(headers.get('Content-Length') ?? 0),
        type: (headers.get('Content-Type') ?? '').split(';', 1).join(''),
      };
    },
    staleTime: Infinity,
  });
}

export function useFileBytes(file: FileRef): UseQueryResult<Blob> {
  return useQuery({
    queryKey: ['file', file.sha256, 'bytes'],
    queryFn: async () => (await ask(file, 'GET')).blob(),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** For the `ref` of what shows the bytes: gives it an address of them, and takes the address back when it goes. */
export function useBlobSource(
  blob: Blob,
): (element: { src: string } | null) => (() => void) | undefined {
  return useCallback(
    (element) => {
      if (element === null) return undefined;
      const address = URL.createObjectURL(blob);
      element.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [blob],
  );
}

async function ask(file: FileRef, method: 'GET' | 'HEAD'): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(fileAddress(file), { method, credentials: 'same-origin' });
  } catch (cause) {
    throw new Problem({ status: 0, code: 'unreachable', title: '', detail: '' }, cause);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}
