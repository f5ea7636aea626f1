/** Listens to what changes while somebody is signed in, and forgets what it makes stale. */
import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from 'react';
import { keys } from '../api/queries.ts';
import { useMe, useSessionOver } from '../session/session.ts';
import { createConnection, type Connection } from './connection.ts';
import { forgetEverything, forgetProgrammes } from './stale.ts';

const ConnectionContext = createContext<Connection>('off');

/** A lost connection is said on every page. */
export function useConnection(): Connection {
  return useContext(ConnectionContext);
}

export function LiveProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const queries = useQueryClient();
  const person = useMe().data?.id;
  const isOver = useSessionOver();
  const [store] = useState(createConnection);
  const connection = useSyncExternalStore(store.subscribe, store.current);
  useEffect(() => {
    if (person === undefined || isOver) return undefined;
    return store.start({
      onProgrammes: (ids) => forgetProgrammes(queries, ids),
      onReturn: () => forgetEverything(queries),
      onRefused: () => void queries.invalidateQueries({ queryKey: keys.me }),
    });
  }, [person, isOver, queries, store]);
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}
