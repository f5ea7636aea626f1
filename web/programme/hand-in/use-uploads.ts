/** The files of a hand-in: those that were there, and those on their way. */
import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { uploadFile, type FileRef } from './upload.ts';

export interface UploadItem {
  readonly id: string;
  readonly name: string;
  readonly percent: number;
  /** Set once it is stored. */
  readonly stored: FileRef | null;
  readonly error: Error | null;
  /** Kept for another try; null for what was handed in before. */
  readonly file: File | null;
}

export interface Uploads {
  readonly items: readonly UploadItem[];
  readonly isBusy: boolean;
  readonly add: (files: readonly File[]) => void;
  readonly retry: (item: UploadItem) => void;
  readonly remove: (id: string) => void;
}

export function useUploads(before: readonly FileRef[]): Uploads {
  const [items, setItems] = useState<readonly UploadItem[]>(() => before.map(storedItem));
  const update = useCallback((id: string, change: Partial<UploadItem>): void => {
    setItems((all) => all.map((item) => (item.id === id ? { ...item, ...change } : item)));
  }, []);
  const upload = useMutation({
    mutationFn: ({ id, file }: { readonly id: string; readonly file: File }) =>
      uploadFile(file, (percent) => update(id, { percent })),
    onSuccess: (stored, { id }) => update(id, { stored, percent: 100 }),
    onError: (error, { id }) => update(id, { error }),
  });
  const { mutate } = upload;
  return {
    items,
    isBusy: items.some(({ stored, error }) => stored === null && error === null),
    add: (files) => {
      for (const file of files) {
        const id = crypto.randomUUID();
        const item = { id, name: file.name, percent: 0, stored: null, error: null, file };
        setItems((all) => [...all, item]);
        mutate({ id, file });
      }
    },
    retry: ({ id, file }) => {
      if (file === null) return;
      update(id, { error: null, percent: 0 });
      mutate({ id, file });
    },
    remove: (id) => setItems((all) => all.filter((item) => item.id !== id)),
  };
}

function storedItem(stored: FileRef): UploadItem {
  const { sha256, name } = stored;
  return { id: `${sha256} ${name}`, name, percent: 100, stored, error: null, file: null };
}
