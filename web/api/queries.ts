/** One client for what was read, and the names under which it is kept: what changed is forgotten by these names. */
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem, Problem } from './problem.ts';

const FRESH_MS = 15_000;
const MOST_RETRIES = 2;

export function createQueries(): QueryClient {
  // Whatever finds the session over says so to the frame, which asks for the password on top of the page.
  const onError = (error: Error): void => {
    if (isProblem(error, 'unauthenticated')) noteSessionOver(client);
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) => failures < MOST_RETRIES && mayPass(error),
        refetchOnWindowFocus: true,
      },
      // An act has a key and may be repeated, but whether it should be is for the person to say.
      mutations: { retry: false },
    },
  });
  return client;
}

/** Somebody was at work: the page stays, and asks who it is. */
export function noteSessionOver(client: QueryClient): void {
  if ((client.getQueryData(keys.me) ?? null) !== null) client.setQueryData(keys.sessionOver, true);
}

/** Before anything has been noted. */
export function isSessionOver(): boolean {
  return false;
}

function mayPass(error: unknown): boolean {
  return !(error instanceof Problem) || error.status === 0 || error.status >= 500;
}

/** The first word of a key says what a change of a programme makes stale; see live/stale.ts. */
export const keys = {
  me: ['me'],
  sessionOver: ['session-over'],
  tasks: ['tasks'],
  task: (id: string) => ['tasks', 'one', id],
  programmes: ['programmes'],
  rehearsals: ['programmes', 'rehearsals'],
  programme: (id: string) => ['programme', id],
  deliverables: ['deliverables'],
  copies: ['copies'],
  consultations: ['consultations'],
  pending: ['pending'],
  notifications: ['notifications'],
  promises: ['promises'],
  definitions: ['definitions'],
  definition: (key: string, version: number) => ['definitions', key, version],
  people: ['people'],
  offices: ['offices'],
  calendars: ['calendars'],
  ownSessions: ['own-sessions'],
} as const;
