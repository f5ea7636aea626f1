/** Who acts in the rehearsal on the page: given once, used by every form. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { keys } from '../api/queries.ts';
import type { Programme } from '../programme/programme-query.ts';
import type { Act } from './acts.ts';
import type { StandIns } from './stand-ins.ts';
import type { Titles } from './use-words.ts';

export interface Acting {
  readonly programme: Programme;
  readonly titles: Titles;
  readonly standIns: StandIns;
  /** Day of the rehearsal. */
  readonly today: string;
}

export const ActingContext = createContext<Acting | null>(null);

export function useActing(): Acting {
  const acting = useContext(ActingContext);
  if (acting === null) throw new Error('a form stands outside a rehearsal');
  return acting;
}

/** An act refused shows how the programme stands by now. `onDone` is called even where the item has gone from the page. */
export function useAct(onDone: () => void): UseMutationResult<unknown, Error, Act> {
  const { programme, standIns } = useActing();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ office, call }: Act) => standIns.as(office, call),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.programme(programme.id) }),
  });
}
